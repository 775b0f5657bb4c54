package voting_test

import (
	"net/http"
	"strings"
	"testing"

	"thidua/internal/testkit"
)

func TestVote_hasItsBallotPaperFirstAndTallyMinutesOnceItIsOver(t *testing.T) {
	p, conference := hall(t, testkit.SQLite(t))
	at := opened(t, p, conference)
	get := func(who, file string) int { return p.As(who).Get(at + "/van-ban/" + file).Code }
	for _, file := range []string{"phieu-bau.docx", "phieu-bau.pdf", "phieu-bau.html"} {
		if code := get("head", file); code != http.StatusOK {
			t.Errorf("%s answers %d", file, code)
		}
	}
	led(t, p.As("standing").Post(at, counts(5, 3)))
	if code := get("head", "bien-ban-kiem-phieu.pdf"); code != http.StatusNotFound {
		t.Errorf("tally minutes while one count lies sealed: %d", code)
	}
	led(t, p.As("standing2").Post(at, counts(5, 3)))
	w := p.As("head").Get(at + "/van-ban/bien-ban-kiem-phieu.html")
	if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "100,00") {
		t.Errorf("tally minutes answer %d: %s", w.Code, said(w))
	}
	if !strings.Contains(p.As("head").Get(at).Body.String(), at+"/van-ban/bien-ban-kiem-phieu.docx") {
		t.Error("no link leads to the tally minutes")
	}
	if code := get("officer:ky-son", "phieu-bau.pdf"); code != http.StatusForbidden {
		t.Errorf("an officer draws up the ballot paper: %d", code)
	}
	if code := get("head", "giay-moi.pdf"); code != http.StatusNotFound {
		t.Errorf("another paper answers %d", code)
	}
}
