package scoring

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"thidua/season"
	"thidua/store"
)

// rulesRemembered bounds the memory; a large tree takes about a megabyte.
const rulesRemembered = 16

// rulesMemory keeps the newest rules that were read, by the text on record:
// reading a large tree takes longer than everything else an entry does.
type rulesMemory struct {
	mu    sync.Mutex
	known map[string]season.Rules
	order []string // oldest first
}

var rulesRead = rulesMemory{known: map[string]season.Rules{}}

// RulesOf is season.RulesOf with a memory. The rules are shared: nobody may
// change them.
func RulesOf(ctx context.Context, tx *store.Tx, seasonID string) (season.Rules, error) {
	body, err := store.One(ctx, tx, func(s *string) []any { return []any{s} },
		`SELECT body FROM season_rules WHERE season_id = $1 ORDER BY version DESC LIMIT 1`, seasonID)
	if errors.Is(err, store.ErrNone) {
		return season.Rules{}, nil
	}
	if err != nil {
		return season.Rules{}, err
	}
	return rulesRead.of(body)
}

func (m *rulesMemory) of(body string) (season.Rules, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if r, ok := m.known[body]; ok {
		return r, nil
	}
	var r season.Rules
	if err := json.Unmarshal([]byte(body), &r); err != nil {
		return r, fmt.Errorf("scoring: rules: %w", err)
	}
	m.known[body], m.order = r, append(m.order, body)
	if len(m.order) > rulesRemembered {
		delete(m.known, m.order[0])
		m.order = m.order[1:]
	}
	return r, nil
}
