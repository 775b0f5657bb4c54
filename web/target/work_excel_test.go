package target_test

import (
	"net/http"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/store"
)

func TestExcel_goesOutIsFilledInAndComesBack(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := defined(t, db)
		d, page := p.As("standing"), p.Path("chi-tieu", "bang")
		at := page + "/excel"
		table := func() string { return d.Get(page).Body.String() }

		first := d.Filled(t, at, "ct1", map[string]any{"E": 1500, "F": "1 250,5"})
		said, form := d.Brought(t, at, first)
		if !strings.Contains(said, "Tệp thay đổi 2 ô") || strings.Contains(table(), "1500") {
			t.Fatalf("%s", said)
		}
		if w := d.Post(at, form); w.Code != http.StatusSeeOther || w.Header().Get("Location") != page {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		if text := table(); !strings.Contains(text, `value="1500"`) || !strings.Contains(text, `value="1250,5"`) {
			t.Errorf("not recorded: %s", text)
		}
		if said, _ := d.Brought(t, at, first); !strings.Contains(said, "Tệp không thay đổi ô nào.") {
			t.Errorf("brought twice: %s", said)
		}

		mine := d.Filled(t, at, "ct1", map[string]any{"E": 1600})
		_, theirs := p.As("standing2").Brought(t, at, p.As("standing2").Filled(t, at, "ct1", map[string]any{"E": 1700}))
		theirs.Set("reason", "Giao lại")
		if w := p.As("standing2").Post(at, theirs); w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		said, form = d.Brought(t, at, mine)
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
	good := p.As("standing").Filled(t, at, "ct1", map[string]any{"E": 1500})
	_, form := p.As("standing").Brought(t, at, good)
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
		"another's table":  {p.As("standing").Filled(t, at, "ct1", map[string]any{"A1": "thidua chi-tieu khác"}), "không phải tệp đã tải từ trang này"},
		"a row of no list": {p.As("standing").Filled(t, at, "ct1", map[string]any{"A": "ct9"}), "không còn trong bảng"},
		"no file":          {nil, "Không đọc được"},
	} {
		w := p.As("standing").Send(at+"/xem", nil, "tep", "a.xlsx", c.file)
		if w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
}

func TestResults_areReportedByExcelForOnesOwnUnitOnly(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := defined(t, db)
		set := p.As("standing")
		_, form := set.Brought(t, p.Path("chi-tieu", "bang", "excel"), set.Filled(t, p.Path("chi-tieu", "bang", "excel"), "ct1", map[string]any{"E": 30, "G": 18.5}))
		if w := set.Post(p.Path("chi-tieu", "bang", "excel"), form); w.Code != http.StatusSeeOther {
			t.Fatalf("%d", w.Code)
		}
		at, d := p.Path("chi-tieu", "ket-qua", "excel"), p.As("officer:con-cuong")
		for _, c := range []struct {
			day  any
			code int
			says string
		}{
			{"hôm nay", http.StatusBadRequest, "Ngày viết như 22/11/2014."},
			{"23/11/2014", http.StatusBadRequest, "ở sau ngày báo cáo"},
			{"31/10/2014", http.StatusSeeOther, ""},
		} {
			_, form := d.Brought(t, at, d.Filled(t, at, "ct1", map[string]any{"F": 17.5, "G": c.day}))
			if w := d.Post(at, form); w.Code != c.code || !strings.Contains(w.Body.String(), c.says) {
				t.Errorf("%v: %d", c.day, w.Code)
			}
		}
		if page := d.Get(p.Path("chi-tieu", "ct1")).Body.String(); !strings.Contains(page, "17,5") {
			t.Error("not reported")
		}
		file := d.Filled(t, at, "ct1", map[string]any{"F": 9})
		for who, code := range map[string]int{"officer:ky-son": 400, "head": 403, "standing": 403} {
			if w := p.As(who).Send(at+"/xem", nil, "tep", "a.xlsx", file); w.Code != code {
				t.Errorf("%s brings another unit's results: %d", who, w.Code)
			}
		}
	})
}
