package season

import (
	"context"
	"errors"

	"github.com/a-h/templ"

	"thidua/season"
	"thidua/store"
	"thidua/web/work"
)

// dated are the phases that have dates: all but the end.
var dated = season.Phases[:len(season.Phases)-1]

func datesPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	changes, err := season.DateChanges(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	return datesForm(v, f, changes), nil
}

// redate sets the dates that were typed. A span that stays as it was keeps its
// tag of illustrative dates; one that somebody sets is a fact.
func redate(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	var calendar season.Calendar
	var faults []error
	for _, p := range dated {
		was, _ := v.Season.Calendar.Of(p)
		s := season.Span{Phase: p, Place: f.Get(field(p, "place"))}
		var err1, err2 error
		s.From, err1 = f.Day(field(p, "from"))
		s.To, err2 = f.Day(field(p, "to"))
		faults = append(faults, err1, err2)
		s.Sample = was.Sample && s.From == was.From && s.To == was.To
		calendar = append(calendar, s)
	}
	if err := errors.Join(faults...); err != nil {
		return work.Done{}, err
	}
	err := season.Redate(ctx, tx, v.By, v.Today, v.Season.ID, f.Get("seen"), calendar, f.Get("reason"))
	return work.Done{Say: words("Đã ghi lịch của năm.", "The dates are on record.")}, err
}

// field names a phase's field as the act does: "self_scoring.to".
func field(p season.Phase, name string) string { return string(p) + "." + name }

// spanWords are a phase's days and place: "từ 13/11/2014 đến 17/11/2014".
func spanWords(s season.Span) string {
	text := ""
	switch {
	case s.From.IsZero() && s.To.IsZero():
		text = "chưa định ngày"
	case s.From == s.To:
		text = "ngày " + s.From.Short()
	case s.From.IsZero():
		text = "đến " + s.To.Short()
	case s.To.IsZero():
		text = "từ " + s.From.Short()
	default:
		text = "từ " + s.From.Short() + " đến " + s.To.Short()
	}
	if s.Place != "" {
		text += ", tại " + s.Place
	}
	return text
}
