package bulletin

import (
	"fmt"
	"strings"

	"thidua/dossier"
	"thidua/exact"
	"thidua/vi"
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

// votes give the arithmetic of the votes that were counted.
func (w writer) votes() (l Line) {
	withheld := dossier.Withheld(w.Votes, w.Nominations)
	for _, v := range w.Votes {
		if withheld[v.ID] {
			continue
		}
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
