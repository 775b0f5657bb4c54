package report_test

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thidua/access"
	"thidua/award"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

const servants = "/bao-cao-thong-ke/0605/2014"

// begin is a province with one award that no source gives.
func begin(t testing.TB, db *store.DB) *province.Province {
	t.Helper()
	p := province.New(t, db, province.Phase(season.Awarding))
	give(t, db, 1)
	return p
}

// give records so many flags in one decision.
func give(t testing.TB, db *store.DB, flags int) {
	t.Helper()
	awards := make([]award.Award, flags)
	for i := range awards {
		awards[i] = award.Award{Kind: award.Collective, Name: "Tập thể thử " + vi.FormatInt(int64(i)), UnitName: "Tỉnh thử", Title: "province_flag", TitleName: "Cờ thi đua", Category: rulebook.Thematic, Year: 2013, Sample: true}
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		d := award.Decision{Number: "155/QĐ-UBND", Day: vi.MustDay("2014-01-20"), Authority: "Chủ tịch UBND tỉnh Nghệ An", Sample: true}
		_, err := award.Record(ctx, tx, access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}, vi.MustDay("2014-11-22"), d, awards)
		return err
	})
}

// figure is a typed figure as a form sends it.
func figure(seen, n string) url.Values {
	return url.Values{"viec": {"nhap"}, "phien-ban": {seen}, "so": {n}, "van-ban": {"Báo cáo số 12/BC-SNV"}, "ly-do": {"Sổ không ghi công chức"}}
}

func TestTyping_showsWhatWasTypedOnThePageInExcelAndInPrint(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := begin(t, db)
		desk, address := p.As("standing"), servants+"/education-4/1"
		for seen, n := range []string{"1234", "1235"} {
			if w := desk.Post(address, figure(string(rune('0'+seen)), n)); w.Code != http.StatusSeeOther {
				t.Fatalf("%s is answered %d: %s", n, w.Code, w.Body)
			}
		}
		page := province.Page(t, desk.Get(address), http.StatusOK)
		if got := page.Only(t, "#so").Text(); !strings.Contains(got, "1.235") || !strings.Contains(got, "nhập tay, theo Báo cáo số 12/BC-SNV") {
			t.Errorf("the figure: %q", got)
		}
		if rows := page.Find("#lich-su tbody tr"); len(rows) != 2 || !strings.Contains(rows[1].Text(), "1.234") {
			t.Errorf("%d versions", len(rows))
		}
		form := province.Page(t, desk.Get(servants), http.StatusOK)
		if got := form.Only(t, "#so-lieu").Text(); !strings.Contains(got, "nhập tay, theo Báo cáo") || strings.Contains(got, "education") {
			t.Errorf("the form: %q", got)
		}
		note := "Dòng “Đại học”, cột 1: 1.235, nhập tay, theo Báo cáo số 12/BC-SNV"
		if got := form.Only(t, "#nhap-tay").Text(); !strings.Contains(got, note) {
			t.Errorf("its notes: %q", got)
		}
		rows := excelOf(t, desk.Get(servants+"?dang=xlsx").Body.Bytes())
		if !strings.Contains(rows, note) || !strings.Contains(rows, "Đại học||1235|sổ không ghi") {
			t.Errorf("Excel: %s", rows)
		}
		if got := printed(t, desk.Get(servants+"?dang=pdf").Body.Bytes()); !strings.Contains(got, "1.235 [1]") || !strings.Contains(got, "[1] dòng “Đại học”, cột 1") {
			t.Errorf("print: %s", got)
		}
	})
}

func TestTyping_isRefusedOnAStalePageAndToOthersThanTheStandingBody(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := begin(t, db)
		address := servants + "/age-2/1"
		if w := p.As("standing").Post(address, figure("0", "7")); w.Code != http.StatusSeeOther {
			t.Fatal(w.Code)
		}
		page := province.Page(t, p.As("standing2").Post(address, figure("0", "9")), http.StatusConflict)
		if got := page.Only(t, "#loi").Text(); !strings.Contains(got, "nhập số 7") {
			t.Errorf("the refusal: %q", got)
		}
		if page.Only(t, "input[name=phien-ban]").Attr("value") != "1" || page.Only(t, "input[name=so]").Attr("value") != "9" {
			t.Error("the page does not show the newer figure beside what was typed")
		}
		for _, who := range []string{"inspector", "decider", "secretary"} {
			if w := p.As(who).Post(address, figure("1", "9")); w.Code != http.StatusForbidden {
				t.Errorf("%s is answered %d", who, w.Code)
			}
			if n := len(province.Page(t, p.As(who).Get(address), http.StatusOK).Find("main input")); n != 0 {
				t.Errorf("%s is shown %d fields", who, n)
			}
		}
		for name, values := range map[string]url.Values{"no number": figure("1", ""), "a fraction": figure("1", "1,5"), "words": figure("1", "bảy")} {
			if w := p.As("standing").Post(address, values); w.Code != http.StatusUnprocessableEntity && w.Code != http.StatusBadRequest {
				t.Errorf("%s is answered %d", name, w.Code)
			}
		}
		back := figure("1", "")
		back.Set("viec", "bo")
		if w := p.As("standing").Post(address, back); w.Code != http.StatusSeeOther {
			t.Errorf("withdrawing is answered %d", w.Code)
		}
		if got := province.Page(t, p.As("standing").Get(address), http.StatusOK).Only(t, "#so").Text(); !strings.Contains(got, "sổ không ghi") {
			t.Errorf("after withdrawing: %q", got)
		}
	})
}

func TestForm_tagsIllustrativeFiguresOnThePageInExcelAndInPrint(t *testing.T) {
	p := begin(t, testkit.SQLite(t))
	const flags = "/bao-cao-thong-ke/0603/2014"
	tagged := 0
	for _, cell := range province.Page(t, p.As("standing").Get(flags), http.StatusOK).Find("#so-lieu td") {
		if text := cell.Text(); strings.Contains(text, "minh họa") {
			tagged++
		} else if strings.HasPrefix(text, "1") && len(text) == 1 {
			t.Errorf("untagged: %q", text)
		}
	}
	if tagged == 0 {
		t.Error("nothing is tagged on the page")
	}
	if got := excelOf(t, p.As("standing").Get(flags+"?dang=xlsx").Body.Bytes()); !strings.Contains(got, "Có số liệu minh họa ở: mã số 01 (cột 1, cột 4)") {
		t.Errorf("Excel: %s", got)
	}
	if got := printed(t, p.As("standing").Get(flags+"?dang=pdf").Body.Bytes()); !strings.Contains(got, "1(*)") || !strings.Contains(got, "số liệu minh họa") {
		t.Errorf("print: %s", got)
	}
}

// mostRows is how many awards the Excel file of a figure has at most.
const mostRows = 5000

func TestRecordsBehindAFigure_sayInExcelWhatTheFileLeavesOut(t *testing.T) {
	const behind = "/bao-cao-thong-ke/0603/2014/02/4?dang=xlsx"
	for name, c := range map[string]struct {
		flags int
		says  string
	}{
		"all":               {3, ""},
		"one more than fit": {mostRows + 1, "Chỉ gồm 5.000 dòng đầu; số này đếm 5.001 dòng, xem đủ trên trang."},
	} {
		t.Run(name, func(t *testing.T) {
			db := testkit.SQLite(t)
			p := province.New(t, db, province.Phase(season.Awarding))
			give(t, db, c.flags)
			got := excelOf(t, p.As("standing").Get(behind).Body.Bytes())
			if n := strings.Count(got, "Tập thể thử"); n != min(c.flags, mostRows) {
				t.Errorf("%d rows", n)
			}
			if !strings.Contains(got, "Có số liệu minh họa.") || !strings.Contains(got, c.says) || (c.says == "") == strings.Contains(got, "Chỉ gồm") {
				t.Errorf("%.400s", got)
			}
		})
	}
}

// excelOf is the file as lines of cells.
func excelOf(t *testing.T, file []byte) string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows(book.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	lines := make([]string, len(rows))
	for i, cells := range rows {
		lines[i] = strings.Join(cells, "|")
	}
	return strings.Join(lines, "\n")
}

// printed is the text of a PDF whose pages lie on their long side.
func printed(t *testing.T, pdf []byte) string {
	t.Helper()
	var lines []string
	for _, line := range testkit.PrintedOf(t, pdf) {
		if line.Right > 297 || line.Bottom > 210 {
			t.Errorf("off the page: %+v", line)
		}
		lines = append(lines, line.Text)
	}
	return strings.Join(lines, " ")
}
