package dossier_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

func TestChecks_tellAtOneLookWhatStandsInTheWay(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := begin(t, db, season.Nomination)
		at := y.nominate(t, y.flag())
		page := province.Page(t, y.As("head").Get(at), http.StatusOK)
		checks := page.Only(t, ".checks").Text()
		for _, want := range []string{"Điều kiện của danh hiệu, hình thức phải xem", "Trùng lặp ổn", "Việc tạm dừng ổn", "được đề nghị 2; đã đề nghị 1; còn 1", "Giấy tờ trong hồ sơ vướng Còn thiếu: tờ trình"} {
			if !strings.Contains(checks, want) {
				t.Errorf("%q is not in %q", want, checks)
			}
		}
		led(t, y.As("standing").Post("/ho-so/tam-dung", url.Values{"viec": {"ghi"}, "subject": {"Huyện Con Cuông"}, "kind": {"complaint"}, "source": {"Đơn ngày 03/11/2014"}, "from": {"03/11/2014"}}))
		checks = province.Page(t, y.As("officer:con-cuong").Get(at), http.StatusOK).Only(t, ".checks").Text()
		if !strings.Contains(checks, "Việc tạm dừng vướng") || strings.Contains(checks, "Đơn ngày") || strings.Contains(checks, "iếu nại") {
			t.Errorf("a hold is told, its matter is not: %q", checks)
		}
		for _, who := range []string{"officer:ky-son", "leader:ky-son"} {
			if found := province.Page(t, y.As(who).Get(at), http.StatusOK).Find(".checks"); len(found) > 0 {
				t.Errorf("%s reads what is known of another unit: %q", who, found[0].Text())
			}
			if w := y.As(who).Get(at + "/dieu-kien"); w.Code != http.StatusForbidden || strings.Contains(w.Body.String(), "Dữ kiện đã biết") {
				t.Errorf("%s reads another unit's conditions: %d", who, w.Code)
			}
		}
	})
}

func TestOrder_ofTheYearsRivals(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := begin(t, db, season.Nomination)
		y.nominate(t, y.flag())
		at := y.Path("de-nghi", "thu-tu")
		if got := province.Page(t, y.As("head").Get(at), http.StatusOK).Only(t, "main").Text(); !strings.Contains(got, "Không danh hiệu nào có từ hai đề nghị") {
			t.Errorf("%q", got)
		}
		guest := y.flag()
		guest.Set("unit", "")
		guest.Set("candidate", "Xã Thanh Lĩnh")
		y.nominate(t, guest)
		rows := province.Page(t, y.As("head").Get(at), http.StatusOK).Find("tbody tr")
		if len(rows) != 2 {
			t.Fatalf("%d rows", len(rows))
		}
		for i, want := range []string{"Huyện Con Cuông", "Xã Thanh Lĩnh"} {
			if got := rows[i].Text(); !strings.Contains(got, want) || !strings.Contains(got, []string{"5", "4"}[i]) {
				t.Errorf("%d: %q", i+1, got)
			}
		}
		for who, code := range map[string]int{"": http.StatusSeeOther, "officer:con-cuong": http.StatusForbidden, "admin": http.StatusForbidden} {
			if w := y.As(who).Get(at); w.Code != code {
				t.Errorf("%q: %d", who, w.Code)
			}
		}
	})
}

func TestConditions_anOfficersDecisionStandsOnThePageWhereTheProgramMayNotJudge(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := begin(t, db, season.Nomination)
		at := y.nominate(t, y.flag())
		led(t, y.As("head").Post(at+"/duong-di", url.Values{"viec": {"buoc"}, "step": {"send"}}))
		led(t, y.As("standing").Post(at+"/tiep-nhan", url.Values{"viec": {"tiep-nhan"}}))
		page := province.Page(t, y.As("decider").Get(at+"/dieu-kien"), http.StatusOK)
		if kept := page.Only(t, "#khi-tiep-nhan").Text(); !strings.Contains(kept, "22/11/2014") || !strings.Contains(kept, "Luật 15/2003/QH11 (sửa đổi năm 2013), Điều 25") {
			t.Errorf("%q", kept)
		}
		if got := page.Only(t, "dl.pairs").Text(); !strings.Contains(got, "cố định từ ngày tiếp nhận 22/11/2014") {
			t.Errorf("%q", got)
		}
		if found := page.Find("#nguoi-quyet-dinh"); len(found) > 0 {
			t.Errorf("nobody decided by himself: %q", found[0].Text())
		}
		testkit.Exec(t, db, `UPDATE nomination SET regime = 'D'`, `UPDATE circulation_step SET reason = 'Theo hướng dẫn của Bộ', number = '1234/BNV-TĐKT' WHERE step = 'receive'`)
		page = province.Page(t, y.As("decider").Get(at+"/dieu-kien"), http.StatusOK)
		got := page.Only(t, "#nguoi-quyet-dinh").Text()
		for _, want := range []string{"không tự xét", "quyết định tiếp nhận ngày 22/11/2014", "Lý do: Theo hướng dẫn của Bộ", "Văn bản: 1234/BNV-TĐKT"} {
			if !strings.Contains(got, want) {
				t.Errorf("%q is not in %q", want, got)
			}
		}
	})
}
