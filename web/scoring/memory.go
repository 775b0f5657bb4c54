package scoring

import (
	"context"
	"sync"

	"thidua/journal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/year"
)

// yearsRemembered bounds the memory; a large year takes a few MB.
const yearsRemembered = 8

// moment names the records of a season as they stood: every change of them
// moves the journal's head, whose hash no other state shares.
type moment struct {
	season string
	head   journal.Head
}

// memory keeps the newest computed clusters, for one unit's points hang on all
// others', and a reader who asks "vì sao?" asks more than once.
type memory struct {
	mu      sync.Mutex
	results map[moment]scoring.Result
	order   []moment // oldest first
}

var remembered = memory{results: map[moment]scoring.Result{}}

// compute scores the whole cluster as its records stand in this transaction.
func compute(ctx context.Context, tx *store.Tx, v year.Visit) (scoring.Result, error) {
	head, err := journal.CurrentHead(ctx, tx)
	if err != nil {
		return scoring.Result{}, err
	}
	now := moment{v.Season.ID, head}
	if r, ok := remembered.at(now); ok {
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
	remembered.keep(now, r)
	return r, nil
}

func (m *memory) at(x moment) (scoring.Result, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	r, ok := m.results[x]
	return r, ok
}

func (m *memory) keep(x moment, r scoring.Result) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.results[x]; ok {
		return
	}
	m.results[x], m.order = r, append(m.order, x)
	if len(m.order) > yearsRemembered {
		delete(m.results, m.order[0])
		m.order = m.order[1:]
	}
}
