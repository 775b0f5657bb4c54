package award_test

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"thidua/access"
	"thidua/award"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
)

const head = "Số QĐ,Ngày ký,Cơ quan ban hành,Họ và tên,Đơn vị công tác,Danh hiệu thi đua/Hình thức khen thưởng,Năm\n"

const good = "12/QĐ-UBND,20/01/2014,Chủ tịch UBND tỉnh Nghệ An,Nguyễn Đức Hoà,Sở Nội vụ,Chiến sĩ thi đua cơ sở,2013\n" +
	"12/QĐ-UBND,20/01/2014,Chủ tịch UBND tỉnh Nghệ An,Lô Thị Thuý,Sở Nội vụ,CSTĐ cơ sở,2013\n"

func take(t *testing.T, db *store.DB, by access.Actor, file []byte) (report award.Report, err error) {
	t.Helper()
	err = db.Write(ctx, func(tx *store.Tx) error {
		report, err = award.Import(ctx, tx, by, today, "so.csv", bytes.NewReader(file), int64(len(file)))
		return err
	})
	return report, err
}

func count(t *testing.T, db *store.DB) int {
	t.Helper()
	return search(t, db, award.Query{}, award.Whole).Count
}

func TestImport_takesAListOnceAndAgainWithoutChange(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		for i, file := range []string{head + good, head + good, "DANH SÁCH KHEN THƯỞNG,,,,,,\n" + strings.ToUpper(head[:1]) + head[1:] + strings.ReplaceAll(good, "Hoà", "Hòa")} {
			report, err := take(t, db, standing, []byte(file))
			if err != nil {
				t.Fatalf("reading %d: %v", i+1, err)
			}
			if want := map[bool]int{true: 2, false: 0}[i == 0]; report.Added != want || report.Added+report.Same != 2 {
				t.Errorf("reading %d: %+v", i+1, report)
			}
		}
		page := search(t, db, award.Query{Name: "thuy"}, award.Whole)
		if len(page.Awards) != 1 || page.Awards[0].Place != 2 || page.Awards[0].By.Number != "12/QĐ-UBND" || page.Awards[0].Title != "base_emulation_fighter" {
			t.Errorf("got %+v", page.Awards)
		}
	})
}

func TestImport_refusesEachBadRowWithASentenceAndKeepsNothing(t *testing.T) {
	db := testkit.SQLite(t)
	row := func(number, day, name, title, year string) string {
		return strings.Join([]string{number, day, "UBND tỉnh", name, "Sở Nội vụ", title, year}, ",") + "\n"
	}
	const title = "Lao động tiên tiến"
	for name, c := range map[string]struct{ row, says string }{
		"an impossible day":         {row("1/QĐ", "31/02/2014", "Vi Văn Sơn", title, "2013"), "Không có ngày 31/2/2014"},
		"an unknown title":          {row("1/QĐ", "01/02/2014", "Vi Văn Sơn", "Danh hiệu lạ", "2013"), "Không có danh hiệu, hình thức khen thưởng nào tên “Danh hiệu lạ”"},
		"a decision without number": {row("", "01/02/2014", "Vi Văn Sơn", title, "2013"), "Thiếu số quyết định"},
		"a day before all regimes":  {row("1/QĐ", "01/02/1999", "Vi Văn Sơn", title, "1998"), "nằm ngoài các chế độ pháp luật"},
		"a day that is not yet":     {row("1/QĐ", "01/02/2015", "Vi Văn Sơn", title, "2013"), "ở sau hôm nay"},
		"a year after the decision": {row("1/QĐ", "01/02/2014", "Vi Văn Sơn", title, "2015"), "sau năm của quyết định"},
		"a formula":                 {row("1/QĐ", "01/02/2014", `"=HYPERLINK(""http://x"")"`, title, "2013"), "công thức"},
		"a command":                 {row("1/QĐ", "01/02/2014", "@SUM(1)", title, "2013"), "công thức"},
		"letters of an old font":    {row("1/QĐ", "01/02/2014", "NguyÔn V¨n S¬n", title, "2013"), "bảng mã cũ"},
		"bytes that are no letters": {row("1/QĐ", "01/02/2014", "Nguy\xead", title, "2013"), "UTF-8"},
		"a row cut in the middle":   {"1/QĐ,01/02/2014,UBND tỉnh,Vi Văn\n", "7 cột"},
		"a file cut in the middle":  {"1/QĐ,01/02/2014,UBND tỉnh,Vi Văn Sơn,Sở Nội vụ,Lao động tiên tiến,2013", "bị cắt giữa chừng"},
		"a quote that never closes": {`1/QĐ,01/02/2014,"UBND tỉnh,Vi` + "\n", "bị cắt giữa chừng"},
		"two days of one decision":  {strings.Replace(row("12/QĐ-UBND", "21/01/2014", "Vi Văn Sơn", title, "2013"), "UBND tỉnh", "UBND tỉnh Nghệ An", 1), "nhưng dòng 2 ghi ngày"},
		"the same award twice":      {row("1/QĐ", "01/02/2014", "Vi Văn Sơn", title, "2013") + row("1/QĐ", "01/02/2014", "VI VĂN SƠN", "LĐTT", "2013"), "Trùng với dòng"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := take(t, db, standing, []byte(head+good+c.row))
			faults, ok := award.FaultsOf(err)
			if !ok || len(faults.List) == 0 || !strings.Contains(faults.List[0].String(), c.says) {
				t.Fatalf("got %v", err)
			}
			if faults.List[0].Line < 4 || faults.Rows != 1 || refusal.All(err) == nil {
				t.Errorf("the fault stands at line %d of %d rows", faults.List[0].Line, faults.Rows)
			}
			if n := count(t, db); n != 0 {
				t.Errorf("%d awards were kept", n)
			}
		})
	}
}

func TestImport_refusesAFileThatIsNoList(t *testing.T) {
	db := testkit.SQLite(t)
	units := utf16.Encode([]rune(head + good))
	wide := []byte{0xFF, 0xFE}
	for _, u := range units {
		wide = append(wide, byte(u), byte(u>>8))
	}
	xlsx := workbook(t, [][]any{{"Số QĐ"}})
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"nothing":                   {nil, "Tệp trống"},
		"UTF-16":                    {wide, "UTF-16"},
		"TCVN3":                     {[]byte("S\xe8 Q\xa7,Ng\xb5y k\xfd,T\xaan\n\xae\xb8\xb5\xb6\xb7\xb9\xa8\xbb\n"), "TCVN3"},
		"a list without heads":      {[]byte(good), "Không thấy dòng tiêu đề"},
		"a list without its number": {[]byte("Ngày,Cơ quan quyết định,Họ và tên,Danh hiệu\n"), "Thiếu cột “Số quyết định”"},
		"a workbook cut short":      {xlsx[:len(xlsx)/2], "bị cắt giữa chừng"},
		"heads and no row":          {[]byte(head), "không có dòng nào"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := take(t, db, standing, c.file); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// workbook is an Excel file of the rows.
func workbook(t testing.TB, rows [][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i, cells := range rows {
		for j, c := range cells {
			name, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if text, is := c.(string); is && strings.HasPrefix(text, "=") {
				err = f.SetCellFormula("Sheet1", name, text)
			} else {
				err = f.SetCellValue("Sheet1", name, c)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestImport_readsExcelWithItsDaysAndRefusesAFormula(t *testing.T) {
	db := testkit.SQLite(t)
	rows := [][]any{{"DANH SÁCH"}, {"STT", "Số quyết định", "Ngày quyết định", "Cơ quan quyết định", "Họ và tên", "Danh hiệu", "Tiền thưởng"},
		{1, "12/QĐ-UBND", today.Time().UTC().AddDate(0, 0, -10), "UBND tỉnh", "Vừ A Của", "Lao động tiên tiến", 345000}}
	if report, err := take(t, db, standing, workbook(t, rows)); err != nil || report.Added != 1 {
		t.Fatalf("got %+v, %v", report, err)
	}
	a := search(t, db, award.Query{Name: "vu a cua"}, award.Whole).Awards
	if len(a) != 1 || a[0].By.Day.Year() != 2014 || a[0].By.Day.Month() != 11 || a[0].Money.String() != "345000" {
		t.Errorf("got %+v", a)
	}
	rows = append(rows, []any{2, "13/QĐ-UBND", "20/11/2014", "UBND tỉnh", "Vừ B", "Lao động tiên tiến", "=1+1"})
	if _, err := take(t, db, standing, workbook(t, rows)); err == nil || !strings.Contains(err.Error(), "Dòng 4") || !strings.Contains(err.Error(), "công thức") {
		t.Errorf("got %v", err)
	}
}

func TestImport_readsWhatKindOfAchievementAnAwardIsForInTheWordsOfLists(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		row := func(name, category string) string {
			return "12/QĐ-UBND,20/01/2014,UBND tỉnh," + name + ",Sở Nội vụ,Chiến sĩ thi đua cơ sở,2013," + category + "\n"
		}
		head := strings.TrimSpace(head) + "," + norm.NFD.String("Phương thức khen thưởng") + "\n"
		want := map[string]rulebook.Category{"Vi An": rulebook.Merit, "Vi Bình": rulebook.AdHoc, "Vi Cường": rulebook.Resistance, "Vi Dần": ""}
		list := head + row("Vi An", "Thường xuyên") + row("Vi Bình", norm.NFD.String("ĐỘT XUẤT")) + row("Vi Cường", "khang chien") + row("Vi Dần", "")
		if report, err := take(t, db, standing, []byte(list)); err != nil || report.Added != len(want) {
			t.Fatalf("%+v, %v", report, err)
		}
		for name, category := range want {
			if found := search(t, db, award.Query{Name: name}, award.Whole).Awards; len(found) != 1 || found[0].Category != category {
				t.Errorf("%s: %+v, want %q", name, found, category)
			}
		}
		_, err := take(t, db, standing, []byte(head+row("Vi Em", "Khen cao")))
		if faults, ok := award.FaultsOf(err); !ok || len(faults.List) != 1 || !strings.Contains(faults.List[0].String(), "một trong: công trạng; đột xuất;") {
			t.Errorf("words that name none: %v", err)
		}
		if n := count(t, db); n != len(want) {
			t.Errorf("%d awards", n)
		}
	})
}

func TestImport_completesTheKindOfAchievementOfAwardsOnRecordAndContradictsNone(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		if _, err := take(t, db, standing, []byte(head+good)); err != nil {
			t.Fatal(err)
		}
		told := func(first, second string) []byte {
			rows := strings.Split(strings.TrimSpace(good), "\n")
			return []byte(strings.TrimSpace(head) + ",Loại hình khen thưởng\n" + rows[0] + "," + first + "\n" + rows[1] + "," + second + "\n")
		}
		kinds := func() (all []rulebook.Category) {
			for _, name := range []string{"hoa", "thuy"} {
				all = append(all, search(t, db, award.Query{Name: name}, award.Whole).Awards[0].Category)
			}
			return all
		}
		report, err := take(t, db, standing, told("Đột xuất", ""))
		if err != nil || report.Added != 0 || report.Same != 2 || report.Completed != 1 || !slices.Equal(kinds(), []rulebook.Category{rulebook.AdHoc, ""}) {
			t.Fatalf("%+v, %v, %v", report, err, kinds())
		}
		if again, err := take(t, db, standing, told("Đột xuất ", "")); err != nil || again.Completed != 0 {
			t.Errorf("again: %+v, %v", again, err)
		}
		_, err = take(t, db, standing, told("Công trạng", "Công trạng"))
		if faults, ok := award.FaultsOf(err); !ok || len(faults.List) != 1 || !strings.Contains(faults.List[0].String(), "Sổ ghi loại hình khen thưởng là đột xuất, danh sách ghi công trạng.") {
			t.Errorf("a contradiction: %v", err)
		}
		if !slices.Equal(kinds(), []rulebook.Category{rulebook.AdHoc, ""}) {
			t.Errorf("after a refusal: %v", kinds())
		}
		_ = db.Read(ctx, func(tx *store.Tx) error {
			if _, entries, err := journal.Search(ctx, tx, journal.Filter{}, 10, 0); err != nil || entries != 2 {
				t.Errorf("%d entries of two writes, %v", entries, err)
			}
			return nil
		})
	})
}

func TestUndo_takesABatchBackUntilSomethingRestsOnIt(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		file := []byte(head + good)
		report, err := take(t, db, standing, file)
		if err != nil {
			t.Fatal(err)
		}
		undo := func(batch string) error {
			return db.Write(ctx, func(tx *store.Tx) error {
				return award.Undo(ctx, tx, standing, today, award.Whole, batch, "nạp nhầm tệp")
			})
		}
		if err := undo(report.Batch); err != nil || count(t, db) != 0 {
			t.Fatalf("after undoing: %v, %d awards", err, count(t, db))
		}
		if err := undo(report.Batch); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("undone twice: %v", err)
		}
		again, err := take(t, db, standing, file)
		if err != nil || again.Added != 2 || count(t, db) != 2 {
			t.Fatalf("imported again: %+v, %v", again, err)
		}
		first := search(t, db, award.Query{Name: "hoa"}, award.Whole).Awards[0]
		revoke(t, db, first.ID)
		if err := undo(again.Batch); !refusal.Is(err, refusal.Conflict) || count(t, db) != 2 {
			t.Errorf("undone under a revocation: %v", err)
		}
	})
}

func revoke(t *testing.T, db *store.DB, id string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		return award.Revoke(ctx, tx, standing, today, award.Revocation{Award: id, Ground: award.FalseMerit, Reason: "Kết luận thanh tra số 5/KL-TTr",
			Decision: award.Decision{Number: "99/QĐ-UBND", Day: today, Authority: "Chủ tịch UBND tỉnh Nghệ An"}})
	})
}

func TestUpload_isMendedInPlaceAndImportedWhole(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		file := []byte("Quyết định,Ngày,Cơ quan,Tên,Danh hiệu\n7/QĐ,32/1/2014,UBND tỉnh,Vi Văn Sơn,Lao động tiên tiến\n")
		by := access.Actor{Name: "Chuyên viên", Role: access.StandingBody, Person: "p1"}
		var id string
		step := func(act func(ctx context.Context, tx *store.Tx) error) error {
			return db.Write(ctx, func(tx *store.Tx) error { return act(ctx, tx) })
		}
		if err := step(func(ctx context.Context, tx *store.Tx) (err error) {
			id, err = award.Receive(ctx, tx, by, "so.csv", bytes.NewReader(file), int64(len(file)))
			return err
		}); err != nil {
			t.Fatal(err)
		}
		confirm := func(by access.Actor) error {
			return step(func(ctx context.Context, tx *store.Tx) error {
				_, err := award.Confirm(ctx, tx, by, today, award.Whole, id)
				return err
			})
		}
		if err := confirm(by); err == nil || !strings.Contains(err.Error(), "Thiếu cột") {
			t.Errorf("confirmed without its columns: %v", err)
		}
		if err := step(func(ctx context.Context, tx *store.Tx) error {
			return award.Map(ctx, tx, by, id, []award.Field{award.NumberField, award.DayField, award.AuthorityField, award.NameField, award.TitleField})
		}); err != nil {
			t.Fatal(err)
		}
		_ = db.Read(ctx, func(tx *store.Tx) error {
			_, _, rows, err := award.Preview(ctx, tx, by, today, award.Whole, id)
			if err != nil || len(rows) != 1 || len(rows[0].Faults) != 1 || !strings.Contains(rows[0].Faults[0], "32/1/2014") {
				t.Errorf("got %+v, %v", rows, err)
			}
			return nil
		})
		if err := confirm(by); err == nil || count(t, db) != 0 {
			t.Errorf("confirmed with a fault: %v", err)
		}
		other := by
		other.Person = "p2"
		if err := confirm(other); !refusal.Is(err, refusal.NotFound) {
			t.Errorf("another's list: %v", err)
		}
		if err := step(func(ctx context.Context, tx *store.Tx) error {
			return award.Mend(ctx, tx, by, id, 2, []string{"7/QĐ", "31/1/2014", "UBND tỉnh", "Vi Văn Sơn", "Lao động tiên tiến"})
		}); err != nil {
			t.Fatal(err)
		}
		if err := confirm(by); err != nil || count(t, db) != 1 {
			t.Errorf("after mending: %v, %d awards", err, count(t, db))
		}
	})
}

func TestImport_isForTheStandingBodyOnly(t *testing.T) {
	db := testkit.SQLite(t)
	for _, role := range access.Roles {
		_, err := take(t, db, access.Actor{Name: "Ai đó", Role: role}, []byte(head+good))
		if allowed := role == access.StandingBody; allowed != (err == nil) || !allowed && !refusal.Is(err, refusal.NotAllowed) {
			t.Errorf("%s: %v", role, err)
		}
	}
	if fmt.Sprint(count(t, db)) != "2" {
		t.Error("the standing body's list is not there")
	}
}
