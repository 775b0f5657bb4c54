package bylaw_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"thidua/access"
	"thidua/bylaw"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

const byLaw = `id: nghe-an-thu
name: Quy định thử của tỉnh
number: 01/2025/QĐ-UBND
province: Nghệ An
from: 2025-07-01
titles:
  - code: province_certificate_of_merit
    clauses:
      - id: two_years
        fills: province
        for: [individual]
        says: Có 02 năm liên tục đạt danh hiệu Chiến sĩ thi đua cơ sở.
        mark: V
        cite: {document: 01/2025/QĐ-UBND, article: "3"}
        when: {fact: base_fighter_years, consecutive: 2}
`

var (
	admin = access.Actor{Name: "Quản trị", Role: access.Admin}
	day   = vi.MustDay("2025-08-01")
)

func load(t *testing.T, db *store.DB, by access.Actor, text string) (l rulebook.Local, err error) {
	t.Helper()
	err = db.Write(context.Background(), func(tx *store.Tx) (err error) {
		l, err = bylaw.Load(context.Background(), tx, by, day, []byte(text))
		return err
	})
	return l, err
}

func TestOn_fillsWhatTheLawLeavesToTheProvince(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		if _, err := load(t, db, admin, byLaw); err != nil {
			t.Fatal(err)
		}
		var here, elsewhere, before []rulebook.Local
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
			if here, err = bylaw.On(ctx, tx, "nghe an", "Cụm 1", day, tx.Now); err != nil {
				return err
			}
			if elsewhere, err = bylaw.On(ctx, tx, "Thanh Hóa", "", day, tx.Now); err != nil {
				return err
			}
			before, err = bylaw.On(ctx, tx, "Nghệ An", "", day, store.At(tx.Now.AddDate(-1, 0, 0)))
			return err
		})
		if len(here) != 1 || len(elsewhere) != 0 || len(before) != 0 {
			t.Fatalf("%d here, %d elsewhere, %d before it was known", len(here), len(elsewhere), len(before))
		}
		c, _ := rulebook.RegimeByID("C")
		facts := rulebook.Facts{"base_fighter_years": rulebook.InYears([]int{2024, 2025}, "Sổ"), "frozen": rulebook.Truth(false, "Thanh tra"),
			"achievement_rewarded": rulebook.Truth(false, "Sổ"), "thematic_only": rulebook.Truth(false, "Báo cáo")}
		if v := rulebook.Judge(c, rulebook.ProvinceMerit, rulebook.Individual, 2025, facts); v.Answer != rulebook.Unknown {
			t.Errorf("without the by-law: %v", v.Answer.Whole())
		}
		if v := rulebook.Judge(c.With(here), rulebook.ProvinceMerit, rulebook.Individual, 2025, facts); v.Answer != rulebook.Yes {
			t.Errorf("with it: %v %v %v", v.Answer.Whole(), v.Missing, v.Changes)
		}
		facts["base_fighter_years"] = rulebook.InYears([]int{2025}, "Sổ")
		if v := rulebook.Judge(c.With(here), rulebook.ProvinceMerit, rulebook.Individual, 2025, facts); v.Answer != rulebook.No {
			t.Errorf("of one year: %v", v.Answer.Whole())
		}
		if again, _ := rulebook.RegimeByID("C"); len(again.Titles) != len(c.Titles) {
			t.Error("the law itself was changed")
		}
	})
}

func TestLoad_keepsEveryVersion(t *testing.T) {
	db := testkit.SQLite(t)
	for i, text := range []string{byLaw, strings.Replace(byLaw, "02 năm", "03 năm", 1)} {
		if l, err := load(t, db, admin, text); err != nil || l.Version != i+1 {
			t.Fatalf("%d: %v", l.Version, err)
		}
	}
	if _, err := load(t, db, admin, strings.Replace(byLaw, "02 năm", "03 năm", 1)); !strings.Contains(err.Error(), "giống hệt bản 2") {
		t.Errorf("the same again: %v", err)
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		all, err := bylaw.All(ctx, tx)
		if len(all) != 1 || all[0].Version != 2 || all[0].By != "Quản trị" {
			t.Errorf("%+v", all)
		}
		return err
	})
}

func TestLoad_refuses(t *testing.T) {
	db := testkit.SQLite(t)
	for name, c := range map[string]struct {
		by   access.Actor
		text string
		kind refusal.Kind
		says string
	}{
		"anybody but the administrator": {access.Actor{Role: access.StandingBody}, byLaw, refusal.NotAllowed, "quản trị"},
		"a file that is none":           {admin, "không phải quy định", refusal.Invalid, "khóa: giá trị"},
		"a title that is none":          {admin, strings.Replace(byLaw, "province_certificate_of_merit", "luck", 1), refusal.Invalid, "luck"},
		"a fact nobody knows":           {admin, strings.Replace(byLaw, "base_fighter_years", "luck", 1), refusal.Invalid, "luck"},
		"a rule without its document":   {admin, strings.Replace(byLaw, `        cite: {document: 01/2025/QĐ-UBND, article: "3"}`+"\n", "", 1), refusal.Invalid, "cite"},
		"days the wrong way round":      {admin, byLaw + "until: 2025-01-01\n", refusal.Invalid, "until"},
	} {
		_, err := load(t, db, c.by, c.text)
		var r *refusal.Error
		if !errors.As(err, &r) || r.Kind != c.kind || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
