package account

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"strings"
	"time"

	"thidua/store"
)

// Sessions keeps the sessions of package scs on our own tables, so that they
// can be listed and revoked, and outlive a restart.
type Sessions struct{ DB *store.DB }

// seenEvery is how exactly a session knows when it was last used: writing it
// down at every request would make readers wait for writers.
const seenEvery = time.Minute

// hashed is what the table knows of a token.
func hashed(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// FindCtx returns what a session holds; not found when it has ended.
func (s Sessions) FindCtx(ctx context.Context, token string) (body []byte, found bool, err error) {
	v := visitOf(ctx)
	err = s.DB.Look(ctx, func(tx *store.Tx) error {
		v.found = tx.Now
		_, err := store.One(ctx, tx, func(*struct{}) []any { return []any{&v.body, &v.person, &v.seen} },
			`SELECT body, person_id, seen_at FROM session WHERE token = $1 AND ends_at > $2`, hashed(token), tx.Now)
		return err
	})
	if errors.Is(err, store.ErrNone) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	v.token = hashed(token)
	body, err = base64.StdEncoding.DecodeString(v.body)
	return body, err == nil, err
}

// CommitCtx keeps a session. A session that was found is only ever brought up to
// date, so that one revoked meanwhile stays revoked; and when nothing but the
// time it was last seen has changed, it is written once a minute.
func (s Sessions) CommitCtx(ctx context.Context, token string, body []byte, ends time.Time) error {
	v, text := visitOf(ctx), base64.StdEncoding.EncodeToString(body)
	if v.token == hashed(token) && v.body == text && !v.sat && v.found.Sub(v.seen.Time).Abs() < seenEvery {
		return nil
	}
	return s.DB.Write(ctx, func(tx *store.Tx) error {
		if v.token == hashed(token) {
			_, err := tx.Exec(ctx, `UPDATE session SET person_id = $1, body = $2, seen_at = $3, ends_at = $4, address = $5, agent = $6 WHERE token = $7`,
				v.person, text, tx.Now, store.At(ends), v.address, v.agent, v.token)
			return err
		}
		_, err := tx.Exec(ctx, `INSERT INTO session (token, person_id, body, made_at, seen_at, ends_at, address, agent)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
			ON CONFLICT (token) DO UPDATE SET person_id = excluded.person_id, body = excluded.body, seen_at = excluded.seen_at, ends_at = excluded.ends_at`,
			hashed(token), v.person, text, tx.Now, tx.Now, store.At(ends), v.address, v.agent)
		return err
	})
}

// DeleteCtx ends a session.
func (s Sessions) DeleteCtx(ctx context.Context, token string) error {
	return s.DB.Write(ctx, func(tx *store.Tx) error {
		_, err := tx.Exec(ctx, `DELETE FROM session WHERE token = $1`, hashed(token))
		return err
	})
}

// Find, Commit and Delete are scs's older forms, which it calls when there is
// no context.
func (s Sessions) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit keeps a session; see CommitCtx.
func (s Sessions) Commit(token string, body []byte, ends time.Time) error {
	return s.CommitCtx(context.Background(), token, body, ends)
}

// Delete ends a session; see DeleteCtx.
func (s Sessions) Delete(token string) error { return s.DeleteCtx(context.Background(), token) }

type visitKey struct{}

// visit is what is known of the request under way and of its session.
type visit struct {
	address, agent string
	token          string // hashed, of the session that was found; empty for a new one
	person         string // whose session it is; empty before the sign-in
	body           string
	seen, found    store.Time // when the session was last written down as used, and when it was found now
	sat            bool       // somebody sat down or got up in this request
}

func visitOf(ctx context.Context) *visit {
	if v, ok := ctx.Value(visitKey{}).(*visit); ok {
		return v
	}
	return &visit{}
}

// WithVisit lets sessions under the context know where the request came from.
func WithVisit(ctx context.Context, address, agent string) context.Context {
	if len(agent) > 300 {
		agent = agent[:300]
	}
	agent = strings.ReplaceAll(strings.ToValidUTF8(agent, ""), "\x00", "")
	return context.WithValue(ctx, visitKey{}, &visit{address: address, agent: agent})
}

// Sit says whose session the one under the context is from now on; nobody's
// for "". The session's token must change with it.
func Sit(ctx context.Context, person string) {
	v := visitOf(ctx)
	v.person, v.sat = person, true
}

// Seated is the id of the person whose session the request came under; empty
// when nobody signed in.
func Seated(ctx context.Context) string { return visitOf(ctx).person }

// Address is where the request under the context came from.
func Address(ctx context.Context) string { return visitOf(ctx).address }
