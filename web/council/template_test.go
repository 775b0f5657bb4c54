package council_test

import (
	"net/url"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
)

func TestMeeting_itsPapersAndDecisionsLeaveInTheLocalitysTemplate(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	d.toTheBallot()
	for _, who := range []string{"standing2", "member"} {
		d.does(who, d.meet, d.sheet("4", "3"))
	}
	d.does("secretary", d.meet, url.Values{"viec": {"ket-thuc"}})
	d.Letterhead("TIÊU ĐỀ RIÊNG")
	reads := func(address, says string) {
		t.Helper()
		text := province.Word(t, d.As("secretary").Get(address))
		if !strings.Contains(text, "TIÊU ĐỀ RIÊNG") || !strings.Contains(text, says) || strings.ContainsAny(text, "{}") {
			t.Errorf("%s reads %s", address, text)
		}
	}
	for file, says := range map[string]string{"giay-moi": "bỏ phiếu về", "phieu-bau": "Huyện Con Cuông", "bien-ban-hop": "Hội đồng", "bien-ban-kiem-phieu": "Đạt", "quyet-dinh": "DANH SÁCH KHEN THƯỞNG"} {
		reads(d.meet+"/van-ban/"+file+".docx", says)
	}
	d.does("decider", d.meet, url.Values{"viec": {"quyet-dinh"}, "nominations": {d.flag}, "number": {"05/QĐ-UBND"}, "day": {"22/11/2014"}, "authority": {"Chủ tịch UBND tỉnh Nghệ An"}, "signer": {"Chủ tịch thử"}, "kind": {"grant"}})
	decisions := 0
	for _, a := range d.page("member", d.meet).Find("main a") {
		if address := a.Attr("href"); strings.Contains(address, "/van-ban/quyet-dinh-") && strings.HasSuffix(address, ".docx") {
			decisions++
			reads(address, "05/QĐ-UBND")
		}
	}
	if decisions != 1 {
		t.Errorf("%d decisions on record", decisions)
	}
}
