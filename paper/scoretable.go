package paper

import (
	"fmt"
	"slices"
	"strings"

	"thidua/document"
	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
)

// scores is what the score table shows: the standings, and the scores they
// came from where there are sheets.
type scores struct {
	occasion
	rows     []scoring.Standing
	result   scoring.Result
	groups   []season.Criterion
	decimals int
	all      bool // every row is of no source
}

func (o occasion) scores() scores {
	s := scores{occasion: o, rows: o.Ranking(), result: scoring.Compute(o.Rules, o.Members, o.Sheets), all: true}
	for _, row := range s.rows {
		s.all = s.all && row.Sample
		s.decimals = max(s.decimals, o.decimalsOf(row.Points))
		if score, ok := s.result.Score(row.Unit, season.Final); ok && len(score.Nodes) > 0 {
			s.groups = o.Rules.Criteria
		}
	}
	return s
}

// decimalsOf is how many decimals a number needs, within those of the rules.
func (o occasion) decimalsOf(n exact.Number) int {
	most := 2
	if o.Rules.Rounding.Mode != "" && o.Rules.Rounding.Mode != exact.None {
		most = o.Rules.Rounding.Decimals
	}
	for d := range most {
		if n.Round(exact.Cut, d).Cmp(n) == 0 {
			return d
		}
	}
	return most
}

// widestUpright is how many columns stand on an upright page.
const widestUpright = 7

// writeScoreTable is the bảng tổng hợp điểm: the groups of criteria at the
// stage that decides, the totals of every stage, and the ranking.
func writeScoreTable(o occasion) draft {
	s := o.scores()
	t := s.table()
	t.Note = strings.Join(append(s.notes(), s.tieNotes()...), " ")
	who := o.signForCluster(s.all)
	return draft{from: o.clusterOffice(), day: o.conference.Day, typeName: "BẢNG TỔNG HỢP ĐIỂM THI ĐUA NĂM " + o.Season.Label, subject: o.Cluster.Name,
		body: []document.Block{t}, signatures: []document.Signature{{Post: "NGƯỜI LẬP BẢNG", Note: "(Ký, ghi rõ họ tên)"}, who}, landscape: len(t.Columns) > widestUpright, sample: s.all}
}

// notes say by which rules the points were counted, and name the groups that
// stand in the head by code.
func (s scores) notes() (lines []string) {
	r := s.Rules
	var parts []string
	if r.Version > 0 {
		text := fmt.Sprintf("chấm theo bộ quy tắc bản %d", r.Version)
		if !r.SignedOn.IsZero() {
			text += " các đơn vị ký ngày " + r.SignedOn.Short()
		}
		parts = append(parts, text)
	}
	if r.Basis != "" {
		parts = append(parts, "căn cứ "+r.Basis)
	}
	if scale := r.FullScale(); scale.Known() {
		parts = append(parts, "thang điểm "+figure(scale))
	}
	if text := rounding(r.Rounding); text != "" {
		parts = append(parts, text)
	}
	if len(parts) > 0 {
		lines = append(lines, "Ghi chú: "+strings.Join(parts, "; ")+".")
	}
	if text := s.legend(); text != "" {
		lines = append(lines, text)
	}
	return lines
}

func rounding(r season.Rounding) string {
	at := "điểm từng tiêu chí"
	if r.At == season.RoundTotal {
		at = "tổng điểm"
	}
	switch r.Mode {
	case exact.HalfUp:
		return fmt.Sprintf("%s làm tròn đến %d chữ số thập phân", at, r.Decimals)
	case exact.Cut:
		return fmt.Sprintf("%s lấy %d chữ số thập phân, bỏ phần sau", at, r.Decimals)
	}
	return ""
}

var tieWords = map[season.TieStep]string{
	season.TieVotes:   "số phiếu suy tôn",
	season.TieEarlier: "thành tích những năm trước",
	season.TieHead:    "ý kiến của trưởng cụm, phó trưởng cụm",
	season.TieWomen:   "tỷ lệ nữ",
}

// tieNotes say how units with equal results were told apart.
func (s scores) tieNotes() (lines []string) {
	for _, step := range []season.TieStep{season.TieVotes, season.TieEarlier, season.TieHead, season.TieWomen, season.TieEqual} {
		var units []string
		for _, row := range s.rows {
			if row.Decided == step {
				units = append(units, row.Unit)
			}
		}
		switch {
		case len(units) == 0:
		case step == season.TieEqual:
			lines = append(lines, "Bằng điểm, xếp cùng thứ hạng: "+s.Joined(units)+".")
		default:
			lines = append(lines, "Bằng điểm, xếp thứ hạng theo "+tieWords[step]+": "+s.Joined(units)+".")
		}
	}
	return lines
}

// stages are the stages at which some unit has a total, the final one last. A
// single stage is the final one and is not repeated.
func (s scores) stages() (held []season.Stage) {
	for _, stage := range []season.Stage{season.Self, season.Cross, season.Appraised} {
		if slices.ContainsFunc(s.result.Scores, func(x scoring.Score) bool { return x.Stage == stage && x.Points.Known() }) {
			held = append(held, stage)
		}
	}
	if len(held) < 2 {
		held = nil
	}
	return append(held, season.Final)
}
