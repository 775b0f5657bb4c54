package scoring

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/document"
	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/work"
)

// The columns of the sheet's Excel file, counted from 0. The first two are
// hidden: by them each row is known when the file comes back.
const (
	codeColumn = iota
	readColumn
	nameColumn
	howColumn
	targetColumn
	actualColumn
	penaltyColumn
	maxColumn
	pointsColumn
	unassignedColumn
	evidenceColumn
	explanationColumn
)

var sheetColumns = []document.GridColumn{{Name: "Mã"}, {Name: "Lần đọc"}, {Name: "Tiêu chí", Width: 44}, {Name: "Cách chấm", Width: 30},
	{Name: "Chỉ tiêu", Width: 11}, {Name: "Kết quả", Width: 14}, {Name: "Số việc bị trừ", Width: 10}, {Name: "Tối đa", Width: 9}, {Name: "Tự chấm", Width: 10},
	{Name: "Không giao (ghi x)", Width: 11}, {Name: "Minh chứng", Width: 32}, {Name: "Giải trình", Width: 40}}

// columnOf tells in which column a field of a leaf stands.
var columnOf = map[string]int{"target": targetColumn, "actual": actualColumn, "met": actualColumn, "count": actualColumn, "bonus": actualColumn,
	"ranks": actualColumn, "figure": actualColumn, "word": actualColumn, "penalty": penaltyColumn, scoring.PointsField: pointsColumn,
	scoring.UnassignedField: unassignedColumn, scoring.EvidenceField: evidenceColumn, scoring.ExplanationField: explanationColumn}

// selfExcel is the sheet as an Excel file with the same columns, to be filled in
// without a line.
func selfExcel(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	p, err := readSelf(ctx, tx, v, work.Form{})
	return selfFile{templ.NopComponent, p}, err
}

type selfFile struct {
	templ.Component
	*selfView
}

// FileName implements work.Download.
func (s selfFile) FileName() string {
	return fmt.Sprintf("phieu-tu-cham-%s-%s.xlsx", s.Slug(s.Member.Unit), s.Season.Label)
}

// Write implements work.Download.
func (s selfFile) Write(w io.Writer) error { return document.WriteGridForm(w, s.grid()) }

// mark is by what the file is known when it comes back: whose sheet it is, and
// in which turn.
func (p *selfView) mark() string { return fmt.Sprintf("%s %d", p.whose(), p.Sheet.Turn) }

func (p *selfView) whose() string {
	return fmt.Sprintf("thidua tu-cham %s %s", p.Season.ID, p.Member.Unit)
}

func (p *selfView) grid() document.GridForm {
	remarks := []string{"Phiếu tự chấm điểm năm " + p.Season.Label, p.about(),
		"Chỉ ghi vào ô có nền vàng, giữ nguyên các cột và dòng; số thập phân dùng dấu phẩy. Ghi xong nạp tệp này lên trang Tự chấm điểm."}
	if p.Season.Sample {
		remarks = append(remarks, "Số liệu minh họa")
	}
	g := document.GridForm{Mark: p.mark(), Remarks: remarks, Columns: sheetColumns, Hidden: nameColumn}
	for _, l := range p.Lines {
		g.Rows = append(g.Rows, p.gridRow(l))
	}
	g.Rows = append(g.Rows, p.gridTotal())
	return g
}

func (p *selfView) gridTotal() []document.FormCell {
	total := make([]document.FormCell, len(sheetColumns))
	total[nameColumn] = document.FormCell{Value: "Tổng", Strong: true}
	total[maxColumn], total[pointsColumn] = numeric(p.Score.Max), numeric(p.Score.Points)
	return total
}

func (p *selfView) gridRow(l *selfLine) []document.FormCell {
	row := make([]document.FormCell, len(sheetColumns))
	row[nameColumn] = document.FormCell{Value: strings.Repeat("    ", len(l.Path)) + l.Code + ". " + l.Name, Strong: !l.Leaf()}
	row[maxColumn], row[pointsColumn] = numeric(l.Max), numeric(l.Node.Points)
	if !l.Leaf() {
		return row
	}
	row[codeColumn], row[readColumn] = document.FormCell{Value: l.Code}, document.FormCell{Value: l.Read}
	row[howColumn] = document.FormCell{Value: how(l.Criterion)}
	for _, name := range p.openFields(l) {
		c := &row[columnOf[name]]
		c.Open = l.Writable
		c.Value = inExcel(l, name)
		switch name {
		case "met", "word":
			c.Choices = choices(l)
		case scoring.UnassignedField:
			c.Choices = []string{"x"}
		case "target", "count", "bonus", "penalty", "figure", scoring.PointsField:
			c.Number = true
		}
	}
	if l.Assigned != nil {
		row[targetColumn] = document.FormCell{Value: l.target()}
	}
	if l.Kind == season.Direct {
		row[pointsColumn].Open = l.Writable
	}
	return row
}

// openFields are the fields of the leaf that its people fill in.
func (p *selfView) openFields(l *selfLine) []string {
	return slices.DeleteFunc(scoring.Fields(l.Kind), func(name string) bool {
		switch name {
		case "target":
			return l.Assigned != nil
		case scoring.PointsField:
			return !l.mayPoint()
		case scoring.UnassignedField:
			return !l.mayUnassign()
		}
		return false
	})
}

// inExcel is a field's value as the file holds it: numbers as numbers, choices
// in words.
func inExcel(l *selfLine, name string) any {
	text := l.Typed[name]
	switch name {
	case "met":
		text = labelOf(l, text)
	case scoring.UnassignedField:
		if text != "" {
			text = "x"
		}
	case scoring.EvidenceField:
		text = l.documents()
	case "ranks", "word", scoring.ExplanationField:
	default:
		if n, err := vi.ParseNumber(text); err == nil {
			return exact.Of(n).Float()
		}
	}
	if text == "" {
		return nil
	}
	return text
}

func labelOf(l *selfLine, value string) string {
	for _, o := range l.options() {
		if o.Value == value && value != "" {
			return o.Label
		}
	}
	return ""
}

func choices(l *selfLine) (all []string) {
	for _, o := range l.options() {
		if o.Value != "" {
			all = append(all, o.Label)
		}
	}
	return all
}

func numeric(n exact.Number) document.FormCell {
	if !n.Known() {
		return document.FormCell{}
	}
	return document.FormCell{Value: n.Round(exact.HalfUp, 6).Float()}
}

// broughtBack is one leaf of a file that came back.
type broughtBack struct {
	selfLine
	Row  int // of the file, from 1
	Was  scoring.Typed
	Read string // what the file was filled in from
}

// typedCell reads one cell as it would be typed.
func typedCell(l *selfLine, name string, c document.GridCell) string {
	text := strings.TrimSpace(c.Text)
	switch {
	case c.Number:
		n, err := exact.Parse(c.Text)
		if err != nil {
			return text
		}
		if c.Percent && l.Unit != "%" {
			n = n.Quo(exact.Int(100))
		}
		return n.Typed(6)
	case name == scoring.UnassignedField && text != "":
		return scoring.Ticked
	case name == "met":
		for _, o := range l.options() {
			if vi.Fold(o.Label) == vi.Fold(text) {
				return o.Value
			}
		}
	}
	return text
}

// bring reads the rows of a file into the leaves that it changes.
func (p *selfView) bring(rows [][]document.GridCell) (changed []broughtBack, faults []string) {
	lines := map[string]*selfLine{}
	for _, l := range p.leaves() {
		lines[l.Code] = l
	}
	seen := map[string]bool{}
	for i, row := range rows {
		at := func(column int) (c document.GridCell) {
			if column < len(row) {
				c = row[column]
			}
			return c
		}
		code := strings.TrimSpace(at(codeColumn).Text)
		l, known := lines[code]
		if i == 0 || !known || at(readColumn).Text == "" {
			continue
		}
		if seen[code] {
			faults = append(faults, fmt.Sprintf("Dòng %d: tiêu chí %s có hai dòng trong tệp.", i+1, code))
			continue
		}
		seen[code] = true
		x := broughtBack{selfLine: *l, Row: i + 1, Was: l.Typed, Read: at(readColumn).Text}
		x.Typed = p.typedRow(l, at)
		if _, was, _ := strings.Cut(x.Read, ":"); digest(l.Criterion, x.Typed) == was || digest(l.Criterion, x.Typed) == digest(l.Criterion, l.Typed) {
			continue
		}
		faults = append(faults, p.faults(x)...)
		changed = append(changed, x)
	}
	if len(seen) == 0 {
		faults = append(faults, "Tệp không có dòng tiêu chí nào của phiếu này.")
	}
	return changed, faults
}

func (p *selfView) typedRow(l *selfLine, at func(int) document.GridCell) scoring.Typed {
	t := scoring.Typed{}
	for _, name := range p.openFields(l) {
		if text := typedCell(l, name, at(columnOf[name])); text != "" {
			t[name] = text
		}
	}
	if l.Kind == season.Direct {
		t[scoring.PointsField] = pointsIn(l, t, at(pointsColumn))
	}
	if l.Assigned != nil && l.Typed["target"] != "" {
		t["target"] = l.Typed["target"]
	}
	if files := l.files(); len(files) > 0 {
		t[scoring.EvidenceField] = strings.Join(append(files, t[scoring.EvidenceField]), "; ")
	}
	return t
}

// pointsIn are the points a file gives a leaf scored directly as they are: none
// beside a count, and none that only repeat what the count once gave.
func pointsIn(l *selfLine, t scoring.Typed, c document.GridCell) string {
	text := typedCell(l, scoring.PointsField, c)
	if t["count"] != "" || l.Typed["count"] != "" && text == l.Node.Points.Typed(6) {
		return ""
	}
	return text
}

// faults are what is wrong with a row, each with its cell.
func (p *selfView) faults(x broughtBack) (all []string) {
	_, refusals := scoring.ReadCell(x.Criterion, x.Typed)
	for _, r := range refusals {
		name := r.Field[strings.LastIndexByte(r.Field, '.')+1:]
		column := sheetColumns[columnOf[name]].Name
		all = append(all, fmt.Sprintf("Ô %c%d (%s): %s", 'A'+columnOf[name], x.Row, cmp.Or(column, name), r.Sentence))
	}
	if !x.Writable {
		all = append(all, fmt.Sprintf("Dòng %d: %s", x.Row, p.Sheet.Writable(p.Season, p.Today, x.Code)))
	}
	return all
}
