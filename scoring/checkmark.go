package scoring

import (
	"slices"

	"thidua/exact"
	"thidua/season"
)

// given is one figure of a mark: its field's name, its Vietnamese name, whether
// the mark has it, and its number if it is one.
type given struct {
	field, name string
	has         bool
	number      exact.Number
}

func (m Mark) given() []given {
	return []given{
		{"target", "chỉ tiêu", m.Target.Known(), m.Target},
		{"actual", "kết quả thực hiện", m.Actual.Known(), exact.Number{}}, // a result may be negative
		{"count", "số việc", m.Count.Known(), m.Count},
		{"bonus", "số việc được cộng", m.Bonus.Known(), m.Bonus},
		{"penalty", "số việc bị trừ", m.Penalty.Known(), m.Penalty},
		{"met", "đạt hay không đạt", m.Met != nil, exact.Number{}},
		{"ranks", "thứ hạng", len(m.Ranks) > 0, exact.Number{}},
		{"figure", "điểm của cơ quan khác", m.Figure.Known(), m.Figure},
		{"word", "mức xếp loại", m.Word != "", exact.Number{}},
	}
}

// fieldsOf is which figures each kind of leaf uses.
var fieldsOf = map[season.LeafKind][]string{
	season.Linear:       {"target", "actual"},
	season.Quantitative: {"target", "actual"},
	season.Qualitative:  {"met"},
	season.Direct:       {"count"},
	season.BonusPenalty: {"bonus", "penalty"},
	season.RankPoints:   {"ranks"},
	season.External:     {"figure"},
	season.Grade:        {"word"},
}

// mark checks one mark against its leaf.
func (k *sheetCheck) mark(c season.Criterion, m Mark) {
	k.sound(c, m)
	switch {
	case m.Unassigned:
	case !m.hasFigures() && !m.Points.Known():
		k.refuse("marks."+c.Code, "Tiêu chí %s chưa có số liệu hoặc điểm.", c.Code)
	case m.hasFigures():
		k.enough(c, m)
	}
}

// sound: what is there may stand, whatever is still missing.
func (k *sheetCheck) sound(c season.Criterion, m Mark) {
	k.text(fieldOf(c, "explanation"), m.Explanation)
	for _, e := range m.Evidence {
		k.text(fieldOf(c, "evidence"), e)
	}
	k.within(c, m.Points)
	for _, g := range m.given() {
		switch {
		case g.number.Sign() < 0:
			k.refuse(fieldOf(c, g.field), "Tiêu chí %s: %s không được âm.", c.Code, g.name)
		case g.has && !slices.Contains(fieldsOf[c.Kind], g.field):
			k.refuse(fieldOf(c, g.field), "Tiêu chí %s không chấm theo %s.", c.Code, g.name)
		}
	}
	if m.Unassigned && (m.hasFigures() || m.Points.Known()) {
		k.refuse(fieldOf(c, "unassigned"), "Tiêu chí %s không giao chỉ tiêu thì không có số liệu và điểm.", c.Code)
	}
	k.fits(c, m)
}

// fits: the figures are ones the rule can take.
func (k *sheetCheck) fits(c season.Criterion, m Mark) {
	switch {
	case c.Kind == season.RankPoints && slices.ContainsFunc(m.Ranks, func(r int) bool { return r < 1 }):
		k.refuse(fieldOf(c, "ranks"), "Tiêu chí %s: thứ hạng tính từ 1.", c.Code)
	case c.Kind == season.External && m.Figure.Known():
		full := c.Max
		if c.Of.Known() {
			full = c.Of
		}
		if m.Figure.Cmp(full) > 0 {
			k.refuse(fieldOf(c, "figure"), "Tiêu chí %s: %s là trên thang điểm %s.", c.Code, plain(m.Figure), plain(full))
		}
	case c.Kind == season.Grade && m.Word != "":
		if !slices.ContainsFunc(c.Grades, func(g season.GradePoints) bool { return sameWord(g.Word, m.Word) }) {
			k.refuse(fieldOf(c, "word"), "Tiêu chí %s không có mức xếp loại “%s”.", c.Code, m.Word)
		}
	}
}

// enough: the figures the rule needs are all there.
func (k *sheetCheck) enough(c season.Criterion, m Mark) {
	if c.Kind == season.Linear && !m.Target.Known() {
		k.refuse(fieldOf(c, "target"), "Tiêu chí %s chưa có chỉ tiêu.", c.Code)
	}
	if (c.Kind == season.Linear || c.Kind == season.Quantitative) && !m.Actual.Known() {
		k.refuse(fieldOf(c, "actual"), "Tiêu chí %s chưa có kết quả thực hiện.", c.Code)
	}
}
