package scoring

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"thidua/access"
	"thidua/cluster"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Seen is a year's scores as one actor sees them: computed from the sheets they
// may see, so that no number tells of those that are hidden.
type Seen struct {
	Result
	Heads     []Sheet // the sheets they see, drafts of their own too, without marks
	Plan      Plan
	Conflicts []Conflict
	Complete  bool   // nothing that was sent is hidden from them
	Key       string // names what the numbers were computed from: equal keys, equal numbers
}

// See reads a year as the actor sees it on the day, in four statements, six when
// the same was not seen before. What it returns is shared: nobody may change it.
func See(ctx context.Context, tx *store.Tx, by access.Actor, s season.Season, roster []cluster.Member, day vi.Day) (Seen, error) {
	state, err := stateOf(ctx, tx, s.ID)
	if err != nil {
		return Seen{}, err
	}
	seen := Seen{}
	if seen.Plan, err = PlanOf(ctx, tx, s.ID); err != nil {
		return Seen{}, err
	}
	if seen.Conflicts, err = Conflicts(ctx, tx, s.ID); err != nil {
		return Seen{}, err
	}
	seen.Heads = Visible(by, s, day, roster, seen.Plan, seen.Conflicts, state.sheets)
	seen.Complete = sent(seen.Heads) == sent(state.sheets)
	seen.Key = state.key(s.ID, roster, seen.Heads)
	if r, ok := resultsSeen.Get(seen.Key); ok {
		seen.Result = r
		return seen, nil
	}
	rules, err := RulesOf(ctx, tx, s.ID)
	if err != nil {
		return Seen{}, err
	}
	all, err := Sheets(ctx, tx, s.ID)
	if err != nil {
		return Seen{}, err
	}
	seen.Result = Compute(rules, roster, slices.DeleteFunc(all, func(x Sheet) bool {
		return !slices.ContainsFunc(seen.Heads, func(h Sheet) bool { return h.ID == x.ID })
	}))
	resultsSeen.Add(seen.Key, seen.Result)
	return seen, nil
}

func sent(sheets []Sheet) (count int) {
	for _, s := range sheets {
		if s.State == Submitted {
			count++
		}
	}
	return count
}

// Head returns the sheet a scorer has on a unit at a stage, without marks, if
// the reader sees one.
func (s Seen) Head(unit string, stage season.Stage, scorer string) (Sheet, bool) {
	i := slices.IndexFunc(s.Heads, func(h Sheet) bool { return h.Unit == unit && h.Stage == stage && h.Scorer == scorer })
	if i < 0 {
		return Sheet{}, false
	}
	return s.Heads[i], true
}

// yearState is everything of a year's sheets but their marks.
type yearState struct {
	rules  int // newest version
	sheets []Sheet
	turns  map[string]int64 // by sheet id: grows whenever sent marks change
}

func stateOf(ctx context.Context, tx *store.Tx, seasonID string) (yearState, error) {
	type row struct {
		Sheet
		turn int64
	}
	rows, err := store.All(ctx, tx, func(r *row) []any {
		return []any{&r.ID, &r.Season, &r.Unit, &r.Stage, &r.Scorer, &r.ScorerName, &r.On, &r.State, &r.Explanation, &r.Sample, &r.turn}
	}, `SELECT id, season_id, unit_id, stage, scorer, scorer_name, day, state, explanation, illustrative, turn
		FROM score_sheet WHERE season_id = $1 ORDER BY id`, seasonID)
	if err != nil {
		return yearState{}, err
	}
	state := yearState{turns: map[string]int64{}}
	for _, r := range rows {
		state.sheets = append(state.sheets, r.Sheet)
		state.turns[r.ID] = r.turn
	}
	state.rules, err = store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT COALESCE(max(version), 0) FROM season_rules WHERE season_id = $1`, seasonID)
	return state, err
}

// key names what is computed from the sheets: equal keys, equal results.
func (y yearState) key(seasonID string, roster []cluster.Member, seen []Sheet) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d", seasonID, y.rules)
	for _, m := range roster {
		fmt.Fprintf(&b, " %s %s", m.Unit, m.Name)
	}
	for _, s := range seen {
		if s.State == Submitted {
			fmt.Fprintf(&b, " %s:%d", s.ID, y.turns[s.ID])
		}
	}
	return b.String()
}

// resultsSeen keeps the newest computed years, for one unit's points hang on
// all the others', and a matrix is read by page, by stage and as a file. A large
// year takes a few MB.
var resultsSeen = Memory[string, Result](8)
