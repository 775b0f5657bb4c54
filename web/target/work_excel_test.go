package target_test

import (
	"bytes"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/store"
)

// filled is the desk's Excel file with something written into it; the cells of
// the first indicator's row are named by their column only.
func filled(t testing.TB, d province.Desk, at string, cells map[string]any) []byte {
	t.Helper()
	w := d.Get(at + "?dang=xlsx")
	f, err := excelize.OpenReader(w.Body)
	if err != nil {
		t.Fatalf("%d: %v", w.Code, err)
	}
	row := ""
	for i, line := range rowsOf(t, f) {
		if len(line) > 0 && line[0] == "ct1" {
			row = strconv.Itoa(i + 1)
		}
	}
	for name, value := range cells {
		if len(name) == 1 {
			name += row
		}
		if err := f.SetCellValue("Phiếu", name, value); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func rowsOf(t testing.TB, f *excelize.File) [][]string {
	t.Helper()
	rows, err := f.GetRows("Phiếu")
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// preview is what the page says of a file, and the form it offers.
func preview(t testing.TB, d province.Desk, at string, file []byte) (string, url.Values) {
	t.Helper()
	w := d.Send(at+"/xem", nil, "tep", "chi-tieu.xlsx", file)
	page := province.Page(t, w, http.StatusOK)
	form := url.Values{"viec": {"ghi"}}
	for _, in := range page.Find("main input") {
		if name := in.Attr("name"); strings.HasPrefix(name, "o.") || strings.HasPrefix(name, "cu.") || slices.ContainsFunc(in.Node.Attr, func(a html.Attribute) bool { return a.Key == "checked" }) {
			form.Add(name, in.Attr("value"))
		}
	}
	return page.Only(t, "main").Text(), form
}

func TestExcel_goesOutIsFilledInAndComesBack(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := defined(t, db)
		d, page := p.As("standing"), p.Path("chi-tieu", "bang")
		at := page + "/excel"
		table := func() string { return d.Get(page).Body.String() }

		first := filled(t, d, at, map[string]any{"E": 1500, "F": "1 250,5"})
		said, form := preview(t, d, at, first)
		if !strings.Contains(said, "Tệp thay đổi 2 ô") || strings.Contains(table(), "1500") {
			t.Fatalf("%s", said)
		}
		if w := d.Post(at, form); w.Code != http.StatusSeeOther || w.Header().Get("Location") != page {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		if text := table(); !strings.Contains(text, `value="1500"`) || !strings.Contains(text, `value="1250,5"`) {
			t.Errorf("not recorded: %s", text)
		}
		if said, _ := preview(t, d, at, first); !strings.Contains(said, "Tệp không thay đổi ô nào.") {
			t.Errorf("brought twice: %s", said)
		}

		mine := filled(t, d, at, map[string]any{"E": 1600})
		_, theirs := preview(t, p.As("standing2"), at, filled(t, p.As("standing2"), at, map[string]any{"E": 1700}))
		theirs.Set("reason", "Giao lại")
		if w := p.As("standing2").Post(at, theirs); w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		said, form = preview(t, d, at, mine)
		if !strings.Contains(said, "1700") || !strings.Contains(said, "1600") || !strings.Contains(said, "người khác đã đổi") || form.Has("nhan") {
			t.Errorf("two at once: %s %v", said, form)
		}
		if w := d.Post(at, form); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "Chưa chọn dòng nào") {
			t.Errorf("nothing ticked: %d", w.Code)
		}
		form.Set("nhan", "ct1")
		if w := d.Post(at, form); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), "phải nêu lý do") || !strings.Contains(w.Body.String(), `value="1600"`) {
			t.Errorf("without a reason, or what was brought is lost: %d", w.Code)
		}
		form.Set("reason", "Tỉnh giao lại")
		if w := d.Post(at, form); w.Code != http.StatusSeeOther || !strings.Contains(table(), `value="1600"`) {
			t.Errorf("ticked knowingly: %d", w.Code)
		}
		if w := d.Post(at, form); w.Code != http.StatusConflict {
			t.Errorf("an old preview sent again: %d", w.Code)
		}
	})
}

func TestExcel_refusesStrangersAndStrangeFiles(t *testing.T) {
	p := defined(t, testkit.SQLite(t))
	at := p.Path("chi-tieu", "bang", "excel")
	good := filled(t, p.As("standing"), at, map[string]any{"E": 1500})
	_, form := preview(t, p.As("standing"), at, good)
	for who, want := range map[string]int{"officer:con-cuong": 403, "leader:con-cuong": 403, "head": 403, "inspector": 403, "admin": 403, "": 401} {
		if w := p.As(who).Send(at+"/xem", nil, "tep", "a.xlsx", good); w.Code != want {
			t.Errorf("%q sends a file: %d", who, w.Code)
		}
		if w := p.As(who).Post(at, form); w.Code != want {
			t.Errorf("%q records: %d", who, w.Code)
		}
		if w := p.As(who).Get(at + "?dang=xlsx"); w.Code == http.StatusOK {
			t.Errorf("%q takes the file", who)
		}
	}
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"no Excel file":    {[]byte("a,b\n1,2\n"), "hãy nạp tệp Excel"},
		"cut in half":      {good[:len(good)/2], "hãy nạp tệp Excel"},
		"another's table":  {filled(t, p.As("standing"), at, map[string]any{"A1": "thidua chi-tieu khác"}), "không phải tệp đã tải từ trang này"},
		"a row of no list": {filled(t, p.As("standing"), at, map[string]any{"A": "ct9"}), "không còn trong bảng"},
		"no file":          {nil, "Không đọc được"},
	} {
		w := p.As("standing").Send(at+"/xem", nil, "tep", "a.xlsx", c.file)
		if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
}
