package roundtrip

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"thidua/document"
	"thidua/exact"
	"thidua/vi"
	"thidua/web/work"
)

// Change is one cell that the file changes.
type Change struct {
	Row    Row
	Column string
	Cell   Cell
	To     string // what the file says, as the act's form would have it
	Moved  bool   // somebody else changed the cell since the file was taken
}

// compare holds a file against the table as it stands now: what it changes, and
// why nothing of it can be recorded.
func (s Sheet) compare(file [][]document.GridCell) (changes []Change, faults []string) {
	if len(file) == 0 || at(file[0], 0).Text != s.mark() {
		return nil, []string{"Tệp này không phải tệp đã tải từ trang này (hoặc là của năm, của bảng khác); hãy tải lại tệp rồi chép số liệu sang."}
	}
	rows := map[string]Row{}
	for _, r := range s.Rows {
		rows[r.Key] = r
	}
	seen := map[string]bool{}
	for i, line := range file[1:] {
		key, was := strings.TrimSpace(at(line, 0).Text), []*string(nil)
		if json.Unmarshal([]byte(at(line, 1).Text), &was) != nil || key == "" {
			continue // a remark, the head, or a line people added below
		}
		r, known := rows[key]
		switch {
		case !known:
			faults = append(faults, fmt.Sprintf("Dòng %d: không còn trong bảng; hãy tải tệp mới.", i+2))
			continue
		case seen[key]:
			faults = append(faults, fmt.Sprintf("Dòng %d: %s có hai dòng trong tệp.", i+2, r.Name))
			continue
		}
		seen[key] = true
		found, wrong := s.row(r, line, was, i+2)
		changes, faults = append(changes, found...), append(faults, wrong...)
	}
	if len(seen) == 0 {
		faults = append(faults, "Tệp không có dòng nào của bảng này.")
	}
	return changes, faults
}

// row holds one line of the file against the row as it stands. What may be
// filled in can have become more or less since the file was taken.
func (s Sheet) row(r Row, line []document.GridCell, was []*string, number int) (changes []Change, faults []string) {
	if len(was) != len(r.Cells) {
		return nil, []string{fmt.Sprintf("Dòng %d: bảng đã đổi khác từ khi tải tệp này; hãy tải tệp mới.", number)}
	}
	for i, c := range r.Cells {
		if was[i] == nil {
			continue // was locked in the file
		}
		to, ok := c.typed(at(line, hidden+i))
		here := func() string { return fmt.Sprintf("Ô %c%d (%s)", 'A'+hidden+i, number, s.Columns[i].Name) }
		switch {
		case !ok:
			faults = append(faults, fmt.Sprintf("%s: không chọn được “%s”.", here(), to))
		case c.same(to, *was[i]) || c.same(to, c.Text):
		case c.Field == "":
			faults = append(faults, fmt.Sprintf("%s: nay đã khóa, đang ghi %s; không ghi được %s.", here(), shown(c.words(c.Text)), shown(c.words(to))))
		default:
			changes = append(changes, Change{Row: r, Column: s.Columns[i].Name, Cell: c, To: to, Moved: !c.same(*was[i], c.Text)})
		}
	}
	return changes, faults
}

func at(line []document.GridCell, column int) document.GridCell {
	if column < len(line) {
		return line[column]
	}
	return document.GridCell{}
}

// typed reads a cell of the file as it would be typed into the page; false for a
// choice that there is not.
func (c Cell) typed(x document.GridCell) (string, bool) {
	text := strings.TrimSpace(x.Text)
	if x.Number && c.Number {
		if n, err := exact.Parse(x.Text); err == nil {
			if x.Percent {
				n = n.Quo(exact.Int(100))
			}
			return n.Typed(6), true
		}
	}
	if x.Number && c.Day {
		if day, ok := document.ExcelDay(x.Text); ok {
			return day.Short(), true
		}
	}
	if len(c.Options) == 0 || text == "" {
		return text, true
	}
	for _, o := range c.Options {
		if vi.Fold(o.Label) == vi.Fold(text) {
			return o.Value, true
		}
	}
	return text, false
}

// same reports whether two texts of the cell mean the same.
func (c Cell) same(a, b string) bool {
	if c.Number {
		x, xerr := vi.ParseNumber(a)
		y, yerr := vi.ParseNumber(b)
		if xerr == nil && yerr == nil {
			return exact.Of(x).Cmp(exact.Of(y)) == 0
		}
	}
	return vi.Clean(a) == vi.Clean(b)
}

// posted are the changes of a preview that was sent.
func (s Sheet) posted(f work.Form) (changes []Change) {
	for _, r := range s.Rows {
		for i, c := range r.Cells {
			if c.Field != "" && f.Has(c.Field) {
				changes = append(changes, Change{Row: r, Column: s.Columns[i].Name, Cell: c, To: f.Get(c.Field), Moved: !c.same(f.Get(seen(c.Field)), c.Text)})
			}
		}
	}
	return changes
}

// mostSent bounds what one form of a preview sends, in bytes; every working page
// takes a little more.
const mostSent = 200 << 10

// fitting are the first rows of the changes that one form can send, and how many
// changes are left for the next time the file is brought.
func fitting(changes []Change) (now []Change, later int) {
	sent, whole := 0, 0
	for i, c := range changes {
		if i > 0 && changes[i-1].Row.Key != c.Row.Key {
			whole = i
		}
		sent += len(url.QueryEscape(c.Cell.Field+seen(c.Cell.Field)+c.To+c.Cell.Text+c.Row.Key)) + len("==&&nhan=&")
		if sent > mostSent && whole > 0 {
			return changes[:whole], len(changes) - whole
		}
	}
	return changes, 0
}

// seen names the field with what stood in the cell when the preview was shown.
func seen(field string) string { return "cu." + field }
