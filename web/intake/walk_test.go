package intake_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"thidua/internal/messy"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
)

func messyList(t testing.TB, rows int) []byte {
	t.Helper()
	file, err := messy.Nominations(rows)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// bring sends a list and returns the address of its preview.
func bring(t testing.TB, p *province.Province, who, name string, file []byte) string {
	t.Helper()
	w := p.As(who).Send(p.Path("nap-de-nghi", "xem"), url.Values{}, "tep", name, file)
	if w.Code != http.StatusSeeOther {
		t.Fatalf("%d: %s", w.Code, said(w.Body.String()))
	}
	return w.Header().Get("Location")
}

var refused = regexp.MustCompile(`(?s)<div class="errors".*?</ul>|<h1.*?</h1>`)

func said(page string) string { return strings.Join(refused.FindAllString(page, 2), " ") }

func TestPreview_leadsFromAMessyListToNominations(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Nomination))
	at := bring(t, p, "head", "danh-sach.xlsx", messyList(t, 120))
	head := p.As("head")
	page := head.Get(at).Body.String()
	for _, want := range []string{"danh-sach.xlsx, Danh sách: 120 dòng", "2 dòng cần sửa", "“Khen cấp trên” ở 1 dòng nghĩa là", "Đã bỏ qua 2 cột đang ẩn."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if w := head.Post(at, url.Values{"viec": {"ghi"}}); w.Code == http.StatusSeeOther || !strings.Contains(w.Body.String(), "Dòng ") {
		t.Fatalf("recorded with rows at fault: %d %s", w.Code, said(w.Body.String()))
	}
	checkFaultyFile(t, head.Get(at+"?dang=xlsx").Body.Bytes())
	if w := head.Post(at, url.Values{"viec": {"thay"}, "field": {"title"}, "was": {"Khen cấp trên"}, "now": {"Giấy khen"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("%d %s", w.Code, said(w.Body.String()))
	}
	for range 2 {
		page = head.Get(at + "?loi=1").Body.String()
		line := regexp.MustCompile(`name="line" value="([\d.]+)"`).FindStringSubmatch(page)
		if line == nil {
			break
		}
		if w := head.Post(at, url.Values{"viec": {"bo"}, "line": {line[1]}}); w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, said(w.Body.String()))
		}
	}
	if page = head.Get(at).Body.String(); !strings.Contains(page, "Không có lỗi: sẽ lập") {
		t.Fatalf("still not clean")
	}
	w := head.Post(at, url.Values{"viec": {"ghi"}})
	if w.Code != http.StatusSeeOther || w.Header().Get("Location") != p.Path("de-nghi") {
		t.Fatalf("%d %s", w.Code, said(w.Body.String()))
	}
	if w := head.Get(at); w.Code != http.StatusNotFound {
		t.Errorf("the list still waits: %d", w.Code)
	}
}

// checkFaultyFile looks for the list's own heads and a last column of reasons.
func checkFaultyFile(t *testing.T, file []byte) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(f.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprint(rows)
	for _, want := range []string{"Tên tập thể/cá nhân/ hộ gia đình", "Lý do", "không rõ là danh hiệu", "Chưa ghi “Tên tập thể, cá nhân, hộ gia đình”."} {
		if !strings.Contains(text, want) {
			t.Errorf("the file of faulty rows does not say %q", want)
		}
	}
}

func TestUpload_refusesAtTheDoor(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Nomination))
	list := []byte("Họ và tên;Ông/Bà;Danh hiệu\nVi An;Ông;Giấy khen\n")
	at := bring(t, p, "head", "x.csv", list)
	send := p.Path("nap-de-nghi", "xem")
	for name, c := range map[string]struct {
		who, path string
		file      []byte
		code      int
		says      string
	}{
		"nobody":       {"", send, list, http.StatusUnauthorized, ""},
		"an officer":   {"officer:con-cuong", send, list, http.StatusForbidden, ""},
		"no file":      {"head", send, nil, http.StatusBadRequest, "Tệp trống"},
		"a program":    {"head", send, []byte("MZ\x90\x00"), http.StatusBadRequest, "chương trình"},
		"a list twice": {"head", send, append(list, "Vi An;Ông;Giấy khen\n"...), http.StatusSeeOther, ""},
	} {
		t.Run(name, func(t *testing.T) {
			w := p.As(c.who).Send(c.path, url.Values{}, "tep", "x.xlsx", c.file)
			if w.Code != c.code || !strings.Contains(w.Body.String(), c.says) {
				t.Errorf("%d %s", w.Code, said(w.Body.String()))
			}
		})
	}
	for _, act := range []string{"bang", "cot", "sua", "thay", "bo", "lay", "ghi", "huy"} {
		if w := p.As("secretary").Post(at, url.Values{"viec": {act}, "line": {"0.2"}}); w.Code != http.StatusNotFound {
			t.Errorf("somebody else's list, %s: %d", act, w.Code)
		}
	}
	if w := p.As("head").Post(at, url.Values{"viec": {"cot"}, "columns[0]": {"name"}, "columns[1]": {"name"}}); w.Code != http.StatusBadRequest {
		t.Errorf("two columns of one field: %d", w.Code)
	}
}

// TestWalk_aListOf386RowsIsCleanInAFewSteps goes in a browser from the file that
// an office has to nominations, by what a person does.
func TestWalk_aListOf386RowsIsCleanInAFewSteps(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Nomination))
	file := filepath.Join(t.TempDir(), "danh-sach.xlsx")
	if err := os.WriteFile(file, messyList(t, 386), 0o600); err != nil {
		t.Fatal(err)
	}
	site := p.Serve()
	page := testkit.Browser(t)
	page.SignIn(p.Cookie("head"), site)
	page.Open(site + p.Path("nap-de-nghi"))
	page.Look("nap-1-chon-tep")
	began := time.Now()
	page.Attach("input[type=file]", file)
	page.Click("main form button.button")
	page.Says("386 dòng")
	page.Look("nap-2-xem-truoc")
	page.Choose("#thay-0", "Giấy khen")
	page.Click(`button[value="thay"]`)
	page.Says("Đã thay ở 3 dòng.")
	page.Open(page.Address() + "?loi=1")
	page.Says("dòng cần sửa")
	page.Look("nap-3-dong-can-sua")
	page.Fill(`details.row[open] .wrong input`, "Lô Văn Xuân")
	page.Click(`details.row[open] button[value="sua"]`)
	page.Says("Không có lỗi: sẽ lập 386 đề nghị khen thưởng.")
	page.Look("nap-4-sach")
	page.Click(`button[value="ghi"]`)
	page.Says("Đã lập 386 đề nghị khen thưởng.")
	t.Logf("it took %v", time.Since(began))
}
