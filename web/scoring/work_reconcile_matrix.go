package scoring

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"slices"

	"github.com/a-h/templ"

	"thidua/document"
	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/work"
)

// matrixView is the units' points on the criteria of one top group at one
// stage.
type matrixView struct {
	work.Visit
	Seen     scoring.Seen
	Group    string // code of the top group shown; empty = all, for the file
	Stage    season.Stage
	OnlyGaps bool
	Stages   []season.Stage // those that can be chosen
	matrixTable
}

// matrixTable is the matter of the matrix, which is the same for everybody who
// sees the same sheets.
type matrixTable struct {
	Rows   []matrixRow
	Totals map[string]scoring.Score // by unit
}

// tables and files keep the newest matrices that were set and written: twenty
// people at once read the same ones.
var (
	tables = scoring.Memory[string, matrixTable](64)
	files  = scoring.Memory[string, []byte](32)
)

// key names what the matrix shows.
func (p matrixView) key() string {
	return fmt.Sprint(p.Seen.Key, " ", p.Name(), " ", p.Season.Sample, " ", p.Group, " ", p.Stage, " ", p.OnlyGaps)
}

// matrixRow is one criterion with every unit's points.
type matrixRow struct {
	season.Criterion
	Depth  int
	Points []exact.Number // in the roster's order
	Words  []string       // the points as they are printed
	Open   []bool         // a gap without a reason
}

// keys of the matrix's address.
const (
	groupKey = "nhom"
	stageKey = "lan"
	gapsKey  = "chenh"
)

// matrixRead sets the whole cluster side by side, one top group at a time.
func matrixRead(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	seen, err := see(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	p := matrixView{Visit: v, Seen: seen, OnlyGaps: v.Here().Query().Get(gapsKey) == "co"}
	p.choose()
	if wantsExcel(v) {
		p.Group = ""
		return matrixFile(p)
	}
	table, ok := tables.Get(p.key())
	if !ok {
		table = p.table()
		tables.Add(p.key(), table)
	}
	p.matrixTable = table
	return matrixPage(p), nil
}

// choose takes the stage and group that the address asks for, else the latest
// and the first.
func (p *matrixView) choose() {
	for _, stage := range []season.Stage{season.Self, season.Cross, season.Appraised, season.Final} {
		if (stage != season.Final || p.Seen.Complete) && slices.ContainsFunc(p.Seen.Scores, func(s scoring.Score) bool { return s.Stage == stage }) {
			p.Stages = append(p.Stages, stage)
		}
	}
	asked := p.Here().Query()
	if len(p.Stages) > 0 {
		p.Stage = p.Stages[len(p.Stages)-1]
	}
	if s := season.Stage(asked.Get(stageKey)); slices.Contains(p.Stages, s) {
		p.Stage = s
	}
	for i, c := range p.Seen.Rules.Criteria {
		if i == 0 || c.Code == asked.Get(groupKey) {
			p.Group = c.Code
		}
	}
}

// table sets the matrix.
func (p matrixView) table() (t matrixTable) {
	t.Totals = map[string]scoring.Score{}
	nodes := make([]map[string]scoring.Node, len(p.Members))
	for i, m := range p.Members {
		nodes[i] = map[string]scoring.Node{}
		if s, ok := p.Seen.Score(m.Unit, p.Stage); ok {
			t.Totals[m.Unit] = s
			for _, n := range s.Nodes {
				nodes[i][n.Code] = n
			}
		}
	}
	open := map[[2]string]bool{}
	for _, g := range p.Seen.Gaps {
		if g.Reason == "" {
			open[[2]string{g.Unit, g.Criterion}] = true
		}
	}
	for path, c := range p.Seen.Rules.Walk() {
		if p.Group != "" && p.Seen.Rules.Criteria[path[0]].Code != p.Group {
			continue
		}
		row := matrixRow{Criterion: c, Depth: len(path) - 1, Points: make([]exact.Number, len(p.Members)), Words: make([]string, len(p.Members)), Open: make([]bool, len(p.Members))}
		for i, m := range p.Members {
			row.Points[i], row.Open[i] = nodes[i][c.Code].Points, open[[2]string{m.Unit, c.Code}]
			row.Words[i] = points(p.Seen.Rules, row.Points[i])
		}
		if !p.OnlyGaps || c.Leaf() && p.differs(c.Code) {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// matrixFile is the whole cluster as an Excel file.
func matrixFile(p matrixView) (templ.Component, error) {
	content, ok := files.Get(p.key())
	if !ok {
		p.matrixTable = p.table()
		var b bytes.Buffer
		if err := document.WriteXLSX(&b, p.grid()); err != nil {
			return nil, err
		}
		content = b.Bytes()
		files.Add(p.key(), content)
	}
	return keptFile{"doi-chieu-ca-cum.xlsx", content}, nil
}

// differs reports whether any unit has other points at another stage.
func (p matrixView) differs(code string) bool {
	for _, m := range p.Members {
		var before exact.Number
		for _, stage := range []season.Stage{season.Self, season.Cross, season.Appraised} {
			s, _ := p.Seen.Score(m.Unit, stage)
			n, _ := s.Node(code)
			if before.Known() && n.Points.Known() && before.Cmp(n.Points) != 0 {
				return true
			}
			if n.Points.Known() {
				before = n.Points
			}
		}
	}
	return false
}

// with is the matrix's address with one of its questions changed.
func (p matrixView) with(key, value string) string {
	q := url.Values{groupKey: {p.Group}, stageKey: {string(p.Stage)}}
	if p.OnlyGaps {
		q.Set(gapsKey, "co")
	}
	if q.Set(key, value); value == "" {
		q.Del(key)
	}
	return address(p.Here().Path, q)
}

func (p matrixView) grid() document.Grid {
	g := document.Grid{Title: "Bảng đối chiếu cả cụm, điểm " + stageWords[p.Stage].Vietnamese + " – " + p.Name(), Remarks: remarksIf(sampled(p.Visit, p.Seen)),
		Columns: []document.GridColumn{{Name: "Mã", Width: 10}, {Name: "Tiêu chí", Width: 50}, {Name: "Tối đa", Width: 10}}}
	for _, m := range p.Members {
		g.Columns = append(g.Columns, document.GridColumn{Name: m.Name, Width: 14})
	}
	for _, x := range p.Rows {
		row := []any{x.Code, x.Name, cell(p.Seen.Rules, x.Max)}
		for _, n := range x.Points {
			row = append(row, cell(p.Seen.Rules, n))
		}
		g.Rows = append(g.Rows, row)
	}
	total := []any{nil, "Tổng", nil}
	for _, m := range p.Members {
		total = append(total, cell(p.Seen.Rules, p.Totals[m.Unit].Points))
	}
	g.Rows = append(g.Rows, total)
	return g
}
