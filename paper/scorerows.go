package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua/document"
	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
)

// widestGroups is how many groups fit the head by name; more stand by code.
const widestGroups = 6

var stageHeads = map[season.Stage]string{
	season.Self:      "Tự chấm",
	season.Cross:     "Chấm chéo",
	season.Appraised: "Thẩm định",
	season.Final:     "Cuối cùng",
}

// table sets units against groups, totals and ranking.
func (s scores) table() document.Table {
	stages := s.stages()
	t := document.Table{Unit: "Đơn vị tính: điểm"}
	first, second := s.head(&t, stages)
	t.Head = [][]document.Cell{first}
	if len(second) > 0 {
		t.Head = append(t.Head, second)
	}
	if len(s.groups) > 0 {
		t.Rows = append(t.Rows, s.maxima(len(stages), len(t.Columns)))
	}
	for i, row := range s.rows {
		t.Rows = append(t.Rows, s.row(i+1, row, stages))
	}
	return t
}

// head adds the columns and returns the two lines of the table's head.
func (s scores) head(t *document.Table, stages []season.Stage) (first, second []document.Cell) {
	rows := 1
	if len(s.groups) > 0 || len(stages) > 1 {
		rows = 2
	}
	alone := func(text string, width float64, align document.Align) {
		t.Columns = append(t.Columns, document.Column{Width: width, Align: align})
		first = append(first, document.Cell{Runs: document.Bold(text), RowSpan: rows})
	}
	under := func(title string, heads []string, width float64) {
		if len(heads) == 0 {
			return
		}
		if len(heads) == 1 && title != groupsTitle {
			alone(title, width, document.AlignRight)
			return
		}
		first = append(first, document.Cell{Runs: document.Bold(title), ColSpan: len(heads)})
		for _, h := range heads {
			t.Columns = append(t.Columns, document.Column{Width: width, Align: document.AlignRight})
			second = append(second, document.Cell{Runs: document.Bold(h)})
		}
	}
	alone("TT", 1.2, document.AlignCentre)
	alone("Đơn vị", 3.8, document.AlignLeft)
	under(groupsTitle, s.groupHeads(), max(1.6, 11/float64(max(5, len(s.groups)))))
	under("Tổng điểm", texts(stages, func(x season.Stage) string { return stageHeads[x] }), 1.95)
	for _, c := range s.closingColumns() {
		alone(c.head, c.width, c.align)
	}
	return first, second
}

const groupsTitle = "Điểm các nhóm tiêu chí"

func (s scores) groupHeads() []string {
	return texts(s.groups, func(c season.Criterion) string {
		if len(s.groups) > widestGroups {
			return "Nhóm " + c.Code
		}
		return c.Name
	})
}

// legend names the groups that stand by code in the head.
func (s scores) legend() string {
	if len(s.groups) <= widestGroups {
		return ""
	}
	return "Các nhóm tiêu chí: " + strings.Join(texts(s.groups, func(c season.Criterion) string { return c.Code + " - " + c.Name }), "; ") + "."
}

// closingColumns stand at the end, each only when some unit has it.
func (s scores) closingColumns() []column {
	own := func(row scoring.Standing) string { return figure(row.Max) }
	if len(s.groups) > 0 && !slices.ContainsFunc(s.rows, func(r scoring.Standing) bool { return r.Max.Cmp(s.Rules.FullScale()) != 0 }) {
		own = func(scoring.Standing) string { return "" } // the row of maxima says it
	}
	columns := []column{
		{head: "Điểm tối đa", width: 1.85, align: document.AlignRight, cells: texts(s.rows, own)},
		{head: "Tỷ lệ (%)", width: 1.75, align: document.AlignRight, cells: texts(s.rows, func(r scoring.Standing) string { return s.percent(r.Percent) })},
		{head: "Xếp thứ", width: 1.45, align: document.AlignCentre, cells: texts(s.rows, rank)},
		{head: "Xếp loại", width: 4, align: document.AlignLeft, cells: texts(s.rows, func(r scoring.Standing) string { return r.Band })},
	}
	var kept []column
	for _, c := range columns {
		if strings.Join(c.cells, "") != "" {
			kept = append(kept, c)
		}
	}
	return kept
}

func rank(r scoring.Standing) string {
	if r.Rank == 0 {
		return ""
	}
	return fmt.Sprint(r.Rank)
}

// percent is shortened as the rules shorten points.
func (s scores) percent(n exact.Number) string {
	return n.FixedFigure(cmp.Or(s.Rules.Rounding.Mode, exact.HalfUp), 2)
}

// maxima is the row of the groups' maximum points.
func (s scores) maxima(stages, columns int) []document.Cell {
	row := []document.Cell{{}, {Runs: []document.Run{{Text: "Điểm tối đa", Italic: true}}}}
	for _, g := range s.groups {
		row = append(row, document.Cell{Runs: []document.Run{{Text: figure(g.Max), Italic: true}}})
	}
	for range stages {
		row = append(row, document.Cell{Runs: []document.Run{{Text: figure(s.Rules.FullScale()), Italic: true}}})
	}
	for len(row) < columns {
		row = append(row, document.Cell{})
	}
	return row
}

// row is one unit's line. Points of no source are marked when the table holds
// others too.
func (s scores) row(n int, standing scoring.Standing, stages []season.Stage) []document.Cell {
	mark := standing.Sample && !s.all
	cells := document.Row(fmt.Sprint(n), s.Name(standing.Unit))
	points := func(p exact.Number) {
		text := p.FixedFigure(exact.HalfUp, max(s.decimals, s.decimalsOf(p)))
		cells = append(cells, document.Cell{Runs: []document.Run{said(mark && text != "", text)}})
	}
	final, _ := s.result.Score(standing.Unit, season.Final)
	for _, g := range s.groups {
		node, _ := final.Node(g.Code)
		points(node.Points)
	}
	for _, stage := range stages {
		score, _ := s.result.Score(standing.Unit, stage)
		if stage == season.Final {
			score.Points = standing.Points
		}
		points(score.Points)
	}
	for _, c := range s.closingColumns() {
		cells = append(cells, document.Cell{Runs: document.Plain(c.cells[n-1])})
	}
	return cells
}
