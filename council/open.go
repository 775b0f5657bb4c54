package council

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/dossier"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// Open opens the secret ballot on every dossier of the list: each has a vote of
// its own, whose denominator is all members of the establishment. board are the
// person ids of the tally board, at least two.
func Open(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, meeting string, board []string) error {
	m, c, e, err := at(ctx, tx, by, meeting, access.RecordCouncil, Opening)
	if err != nil {
		return err
	}
	items, err := Items(ctx, tx, m.ID)
	if err != nil {
		return err
	}
	if err := m.ready(c, e, items, day); err != nil {
		return err
	}
	if err := m.checkBoard(ctx, tx, day, board); err != nil {
		return err
	}
	for _, x := range items {
		if m.Board, err = m.openOne(ctx, tx, by, day, c, e, x, board); err != nil {
			return err
		}
	}
	m.State, m.OpenedBy = Voting, by.Person
	if err := saveMeeting(ctx, tx, m); err != nil {
		return err
	}
	return m.note(ctx, tx, by, day, Opening, map[string]any{"members": e.Members(), "present": m.Present(), "absent_in_writing": m.Wrote(), "board": m.Board, "dossiers": len(items)})
}

// ready refuses a meeting that cannot vote yet.
func (m Meeting) ready(c Council, e Establishment, items []Item, day vi.Day) error {
	switch {
	case day.Before(m.Day):
		return refusal.New(refusal.Unsatisfied, fmt.Sprintf("Chưa đến ngày họp (%s).", m.Day.Short()))
	case len(items) == 0:
		return refusal.New(refusal.Unsatisfied, "Danh sách chưa có hồ sơ nào.")
	case len(m.Roll) == 0:
		return refusal.New(refusal.Unsatisfied, "Chưa điểm danh.")
	}
	if t := m.Turnout(c, e); !t.Met {
		return &refusal.Error{Kind: refusal.Unsatisfied, Field: "roll", Sentence: "Không đủ số thành viên để họp: " + t.Words}
	}
	return nil
}

// openOne prepares and opens the vote on one dossier.
func (m Meeting) openOne(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, c Council, e Establishment, x Item, board []string) ([]voting.Teller, error) {
	n, err := dossier.ByID(ctx, tx, x.Nomination)
	if err != nil {
		return nil, err
	}
	if !n.Status.MayBecome(dossier.Passed) {
		return nil, refusal.New(refusal.Closed, fmt.Sprintf("%s: đề nghị đang ở trạng thái “%s”; hãy đưa ra khỏi danh sách.", n.CandidateName, n.Status.Label()))
	}
	if err := dossier.Ripe(ctx, tx, n, day); err != nil {
		return nil, about(n, err)
	}
	basis, known := BasisOf(c.Rules, n.TitleCode, m.Day)
	if !known {
		return nil, refusal.New(refusal.Unsatisfied, fmt.Sprintf("%s: chưa kiểm chứng được văn bản nào quy định tỷ lệ phiếu cho danh hiệu này vào ngày %s. Hãy ghi tỷ lệ theo quy chế của Hội đồng, kèm tên văn bản.", n.Title, m.Day.Short()))
	}
	x.Basis, x.Conflicts = basis, merged(x.Conflicts, ConflictsOf(e.Seats, n))
	if err := impartial(e, x.Conflicts, board); err != nil {
		return nil, err
	}
	round, err := rounds(ctx, tx, n.ID)
	if err != nil {
		return nil, err
	}
	x.Poll, err = voting.Prepare(ctx, tx, by, day, ballot(c, n, basis, round+1))
	if err != nil {
		return nil, about(n, err)
	}
	if err := voting.OpenPoll(ctx, tx, by, day, x.Poll, m.presence(e), board); err != nil {
		return nil, about(n, err)
	}
	if err := saveItem(ctx, tx, x); err != nil {
		return nil, err
	}
	p, err := voting.PollByID(ctx, tx, x.Poll)
	return p.Board, err
}

// ballot is the question put to the council on one candidate.
func ballot(c Council, n dossier.Nomination, b Basis, round int) voting.Vote {
	return voting.Vote{Season: n.Season, Question: fmt.Sprintf("Hội đồng xét %s: %s", n.Title, n.CandidateName), Round: round,
		Method: voting.Paper, Body: voting.Council, Options: []voting.Option{{Label: n.CandidateName, Candidate: n.CandidateUnit}},
		Denominator: voting.OfEstablishment, Threshold: b.Share, Quorum: c.Rules.Quorum, Personal: n.CandidateKind != dossier.Collective}
}

// rounds is how often the council has voted on the nomination before.
func rounds(ctx context.Context, tx *store.Tx, nomination string) (int, error) {
	return store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM council_item WHERE nomination_id = $1 AND poll_id <> ''`, nomination)
}

// about says of which candidate a refusal speaks.
func about(n dossier.Nomination, err error) error {
	if e := refusal.Of(err); e != nil && e.Field != "board" {
		return &refusal.Error{Kind: e.Kind, Field: e.Field, Rule: e.Rule, Sentence: n.CandidateName + ": " + e.Sentence}
	}
	return err
}
