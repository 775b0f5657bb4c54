package dossier

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// Rest rests a nomination on a vote of the members that is over: the vote, and
// nobody's word, tells whether it was endorsed.
func Rest(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, vote string) error {
	n, _, err := held(ctx, tx, by, access.Nominate, id)
	if err != nil {
		return err
	}
	passed, err := n.toldBy(ctx, tx, vote, voting.Cluster)
	if err != nil {
		return err
	}
	n.Vote = vote
	return become(ctx, tx, by, day, n, after(passed, Endorsed, NotEndorsed), n.Decision)
}

// Judge takes a nomination through the council by the council's own vote.
func Judge(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, vote string) error {
	n, _, err := held(ctx, tx, by, access.RecordCouncil, id)
	if err != nil {
		return err
	}
	passed, err := n.toldBy(ctx, tx, vote, voting.Council)
	if err != nil {
		return err
	}
	n.CouncilVote = vote
	return become(ctx, tx, by, day, n, after(passed, Passed, Cut), n.Decision)
}

func after(passed bool, yes, no Status) Status {
	if passed {
		return yes
	}
	return no
}

// toldBy is what the vote of that body says of the candidate.
func (n *Nomination) toldBy(ctx context.Context, tx *store.Tx, id string, body voting.Body) (bool, error) {
	v, err := n.voteBy(ctx, tx, id, body)
	if err != nil {
		return false, err
	}
	passed, err := n.outcome(v)
	if err != nil {
		return false, err
	}
	if passed == nil {
		return false, refusal.Field("vote", fmt.Sprintf("Kết quả biểu quyết “%s” không đủ số liệu để kết luận.", v.Question))
	}
	return *passed, nil
}

// voteBy is a vote of the nomination's year taken by that body.
func (n Nomination) voteBy(ctx context.Context, tx *store.Tx, id string, body voting.Body) (voting.Vote, error) {
	v, err := n.voteOf(ctx, tx, id)
	if err == nil && v.Body != body {
		return v, refusal.Field("vote", "Chọn cuộc biểu quyết của đúng cơ quan: suy tôn là của cụm, xét trình là của Hội đồng.")
	}
	return v, err
}

// KeepPapers records which papers the dossier holds outside the library; a
// paper for which a file is attached stays had. What a received dossier has not
// been reopened for cannot be changed.
func KeepPapers(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, have []PaperKind) error {
	n, _, err := held(ctx, tx, by, access.Nominate, id)
	if err != nil {
		return err
	}
	if !n.Status.MayBecome(Passed) {
		return notNow(n)
	}
	files, err := AttachedTo(ctx, tx, id)
	if err != nil {
		return err
	}
	for _, a := range files {
		have = append(have, a.Kind)
	}
	had := n.Papers
	n.Papers = slices.Compact(slices.Sorted(slices.Values(have)))
	for _, k := range PaperKinds {
		if slices.Contains(had, k) != slices.Contains(n.Papers, k) {
			if err := n.open(Part(k)); err != nil {
				return err
			}
		}
	}
	if err := Check(n); err != nil {
		return err
	}
	if err := update(ctx, tx, n); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.Nominate, "nomination:"+n.ID, map[string]any{"papers": n.Papers})
}

// Withdraw takes a nomination back before the council has judged it. It stays
// on record with its reason and takes no place of the quota.
func Withdraw(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, reason string) error {
	n, _, err := held(ctx, tx, by, access.Nominate, id)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &reason}); err != nil {
		return err
	}
	if reason == "" {
		return refusal.Field("reason", "Rút đề nghị thì phải ghi lý do.")
	}
	n.Note = reason
	return become(ctx, tx, by, day, n, Withdrawn, n.Decision)
}
