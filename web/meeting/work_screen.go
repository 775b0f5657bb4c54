package meeting

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"github.com/a-h/templ"

	"thidua/meeting"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
	"thidua/web/ui"
	"thidua/web/work"
)

// readScreen sets the projector's page. It keeps itself up to date by the
// stream beside it, and without JavaScript by being loaded again.
func readScreen(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	s, err := screenOf(ctx, tx, v)
	return screenPage(v, s), err
}

// screen is what the projector shows. Of a vote that is open it has no place
// for a count.
type screen struct {
	view
	open []voting.Asked
	v    work.Visit
}

func screenOf(ctx context.Context, tx *store.Tx, v work.Visit) (screen, error) {
	x, v, err := viewOf(ctx, tx, v)
	if err != nil {
		return screen{}, err
	}
	open, err := voting.OpenNow(ctx, tx, x.ID)
	return screen{x, open, v}, err
}

// where is the line above the title: "Hội nghị … · Thanh Chương, 22/11/2014 ·
// mục 4/6".
func (s screen) where(ctx context.Context) string {
	parts := []string{s.Name(), s.placeAndDay()}
	if n := s.Current(); n > 0 {
		parts = append(parts, fmt.Sprintf(ui.T(ctx, "mục %d/%d", "item %d/%d"), n, len(s.Agenda)))
	}
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, " · ")
}

func (s screen) placeAndDay() string {
	place, day := cmp.Or(s.Place, s.v.Unit(s.Host)), s.Day.Short()
	if place == "" || day == "" {
		return place + day
	}
	return place + ", " + day
}

// title is the agenda item the conference is at, else how it stands.
func (s screen) title() string {
	if n := s.Current(); n > 0 && s.Stage.Live() {
		return s.Agenda[n-1].Content
	}
	return s.Stage.Label()
}

// present is "4/5": how many are represented now, of how many.
func (s screen) present() string {
	here := len(s.Attendance.Here())
	if e := s.Attendance.Establishment; e != nil {
		return fmt.Sprintf("%d/%d", here, *e)
	}
	return fmt.Sprint(here)
}

// over are the votes whose result may be told: nobody can vote any more.
func (s screen) over() (all []voting.Poll) {
	for _, p := range s.polls {
		if p.State.Over() {
			all = append(all, p)
		}
	}
	return all
}

// last is the newest conclusion, shown until the next item is taken up.
func (s screen) last() string {
	for _, e := range s.events {
		switch e.Kind {
		case meeting.Concluded:
			return e.Words
		case meeting.ItemTaken:
			return ""
		}
	}
	return ""
}

// speaking is who spoke last under this item: their name and unit only.
func (s screen) speaking() string {
	if n := len(s.Speeches); n > 0 && s.Speeches[n-1].Item == s.Current() && s.Stage.Live() {
		return vi.UpperFirst(speaker(s.v.Visit, s.Speeches[n-1]))
	}
	return ""
}
