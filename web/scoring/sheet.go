package scoring

import (
	"context"
	"fmt"

	"github.com/a-h/templ"

	"thidua/cluster"
	"thidua/exact"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/year"
)

// Sheet sets one unit's points, criterion by criterion and stage by stage.
func Sheet(ctx context.Context, tx *store.Tx, v year.Visit) (templ.Component, error) {
	member, err := v.MemberAsked()
	if err != nil {
		return nil, err
	}
	r, err := compute(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	standings, err := scoring.Standings(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	s := sheetOf(r, member)
	if len(s.Stages) == 0 {
		return nil, refusal.New(refusal.NotFound, "Đơn vị này không có phiếu điểm trong năm.")
	}
	for _, x := range standings {
		if x.Unit == member.Unit && x.Stage == season.Final {
			s.Standing = x
		}
	}
	return sheetPage(v, r.Rules, s), nil
}

// sheet is one unit's points at every stage that scored it.
type sheet struct {
	cluster.Member
	Standing scoring.Standing
	Stages   []season.Stage
	Criteria []criterion
	Totals   map[season.Stage]scoring.Score
	Last     scoring.Score // the final score, else that of the last stage
	Remarks  []string      // where sheets print other points, or lie far apart
	PerLeaf  bool          // not only totals were stated
}

// criterion is one line of the sheet.
type criterion struct {
	season.Criterion
	Depth  int
	Points map[season.Stage]scoring.Node
	Last   scoring.Node
}

func sheetOf(r scoring.Result, m cluster.Member) sheet {
	s := sheet{Member: m, Totals: map[season.Stage]scoring.Score{}}
	for _, stage := range []season.Stage{season.Self, season.Cross, season.Appraised} {
		if score, ok := r.Score(m.Unit, stage); ok {
			s.Stages = append(s.Stages, stage)
			s.Totals[stage], s.Last = score, score
		}
	}
	if final, ok := r.Score(m.Unit, season.Final); ok {
		s.Last = final
	}
	s.Criteria = criteria(r.Rules, s)
	s.PerLeaf = len(s.Criteria) > 0
	s.Remarks = remarks(r, m.Unit)
	return s
}

// criteria are the lines of the tree; none when only totals were stated.
func criteria(rules season.Rules, s sheet) (lines []criterion) {
	for path, c := range rules.Walk() {
		line := criterion{Criterion: c, Depth: len(path) - 1, Points: map[season.Stage]scoring.Node{}}
		for _, stage := range s.Stages {
			if n, ok := s.Totals[stage].Node(c.Code); ok {
				line.Points[stage] = n
			}
		}
		line.Last, _ = s.Last.Node(c.Code)
		if len(line.Points) > 0 {
			lines = append(lines, line)
		}
	}
	return lines
}

func remarks(r scoring.Result, unit string) (sentences []string) {
	for _, d := range r.Differences {
		if d.Unit == unit {
			sentences = append(sentences, d.Sentence())
		}
	}
	for _, g := range r.Gaps {
		if g.Unit == unit {
			sentences = append(sentences, g.Sentence())
		}
	}
	return sentences
}

// depth is the style of a line so far down the tree.
func depth(d int) string { return fmt.Sprintf("d%d", min(d, 3)) }

// most prints a line's own maximum, in brackets when nothing of it was
// assigned.
func most(rules season.Rules, c criterion) string {
	if c.Last.Unassigned {
		return "(" + c.Max.Figure(exact.HalfUp, 2) + ")"
	}
	return c.Max.Figure(exact.HalfUp, 2)
}
