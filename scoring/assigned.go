package scoring

import (
	"context"
	"fmt"

	"thidua/exact"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Assigned is what the level above set for one leaf of a unit's sheet: an
// indicator of the year bears the criterion's code or name.
type Assigned struct {
	Target exact.Number // due this year; unknown when this unit was given none
	By     string       // who sets it, in words; may be empty
	On     vi.Day       // zero when this unit was given none
	Actual exact.Number // as the unit reported it for the year; unknown when not
	Sample bool
}

// Assignments are the leaves with a target set by the level above, by code.
type Assignments map[string]Assigned

// indicated is an indicator of the year with what one unit was given on it.
type indicated struct {
	code, name string
	Assigned
	termTo    int
	termValue exact.Number
	yearly    store.JSON[map[int]exact.Number]
}

// AssignmentsTo returns what was assigned to the unit for the year, in one
// statement.
func AssignmentsTo(ctx context.Context, tx *store.Tx, s season.Season, rules season.Rules, unit string) (Assignments, error) {
	all, err := store.All(ctx, tx, func(i *indicated) []any {
		return []any{&i.code, &i.name, &i.By, &i.On, &i.yearly, &i.termTo, &i.termValue, &i.Actual, &i.Sample}
	}, `SELECT i.code, i.name, i.assigned_by, COALESCE(t.assigned_on, ''), COALESCE(t.yearly, ''), COALESCE(t.term_to, 0), COALESCE(t.term_value, ''),
			COALESCE(a.amount, ''), COALESCE(t.illustrative, i.illustrative)
		FROM indicator i LEFT JOIN target t ON t.indicator_id = i.id AND t.unit_id = $1
			LEFT JOIN target_actual a ON a.target_id = t.id AND a.of_year = $2
		WHERE i.season_id = $3 AND EXISTS (SELECT 1 FROM target x WHERE x.indicator_id = i.id) ORDER BY i.id`, unit, s.Year, s.ID)
	return assignments(rules, s.Year, all), err
}

// assignments finds the leaves that the indicators are of.
func assignments(rules season.Rules, year int, indicators []indicated) Assignments {
	known := map[string]indicated{}
	for _, i := range indicators {
		known[i.code], known[vi.Fold(i.name)] = i, i
	}
	all := Assignments{}
	for _, c := range rules.Leaves() {
		i, found := known[c.Code]
		if !found && len(known) > 0 {
			i, found = known[folded(c.Name)]
		}
		if found && (c.Kind == season.Linear || c.Kind == season.Quantitative) {
			i.Target = i.due(year)
			all[c.Code] = i.Assigned
		}
	}
	return all
}

// folds are the names of criteria as they are compared: a tree keeps its names.
var folds = Memory[string, string](4096)

func folded(name string) string {
	fold, known := folds.Get(name)
	if !known {
		fold = vi.Fold(name)
		folds.Add(name, fold)
	}
	return fold
}

// due is what the unit is to reach by the end of the year.
func (i indicated) due(year int) exact.Number {
	if n := i.yearly.V[year]; n.Known() || i.termTo != year {
		return n
	}
	return i.termValue
}

// hold puts the assigned target into the mark, and refuses another one: nobody
// sets their own (product.md, invariant 3).
func (a Assignments) hold(c season.Criterion, m *Mark) error {
	set, assigned := a[c.Code]
	if !assigned {
		return nil
	}
	if m.Target.Known() && m.Target.Cmp(set.Target) != 0 {
		return refusal.Field(fieldOf(c, "target"), fmt.Sprintf("Tiêu chí %s: chỉ tiêu do cấp trên giao (%s), đơn vị không tự ghi.", c.Code, orNone(c, set.Target)))
	}
	if !m.Unassigned && m.hasFigures() {
		m.Target = set.Target
	}
	return nil
}

func orNone(c season.Criterion, n exact.Number) string {
	if !n.Known() {
		return "chưa giao"
	}
	return measured(c, n)
}
