package account

import (
	"context"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// How long a session lives without being used, and at the most.
const (
	IdleFor = "30m"
	LiveFor = "12h"
)

// Session is one desk a person sits at: a browser on a machine.
type Session struct {
	ID      string // what the table knows of its token
	MadeAt  store.Time
	SeenAt  store.Time // to the minute
	Address string
	Agent   string // as the browser names itself
	Here    bool   // the one that asks
}

// SessionsOf returns where a person is signed in, the last used first.
func SessionsOf(ctx context.Context, tx *store.Tx, person string) ([]Session, error) {
	all, err := store.All(ctx, tx, func(s *Session) []any {
		return []any{&s.ID, &s.MadeAt, &s.SeenAt, &s.Address, &s.Agent}
	}, `SELECT token, made_at, seen_at, address, agent FROM session WHERE person_id = $1 AND ends_at > $2 ORDER BY seen_at DESC, token`, person, tx.Now)
	for i := range all {
		all[i].Here = all[i].ID == sessionHere(ctx)
	}
	return all, err
}

// sessionHere is the session the request under the context came with.
func sessionHere(ctx context.Context) string { return visitOf(ctx).token }

// EndSession ends one of a person's own sessions.
func EndSession(ctx context.Context, tx *store.Tx, day vi.Day, p Person, id string) error {
	n, err := tx.Exec(ctx, `DELETE FROM session WHERE token = $1 AND person_id = $2`, id, p.ID)
	if err != nil {
		return err
	}
	if n == 0 {
		return refusal.New(refusal.NotFound, "Phiên làm việc này không còn nữa.")
	}
	return journal.Record(ctx, tx, self(p), day, access.EndSession, "person:"+p.ID, map[string]int{"ended": 1})
}

// EndOtherSessions signs a person out everywhere but where they ask from.
func EndOtherSessions(ctx context.Context, tx *store.Tx, day vi.Day, p Person) error {
	if err := endSessions(ctx, tx, p.ID, sessionHere(ctx)); err != nil {
		return err
	}
	return journal.Record(ctx, tx, self(p), day, access.EndSession, "person:"+p.ID, map[string]string{"ended": "others"})
}

// endSessions ends a person's sessions, but for the one named.
func endSessions(ctx context.Context, tx *store.Tx, person, but string) error {
	_, err := tx.Exec(ctx, `DELETE FROM session WHERE person_id = $1 AND token <> $2`, person, but)
	return err
}
