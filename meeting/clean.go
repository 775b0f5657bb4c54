package meeting

import (
	"errors"
	"fmt"

	"thidua/refusal"
)

// cleaned returns the conference with every text tidied, or a refusal for each
// field whose text cannot have been meant.
func (c Conference) cleaned() (Conference, error) {
	var t tidy
	t.text("title", &c.Title)
	t.text("time_of_day", &c.TimeOfDay)
	t.text("place", &c.Place)
	t.text("convened_by", &c.ConvenedBy)
	t.text("chair", &c.Chair)
	t.text("secretary", &c.Secretary)
	c.Papers = t.lines("papers", c.Papers)
	c.Reports = t.lines("reports", c.Reports)
	c.Conclusions = t.lines("conclusions", c.Conclusions)
	c.Photos = t.lines("photos", c.Photos)
	c.Agenda = each(c.Agenda, func(i int, a *AgendaItem) { t.row("agenda", i, &a.Time, &a.Content, &a.Who) })
	c.Delegates = each(c.Delegates, func(i int, d *Delegate) { t.row("delegates", i, &d.Name, &d.Post, &d.Body, &d.Role) })
	c.Speeches = each(c.Speeches, func(i int, s *Speech) { t.row("speeches", i, &s.Name, &s.Post, &s.Body, &s.About, &s.Summary) })
	c.Attendance.Absent = each(c.Attendance.Absent, func(i int, a *Absence) { t.row("attendance.absent", i, &a.Reason) })
	c.Attendance.Proxies = each(c.Attendance.Proxies, func(i int, p *Proxy) { t.row("attendance.proxies", i, &p.By) })
	return c, errors.Join(t.refused...)
}

// tidy cleans one text after another and keeps what is wrong with each.
type tidy struct{ refused []error }

func (t *tidy) text(field string, s *string) {
	if err := refusal.Texts(refusal.Text{Field: field, Value: s}); err != nil {
		t.refused = append(t.refused, err)
	}
}

func (t *tidy) row(field string, i int, texts ...*string) {
	for _, s := range texts {
		t.text(fmt.Sprintf("%s[%d]", field, i), s)
	}
}

// lines tidies a list of texts and leaves out the empty ones.
func (t *tidy) lines(field string, list []string) (kept []string) {
	for i, s := range list {
		if t.row(field, i, &s); s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

// each works on a copy, so that the caller's lists stay as they were.
func each[T any](list []T, work func(i int, item *T)) []T {
	copied := append([]T(nil), list...)
	for i := range copied {
		work(i, &copied[i])
	}
	return copied
}
