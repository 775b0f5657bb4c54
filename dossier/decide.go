package dossier

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Decide records what became of a nomination: passed or cut by a council,
// decided; and, from a file, endorsed or not, which at a desk only a vote tells
// (Rest). The decision's number, day and author are kept as far as they are known.
func Decide(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, status Status, d Decision) error {
	n, _, err := held(ctx, tx, by, status.ActFor(), id)
	if err != nil {
		return err
	}
	switch {
	case by.Desk() && status.ActFor() == access.Nominate:
		return refusal.Field("status", "Được suy tôn hay không là do biểu quyết: hãy chọn cuộc biểu quyết.")
	case by.Desk() && status == Decided:
		if err := d.complete(day); err != nil {
			return err
		}
	}
	return become(ctx, tx, by, day, n, status, d)
}

// held reads a nomination and its season, and refuses whoever may not do the
// act there.
func held(ctx context.Context, tx *store.Tx, by access.Actor, act access.Act, id string) (n Nomination, s season.Season, err error) {
	if n, err = ByID(ctx, tx, id); err != nil {
		return n, s, err
	}
	if s, err = season.ByID(ctx, tx, n.Season); err != nil {
		return n, s, err
	}
	return n, s, season.Permit(by, act, "", s)
}

// complete refuses a decision without its number, day and author, or of a day
// to come.
func (d Decision) complete(day vi.Day) error {
	var faults []error
	if vi.Clean(d.Number) == "" {
		faults = append(faults, refusal.Field("decision.number", "Ghi số quyết định."))
	}
	switch {
	case d.Day.IsZero():
		faults = append(faults, refusal.Field("decision.day", "Ghi ngày quyết định."))
	case day.Before(d.Day):
		faults = append(faults, refusal.Field("decision.day", "Ngày quyết định chưa tới."))
	}
	if vi.Clean(d.By) == "" {
		faults = append(faults, refusal.Field("decision.by", "Ghi cấp ký quyết định."))
	}
	return errors.Join(faults...)
}

// become takes the nomination to the status, if a step leads there.
func become(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, n Nomination, status Status, d Decision) error {
	if !n.Status.MayBecome(status) {
		return refusal.New(refusal.Closed, fmt.Sprintf("Đề nghị đang ở trạng thái “%s”, không chuyển thành “%s” được.", n.Status.Label(), status.Label()))
	}
	if err := refusal.Texts(refusal.Text{Field: "decision.number", Value: &d.Number}, refusal.Text{Field: "decision.by", Value: &d.By}); err != nil {
		return err
	}
	if by.Desk() {
		if err := n.ripe(ctx, tx, day, status); err != nil {
			return err
		}
	}
	n.Status, n.Decision = status, d
	if err := Check(n); err != nil {
		return err
	}
	if err := update(ctx, tx, n); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, status.ActFor(), "nomination:"+n.ID, map[string]any{"status": status, "decision": d, "vote": n.Vote, "council_vote": n.CouncilVote, "note": n.Note})
}

// RecordTally puts a council's count for one title on record and returns its
// id. A title is counted once a year for each kind of candidate.
func RecordTally(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, t Tally) (string, error) {
	s, err := openSeason(ctx, tx, t.Season)
	if err != nil {
		return "", err
	}
	if err := season.Permit(by, access.RecordCouncil, "", s); err != nil {
		return "", err
	}
	if err := refusal.Texts(refusal.Text{Field: "title", Value: &t.Title}); err != nil {
		return "", err
	}
	if err := CheckTally(t); err != nil {
		return "", err
	}
	t.ID, t.TitleCode = store.NewID(), CodeOf(t.Title)
	added, err := tx.Exec(ctx, `INSERT INTO nomination_tally (id, season_id, title, title_key, title_code, candidate_kind, proposed, passed, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (season_id, title_key, candidate_kind) DO NOTHING`,
		t.ID, t.Season, t.Title, titleKey(t.Title), t.TitleCode, t.CandidateKind, t.Proposed, t.Passed, t.Sample)
	if err != nil {
		return "", err
	}
	if added == 0 {
		return "", refusal.New(refusal.Conflict, fmt.Sprintf("Số liệu về %s năm này đã được ghi.", t.Title))
	}
	return t.ID, journal.Record(ctx, tx, by, day, access.RecordCouncil, "nomination_tally:"+t.ID, t)
}

// Ripe refuses to put before a council what it could not pass on the day.
func Ripe(ctx context.Context, tx *store.Tx, n Nomination, day vi.Day) error {
	return n.ripe(ctx, tx, day, Passed)
}

// ripe refuses to judge or decide on a dossier that is frozen, or that was sent
// up and does not lie with whoever judges. One that never went on its way is
// judged as it stands, as long as no verified condition says no to it.
func (n Nomination) ripe(ctx context.Context, tx *store.Tx, day vi.Day, status Status) error {
	if status != Passed && status != Cut && status != Decided {
		return nil
	}
	if status != Cut {
		if err := NotFrozen(ctx, tx, n, day); err != nil {
			return err
		}
	}
	taken, err := History(ctx, tx, n.ID)
	switch {
	case err != nil:
		return err
	case len(taken) == 0 && status == Passed:
		return n.notRefused(ctx, tx, day)
	case len(taken) == 0 || slices.Contains(judgedAt[status], n.Place):
		return nil
	}
	return refusal.New(refusal.Closed, fmt.Sprintf("Hồ sơ đang ở bước “%s”, chưa trình đến cấp này.", n.Place.Label()))
}

// judgedAt are the places where a dossier comes to the status.
var judgedAt = map[Status][]Place{
	Passed:  {AtCouncil},
	Cut:     {AtCouncil, AtChair},
	Decided: {AtChair, AtDecider},
}
