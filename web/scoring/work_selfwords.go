package scoring

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/evidence"
	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
)

// leaves are the lines that are scored themselves.
func (p *selfView) leaves() (all []*selfLine) {
	for _, l := range p.Lines {
		if l.Leaf() {
			all = append(all, l)
		}
	}
	return all
}

// left are the leaves that are not ready to be sent.
func (p *selfView) left() (all []*selfLine) {
	for _, l := range p.leaves() {
		if l.Lacks != "" {
			all = append(all, l)
		}
	}
	return all
}

// unproven are the leaves with points and nothing that proves them.
func (p *selfView) unproven() (all []*selfLine) {
	for _, l := range p.leaves() {
		if m := l.Cell.Mark; l.Lacks == "" && len(m.Evidence) == 0 && !m.Unassigned && l.Node.Points.Sign() > 0 {
			all = append(all, l)
		}
	}
	return all
}

// sent reports whether the sheet is in the others' hands as it stands here.
func (p *selfView) sent() bool { return p.Sheet.State == scoring.Submitted }

// reopened are the openings that let the unit change something today.
func (p *selfView) reopened() []scoring.Opening { return p.Sheet.Reopened(p.Today) }

// mayRecall reports whether the page offers to take the sheet back.
func (p *selfView) mayRecall() bool {
	span, stated := p.Season.Calendar.Of(season.SelfScoring)
	late := stated && !span.To.IsZero() && span.To.Before(p.Today)
	return p.sent() && p.Season.Phase == season.SelfScoring && !late
}

// about is the sheet in one line.
func (p *selfView) about() string {
	words := fmt.Sprintf("%s · bộ tiêu chí bản %d", p.Member.Name, p.Rules.Version)
	if !p.Rules.SignedOn.IsZero() {
		words += " (ký " + p.Rules.SignedOn.Short() + ")"
	}
	return words
}

// due says until when the sheet may be filled in.
func (p *selfView) due(ctx context.Context) string {
	span, _ := p.Season.Calendar.Of(season.SelfScoring)
	switch days := p.Today.DaysUntil(span.To); {
	case span.To.IsZero() || p.Season.Phase != season.SelfScoring || days < 0:
		return ""
	case days == 0:
		return ui.T(ctx, "Hạn nộp: hết hôm nay, ", "Due at the end of today, ") + span.To.Short() + "."
	default:
		return fmt.Sprintf(ui.T(ctx, "Còn %d ngày, hạn nộp hết ngày %s.", "%d days left, due at the end of %s."), days, span.To.Short())
	}
}

// kept says who saved the sheet last, and who sees it.
func (p *selfView) kept(ctx context.Context) string {
	switch {
	case p.Sheet.SavedAt.IsZero() && p.sent():
		return "" // it came from a season file, whole
	case p.Sheet.SavedAt.IsZero():
		return ui.T(ctx, "Chưa ghi gì · chưa ai ngoài đơn vị xem được", "Nothing saved yet · nobody outside the unit can see it")
	}
	by := p.Sheet.SavedBy
	if by == p.By.Name {
		by = ui.T(ctx, "đồng chí", "you")
	}
	words := fmt.Sprintf(ui.T(ctx, "Đã lưu lúc %s, %s", "Saved at %s by %s"), scoring.Clock(p.Sheet.SavedAt), by)
	if p.sent() {
		return words
	}
	return words + ui.T(ctx, " · chưa ai ngoài đơn vị xem được", " · nobody outside the unit can see it")
}

// how is a leaf's rule in few words.
func how(c season.Criterion) string {
	words := vi.LowerFirst(c.Kind.Label())
	switch c.Kind {
	case season.Direct:
		words = "chấm thẳng · mỗi việc " + figure(c.Points) + " điểm"
	case season.BonusPenalty:
		words = bonusWords(c)
	case season.RankPoints:
		words += ": " + joined(c.Ranks)
	case season.External:
		if c.Of.Known() {
			words += ", thang " + figure(c.Of)
		}
	case season.Quantitative:
		words = "định lượng · vượt nhiều nhất cụm được tối đa"
	case season.Qualitative:
		words = "định tính · đạt được tối đa, không đạt 0 điểm"
	case season.Linear:
		words = "theo tỷ lệ đạt chỉ tiêu"
	case season.Grade:
		words = "xếp loại: " + gradeWords(c)
	}
	if c.Unit != "" {
		words += " · " + c.Unit
	}
	if c.Less {
		words += " · càng ít càng tốt"
	}
	if c.Over {
		words += " · ngoài điểm tối đa"
	}
	return words
}

func bonusWords(c season.Criterion) string {
	var parts []string
	if c.Bonus.Known() {
		parts = append(parts, "mỗi việc cộng "+figure(c.Bonus))
	}
	if c.Penalty.Known() {
		parts = append(parts, "mỗi lỗi trừ "+figure(c.Penalty))
	}
	return strings.Join(parts, ", ")
}

func gradeWords(c season.Criterion) string {
	var parts []string
	for _, g := range c.Grades {
		parts = append(parts, g.Word+" "+figure(g.Points))
	}
	return strings.Join(parts, ", ")
}

func joined(numbers []exact.Number) string {
	var parts []string
	for _, n := range numbers {
		parts = append(parts, figure(n))
	}
	return strings.Join(parts, "/")
}

func figure(n exact.Number) string { return n.Figure(exact.HalfUp, 2) }

// target is what the level above set, in words.
func (l *selfLine) target() string {
	if !l.Assigned.Target.Known() {
		return "chưa giao"
	}
	return strings.TrimSpace(figure(l.Assigned.Target) + " " + l.Unit)
}

// reported is what the unit reported of the indicator elsewhere.
func (l *selfLine) reported() string {
	if l.Assigned == nil || !l.Assigned.Actual.Known() {
		return ""
	}
	return "đã báo cáo " + strings.TrimSpace(figure(l.Assigned.Actual)+" "+l.Unit)
}

// uses reports whether the leaf has the figure.
func (l *selfLine) uses(name string) bool { return slices.Contains(scoring.Figures(l.Kind), name) }

// mayPoint reports whether points are typed as they are: on a leaf scored
// directly, or where a sheet stated them, as long as no figure gives them.
func (l *selfLine) mayPoint() bool {
	for _, name := range scoring.Figures(l.Kind) {
		if l.Typed[name] != "" {
			return l.Typed[scoring.PointsField] != ""
		}
	}
	return l.Kind == season.Direct || l.Typed[scoring.PointsField] != ""
}

// mayUnassign reports whether the unit may say that it was given no target.
func (l *selfLine) mayUnassign() bool {
	if l.Typed[scoring.UnassignedField] != "" {
		return true
	}
	return (l.Kind == season.Linear || l.Kind == season.Quantitative) && (l.Assigned == nil || !l.Assigned.Target.Known())
}

// maximum is the line's own maximum, in brackets when nothing of it was
// assigned.
func (l *selfLine) maximum() string {
	if l.Node.Unassigned {
		return "(" + figure(l.Max) + ")"
	}
	return figure(l.Max)
}

// documents are the words of a leaf's evidence, without the files it cites.
func (l *selfLine) documents() string {
	var words []string
	for _, e := range l.evidence() {
		if _, cited := evidence.ParseRef(e); !cited {
			words = append(words, e)
		}
	}
	return strings.Join(words, "; ")
}

// files are the entries of a leaf's evidence that cite files.
func (l *selfLine) files() (refs []string) {
	for _, e := range l.evidence() {
		if _, cited := evidence.ParseRef(e); cited {
			refs = append(refs, e)
		}
	}
	return refs
}

func (l *selfLine) evidence() (all []string) {
	for e := range strings.SplitSeq(l.Typed[scoring.EvidenceField], ";") {
		if e = strings.TrimSpace(e); e != "" {
			all = append(all, e)
		}
	}
	return all
}

// options are the choices of a leaf that is chosen, not typed.
func (l *selfLine) options() []ui.Option {
	all := []ui.Option{{Value: "", Label: "–"}}
	if l.Kind == season.Qualitative {
		return append(all, ui.Option{Value: scoring.Met, Label: "Đạt"}, ui.Option{Value: scoring.NotMet, Label: "Không đạt"})
	}
	for _, g := range l.Grades {
		all = append(all, ui.Option{Value: g.Word, Label: vi.UpperFirst(g.Word)})
	}
	return all
}

// chosen reports whether the option is the one on record.
func (l *selfLine) chosen(name, value string) bool {
	return vi.Upper(l.Typed[name]) == vi.Upper(value)
}

// input is one field of a leaf.
type input struct {
	*selfLine
	name  string // of the field
	label string
	class string
	err   string
}

func (p *selfView) input(l *selfLine, name, label, class string) input {
	return input{l, name, label, class, p.Form.Err(field(l.Code, name))}
}

func (i input) id() string { return ui.FieldID(field(i.Code, i.name)) }

// attrs tell a screen reader what the field is and what is wrong with it.
func (i input) attrs() templ.Attributes {
	a := templ.Attributes{"aria-label": i.label + " " + i.Code}
	if i.err != "" {
		a["aria-invalid"], a["aria-describedby"] = "true", i.id()+"-e"
	}
	return a
}

// theirs is a cell's value on record in words.
func theirs(c season.Criterion, m scoring.Mark) string {
	var parts []string
	for _, in := range m.Inputs(c) {
		parts = append(parts, in.Name+" "+in.Value)
	}
	if m.Unassigned {
		parts = append(parts, "không giao chỉ tiêu")
	}
	if len(m.Evidence) > 0 {
		parts = append(parts, fmt.Sprintf("%d minh chứng", len(m.Evidence)))
	}
	if m.Explanation != "" {
		parts = append(parts, "giải trình “"+m.Explanation+"”")
	}
	if len(parts) == 0 {
		return "để trống"
	}
	return strings.Join(parts, "; ")
}

// mine is what was typed, in the same words.
func (l *selfLine) mine() string {
	m, _ := scoring.ReadMark(l.Criterion, l.Typed)
	return theirs(l.Criterion, m)
}

// when is the moment in the house's words.
func when(t store.Time) string { return scoring.Clock(t) }

// openingWords tell what was reopened, by whom, why and until when.
func openingWords(o scoring.Opening) string {
	what := "cả phiếu"
	if len(o.Criteria) > 0 {
		what = "tiêu chí " + strings.Join(o.Criteria, ", ")
	}
	return fmt.Sprintf("%s mở lại %s, đến hết ngày %s. Lý do: %s.", o.By, what, o.Until.Short(), strings.TrimSuffix(o.Reason, "."))
}

// shown is a figure as it was typed; a dash where there is none.
func shown(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// results are a leaf's figures in words, for a reader who may not change them.
func results(l *selfLine) string {
	var parts []string
	for _, in := range l.Cell.Mark.Inputs(l.Criterion) {
		switch in.Name {
		case "Chỉ tiêu", "Điểm ghi trên phiếu":
		case "Thực hiện", "Kết quả":
			parts = append(parts, in.Value)
		case "Số việc":
			parts = append(parts, in.Value+" "+cmp.Or(l.Unit, "việc"))
		case "Số việc được cộng", "Số việc bị trừ":
			parts = append(parts, strings.TrimPrefix(in.Name, "Số việc ")+" "+in.Value+" việc")
		default:
			parts = append(parts, vi.LowerFirst(in.Name)+" "+in.Value)
		}
	}
	return shown(strings.Join(parts, "; "))
}

// askedBy names who asks: the unit, or the standing body.
func askedBy(p *selfView, q scoring.Question) string {
	if name := p.Unit(q.Asker); name != "" {
		return name
	}
	return "Cơ quan thường trực"
}

// proof is what proves and explains a leaf, for paper.
func proof(p *selfView, l *selfLine) string {
	var parts []string
	for _, ref := range l.files() {
		if id, _ := evidence.ParseRef(ref); p.Files[id].ID != "" {
			parts = append(parts, p.Files[id].Name)
		}
	}
	for _, text := range []string{l.documents(), l.Cell.Mark.Explanation} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "; ")
}
