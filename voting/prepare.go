package voting

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Prepare puts a question down to be voted on later and returns its id: the
// question, the options, the round, the seats and the conference. With the ID of
// one that is not opened yet it rewrites it. A vote of the cluster is taken as
// the rules its members signed say; where they say nothing, and in a council,
// it is taken as v says.
func Prepare(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, v Vote) (string, error) {
	v, err := v.asked().cleaned()
	if err != nil {
		return "", err
	}
	s, err := season.ByID(ctx, tx, v.Season)
	if err != nil {
		return "", err
	}
	if err := mayRecord(by, s, v.Body); err != nil {
		return "", err
	}
	if v, err = v.byRule(ctx, tx, s); err != nil {
		return "", err
	}
	if err := v.checkAsked(); err != nil {
		return "", err
	}
	if err := checkPlace(ctx, tx, v); err != nil {
		return "", err
	}
	if err := checkRound(ctx, tx, v); err != nil {
		return "", err
	}
	if v.ID == "" {
		v.ID = store.NewID()
	} else if _, err := rewritable(ctx, tx, v); err != nil {
		return "", err
	}
	v.Sample = s.Sample
	if err := savePoll(ctx, tx, Poll{Vote: v, State: Prepared}); err != nil {
		return "", err
	}
	return v.ID, journal.Record(ctx, tx, by, day, access.RecordVote, "poll:"+v.ID, map[string]any{"step": Preparation, "vote": v})
}

// asked is what may be said of a vote before it is taken.
func (v Vote) asked() Vote {
	options := make([]Option, len(v.Options))
	for i, o := range v.Options {
		options[i] = Option{Label: o.Label, Candidate: o.Candidate}
	}
	return Vote{ID: v.ID, Season: v.Season, Conference: v.Conference, Question: v.Question, Round: v.Round, Method: v.Method, Body: v.Body,
		Options: options, Denominator: v.Denominator, Threshold: v.Threshold, Strict: v.Strict, Quorum: v.Quorum, Seats: v.Seats, Personal: v.Personal}
}

// mayRecord is the permission to take a vote of that body.
func mayRecord(by access.Actor, s season.Season, body Body) error {
	if err := season.Permit(by, access.RecordVote, "", s); err != nil {
		return err
	}
	if body == Council && by.Role == access.ClusterHead {
		return refusal.By("council_vote", "Biểu quyết của Hội đồng do thư ký hội đồng hoặc cơ quan thường trực ghi.")
	}
	return nil
}

// byRule puts the signed rule in the place of whatever the form said; a council
// votes by a rule of its own.
func (v Vote) byRule(ctx context.Context, tx *store.Tx, s season.Season) (Vote, error) {
	if v.Body != Cluster {
		return v, nil
	}
	rules, err := season.RulesOf(ctx, tx, s.ID)
	if err != nil {
		return v, err
	}
	b := rules.Ballot
	if b.Method != "" {
		v.Method = Method(b.Method)
	}
	if b.Denominator != "" {
		v.Denominator = Denominator(b.Denominator)
	}
	if b.Threshold.Known() {
		v.Threshold, v.Strict = b.Threshold, b.Strict
	}
	if b.Quorum.Known() {
		v.Quorum = b.Quorum
	}
	if b.Rounds > 0 && v.Round > b.Rounds {
		return v, refusal.Field("round", fmt.Sprintf("Bộ quy tắc của cụm chỉ cho bỏ phiếu %d vòng.", b.Rounds))
	}
	return v, nil
}

// mostOptions bounds what one ballot may ask.
const mostOptions = 60

// checkAsked refuses what cannot be put to the vote.
func (v Vote) checkAsked() error {
	k := &check{Vote: v}
	k.words()
	k.rule()
	k.options()
	switch {
	case len(v.Options) == 0:
		k.add("options[0].label", "Chưa ghi nội dung hoặc người được lấy phiếu.")
	case v.Options[0].Label == "":
		k.add("options[0].label", "Phương án thứ 1 chưa có tên.")
	}
	if len(v.Options) > mostOptions {
		k.add("options", "Một lần lấy phiếu không quá %d nội dung.", mostOptions)
	}
	if v.Seats > len(v.Options) {
		k.add("seats", "Chỉ có %d nội dung trên phiếu, không thể chọn %d.", len(v.Options), v.Seats)
	}
	if v.Body == Council && v.Method != Paper {
		k.add("method", "Hội đồng bỏ phiếu kín trên giấy.")
	}
	if v.Body == Cluster && v.Conference == "" {
		k.add("conference", "Chọn hội nghị: số có mặt lấy từ điểm danh của hội nghị.")
	}
	return errors.Join(k.faults...)
}

// checkRound refuses a round that another vote already holds; one cancelled
// before anybody voted holds none.
func checkRound(ctx context.Context, tx *store.Tx, v Vote) error {
	others, err := polls(ctx, tx, ` WHERE season_id = $1 AND question_key = $2 AND ballot_round = $3 AND id <> $4`, v.Season, key(v.Question), v.Round, v.ID)
	if err != nil {
		return err
	}
	for _, p := range others {
		if p.State != Cancelled || p.counts() {
			return refusal.Field("round", fmt.Sprintf("Nội dung này đã có vòng %d; bỏ phiếu lại thì ghi là vòng sau.", v.Round))
		}
	}
	return nil
}

// counts reports whether the vote came to counts.
func (p Poll) counts() bool { return p.counted().anyCount() }

func rewritable(ctx context.Context, tx *store.Tx, v Vote) (Poll, error) {
	p, err := PollByID(ctx, tx, v.ID)
	switch {
	case err != nil:
		return p, err
	case p.Season != v.Season:
		return p, refusal.New(refusal.NotFound, "Không có cuộc biểu quyết này.")
	}
	return p, p.step(Preparation)
}

// step refuses what cannot be done to the vote as it stands.
func (p Poll) step(s Step) error {
	if p.State.May(s) {
		return nil
	}
	return refusal.New(refusal.Closed, fmt.Sprintf("Cuộc biểu quyết đang ở trạng thái “%s” nên không %s được.", p.State.Label(), stepWords[s]))
}

// stepWords are the steps after "không".
var stepWords = map[Step]string{
	Preparation: "sửa",
	Opening:     "mở",
	Calling:     "ghi ý kiến",
	Counting:    "nhập số phiếu",
	TieBreak:    "phân định ngang phiếu",
	Cancelling:  "hủy",
}
