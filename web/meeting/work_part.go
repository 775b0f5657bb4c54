package meeting

import (
	"strconv"

	"github.com/a-h/templ"

	"thidua/meeting"
	"thidua/refusal"
	"thidua/web/ui"
	"thidua/web/work"
)

func number0(n int) string { return strconv.Itoa(n) }

// backOf is where a page of the conference leads back to: the conference, or
// the list while there is none yet.
func backOf(v work.Visit, c meeting.Conference) string {
	if c.ID == "" {
		return v.Lam("hoi-nghi")
	}
	return of(v, c)
}

// invalid ties a field to the sentence beside it.
func invalid(f work.Form, name string) templ.Attributes {
	if f.Err(name) == "" {
		return nil
	}
	return templ.Attributes{"aria-invalid": "true", "aria-describedby": ui.FieldID(name) + "-e"}
}

// overtaken reports whether somebody else saved first.
func overtaken(refusals []*refusal.Error) bool {
	return len(refusals) > 0 && refusals[0].Kind == refusal.Conflict
}

func verdictTone(v meeting.Verdict) ui.Tone {
	switch v {
	case meeting.Accepted:
		return ui.Done
	case meeting.Declined:
		return ui.Plain
	}
	return ui.Due
}
