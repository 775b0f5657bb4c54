package seasonfile

import (
	"thidua/org"
	"thidua/vi"
)

// home is the id of the unit above one whose parent the file does not state:
// the cluster's province, so that the Tân Phú or the Sở Nội vụ of one province
// is never taken for that of another. Empty where no province is stated, and
// for units that are not below one.
func (r *recorder) home(u org.Unit) string {
	name := r.file.Cluster.Province
	switch {
	case name == "" || u.Level == org.LevelProvince || u.Level == org.LevelState:
		return ""
	case u.Level == "" && vi.SameName(u.Name, name):
		return ""
	}
	if r.ground == "" {
		r.ground = r.province(name)
	}
	return r.ground
}

// province is the id of the province of that name: as the file declares it, as
// it is on record for the year, or a new one.
func (r *recorder) province(name string) string {
	for _, k := range r.known {
		if u := r.at(k.path); vi.SameName(k.name, name) && levelOf(u) == org.LevelProvince {
			r.settle(k.path, u)
			return r.declared(k.path).unit
		}
	}
	found, err := org.Find(r.ctx, r.tx, name, vi.Day{})
	if err != nil {
		r.broken = err
		return ""
	}
	for _, f := range found {
		if f.Level == org.LevelProvince && f.ExistsIn(r.year) {
			return f.ID
		}
	}
	id, err := org.Add(r.ctx, r.tx, r.standingBody(), r.day, org.Guess(provinceName(name)))
	r.try("cluster.province", err)
	return id
}

func levelOf(u Unit) org.Level {
	if u.Level != "" {
		return org.Level(u.Level)
	}
	return org.Guess(u.Name).Level
}

// provinceName puts the kind before the name of a province written without it.
func provinceName(name string) string {
	for _, full := range []string{name, "Thành phố " + name} {
		if _, level := org.GuessKind(full); level == org.LevelProvince {
			return full
		}
	}
	if kind, _ := vi.SplitUnitName(name); kind != "" {
		return name
	}
	return "Tỉnh " + name
}
