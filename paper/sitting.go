package paper

import (
	"fmt"
	"strings"

	"thidua/document"
	"thidua/meeting"
	"thidua/refusal"
	"thidua/vi"
	"thidua/voting"
	"thidua/yearbook"
)

// OfConference draws up one paper of one conference, as a draft to be issued by
// hand; refused with what is missing when the record does not suffice.
func OfConference(y yearbook.Year, kind Kind, conference string) (Paper, error) {
	o, found := at(y, conference)
	for _, r := range rules {
		if !found || r.kind != kind {
			continue
		}
		if !r.suffices(o) {
			return Paper{}, refusal.New(refusal.Unsatisfied, fmt.Sprintf("Chưa lập được %s: cần %s.", vi.LowerFirst(r.label), r.needs))
		}
		return r.compose(o), nil
	}
	return Paper{}, refusal.New(refusal.NotFound, "Không có văn bản này.")
}

func at(y yearbook.Year, conference string) (occasion, bool) {
	for _, o := range conferences(y) {
		if o.conference.ID == conference {
			return o, true
		}
	}
	return occasion{}, false
}

// FirstDraft is what the record of a conference gives for its minutes, in the
// words of the papers: who took part, what was heard, said, voted and concluded.
// The secretary goes on from there.
func FirstDraft(y yearbook.Year, conference string, events []meeting.Event) []meeting.Section {
	o, found := at(y, conference)
	if !found {
		return nil
	}
	return []meeting.Section{
		{Title: "Thời gian, địa điểm", Lines: o.hours(events)},
		{Title: "Thành phần tham dự", Lines: append(plain(o.present()), o.comings(events)...)},
		{Title: "Chương trình, báo cáo và tài liệu", Lines: plain(o.heard())},
		{Title: "Ý kiến phát biểu", Lines: plain(o.speeches())},
		{Title: "Biểu quyết, suy tôn", Lines: plain(o.voted())},
		{Title: "Kết luận", Lines: plain(o.concluded())},
		{Title: "Nội dung khác"},
	}
}

// voted are the votes taken at this conference and at no other.
func (o occasion) voted() []document.Block {
	var here []voting.Vote
	for _, v := range o.Votes {
		if v.Conference == o.conference.ID {
			here = append(here, v)
		}
	}
	o.Votes = here
	return o.votes()
}

// hours tell when and where the conference sat, as its events have it.
func (o occasion) hours(events []meeting.Event) (lines []string) {
	c := o.conference
	when := yearbook.When(c)
	for _, e := range events {
		switch meeting.Step(e.Kind) {
		case meeting.Begin:
			lines = append(lines, ended(joined(", ", "Khai mạc lúc "+e.Clock(), c.Day.Long(), inFront("tại ", o.Where(c)))))
			when = ""
		case meeting.Pause:
			lines = append(lines, ended("Tạm nghỉ lúc "+e.Clock()))
		case meeting.Resume:
			lines = append(lines, ended("Họp tiếp lúc "+e.Clock()))
		case meeting.End:
			lines = append(lines, ended("Bế mạc lúc "+e.Clock()))
		}
	}
	if when != "" {
		lines = append([]string{ended(vi.UpperFirst(joined(", ", when, inFront("tại ", o.Where(c)))))}, lines...)
	}
	return lines
}

func inFront(word, text string) string {
	if text == "" {
		return ""
	}
	return word + text
}

// comings are the changes of the roll while the conference sat.
func (o occasion) comings(events []meeting.Event) (lines []string) {
	sitting := false
	for _, e := range events {
		switch {
		case e.Kind == meeting.EventKind(meeting.Begin):
			sitting = true
		case e.Kind == meeting.RollCalled && sitting:
			lines = append(lines, ended(fmt.Sprintf("Từ %s: %s %s", e.Clock(), o.InSentence(e.Unit), e.Words)))
		}
	}
	return lines
}

// plain are the blocks' texts, one line a block.
func plain(blocks []document.Block) (lines []string) {
	for _, b := range blocks {
		var runs []document.Run
		switch b := b.(type) {
		case document.Bullet:
			runs = b.Runs
		case document.Paragraph:
			runs = b.Runs
		}
		var text strings.Builder
		for _, r := range runs {
			text.WriteString(r.Text)
			if r.Illustrative {
				text.WriteString(" (số liệu minh họa)")
			}
		}
		if text.Len() > 0 {
			lines = append(lines, text.String())
		}
	}
	return lines
}
