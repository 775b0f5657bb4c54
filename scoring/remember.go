package scoring

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	lru "github.com/hashicorp/golang-lru/v2"

	"thidua/season"
	"thidua/store"
)

// rulesRead keeps the newest rules that were read, by the text on record:
// reading a large tree takes longer than everything else an entry does. Each
// takes about a megabyte.
var rulesRead = Memory[string, season.Rules](16)

// Memory keeps the newest n things that were asked for, safe for many at once.
func Memory[K comparable, V any](n int) *lru.Cache[K, V] {
	m, err := lru.New[K, V](n)
	if err != nil {
		panic(err) // n is not above zero
	}
	return m
}

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
	if r, ok := rulesRead.Get(body); ok {
		return r, nil
	}
	var r season.Rules
	if err := json.Unmarshal([]byte(body), &r); err != nil {
		return r, fmt.Errorf("scoring: rules: %w", err)
	}
	rulesRead.Add(body, r)
	return r, nil
}
