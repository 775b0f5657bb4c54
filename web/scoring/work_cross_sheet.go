package scoring

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"thidua/cluster"
	"thidua/evidence"
	"thidua/exact"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// judgedView is a cross sheet or an appraisal as its page shows it.
type judgedView struct {
	work.Visit
	form      work.Form
	Member    cluster.Member
	Stage     season.Stage
	Seen      scoring.Seen
	Sheet     scoring.JudgedSheet
	Own       scoring.Score // what the sheet gives as it stands
	Before    scoring.Score // what the stage before gave
	Lines     []judgedLine
	Files     map[string]evidence.Evidence
	Questions []scoring.Question
	Shut      error // why nothing may be written; nil when it may
}

// judgedLine is one criterion: what the unit says, what its scorer says.
type judgedLine struct {
	season.Criterion
	Depth       int
	Covered     bool // the scorer may mark it
	Self        []scoring.Input
	SelfPoints  exact.Number
	Before      exact.Number // appraisal: what counts before it
	Explanation string       // the unit's own
	Evidence    []string
	Others      []scoring.Reason // what cross scorers wrote, for the appraiser
	Cell        scoring.Cell
	Typed       scoring.Typed
	Points      exact.Number // as the scorer's sheet stands
	Gap         exact.Number // percent of the range, from the stage before
	NeedsReason bool
	Clash       *scoring.Cell
}

// path is the page's place under the year.
func (p judgedView) path() string {
	if p.Stage == season.Cross {
		return "cham-cheo"
	}
	return "tham-dinh"
}

func readCross(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return readJudged(ctx, tx, v, f, season.Cross)
}

func readJudged(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, stage season.Stage) (templ.Component, error) {
	p, err := viewJudged(ctx, tx, v, f, stage)
	if err != nil {
		return nil, err
	}
	if len(p.Lines) == 0 {
		return hiddenPage(p), nil
	}
	return judgedPage(p), nil
}

// viewJudged reads the sheet; it has no lines while the unit's own is hidden
// from the visitor.
func viewJudged(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, stage season.Stage) (judgedView, error) {
	p := judgedView{Visit: v, form: f, Stage: stage}
	var err error
	if p.Member, err = v.MemberAsked(); err != nil {
		return p, err
	}
	if p.Seen, err = see(ctx, tx, v); err != nil {
		return p, err
	}
	if p.Sheet, err = scoring.JudgedSheetOf(ctx, tx, v.Season.ID, p.Member.Unit, stage, v.By.Unit); err != nil {
		return p, err
	}
	own := p.Seen.Sent(p.Member.Unit, season.Self)
	if len(own) == 0 {
		return p, nil
	}
	if p.Files, err = evidence.ByIDs(ctx, tx, citedIn(own[0])); err != nil {
		return p, err
	}
	questions, err := scoring.Questions(ctx, tx, v.Season.ID)
	if err != nil {
		return p, err
	}
	for _, q := range scoring.VisibleQuestions(v.By, v.Season, p.Seen.Conflicts, questions) {
		if q.Unit == p.Member.Unit && q.Asker == v.By.Unit {
			p.Questions = append(p.Questions, q)
		}
	}
	p.Shut = p.shut()
	p.fill()
	return p, nil
}

// citedIn are the ids of all files that a sheet cites.
func citedIn(s scoring.Sheet) (ids []string) {
	for _, m := range s.Marks {
		ids = append(ids, evidence.Cited(m.Evidence)...)
	}
	return ids
}

// shut is why the visitor may not write on the sheet now.
func (p *judgedView) shut() error {
	phase := map[season.Stage]season.Phase{season.Cross: season.CrossScoring, season.Appraised: season.Appraisal}[p.Stage]
	if p.Sheet.State == scoring.Submitted {
		return refusal.New(refusal.Closed, fmt.Sprintf("Phiếu đã gửi ngày %s, không sửa được nữa.", p.Sheet.On.Short()))
	}

	if err := season.Permit(p.By, actOf(p.Stage), p.Member.Unit, p.Season); err != nil {
		return err
	}
	if err := p.Season.StillOpen(p.Today, "phiếu chấm"); err != nil {
		return err
	}
	return p.Season.Calendar.Open(phase, p.Today)
}

// fill works the lines out.
func (p *judgedView) fill() {
	self := p.Seen.Sent(p.Member.Unit, season.Self)[0]
	a, _ := p.Seen.Plan.Find(p.By.Unit, p.Member.Unit)
	sent := p.Sheet.ToSend(p.Seen.Result, a)
	sent.Unit, sent.Stage = p.Member.Unit, p.Stage
	p.Own = p.Seen.SheetScore(sent)
	earlier := []season.Stage{season.Cross, season.Self}
	if p.Stage == season.Cross {
		earlier = earlier[1:]
	}
	for _, stage := range earlier {
		if s, ok := p.Seen.Score(p.Member.Unit, stage); ok {
			p.Before = s
			break
		}
	}
	selfScore, _ := p.Seen.Score(p.Member.Unit, season.Self)
	limit := p.Seen.Rules.Scoring.GapNeedsReason
	for path, c := range p.Seen.Rules.Walk() {
		x := judgedLine{Criterion: c, Depth: len(path) - 1, Covered: p.Stage != season.Cross || a.Covers(p.Seen.Rules, c.Code)}
		x.SelfPoints, x.Points, x.Before = pointsOf(selfScore, c.Code), pointsOf(p.Own, c.Code), pointsOf(p.Before, c.Code)
		if c.Leaf() {
			m, _ := self.Said(c.Code)
			x.Self, x.Explanation, x.Evidence = self.Inputs(c), m.Explanation, m.Evidence
			x.Cell = p.Sheet.Cell(c.Code)
			x.Typed = p.typed(c, x.Cell)
			x.Gap = scoring.GapPercent(c, p.Seen.PointsBefore(p.Member.Unit, c.Code, p.Stage), x.Points)
			x.NeedsReason = limit.Known() && x.Gap.Known() && x.Gap.Cmp(limit) > 0 && x.Cell.Mark.Explanation == ""
			x.Others, x.Clash = p.others(c.Code), p.clash(c.Code)
		}
		p.Lines = append(p.Lines, x)
	}
}

func pointsOf(s scoring.Score, code string) exact.Number {
	n, _ := s.Node(code)
	return n.Points
}

// typed is what stands in the leaf's fields: what was typed, else what is on
// record.
func (p *judgedView) typed(c season.Criterion, cell scoring.Cell) scoring.Typed {
	t := cell.Mark.Typed()
	for _, field := range judgedFields(c) {
		t[field] = p.form.Value(fieldName(c.Code, field), t[field])
	}
	return t
}

func (p *judgedView) others(code string) (all []scoring.Reason) {
	if p.Stage != season.Appraised {
		return nil
	}
	for _, s := range p.Seen.Sent(p.Member.Unit, season.Cross) {
		if m, ok := s.Said(code); ok && m.Explanation != "" {
			all = append(all, scoring.Reason{Stage: season.Cross, ScorerName: s.ScorerName, Text: m.Explanation})
		}
	}
	return all
}

// clash is what a colleague wrote meanwhile, when that refused the form.
func (p *judgedView) clash(code string) *scoring.Cell {
	for _, e := range p.form.Refusals {
		if e.Kind == refusal.Conflict && e.Field == "marks."+code {
			cell := p.Sheet.Cell(code)
			return &cell
		}
	}
	return nil
}

// read is the revision that the form is filled in from. After a clash both have
// been shown, so sending again keeps what stands in the field.
func (x judgedLine) read() string { return strconv.FormatInt(x.Cell.Revision, 10) }

// judgedFields are the fields of a leaf that its scorer may fill in.
func judgedFields(c season.Criterion) []string {
	return append(scoring.Judges(c.Kind), scoring.PointsField, scoring.ExplanationField)
}

func fieldName(code, field string) string { return "marks." + code + "." + field }

// judgedEntries are the leaves that the form speaks of.
func judgedEntries(rules season.Rules, f work.Form) (entries []scoring.Entry) {
	for _, c := range rules.Leaves() {
		e := scoring.Entry{Criterion: c.Code, Typed: scoring.Typed{}}
		for _, field := range judgedFields(c) {
			if f.Has(fieldName(c.Code, field)) {
				e.Typed[field] = f.Get(fieldName(c.Code, field))
			}
		}
		if len(e.Typed) > 0 {
			e.Read, _ = strconv.ParseInt(f.Get("read."+c.Code), 10, 64)
			entries = append(entries, e)
		}
	}
	return entries
}

func fillJudged(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, stage season.Stage) (cluster.Member, error) {
	m, err := v.MemberAsked()
	if err != nil {
		return m, err
	}
	rules, err := scoring.RulesOf(ctx, tx, v.Season.ID)
	if err != nil {
		return m, err
	}
	_, err = scoring.FillJudged(ctx, tx, v.By, v.Today, v.Season.ID, m.Unit, stage, judgedEntries(rules, f))
	return m, err
}

func saveJudged(stage season.Stage) work.Act {
	return func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
		_, err := fillJudged(ctx, tx, v, f, stage)
		return work.Done{Say: ui.Words{Vietnamese: "Đã lưu. Phiếu chưa gửi; chỉ đơn vị chấm thấy bản này.", English: "Saved. The sheet is not sent; only its scorer sees it."}}, err
	}
}

// sendJudged keeps what the form holds and sends the sheet; nothing of it can
// be taken back, so its scorer says that they looked it over.
func sendJudged(stage season.Stage) work.Act {
	return func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
		m, err := fillJudged(ctx, tx, v, f, stage)
		if err != nil {
			return work.Done{}, err
		}
		if f.Get("xem-het") == "" {
			err = refusal.Field("xem-het", "Đánh dấu đã xem hết phiếu trước khi gửi; gửi rồi thì không sửa được.")
		}
		if err := errors.Join(err, scoring.SendJudged(ctx, tx, v.By, v.Today, v.Season.ID, m.Unit, stage)); err != nil {
			return work.Done{}, err
		}
		return work.Done{Say: ui.Words{Vietnamese: "Đã gửi phiếu chấm " + vi.LowerFirst(m.Name) + ".", English: "The sheet was sent."}}, nil
	}
}

// askJudged asks the unit about the criterion that the form names.
func askJudged(stage season.Stage) work.Act {
	return func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
		m, err := v.MemberAsked()
		if err != nil {
			return work.Done{}, err
		}
		_, err = scoring.Ask(ctx, tx, v.By, v.Today, scoring.Question{Season: v.Season.ID, Unit: m.Unit, Criterion: f.Get("criterion"), Text: f.Get("question")})
		return work.Done{Say: ui.Words{Vietnamese: "Đã gửi câu hỏi cho đơn vị.", English: "The question was sent to the unit."}}, err
	}
}

// leafOptions are the leaves that a question may be about.
func (p judgedView) leafOptions() []ui.Option {
	options := []ui.Option{{Value: "", Label: "Chọn tiêu chí"}}
	for _, x := range p.Lines {
		if x.Leaf() && x.Covered {
			options = append(options, ui.Option{Value: x.Code, Label: x.Code + ". " + x.Name})
		}
	}
	return options
}

// kept is how many leaves the scorer leaves as they are.
func (p judgedView) kept() (count int) {
	for _, x := range p.Lines {
		if x.Leaf() && x.Covered && len(x.Self) > 0 && !slices.ContainsFunc(judgedFields(x.Criterion), func(field string) bool {
			return field != scoring.ExplanationField && x.Typed[field] != ""
		}) {
			count++
		}
	}
	return count
}
