package season_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/refusal"
	"thidua/season"
	"thidua/vi"
)

func span(p season.Phase, from, to string) season.Span {
	s := season.Span{Phase: p}
	if from != "" {
		s.From = vi.MustDay(from)
	}
	if to != "" {
		s.To = vi.MustDay(to)
	}
	return s
}

func TestCalendar_faults(t *testing.T) {
	for name, c := range map[string]struct {
		calendar season.Calendar
		says     string // empty: no fault
	}{
		"phases one after the other":         {season.Calendar{span(season.SelfScoring, "2014-11-03", "2014-11-12"), span(season.CrossScoring, "2014-11-13", "2014-11-17")}, ""},
		"phases without dates":               {season.Calendar{span(season.SelfScoring, "", ""), span(season.CrossScoring, "", "2014-11-17")}, ""},
		"an earlier phase listed later":      {season.Calendar{span(season.CrossScoring, "2014-11-13", "2014-11-17"), span(season.SelfScoring, "2014-11-03", "2014-11-12")}, ""},
		"a shared day":                       {season.Calendar{span(season.SelfScoring, "2014-11-03", "2014-11-13"), span(season.CrossScoring, "2014-11-13", "2014-11-17")}, "chồng lên nhau"},
		"the wrong order":                    {season.Calendar{span(season.SelfScoring, "2014-11-20", "2014-11-21"), span(season.CrossScoring, "2014-11-13", "2014-11-17")}, "chồng lên nhau"},
		"a phase that ends before it begins": {season.Calendar{span(season.SelfScoring, "2014-11-12", "2014-11-03")}, "trước khi bắt đầu"},
		"a phase twice":                      {season.Calendar{span(season.SelfScoring, "", ""), span(season.SelfScoring, "", "")}, "hai lần"},
		"a word that is no phase":            {season.Calendar{span("holiday", "", "")}, "Không có bước"},
	} {
		t.Run(name, func(t *testing.T) {
			faults := c.calendar.Faults()
			if c.says == "" {
				if len(faults) > 0 {
					t.Fatalf("got %v", faults)
				}
				return
			}
			if len(faults) == 0 || !strings.Contains(faults[0].Sentence, c.says) {
				t.Fatalf("got %v, want one saying %q", faults, c.says)
			}
		})
	}
}

func TestCalendar_opensAPhaseOnItsDaysOnly(t *testing.T) {
	c := season.Calendar{span(season.SelfScoring, "2014-11-03", "2014-11-12")}
	for day, open := range map[string]bool{"2014-11-02": false, "2014-11-03": true, "2014-11-12": true, "2014-11-13": false} {
		err := c.Open(season.SelfScoring, vi.MustDay(day))
		if (err == nil) != open || err != nil && !refusal.Is(err, refusal.Closed) {
			t.Errorf("%s: %v", day, err)
		}
	}
	if err := c.Open(season.CrossScoring, vi.MustDay("2030-01-01")); err != nil {
		t.Errorf("a phase without dates is open: %v", err)
	}
}

func TestTransitions_leadFromEveryPhaseForwards(t *testing.T) {
	for _, tr := range season.Transitions {
		if tr.From.Index() < 0 || tr.To.Index() <= tr.From.Index() || len(tr.Who) == 0 || tr.Act == "" {
			t.Errorf("%+v", tr)
		}
	}
	for _, p := range season.Phases {
		if p == season.Closed {
			continue
		}
		ways := 0
		for _, tr := range season.Transitions {
			if tr.From == p {
				ways++
			}
		}
		if ways == 0 {
			t.Errorf("%s is a dead end", p)
		}
	}
	if _, ok := season.Step(season.Closed, "start_work"); ok {
		t.Error("a closed year was opened again")
	}
}

func TestTransitions_anActFromAPhaseHasOneOutcome(t *testing.T) {
	seen := map[string]bool{}
	for _, tr := range season.Transitions {
		key := string(tr.From) + " " + tr.Act
		if seen[key] {
			t.Errorf("%s has two outcomes", key)
		}
		seen[key] = true
	}
}

func TestQuota_allowsWholeNumbersByItsRounding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		members := rapid.IntRange(0, 300).Draw(t, "members")
		percent := rapid.IntRange(0, 100).Draw(t, "percent")
		q := season.Quota{Title: "Cờ", Percent: ratio(percent)}
		down := q.Allowed(members)
		q.Round = "up"
		up := q.Allowed(members)
		q.Round = "half_up"
		near := q.Allowed(members)
		if down*100 > members*percent || up*100 < members*percent || near < down || near > up || up-down > 1 {
			t.Fatalf("%d %% of %d: %d, %d, %d", percent, members, down, near, up)
		}
	})
}
