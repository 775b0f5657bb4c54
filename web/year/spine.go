package year

import (
	"context"
	"fmt"

	"thidua/season"
	"thidua/vi"
	"thidua/web/ui"
)

// step is one phase on the spine.
type step struct {
	Phase  season.Phase
	State  string // "done", "now" or "" for what comes
	To     string // address of the phase's page
	When   string // its days and place in words; may be empty
	Sample bool   // the days are not from a source
	Parts  []part // further pages of the phase
}

// part is a page that belongs to a phase besides its first.
type part struct {
	Words ui.Words
	To    string
}

// steps are the phases that the spine shows: those every year goes through, and
// those it may step over when its calendar names them or it stands there.
func (v Visit) steps(ctx context.Context) (all []step) {
	now := v.Season.Phase
	for _, p := range season.Phases {
		span, stated := v.Season.Calendar.Of(p)
		if !stated && p != now && v.mayPassOver(p) {
			continue
		}
		s := step{Phase: p, To: v.To(pages[p]...), When: v.when(ctx, span, p == now), Sample: span.Sample}
		switch {
		case p.Index() < now.Index() || now == season.Closed:
			s.State = "done"
		case p == now:
			s.State = "now"
		}
		if p == season.Work {
			s.Parts = []part{{ui.Words{Vietnamese: "Chỉ tiêu", English: "Targets"}, v.To("chi-tieu")}, {ui.Words{Vietnamese: "Điển hình", English: "Exemplars"}, v.To("dien-hinh")}}
		}
		all = append(all, s)
	}
	return all
}

// mayPassOver reports whether the year may have gone on without the phase: a
// pledge that nobody recorded is not said to be done.
func (v Visit) mayPassOver(p season.Phase) bool {
	if p == season.Pledging {
		return !v.Season.Pledge.Signed() && p.Index() < v.Season.Phase.Index()
	}
	return skippable[p]
}

// skippable are the phases a cluster may step over, and the two ends, which are
// shown only while the year stands there.
var skippable = map[season.Phase]bool{
	season.SetUp: true, season.InterimReview: true, season.SelfScoring: true,
	season.CrossScoring: true, season.Appraisal: true, season.Closed: true,
}

// pages tells which page of the year a phase leads to; the year itself when it
// has none of its own.
var pages = map[season.Phase][]string{
	season.Work:          {"phong-trao"},
	season.InterimReview: {"hoi-nghi"},
	season.SelfScoring:   {"xep-hang"},
	season.CrossScoring:  {"xep-hang"},
	season.Appraisal:     {"xep-hang"},
	season.Conferring:    {"hoi-nghi"},
	season.Nomination:    {"suy-ton"},
	season.Council:       {"suy-ton"},
	season.Awarding:      {"ban-tin"},
	season.Closed:        {"ban-tin"},
}

// when says a phase's days in few words: "13/11 – 17/11", "còn 3 ngày, đến
// 12/11", "22/11 tại Thanh Chương".
func (v Visit) when(ctx context.Context, s season.Span, now bool) string {
	words := v.days(ctx, s)
	if left := v.Today.DaysUntil(s.To); now && !s.To.IsZero() && left > 0 {
		words = fmt.Sprintf(ui.T(ctx, "còn %d ngày, đến %s", "%d days left, until %s"), left, v.Short(s.To))
	} else if now && !s.To.IsZero() && left == 0 {
		words = ui.T(ctx, "hạn hôm nay, ", "due today, ") + v.Short(s.To)
	}
	switch {
	case s.Place == "":
		return words
	case words == "":
		return s.Place
	}
	return fmt.Sprintf(ui.T(ctx, "%s tại %s", "%s, %s"), words, s.Place)
}

func (v Visit) days(ctx context.Context, s season.Span) string {
	switch {
	case s.From == s.To:
		return v.Short(s.From)
	case s.From.IsZero():
		return ui.T(ctx, "đến ", "until ") + v.Short(s.To)
	case s.To.IsZero():
		return ui.T(ctx, "từ ", "from ") + v.Short(s.From)
	}
	return v.Short(s.From) + " – " + v.Short(s.To)
}

// Short is a day as a reader of this year's pages needs it: "22/11", with the
// year only when it is another.
func (v Visit) Short(d vi.Day) string {
	if d.IsZero() || d.Year() != v.Season.Year {
		return d.Short()
	}
	return fmt.Sprintf("%02d/%02d", d.DayOfMonth(), d.Month())
}
