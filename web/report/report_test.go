package report_test

import (
	"net/http"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/store"
)

func TestForm_linksItsFiguresToTheRecordsAndIsClosedToUnits(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := begin(t, db)
		for address, want := range map[string]int{
			"/bao-cao-thong-ke": http.StatusOK, "/bao-cao-thong-ke/0601/2014": http.StatusOK, "/bao-cao-thong-ke/0603/2014": http.StatusOK,
			"/bao-cao-thong-ke/0603/2014/02/4": http.StatusOK, "/bao-cao-thong-ke/0603/2014?dang=xlsx": http.StatusOK,
			"/bao-cao-thong-ke/0699/2014": http.StatusNotFound, "/bao-cao-thong-ke/0603/2014/11/1": http.StatusOK,
			"/bao-cao-thong-ke/0603/2014/99/1": http.StatusNotFound, "/bao-cao-thong-ke/0603/2014/11/9": http.StatusNotFound,
			"/bao-cao-thong-ke/0604/2014": http.StatusOK, "/bao-cao-thong-ke/0605/2014": http.StatusOK, "/bao-cao-thong-ke/0605/2014/age-1/2": http.StatusOK,
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
