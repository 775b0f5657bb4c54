package award_test

import (
	"net/http"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
)

func TestAward_leadsThoseWhoPrintToTheCertificatesOfItsDecision(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	one := d.linkOf("Nguyễn Đức Hòa", 1)
	link := func(who string) string {
		for _, a := range d.page(who, one).Find("main a") {
			if strings.HasPrefix(a.Attr("href"), "/bang-khen/quyet-dinh/") {
				return a.Attr("href")
			}
		}
		return ""
	}
	for who, prints := range map[string]bool{"whole": true, "decider": false, "officer:con-cuong": false} {
		to := link(who)
		if (to != "") != prints {
			t.Errorf("%s is led to %q", who, to)
		}
		if to != "" && !strings.Contains(province.Page(t, d.As(who).Get(to), http.StatusOK).Only(t, "main").Text(), "155/QĐ-UBND") {
			t.Errorf("%s: another decision", to)
		}
	}
	d.does("decider", one+"/thu-hoi", revocation())
	if to := link("whole"); to != "" {
		t.Errorf("a revoked award leads to printing: %s", to)
	}
}
