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

// Close ends a meeting whose ballots are all counted: each nomination passes or
// is cut by its own vote. Only from here on are results told.
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
		switch {
		case l.Poll.State == voting.Opened:
			return refusal.New(refusal.Unsatisfied, fmt.Sprintf("%s: chưa kiểm phiếu xong.", l.Nomination.CandidateName))
		case l.Poll.State != voting.Closed || !l.Nomination.Status.MayBecome(dossier.Passed):
			continue // its vote was cancelled, or the nomination withdrawn meanwhile: the council said nothing
		}
		if err := dossier.Judge(ctx, tx, by, day, l.Nomination.ID, l.Item.Poll); err != nil {
			return about(l.Nomination, err)
		}
	}
	m.State = Closed
	if err := saveMeeting(ctx, tx, m); err != nil {
		return err
	}
	return m.note(ctx, tx, by, day, Closing, map[string]any{"dossiers": len(lines)})
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
