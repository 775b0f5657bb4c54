// Package account keeps the people at their desks: who they are, in which
// capacities they act and from when until when, and how they sign in.
package account

import (
	"context"
	"errors"

	"thidua/refusal"
	"thidua/store"
)

// State is whether a person may sign in.
type State string

// The states.
const (
	Active State = "active" // đang hoạt động
	Locked State = "locked" // đã khóa
)

// Label is the state in Vietnamese.
func (s State) Label() string {
	if s == Locked {
		return "Đã khóa"
	}
	return "Đang hoạt động"
}

// Person is somebody with an account.
type Person struct {
	ID     string
	Name   string // as the journal and the papers name them
	Login  string // the name they sign in by: lower case, without accents
	Mail   string // folded to lower case; empty when unknown
	State  State
	Post   string // chức vụ, may be empty
	MadeAt store.Time
	Sample bool // made up for the demonstration: số liệu minh họa
}

const personColumns = `p.id, p.name, p.login, p.mail, p.state, p.post, p.made_at, p.illustrative`

func (p *Person) into() []any {
	return []any{&p.ID, &p.Name, &p.Login, &p.Mail, &p.State, &p.Post, &p.MadeAt, &p.Sample}
}

// ByID returns a person, or a refusal of kind NotFound.
func ByID(ctx context.Context, tx *store.Tx, id string) (Person, error) {
	p, err := store.One(ctx, tx, (*Person).into, `SELECT `+personColumns+` FROM person p WHERE p.id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return Person{}, refusal.New(refusal.NotFound, "Không có người dùng này.")
	}
	return p, err
}

// People returns the people of those ids, by id, in one statement.
func People(ctx context.Context, tx *store.Tx, ids []string) (map[string]Person, error) {
	rows, err := store.All(ctx, tx, (*Person).into,
		`SELECT `+personColumns+` FROM person p WHERE p.id IN (SELECT j.key FROM json_each($1) AS j)`, keys(ids))
	all := make(map[string]Person, len(rows))
	for _, p := range rows {
		all[p.ID] = p
	}
	return all, err
}

// keys is a list as one JSON object, which json_each reads alike on both engines.
func keys(ids []string) string {
	all := make(map[string]bool, len(ids))
	for _, id := range ids {
		all[id] = true
	}
	return store.Text(all)
}
