package scoring

import (
	"context"

	"thidua/journal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/year"
)

// moment names the records of a season as they stood: every change of them
// moves the journal's head, whose hash no other state shares.
type moment struct {
	season string
	head   journal.Head
}

// remembered keeps the newest computed clusters, for one unit's points hang on
// all others', and a reader who asks "vì sao?" asks more than once. A large year
// takes a few MB.
var remembered = scoring.Memory[moment, scoring.Result](8)

// compute scores the whole cluster as its records stand in this transaction.
func compute(ctx context.Context, tx *store.Tx, v year.Visit) (scoring.Result, error) {
	head, err := journal.CurrentHead(ctx, tx)
	if err != nil {
		return scoring.Result{}, err
	}
	now := moment{v.Season.ID, head}
	if r, ok := remembered.Get(now); ok {
		return r, nil
	}
	rules, err := season.RulesOf(ctx, tx, v.Season.ID)
	if err != nil {
		return scoring.Result{}, err
	}
	sheets, err := scoring.Sheets(ctx, tx, v.Season.ID)
	if err != nil {
		return scoring.Result{}, err
	}
	r := scoring.Compute(rules, v.Members, sheets)
	remembered.Add(now, r)
	return r, nil
}
