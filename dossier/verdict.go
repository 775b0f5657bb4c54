package dossier

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"thidua/refusal"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// fix settles the regime under which the dossier is received: that of the day,
// or a more favourable one with a reason; and returns what it says, as JSON.
func (n *Nomination) fix(ctx context.Context, tx *store.Tx, m *Move, chosen string) (string, error) {
	if n.TitleCode == "" {
		return "", nil // a title of another body: its own rules say what it needs
	}
	own, ok := rulebook.RegimeOn(m.On)
	if !ok {
		return "", refusal.Field("on", fmt.Sprintf("Chương trình không có quy định nào cho ngày %s.", m.On.Short()))
	}
	n.LawKnown = tx.Now
	c, err := CaseOf(ctx, tx, *n, m.On)
	if err != nil {
		return "", err
	}
	r, v := own, c.Under(own)
	if chosen != "" && chosen != own.ID {
		if r, v, err = c.preferred(chosen, own, m); err != nil {
			return "", err
		}
		n.RegimeReason = m.Reason
	}
	n.Regime = r.ID
	if err := receivable(r, v, *m); err != nil {
		return "", err
	}
	body, err := json.Marshal(v)
	return string(body), err
}

// preferred is another regime than the day's own, chosen for a reason; it must
// not be worse for the candidate.
func (c Case) preferred(chosen string, own rulebook.Regime, m *Move) (rulebook.Regime, rulebook.Verdict, error) {
	r, ok := rulebook.RegimeByID(chosen)
	v := c.Under(r)
	switch {
	case !ok:
		return r, v, refusal.Field("regime", "Chọn quy định trong danh sách.")
	case m.On.Before(r.From):
		return r, v, refusal.Field("regime", fmt.Sprintf("%s chưa có hiệu lực ngày %s.", r.Name, m.On.Short()))
	case m.Reason == "":
		return r, v, refusal.Field("reason", "Chọn quy định khác quy định của ngày tiếp nhận thì phải ghi vì sao có lợi hơn.")
	case favour(v.Answer) < favour(c.Under(own).Answer):
		return r, v, refusal.Field("regime", "Quy định được chọn không có lợi hơn cho người được đề nghị.")
	}
	return r, v, nil
}

// favour orders answers by how good they are for the candidate.
func favour(a rulebook.Answer) int {
	return map[rulebook.Answer]int{rulebook.No: 0, rulebook.Unknown: 1, rulebook.Yes: 2}[a]
}

// receivable refuses what a verified condition says no to, naming each; and what
// the program cannot judge for want of the law's text, unless the officer says
// why and on which document they decide.
func receivable(r rulebook.Regime, v rulebook.Verdict, m Move) error {
	switch {
	case !r.Loaded && (m.Reason == "" || m.Number == ""):
		return refusal.Field("number", fmt.Sprintf("Chưa có nguyên văn %s nên chương trình không tự xét: người tiếp nhận quyết định thì ghi lý do và số văn bản.", vi.LowerFirst(r.Name)))
	case v.Answer == rulebook.No:
		return refusal.New(refusal.Unsatisfied, "Không đủ điều kiện nên không tiếp nhận được. "+strings.Join(Against(v), " "))
	}
	return nil
}

// Against are the verified conditions that a candidate does not meet, each with
// its article and what would change it.
func Against(v rulebook.Verdict) (all []string) {
	for _, f := range v.Findings {
		if f.Answer == rulebook.No {
			all = append(all, fmt.Sprintf("%s (%s).", strings.TrimSuffix(f.Sentence, "."), f.Cite))
		}
	}
	for _, c := range v.Changes {
		all = append(all, vi.UpperFirst(strings.TrimSuffix(c, "."))+".")
	}
	return all
}

// notRefused refuses a dossier that never went on its way when a verified
// condition of the day's law says no to it.
func (n Nomination) notRefused(ctx context.Context, tx *store.Tx, day vi.Day) error {
	s, err := season.ByID(ctx, tx, n.Season)
	if err != nil {
		return err
	}
	r, ok := rulebook.RegimeOn(received(s, day))
	if !ok || n.TitleCode == "" || !r.Loaded {
		return nil
	}
	v, err := JudgeNomination(ctx, tx, n, r, day)
	if err == nil && v.Answer == rulebook.No {
		return refusal.New(refusal.Unsatisfied, "Không đủ điều kiện. "+strings.Join(Against(v), " "))
	}
	return err
}
