package scoring

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/cluster"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// step is what a stage's sheets need: the permission and the open phase.
type step struct {
	act   access.Act
	phase season.Phase
}

var steps = map[season.Stage]step{
	season.Self:      {access.SelfScore, season.SelfScoring},
	season.Cross:     {access.CrossScore, season.CrossScoring},
	season.Appraised: {access.Appraise, season.Appraisal},
}

// SubmitSheet sends a sheet in and returns its id. A unit self-scores only
// itself; nobody cross-scores or appraises their own unit; the scorer is the
// actor's unit (empty: the standing body). It is dated day and must fall within
// the stage's phase. What was sent cannot be sent again.
func SubmitSheet(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s Sheet) (string, error) {
	s.State = Submitted
	return send(ctx, tx, by, day, s)
}

// KeepDraft keeps an unfinished sheet, in the place of the scorer's earlier
// draft. Drafts count nowhere.
func KeepDraft(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s Sheet) (string, error) {
	s.State = Draft
	return send(ctx, tx, by, day, s)
}

func send(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s Sheet) (string, error) {
	s = tidied(s, by, day)
	year, err := season.ByID(ctx, tx, s.Season)
	if err != nil {
		return "", err
	}
	if err := mayScore(by, s, year); err != nil {
		return "", err
	}
	if err := open(year, s); err != nil {
		return "", err
	}
	rules, roster, err := ground(ctx, tx, year)
	if err != nil {
		return "", err
	}
	if err := ofThisCluster(by, roster); err != nil {
		return "", err
	}
	if s.RulesVersion == 0 {
		s.RulesVersion = rules.Version
	}
	if s.RulesVersion != rules.Version {
		return "", refusal.New(refusal.Conflict, fmt.Sprintf("Phiếu chấm theo bộ quy tắc bản %d, nay đã có bản %d.", s.RulesVersion, rules.Version))
	}
	if err := joined(Check(rules, roster, s)); err != nil {
		return "", err
	}
	if err := mayJudge(ctx, tx, by, year, rules, s); err != nil {
		return "", err
	}
	if err := agree(ctx, tx, by, year, rules, roster, &s); err != nil {
		return "", err
	}
	if err := put(ctx, tx, s); err != nil {
		return "", err
	}
	return s.ID, journal.Record(ctx, tx, by, day, steps[s.Stage].act, "score_sheet:"+s.ID, s)
}

// joined is all refusals as one error; nil for none.
func joined(refusals []*refusal.Error) error {
	var all []error
	for _, e := range refusals {
		all = append(all, e)
	}
	return errors.Join(all...)
}

// tidied fills in what the program knows and cleans what people wrote.
func tidied(s Sheet, by access.Actor, day vi.Day) Sheet {
	s.On, s.ID = day, store.NewID()
	if s.Scorer == "" {
		s.Scorer = by.Unit
	}
	if s.ScorerName == "" {
		s.ScorerName = by.Name
	}
	s.ScorerName, s.Explanation = vi.Clean(s.ScorerName), vi.Clean(s.Explanation)
	marks := make([]Mark, len(s.Marks))
	for i, m := range s.Marks {
		m.Word, m.Explanation = vi.Clean(m.Word), vi.Clean(m.Explanation)
		evidence := make([]string, len(m.Evidence))
		for j, e := range m.Evidence {
			evidence[j] = vi.Clean(e)
		}
		m.Evidence = evidence
		marks[i] = m
	}
	s.Marks = marks
	return s
}

func mayScore(by access.Actor, s Sheet, year season.Season) error {
	step, ok := steps[s.Stage]
	if !ok {
		return refusal.Field("stage", fmt.Sprintf("Không có bước chấm điểm tên “%s”.", string(s.Stage)))
	}
	if err := season.Permit(by, step.act, s.Unit, year); err != nil {
		return err
	}
	if s.Scorer != by.Unit {
		return refusal.New(refusal.NotAllowed, "Phiếu chấm do chính đơn vị chấm gửi, không gửi thay đơn vị khác.")
	}
	return nil
}

// ofThisCluster refuses the head or deputy of another cluster, or of a year in
// which the unit was no member.
func ofThisCluster(by access.Actor, roster []cluster.Member) error {
	if (by.Role == access.ClusterHead || by.Role == access.ClusterDeputy) && !isMember(roster, by.Unit) {
		return refusal.New(refusal.NotAllowed, "Trưởng cụm, phó trưởng cụm chỉ thẩm định điểm của cụm mình trong năm này.")
	}
	return nil
}

// open refuses what comes after the results were published or outside the
// phase's dates.
func open(year season.Season, s Sheet) error {
	if !year.PublishedOn.IsZero() {
		return refusal.New(refusal.Closed, fmt.Sprintf("Kết quả đã công bố ngày %s, không nhận thêm phiếu chấm.", year.PublishedOn.Short()))
	}
	if err := year.NotClosed("phiếu chấm"); err != nil {
		return err
	}
	return year.Calendar.Open(steps[s.Stage].phase, s.On)
}

// agree holds the sheet against those already there: not sent twice, of the
// same make, and no large gap without a reason. It takes over a draft's id.
func agree(ctx context.Context, tx *store.Tx, by access.Actor, year season.Season, rules season.Rules, roster []cluster.Member, s *Sheet) error {
	compare := rules.Scoring.GapNeedsReason.Known() && s.Stage != season.Self && s.State == Submitted
	others, err := sheetsAround(ctx, tx, s.Season, s.Unit, compare)
	if err != nil {
		return err
	}
	for _, o := range others {
		if o.Unit != s.Unit || o.Stage != s.Stage {
			continue
		}
		if o.Scorer == s.Scorer && o.State == Submitted {
			return refusal.New(refusal.Conflict, fmt.Sprintf("Phiếu này đã gửi ngày %s; phiếu đã gửi không gửi lại.", o.On.Short()))
		}
		if o.Scorer == s.Scorer {
			s.ID = o.ID
		} else if onlyTotal(o) != onlyTotal(*s) {
			return refusal.Field("marks", "Các phiếu cùng bước của một đơn vị phải cùng chấm từng tiêu chí hoặc cùng chỉ ghi tổng điểm.")
		}
	}
	if !compare {
		return nil
	}
	if others, err = seenBy(ctx, tx, by, year, s.On, roster, others); err != nil {
		return err
	}
	return explained(rules, roster, append(others, *s), s.ID)
}

// explained refuses a sheet with a gap that needs a reason and has none.
func explained(rules season.Rules, roster []cluster.Member, all []Sheet, id string) error {
	for _, g := range Compute(rules, roster, all).Gaps {
		if g.Sheet != id || g.Reason != "" {
			continue
		}
		if g.Criterion == "" {
			return refusal.Field("explanation", g.Sentence())
		}
		return refusal.Field("marks."+g.Criterion+".explanation", g.Sentence())
	}
	return nil
}
