package report_test

import (
	"context"
	"net/http"
	"testing"

	"thidua/access"
	"thidua/award"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

func TestForm_linksItsFiguresToTheRecordsAndIsClosedToUnits(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Awarding))
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			d := award.Decision{Number: "155/QĐ-UBND", Day: vi.MustDay("2014-01-20"), Authority: "Chủ tịch UBND tỉnh Nghệ An", Sample: true}
			_, err := award.Record(ctx, tx, access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}, vi.MustDay("2014-11-22"), d, []award.Award{
				{Kind: award.Collective, Name: "Tập thể thử", UnitName: "Tỉnh thử", Title: "province_flag", TitleName: "Cờ thi đua", Year: 2013, Sample: true}})
			return err
		})
		for address, want := range map[string]int{
			"/bao-cao-thong-ke": http.StatusOK, "/bao-cao-thong-ke/0601/2014": http.StatusOK, "/bao-cao-thong-ke/0603/2014": http.StatusOK,
			"/bao-cao-thong-ke/0603/2014/02/4": http.StatusOK, "/bao-cao-thong-ke/0603/2014?dang=xlsx": http.StatusOK,
			"/bao-cao-thong-ke/0699/2014": http.StatusNotFound, "/bao-cao-thong-ke/0603/2014/11/1": http.StatusNotFound,
		} {
			if got := p.As("standing").Get(address).Code; got != want {
				t.Errorf("%s: got %d, want %d", address, got, want)
			}
		}
		if got := p.As("officer:con-cuong").Get("/bao-cao-thong-ke/0603/2014").Code; got != http.StatusForbidden {
			t.Errorf("a unit's officer: got %d", got)
		}
		page := province.Page(t, p.As("standing").Get("/bao-cao-thong-ke/0603/2014"), http.StatusOK)
		linked := false
		for _, a := range page.Find("#so-lieu a") {
			linked = linked || a.Attr("href") == "/bao-cao-thong-ke/0603/2014/02/4" && a.Text() == "1"
		}
		if !linked {
			t.Error("the flag's figure does not lead to its record")
		}
		rows := province.Page(t, p.As("standing").Get("/bao-cao-thong-ke/0603/2014/02/4"), http.StatusOK).Find("tbody tr")
		if len(rows) != 1 {
			t.Errorf("%d records behind the figure 1", len(rows))
		}
	})
}
