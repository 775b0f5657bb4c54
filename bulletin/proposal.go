package bulletin

import (
	"fmt"
	"strings"

	"thidua/dossier"
	"thidua/vi"
	"thidua/voting"
)

// proposal is nominations told in one sentence: the same title, reason and
// outcome.
type proposal struct {
	first      dossier.Nomination
	candidates []string
	outsiders  []string
}

// nominations tell who was proposed for what and why; persons and households
// only after the award was decided.
func (w writer) nominations() (all []Line) {
	var groups []*proposal
	for _, n := range w.Nominations {
		if n.CandidateKind != dossier.Collective && n.Status != dossier.Decided {
			continue
		}
		p := find(groups, n)
		if p == nil {
			p = &proposal{first: n}
			groups = append(groups, p)
		}
		p.candidates = append(p.candidates, w.Candidate(n))
		if w.Outside(n) {
			p.outsiders = append(p.outsiders, w.Candidate(n))
		}
	}
	for _, p := range groups {
		var l Line
		l.add(w.proposed(*p), p.first.Sample, "nomination:"+p.first.ID)
		if len(p.outsiders) > 0 {
			l.add(vi.UpperFirst(vi.JoinAnd(p.outsiders))+" không phải đơn vị thành viên của cụm.", p.first.Sample, "nomination:"+p.first.ID)
		}
		all = append(all, l)
	}
	return append(all, paragraphs(w.votes())...)
}

func find(groups []*proposal, n dossier.Nomination) *proposal {
	for _, p := range groups {
		if p.first.Title == n.Title && p.first.Reason == n.Reason && p.first.Status == n.Status && p.first.Sample == n.Sample && p.first.Decision == n.Decision {
			return p
		}
	}
	return nil
}

// proposed is the sentence of a proposal by how far it has come.
func (w writer) proposed(p proposal) string {
	what := fmt.Sprintf("%s cho %s", strings.TrimRight(p.first.Title, ". "), vi.JoinAnd(p.candidates))
	if p.first.Reason != "" {
		what += " vì " + vi.LowerFirst(strings.TrimRight(p.first.Reason, ". "))
	}
	switch p.first.Status {
	case dossier.Endorsed:
		how := "suy tôn"
		if w.agreed(p.first.Vote) {
			how = "thống nhất suy tôn"
		}
		return "Các đơn vị " + how + ", đề nghị tặng " + what + "."
	case dossier.NotEndorsed:
		return "Các đơn vị không suy tôn đề nghị tặng " + what + "."
	case dossier.Passed:
		return "Hội đồng thông qua việc đề nghị tặng " + what + "."
	case dossier.Cut:
		return "Hội đồng không thông qua việc đề nghị tặng " + what + "."
	case dossier.Decided:
		return w.decided(p, what)
	}
	return "Đề nghị tặng " + what + "."
}

func (w writer) decided(p proposal, what string) string {
	d := p.first.Decision
	text := "đã tặng " + what
	if d.By != "" {
		text = d.By + " " + text
	}
	if d.Number != "" {
		text += " (Quyết định số " + d.Number
		if !d.Day.IsZero() {
			text += " ngày " + d.Day.Short()
		}
		text += ")"
	}
	return vi.UpperFirst(text) + "."
}

// agreed reports a vote at which all agreed.
func (w writer) agreed(id string) bool {
	for _, v := range w.Votes {
		if v.ID == id && id != "" {
			r := v.Result()
			return v.Unanimous || v.Method == voting.Consensus && v.Objections == "" && r.Passed != nil && *r.Passed
		}
	}
	return false
}
