package season_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/access"
	"thidua/cluster"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

func TestOpening_takesLastYearOn(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Awarding))
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			return season.Elect(ctx, tx, access.Actor{Role: access.StandingBody}, vi.MustDay("2014-11-22"), p.Season.ID, season.Election{Head: p.Unit["anh-son"], Deputy: p.Unit["ky-son"]})
		})
		standing := seat(t, p, "standing")
		at := "/cum/" + p.Season.Cluster + "/mo-nam"
		form := standing.page(at)
		if got := form.Only(t, "input[name=label]").Attr("value"); got != "2015" {
			t.Errorf("it proposes the year %q", got)
		}
		asked := url.Values{"label": {"2015"}, "slug": {"thu-2015"}, "from": {p.Season.ID}, "members": {"co"}, "rules": {"co"}, "calendar": {"co"}, "indicators": {"co"}}
		check := at + "/kiem-tra?" + asked.Encode()
		said := standing.page(check).Only(t, "main").Text()
		for _, want := range []string{"/nam/thu-2015", "năm 2014", "9 mục", "Huyện Anh Sơn Trưởng cụm", "Huyện Kỳ Sơn Phó trưởng cụm"} {
			if !strings.Contains(said, want) {
				t.Errorf("the check lacks %q: %s", want, said)
			}
		}
		if to := standing.does(check, "mo"); to != "/lam/thu-2015/thiet-lap" {
			t.Errorf("opening leads to %s", to)
		}
		if said := standing.page("/lam/thu-2015/tieu-chi").Only(t, "main").Text(); !strings.Contains(said, "dự thảo, chưa ký") || !strings.Contains(said, "1.1. Thu ngân sách") {
			t.Errorf("the new year's rules: %s", said)
		}
		if said := standing.page(check).Only(t, "main").Text(); !strings.Contains(said, "đã có trong sổ") || strings.Contains(said, "Mở năm thi đua 2015") {
			t.Errorf("the same year again: %s", said)
		}
		standing.answers(http.StatusConflict, "đã có trong sổ", check, values("viec", "mo"))
	})
}

func TestOpening_ofAnotherBodysClusterIsAsIfItWereNotThere(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	other, slug := stranger(t, p)
	standing := seat(t, p, "standing")
	for _, at := range []string{"/cum/" + other + "/mo-nam", "/cum/" + other + "/mo-nam/kiem-tra?label=2015", "/cum/khong-co/mo-nam"} {
		if w := standing.Get(at); w.Code != http.StatusNotFound {
			t.Errorf("%s answers %d", at, w.Code)
		}
		if w := standing.Post(strings.Replace(at, "mo-nam?", "mo-nam/kiem-tra?", 1), values("viec", "mo")); w.Code != http.StatusNotFound && w.Code != http.StatusMethodNotAllowed {
			t.Errorf("posting to %s answers %d", at, w.Code)
		}
	}
	for _, at := range []string{"tieu-chi", "tieu-chi/muc/1", "lich", "chuyen-buoc", "thiet-lap"} {
		if w := standing.Get("/lam/" + slug + "/" + at); w.Code != http.StatusForbidden {
			t.Errorf("the year of another body, %s, answers %d", at, w.Code)
		}
	}
	// A year of another cluster is not copied from, whatever id is sent.
	check := "/cum/" + p.Season.Cluster + "/mo-nam/kiem-tra?" + url.Values{"label": {"2015"}, "from": {seasonOf(t, p, slug)}, "rules": {"co"}}.Encode()
	standing.answers(http.StatusBadRequest, "chính cụm này", check, values("viec", "mo"))
}

// stranger is a cluster with an open year, run by another standing body.
func stranger(t testing.TB, p *province.Province) (id, slug string) {
	t.Helper()
	admin := access.Actor{Name: "Quản trị", Role: access.Admin}
	body := access.Actor{Name: "Sở khác", Role: access.StandingBody}
	day := vi.MustDay("2014-01-02")
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		unit, err := org.Add(ctx, tx, admin, day, org.Unit{Name: "Sở Nội vụ tỉnh Hà Tĩnh"})
		if err != nil {
			return err
		}
		if id, err = cluster.SetUp(ctx, tx, body, day, cluster.Cluster{Name: "Cụm thi đua ven biển", StandingBody: unit}); err != nil {
			return err
		}
		if err := cluster.Enrol(ctx, tx, body, day, cluster.Enrolment{Cluster: id, Label: "2014", Members: []string{unit}}); err != nil {
			return err
		}
		slug = "ven-bien-2014"
		_, err = season.Begin(ctx, tx, body, day, season.Opening{Cluster: id, Label: "2014", Slug: slug})
		return err
	})
	return id, slug
}

func seasonOf(t testing.TB, p *province.Province, slug string) (id string) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		s, err := season.BySlug(ctx, tx, slug)
		id = s.ID
		return err
	})
	return id
}

func TestOpening_isOfACapacityNotBoundElsewhere(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	for _, who := range []string{"head", "officer:con-cuong", "admin", "inspector", "secretary"} {
		if w := p.As(who).Get("/cum/" + p.Season.Cluster + "/mo-nam"); w.Code != http.StatusForbidden {
			t.Errorf("%s: %d", who, w.Code)
		}
	}
}
