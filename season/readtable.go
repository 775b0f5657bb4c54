package season

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thidua/exact"
	"thidua/refusal"
	"thidua/vi"
)

// ReadTable makes a criteria tree of lines as Table writes them. The line that
// holds the columns' names comes first or after a title; columns may stand in
// any order, and only code and name must be there. A line that does not say its
// level stands under the last line whose code begins its own ("1.2" under "1").
// What is wrong comes all at once, each with its line as a spreadsheet counts.
func ReadTable(lines [][]string) ([]Criterion, []*refusal.Error) {
	t := &tableReading{}
	head := slices.IndexFunc(lines, isHead)
	if head < 0 {
		t.refuse(0, "Không thấy dòng tên cột; phải có ít nhất hai cột “%s” và “%s”.", TableHead[colCode], TableHead[colName])
		return nil, t.faults
	}
	t.columns(lines[head])
	for i, cells := range lines[head+1:] {
		if strings.TrimSpace(strings.Join(cells, "")) != "" {
			t.line(head+2+i, cells)
		}
	}
	if len(t.rows) == 0 && len(t.faults) == 0 {
		t.refuse(0, "Bảng chưa có tiêu chí nào.")
	}
	if len(t.faults) > 0 {
		return nil, t.faults
	}
	tree, _ := grow(t.rows, 1)
	return tree, nil
}

func isHead(cells []string) bool {
	folded := make([]string, len(cells))
	for i, c := range cells {
		folded[i] = vi.Fold(c)
	}
	return slices.Contains(folded, vi.Fold(TableHead[colCode])) && slices.Contains(folded, vi.Fold(TableHead[colName]))
}

// tableRow is a criterion with its level, from 1.
type tableRow struct {
	Criterion
	depth int
}

type tableReading struct {
	places []int // where each column stands, −1 = nowhere
	rows   []tableRow
	faults []*refusal.Error
}

// mostFaults keeps a bad file's answer readable.
const mostFaults = 50

func (t *tableReading) refuse(line int, format string, args ...any) {
	if len(t.faults) == mostFaults {
		return
	}
	sentence := fmt.Sprintf(format, args...)
	if line > 0 {
		sentence = fmt.Sprintf("Dòng %d: %s", line, vi.LowerFirst(sentence))
	}
	t.faults = append(t.faults, refusal.Field("file", sentence))
}

func (t *tableReading) columns(head []string) {
	for _, name := range TableHead {
		at := slices.IndexFunc(head, func(cell string) bool { return vi.Fold(cell) == vi.Fold(name) })
		t.places = append(t.places, at)
	}
}

func (t *tableReading) line(number int, cells []string) {
	get := func(column int) string {
		if at := t.places[column]; at >= 0 && at < len(cells) {
			return vi.Clean(cells[at])
		}
		return ""
	}
	if len(t.rows) == MaxNodes {
		t.refuse(number, "Bảng có quá %d tiêu chí.", MaxNodes)
		return
	}
	r := tableRow{Criterion: Criterion{Code: get(colCode), Name: get(colName), Unit: get(colUnit), Less: isYes(get(colLess)),
		Over: isYes(get(colOver)), Sample: isYes(get(colSample))}}
	t.numbers(number, &r.Criterion, get)
	if r.Kind = kindOf(get(colKind)); r.Kind == "" && get(colKind) != "" {
		t.refuse(number, "Không có cách chấm tên “%s”.", get(colKind))
	}
	r.depth = t.depth(number, get(colDepth), r.Code)
	t.rows = append(t.rows, r)
}

func (t *tableReading) numbers(line int, c *Criterion, get func(int) string) {
	for _, n := range []struct {
		column int
		into   *exact.Number
	}{{colMax, &c.Max}, {colWeight, &c.Weight}, {colPoints, &c.Points}, {colBonus, &c.Bonus}, {colPenalty, &c.Penalty}, {colMin, &c.Min}, {colOf, &c.Of}} {
		var err error
		if *n.into, err = ReadNumber(get(n.column)); err != nil {
			t.refuse(line, "cột “%s”: %s", TableHead[n.column], err.Error())
		}
	}
	var err error
	if c.Ranks, err = ReadRanks(get(colRanks)); err != nil {
		t.refuse(line, "cột “%s”: %s", TableHead[colRanks], err.Error())
	}
	if c.Grades, err = ReadGrades(get(colGrades)); err != nil {
		t.refuse(line, "cột “%s”: %s", TableHead[colGrades], err.Error())
	}
}

// depth is the line's level: as it says, else one below the last line whose
// code begins its own.
func (t *tableReading) depth(line int, said, code string) int {
	above := 0
	if n := len(t.rows); n > 0 {
		above = t.rows[n-1].depth
	}
	if said == "" {
		return t.depthByCode(code)
	}
	depth, err := strconv.Atoi(said)
	if err != nil || depth < 1 || depth > MaxDepth {
		t.refuse(line, "Cấp “%s” phải là số từ 1 đến %d.", said, MaxDepth)
		return above
	}
	if depth > above+1 {
		t.refuse(line, "Cấp %d đứng ngay dưới cấp %d; phải có dòng cấp %d ở trên.", depth, above, depth-1)
	}
	return depth
}

func (t *tableReading) depthByCode(code string) int {
	open := MaxDepth + 1 // only the groups that the last line stands in are open
	for _, r := range slices.Backward(t.rows) {
		if r.depth >= open {
			continue
		}
		open = r.depth
		if r.Code != "" && strings.HasPrefix(code, r.Code+".") {
			return min(r.depth+1, MaxDepth)
		}
	}
	return 1
}

func isYes(text string) bool {
	return slices.Contains([]string{"co", "x", "1", "dung", "true"}, vi.Fold(text))
}

// kindOf understands a kind by its label or its name in season files.
func kindOf(text string) LeafKind {
	for _, k := range LeafKinds {
		if string(k) == text || vi.Fold(k.Label()) == vi.Fold(text) {
			return k
		}
	}
	return ""
}

// grow makes a tree of the rows of a level and below, and returns what is left.
func grow(rows []tableRow, depth int) (tree []Criterion, rest []tableRow) {
	for len(rows) > 0 && rows[0].depth >= depth {
		c := rows[0].Criterion
		c.Children, rows = grow(rows[1:], depth+1)
		if !c.Leaf() {
			c = c.asGroup()
		}
		tree = append(tree, c)
	}
	return tree, rows
}
