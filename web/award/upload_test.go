package award_test

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/award"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/rulebook"
	"thidua/store"
)

const importPath = "/nap-khen-thuong"

// list has two heads that are not known, a day that is none and a title that is
// none.
const list = "Quyết định,Ngày,Cơ quan,Tên,Danh hiệu\n" +
	"7/QĐ-SNV,31/01/2014,Giám đốc Sở Nội vụ,Vi Văn Sơn,Lao động tiên tiến\n" +
	"7/QĐ-SNV,31/01/2014,Giám đốc Sở Nội vụ,Lô Thị An,Danh hiệu lạ\n" +
	"8/QĐ-SNV,32/01/2014,Giám đốc Sở Nội vụ,Vừ A Của,Giấy khen\n"

// receive sends the list and returns the address of its preview.
func (d desk) receive(who, file string) string {
	d.t.Helper()
	w := d.As(who).Send(importPath, url.Values{"viec": {"xem"}}, "file", "sổ cũ.csv", []byte(file))
	if w.Code != http.StatusSeeOther {
		d.t.Fatalf("the list answers %d: %s", w.Code, province.Page(d.t, w, w.Code).Only(d.t, "main").Text())
	}
	return w.Header().Get("Location")
}

func (d desk) counted() string {
	_, count := d.seen("whole", nil)
	return count
}

func TestImport_mapsTheColumnsMendsInPlaceAndIsUndone(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		d := begin(t, db)
		here := d.receive("standing", list)
		page := d.page("standing", here)
		if text := page.Only(t, "main").Text(); !strings.Contains(text, "Chưa rõ cột nào là “Số quyết định”, “Cơ quan quyết định”") || len(page.Find("button[value=nap]")) != 0 {
			t.Errorf("before its columns are known it reads %s", text)
		}
		columns := url.Values{"viec": {"cot"}, "columns[0]": {"number"}, "columns[1]": {"day"}, "columns[2]": {"number"}, "columns[3]": {"name"}, "columns[4]": {"title"}}
		d.refused("standing", here, columns, http.StatusBadRequest)
		columns.Set("columns[2]", "authority")
		d.does("standing", here, columns)
		page = d.page("standing", here)
		var faults []string
		for _, p := range page.Find("p.error") {
			faults = append(faults, p.Text())
		}
		if len(faults) != 2 || !strings.Contains(faults[0], "Danh hiệu lạ") || !strings.Contains(faults[1], "32/1/2014") {
			t.Errorf("the faults are %q", faults)
		}
		rows := sheet(t, d.As("standing").Get(here+"?dang=xlsx").Body.Bytes())
		if got := cells(rows, "Lô Thị An", "Vừ A Của", "Vi Văn Sơn", "Lý do"); len(got) != 3 {
			t.Errorf("the rows at fault are %q", got)
		}
		d.refused("standing", here, url.Values{"viec": {"nap"}}, http.StatusBadRequest)
		if n := d.counted(); n != "5" {
			t.Fatalf("a list at fault left %s awards", n)
		}
		mend := func(line string, cells ...string) {
			form := url.Values{"viec": {"sua"}, "line": {line}}
			for i, c := range cells {
				form.Set("cells["+string(rune('0'+i))+"]", c)
			}
			d.does("standing", here, form)
		}
		mend("3", "7/QĐ-SNV", "31/01/2014", "Giám đốc Sở Nội vụ", "Lô Thị An", "Lao động tiên tiến")
		mend("4", "8/QĐ-SNV", "31/01/2014", "Giám đốc Sở Nội vụ", "Vừ A Của", "Chiến sĩ thi đua cơ sở")
		if text := d.page("standing", here).Only(t, "main").Text(); !strings.Contains(text, "sẽ ghi 3 khen thưởng của 2 quyết định mới") {
			t.Errorf("when all is right it reads %s", text)
		}
		d.does("standing", here, url.Values{"viec": {"nap"}})
		if n := d.counted(); n != "8" {
			t.Errorf("imported, and %s are there", n)
		}
		d.again(t)
	})
}

// again imports what is there already, which changes nothing, and undoes the
// import.
func (d desk) again(t *testing.T) {
	good := strings.NewReplacer("Quyết định,", "Số quyết định,", "Cơ quan,", "Cơ quan quyết định,", "Danh hiệu lạ", "Lao động tiên tiến", "32/01", "31/01", "Giấy khen", "Chiến sĩ thi đua cơ sở").Replace(list)
	here := d.receive("standing2", good)
	if text := d.page("standing2", here).Only(t, "main").Text(); !strings.Contains(text, "sẽ ghi 0 khen thưởng") || !strings.Contains(text, "3 dòng đã có trong sổ") {
		t.Errorf("the second time it reads %s", text)
	}
	d.does("standing2", here, url.Values{"viec": {"nap"}})
	if n := d.counted(); n != "8" {
		t.Errorf("the second time made it %s", n)
	}
	batch := d.page("standing2", importPath).Only(t, "input[name=batch]").Attr("value")
	if page := d.page("other", importPath); len(page.Find("tbody tr")) != 0 {
		t.Error("another province's body sees the import")
	}
	undo := url.Values{"viec": {"bo"}, "batch": {batch}, "why": {"Nạp nhầm tệp"}}
	d.refused("other", importPath, undo, http.StatusNotFound)
	d.refused("standing2", importPath, url.Values{"viec": {"bo"}, "batch": {batch}, "why": {" "}}, http.StatusBadRequest)
	d.does("standing2", importPath, undo)
	if n := d.counted(); n != "5" {
		t.Errorf("undone, and %s are there", n)
	}
}

// TestImport_completesTheKindOfAchievementWithinItsOwnProvince: what the preview
// promises is what is written.
func TestImport_completesTheKindOfAchievementWithinItsOwnProvince(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		d := begin(t, db)
		theirs := "Số quyết định,Ngày,Cơ quan quyết định,Tên,Ngày sinh,Đơn vị,Danh hiệu,Năm,Loại hình\n" +
			"7/QĐ-UBND,02/02/2013,Chủ tịch UBND tỉnh Thanh Hóa,Nguyễn Đức Hoà,1980,Huyện Quan Hóa,Lao động tiên tiến,2012,Đột xuất\n"
		for _, x := range []struct {
			who      string
			complete bool
		}{{"standing", false}, {"other", true}} {
			here := d.receive(x.who, theirs)
			text := d.page(x.who, here).Only(t, "main").Text()
			if !strings.Contains(text, "1 dòng đã có trong sổ") || strings.Contains(text, "Sẽ ghi thêm loại hình khen thưởng cho 1") != x.complete {
				t.Errorf("%s: the preview says %s", x.who, text)
			}
			d.does(x.who, here, url.Values{"viec": {"nap"}})
			var found award.Page
			testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
				found, err = award.Search(ctx, tx, award.Query{Decision: "7/QĐ-UBND"}, award.Whole)
				return err
			})
			if len(found.Awards) != 1 || (found.Awards[0].Category == rulebook.AdHoc) != x.complete {
				t.Errorf("%s: %+v", x.who, found.Awards)
			}
		}
	})
}

func TestImport_isOnlyForWhoeverKeepsTheRegisterAndSentTheList(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	here := d.receive("standing", list)
	for who, status := range map[string]int{"standing2": http.StatusNotFound, "officer:con-cuong": http.StatusForbidden, "decider": http.StatusForbidden, "secretary": http.StatusForbidden, "admin": http.StatusForbidden} {
		if w := d.As(who).Get(here); w.Code != status {
			t.Errorf("%s opens the list: %d", who, w.Code)
		}
		for _, act := range []string{"cot", "sua", "nap"} {
			if w := d.As(who).Post(here, url.Values{"viec": {act}, "line": {"2"}}); w.Code != status {
				t.Errorf("%s, %s: %d", who, act, w.Code)
			}
		}
		if w := d.As(who).Send(importPath, url.Values{"viec": {"xem"}}, "file", "x.csv", []byte(list)); status == http.StatusForbidden && w.Code != status {
			t.Errorf("%s sends a list: %d", who, w.Code)
		}
	}
}

func TestImport_refusesAFileThatIsNoListAtItsField(t *testing.T) {
	d := begin(t, testkit.SQLite(t))
	for name, c := range map[string]struct{ file, says string }{
		"nothing":                 {"", "Tệp trống"},
		"a page of running text":  {"Kính gửi các đơn vị\nvề việc khen thưởng\n", "Không thấy dòng tiêu đề"},
		"a file cut in a row":     {strings.TrimSuffix(list, "khen\n"), "bị cắt giữa chừng"},
		"rows with a cell missed": {strings.Replace(list, ",Lô Thị An", "", 1), "Dòng 3: Dòng có 4 ô, tiêu đề có 5 cột"},
	} {
		w := d.As("standing").Send(importPath, url.Values{"viec": {"xem"}}, "file", "x.csv", []byte(c.file))
		if text := province.Page(t, w, http.StatusBadRequest).Only(t, "#loi").Text(); !strings.Contains(text, c.says) {
			t.Errorf("%s: %s", name, text)
		}
	}
}
