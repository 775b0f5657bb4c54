package load_test

import (
	"context"
	"encoding/base64"
	"fmt"
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/internal/bigyear"
	"thidua/internal/testkit"
	"thidua/scoring"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/store"
	"thidua/vi"
)

// busyYear is the made-up year of seven units and 230 criteria with its people.
type busyYear struct {
	db       *store.DB
	season   season.Season
	members  []cluster.Member
	officers []string // cookies of twenty people of the units
	standing []string // cookies of twenty people of the standing body
}

// people is how many ask at once.
const people = 20

// scoringItself puts the year on record as it stands while its units fill in
// their sheets: every leaf typed at the desk, nothing sent.
func scoringItself(b *testing.B, address string) *busyYear {
	b.Helper()
	ctx := context.Background()
	db, err := store.Open(ctx, address)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = db.Close() })
	id, faults, err := seasonfile.Load(ctx, db, bigyear.File())
	if err != nil || len(faults) > 0 {
		b.Fatalf("the year cannot be: %v %v", faults, err)
	}
	y := &busyYear{db: db}
	testkit.Write(b, db, func(ctx context.Context, tx *store.Tx) error { return y.goBack(ctx, tx, id) })
	for i := range people {
		unit := y.members[i%len(y.members)].Unit
		y.officers = append(y.officers, y.seat(b, fmt.Sprintf("officer%d", i), account.Grant{Role: access.EmulationOfficer, Unit: unit}))
		y.standing = append(y.standing, y.seat(b, fmt.Sprintf("standing%d", i), account.Grant{Role: access.StandingBody}))
	}
	return y
}

// goBack takes the year back to its self-scoring, with open dates.
func (y *busyYear) goBack(ctx context.Context, tx *store.Tx, id string) (err error) {
	for _, statement := range []string{
		`UPDATE season SET phase = 'self_scoring', calendar = '', published_on = '' WHERE id = $1`,
		`DELETE FROM standing WHERE season_id = $1`,
		`DELETE FROM score_sheet WHERE season_id = $1 AND stage <> 'self'`,
	} {
		if _, err := tx.Exec(ctx, statement, id); err != nil {
			return err
		}
	}
	if y.season, err = season.ByID(ctx, tx, id); err != nil {
		return err
	}
	if y.members, err = cluster.Roster(ctx, tx, y.season.Cluster, y.season.Label); err != nil {
		return err
	}
	all, err := scoring.Sheets(ctx, tx, id)
	if err != nil {
		return err
	}
	for _, s := range all {
		if err := y.typeAgain(ctx, tx, s); err != nil {
			return err
		}
	}
	return nil
}

// typeAgain turns a sheet that was sent into one that is typed at the desk.
func (y *busyYear) typeAgain(ctx context.Context, tx *store.Tx, s scoring.Sheet) error {
	if _, err := tx.Exec(ctx, `DELETE FROM score_sheet WHERE id = $1`, s.ID); err != nil {
		return err
	}
	var entries []scoring.Entry
	for _, m := range s.Marks {
		entries = append(entries, scoring.Entry{Criterion: m.Criterion, Typed: m.Typed()})
	}
	by := access.Actor{Name: "Cán bộ TĐKT", Role: access.EmulationOfficer, Unit: s.Unit}
	_, err := scoring.FillCells(ctx, tx, by, vi.DayOf(tx.Now.Time), y.season.ID, s.Unit, 0, entries)
	return err
}

// seat puts a person on record and returns the cookie of their session.
func (y *busyYear) seat(b *testing.B, login string, g account.Grant) string {
	b.Helper()
	admin := access.Actor{Name: "Quản trị", Role: access.Admin}
	testkit.Write(b, y.db, func(ctx context.Context, tx *store.Tx) (err error) {
		day := vi.DayOf(tx.Now.Time)
		g.Person, err = account.Enter(ctx, tx, admin, day, account.Person{Name: "Người " + login, Login: login, Sample: true})
		if err != nil {
			return err
		}
		g.From = day.AddDays(-1)
		_, err = account.Give(ctx, tx, admin, day, g)
		return err
	})
	token := base64.RawURLEncoding.EncodeToString([]byte("session of " + login))
	ends := time.Now().Add(10 * time.Hour)
	body, err := scs.GobCodec{}.Encode(ends, map[string]any{})
	if err != nil {
		b.Fatal(err)
	}
	ctx := account.WithVisit(context.Background(), "127.0.0.1", "load")
	account.Sit(ctx, g.Person)
	if err := (account.Sessions{DB: y.db}).CommitCtx(ctx, token, body, ends); err != nil {
		b.Fatal(err)
	}
	return "phien=" + token
}

// path is the address of a working page of the year.
func (y *busyYear) path(page string) string { return "/lam/" + y.season.Slug + "/" + page }
