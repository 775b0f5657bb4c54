package dossier

import (
	"thidua/rulebook"
	"thidua/season"
	"thidua/vi"
)

// LawDay is the day whose law the year's dossiers follow: the conference's by
// the calendar, else the year's last.
func LawDay(s season.Season) vi.Day {
	span, _ := s.Calendar.Of(season.Conferring)
	for _, d := range []vi.Day{span.From, span.To} {
		if !d.IsZero() {
			return d
		}
	}
	last, _ := vi.NewDay(s.Year, 12, 31)
	return last
}

// received is the day whose law a dossier begun today follows: a year that is
// written up later keeps the law of its own conference.
func received(s season.Season, today vi.Day) vi.Day {
	if day := LawDay(s); !today.IsZero() && day.Before(today) {
		return day
	}
	return today
}

// LawOf is the regime by which a dossier is judged: the one fixed at its
// reception; before it, the one of the day on which it would be received. False
// when no regime holds on that day.
func LawOf(n Nomination, s season.Season, today vi.Day) (rulebook.Regime, bool) {
	if r, ok := rulebook.RegimeByID(n.Regime); ok {
		return r, true
	}
	return rulebook.RegimeOn(received(s, today))
}
