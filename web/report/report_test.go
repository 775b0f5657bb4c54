package report_test

import (
	"net/http"
	"strings"
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
		for of, figure := range map[string]string{"collectives": "/bao-cao-thong-ke/0603/2014/02/4", "thematic achievements": "/bao-cao-thong-ke/0603/2014/12/4"} {
			linked := false
			for _, a := range page.Find("#so-lieu a") {
				linked = linked || a.Attr("href") == figure && a.Text() == "1"
			}
			if !linked {
				t.Errorf("the figure of %s does not lead to its record", of)
			}
			rows := province.Page(t, p.As("standing").Get(figure), http.StatusOK).Find("tbody tr")
			if len(rows) != 1 || !strings.Contains(rows[0].Text(), "Phong trào thi đua, chuyên đề") {
				t.Errorf("%d records behind the 1 of %s", len(rows), of)
			}
		}
	})
}
