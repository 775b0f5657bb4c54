package dossier

import (
	"context"
	"errors"

	"thidua/refusal"
	"thidua/store"
)

// row is a Nomination as its columns hold it.
type row struct {
	Nomination
	path     store.JSON[[]string]
	decision store.JSON[Decision]
	papers   store.JSON[[]PaperKind]
	findings store.JSON[[]Finding]
	parts    store.JSON[[]Part]
}

const selected = `SELECT id, season_id, COALESCE(candidate_unit, ''), candidate_name, candidate_kind, member, reason,
	COALESCE(proposed_by, ''), title, title_code, path, COALESCE(vote_id, ''), status, decision, papers, findings, illustrative,
	council_vote, note, place, received_on, regime, regime_reason, due_on, due_rule, open_parts, law_known, category FROM nomination`

func (r *row) into() []any {
	return []any{&r.ID, &r.Season, &r.CandidateUnit, &r.CandidateName, &r.CandidateKind, &r.Member, &r.Reason,
		&r.ProposedBy, &r.Title, &r.TitleCode, &r.path, &r.Vote, &r.Status, &r.decision, &r.papers, &r.findings, &r.Sample,
		&r.CouncilVote, &r.Note, &r.Place, &r.ReceivedOn, &r.Regime, &r.RegimeReason, &r.DueOn, &r.DueRule, &r.parts, &r.LawKnown, &r.Category}
}

func (r row) nomination() Nomination {
	n := r.Nomination
	n.Path, n.Decision, n.Papers, n.Findings = r.path.V, r.decision.V, r.papers.V, r.findings.V
	n.OpenParts = r.parts.V
	return n
}

// ByID returns the nomination, or a refusal of kind NotFound.
func ByID(ctx context.Context, tx *store.Tx, id string) (Nomination, error) {
	r, err := store.One(ctx, tx, (*row).into, selected+` WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return Nomination{}, refusal.New(refusal.NotFound, "Không có đề nghị khen thưởng này.")
	}
	return r.nomination(), err
}

// OfSeason returns the season's nominations as they were recorded, without
// those that were withdrawn. One statement.
func OfSeason(ctx context.Context, tx *store.Tx, seasonID string) ([]Nomination, error) {
	return list(ctx, tx, ` WHERE season_id = $1 AND status <> 'withdrawn' ORDER BY id`, seasonID)
}

// Ever returns the season's nominations, those that were withdrawn included.
// One statement.
func Ever(ctx context.Context, tx *store.Tx, seasonID string) ([]Nomination, error) {
	return list(ctx, tx, ` WHERE season_id = $1 ORDER BY id`, seasonID)
}

func list(ctx context.Context, tx *store.Tx, where string, args ...any) ([]Nomination, error) {
	rows, err := store.All(ctx, tx, (*row).into, selected+where, args...)
	all := make([]Nomination, len(rows))
	for i, r := range rows {
		all[i] = r.nomination()
	}
	return all, err
}

// update writes what may change of a nomination once it is on record.
func update(ctx context.Context, tx *store.Tx, n Nomination) error {
	_, err := tx.Exec(ctx, `UPDATE nomination SET status = $1, decision = $2, vote_id = NULLIF(CAST($3 AS text), ''), papers = $4,
		findings = $5, council_vote = $6, note = $7 WHERE id = $8`,
		n.Status, store.Text(n.Decision), n.Vote, store.Text(n.Papers), store.Text(n.Findings), n.CouncilVote, n.Note, n.ID)
	return err
}

// insert writes new nominations.
func insert(ctx context.Context, tx *store.Tx, list []Nomination) error {
	rows := make([][]any, len(list))
	for i, n := range list {
		rows[i] = []any{n.ID, n.Season, known(n.CandidateUnit), n.CandidateName, n.CandidateKind, n.Member, n.Reason, known(n.ProposedBy), n.Title,
			titleKey(n.Title), n.TitleCode, store.Text(n.Path), known(n.Vote), n.Status, store.Text(n.Decision), store.Text(n.Papers), store.Text(n.Findings), n.Sample, n.Category}
	}
	return store.Insert(ctx, tx, `nomination (id, season_id, candidate_unit, candidate_name, candidate_kind, member, reason,
		proposed_by, title, title_key, title_code, path, vote_id, status, decision, papers, findings, illustrative, category)`, rows)
}

// known is the id of something on record, NULL for none.
func known(id string) any {
	if id == "" {
		return nil
	}
	return id
}

// Tallies returns what the season's council reported as numbers only, as they
// were recorded. One statement.
func Tallies(ctx context.Context, tx *store.Tx, seasonID string) ([]Tally, error) {
	return store.All(ctx, tx, func(t *Tally) []any {
		return []any{&t.ID, &t.Season, &t.Title, &t.TitleCode, &t.CandidateKind, &t.Proposed, &t.Passed, &t.Sample}
	}, `SELECT id, season_id, title, title_code, candidate_kind, proposed, passed, illustrative
		FROM nomination_tally WHERE season_id = $1 ORDER BY id`, seasonID)
}
