package seasonfile

import (
	"slices"

	"thidua/cluster"
	"thidua/refusal"
	"thidua/vi"
	"thidua/yamlfile"
)

// recordCluster puts the cluster, unless it is on record from another year, and
// this year's members on record.
func (r *recorder) recordCluster() {
	r.cluster = r.sameCluster()
	if r.cluster == "" && r.broken == nil {
		r.setUpCluster()
	}
	if r.cluster != "" {
		r.enrol()
	}
}

// sameCluster is the cluster of that name, province and organisation on record.
func (r *recorder) sameCluster() string {
	found, err := cluster.Find(r.ctx, r.tx, r.file.Cluster.Name)
	if err != nil {
		r.broken = err
		return ""
	}
	for _, c := range found {
		if vi.SpellingKey(c.Name) == vi.SpellingKey(r.file.Cluster.Name) && sameProvince(c.Province, r.file.Cluster.Province) && vi.Fold(c.Organisation) == vi.Fold(r.file.Cluster.Organisation) {
			return c.ID
		}
	}
	return ""
}

// sameProvince takes "tỉnh Nghệ An" and "Nghệ An" for one.
func sameProvince(a, b string) bool { return a == b || vi.SameName(a, b) }

func (r *recorder) setUpCluster() {
	x := r.file.Cluster
	if x.Name == "" {
		x.Name = cluster.Cum.Label() // said; under any name the rest can still be checked
	}
	c := cluster.Cluster{Name: x.Name, Kind: cluster.Kind(x.Kind), Level: x.Level, Province: x.Province, Organisation: x.Organisation, About: x.About, Sample: r.sample(x.Sample)}
	if k, ok := r.find(x.StandingBody); ok {
		c.StandingBody = k.unit
	} else if x.StandingBody != "" {
		r.declare("cluster.standing_body", Unit{Name: x.StandingBody})
		if k := r.declared("cluster.standing_body"); k != nil {
			r.settle(k.path, Unit{Name: x.StandingBody})
			c.StandingBody = r.declared(k.path).unit
		}
	}
	id, err := cluster.SetUp(r.ctx, r.tx, r.standingBody(), r.day, c)
	r.try("cluster", err)
	r.cluster = id
}

func (r *recorder) enrol() {
	e := cluster.Enrolment{Cluster: r.cluster, Label: r.file.Season, SampleRoles: r.sample(r.file.Head.Sample) || r.file.Deputy.Illustrative}
	for i, u := range r.file.Members {
		k, ok := r.find(orElse(u.ID, u.Name))
		switch {
		case !ok, k.unit == "", k.path != yamlfile.Item("members", i) && !bare(u):
			continue // said already
		case slices.Contains(e.Members, k.unit):
			r.fault(yamlfile.Item("members", i), "Đơn vị “%s” được khai hai lần.", yamlfile.Shorten(u.Name))
			continue
		case k.absence != "":
			r.fault(yamlfile.Item("members", i), "%s", k.absence)
			r.declared(k.path).told = true
			continue
		}
		e.Members = append(e.Members, k.unit)
	}
	if r.file.Head.Unit != "" {
		e.Head = r.unit("head", r.file.Head.Unit)
	}
	if r.file.Deputy.Unit != "" {
		e.Deputy = r.unit("deputy", r.file.Deputy.Unit)
	}
	if len(e.Members) == 0 {
		if e.Head != "" || e.Deputy != "" {
			r.fault("members", "Muốn nêu trưởng, phó trưởng cụm thì phải khai đơn vị đó trong members.")
		}
		return // a council, or a cluster whose members the source does not name
	}
	if r.try("", cluster.Enrol(r.ctx, r.tx, r.standingBody(), r.day, e)) {
		r.head = e.Head
		return
	}
	e.Head, e.Deputy = "", "" // said; the members still take part in the rest
	if err := cluster.Enrol(r.ctx, r.tx, r.standingBody(), r.day, e); err != nil && refusal.All(err) == nil {
		r.broken = err
	}
}
