package voting

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Presence is who may vote, as the roll call of the conference tells. Of a
// cluster the units present, proxies included; of a council, whose members are
// no units, the numbers.
type Presence struct {
	Units           []string // unit ids
	Establishment   *int     // council: all members
	Present         *int     // council: members present
	AbsentInWriting *int     // council: absent members who vote in writing
}

// OpenPoll opens the vote: who is present and who counts is frozen from here on.
// Without quorum it stays closed. board are the person ids of the tally board,
// at least two for a counted paper vote and none for another.
func OpenPoll(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, present Presence, board []string) error {
	p, s, err := taken(ctx, tx, by, id, Opening)
	if err != nil {
		return err
	}
	roster, err := cluster.Roster(ctx, tx, s.Cluster, s.Label)
	if err != nil {
		return err
	}
	if err := p.seatVoters(s, roster, present); err != nil {
		return err
	}
	if err := p.quorate(); err != nil {
		return err
	}
	if p.Board, err = p.appointed(ctx, tx, s, roster, day, board); err != nil {
		return err
	}
	p.State, p.OpenedAt, p.Attempt = Opened, &tx.Now, 1
	p.TallyBoard = names(p.Board)
	if err := savePoll(ctx, tx, p); err != nil {
		return err
	}
	if err := salt(ctx, tx, p.ID); err != nil {
		return err
	}
	return p.note(ctx, tx, by, day, Opening, map[string]any{"voters": p.Voters, "establishment": p.Establishment, "present": p.Present, "board": p.Board})
}

// taken reads the vote and its season, and refuses whoever may not take the
// step, or a vote that is not at it.
func taken(ctx context.Context, tx *store.Tx, by access.Actor, id string, step Step) (p Poll, s season.Season, err error) {
	if p, err = PollByID(ctx, tx, id); err != nil {
		return p, s, err
	}
	if s, err = season.ByID(ctx, tx, p.Season); err != nil {
		return p, s, err
	}
	if err = mayRecord(by, s, p.Body); err != nil {
		return p, s, err
	}
	return p, s, p.step(step)
}

// note enters a step in the journal. The detail never holds a count: the
// journal is read before the vote is over.
func (p Poll) note(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, step Step, detail map[string]any) error {
	detail["step"] = step
	act := access.RecordVote
	if step == Counting {
		act = access.CountBallots
	}
	return journal.Record(ctx, tx, by, day, act, "poll:"+p.ID, detail)
}

// seatVoters freezes who may vote and out of how many.
func (p *Poll) seatVoters(s season.Season, roster []cluster.Member, present Presence) error {
	if p.Body == Council {
		p.Establishment, p.Present, p.AbsentInWriting = present.Establishment, present.Present, present.AbsentInWriting
		return p.checkCouncil()
	}
	if len(present.Units) == 0 {
		return refusal.New(refusal.Unsatisfied, "Chưa điểm danh hội nghị, nên chưa biết ai được biểu quyết.")
	}
	for _, unit := range present.Units {
		if !slices.ContainsFunc(roster, func(m cluster.Member) bool { return m.Unit == unit }) {
			return refusal.Field("present", fmt.Sprintf("Điểm danh có đơn vị không phải thành viên của cụm năm %s.", s.Label))
		}
	}
	p.Voters = slices.Compact(slices.Sorted(slices.Values(present.Units)))
	p.Present = new(len(p.Voters))
	if members := s.Members(len(roster)); members > 0 {
		p.Establishment = &members
	}
	return nil
}

func (p *Poll) checkCouncil() error {
	k := &check{Vote: p.Vote}
	for _, n := range k.counts()[:2] {
		if n.count == nil {
			k.add(n.field, "Phải ghi số %s.", n.name)
		}
	}
	if !k.impossible() {
		k.presence()
	}
	return errors.Join(k.faults...)
}

// quorate refuses a body that is too few.
func (p Poll) quorate() error {
	if t := Quorum(p.Present, p.Establishment, p.Quorum); t.Known && !t.Met {
		return &refusal.Error{Kind: refusal.Unsatisfied, Field: "present", Sentence: "Không đủ số thành viên để biểu quyết: " + t.Words}
	}
	return nil
}
