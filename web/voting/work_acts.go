package voting

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"thidua/access"
	"thidua/meeting"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
	"thidua/web/ui"
	"thidua/web/work"
)

// ofYear refuses an id of another year before any act.
func ofYear(ctx context.Context, tx *store.Tx, v work.Visit) (voting.Poll, error) {
	return pollOf(ctx, tx, v, v.Asked("vote"))
}

// open opens the vote to those the roll call names at this moment.
func open(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	p, err := ofYear(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	var present voting.Presence
	if p.Conference != "" {
		c, err := meeting.ByID(ctx, tx, p.Conference)
		if err != nil {
			return work.Done{}, err
		}
		present = presenceOf(c)
	}
	if p.Body == voting.Council {
		if present, err = councilPresence(f); err != nil {
			return work.Done{}, err
		}
	}
	by, _ := v.Capacity(access.RecordVote)
	return work.Done{Say: ui.Words{Vietnamese: "Đã mở biểu quyết. Số người được biểu quyết không đổi được nữa.", English: "The vote is open. Who may vote is fixed."}},
		voting.OpenPoll(ctx, tx, by, v.Today, p.ID, present, f.All("board"))
}

func councilPresence(f work.Form) (p voting.Presence, err error) {
	p.Establishment, err = numberOf(f, "establishment")
	present, err2 := numberOf(f, "present")
	writing, err3 := numberOf(f, "absent_in_writing")
	p.Present, p.AbsentInWriting = present, writing
	return p, errors.Join(err, err2, err3)
}

// numberOf reads a count; nil when the field was left empty.
func numberOf(f work.Form, name string) (*int, error) {
	text := strings.ReplaceAll(vi.Clean(f.Get(name)), " ", "")
	if text == "" {
		return nil, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return nil, refusal.Field(name, "Ghi một số nguyên, ví dụ 5.")
	}
	return &n, nil
}

// call takes the voices of everybody present and ends the vote.
func call(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	p, err := ofYear(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.RecordVote)
	return work.Done{Say: overWords}, voting.Call(ctx, tx, by, v.Today, p.ID, voices(p, f))
}

var overWords = ui.Words{Vietnamese: "Cuộc biểu quyết đã kết thúc.", English: "The vote is over."}

// voices are those of the form; a unit that is not on the form says nothing.
func voices(p voting.Poll, f work.Form) (all []voting.Voice) {
	asked := len(p.Options)
	if p.Method == voting.Consensus {
		asked = 1
	}
	for _, unit := range p.Voters {
		for i := range asked {
			all = append(all, voting.Voice{Unit: unit, Option: i, Choice: voting.Choice(f.Get(voiceField(unit, i))), Text: f.Get(fmt.Sprintf("text[%s]", unit))})
		}
	}
	return all
}

// count enters one teller's counts.
func count(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	p, err := ofYear(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	tally, err := tallyOf(p, f)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.CountBallots)
	outcome, err := voting.Count(ctx, tx, by, v.Today, p.ID, tally)
	return work.Done{Say: countedWords[outcome]}, err
}

// countedWords say what an entry led to; where two differ the page itself does.
var countedWords = map[voting.Counted]ui.Words{
	voting.FirstCount: {Vietnamese: "Đã nhận số phiếu của đồng chí, niêm kín. Chờ người thứ hai của ban kiểm phiếu nhập.", English: "Your count is taken and sealed. Another member of the tally board must count."},
	voting.Settled:    {Vietnamese: "Hai người nhập như nhau. Cuộc biểu quyết đã kết thúc.", English: "Two people counted the same. The vote is over."},
}

func tallyOf(p voting.Poll, f work.Form) (t voting.Tally, err error) {
	var faults []error
	read := func(name string) *int {
		n, err := numberOf(f, name)
		faults = append(faults, err)
		return n
	}
	t = voting.Tally{Issued: read("issued"), Returned: read("returned"), Valid: read("valid"), Invalid: read("invalid"), Reason: f.Get("reason")}
	for i := range p.Options {
		t.Options = append(t.Options, voting.Option{For: read(countField(i, "for")), Against: read(countField(i, "against")), Blank: read(countField(i, "blank"))})
	}
	return t, errors.Join(faults...)
}

func breakTie(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	p, err := ofYear(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.RecordVote)
	return work.Done{Say: overWords}, voting.BreakTie(ctx, tx, by, v.Today, p.ID, season.TieStep(f.Get("step")), voting.Tie{Chosen: f.All("chosen"), Reason: f.Get("reason")})
}

// cancelReason is the field of the reason for cancelling, apart from the other
// reasons that the page may ask for.
const cancelReason = "ly-do-huy"

func cancel(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	p, err := ofYear(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.RecordVote)
	return work.Done{Say: ui.Words{Vietnamese: "Đã hủy cuộc biểu quyết; lý do được ghi lại.", English: "The vote is cancelled; the reason is on record."}},
		renamed(voting.Cancel(ctx, tx, by, v.Today, p.ID, f.Get(cancelReason)), "reason", cancelReason)
}
