package scoring

import (
	"slices"

	"thidua/cluster"
	"thidua/season"
	"thidua/vi"
)

// Assignment says that one unit cross-scores another.
type Assignment struct {
	Scorer string   `json:"scorer"`           // unit id
	Unit   string   `json:"unit"`             // unit id of the unit that is scored
	Groups []string `json:"groups,omitempty"` // codes of the top groups a sector department scores; none = the whole sheet
}

// Plan is who cross-scores whom in a year (phân công chấm chéo).
type Plan struct {
	Assignments []Assignment
	ConfirmedOn vi.Day // zero while it is only proposed
	ConfirmedBy string // who confirmed it, as named then
	Reason      string // why it is not as the season's rule generates it; empty when it is
}

// Confirmed reports whether the plan holds: nobody scores by a proposal.
func (p Plan) Confirmed() bool { return !p.ConfirmedOn.IsZero() }

// Of returns what the unit has to score.
func (p Plan) Of(scorer string) (all []Assignment) {
	for _, a := range p.Assignments {
		if a.Scorer == scorer {
			all = append(all, a)
		}
	}
	return all
}

// Find returns the assignment of the pair, and whether there is one.
func (p Plan) Find(scorer, unit string) (Assignment, bool) {
	i := slices.IndexFunc(p.Assignments, func(a Assignment) bool { return a.Scorer == scorer && a.Unit == unit })
	if i < 0 {
		return Assignment{}, false
	}
	return p.Assignments[i], true
}

// Reciprocal reports whether the two score each other.
func (p Plan) Reciprocal(a Assignment) bool {
	_, back := p.Find(a.Unit, a.Scorer)
	return back
}

// Department is a sector department (sở, ngành) and the top groups of the
// criteria tree that are its field.
type Department struct {
	Unit   string // unit id
	Groups []string
}

// Assign generates the plan by the season's rule (scoring.md, "Who scores"):
// never one's own unit, and no two units score each other where that can be
// avoided. Pairs of an odd cluster end in a ring of three. Departments are used
// by season.CrossDepartments only. Without a rule there is no plan.
func Assign(rule string, roster []cluster.Member, departments []Department) []Assignment {
	units := make([]string, len(roster))
	for i, m := range roster {
		units[i] = m.Unit
	}
	switch rule {
	case season.CrossRing:
		return ring(units)
	case season.CrossPairs:
		return pairs(units)
	case season.CrossAll:
		return all(units)
	case season.CrossDepartments:
		return byDepartment(units, departments)
	}
	return nil
}

// ring: each scores the next, the last one the first.
func ring(units []string) (plan []Assignment) {
	if len(units) < 2 {
		return nil
	}
	for i, scorer := range units {
		plan = append(plan, Assignment{Scorer: scorer, Unit: units[(i+1)%len(units)]})
	}
	return plan
}

// pairs: neighbours score each other; three that are left over make a ring.
func pairs(units []string) (plan []Assignment) {
	for len(units) >= 2 && len(units) != 3 {
		plan = append(plan, ring(units[:2])...)
		units = units[2:]
	}
	return append(plan, ring(units)...)
}

func all(units []string) (plan []Assignment) {
	for _, scorer := range units {
		for _, unit := range units {
			if scorer != unit {
				plan = append(plan, Assignment{Scorer: scorer, Unit: unit})
			}
		}
	}
	return plan
}

func byDepartment(units []string, departments []Department) (plan []Assignment) {
	for _, d := range departments {
		for _, unit := range units {
			if unit != d.Unit {
				plan = append(plan, Assignment{Scorer: d.Unit, Unit: unit, Groups: d.Groups})
			}
		}
	}
	return plan
}
