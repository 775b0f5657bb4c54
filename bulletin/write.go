package bulletin

import (
	"fmt"
	"strings"

	"thidua/meeting"
	"thidua/vi"
	"thidua/yearbook"
)

// writer composes one year's report.
type writer struct {
	yearbook.Year
	conference meeting.Conference // the one that closes the year; zero when there is none
}

// Write composes the report in the plain manner of a provincial newspaper:
// what the records say, in their order, and nothing besides. What is not public
// is left out: persons proposed and not yet decided on, exemplars not yet
// published. The same year gives the same report.
func Write(y yearbook.Year) Story {
	w := writer{Year: y}
	if i := y.Closing(); i >= 0 {
		w.conference = y.Conferences[i]
	}
	s := Story{Headline: w.headline(), Lead: w.lead(), Sample: y.Season.Sample}
	for _, part := range []Section{
		{Heading: y.Cluster.Name, Paragraphs: paragraphs(w.about())},
		{Heading: "Các phong trào thi đua", Paragraphs: w.movements(), List: w.figures()},
		{Heading: "Điển hình tiên tiến", Paragraphs: w.exemplars()},
		{Heading: "Ý kiến tại hội nghị", Paragraphs: paragraphs(w.speeches())},
		{Heading: "Hạn chế, tồn tại", Paragraphs: paragraphs(w.findings())},
		{Heading: y.TasksTitle(), Paragraphs: paragraphs(w.terms()), List: w.tasks()},
		{Heading: "Kết quả xếp hạng", List: w.ranking()},
		{Heading: "Suy tôn, đề nghị khen thưởng", Paragraphs: w.nominations(), List: w.tallies()},
		{Heading: "Kết luận của hội nghị", List: w.conclusions()},
		{Heading: "Lãnh đạo cụm, khối năm " + y.NextLabel(), Paragraphs: paragraphs(w.election())},
		{Heading: "Các hội nghị khác trong năm", Paragraphs: paragraphs(w.otherConferences())},
	} {
		if len(part.Paragraphs)+len(part.List) > 0 {
			s.Sections = append(s.Sections, part)
		}
	}
	for _, caption := range w.conference.Photos {
		s.Photos = append(s.Photos, Line{w.ofConference(caption)})
	}
	for _, x := range y.Season.Sources {
		s.Sources = append(s.Sources, joined(", ", x.Title, x.Publisher, x.Day.Short()))
	}
	return s
}

// paragraphs is the line as a paragraph, or none for an empty one.
func paragraphs(l Line) []Line {
	if len(l) == 0 {
		return nil
	}
	return []Line{l}
}

// add puts a sentence after the others of the line.
func (l *Line) add(text string, sample bool, origin string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	if len(*l) > 0 {
		text = " " + text
	}
	*l = append(*l, Run{Text: text, Sample: sample, Origin: origin})
}

func (w writer) ofConference(text string) Run {
	return Run{Text: text, Sample: w.conference.Sample, Origin: "conference:" + w.conference.ID}
}

// headline names the conference, or the cluster and its year.
func (w writer) headline() string {
	if w.conference.Kind == "" {
		return fmt.Sprintf("%s: kết quả thi đua năm %s", w.Cluster.Name, w.Season.Label)
	}
	name := w.CalledInFull(w.conference)
	return vi.UpperFirst(strings.TrimPrefix(name, "Hội nghị "))
}

// lead tells when, where and by whom the conference was held, and who came.
func (w writer) lead() (l Line) {
	c := w.conference
	if c.Kind == "" {
		l.add(w.noConference(), false, "season:"+w.Season.ID)
		return l
	}
	l.add(w.held(c), c.Sample, "conference:"+c.ID)
	for _, d := range c.Delegates {
		role := d.Role
		if role == "" {
			role = "dự hội nghị"
		}
		l.add(yearbook.Guest(d)+" "+role+".", d.Sample || c.Sample, "conference:"+c.ID)
	}
	if n := c.Attendance.Count(); n != nil {
		l.add(fmt.Sprintf("Dự hội nghị có %d thành viên.", *n), c.Sample, "conference:"+c.ID)
	}
	return l
}

func (w writer) noConference() string {
	return fmt.Sprintf("Kết quả thi đua năm %s của %s.", w.Season.Label, w.Cluster.Name)
}

// held is the sentence of a conference: "Sáng 22/11/2014, tại huyện Thanh
// Chương, Sở Nội vụ tổ chức Hội nghị …".
func (w writer) held(c meeting.Conference) string {
	who := w.Convener(c)
	if who == "" {
		who = w.Cluster.Name
	}
	where := w.Where(c)
	if where != "" {
		where = "tại " + where
	}
	verb := "tổ chức"
	if !c.Held {
		verb = "sẽ tổ chức"
	}
	name := w.CalledInFull(c)
	if who == w.Cluster.Name {
		name = w.Called(c)
	}
	return vi.UpperFirst(joined(", ", when(c), where, who+" "+verb+" "+name)) + "."
}

// when is the time as newspapers write it: "sáng 22/11/2014".
func when(c meeting.Conference) string {
	switch day := c.Day.Short(); {
	case day == "":
		return c.TimeOfDay
	case c.TimeOfDay == "":
		return "ngày " + day
	case c.TimeOfDay[0] >= '0' && c.TimeOfDay[0] <= '9':
		return c.TimeOfDay + " ngày " + day
	default:
		return vi.LowerFirst(c.TimeOfDay) + " " + day
	}
}

// joined puts the parts that say something together.
func joined(separator string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, separator)
}

// ended is the text as a sentence.
func ended(text string) string {
	if text = strings.TrimRight(text, ".; "); text == "" {
		return ""
	}
	return vi.UpperFirst(text) + "."
}
