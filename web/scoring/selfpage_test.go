package scoring_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
)

const officer = "officer:con-cuong"

func selfScoring(t testing.TB, db *store.DB) *province.Province {
	t.Helper()
	return province.New(t, db, province.Phase(season.SelfScoring))
}

// formOf is what a browser would send of the page's form at the address.
func formOf(t testing.TB, page province.Node, action string) url.Values {
	t.Helper()
	for _, f := range page.Find("form") {
		if f.Attr("action") == action && f.Attr("method") == "post" {
			return values(f)
		}
	}
	t.Fatalf("no form to %s", action)
	return nil
}

func values(form province.Node) url.Values {
	v := url.Values{}
	for _, i := range form.Find("input") {
		kind := i.Attr("type")
		if i.Attr("name") != "" && (kind != "checkbox" && kind != "radio" || has(i, "checked")) {
			v.Add(i.Attr("name"), i.Attr("value"))
		}
	}
	for _, s := range form.Find("select") {
		chosen := ""
		for _, o := range s.Find("option") {
			if has(o, "selected") {
				chosen = o.Attr("value")
			}
		}
		v.Add(s.Attr("name"), chosen)
	}
	for _, a := range form.Find("textarea") {
		v.Add(a.Attr("name"), a.Text())
	}
	return v
}

func has(n province.Node, attribute string) bool {
	for _, a := range n.Node.Attr {
		if a.Key == attribute {
			return true
		}
	}
	return false
}

// sheetForm opens the person's own sheet and returns its form.
func sheetForm(t testing.TB, p *province.Province, who string) url.Values {
	t.Helper()
	return formOf(t, province.Page(t, p.As(who).Get(p.Path("tu-cham")), http.StatusOK), p.Path("tu-cham"))
}

// figures fill in every leaf of the province's tree.
var figures = map[string]string{"1.1.target": "100", "1.1.actual": "90", "1.2.target": "4", "1.2.actual": "5", "1.3.target": "8,5", "1.3.actual": "9,1",
	"2.1.met": scoring.Met, "2.2.count": "2", "2.3.word": "tốt", "3.bonus": "1"}

func fillAll(form url.Values) url.Values {
	for name, text := range figures {
		form.Set("marks."+name, text)
	}
	form.Set("viec", "luu")
	return form
}

func mustSave(t testing.TB, p *province.Province, who string, form url.Values) {
	t.Helper()
	if w := p.As(who).Post(p.Path("tu-cham"), form); w.Code != http.StatusSeeOther {
		t.Fatalf("not saved: %d %s", w.Code, province.Page(t, w, w.Code).Text())
	}
}

// filledSheet saves a whole sheet without any script.
func filledSheet(t testing.TB, p *province.Province) {
	t.Helper()
	mustSave(t, p, officer, fillAll(sheetForm(t, p, officer)))
}

func sendForm(t testing.TB, p *province.Province, who string) url.Values {
	t.Helper()
	form := formOf(t, province.Page(t, p.As(who).Get(p.Path("tu-cham", "nop")), http.StatusOK), p.Path("tu-cham", "nop"))
	form.Set("viec", "nop")
	return form
}

// record reads Con Cuông's own sheet.
func record(t testing.TB, p *province.Province) (s scoring.SelfSheet) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		s, err = scoring.SelfSheetOf(ctx, tx, p.Season.ID, p.Unit["con-cuong"])
		return err
	})
	return s
}

func one(t testing.TB, page province.Node, selector string) province.Node {
	t.Helper()
	all := page.Find(selector)
	if len(all) == 0 {
		t.Fatalf("no %s on the page", selector)
	}
	return all[0]
}

func TestSheet_isFilledInCheckedAndSentWithoutAnyScript(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := selfScoring(t, db)
		filledSheet(t, p)
		page := province.Page(t, p.As("leader:con-cuong").Get(p.Path("tu-cham")), http.StatusOK)
		for id, want := range map[string]string{"d-1.1": "27,00", "d-1.2": "16,00", "d-1.3": "20,00", "d-1": "63,00", "d-2": "25,00", "d-3": "1,00", "d-tong": "89,00", "d-ty-le": "89,00 %"} {
			if got := one(t, page, "#"+id).Text(); got != want {
				t.Errorf("%s says %q, want %q", id, got, want)
			}
		}
		if got := one(t, page, "#da-luu").Text(); !strings.Contains(got, "Cán bộ TĐKT huyện Con Cuông") || !strings.Contains(got, "chưa ai ngoài đơn vị xem được") {
			t.Errorf("saved by whom: %q", got)
		}
		if w := p.As("leader:con-cuong").Post(p.Path("tu-cham", "nop"), sendForm(t, p, "leader:con-cuong")); w.Code != http.StatusSeeOther {
			t.Fatalf("not sent: %d %s", w.Code, w.Body)
		}
		if s := record(t, p); s.State != scoring.Submitted || len(s.Marks) != 7 {
			t.Errorf("%+v", s)
		}
		page = province.Page(t, p.As(officer).Get(p.Path("tu-cham")), http.StatusOK)
		if len(page.Find("input[name=marks.1.1.actual]")) != 0 {
			t.Error("a sheet that was sent can still be typed into")
		}
	})
}

func TestSheet_saysWhatIsMissing(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	form := sheetForm(t, p, officer)
	form.Set("marks.1.1.target", "100")
	mustSave(t, p, officer, form)
	left := one(t, province.Page(t, p.As(officer).Get(p.Path("tu-cham")), http.StatusOK), "#con-lai").Text()
	if !strings.Contains(left, "Còn 6 tiêu chí") || !strings.Contains(left, "1.1: chưa ghi đủ: chưa có kết quả thực hiện") {
		t.Errorf("%q", left)
	}
	w := p.As(officer).Post(p.Path("tu-cham", "nop"), url.Values{"viec": {"nop"}, "turn": {"0"}, "revision": {"1"}})
	if w.Code != http.StatusBadRequest || record(t, p).State != scoring.Draft {
		t.Errorf("an unfinished sheet was sent: %d", w.Code)
	}
}

// TestSheet_losesNothingOfWhatWasTyped: a refused form comes back as typed, with
// the sentence beside its field, and nothing of it is recorded.
func TestSheet_losesNothingOfWhatWasTyped(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	form := sheetForm(t, p, officer)
	form.Set("marks.2.2.points", "30")
	form.Set("marks.1.1.actual", "90")
	page := province.Page(t, p.As(officer).Post(p.Path("tu-cham"), form), http.StatusBadRequest)
	if got := one(t, page, "input[name=marks.2.2.points]"); got.Attr("value") != "30" || got.Attr("aria-invalid") != "true" {
		t.Errorf("the wrong field: %q, invalid %q", got.Attr("value"), got.Attr("aria-invalid"))
	}
	if got := one(t, page, "#o-marks-2-2-points-e").Text(); !strings.Contains(got, "trên mức tối đa 15") {
		t.Errorf("beside the field: %q", got)
	}
	if got := one(t, page, "input[name=marks.1.1.actual]").Attr("value"); got != "90" {
		t.Errorf("the right field was lost: %q", got)
	}
	if s := record(t, p); s.ID != "" {
		t.Errorf("something was recorded: %+v", s)
	}
}

// answer is what the script hears.
type answer struct {
	Said   string
	Read   string
	Parts  map[string]string
	Errors map[string]string
	Clash  *struct{ Read, HTML string }
	Stop   bool
}

// typeCell sends one cell of a form as the script does.
func typeCell(t testing.TB, p *province.Province, who string, form url.Values, code string) (int, answer) {
	t.Helper()
	cell := url.Values{"turn": form["turn"], "criterion": {code}, "read." + code: form["read."+code]}
	for name, v := range form {
		if strings.HasPrefix(name, "marks."+code+".") {
			cell[name] = v
		}
	}
	w := p.As(who).Post(p.Path("tu-cham", "o"), cell)
	var a answer
	if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	return w.Code, a
}

func TestCell_isSavedAsItIsTypedAndBringsThePointsUpToDate(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := selfScoring(t, db)
		form := sheetForm(t, p, officer)
		form.Set("marks.1.1.target", "100")
		form.Set("marks.1.1.actual", "90")
		status, a := typeCell(t, p, officer, form, "1.1")
		if status != http.StatusOK || !strings.Contains(a.Parts["d-1.1"], "27,00") || a.Parts["d-tong"] != "27,00" || !strings.Contains(a.Said, "Đã lưu lúc") {
			t.Fatalf("%d %+v", status, a)
		}
		form.Set("read.1.1", a.Read)
		form.Set("marks.1.1.actual", "1.000")
		status, a = typeCell(t, p, officer, form, "1.1")
		if status != http.StatusBadRequest || !strings.Contains(a.Errors["marks.1.1.actual"], "hai cách") {
			t.Errorf("a doubtful number: %d %+v", status, a)
		}
		if got := record(t, p).Cell("1.1").Mark.Actual.String(); got != "90" {
			t.Errorf("recorded %s", got)
		}
	})
}

func TestCell_ofTwoPeopleShowsBothValuesAndLetsThemChoose(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	filledSheet(t, p)
	mine, theirs := sheetForm(t, p, officer), sheetForm(t, p, "leader:con-cuong")
	theirs.Set("marks.1.1.actual", "95")
	if status, a := typeCell(t, p, "leader:con-cuong", theirs, "1.1"); status != http.StatusOK {
		t.Fatalf("%d %+v", status, a)
	}
	mine.Set("marks.1.1.actual", "99")
	status, a := typeCell(t, p, officer, mine, "1.1")
	if status != http.StatusConflict || a.Clash == nil {
		t.Fatalf("%d %+v", status, a)
	}
	for _, words := range []string{"Lãnh đạo huyện Con Cuông vừa ghi giá trị khác", "Thực hiện 99", "Thực hiện 95"} {
		if !strings.Contains(a.Clash.HTML, words) {
			t.Errorf("the clash does not say %q: %s", words, a.Clash.HTML)
		}
	}
	mine.Set("read.1.1", a.Clash.Read)
	if status, a := typeCell(t, p, officer, mine, "1.1"); status != http.StatusOK {
		t.Fatalf("after choosing mine: %d %+v", status, a)
	}
	if got := record(t, p).Cell("1.1").Mark.Actual.String(); got != "99" {
		t.Errorf("recorded %s", got)
	}
}

// TestSheet_ofTwoPeopleWithoutScript: what the other changed and I did not touch
// stays theirs; what both changed comes back with both values.
func TestSheet_ofTwoPeopleWithoutScriptMergesAndLetsThemChoose(t *testing.T) {
	for _, c := range []struct{ choice, want string }{{"mine", "99"}, {"theirs", "95"}} {
		t.Run(c.choice, func(t *testing.T) {
			p := selfScoring(t, testkit.SQLite(t))
			filledSheet(t, p)
			mine, theirs := sheetForm(t, p, officer), sheetForm(t, p, "leader:con-cuong")
			theirs.Set("marks.1.1.actual", "95")
			theirs.Set("marks.2.2.count", "3")
			mustSave(t, p, "leader:con-cuong", theirs)
			mine.Set("marks.1.1.actual", "99")
			mine.Set("marks.2.1.met", scoring.NotMet)
			page := province.Page(t, p.As(officer).Post(p.Path("tu-cham"), mine), http.StatusConflict)
			again := formOf(t, page, p.Path("tu-cham"))
			if again.Get("choose.1.1") != "mine" || again.Get("marks.1.1.actual") != "99" || again.Get("marks.2.2.count") != "3" || again.Get("marks.2.1.met") != scoring.NotMet {
				t.Fatalf("the form that came back: %v", again)
			}
			again.Set("choose.1.1", c.choice)
			mustSave(t, p, officer, again)
			s := record(t, p)
			if got := s.Cell("1.1").Mark.Actual.String(); got != c.want {
				t.Errorf("1.1 is %s, want %s", got, c.want)
			}
			if s.Cell("2.2").Mark.Count.String() != "3" || *s.Cell("2.1").Mark.Met {
				t.Errorf("the other cells were not merged: %+v", s.Cells)
			}
		})
	}
}

func TestSend_ofTwoTabsTakesExactlyOne(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := selfScoring(t, db)
		filledSheet(t, p)
		a, b := sendForm(t, p, officer), sendForm(t, p, "leader:con-cuong")
		p.Cookie(officer)
		answers := make([]*httptest.ResponseRecorder, 2)
		var both sync.WaitGroup
		both.Go(func() { answers[0] = p.As(officer).Post(p.Path("tu-cham", "nop"), a) })
		both.Go(func() { answers[1] = p.As("leader:con-cuong").Post(p.Path("tu-cham", "nop"), b) })
		both.Wait()
		won, lost := answers[0], answers[1]
		if lost.Code == http.StatusSeeOther {
			won, lost = lost, won
		}
		if won.Code != http.StatusSeeOther || lost.Code != http.StatusConflict || !strings.Contains(lost.Body.String(), "lần ghi này không có tác dụng") {
			t.Errorf("%d and %d: %s", won.Code, lost.Code, lost.Body)
		}
	})
}

func TestForms_readBeforeARecallAreRefused(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	filledSheet(t, p)
	oldSheet, oldSend := sheetForm(t, p, officer), sendForm(t, p, officer)
	if w := p.As(officer).Post(p.Path("tu-cham", "nop"), oldSend); w.Code != http.StatusSeeOther {
		t.Fatalf("not sent: %d", w.Code)
	}
	recall := formOf(t, province.Page(t, p.As("leader:con-cuong").Get(p.Path("tu-cham", "thu-hoi")), http.StatusOK), p.Path("tu-cham", "thu-hoi"))
	recall.Set("viec", "thu-hoi")
	recall.Set("reason", "Trả lại để bổ sung")
	if w := p.As("leader:con-cuong").Post(p.Path("tu-cham", "thu-hoi"), recall); w.Code != http.StatusSeeOther {
		t.Fatalf("not taken back: %d", w.Code)
	}
	oldSheet.Set("marks.1.1.actual", "100")
	oldSheet.Set("viec", "luu")
	for name, w := range map[string]*httptest.ResponseRecorder{
		"the send form":   p.As(officer).Post(p.Path("tu-cham", "nop"), oldSend),
		"the sheet":       p.As(officer).Post(p.Path("tu-cham"), oldSheet),
		"the recall form": p.As("leader:con-cuong").Post(p.Path("tu-cham", "thu-hoi"), recall),
	} {
		if w.Code != http.StatusConflict {
			t.Errorf("%s read before was taken: %d", name, w.Code)
		}
	}
	if s := record(t, p); s.State != scoring.Draft || s.Cell("1.1").Mark.Actual.String() != "90" {
		t.Errorf("%+v", s)
	}
}

// excelOf downloads the sheet as an Excel file.
func excelOf(t testing.TB, p *province.Province) *excelize.File {
	t.Helper()
	w := p.As(officer).Get(p.Path("tu-cham", "phieu.xlsx"))
	if w.Code != http.StatusOK {
		t.Fatalf("no file: %d", w.Code)
	}
	f, err := excelize.OpenReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// rowOf is the row of the criterion in the file.
func rowOf(t testing.TB, f *excelize.File, code string) int {
	t.Helper()
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		if len(r) > 0 && r[0] == code {
			return i + 1
		}
	}
	t.Fatalf("no row of %s", code)
	return 0
}

func upload(p *province.Province, who string, file []byte) *httptest.ResponseRecorder {
	return p.As(who).Send(p.Path("tu-cham", "nap"), nil, "tep", "phieu.xlsx", file)
}

func bytesOf(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func set(t testing.TB, f *excelize.File, column string, row int, value any) {
	t.Helper()
	if err := f.SetCellValue(f.GetSheetName(0), fmt.Sprintf("%s%d", column, row), value); err != nil {
		t.Fatal(err)
	}
}

func TestExcel_goesOutAndComesBackCellByCell(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := selfScoring(t, db)
		filledSheet(t, p)
		f := excelOf(t, p)
		if w := upload(p, officer, bytesOf(t, f)); w.Code != http.StatusOK || strings.Contains(w.Body.String(), "Ghi các thay đổi này") {
			t.Fatalf("a file as it was taken changes something: %d %s", w.Code, province.Page(t, w, w.Code).Text())
		}
		set(t, f, "F", rowOf(t, f, "1.1"), 95.5)
		set(t, f, "F", rowOf(t, f, "2.1"), "Không đạt")
		set(t, f, "L", rowOf(t, f, "2.1"), "Báo cáo quý III nộp chậm")
		set(t, f, "F", rowOf(t, f, "2.2"), "3")
		page := province.Page(t, upload(p, officer, bytesOf(t, f)), http.StatusOK)
		if got := record(t, p).Cell("1.1").Mark.Actual.String(); got != "90" {
			t.Fatalf("the preview recorded something: %s", got)
		}
		form := formOf(t, page, p.Path("tu-cham"))
		form.Set("viec", "luu")
		mustSave(t, p, officer, form)
		s := record(t, p)
		if m := s.Cell("2.1").Mark; s.Cell("1.1").Mark.Actual.String() != "95.5" || *m.Met || m.Explanation != "Báo cáo quý III nộp chậm" || s.Cell("2.2").Mark.Count.String() != "3" {
			t.Errorf("%+v", s.Cells)
		}
	})
}

func TestExcel_isRefusedByRowAndCellAndChangesNothing(t *testing.T) {
	p := selfScoring(t, testkit.SQLite(t))
	filledSheet(t, p)
	before := record(t, p)
	for _, c := range []struct {
		name   string
		change func(f *excelize.File)
		words  string
	}{
		{"a word for a number", func(f *excelize.File) { set(t, f, "F", rowOf(t, f, "1.1"), "nhiều") }, fmt.Sprintf("Ô F%d (Kết quả): Tiêu chí 1.1", 0)},
		{"points above the maximum", func(f *excelize.File) {
			set(t, f, "F", rowOf(t, f, "2.2"), nil)
			set(t, f, "I", rowOf(t, f, "2.2"), 30)
		}, "trên mức tối đa 15"},
		{"a file of another sheet", func(f *excelize.File) { set(t, f, "A", 1, "thidua tu-cham khác") }, "không phải phiếu tự chấm của đơn vị"},
		{"a row twice", func(f *excelize.File) {
			set(t, f, "A", rowOf(t, f, "1.2"), "1.1")
		}, "tiêu chí 1.1 có hai dòng"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := excelOf(t, p)
			words := strings.Replace(c.words, "F0", fmt.Sprintf("F%d", rowOf(t, f, "1.1")), 1)
			c.change(f)
			w := upload(p, officer, bytesOf(t, f))
			if text := province.Page(t, w, w.Code).Text(); w.Code != http.StatusBadRequest || !strings.Contains(text, words) {
				t.Errorf("%d %s", w.Code, text)
			}
			if record(t, p).Revision != before.Revision {
				t.Error("something was recorded")
			}
		})
	}
}

// inPhase moves the year without asking anybody.
func inPhase(t testing.TB, p *province.Province, phase season.Phase) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE season SET phase = $1 WHERE id = $2`, phase, p.Season.ID)
		return err
	})
}
