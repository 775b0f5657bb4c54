package scoring

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"thidua/exact"
	"thidua/refusal"
	"thidua/season"
	"thidua/vi"
)

// Typed is what stands in the fields of one leaf, as people write it, by the
// field's name: "actual": "9,1". Fields that are empty may be left out.
type Typed map[string]string

// The fields that every kind of leaf has beside its figures.
const (
	PointsField      = "points"
	UnassignedField  = "unassigned"
	EvidenceField    = "evidence"
	ExplanationField = "explanation"
)

// The words of the fields that are chosen, not typed.
const (
	Ticked = "co"
	Met    = "dat"
	NotMet = "khong-dat"
)

// Figures are the names of the fields that the leaf's rule computes from, in
// their order.
func Figures(kind season.LeafKind) []string { return fieldsOf[kind] }

// Fields are all fields of a leaf of that kind, in their order.
func Fields(kind season.LeafKind) []string {
	return append(slices.Clone(fieldsOf[kind]), PointsField, UnassignedField, EvidenceField, ExplanationField)
}

// between parts several entries of one field: documents, ranks.
const between = ";"

// Typed writes the mark as people would type it.
func (m Mark) Typed() Typed {
	t := Typed{}
	put := func(field, text string) {
		if text != "" {
			t[field] = text
		}
	}
	for _, g := range m.numbers() {
		put(g.field, g.number.Typed(mostDecimals))
	}
	if m.Met != nil {
		put("met", map[bool]string{true: Met, false: NotMet}[*m.Met])
	}
	put("ranks", strings.Join(ranksOf(m), between+" "))
	put("word", m.Word)
	if m.Unassigned {
		put(UnassignedField, Ticked)
	}
	put(EvidenceField, strings.Join(m.Evidence, between+" "))
	put(ExplanationField, m.Explanation)
	return t
}

// number is one figure of a mark with its field's name.
type number struct {
	field  string
	number *exact.Number
}

func (m *Mark) numbers() []number {
	return []number{{"target", &m.Target}, {"actual", &m.Actual}, {"count", &m.Count}, {"bonus", &m.Bonus},
		{"penalty", &m.Penalty}, {"figure", &m.Figure}, {PointsField, &m.Points}}
}

// ReadMark reads what was typed into a leaf's fields. What cannot be read is
// refused by its field, "marks.1.2.actual"; fields the leaf's kind does not have
// are left to CheckCell.
func ReadMark(c season.Criterion, t Typed) (Mark, []*refusal.Error) {
	r := markReader{criterion: c, mark: Mark{Criterion: c.Code}}
	for _, n := range r.mark.numbers() {
		*n.number = r.number(n.field, t[n.field])
	}
	r.met(t["met"])
	r.ranks(t["ranks"])
	r.mark.Word, r.mark.Explanation = vi.Clean(t["word"]), vi.Clean(t[ExplanationField])
	r.mark.Unassigned = strings.TrimSpace(t[UnassignedField]) != ""
	for e := range strings.SplitSeq(t[EvidenceField], between) {
		if e = vi.Clean(e); e != "" {
			r.mark.Evidence = append(r.mark.Evidence, e)
		}
	}
	return r.mark, r.refusals
}

type markReader struct {
	sheetCheck
	criterion season.Criterion
	mark      Mark
}

func (r *markReader) number(field, text string) exact.Number {
	if strings.TrimSpace(text) == "" {
		return exact.Number{}
	}
	read, err := vi.ParseNumber(text)
	if err != nil {
		r.refuse(fieldOf(r.criterion, field), "Tiêu chí %s: %s", r.criterion.Code, vi.LowerFirst(err.Error()))
		return exact.Number{}
	}
	n := exact.Of(read)
	if n.Round(exact.Cut, mostDecimals).Cmp(n) != 0 {
		r.refuse(fieldOf(r.criterion, field), "Tiêu chí %s: ghi nhiều nhất %d chữ số thập phân.", r.criterion.Code, mostDecimals)
	}
	return n
}

func (r *markReader) met(text string) {
	switch strings.ReplaceAll(vi.Fold(text), " ", "-") {
	case "":
	case Met:
		r.mark.Met = new(true)
	case NotMet:
		r.mark.Met = new(false)
	default:
		r.refuse(fieldOf(r.criterion, "met"), "Tiêu chí %s: ghi “Đạt” hoặc “Không đạt”.", r.criterion.Code)
	}
}

// mostDecimals is how many decimals of a figure are kept, and printed.
const mostDecimals = 6

// mostRanks is how many bodies may rank a unit on one criterion.
const mostRanks = 20

func (r *markReader) ranks(text string) {
	for part := range strings.FieldsFuncSeq(text, func(c rune) bool { return c == ';' || c == ',' || c == ' ' }) {
		rank, err := strconv.Atoi(part)
		if err != nil || rank < 1 || rank > 10_000 || len(r.mark.Ranks) == mostRanks {
			r.refuse(fieldOf(r.criterion, "ranks"), "Tiêu chí %s: ghi thứ hạng bằng số từ 1, nhiều cơ quan thì cách nhau bằng dấu chấm phẩy, như 1; 3.", r.criterion.Code)
			return
		}
		r.mark.Ranks = append(r.mark.Ranks, rank)
	}
}

// The longest texts of one leaf, in letters, and the most documents.
const (
	longestExplanation = 2000
	longestEvidence    = 300
	mostEvidence       = 30
)

// CheckCell refuses what the leaf's rule cannot take, by its field. A mark that
// is only half filled in is not refused: see Check for what is still missing.
func CheckCell(c season.Criterion, m Mark) []*refusal.Error {
	k := &sheetCheck{}
	k.sound(c, m)
	if length(m.Explanation) > longestExplanation {
		k.refuse(fieldOf(c, ExplanationField), "Tiêu chí %s: giải trình dài quá %s ký tự.", c.Code, vi.FormatInt(longestExplanation))
	}
	if len(m.Evidence) > mostEvidence || slices.ContainsFunc(m.Evidence, func(e string) bool { return length(e) > longestEvidence }) {
		k.refuse(fieldOf(c, EvidenceField), "Tiêu chí %s: ghi nhiều nhất %d minh chứng, mỗi minh chứng không quá %d ký tự.", c.Code, mostEvidence, longestEvidence)
	}
	if m.Points.Known() && m.hasFigures() {
		k.refuse(fieldOf(c, PointsField), "Tiêu chí %s: đã ghi số liệu thì điểm tính theo số liệu; hãy để trống ô điểm.", c.Code)
	}
	return k.refusals
}

func length(s string) int { return len([]rune(s)) }

// ReadCell is ReadMark with everything that CheckCell refuses.
func ReadCell(c season.Criterion, t Typed) (Mark, []*refusal.Error) {
	m, refusals := ReadMark(c, t)
	if len(refusals) == 0 {
		refusals = CheckCell(c, m)
	}
	return m, refusals
}

// Lacks says in few words what a leaf still needs before the sheet can be sent;
// empty when nothing.
func Lacks(c season.Criterion, m Mark) string {
	switch {
	case m.Unassigned || m.Points.Known() && !m.hasFigures():
		return ""
	case !m.hasFigures():
		if mustBeScored(c) || m.says() {
			return "chưa chấm"
		}
		return ""
	}
	k := &sheetCheck{}
	k.enough(c, m)
	if len(k.refusals) > 0 {
		return fmt.Sprintf("chưa ghi đủ: %s", vi.LowerFirst(strings.TrimPrefix(k.refusals[0].Sentence, "Tiêu chí "+c.Code+" ")))
	}
	return ""
}
