package seasonfile

import (
	"cmp"

	"thidua/org"
	"thidua/vi"
	"thidua/yamlfile"
)

// recordUnits puts every declared unit on record. A member written as a bare
// name may stand for a unit declared in units.
func (r *recorder) recordUnits() {
	lists := []struct {
		path  string
		units []Unit
	}{{"units", r.file.Units}, {"members", r.file.Members}}
	for _, list := range lists {
		for i, u := range list.units {
			r.declare(yamlfile.Item(list.path, i), u)
		}
	}
	for _, list := range lists {
		for i, u := range list.units {
			r.settle(yamlfile.Item(list.path, i), u)
		}
	}
	for _, list := range lists {
		for i, u := range list.units {
			r.recordSuccession(yamlfile.Item(list.path, i), u)
		}
	}
}

// declare takes the unit into the file's directory, once.
func (r *recorder) declare(path string, u Unit) {
	if u.Name == "" {
		return // said already: name is missing
	}
	for _, k := range r.known {
		switch {
		case bare(u) && (k.local == u.Name || vi.SpellingKey(k.name) == vi.SpellingKey(u.Name)) && path[0] == 'm' && k.path[0] == 'u':
			return
		case u.ID != "" && k.local == u.ID:
			r.fault(path, "Mã “%s” đã dùng cho đơn vị khác trong tệp.", u.ID)
			return
		case vi.SpellingKey(k.name) == vi.SpellingKey(u.Name):
			r.fault(path, "Đơn vị “%s” được khai hai lần.", yamlfile.Shorten(u.Name))
			return
		}
	}
	guess := org.Guess(u.Name)
	r.known = append(r.known, known{local: u.ID, name: guess.Name, short: cmp.Or(u.ShortName, guess.ShortName), path: path})
}

// bare reports whether nothing but a name stands there.
func bare(u Unit) bool { return u == Unit{Name: u.Name} }

// settle finds or adds one unit on record; parents first.
func (r *recorder) settle(path string, u Unit) {
	k := r.declared(path)
	if k == nil || k.unit != "" || r.broken != nil {
		return
	}
	if k.settling {
		r.fault(yamlfile.Join(path, "parent"), "Cấp trên của “%s” vòng lại chính nó.", yamlfile.Shorten(u.Name))
		return
	}
	k.settling = true
	unit := org.Guess(u.Name)
	unit.Code, unit.From, unit.Until, unit.Sample = u.Code, u.From, u.Until, u.Illustrative || r.file.Illustrative
	if u.Kind != "" {
		unit.Kind = org.Kind(u.Kind)
	}
	if u.Level != "" {
		unit.Level = org.Level(u.Level)
	}
	if u.ShortName != "" {
		unit.ShortName = u.ShortName
	}
	if u.Parent != "" {
		unit.Parent = r.parent(yamlfile.Join(path, "parent"), u.Parent)
	} else {
		unit.Parent = r.home(unit)
	}
	if unit.Until.IsZero() {
		unit.Until = org.ValidityOf(unit.Kind, unit.Level).Until
	}
	k = r.declared(path) // the list may have been settled meanwhile
	k.absence = unit.AbsenceIn(r.year)
	k.unit = r.onRecord(path, unit)
}

func (r *recorder) parent(path, text string) string {
	k, ok := r.find(text)
	if !ok {
		r.unknown(path, text)
		return ""
	}
	if k.unit == "" {
		r.settle(k.path, r.at(k.path))
		k, _ = r.find(text)
	}
	return k.unit
}

// onRecord is the id of the same unit already on record (by official code, or
// by name, kind and parent), or of a new one.
func (r *recorder) onRecord(path string, u org.Unit) string {
	if u.Code != "" {
		if found, err := org.ByCode(r.ctx, r.tx, u.Code, r.lived(u)); err == nil && vi.SameName(found.Name, u.Name) {
			return found.ID
		}
	}
	found, err := org.Find(r.ctx, r.tx, u.Name, vi.Day{})
	if err != nil {
		r.broken = err
		return ""
	}
	for _, f := range found {
		if f.Kind == u.Kind && f.Parent == u.Parent && (u.Code == "" || f.Code == "") && vi.SpellingKey(f.Name) == vi.SpellingKey(u.Name) && r.atOnce(f, u) {
			return f.ID
		}
	}
	id, err := org.Add(r.ctx, r.tx, r.standingBody(), r.day, u)
	r.try(path, err)
	return id
}

// lived is a day on which the unit bore its code: the year's last, or the
// nearest to it on which the unit was there.
func (r *recorder) lived(u org.Unit) vi.Day {
	day, _ := vi.NewDay(r.year, 12, 31)
	switch {
	case u.From.After(day):
		return u.From
	case !u.Until.IsZero() && !u.Until.After(day):
		return u.Until.AddDays(-1)
	}
	return day
}

// atOnce reports whether the unit on record was there when the file's was: a
// commune of today may bear the name of one that ended.
func (r *recorder) atOnce(onRecord, u org.Unit) bool {
	return onRecord.ExistsIn(r.year) || onRecord.ExistsOn(u.From)
}

// recordSuccession links the unit to the one that took its place.
func (r *recorder) recordSuccession(path string, u Unit) {
	k := r.declared(path)
	if u.Became == "" || k == nil || k.unit == "" || r.broken != nil {
		return
	}
	path = yamlfile.Join(path, "became")
	to, ok := r.find(u.Became)
	switch {
	case !ok:
		r.unknown(path, u.Became)
		return
	case to.unit == "":
		return // refused, and said so
	case u.Until.IsZero():
		r.fault(path, "Có became thì phải có until: ngày đầu tiên đơn vị không còn.")
		return
	}
	line, err := org.Lineage(r.ctx, r.tx, k.unit)
	if err == nil && len(line.After) > 0 {
		return // on record already
	}
	if err == nil {
		err = org.Succeed(r.ctx, r.tx, r.standingBody(), r.day, org.Succession{From: []string{k.unit}, To: []string{to.unit}, On: u.Until, Share: org.Full})
	}
	r.try(path, err)
}
