package voting

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// end closes a vote whose counts are all in, unless equal votes share the last
// seat: then it waits for the body's own decision. Only here does the vote
// become a record that others read, under the same id.
func (p Poll) end(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day) error {
	tied, _ := p.tiedAtLastSeat(p.Result().Options)
	p.Differs, p.State = nil, Tied
	if len(tied) == 0 || len(p.Tie.Chosen) > 0 {
		if err := p.close(ctx, tx, by, day); err != nil {
			return err
		}
		p.State, p.EndedAt = Closed, &tx.Now
	}
	return savePoll(ctx, tx, p)
}

func (p Poll) close(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day) error {
	if err := Check(p.Vote); err != nil {
		return err
	}
	if err := insert(ctx, tx, p.Vote); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.RecordVote, "vote:"+p.ID, p.Vote)
}

// Tied names the options that share the last seat, and how many of them there
// are seats for; none unless the vote waits for that decision.
func (p Poll) Tied() (labels []string, free int) {
	if p.State != Tied {
		return nil, 0
	}
	return p.tiedAtLastSeat(p.Result().Options)
}

// TieSteps are the steps of the tie chain after the votes themselves, which are
// equal, as the rules of the season say them; empty when the rules have none.
func TieSteps(r season.Rules) (steps []season.TieStep) {
	for _, s := range r.Ties {
		if s != season.TieVotes {
			steps = append(steps, s)
		}
	}
	return steps
}

// tieWords are the steps of a tie chain in words.
var tieWords = map[season.TieStep]string{
	season.TieVotes:   "nhiều phiếu hơn",
	season.TieEarlier: "thành tích trước đó cao hơn",
	season.TieHead:    "trưởng cụm và phó trưởng cụm quyết định",
	season.TieWomen:   "tập thể có từ 70 % nữ trở lên",
	season.TieEqual:   "công nhận ngang nhau",
}

// TieWords is the step of a tie chain in words; "" for an unknown one.
func TieWords(s season.TieStep) string { return tieWords[s] }

// BreakTie records which of the equal options were taken, by which step of the
// signed tie chain, and closes the vote. Nobody decides a tie their own unit is in.
func BreakTie(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, step season.TieStep, t Tie) error {
	p, s, err := taken(ctx, tx, by, id, TieBreak)
	if err != nil {
		return err
	}
	labels, free := p.Tied()
	if p.ownAmong(by.Unit, labels) {
		return refusal.By(ownBallot, "Đơn vị của đồng chí ở trong số ngang phiếu, nên đồng chí không phân định; việc này do cơ quan thường trực ghi.")
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &t.Reason}); err != nil {
		return err
	}
	rules, err := season.RulesOf(ctx, tx, s.ID)
	if err != nil {
		return err
	}
	steps := TieSteps(rules)
	switch {
	case len(steps) > 0 && !slices.Contains(steps, step):
		return refusal.Field("step", "Chọn một bước trong thứ tự xét ngang phiếu mà cụm đã ký.")
	case t.Reason == "":
		return refusal.Field("reason", "Ghi căn cứ: ai quyết định, theo văn bản hoặc thành tích nào.")
	}
	if step == season.TieEqual {
		t.Chosen = labels
	} else if err := chosenOf(labels, t.Chosen, free); err != nil {
		return err
	}
	if words := TieWords(step); words != "" {
		t.Reason = vi.UpperFirst(words) + ": " + t.Reason
	}
	p.Tie = Tie{Chosen: t.Chosen, Reason: t.Reason, Equal: step == season.TieEqual}
	if err := p.end(ctx, tx, by, day); err != nil {
		return err
	}
	return p.note(ctx, tx, by, day, TieBreak, map[string]any{"chain": step, "tie": p.Tie})
}

// chosenOf refuses a choice that does not fill exactly the free seats from
// those who are tied.
func chosenOf(labels, chosen []string, free int) error {
	for _, c := range chosen {
		if !slices.Contains(labels, c) {
			return refusal.Field("chosen", "Chỉ chọn trong số ngang phiếu.")
		}
	}
	if len(chosen) != free {
		return refusal.Field("chosen", fmt.Sprintf("Phải chọn đúng %d trong số ngang phiếu: %s.", free, vi.JoinAnd(labels)))
	}
	return nil
}

func (p Poll) ownAmong(unit string, labels []string) bool {
	return unit != "" && slices.ContainsFunc(p.Options, func(o Option) bool { return o.Candidate == unit && slices.Contains(labels, o.Label) })
}

// Cancel ends a vote without a result, for a reason that is kept. A vote whose
// counts are known is only cancelled for another round that the rules allow.
func Cancel(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, reason string) error {
	p, s, err := taken(ctx, tx, by, id, Cancelling)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &reason}); err != nil {
		return err
	}
	if reason == "" {
		return refusal.Field("reason", "Hủy cuộc biểu quyết thì phải ghi lý do.")
	}
	if p.State == Tied {
		if err := p.mayRepeat(ctx, tx, by, s); err != nil {
			return err
		}
	}
	p.State, p.Reason, p.EndedAt = Cancelled, reason, &tx.Now
	if err := savePoll(ctx, tx, p); err != nil {
		return err
	}
	return p.note(ctx, tx, by, day, Cancelling, map[string]any{"reason": reason})
}

func (p Poll) mayRepeat(ctx context.Context, tx *store.Tx, by access.Actor, s season.Season) error {
	labels, _ := p.Tied()
	if p.ownAmong(by.Unit, labels) {
		return refusal.By(ownBallot, "Đơn vị của đồng chí ở trong số ngang phiếu, nên đồng chí không hủy kết quả này; việc này do cơ quan thường trực ghi.")
	}
	rules, err := season.RulesOf(ctx, tx, s.ID)
	if err == nil && rules.Ballot.Rounds > 0 && p.Round >= rules.Ballot.Rounds {
		return refusal.New(refusal.Unsatisfied, fmt.Sprintf("Quy tắc của cụm chỉ cho %d vòng, nên phải phân định ngang phiếu của vòng này.", rules.Ballot.Rounds))
	}
	return err
}
