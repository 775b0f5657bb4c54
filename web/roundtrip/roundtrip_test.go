package roundtrip

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"thidua/document"
	"thidua/vi"
	"thidua/web/ui"
)

func sheet(due string, how string) Sheet {
	return Sheet{Of: "thử 1", Columns: []Column{{Name: "Đơn vị"}, {Name: "Chỉ tiêu"}, {Name: "Có mặt"}, {Name: "Ghi chú"}},
		Rows: []Row{{Key: "a", Name: "Xã A", Cells: []Cell{{Text: "Xã A"}, {Field: "o.a", Text: due, Number: true},
			{Field: "how.a", Text: how, Options: []ui.Option{{Value: "present", Label: "Có mặt"}, {Value: "absent", Label: "Vắng"}}}, {Field: "note.a"}}},
			{Key: "b", Name: "Xã B", Cells: []Cell{{Text: "Xã B"}, {Field: "o.b", Text: "5", Number: true}, {Field: "how.b"}, {Field: "note.b"}}}}}
}

// out is the sheet's file, after people wrote into cells of it.
func out(t testing.TB, s Sheet, cells map[string]any) [][]document.GridCell {
	t.Helper()
	var b bytes.Buffer
	if err := (download{table: Table{Title: heading}, sheet: s}).Write(&b); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range cells {
		if err := f.SetCellValue("Phiếu", name, value); err != nil {
			t.Fatal(err)
		}
	}
	b.Reset()
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, err := document.ReadGrid(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func told(changes []Change) string {
	var all []string
	for _, c := range changes {
		text := c.Cell.Field + "=" + c.To
		if c.Moved {
			text += " moved"
		}
		all = append(all, text)
	}
	return strings.Join(all, ", ")
}

func TestCompare_tellsWhatTheFileChanges(t *testing.T) {
	for name, c := range map[string]struct {
		cells  map[string]any
		now    Sheet
		want   string
		faults string
	}{
		"nothing":                            {nil, sheet("1000,5", "present"), "", ""},
		"a number":                           {map[string]any{"D5": 17.25}, sheet("1000,5", "present"), "o.a=17,25", ""},
		"a number as text":                   {map[string]any{"D5": "17,25"}, sheet("1000,5", "present"), "o.a=17,25", ""},
		"the same number in another writing": {map[string]any{"D5": "1 000,50"}, sheet("1000,5", "present"), "", ""},
		"a number taken away":                {map[string]any{"D5": nil}, sheet("1000,5", "present"), "o.a=", ""},
		"a choice without accents":           {map[string]any{"E5": "vang"}, sheet("1000,5", "present"), "how.a=absent", ""},
		"a choice that there is not":         {map[string]any{"E5": "về sớm"}, sheet("1000,5", "present"), "", "Ô E5 (Có mặt): không chọn được “về sớm”."},
		"two rows":                           {map[string]any{"F5": "ghi", "D6": 6}, sheet("1000,5", "present"), "note.a=ghi, o.b=6", ""},
		"a locked cell is passed over":       {map[string]any{"C5": "Xã khác"}, sheet("1000,5", "present"), "", ""},
		"what somebody else changed":         {map[string]any{"D5": 17}, sheet("9", "present"), "o.a=17 moved", ""},
		"somebody else changed it, not I":    {nil, sheet("9", "absent"), "", ""},
		"both changed it alike":              {map[string]any{"D5": 9}, sheet("9", "present"), "", ""},
		"another table's file":               {map[string]any{"A1": "thidua thử 2"}, sheet("1000,5", "present"), "", "không phải tệp đã tải từ trang này"},
		"a row that is gone":                 {map[string]any{"A6": "c"}, sheet("1000,5", "present"), "", "Dòng 6: không còn trong bảng"},
		"a row twice":                        {map[string]any{"A6": "a"}, sheet("1000,5", "present"), "", "hai dòng trong tệp"},
		"the hidden column was spoilt":       {map[string]any{"B5": "[]"}, sheet("1000,5", "present"), "", "bảng đã đổi khác"},
		"no row left":                        {map[string]any{"A5": "", "A6": ""}, sheet("1000,5", "present"), "", "không có dòng nào"},
	} {
		t.Run(name, func(t *testing.T) {
			changes, faults := c.now.compare(out(t, sheet("1000,5", "present"), c.cells))
			if got := told(changes); got != c.want {
				t.Errorf("changes %q, want %q", got, c.want)
			}
			if text := strings.Join(faults, " "); (c.faults == "") != (text == "") || !strings.Contains(text, c.faults) {
				t.Errorf("faults %q, want %q", text, c.faults)
			}
		})
	}
}

// locked is the sheet after the choice was locked, with what it says now.
func locked(how string) Sheet {
	s := sheet("1000,5", how)
	s.Rows[0].Cells[2].Field = ""
	return s
}

func TestCompare_whenACellWasLockedSinceTheFileWasTaken(t *testing.T) {
	for name, c := range map[string]struct {
		cells         map[string]any
		now           Sheet
		want, refused string
	}{
		"others are read from their own columns": {map[string]any{"D5": 17, "F5": "ghi"}, locked("present"), "o.a=17, note.a=ghi", ""},
		"what nobody filled in there":            {nil, locked("absent"), "", ""},
		"what the file says there too":           {map[string]any{"E5": "vắng"}, locked("absent"), "", ""},
		"what cannot be recorded any more":       {map[string]any{"E5": "vắng"}, locked("present"), "", "Ô E5 (Có mặt): nay đã khóa, đang ghi Có mặt; không ghi được Vắng."},
	} {
		t.Run(name, func(t *testing.T) {
			changes, faults := c.now.compare(out(t, sheet("1000,5", "present"), c.cells))
			if got := told(changes); got != c.want || strings.Join(faults, " ") != c.refused {
				t.Errorf("%q and %q", got, faults)
			}
		})
	}
	opened, faults := sheet("1000,5", "present").compare(out(t, locked("present"), map[string]any{"E5": "vắng"}))
	if len(opened) > 0 || len(faults) > 0 {
		t.Errorf("a cell that was locked in the file: %s %q", told(opened), faults)
	}
}

func TestFitting_takesWholeRowsAndCountsTheRest(t *testing.T) {
	var all []Change
	for i := range 700 {
		row := Row{Key: fmt.Sprintf("dòng %d", i)}
		all = append(all, Change{Row: row, Cell: Cell{Field: fmt.Sprintf("a.%d", i)}, To: strings.Repeat("ộ", 20)}, Change{Row: row, Cell: Cell{Field: fmt.Sprintf("b.%d", i)}, To: strings.Repeat("ộ", 20)})
	}
	now, later := fitting(all)
	if len(now)%2 != 0 || len(now) == 0 || len(now)+later != len(all) || later == 0 {
		t.Errorf("%d changes now and %d later of %d", len(now), later, len(all))
	}
	form := url.Values{}
	for _, c := range now {
		form.Set(c.Cell.Field, c.To)
		form.Set(seen(c.Cell.Field), c.Cell.Text)
		form.Add("nhan", c.Row.Key)
	}
	if n := len(form.Encode()); n > mostSent || n < mostSent*3/4 {
		t.Errorf("a form of %d bytes", n)
	}
	if now, later := fitting(all[:100]); len(now) != 100 || later != 0 {
		t.Errorf("a short file: %d now, %d later", len(now), later)
	}
}

func TestProperty_aFileThatNobodyFilledInChangesNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := vi.Clean(rapid.StringMatching(`[a-zđăâêôơư0-9 ,.=+-]{0,20}`).Draw(r, "text"))
		s := Sheet{Of: "x", Columns: []Column{{Name: "A"}}, Rows: []Row{{Key: "k", Name: "k", Cells: []Cell{{Field: "f", Text: text, Number: rapid.Bool().Draw(r, "number")}}}}}
		if changes, faults := s.compare(out(t, s, nil)); len(changes) > 0 || len(faults) > 0 {
			r.Fatalf("%q: %s %q", text, told(changes), faults)
		}
	})
}
