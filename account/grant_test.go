package account_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// cum is a cluster of three units in 2014 and 2015, headed by a in both rosters.
func cum(t *testing.T, db *store.DB) {
	t.Helper()
	testkit.Exec(t, db,
		`INSERT INTO unit (id, code, level, valid_from, valid_until, illustrative) VALUES ('a', '1', 'district', '', '', false), ('b', '2', 'district', '', '', false), ('c', '3', 'district', '', '', false)`,
		`INSERT INTO unit_name (unit_id, name, short_name, fold, sort_key, kind, from_day, until_day) VALUES ('a', 'Huyện A', 'A', 'a', 'a', 'district', '', ''), ('b', 'Huyện B', 'B', 'b', 'b', 'district', '', ''), ('c', 'Huyện C', 'C', 'c', 'c', 'district', '', '')`,
		`INSERT INTO cluster (id, name, fold, kind) VALUES ('cum', 'Cụm', 'cum', 'cum'), ('khac', 'Cụm khác', 'cum khac', 'cum')`,
		`INSERT INTO cluster_member (cluster_id, label, unit_id, position, role) VALUES
			('cum', '2014', 'a', 1, 'head'), ('cum', '2014', 'b', 2, 'deputy'), ('cum', '2014', 'c', 3, ''),
			('cum', '2015', 'a', 1, ''), ('cum', '2015', 'b', 2, 'head'), ('cum', '2015', 'c', 3, '')`)
}

func give(db *store.DB, g account.Grant) (id string, err error) {
	err = testkit.Try(db, func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = account.Give(ctx, tx, admin, day, g)
		return err
	})
	return id, err
}

func mustGive(t *testing.T, db *store.DB, g account.Grant) string {
	t.Helper()
	id, err := give(db, g)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func heldOn(t *testing.T, db *store.DB, person, on string) (roles []access.Role) {
	t.Helper()
	do(t, db, func(ctx context.Context, tx *store.Tx) error {
		all, err := account.HeldOn(ctx, tx, person, vi.MustDay(on))
		for _, g := range all {
			roles = append(roles, g.Role)
		}
		return err
	})
	return roles
}

func TestGive_refuses(t *testing.T) {
	db := testkit.SQLite(t)
	cum(t, db)
	p, boss := enter(t, db, officer), enter(t, db, account.Person{Name: "Quản trị hai", Login: "quan.tri.hai"})
	mustGive(t, db, account.Grant{Person: boss.ID, Role: access.Admin, From: day})
	self := admin
	self.Person = boss.ID
	for name, c := range map[string]struct {
		by   access.Actor
		g    account.Grant
		kind refusal.Kind
	}{
		"a scoring role to oneself":             {self, account.Grant{Person: boss.ID, Role: access.StandingBody, From: day}, refusal.NotAllowed},
		"another administrator's role on top":   {admin, account.Grant{Person: boss.ID, Role: access.EmulationOfficer, Unit: "a", From: day}, refusal.NotAllowed},
		"a role by somebody who gives none":     {access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "a", Person: "x"}, account.Grant{Person: p.ID, Role: access.ClusterHead, Unit: "a", Cluster: "cum"}, refusal.NotAllowed},
		"a role by an officer":                  {access.Actor{Name: "Cán bộ", Role: access.EmulationOfficer, Unit: "a", Person: p.ID}, account.Grant{Person: p.ID, Role: access.Leader, Unit: "a"}, refusal.NotAllowed},
		"a role there is not":                   {admin, account.Grant{Person: p.ID, Role: "root"}, refusal.Invalid},
		"an officer of no unit":                 {admin, account.Grant{Person: p.ID, Role: access.EmulationOfficer}, refusal.Invalid},
		"a head of no cluster":                  {admin, account.Grant{Person: p.ID, Role: access.ClusterHead, Unit: "a"}, refusal.Invalid},
		"an end before the beginning":           {admin, account.Grant{Person: p.ID, Role: access.Leader, Unit: "a", From: day, Until: day}, refusal.Invalid},
		"a person who is not there (forged id)": {admin, account.Grant{Person: "khong-co", Role: access.Leader, Unit: "a"}, refusal.NotFound},
	} {
		t.Run(name, func(t *testing.T) {
			if e := refused(t, db, func(ctx context.Context, tx *store.Tx) error {
				_, err := account.Give(ctx, tx, c.by, day, c.g)
				return err
			}); e.Kind != c.kind {
				t.Errorf("got %s: %v", e.Kind, e)
			}
		})
	}
}

func TestGrant_holdsFromItsFirstDayUntilTheDayBeforeItEnds(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		cum(t, db)
		p := enter(t, db, officer)
		mustGive(t, db, account.Grant{Person: p.ID, Role: access.Leader, Unit: "a", From: vi.MustDay("2014-03-01"), Until: vi.MustDay("2014-06-01")})
		for on, want := range map[string]int{"2014-02-28": 0, "2014-03-01": 1, "2014-05-31": 1, "2014-06-01": 0, "2015-01-01": 0} {
			if got := heldOn(t, db, p.ID, on); len(got) != want {
				t.Errorf("%s: %v", on, got)
			}
		}
	})
}

func TestRevoke_endsTheCapacityAndWhatWasDelegatedFromIt(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		cum(t, db)
		p, deputy := enter(t, db, officer), enter(t, db, account.Person{Name: "Phó phòng", Login: "pho.phong"})
		id := mustGive(t, db, account.Grant{Person: p.ID, Role: access.Leader, Unit: "a", From: vi.MustDay("2014-01-01")})
		do(t, db, func(ctx context.Context, tx *store.Tx) error {
			_, err := account.Appoint(ctx, tx, admin, day, account.StandIn{Grant: id, Person: deputy.ID, How: account.Delegated,
				From: vi.MustDay("2014-12-01"), Until: vi.MustDay("2015-01-01"), Document: "Giấy ủy quyền số 01"})
			return err
		})
		if got := heldOn(t, db, deputy.ID, "2014-12-31"); len(got) != 1 || got[0] != access.Leader {
			t.Fatalf("the stand-in holds %v", got)
		}
		self := admin
		self.Person = p.ID
		refused(t, db, func(ctx context.Context, tx *store.Tx) error {
			return account.Revoke(ctx, tx, self, day, id, vi.MustDay("2014-12-10"))
		})
		do(t, db, func(ctx context.Context, tx *store.Tx) error {
			return account.Revoke(ctx, tx, admin, day, id, vi.MustDay("2014-12-10"))
		})
		for on, want := range map[string]int{"2014-12-09": 1, "2014-12-10": 0} {
			if a, b := heldOn(t, db, p.ID, on), heldOn(t, db, deputy.ID, on); len(a) != want || len(b) != want {
				t.Errorf("%s: %v and %v, want %d each", on, a, b, want)
			}
		}
		if e := refused(t, db, func(ctx context.Context, tx *store.Tx) error {
			return account.Revoke(ctx, tx, admin, day, id, vi.MustDay("2015-01-01"))
		}); e.Field != "until" {
			t.Errorf("a revoked capacity was lengthened: %v", e)
		}
	})
}

func TestAppoint_refuses(t *testing.T) {
	db := testkit.SQLite(t)
	cum(t, db)
	p, deputy, third := enter(t, db, officer), enter(t, db, account.Person{Name: "Phó phòng", Login: "pho.phong"}), enter(t, db, account.Person{Name: "Người ba", Login: "nguoi.ba"})
	id := mustGive(t, db, account.Grant{Person: p.ID, Role: access.Leader, Unit: "a", From: vi.MustDay("2014-01-01"), Until: vi.MustDay("2015-01-01")})
	good := account.StandIn{Grant: id, Person: deputy.ID, How: account.Acting, From: vi.MustDay("2014-12-01"), Until: vi.MustDay("2014-12-15"), Document: "QĐ 02"}
	var delegated string
	do(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		delegated, err = account.Appoint(ctx, tx, admin, day, good)
		return err
	})
	for field, spoil := range map[string]func(*account.StandIn){
		"grant":    func(s *account.StandIn) { s.Grant, s.Person = delegated, third.ID },
		"person":   func(s *account.StandIn) { s.Person = p.ID },
		"how":      func(s *account.StandIn) { s.How = account.Own },
		"from":     func(s *account.StandIn) { s.From = vi.Day{} },
		"until":    func(s *account.StandIn) { s.Until = vi.Day{} },
		"document": func(s *account.StandIn) { s.Document = " " },
	} {
		s := good
		spoil(&s)
		if e := refused(t, db, func(ctx context.Context, tx *store.Tx) error {
			_, err := account.Appoint(ctx, tx, admin, day, s)
			return err
		}); e.Field != field {
			t.Errorf("%s: got %q %v", field, e.Field, e)
		}
	}
	long := good
	long.Until = vi.MustDay("2015-02-01")
	refused(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := account.Appoint(ctx, tx, admin, day, long)
		return err
	})
}

func TestHandOver_endsTheFormerHeadTheDayBeforeAndBeginsTheNew(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		cum(t, db)
		old, now, stranger := enter(t, db, officer), enter(t, db, account.Person{Name: "Cán bộ B", Login: "can.bo.b"}), enter(t, db, account.Person{Name: "Cán bộ C", Login: "can.bo.c"})
		from := vi.MustDay("2014-01-01")
		mustGive(t, db, account.Grant{Person: old.ID, Role: access.ClusterHead, Unit: "a", Cluster: "cum", From: from})
		mustGive(t, db, account.Grant{Person: now.ID, Role: access.EmulationOfficer, Unit: "b", From: from})
		mustGive(t, db, account.Grant{Person: now.ID, Role: access.ClusterDeputy, Unit: "b", Cluster: "cum", From: from})
		mustGive(t, db, account.Grant{Person: stranger.ID, Role: access.EmulationOfficer, Unit: "c", From: from})
		h := cluster.Handover{Cluster: "cum", Label: "2014", Unit: "b", On: vi.MustDay("2014-12-01"), Document: "Biên bản ngày 22/11/2014"}
		if e := refused(t, db, func(ctx context.Context, tx *store.Tx) error {
			return account.HandOver(ctx, tx, admin, day, h, []string{stranger.ID})
		}); e.Field != "people" {
			t.Errorf("somebody of another unit: %v", e)
		}
		do(t, db, func(ctx context.Context, tx *store.Tx) error {
			return account.HandOver(ctx, tx, admin, day, h, []string{now.ID})
		})
		for on, want := range map[string][2]int{"2014-11-30": {1, 2}, "2014-12-01": {0, 2}} {
			if a, b := heldOn(t, db, old.ID, on), heldOn(t, db, now.ID, on); len(a) != want[0] || len(b) != want[1] {
				t.Errorf("%s: former %v, new %v", on, a, b)
			}
		}
		if got := heldOn(t, db, now.ID, "2014-12-01"); got[0] != access.EmulationOfficer || got[1] != access.ClusterHead {
			t.Errorf("the new head holds %v", got)
		}
		do(t, db, func(ctx context.Context, tx *store.Tx) error {
			roster, err := cluster.Roster(ctx, tx, "cum", "2014")
			if err != nil {
				return err
			}
			if roster[0].Role != cluster.Plain || roster[1].Role != cluster.Head {
				t.Errorf("the roster says %v", roster)
			}
			heads, err := cluster.Headships(ctx, tx, "cum")
			if len(heads) != 2 || heads[0].Unit != "a" || heads[0].From != from || heads[0].Until != h.On || heads[1].Unit != "b" || !heads[1].Until.IsZero() {
				t.Errorf("heads: %+v", heads)
			}
			return err
		})
	})
}

// The roster of the new year may name the new head already; the handover then
// still ends the former head's capacities.
func TestHandOver_intoAYearWhoseRosterNamesTheNewHead(t *testing.T) {
	db := testkit.SQLite(t)
	cum(t, db)
	old := enter(t, db, officer)
	mustGive(t, db, account.Grant{Person: old.ID, Role: access.ClusterHead, Unit: "a", Cluster: "cum", From: vi.MustDay("2014-01-01")})
	h := cluster.Handover{Cluster: "cum", Label: "2015", Unit: "b", On: vi.MustDay("2015-01-05"), Document: "Biên bản"}
	do(t, db, func(ctx context.Context, tx *store.Tx) error { return account.HandOver(ctx, tx, admin, day, h, nil) })
	if got := heldOn(t, db, old.ID, "2015-01-05"); len(got) != 0 {
		t.Errorf("the former head still holds %v", got)
	}
}

func TestHandOver_refuses(t *testing.T) {
	db := testkit.SQLite(t)
	cum(t, db)
	good := cluster.Handover{Cluster: "cum", Label: "2014", Unit: "b", On: vi.MustDay("2014-12-01"), Document: "Biên bản"}
	act := func(by access.Actor, h cluster.Handover) func(context.Context, *store.Tx) error {
		return func(ctx context.Context, tx *store.Tx) error { return account.HandOver(ctx, tx, by, day, h, nil) }
	}
	for field, spoil := range map[string]func(*cluster.Handover){
		"unit":     func(h *cluster.Handover) { h.Unit = "khong-co" },
		"on":       func(h *cluster.Handover) { h.On = vi.Day{} },
		"document": func(h *cluster.Handover) { h.Document = "" },
		"label":    func(h *cluster.Handover) { h.Label = "2013" },
	} {
		h := good
		spoil(&h)
		if e := refused(t, db, act(admin, h)); e.Field != field {
			t.Errorf("%s: got %q %v", field, e.Field, e)
		}
	}
	for _, by := range []access.Actor{
		{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "a", Cluster: "cum", Person: "x"},
		{Name: "Cán bộ", Role: access.EmulationOfficer, Unit: "b", Person: "x"},
		{Name: "Thường trực cụm khác", Role: access.StandingBody, Cluster: "khac", Person: "x"},
	} {
		if e := refused(t, db, act(by, good)); e.Kind != refusal.NotAllowed {
			t.Errorf("%s: %v", by.Name, e)
		}
	}
	do(t, db, act(admin, good))
	again := good
	again.Unit, again.On = "c", good.On
	if e := refused(t, db, act(admin, again)); e.Field != "on" {
		t.Errorf("two handovers on one day: %v", e)
	}
	if e := refused(t, db, act(admin, good)); e.Field != "unit" {
		t.Errorf("to the unit that is head: %v", e)
	}
}
