package scoring_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"thidua/account"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/store"
	"thidua/vi"
)

// The sheet's page is kept as it was sent. These tests ask for it twice, so that
// it is, and hold the third reading to what happened in between.

func keptSheet(t *testing.T, p *province.Province, who string) string {
	t.Helper()
	first := p.As(who).Get(p.Path("tu-cham")).Body.String()
	if again := p.As(who).Get(p.Path("tu-cham")).Body.String(); again != first {
		t.Fatal("the same records give another page")
	}
	return first
}

func TestSheet_keptShowsWhatAnotherWroteMeanwhile(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := selfScoring(t, db)
		keptSheet(t, p, officer)
		form := sheetForm(t, p, "leader:con-cuong")
		form.Set("marks.1.1.target", "100")
		form.Set("marks.1.1.actual", "73,25")
		if status, a := typeCell(t, p, "leader:con-cuong", form, "1.1"); status != http.StatusOK {
			t.Fatalf("%d %+v", status, a)
		}
		page := province.Page(t, p.As(officer).Get(p.Path("tu-cham")), http.StatusOK)
		if got := page.Only(t, "input[name=marks.1.1.actual]").Attr("value"); got != "73,25" {
			t.Errorf("the page still says %q", got)
		}
	})
}

func TestSheet_keptIsShownToNobodyElse(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	mine := keptSheet(t, p, officer)
	if theirs := p.As("officer:anh-son").Get(p.Path("tu-cham")).Body.String(); theirs == mine {
		t.Error("another unit is shown the same sheet")
	}
	for _, who := range []string{"admin", "inspector"} {
		if w := p.As(who).Get(p.Path("tu-cham")); w.Code != http.StatusForbidden {
			t.Errorf("%s is answered %d", who, w.Code)
		}
	}
	if english := p.As(officer).Get(p.Path("tu-cham") + "?lang=en").Body.String(); english == mine {
		t.Error("the English page is the Vietnamese one")
	}
}

func TestSheet_keptIsNotShownOnceTheAccountIsLocked(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	mine, by := keptSheet(t, p, officer), p.Actor("admin")
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		return account.Lock(ctx, tx, by, vi.DayOf(tx.Now.Time), p.People[officer].ID)
	})
	w := p.As(officer).Get(p.Path("tu-cham"))
	if w.Code == http.StatusOK || strings.Contains(w.Body.String(), "marks.1.1") || w.Body.String() == mine {
		t.Errorf("answered %d", w.Code)
	}
}
