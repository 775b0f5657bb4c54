package council

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/dossier"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// Close ends a meeting whose ballots are all counted: each nomination passes or
// is cut by its own vote. Only from here on are results told. A dossier that a
// hold or a return has stopped meanwhile stops no other: its result waits for
// Carry.
func Close(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, meeting string) error {
	m, _, _, err := at(ctx, tx, by, meeting, access.RecordCouncil, Closing)
	if err != nil {
		return err
	}
	lines, err := Lines(ctx, tx, m)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if l.Poll.State == voting.Opened {
			return refusal.New(refusal.Unsatisfied, fmt.Sprintf("%s: chưa kiểm phiếu xong.", l.Nomination.CandidateName))
		}
	}
	m.State = Closed
	waiting, err := m.carry(ctx, tx, by, day, lines)
	if err != nil {
		return err
	}
	if err := saveMeeting(ctx, tx, m); err != nil {
		return err
	}
	return m.note(ctx, tx, by, day, Closing, map[string]any{"dossiers": len(lines), "waiting": len(waiting)})
}

// Carry writes results into the dossiers that were stopped when the meeting was
// closed, and refuses, naming them, while none of them can take its own.
func Carry(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, meeting string) error {
	m, _, _, err := at(ctx, tx, by, meeting, access.RecordCouncil, Carrying)
	if err != nil {
		return err
	}
	lines, err := Lines(ctx, tx, m)
	if err != nil {
		return err
	}
	before := Stopped(m, lines)
	waiting, err := m.carry(ctx, tx, by, day, before)
	switch {
	case err != nil:
		return err
	case len(before) == 0:
		return refusal.New(refusal.Conflict, "Mọi hồ sơ đã có kết quả.")
	case len(waiting) == len(before):
		return errors.Join(waiting...)
	}
	return m.note(ctx, tx, by, day, Carrying, map[string]any{"dossiers": len(before) - len(waiting), "waiting": len(waiting)})
}

// Stopped are the dossiers whose vote is over and whose nomination could not
// take the result: a hold, or a return, stands between.
func Stopped(m Meeting, lines []Line) (all []Line) {
	for _, l := range lines {
		if l.Passed(m) != nil && l.Nomination.CouncilVote != l.Item.Poll && l.Nomination.Status.MayBecome(dossier.Passed) {
			all = append(all, l)
		}
	}
	return all
}

// carry writes the results of the votes into the nominations and returns why
// some could not take theirs. A vote that was cancelled, or a nomination
// withdrawn meanwhile, has no result.
func (m Meeting) carry(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, lines []Line) (waiting []error, err error) {
	for _, l := range Stopped(m, lines) {
		err := dossier.Judge(ctx, tx, by, day, l.Nomination.ID, l.Item.Poll)
		switch {
		case refusal.Is(err, refusal.Unsatisfied) || refusal.Is(err, refusal.Closed):
			waiting = append(waiting, about(l.Nomination, err))
		case err != nil:
			return nil, about(l.Nomination, err)
		}
	}
	return waiting, nil
}

// Cancel ends a meeting before its ballot is opened, for a reason that is kept.
func Cancel(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, meeting, reason string) error {
	m, _, _, err := at(ctx, tx, by, meeting, access.RecordCouncil, Cancelling)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &reason}); err != nil {
		return err
	}
	if reason == "" {
		return refusal.Field("reason", "Hủy cuộc họp thì phải ghi lý do.")
	}
	m.State, m.Note = Cancelled, reason
	if err := saveMeeting(ctx, tx, m); err != nil {
		return err
	}
	return m.note(ctx, tx, by, day, Cancelling, map[string]any{"reason": reason})
}

// KeepFlagBase records how many collectives led a cluster or block that year,
// which no list of flags tells: the base of the quota of Government flags. nil
// takes it back: not known.
func KeepFlagBase(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, meeting string, base *int) error {
	if err := permit(by, access.CallCouncil); err != nil {
		return err
	}
	m, err := MeetingByID(ctx, tx, meeting)
	if err != nil {
		return err
	}
	if base != nil && (*base < 0 || *base > 100_000) {
		return refusal.Field("flag_base", "Số tập thể dẫn đầu cụm, khối phải từ 0 đến 100.000.")
	}
	m.FlagBase = base
	if err := saveMeeting(ctx, tx, m); err != nil {
		return err
	}
	return m.note(ctx, tx, by, day, Listing, map[string]any{"flag_base": base})
}
