package cluster

import (
	"errors"
	"fmt"

	"thidua/org"
	"thidua/refusal"
)

// Enrolment is the member list of one year.
type Enrolment struct {
	Cluster     string   // id
	Label       string   // the year: "2014", "2018-2019"
	Members     []string // unit ids in the order in which the cluster lists them
	Head        string   // unit id; empty when it is not known
	Deputy      string   // unit id; empty when there is none or it is not known
	SampleRoles bool     // head and deputy are not from a source: số liệu minh họa
}

// Check refuses an enrolment that cannot be, everything wrong at once; units
// gives the members by id. A head may be unknown, but who heads a cluster is
// one of its members that year, and not its deputy too.
func (e Enrolment) Check(units map[string]org.Unit) error {
	year, err := ParseYear(e.Label)
	if err != nil {
		return err
	}
	return errors.Join(e.checkMembers(units, year), e.checkRoles(units, year))
}

func (e Enrolment) checkMembers(units map[string]org.Unit, year Year) error {
	var faults []error
	fault := func(format string, args ...any) {
		faults = append(faults, refusal.Field("members", fmt.Sprintf(format, args...)))
	}
	if len(e.Members) == 0 {
		fault("Danh sách thành viên năm %s chưa có đơn vị nào.", year)
	}
	seen := make(map[string]bool)
	for i, id := range e.Members {
		u, known := units[id]
		switch {
		case !known:
			fault("Thành viên thứ %d không có trong danh mục đơn vị.", i+1)
		case seen[id]:
			fault("%s được ghi hai lần trong danh sách thành viên năm %s.", u.Name, year)
		case year.absence(u) != "":
			fault("%s", year.absence(u))
		}
		seen[id] = true
	}
	return errors.Join(faults...)
}

func (e Enrolment) checkRoles(units map[string]org.Unit, year Year) error {
	members := make(map[string]bool, len(e.Members))
	for _, id := range e.Members {
		members[id] = true
	}
	var faults []error
	for _, r := range []struct{ field, title, id string }{{"head", "trưởng cụm", e.Head}, {"deputy", "phó trưởng cụm", e.Deputy}} {
		if r.id != "" && !members[r.id] {
			faults = append(faults, refusal.Field(r.field, fmt.Sprintf("%s không phải thành viên năm %s nên không thể là %s.", nameOf(units, r.id), year, r.title)))
		}
	}
	if e.Head != "" && e.Head == e.Deputy {
		faults = append(faults, refusal.Field("deputy", fmt.Sprintf("%s không thể vừa là trưởng cụm vừa là phó trưởng cụm năm %s.", nameOf(units, e.Head), year)))
	}
	return errors.Join(faults...)
}

func nameOf(units map[string]org.Unit, id string) string {
	if u, ok := units[id]; ok && u.Name != "" {
		return u.Name
	}
	return "Đơn vị này"
}

// role is what a unit is in the year's cluster.
func (e Enrolment) role(unit string) Role {
	switch unit {
	case "":
		return Plain
	case e.Head:
		return Head
	case e.Deputy:
		return Deputy
	}
	return Plain
}
