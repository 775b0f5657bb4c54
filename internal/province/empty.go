package province

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/account"
	"thidua/internal/testkit"
	"thidua/store"
	"thidua/web"
)

// Empty is a province with nothing on record yet but two people: "standing", of
// a standing body that is bound to no unit, and "admin".
func Empty(t testing.TB, db *store.DB) *Province {
	t.Helper()
	p := &Province{DB: db, t: t, Unit: map[string]string{}, People: map[string]account.Person{}, cookies: map[string]string{}}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		p.enter(ctx, tx, "standing", "Chuyên viên cơ quan thường trực", account.Grant{Role: access.StandingBody})
		p.enter(ctx, tx, "admin", "Quản trị", account.Grant{Role: access.Admin})
		return nil
	})
	p.Site = web.New(db, web.Options{})
	return p
}

// Hire enters one more person with one capacity, as the administrator does from
// the command line, and seats them under the key.
func (p *Province) Hire(key, name string, g account.Grant) {
	p.t.Helper()
	testkit.Write(p.t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		p.enter(ctx, tx, key, name, g)
		return nil
	})
}
