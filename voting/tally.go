package voting

import (
	"context"
	"errors"
	"slices"

	"thidua/access"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Tally is what one member of the tally board counted. All counts are
// mandatory.
type Tally struct {
	Issued, Returned, Valid, Invalid *int
	Options                          []Option // For, Against and Blank, in the order of the ballot
	Reason                           string   // a third person's: why a third count was needed
}

// Counted is what an entry led to.
type Counted string

// What an entry can lead to.
const (
	FirstCount Counted = "first"   // another person must count
	Differing  Counted = "differs" // two counts differ: count again, or let a third person count
	Settled    Counted = "settled" // two people counted the same
)

// Count takes one teller's counts. The vote is over once two different people
// of the tally board have entered the same; until then nobody, the tellers
// included, can read what was entered. When two entries differ only the places
// where they differ are told: either counts again, which begins a new attempt,
// or a third person counts and says why.
func Count(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, t Tally) (Counted, error) {
	p, s, err := counting(ctx, tx, by, id)
	if err != nil {
		return "", err
	}
	v, err := p.with(t)
	if err != nil {
		return "", err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &t.Reason}); err != nil {
		return "", err
	}
	entries, err := entriesOf(ctx, tx, p)
	if err != nil {
		return "", err
	}
	if entries, err = p.turn(entries, by.Person, t.Reason); err != nil {
		return "", err
	}
	mine, err := seal(ctx, tx, p.ID, v)
	if err != nil {
		return "", err
	}
	if err := saveEntry(ctx, tx, p, entry{by.Person, mine}); err != nil {
		return "", err
	}
	outcome := p.compare(mine, entries)
	if outcome == Settled && len(entries) > 1 {
		p.Reason = t.Reason
	}
	if err := p.settle(ctx, tx, by, day, s, v, outcome); err != nil {
		return "", err
	}
	return outcome, p.note(ctx, tx, by, day, Counting, map[string]any{"attempt": p.Attempt, "outcome": outcome, "reason": t.Reason})
}

// counting reads the vote and refuses whoever is not on its board, or stands
// for a unit on the ballot.
func counting(ctx context.Context, tx *store.Tx, by access.Actor, id string) (p Poll, s season.Season, err error) {
	if p, err = PollByID(ctx, tx, id); err != nil {
		return p, s, err
	}
	if s, err = season.ByID(ctx, tx, p.Season); err != nil {
		return p, s, err
	}
	if err = season.Permit(by, access.CountBallots, "", s); err != nil {
		return p, s, err
	}
	if err = p.step(Counting); err != nil {
		return p, s, err
	}
	switch {
	case p.Method != Paper:
		return p, s, refusal.New(refusal.Unsatisfied, "Chỉ bỏ phiếu trên giấy mới có số phiếu để nhập.")
	case !p.Counts(by.Person):
		return p, s, refusal.By("tally_board", "Chỉ người trong ban kiểm phiếu của cuộc biểu quyết này được nhập số phiếu.")
	case p.onBallot(by.Unit):
		return p, s, refusal.By(ownBallot, "Đơn vị của đồng chí có tên trên phiếu, nên đồng chí không kiểm phiếu.")
	}
	return p, s, nil
}

// Counts reports whether the person is on the tally board.
func (p Poll) Counts(person string) bool {
	return person != "" && slices.ContainsFunc(p.Board, func(t Teller) bool { return t.Person == person })
}

// with is the vote with these counts, or a refusal of each that is missing or
// cannot be.
func (p Poll) with(t Tally) (Vote, error) {
	v := p.Vote
	v.Issued, v.Returned, v.Valid, v.Invalid = t.Issued, t.Returned, t.Valid, t.Invalid
	v.Options = slices.Clone(v.Options)
	if len(t.Options) != len(v.Options) {
		return v, refusal.New(refusal.Conflict, "Phiếu đã thay đổi; hãy mở lại trang và nhập từ đầu.")
	}
	for i, o := range t.Options {
		v.Options[i].For, v.Options[i].Against, v.Options[i].Blank = o.For, o.Against, o.Blank
	}
	k := &check{Vote: v}
	for _, n := range v.tallied() {
		if n.count == nil {
			k.add(n.field, "Chưa ghi số %s.", n.name)
		}
	}
	if len(k.faults) == 0 && !k.impossible() {
		k.ballots()
		k.options()
		k.overvotes()
	}
	return v, errors.Join(k.faults...)
}

// overvotes refuses more voices for all options together than valid ballots
// can carry: a ballot that chooses more than the seats is invalid.
func (k *check) overvotes() {
	if k.Seats <= 0 || len(k.Options) <= k.Seats {
		return
	}
	sum := 0
	for _, o := range k.Options {
		sum += *o.For
	}
	if most := *k.Valid * k.Seats; sum > most {
		k.add("valid", "Tổng số đồng ý là %d, nhưng %d phiếu hợp lệ chọn nhiều nhất %d người chỉ có %d: phiếu chọn quá số là phiếu không hợp lệ.", sum, *k.Valid, k.Seats, most)
	}
}

// turn returns the entries that this person's is compared with; it refuses a
// second entry before the other's, and a third without a reason. Whoever counts
// again after a difference begins a new attempt.
func (p *Poll) turn(entries []entry, person, reason string) ([]entry, error) {
	mine := slices.ContainsFunc(entries, func(e entry) bool { return e.person == person })
	switch {
	case mine && len(entries) == 1:
		return nil, refusal.New(refusal.Conflict, "Đồng chí đã nhập; phải chờ người thứ hai của ban kiểm phiếu nhập.")
	case mine, len(entries) > 2:
		p.Attempt++
		return nil, nil
	case len(entries) == 2 && reason == "":
		return nil, refusal.Field("reason", "Hai người đã nhập khác nhau. Người thứ ba nhập thì phải ghi lý do kiểm lại.")
	}
	return entries, nil
}

// compare tells what the new entry leads to, and keeps where it differs.
func (p *Poll) compare(mine sealed, entries []entry) Counted {
	if len(entries) == 0 {
		p.Differs = nil
		return FirstCount
	}
	for _, e := range entries {
		if p.Differs = mine.differs(e.sealed); len(p.Differs) == 0 {
			return Settled
		}
	}
	return Differing
}

// settle keeps the vote as the entry left it; with equal counts it is over.
func (p Poll) settle(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s season.Season, v Vote, outcome Counted) error {
	if outcome != Settled {
		return savePoll(ctx, tx, p)
	}
	p.Vote = v
	return p.end(ctx, tx, by, day)
}
