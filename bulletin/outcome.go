package bulletin

import (
	"fmt"
	"strings"

	"thidua/dossier"
	"thidua/exact"
	"thidua/vi"
	"thidua/voting"
	"thidua/yearbook"
)

// speeches tell who spoke on what at the closing conference.
func (w writer) speeches() (l Line) {
	for _, s := range w.conference.Speeches {
		l.add(ended(w.Speaker(s)+" "+yearbook.Spoke(s)), s.Sample || w.conference.Sample, "conference:"+w.conference.ID)
	}
	return l
}

func (w writer) conclusions() (list []Line) {
	for _, text := range w.conference.Conclusions {
		list = append(list, Line{w.ofConference(strings.TrimRight(text, ". "))})
	}
	return list
}

// ranking is the places with their points, as far as known.
func (w writer) ranking() (list []Line) {
	for _, s := range w.Ranking() {
		text := w.Name(s.Unit)
		if s.Rank > 0 {
			text = fmt.Sprintf("Thứ %d: %s", s.Rank, text)
		}
		if s.Points.Known() {
			text += ", " + s.Points.Figure(exact.HalfUp, 2) + " điểm"
		}
		list = append(list, Line{{Text: joined(", ", text, vi.LowerFirst(s.Band)), Sample: s.Sample, Origin: "standing:" + s.Unit}})
	}
	return list
}

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
		if !n.Member && n.CandidateKind == dossier.Collective && len(w.Members) > 0 {
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

// votes give the arithmetic of the votes that were counted.
func (w writer) votes() (l Line) {
	for _, v := range w.Votes {
		var parts []string
		for _, o := range v.Result().Options {
			if o.Words != "" {
				parts = append(parts, o.Label+": "+strings.TrimRight(o.Words, "."))
			}
		}
		if len(parts) > 0 {
			l.add(strings.TrimRight(v.Question, ". ")+": "+strings.Join(parts, "; ")+".", v.Sample, "vote:"+v.ID)
		}
	}
	return l
}

// tallies are a council's numbers.
func (w writer) tallies() (list []Line) {
	for _, t := range w.Tallies {
		text := joined(", ", t.Title, vi.LowerFirst(t.CandidateKind.Label())) + ":"
		if t.Proposed != nil {
			text += " đề nghị " + vi.FormatInt(int64(*t.Proposed))
		}
		if t.Proposed != nil && t.Passed != nil {
			text += ","
		}
		if t.Passed != nil {
			text += " thông qua " + vi.FormatInt(int64(*t.Passed))
		}
		list = append(list, Line{{Text: text, Sample: t.Sample, Origin: "tally:" + t.ID}})
	}
	return list
}

// election is whom the members chose to lead next year.
func (w writer) election() (l Line) {
	e := w.Season.Elected
	word := "cụm"
	if strings.HasPrefix(vi.Fold(w.Cluster.Name), "khoi") {
		word = "khối"
	}
	var parts []string
	if e.Head != "" {
		parts = append(parts, w.InSentence(e.Head)+" làm trưởng "+word)
	}
	if e.Deputy != "" {
		parts = append(parts, w.InSentence(e.Deputy)+" làm phó trưởng "+word)
	}
	if len(parts) > 0 {
		l.add(fmt.Sprintf("Năm %s, %s.", w.NextLabel(), strings.Join(parts, ", ")), e.Sample, "season:"+w.Season.ID)
	}
	return l
}

// otherConferences are the year's other meetings that were held.
func (w writer) otherConferences() (l Line) {
	for _, c := range w.Conferences {
		if c.ID != w.conference.ID && c.Held {
			l.add(w.held(c), c.Sample, "conference:"+c.ID)
		}
	}
	return l
}
