package paper_test

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"thidua/document"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/notice"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var today = vi.DayOf(testkit.Today)

// issueAs issues a draft at the desk and returns the answer's status.
func issueAs(p *province.Province, who, file, number, day string) int {
	return p.As(who).Post(p.Path("van-ban", file, "ban-hanh"), url.Values{"viec": {"ban-hanh"}, "number": {number}, "day": {day}}).Code
}

// entries are the papers that the book shows to somebody.
func entries(t *testing.T, p *province.Province, who string) (addresses []string) {
	t.Helper()
	page := province.Page(t, p.As(who).Get(p.Path("so-van-ban")), http.StatusOK)
	for _, a := range page.Find("main a") {
		if strings.Contains(a.Attr("href"), "/so-van-ban/") {
			addresses = append(addresses, a.Attr("href"))
		}
	}
	return addresses
}

func wordOf(t *testing.T, raw []byte) string {
	t.Helper()
	text, err := document.ReadDOCXText(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestIssue_numbersDatesAndKeepsAPaperAsItLeft(t *testing.T) {
	p := year(t, season.Nomination)
	page := province.Page(t, p.As("head").Get(p.Path("van-ban", "to-trinh", "ban-hanh")), http.StatusOK)
	if n, d := page.Only(t, "input[name=number]").Attr("value"), page.Only(t, "input[name=day]").Attr("value"); n != "01" || d != today.Short() {
		t.Errorf("the form begins with %q of %q", n, d)
	}
	if code := issueAs(p, "head", "to-trinh", "01", today.Short()); code != http.StatusSeeOther {
		t.Fatalf("issued: %d", code)
	}
	page = province.Page(t, p.As("head").Get(p.Path("van-ban", "to-trinh", "ban-hanh")), http.StatusOK)
	if n := page.Only(t, "input[name=number]").Attr("value"); n != "02" {
		t.Errorf("the next one begins with %q", n)
	}
	all := entries(t, p, "head")
	if len(all) != 1 {
		t.Fatalf("the book shows %v", all)
	}
	word := p.As("head").Get(all[0] + "?tep=docx")
	if text := wordOf(t, word.Body.Bytes()); !strings.Contains(text, "Số: 01/TTr-") || !strings.Contains(word.Header().Get("Content-Disposition"), "to-trinh-so-01-") {
		t.Errorf("%s is sent with %s", word.Header().Get("Content-Disposition"), text)
	}
	before := p.As("head").Get(all[0] + "?tep=pdf").Body.Bytes()
	testkit.Exec(t, p.DB, `UPDATE nomination SET candidate_name = 'Tên khác'`)
	if after := p.As("head").Get(all[0] + "?tep=pdf").Body.Bytes(); !bytes.Equal(before, after) || len(after) == 0 {
		t.Error("what was issued changed with the records")
	}
	for _, form := range []string{"exe", "html", "../giay-moi.pdf"} {
		if w := p.As("head").Get(all[0] + "?tep=" + url.QueryEscape(form)); w.Code != http.StatusNotFound {
			t.Errorf("%q answers %d", form, w.Code)
		}
	}
}

func TestIssue_refusesBesideTheFieldAndLosesNothing(t *testing.T) {
	p := year(t, season.Nomination)
	if code := issueAs(p, "head", "to-trinh", "7", today.Short()); code != http.StatusSeeOther {
		t.Fatal(code)
	}
	for name, c := range map[string]struct{ number, day, field, says string }{
		"a number that is taken":   {"07", today.Short(), "number", "đã cấp cho văn bản"},
		"no number":                {"", today.Short(), "number", "bằng chữ số"},
		"a word for a number":      {"năm", today.Short(), "number", "bằng chữ số"},
		"a number below one":       {"0", today.Short(), "number", "từ 1 đến"},
		"a day that is none":       {"8", "31/02/2014", "day", "ngày"},
		"a day that has not come":  {"8", "31/12/2014", "day", "chưa tới"},
		"a number of many digits":  {"99999999999999999999", today.Short(), "number", "bằng chữ số"},
		"a number with an address": {"8/../9", today.Short(), "number", "bằng chữ số"},
	} {
		t.Run(name, func(t *testing.T) {
			w := p.As("head").Post(p.Path("van-ban", "to-trinh", "ban-hanh"), url.Values{"viec": {"ban-hanh"}, "number": {c.number}, "day": {c.day}})
			if w.Code < 400 || w.Code > 499 {
				t.Fatalf("answers %d", w.Code)
			}
			page := province.Page(t, w, w.Code)
			if n := page.Only(t, "input[name=number]"); n.Attr("value") != c.number {
				t.Errorf("typed %q is now %q", c.number, n.Attr("value"))
			}
			if field := page.Only(t, "input[name="+c.field+"]"); field.Attr("aria-invalid") != "true" {
				t.Errorf("nothing is wrong beside %s", c.field)
			}
			if !strings.Contains(page.Only(t, "main").Text(), c.says) {
				t.Errorf("the page does not say %q", c.says)
			}
		})
	}
	if all := entries(t, p, "head"); len(all) != 1 {
		t.Errorf("the book shows %v", all)
	}
}

func TestIssue_isForThoseWhoMay(t *testing.T) {
	p := year(t, season.Nomination)
	for _, who := range []string{"officer:ky-son", "leader:con-cuong", "deputy", "decider", "inspector", ""} {
		if code := issueAs(p, who, "to-trinh", "1", today.Short()); code == http.StatusOK || code == http.StatusSeeOther && who != "" {
			t.Errorf("%q issues: %d", who, code)
		}
	}
	if all := entries(t, p, "head"); len(all) != 0 {
		t.Errorf("the book shows %v", all)
	}
	if w := p.As("head").Get(p.Path("van-ban", "phieu-bau", "ban-hanh")); w.Code != http.StatusNotFound {
		t.Errorf("a ballot paper is issued: %d", w.Code)
	}
}

func TestIssued_publicKindsAreOnThePublicPageUntilTheyAreRecalled(t *testing.T) {
	p := year(t, season.Nomination)
	for _, file := range []string{"giay-moi", "danh-sach-trich-ngang"} {
		if code := issueAs(p, "head", file, "3", today.Short()); code != http.StatusSeeOther {
			t.Fatalf("%s: %d", file, code)
		}
	}
	testkit.Exec(t, p.DB, `UPDATE season SET published_on = '2014-11-20'`)
	public := func() string {
		return province.Page(t, p.As("").Get("/nam/"+province.Slug+"/hoi-nghi"), http.StatusOK).Only(t, "main").Text()
	}
	if text := public(); !strings.Contains(text, "(số 03/GM-") || strings.Contains(text, "trích ngang") {
		t.Errorf("the public page says %s", text)
	}
	if w := p.As("").Get("/nam/" + province.Slug + "/van-ban/danh-sach-trich-ngang-ngay-" + today.String() + ".pdf"); w.Code != http.StatusNotFound {
		t.Errorf("an inner paper is public: %d", w.Code)
	}
	var invitation string
	for _, a := range entries(t, p, "head") {
		if text := province.Page(t, p.As("head").Get(a), http.StatusOK).Only(t, "h1").Text(); strings.Contains(text, "Giấy mời") {
			invitation = a
		}
	}
	recall := func(why string) int {
		return p.As("head").Post(invitation, url.Values{"viec": {"thu-hoi"}, "why": {why}}).Code
	}
	if code := recall(" "); code != http.StatusBadRequest {
		t.Errorf("without a reason: %d", code)
	}
	if code := recall("Sai địa điểm"); code != http.StatusSeeOther {
		t.Errorf("recalled: %d", code)
	}
	if text := public(); strings.Contains(text, "(số 03/GM-") {
		t.Error("a recalled paper is still public")
	}
	if text := province.Page(t, p.As("head").Get(p.Path("so-van-ban")), http.StatusOK).Only(t, "main").Text(); !strings.Contains(text, "Sai địa điểm") {
		t.Error("the book does not say why")
	}
	if code := issueAs(p, "head", "giay-moi", "3", today.Short()); code != http.StatusConflict {
		t.Errorf("the number of a recalled paper is given again: %d", code)
	}
}

func TestIssue_inALocalitysTemplateKeepsItsWordFileAlone(t *testing.T) {
	p := year(t, season.Nomination)
	p.Letterhead(word)
	if code := issueAs(p, "standing", "to-trinh", "11", today.Short()); code != http.StatusSeeOther {
		t.Fatal(code)
	}
	a := entries(t, p, "head")[0]
	if text := wordOf(t, p.As("head").Get(a+"?tep=docx").Body.Bytes()); !strings.Contains(text, "11/TTr-") || strings.ContainsAny(text, "{}") {
		t.Errorf("kept is %s", text)
	}
	if text := pdfText(t, p.As("head").Get(a+"?tep=pdf")); !strings.Contains(text, "11/TTr-") || !strings.Contains(text, word) {
		t.Errorf("the PDF printed from it reads %s", text)
	}
	t.Setenv("PATH", t.TempDir())
	if w := p.As("head").Get(a + "?tep=pdf"); w.Code != http.StatusNotFound {
		t.Errorf("without LibreOffice there is a PDF that is another paper: %d", w.Code)
	}
}

func TestBook_ofAMemberHasWhatIsAddressedToItThisYear(t *testing.T) {
	p := year(t, season.Nomination)
	for number, file := range []string{"giay-moi", "to-trinh", "phieu-trinh"} {
		if code := issueAs(p, "head", file, strconv.Itoa(number+1), today.Short()); code != http.StatusSeeOther {
			t.Fatalf("%s: %d", file, code)
		}
	}
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		_, _, err := notice.Tell(ctx, tx)
		return err
	})
	all := entries(t, p, "head")
	for _, who := range []string{"officer:ky-son", "leader:con-cuong"} {
		theirs := entries(t, p, who)
		if len(all) != 3 || len(theirs) != 1 {
			t.Fatalf("of %v, %s reads %v", all, who, theirs)
		}
		for _, a := range all {
			want := http.StatusNotFound
			if a == theirs[0] {
				want = http.StatusOK
			}
			if code := p.As(who).Get(a).Code; code != want {
				t.Errorf("%s opens %s: %d", who, a, code)
			}
			if code := p.As(who).Get(a + "?tep=docx").Code; code != want {
				t.Errorf("%s takes %s: %d", who, a, code)
			}
		}
		if text := wordOf(t, p.As(who).Get(theirs[0]+"?tep=docx").Body.Bytes()); !strings.Contains(text, "GIẤY MỜI") {
			t.Errorf("%s reads %s", who, text)
		}
		if code := p.As(who).Post(theirs[0], url.Values{"viec": {"thu-hoi"}, "why": {"Không thích"}}).Code; code != http.StatusForbidden {
			t.Errorf("%s recalls it: %d", who, code)
		}
		if told := province.Page(t, p.As(who).Get("/thong-bao"), http.StatusOK).Only(t, "main"); !strings.Contains(told.Text(), "Văn bản gửi các đơn vị: Giấy mời") {
			t.Errorf("%s is told %s", who, told.Text())
		}
		if page := province.Page(t, p.As(who).Get(p.Path("hoi-nghi")), http.StatusOK); !strings.Contains(page.Only(t, "main").Text(), "Văn bản gửi đơn vị") {
			t.Errorf("%s is not led there", who)
		}
	}
	testkit.Exec(t, p.DB, `INSERT INTO season (id, cluster_id, slug, label, year, phase, calendar, members_count, published_on, pledge, elected, sources, illustrative)
		SELECT 'truoc', cluster_id, 'nam-truoc', label || ' khác', year - 1, phase, calendar, members_count, published_on, pledge, elected, sources, illustrative FROM season`)
	testkit.Exec(t, p.DB, `UPDATE issued_paper SET season_id = 'truoc'`)
	if head, member := entries(t, p, "head"), entries(t, p, "officer:ky-son"); len(head) != 3 || len(member) != 0 {
		t.Errorf("of a year before, the head reads %v, a member %v", head, member)
	}
	for _, who := range []string{"inspector", "decider", ""} {
		if w := p.As(who).Get(all[0]); w.Code == http.StatusOK {
			t.Errorf("%q opens it", who)
		}
	}
}

func TestIssue_stampsAnUrgentPaperOfTheDecree(t *testing.T) {
	p := year(t, season.Nomination)
	testkit.Exec(t, p.DB, `UPDATE season SET year = 2024`)
	testkit.Exec(t, p.DB, `UPDATE conference SET on_day = ''`)
	w := p.As("head").Post(p.Path("van-ban", "to-trinh", "ban-hanh"), url.Values{"viec": {"ban-hanh"}, "number": {"1"}, "day": {today.Short()}, "khan": {"hoa-toc"}})
	if w.Code != http.StatusSeeOther {
		t.Fatal(w.Code)
	}
	if text := wordOf(t, p.As("head").Get(entries(t, p, "head")[0]+"?tep=docx").Body.Bytes()); strings.Contains(text, "HỎA TỐC") {
		t.Errorf("a paper of 2014, whose rules of stamps were not read, bears one: %s", text)
	}
}

func TestIssue_passesAxeAtEveryWidth(t *testing.T) {
	p := year(t, season.Nomination)
	if code := issueAs(p, "head", "to-trinh", "5", today.Short()); code != http.StatusSeeOther {
		t.Fatal(code)
	}
	site, page := p.Serve(), testkit.Browser(t).Tab(t)
	page.SignIn(p.Cookie("head"), site)
	for name, path := range map[string]string{"van-ban": p.Path("van-ban"), "ban-hanh": p.Path("van-ban", "giay-moi", "ban-hanh"), "so-van-ban": p.Path("so-van-ban"), "da-ban-hanh": entries(t, p, "head")[0]} {
		page.Open(site + path)
		page.Look("ban-hanh-" + name)
	}
	if code := issueAs(p, "head", "giay-moi", "6", today.Short()); code != http.StatusSeeOther {
		t.Fatal(code)
	}
	page.SignIn(p.Cookie("officer:ky-son"), site)
	for name, path := range map[string]string{"so": p.Path("so-van-ban"), "mot": entries(t, p, "officer:ky-son")[0]} {
		page.Open(site + path)
		page.Look("don-vi-doc-van-ban-" + name)
	}
}
