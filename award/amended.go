package award

import (
	"context"

	"thidua/store"
)

// Standing is an award as it reads today: as it was decided, with what later
// decisions amended in its place.
type Standing struct {
	Award
	Last Event // the last amendment; zero when there was none
}

// AsAmended returns a decision with its awards as they read today. Two
// statements.
func AsAmended(ctx context.Context, tx *store.Tx, decision string, s Scope) (Decision, []Standing, error) {
	d, decided, err := Of(ctx, tx, decision, s)
	if err != nil {
		return d, nil, err
	}
	type kept struct {
		Event
		place   int
		amended store.JSON[Amendment]
	}
	later, err := store.All(ctx, tx, func(k *kept) []any {
		return []any{&k.place, &k.Kind, &k.Reason, &k.amended, &k.By.Number, &k.By.Day, &k.By.Authority, &k.By.Signer}
	}, `SELECT e.place, e.kind, e.reason, e.amended, d.number, d.day, d.authority, d.signer
		FROM award_event e JOIN award_decision d ON d.id = e.by_decision WHERE e.decision_id = $1 AND e.kind = $2 ORDER BY e.place, e.seq`, ordinal(decision), Amend)
	all, at := make([]Standing, len(decided)), map[int]*Standing{}
	for i, a := range decided {
		all[i].Award, at[a.Place] = a, &all[i]
	}
	for _, k := range later {
		if a := at[k.place]; a != nil {
			k.Amended = k.amended.V
			a.amend(k.Event)
		}
	}
	return d, all, err
}

// amend lets the award read as the amendment has it; what that leaves empty stays.
func (a *Standing) amend(e Event) {
	a.Last = e
	for now, text := range map[*string]string{&a.Name: e.Amended.Name, &a.UnitName: e.Amended.UnitName, &a.Achievement: e.Amended.Achievement} {
		if text != "" {
			*now = text
		}
	}
}
