package target_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

// defined is a province with one indicator that a person of the standing body
// put on record through the page.
func defined(t *testing.T, db *store.DB) *province.Province {
	t.Helper()
	p := province.New(t, db, province.Phase(season.Work))
	w := p.As("standing").Post(p.Path("chi-tieu", "moi"), url.Values{"viec": {"them"}, "code": {"ct1"}, "name": {"Tỷ lệ hộ nghèo"}, "measure": {"%"}, "direction": {"less"}})
	if w.Code != http.StatusSeeOther {
		t.Fatalf("the indicator is refused: %d %s", w.Code, w.Body)
	}
	return p
}

func TestAssign_setsEveryUnitAtOnceAndAsksWhyOneChanges(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := defined(t, db)
		one := p.Path("chi-tieu", "ct1")
		form := url.Values{"viec": {"giao"}, "yearly.con-cuong": {"18,5"}, "yearly.ky-son": {"30"}}
		if w := p.As("standing").Post(one, form); w.Code != http.StatusSeeOther {
			t.Fatalf("two targets are refused: %d", w.Code)
		}
		form.Set("yearly.con-cuong", "17")
		if w := p.As("standing").Post(one, form); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "Điều chỉnh chỉ tiêu phải nêu lý do.") || !strings.Contains(w.Body.String(), `value="17"`) {
			t.Errorf("a change without a reason answers %d, or loses what was typed", w.Code)
		}
		form.Set("reason", "Tỉnh giao lại")
		if w := p.As("standing").Post(one, form); w.Code != http.StatusSeeOther {
			t.Errorf("a change with its reason answers %d", w.Code)
		}
		if page := p.As("officer:ky-son").Get(one).Body.String(); !strings.Contains(page, "Lý do: Tỉnh giao lại") || !strings.Contains(page, ">17<") {
			t.Error("the change or its reason is not shown")
		}
		for name, bad := range map[string]string{"no number": "mười", "two meanings": "1.000"} {
			form.Set("yearly.con-cuong", bad)
			if w := p.As("standing").Post(one, form); w.Code != http.StatusBadRequest {
				t.Errorf("%s answers %d", name, w.Code)
			}
		}
	})
}

func TestReport_isOfTheOwnUnitOnly(t *testing.T) {
	p := defined(t, testkit.SQLite(t))
	one := p.Path("chi-tieu", "ct1")
	p.As("standing").Post(one, url.Values{"viec": {"giao"}, "yearly.con-cuong": {"18,5"}})
	if w := p.As("officer:con-cuong").Post(one, url.Values{"viec": {"bao-cao"}, "value": {"17,9"}, "as_of": {"31/10/2014"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("a report answers %d %s", w.Code, w.Body)
	}
	if page := p.As("head").Get(p.Path("chi-tieu")).Body.String(); !strings.Contains(page, "17,9") || !strings.Contains(page, "Vượt chỉ tiêu") {
		t.Error("the list does not show the report")
	}
	for name, c := range map[string]struct {
		who  string
		form url.Values
		want int
	}{
		"a unit without a target":           {"officer:ky-son", url.Values{"viec": {"bao-cao"}, "value": {"1"}}, http.StatusNotFound},
		"a unit setting its own target":     {"officer:con-cuong", url.Values{"viec": {"giao"}, "yearly.con-cuong": {"99"}}, http.StatusForbidden},
		"a leader setting the unit's":       {"leader:con-cuong", url.Values{"viec": {"giao"}, "yearly.con-cuong": {"99"}}, http.StatusForbidden},
		"the head setting a target":         {"head", url.Values{"viec": {"giao"}, "yearly.anh-son": {"99"}}, http.StatusForbidden},
		"a report without a figure":         {"officer:con-cuong", url.Values{"viec": {"bao-cao"}}, http.StatusBadRequest},
		"a figure of a day that is to come": {"officer:con-cuong", url.Values{"viec": {"bao-cao"}, "value": {"1"}, "as_of": {"01/12/2014"}}, http.StatusBadRequest},
		"an administrator":                  {"admin", url.Values{"viec": {"bao-cao"}, "value": {"1"}}, http.StatusForbidden},
	} {
		t.Run(name, func(t *testing.T) {
			if w := p.As(c.who).Post(one, c.form); w.Code != c.want {
				t.Errorf("answers %d, want %d", w.Code, c.want)
			}
		})
	}
	if w := p.As("officer:con-cuong").Get(p.Path("chi-tieu", "moi")); w.Code != http.StatusForbidden {
		t.Errorf("a unit opens the page that defines targets: %d", w.Code)
	}
}

func TestSetter_isOnRecordAsWhoSetTheTarget(t *testing.T) {
	p := defined(t, testkit.SQLite(t))
	p.As("standing").Post(p.Path("chi-tieu", "ct1"), url.Values{"viec": {"giao"}, "yearly.con-cuong": {"18"}})
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
			`SELECT count(*) FROM duty WHERE unit_id = $1 AND duty = 'sets_target' AND person_id = $2`, p.Unit["con-cuong"], p.People["standing"].ID)
		if n != 1 {
			t.Errorf("%d duties are on record", n)
		}
		return err
	})
}
