package dossier

import (
	"context"
	"fmt"

	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// endorse settles where the nomination stands after its vote. A candidate who
// failed the vote goes no further.
func (n *Nomination) endorse(ctx context.Context, tx *store.Tx) error {
	if n.Vote == "" {
		if n.Status == "" {
			n.Status = Proposed
		}
		return nil
	}
	v, err := n.voteOf(ctx, tx, n.Vote)
	if err != nil {
		return err
	}
	passed, err := n.outcome(v)
	if err != nil {
		return err
	}
	return n.follow(passed, v)
}

// voteOf reads a vote of the nomination's own year.
func (n Nomination) voteOf(ctx context.Context, tx *store.Tx, id string) (voting.Vote, error) {
	v, err := voting.ByID(ctx, tx, id)
	switch {
	case refusal.Is(err, refusal.NotFound):
		return v, refusal.Field("vote", "Không có cuộc biểu quyết này.")
	case err == nil && v.Season != n.Season:
		return v, refusal.Field("vote", "Cuộc biểu quyết này không thuộc năm thi đua của đề nghị.")
	}
	return v, err
}

// outcome is what the vote says of this candidate; nil when it does not tell.
func (n *Nomination) outcome(v voting.Vote) (*bool, error) {
	r := v.Result()
	for _, o := range r.Options {
		if o.Candidate != "" && o.Candidate == n.CandidateUnit || vi.SpellingKey(o.Label) == vi.SpellingKey(n.CandidateName) {
			return o.Passed, nil
		}
	}
	if len(r.Options) > 1 {
		return nil, refusal.Field("vote", fmt.Sprintf("Cuộc biểu quyết “%s” không có %s.", v.Question, inSentence(n.CandidateName)))
	}
	return r.Passed, nil
}

func (n *Nomination) follow(passed *bool, v voting.Vote) error {
	switch {
	case passed == nil:
		n.Findings = append(n.Findings, Finding{Sentence: fmt.Sprintf("Kết quả biểu quyết “%s” không đủ số liệu để kết luận.", v.Question), Mark: FromRecord})
		if n.Status == "" {
			n.Status = Proposed
		}
	case !*passed && n.Status != NotEndorsed:
		return refusal.New(refusal.Unsatisfied, fmt.Sprintf("%s không được suy tôn nên không đề nghị được. %s", vi.UpperFirst(n.CandidateName), v.Result().Words))
	case *passed && n.Status == NotEndorsed:
		return refusal.Field("status", fmt.Sprintf("%s đã được suy tôn, không thể ghi là không được suy tôn.", vi.UpperFirst(n.CandidateName)))
	case n.Status == "":
		n.Status = Endorsed
	}
	return nil
}

// inSentence is a unit's name in the middle of a sentence: "huyện Con Cuông".
func inSentence(name string) string {
	if kind, _ := vi.SplitUnitName(name); kind == "" {
		return name
	}
	return vi.LowerFirst(name)
}
