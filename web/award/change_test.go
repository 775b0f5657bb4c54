package award_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/award"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/store"
)

// does posts a form, which must be taken.
func (d desk) does(who, address string, form url.Values) (to string) {
	d.t.Helper()
	w := d.As(who).Post(address, form)
	if w.Code != http.StatusSeeOther {
		d.t.Fatalf("%s at %s: %s", form.Get("viec"), address, province.Page(d.t, w, w.Code).Only(d.t, "main").Text())
	}
	return w.Header().Get("Location")
}

// refused posts a form that must be refused, and returns the page.
func (d desk) refused(who, address string, form url.Values, status int) province.Node {
	d.t.Helper()
	return province.Page(d.t, d.As(who).Post(address, form), status)
}

func revocation(changes ...string) url.Values {
	form := url.Values{"viec": {"thu-hoi"}, "number": {"99/QĐ-UBND"}, "day": {"20/11/2014"}, "authority": {"Chủ tịch UBND tỉnh Nghệ An"},
		"ground": {string(award.ForgedPapers)}, "reason": {"Kết luận thanh tra số 5/KL-TTr"}}
	for i := 0; i+1 < len(changes); i += 2 {
		form.Set(changes[i], changes[i+1])
	}
	return form
}

func TestRevocation_isADecisionOfItsOwnAndWhatCameBackIsTracked(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		d := begin(t, db)
		one := d.linkOf("Nguyễn Đức Hòa", 1)
		page := one + "/thu-hoi"
		if n := len(d.page("decider", page).Find("input[name=ground]")); n != 4 {
			t.Errorf("%d grounds are offered, the law has four", n)
		}
		for field, bad := range map[string]string{"ground": "khac", "reason": " ", "number": "", "day": "32/1/2014", "authority": ""} {
			answer := d.refused("decider", page, revocation(field, bad), http.StatusBadRequest)
			if len(answer.Find("#loi a")) == 0 || field != "number" && answer.Only(t, "input[name=number]").Attr("value") != "99/QĐ-UBND" {
				t.Errorf("a wrong %s: what was typed is lost, or no sentence stands there", field)
			}
		}
		d.refused("decider", page, revocation("day", "01/01/2014"), http.StatusBadRequest) // before the award
		d.refused("officer:con-cuong", page, revocation(), http.StatusForbidden)
		d.refused("other", page, revocation(), http.StatusNotFound)
		d.does("decider", page, revocation())
		text := d.page("officer:con-cuong", one).Only(t, "main").Text()
		for _, want := range []string{"Đã thu hồi", "155/QĐ-UBND", "Quyết định số 99/QĐ-UBND ngày 20/11/2014", "Cung cấp thông tin sai hoặc giấy tờ giả", "Tiền thưởng còn phải thu: 1.150.000 đồng.", "Hiện vật chưa thu lại."} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing in %s", want, text)
			}
		}
		d.refused("decider", page, revocation("number", "100/QĐ-UBND"), http.StatusConflict)
		recovery := func(what, money string) url.Values {
			return url.Values{"viec": {"thu-lai"}, "what": {what}, "money": {money}, "recovered_on": {"22/11/2014"}, "note": {"Phiếu thu số 3"}}
		}
		d.does("standing", page, recovery("money", "1.000.000"))
		d.refused("standing", page, recovery("money", "150.001"), http.StatusBadRequest)
		if text := d.page("standing", "/so-khen-thuong/da-thu-hoi").Only(t, "tbody").Text(); !strings.Contains(text, "còn phải thu: 150.000 đồng") {
			t.Errorf("the list of what is owed reads %s", text)
		}
		d.does("standing", page, recovery("money", "150.000"))
		d.does("standing", page, recovery("artefact_lost", ""))
		d.refused("standing", page, recovery("artefact", ""), http.StatusConflict)
		if text := d.page("standing", "/so-khen-thuong/da-thu-hoi").Only(t, "tbody").Text(); !strings.Contains(text, "Đã thu xong") {
			t.Errorf("when all came back it reads %s", text)
		}
		if n := len(d.page("other", "/so-khen-thuong/da-thu-hoi").Find("tbody tr")); n != 0 {
			t.Errorf("another province's body sees %d", n)
		}
		if names, _ := d.seen("whole", url.Values{"tim": {"nguyen duc hoa"}, "quyet-dinh": {"155"}}); len(names) != 1 {
			t.Errorf("the revoked award left the register: %q", names)
		}
	})
}

func TestAmendment_standsBesideTheAwardWhichIsFoundByItsNewNameToo(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		d := begin(t, db)
		one := d.linkOf("Lý Thị Thúy", 1)
		page := one + "/dieu-chinh"
		form := url.Values{"viec": {"dieu-chinh"}, "number": {"98/QĐ-UBND"}, "day": {"20/11/2014"}, "authority": {"Chủ tịch UBND tỉnh Nghệ An"}, "reason": {"Ghi sai tên đệm"}}
		answer := d.refused("secretary", page, form, http.StatusBadRequest)
		if len(answer.Find("#o-name-e")) != 1 || answer.Only(t, "#o-number").Attr("value") != "98/QĐ-UBND" {
			t.Error("an amendment of nothing is refused without a sentence at its field")
		}
		form.Set("name", "Lý Thị Hồng Thúy")
		d.refused("inspector", page, form, http.StatusForbidden)
		d.does("secretary", page, form)
		names, count := d.seen("whole", url.Values{"tim": {"ly thi hong thuy"}})
		if count != "1" || names[0] != "Lý Thị Thúy" {
			t.Errorf("by the new name %q are found", names)
		}
		text := d.page("leader:ky-son", one).Only(t, "main").Text()
		for _, want := range []string{"Lao động tiên tiến: Lý Thị Thúy", "Đã điều chỉnh", "Tên: Lý Thị Hồng Thúy", "98/QĐ-UBND"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing in %s", want, text)
			}
		}
	})
}

// TestRegister_changesOnlyByPost opens every page with the words of its acts in
// the address.
func TestRegister_changesOnlyByPost(t *testing.T) {
	db := testkit.SQLite(t)
	d := begin(t, db)
	one, person := d.linkOf("Nguyễn Đức Hòa", 1), d.linkOf("Nguyễn Đức Hòa", 0)
	d.page("standing", one)
	before := testkit.Digest(t, db, "session")
	for address, form := range map[string]url.Values{one + "/thu-hoi": revocation(), one + "/dieu-chinh": {"viec": {"dieu-chinh"}, "name": {"Khác"}, "reason": {"x"}},
		person: {"viec": {"xem-rieng"}}, "/nap-khen-thuong": {"viec": {"bo"}, "batch": {"1"}, "why": {"x"}}} {
		d.page("standing", address+"?"+form.Encode())
	}
	if after := testkit.Digest(t, db, "session"); after != before {
		t.Errorf("reading changed %s", testkit.Differ(before, after))
	}
}
