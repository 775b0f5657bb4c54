package paper

import (
	"strings"
	"unicode"

	"thidua/document"
	"thidua/exemplar"
	"thidua/season"
	"thidua/vi"
	"thidua/yearbook"
)

// heard is what was laid before the conference: its programme, the reports and
// the papers.
func (o occasion) heard() (blocks []document.Block) {
	c := o.conference
	for _, a := range c.Agenda {
		text := bare(a.Content)
		if a.Who != "" {
			text += " (" + a.Who + ")"
		}
		blocks = append(blocks, bullet(a.Sample, text))
	}
	for _, r := range c.Reports {
		blocks = append(blocks, bullet(o.conference.Sample, "Hội nghị nghe "+vi.LowerFirst(r)))
	}
	for _, p := range c.Papers {
		blocks = append(blocks, bullet(o.conference.Sample, "Tài liệu: "+p))
	}
	return blocks
}

// notes are the notes of one kind, each with whoever must act and by when.
func (o occasion) notes(kind season.NoteKind) (blocks []document.Block) {
	for _, n := range o.NotesOf(kind) {
		owner := joined("", o.InSentence(n.Owner), n.OwnerText)
		due := ""
		if !n.Due.IsZero() {
			due = "hoàn thành trước ngày " + n.Due.Short()
		}
		text := n.Text
		if more := joined("; ", owner, due); more != "" {
			text = bare(text) + " (" + more + ")"
		}
		blocks = append(blocks, bullet(n.Sample, text))
	}
	return blocks
}

func (o occasion) situation() []document.Block {
	blocks := o.notes(season.Context)
	if o.Cluster.About != "" {
		blocks = append([]document.Block{bullet(o.Cluster.Sample, o.Cluster.About)}, blocks...)
	}
	return blocks
}

func (o occasion) limitations() []document.Block { return o.notes(season.Finding) }
func (o occasion) tasks() []document.Block       { return o.notes(season.Task) }

// exemplars are the year's điển hình; a person not yet made public is left out.
func (o occasion) exemplars() (blocks []document.Block) {
	for _, e := range o.Exemplars {
		e = e.Shown()
		text := e.Story
		if e.Kind != exemplar.Statement && e.Name != "" {
			text = joined(": ", e.Name, vi.LowerFirst(e.Story))
		}
		if text == "" {
			continue
		}
		if taken := o.takenUpBy(e); taken != "" {
			text = bare(text) + "; được " + taken + " học tập, làm theo"
		}
		blocks = append(blocks, bullet(e.Sample, text))
	}
	return blocks
}

// takenUpBy names who took the exemplar up; for a statement it says no more
// than the statement itself.
func (o occasion) takenUpBy(e exemplar.Exemplar) string {
	if e.Kind == exemplar.Statement {
		return ""
	}
	var who []string
	for _, a := range e.Adoptions {
		who = append(who, joined("", o.InSentence(a.Unit), a.By))
	}
	return vi.JoinAnd(who)
}

// speeches tell who spoke on what.
func (o occasion) speeches() (blocks []document.Block) {
	for _, s := range o.conference.Speeches {
		blocks = append(blocks, bullet(s.Sample || o.conference.Sample, o.Speaker(s)+" "+yearbook.Spoke(s)))
	}
	return blocks
}

// personName is the name at the head of a text such as "Nguyễn Văn A, Trưởng
// phòng Nội vụ": two to five words, each begun by a capital. Anything else is
// no name and gives "".
func personName(text string) string {
	name, _, _ := strings.Cut(text, ",")
	words := strings.Fields(name)
	if len(words) < 2 || len(words) > 5 {
		return ""
	}
	for _, w := range words {
		if r := []rune(w); !unicode.IsUpper(r[0]) || len(r) > 1 && unicode.IsUpper(r[1]) {
			return ""
		}
	}
	return strings.Join(words, " ")
}

// concluded are the conference's own conclusions.
func (o occasion) concluded() (blocks []document.Block) {
	for _, text := range o.conference.Conclusions {
		blocks = append(blocks, bullet(o.conference.Sample, text))
	}
	return blocks
}
