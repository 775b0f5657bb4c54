package journal_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/season"
	"thidua/store"
)

func TestJournal_isForTheInspectorAlone(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	for who := range p.People {
		for _, address := range []string{"/nhat-ky", "/nhat-ky/ban-trich", "/nhat-ky?dang=xlsx"} {
			w := p.As(who).Get(address)
			if (w.Code == http.StatusOK) != (who == "inspector") {
				t.Errorf("%s gets %d at %s", who, w.Code, address)
			}
		}
	}
	if w := p.As("").Get("/nhat-ky/ban-trich"); w.Code != http.StatusSeeOther {
		t.Errorf("nobody gets %d", w.Code)
	}
}

func TestJournal_tellsWhoTookWhatAway(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Work))
		p.As("inspector").Get("/nhat-ky?dang=xlsx")
		p.As("inspector").Get("/nhat-ky/ban-trich?viec=grant_role")
		own := p.As("inspector").Get("/viec-da-lam").Body.String()
		if strings.Count(own, "Tải tệp, xuất dữ liệu</td>") != 2 {
			t.Error("the inspector's own page does not show the two exports")
		}
		if other := p.As("head").Get("/viec-da-lam").Body.String(); strings.Contains(other, "Tải tệp, xuất dữ liệu</td>") {
			t.Error("one person's acts stand on another's page")
		}
	})
}

func TestExtract_isCheckedWithoutTheDatabase(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	w := p.As("inspector").Get("/nhat-ky/ban-trich?" + url.Values{"viec": {"grant_role"}}.Encode())
	x, err := journal.ReadExtract(w.Body.Bytes())
	if err != nil || len(x.Check()) > 0 || len(x.Entries) != len(p.People) {
		t.Fatalf("%v, %v, %d entries of %d", err, x.Check(), len(x.Entries), len(p.People))
	}
}

func TestJournal_refusesADayThatIsNone(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	if w := p.As("inspector").Get("/nhat-ky?tu-ngay=32/13/2014"); w.Code != http.StatusBadRequest {
		t.Errorf("it answers %d", w.Code)
	}
}
