package voting

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/journal"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Record puts a vote on record with its outcome and returns its id. A vote of
// the cluster takes what it does not say itself from the rules the members
// signed, and its establishment from the roster of the year.
func Record(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, v Vote) (string, error) {
	v, err := v.cleaned()
	if err != nil {
		return "", err
	}
	s, err := season.ByID(ctx, tx, v.Season)
	if err != nil {
		return "", err
	}
	if err := season.Permit(by, access.RecordVote, "", s); err != nil {
		return "", err
	}
	if err := s.NotClosed("biểu quyết"); err != nil {
		return "", err
	}
	if v.Body == Cluster {
		if v, err = v.ofCluster(ctx, tx, s); err != nil {
			return "", err
		}
	}
	if err := Check(v); err != nil {
		return "", err
	}
	if err := checkPlace(ctx, tx, v); err != nil {
		return "", err
	}
	if v.ID == "" {
		v.ID = store.NewID()
	}
	if err := insert(ctx, tx, v); err != nil {
		return "", err
	}
	return v.ID, journal.Record(ctx, tx, by, day, access.RecordVote, "vote:"+v.ID, v)
}

// ofCluster completes the vote from the signed rules and the roster, and
// refuses voters whom the roster does not know.
func (v Vote) ofCluster(ctx context.Context, tx *store.Tx, s season.Season) (Vote, error) {
	rules, err := season.RulesOf(ctx, tx, s.ID)
	if err != nil {
		return v, err
	}
	v = v.Under(rules.Ballot)
	if v.Round > rules.Ballot.Rounds && rules.Ballot.Rounds > 0 {
		return v, refusal.Field("round", fmt.Sprintf("Bộ quy tắc của cụm chỉ cho bỏ phiếu %d vòng.", rules.Ballot.Rounds))
	}
	roster, err := cluster.Roster(ctx, tx, s.Cluster, s.Label)
	if err != nil {
		return v, err
	}
	members := s.Members(len(roster))
	switch {
	case members == 0:
	case v.Establishment == nil:
		v.Establishment = &members
	case *v.Establishment != members:
		return v, refusal.Field("establishment", fmt.Sprintf("Cụm có %d đơn vị thành viên, nhưng cuộc biểu quyết ghi tổng số %d.", members, *v.Establishment))
	}
	for i, b := range v.Roll {
		if !slices.ContainsFunc(roster, func(m cluster.Member) bool { return m.Unit == b.Unit }) {
			return v, refusal.Field(fmt.Sprintf("roll[%d].unit", i), fmt.Sprintf("Người được gọi tên thứ %d không phải đơn vị thành viên của cụm năm %s.", i+1, s.Label))
		}
	}
	return v, nil
}

// Under completes the vote with the ballot rule of the season; what the vote
// says itself stands.
func (v Vote) Under(b season.Ballot) Vote {
	if v.Method == "" {
		v.Method = Method(b.Method)
	}
	if v.Denominator == "" {
		v.Denominator = Denominator(b.Denominator)
	}
	if !v.Threshold.Known() {
		v.Threshold, v.Strict = b.Threshold, b.Strict
	}
	if !v.Quorum.Known() {
		v.Quorum = b.Quorum
	}
	return v
}

// checkPlace refuses a conference of another year, candidates that are not on
// record, and a question that was already decided.
func checkPlace(ctx context.Context, tx *store.Tx, v Vote) error {
	if v.Conference != "" {
		if err := checkConference(ctx, tx, v); err != nil {
			return err
		}
	}
	if err := checkCandidates(ctx, tx, v.Options); err != nil {
		return err
	}
	n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM vote WHERE season_id = $1 AND question_key = $2 AND ballot_round = $3`, v.Season, key(v.Question), v.Round)
	if err == nil && n > 0 {
		return refusal.New(refusal.Conflict, fmt.Sprintf("Nội dung “%s” đã được ghi biểu quyết; bỏ phiếu lại thì ghi là vòng sau.", v.Question))
	}
	return err
}

func checkConference(ctx context.Context, tx *store.Tx, v Vote) error {
	of, err := store.One(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT season_id FROM conference WHERE id = $1`, v.Conference)
	switch {
	case errors.Is(err, store.ErrNone):
		return refusal.New(refusal.NotFound, "Không có hội nghị này.")
	case err == nil && of != v.Season:
		return refusal.Field("conference", "Hội nghị này không thuộc năm thi đua của cuộc biểu quyết.")
	}
	return err
}

func checkCandidates(ctx context.Context, tx *store.Tx, options []Option) error {
	var ids []string
	for _, o := range options {
		if o.Candidate != "" {
			ids = append(ids, o.Candidate)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	known, err := org.ByIDs(ctx, tx, ids, vi.Day{})
	if err != nil {
		return err
	}
	for i, o := range options {
		if _, ok := known[o.Candidate]; o.Candidate != "" && !ok {
			return refusal.Field(fmt.Sprintf("options[%d].candidate", i), "Đơn vị này không có trong danh mục.")
		}
	}
	return nil
}
