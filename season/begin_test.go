package season_test

import (
	"strings"
	"testing"

	"thidua/access"
	"thidua/cluster"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// grown is a cluster of three units with a year of rules and chosen leaders; the
// third unit ends before the next year.
func grown(t *testing.T, db *store.DB) (g ground, second, third string) {
	g = lay(t, db)
	do(t, db, func(tx *store.Tx) (err error) {
		if second, err = org.Add(ctx, tx, standing, day, org.Unit{Name: "Huyện Anh Sơn"}); err != nil {
			return err
		}
		if third, err = org.Add(ctx, tx, standing, day, org.Unit{Name: "Hội Làm vườn", Until: vi.MustDay("2014-12-31")}); err != nil {
			return err
		}
		if err = season.Enrol(ctx, tx, standing, day, cluster.Enrolment{Cluster: g.cluster, Label: "2014", Members: []string{g.unit, second, third}, Head: g.unit}, ""); err != nil {
			return err
		}
		if err = season.Elect(ctx, tx, standing, day, g.season, season.Election{Head: second, Deputy: third}); err != nil {
			return err
		}
		return season.Sign(ctx, tx, standing, day, g.season, goodTree())
	})
	return g, second, third
}

func opening(g ground, label string) season.Opening {
	return season.Opening{Cluster: g.cluster, Label: label, From: g.season, Rules: true, Calendar: true, Members: true}
}

func TestBegin_takesOverWhatWasAskedFor(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g, second, _ := grown(t, db)
		var id string
		do(t, db, func(tx *store.Tx) (err error) {
			id, err = season.Begin(ctx, tx, seated(g), day, opening(g, "2015"))
			return err
		})
		do(t, db, func(tx *store.Tx) error {
			s, err := season.ByID(ctx, tx, id)
			if err != nil {
				return err
			}
			if s.Slug != "duong-7-2015" || s.Year != 2015 || s.Phase != season.SetUp || s.MembersCount != 2 || s.Calendar[0].To != vi.MustDay("2015-03-28") {
				t.Errorf("%+v", s)
			}
			roster, err := cluster.Roster(ctx, tx, g.cluster, "2015")
			if err != nil {
				return err
			}
			if len(roster) != 2 || roster[0].Role != cluster.Plain || roster[1].Unit != second || roster[1].Role != cluster.Head {
				t.Errorf("%+v", roster)
			}
			d, err := season.DraftOf(ctx, tx, id)
			if err != nil {
				return err
			}
			if !d.Written || codes(d.Rules.Criteria) != codes(goodTree().Criteria) || d.Rules.Version != 0 || !d.Rules.SignedOn.IsZero() {
				t.Errorf("%+v", d)
			}
			signed, err := season.RulesOf(ctx, tx, id)
			if signed.Version != 0 {
				t.Error("copied rules bind nobody before they are signed")
			}
			return err
		})
	})
}

func TestPlan_saysWhoIsGone(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g, _, _ := grown(t, db)
		do(t, db, func(tx *store.Tx) error {
			p, err := season.Plan(ctx, tx, opening(g, "2015"))
			if len(p.Gone) != 1 || !strings.Contains(p.Gone[0], "Hội Làm vườn") || p.Already {
				t.Errorf("%+v", p)
			}
			return err
		})
	})
}

func TestBegin_fromScratch(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g := lay(t, db)
		do(t, db, func(tx *store.Tx) error {
			id, err := season.Begin(ctx, tx, seated(g), day, season.Opening{Cluster: g.cluster, Label: "2015-2016", Slug: "nam-hoc-moi"})
			if err != nil {
				return err
			}
			s, err := season.ByID(ctx, tx, id)
			if s.Label != "2015-2016" || s.Year != 2016 || s.Slug != "nam-hoc-moi" || len(s.Calendar) > 0 {
				t.Errorf("%+v", s)
			}
			return err
		})
	})
}

func TestBegin_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		g, _, _ := grown(t, db)
		var other string
		do(t, db, func(tx *store.Tx) (err error) {
			other, err = cluster.SetUp(ctx, tx, standing, day, cluster.Cluster{Name: "Khối thi đua số 1"})
			return err
		})
		for _, c := range []struct {
			name string
			kind refusal.Kind
			says string
			by   access.Actor
			what season.Opening
		}{
			{"the same year twice", refusal.Conflict, "đã có trong sổ", seated(g), opening(g, "2014")},
			{"an address that is taken", refusal.Conflict, "đã dùng", seated(g), season.Opening{Cluster: g.cluster, Label: "2015", Slug: "duong7-2014"}},
			{"an address that is none", refusal.Invalid, "chữ thường", seated(g), season.Opening{Cluster: g.cluster, Label: "2015", Slug: "../quan-tri"}},
			{"a year that is none", refusal.Invalid, "phải viết như", seated(g), season.Opening{Cluster: g.cluster, Label: "hai nghìn"}},
			{"a year of another cluster", refusal.Invalid, "chính cụm này", access.Actor{Role: access.StandingBody, Person: "p"}, season.Opening{Cluster: other, Label: "2015", From: g.season}},
			{"another cluster than one's own", refusal.NotAllowed, "cho cụm này", seated(g), season.Opening{Cluster: other, Label: "2015"}},
			{"a cluster that is not there", refusal.NotFound, "Không có cụm", access.Actor{Role: access.StandingBody, Person: "p"}, season.Opening{Cluster: "none", Label: "2015"}},
			{"the head", refusal.NotAllowed, "cơ quan thường trực mở", access.Actor{Role: access.ClusterHead, Unit: g.unit, Person: "h", Cluster: g.cluster}, opening(g, "2015")},
		} {
			t.Run(c.name, func(t *testing.T) {
				refuses(t, db, c.kind, c.says, func(tx *store.Tx) error {
					_, err := season.Begin(ctx, tx, c.by, day, c.what)
					return err
				})
			})
		}
	})
}

func TestSlugOf_isAnAddress(t *testing.T) {
	for name, want := range map[string]string{
		"Cụm thi đua đường 7":    "duong-7-2015",
		"Khối thi đua số 1":      "so-1-2015",
		"Cụm":                    "cum-2015",
		"Sở <script> & Kỳ Sơn":   "so-script-ki-son-2015",
		"Khối các cơ quan Đảng ": "cac-co-quan-dang-2015",
	} {
		if got := season.SlugOf(name, "2015"); got != want {
			t.Errorf("%q gives %q, want %q", name, got, want)
		}
	}
}
