package bulletin

import (
	"fmt"
	"strings"

	"thidua/exact"
	"thidua/exemplar"
	"thidua/movement"
	"thidua/season"
	"thidua/target"
	"thidua/vi"
)

// notes adds the year's notes of one kind as sentences.
func (w writer) notes(l *Line, kind season.NoteKind) {
	for _, n := range w.NotesOf(kind) {
		text := n.Text
		if stress := stressed[kind]; n.Key && stress != "" {
			text = stress + vi.LowerFirst(text)
		}
		l.add(ended(text), n.Sample, "note:"+n.ID)
	}
}

// stressed is how a report leads into what its source stresses.
var stressed = map[season.NoteKind]string{season.Achievement: "Đặc biệt, ", season.Finding: "Đáng quan tâm là "}

// movements name every movement, tell what came of each, and what else was
// achieved.
func (w writer) movements() (all []Line) {
	var named, results, achieved Line
	for i, m := range w.Movements {
		text := "; “" + m.Name + "”"
		if i == 0 {
			text = "Trong năm, các đơn vị thực hiện các phong trào thi đua: “" + m.Name + "”"
		}
		named = append(named, Run{Text: text, Sample: m.Sample, Origin: "movement:" + m.ID})
		if m.Results != "" {
			results.add(fmt.Sprintf("Phong trào “%s” đã có kết quả: %s.", m.Name, vi.LowerFirst(strings.TrimRight(m.Results, ". "))), m.Sample, "movement:"+m.ID)
		}
		for _, r := range m.Reviews {
			results.add(reviewed(m, r), r.Sample, "movement:"+m.ID)
		}
	}
	if len(named) > 0 {
		named[len(named)-1].Text += "."
	}
	w.notes(&achieved, season.Achievement)
	for _, l := range []Line{named, results, achieved} {
		all = append(all, paragraphs(l)...)
	}
	return all
}

func reviewed(m movement.Movement, r movement.Review) string {
	when := ""
	if !r.On.IsZero() {
		when = " ngày " + r.On.Short()
	}
	return fmt.Sprintf("%s phong trào “%s”%s: %s", r.Kind.Label(), m.Name, when, ended(r.Text))
}

// figures are the counts that reports give of the year, as they print them.
func (w writer) figures() (list []Line) {
	for _, f := range w.Figures {
		text := f.Name + ": " + f.Count.Figure(exact.HalfUp, 6)
		if f.Of.Known() {
			text += "/" + f.Of.Figure(exact.HalfUp, 6)
		}
		if f.Printed != "" {
			text += " (" + strings.TrimSpace(strings.TrimSuffix(f.Printed, "%")) + " %)"
		}
		list = append(list, Line{{Text: vi.UpperFirst(text), Sample: f.Sample, Origin: "season:" + w.Season.ID}})
	}
	return list
}

// exemplars are those made public, with who took them up.
func (w writer) exemplars() (all []Line) {
	for _, e := range exemplar.PublicOf(w.Exemplars) {
		var l Line
		l.add(ended(w.exemplar(e)), e.Sample, "exemplar:"+e.ID)
		all = append(all, paragraphs(l)...)
	}
	return all
}

func (w writer) exemplar(e exemplar.Exemplar) string {
	story := strings.TrimRight(e.Story, ". ")
	if e.Kind == exemplar.Statement {
		return story
	}
	text := joined(": ", e.Name, vi.LowerFirst(story))
	var who []string
	for _, a := range e.Adoptions {
		who = append(who, w.InSentence(a.Unit)+a.By)
	}
	if len(who) > 0 {
		text += "; được " + vi.JoinAnd(who) + " học tập, làm theo"
	}
	return text
}

// findings are the limits the members admitted.
func (w writer) findings() (l Line) {
	w.notes(&l, season.Finding)
	return l
}

// tasks are what is to be done next year, with whoever must and by when.
func (w writer) tasks() (list []Line) {
	for _, n := range w.NotesOf(season.Task) {
		text := strings.TrimRight(n.Text, ". ")
		due := ""
		if !n.Due.IsZero() {
			due = "trước ngày " + n.Due.Short()
		}
		if more := joined(", ", w.InSentence(n.Owner), n.OwnerText, due); more != "" {
			text += " (" + more + ")"
		}
		list = append(list, Line{{Text: text, Sample: n.Sample, Origin: "note:" + n.ID}})
	}
	return list
}

// terms sums up where the targets of the term stand.
func (w writer) terms() (l Line) {
	all := target.AssessAll(w.Indicators, w.Season.Year)
	if len(all) == 0 {
		return nil
	}
	var counts []string
	sample := false
	for _, class := range []target.Class{target.Done, target.NearMet, target.Hard, target.Missed, target.Unknown} {
		n := 0
		for _, a := range all {
			sample = sample || a.Sample
			if a.Class == class {
				n++
			}
		}
		if n > 0 {
			counts = append(counts, fmt.Sprintf("%d %s", n, vi.LowerFirst(class.Label())))
		}
	}
	l.add(fmt.Sprintf("Trong %d chỉ tiêu của cả nhiệm kỳ có %s.", len(all), vi.JoinAnd(counts)), sample, "target:"+w.Season.ID)
	return l
}
