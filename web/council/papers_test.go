package council_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/testkit"
)

func TestMeeting_hasItsPapersFromTheInvitationToTheDecision(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	d.toTheBallot()
	opens := func(want int, files ...string) {
		t.Helper()
		for _, file := range files {
			if w := d.As("secretary").Get(d.meet + "/van-ban/" + file); w.Code != want {
				t.Errorf("%s answers %d, want %d", file, w.Code, want)
			}
		}
	}
	opens(http.StatusOK, "giay-moi.docx", "phieu-bau.pdf", "phieu-bau.html", "bien-ban-hop.html")
	d.does("standing2", d.meet, d.sheet("4", "3"))
	opens(http.StatusNotFound, "bien-ban-kiem-phieu.pdf", "quyet-dinh.docx")
	d.does("member", d.meet, d.sheet("4", "3"))
	d.does("secretary", d.meet, url.Values{"viec": {"ket-thuc"}})
	opens(http.StatusOK, "bien-ban-kiem-phieu.pdf", "bien-ban-hop.docx", "quyet-dinh.docx", "quyet-dinh.html")
	if list := d.page("secretary", d.meet+"/van-ban/quyet-dinh.html").Only(t, "article").Text(); !strings.Contains(list, "Huyện Con Cuông") || strings.Contains(list, "Huyện Kỳ Sơn") {
		t.Errorf("the draft of the decision reads %s", list)
	}
	d.does("decider", d.meet, url.Values{"viec": {"quyet-dinh"}, "nominations": {d.flag}, "number": {"05/QĐ-UBND"}, "day": {"22/11/2014"}, "authority": {"Chủ tịch UBND tỉnh Nghệ An"}, "signer": {"Chủ tịch thử"}, "kind": {"grant"}})
	opens(http.StatusNotFound, "quyet-dinh.docx")
	var drawn string
	for _, a := range d.page("member", d.meet).Find("main a") {
		if strings.Contains(a.Attr("href"), "/van-ban/quyet-dinh-") && strings.HasSuffix(a.Attr("href"), ".html") {
			drawn = a.Attr("href")
		}
	}
	if text := d.page("member", drawn).Only(t, "article").Text(); !strings.Contains(text, "Số: 05/QĐ-UBND") || !strings.Contains(text, "ngày 22 tháng 11 năm 2014") {
		t.Errorf("the decision on record reads %s", text)
	}
	if w := d.As("officer:ky-son").Get(drawn); w.Code != http.StatusForbidden {
		t.Errorf("an officer gets %d", w.Code)
	}
}
