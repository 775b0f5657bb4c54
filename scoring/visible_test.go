package scoring_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/scoring"
	"thidua/season"
	"thidua/vi"
)

// sight is a season as somebody may look at it.
type sight struct {
	by        access.Actor
	season    season.Season
	day       vi.Day
	plan      scoring.Plan
	conflicts []scoring.Conflict
	sheets    []scoring.Sheet
}

// sightRoster is the cluster that is looked at, u1 … u4.
var sightRoster = members(4)

func (v sight) visible() []scoring.Sheet {
	return scoring.Visible(v.by, v.season, v.day, sightRoster, v.plan, v.conflicts, v.sheets)
}

func (v sight) sees(id string) bool {
	return slices.ContainsFunc(v.visible(), func(s scoring.Sheet) bool { return s.ID == id })
}

// drawSight draws a season in any phase, with any sheets sent or not.
func drawSight(t *rapid.T) sight {
	units := []string{"u1", "u2", "u3", "u4"}
	v := sight{season: season.Season{Cluster: "c", Phase: rapid.SampledFrom(season.Phases).Draw(t, "phase")}, day: november}
	if rapid.IntRange(0, 3).Draw(t, "published") == 0 {
		v.season.PublishedOn = november
	}
	v.plan = scoring.Plan{Assignments: scoring.Assign(rapid.SampledFrom([]string{"", season.CrossRing, season.CrossPairs, season.CrossAll}).Draw(t, "rule"), sightRoster, nil)}
	if rapid.Bool().Draw(t, "confirmed") {
		v.plan.ConfirmedOn = november
	}
	v.by = access.Actor{Name: "A", Role: rapid.SampledFrom(access.Roles).Draw(t, "role"), Person: "p", Cluster: rapid.SampledFrom([]string{"", "c", "c", "d"}).Draw(t, "cluster")}
	if v.by.Role.OfUnit() {
		v.by.Unit = rapid.SampledFrom(units).Draw(t, "unit")
	}
	add := func(x scoring.Sheet) {
		if n := rapid.IntRange(0, 2).Draw(t, "sheet"); n > 0 {
			x.State, x.Total = []scoring.State{scoring.Draft, scoring.Submitted}[n-1], hundredths(t, "total", 0, 10000)
			v.sheets = append(v.sheets, x)
		}
	}
	for _, unit := range units {
		add(selfSheet(unit))
		for _, a := range v.plan.Assignments {
			if a.Scorer == unit {
				add(crossSheet(a.Unit, unit))
			}
		}
		x := appraisal(unit)
		x.Scorer = rapid.SampledFrom([]string{"", "u1", "u2"}).Draw(t, "appraiser")
		add(x)
	}
	for range rapid.IntRange(0, 2).Draw(t, "conflicts") {
		v.conflicts = append(v.conflicts, scoring.Conflict{Person: rapid.SampledFrom([]string{"p", "q"}).Draw(t, "person"), Unit: rapid.SampledFrom([]string{"", "u3", "u4"}).Draw(t, "with")})
	}
	return v
}

// own reports whether the actor's unit scored with the sheet.
func (v sight) own(s scoring.Sheet) bool { return v.by.Unit == s.Scorer && v.by.Unit != "" }

func (v sight) sent(unit string, stage season.Stage) bool {
	return slices.ContainsFunc(v.sheets, func(s scoring.Sheet) bool {
		return s.Scorer == v.by.Unit && s.Unit == unit && s.Stage == stage && s.State == scoring.Submitted
	})
}

func TestVisible_neverShowsADraftToAnybodyElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawSight(t)
		for _, s := range v.visible() {
			if s.State == scoring.Draft && !v.own(s) && !(s.Scorer == "" && v.by.Role == access.StandingBody) {
				t.Fatalf("%+v sees the draft %s", v.by, s.ID)
			}
		}
	})
}

func TestVisible_whoHasNotSentSeesNothingOfTheOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawSight(t)
		phase := v.season.Phase
		if !v.by.Role.OfUnit() || v.season.Public(v.day) || phase.Index() >= season.Conferring.Index() {
			return
		}
		for _, s := range v.visible() {
			switch {
			case v.own(s):
			case phase.Index() < season.CrossScoring.Index():
				t.Fatalf("%+v sees %s before cross-scoring", v.by, s.ID)
			case !v.sent(v.by.Unit, season.Self):
				t.Fatalf("%+v sees %s without having scored itself", v.by, s.ID)
			case s.Stage == season.Cross && phase == season.CrossScoring:
				for _, a := range v.plan.Of(v.by.Unit) {
					if !v.sent(a.Unit, season.Cross) {
						t.Fatalf("%+v sees %s before sending its cross sheet on %s", v.by, s.ID, a.Unit)
					}
				}
			case s.Stage == season.Appraised && (s.Unit == v.by.Unit || !v.sent(s.Unit, season.Appraised)):
				t.Fatalf("%+v sees the appraisal %s", v.by, s.ID)
			}
		}
	})
}

func TestVisible_anOfficerSeesAnotherUnitOnlyByAConfirmedAssignment(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawSight(t)
		if v.by.Role != access.EmulationOfficer && v.by.Role != access.Leader || v.season.Public(v.day) {
			return
		}
		for _, s := range v.visible() {
			if _, mine := v.plan.Find(v.by.Unit, s.Unit); s.Unit != v.by.Unit && !v.own(s) && !(mine && v.plan.Confirmed()) {
				t.Fatalf("%+v sees %s", v.by, s.ID)
			}
		}
	})
}

// What is hidden leaves no trace: other marks on it, or none of it, and the
// actor sees the same sheets in the same order.
func TestVisible_hiddenSheetsLeaveNoTrace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawSight(t)
		before := v.visible()
		altered, without := v, v
		altered.sheets, without.sheets = nil, nil
		for _, s := range v.sheets {
			if v.sees(s.ID) {
				without.sheets = append(without.sheets, s)
			} else {
				s.Total, s.Explanation = hundredths(t, "another total", 0, 10000), "khác"
			}
			altered.sheets = append(altered.sheets, s)
		}
		if !reflect.DeepEqual(altered.visible(), before) || !reflect.DeepEqual(without.visible(), before) {
			t.Fatalf("%+v can tell what is hidden", v.by)
		}
	})
}

func TestVisible_aConflictedPersonSeesNothingOfTheUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawSight(t)
		if v.season.Public(v.day) {
			return
		}
		for _, s := range v.visible() {
			for _, c := range v.conflicts {
				if c.Person == "p" && !(s.Stage == season.Self && v.own(s)) && (c.Unit == "" || c.Unit == s.Unit || c.Unit == s.Scorer) {
					t.Fatalf("sees %s in spite of a conflict with %q", s.ID, c.Unit)
				}
			}
		}
		ended := v
		ended.conflicts = slices.Clone(v.conflicts)
		for i := range ended.conflicts {
			ended.conflicts[i].EndedOn = november
		}
		none := v
		none.conflicts = nil
		if !reflect.DeepEqual(ended.visible(), none.visible()) {
			t.Fatal("a conflict that ended still counts")
		}
	})
}

func TestVisible_onceThePublicSeesThemEverybodyOfTheClusterSeesWhatWasSent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawSight(t)
		v.season.PublishedOn = november
		elsewhere := v.by.Cluster == "d"
		for _, s := range v.sheets {
			if s.State == scoring.Submitted && v.sees(s.ID) == elsewhere {
				t.Fatalf("%+v sees %s: %v", v.by, s.ID, !elsewhere)
			}
		}
	})
}

func TestVisible_aCapacityOfAnotherClusterSeesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := drawSight(t)
		v.by.Cluster = "d"
		if n := len(v.visible()); n != 0 {
			t.Fatalf("%+v sees %d sheets", v.by, n)
		}
	})
}

// TestVisible_cases states who sees what in a ring u1 → u2 → u3 → u4 → u1 in
// which everybody sent everything that the phase allows.
func TestVisible_cases(t *testing.T) {
	sheets := func(until season.Stage) (all []scoring.Sheet) {
		for i, m := range sightRoster {
			all = append(all, selfSheet(m.Unit))
			if until != season.Self {
				all = append(all, crossSheet(sightRoster[(i+1)%4].Unit, m.Unit))
			}
			if until == season.Appraised {
				all = append(all, appraisal(m.Unit))
			}
		}
		return all
	}
	ofUnit := func(role access.Role, unit string) access.Actor {
		return access.Actor{Role: role, Unit: unit, Person: "p"}
	}
	ring := scoring.Plan{Assignments: scoring.Assign(season.CrossRing, sightRoster, nil), ConfirmedOn: november}
	for name, c := range map[string]struct {
		by    access.Actor
		phase season.Phase
		until season.Stage
		want  string
	}{
		"an officer while all score themselves":             {ofUnit(access.EmulationOfficer, "u1"), season.SelfScoring, season.Self, "[u1-self]"},
		"the head while all score themselves":               {ofUnit(access.ClusterHead, "u1"), season.SelfScoring, season.Self, "[u1-self]"},
		"an officer when cross-scoring begins":              {ofUnit(access.EmulationOfficer, "u1"), season.CrossScoring, season.Self, "[u1-self u2-self]"},
		"a leader when cross-scoring begins":                {ofUnit(access.Leader, "u1"), season.CrossScoring, season.Self, "[u1-self u2-self]"},
		"the head when cross-scoring begins":                {ofUnit(access.ClusterHead, "u1"), season.CrossScoring, season.Self, "[u1-self u2-self]"},
		"an officer once its cross sheet is sent":           {ofUnit(access.EmulationOfficer, "u1"), season.CrossScoring, season.Cross, "[u1-self u2-by-u1 u2-self u1-by-u4]"},
		"an officer while others appraise":                  {ofUnit(access.EmulationOfficer, "u1"), season.Appraisal, season.Appraised, "[u1-self u2-by-u1 u2-self u1-by-u4]"},
		"the deputy while the standing body appraises":      {ofUnit(access.ClusterDeputy, "u2"), season.Appraisal, season.Appraised, "[u1-self u2-by-u1 u2-self u3-by-u2 u3-self u4-by-u3 u4-self u1-by-u4]"},
		"an officer at the conference":                      {ofUnit(access.EmulationOfficer, "u1"), season.Conferring, season.Appraised, "[u1-self u2-by-u1 u2-self u1-by-u4]"},
		"the standing body while all score themselves":      {access.Actor{Role: access.StandingBody}, season.SelfScoring, season.Self, "[u1-self u2-self u3-self u4-self]"},
		"a council member before the conference":            {access.Actor{Role: access.CouncilMember}, season.Appraisal, season.Self, "[]"},
		"a council secretary at the conference":             {access.Actor{Role: access.CouncilSecretary}, season.Conferring, season.Self, "[u1-self u2-self u3-self u4-self]"},
		"a decider at the conference":                       {access.Actor{Role: access.Decider}, season.Conferring, season.Self, "[]"},
		"a decider at the council":                          {access.Actor{Role: access.Decider}, season.Council, season.Self, "[u1-self u2-self u3-self u4-self]"},
		"an administrator at the council":                   {access.Actor{Role: access.Admin}, season.Council, season.Appraised, "[]"},
		"an inspector at the council":                       {access.Actor{Role: access.Inspector}, season.Council, season.Appraised, "[]"},
		"an officer of a unit that is no member, appraisal": {ofUnit(access.ClusterHead, stranger), season.Appraisal, season.Appraised, "[]"},
	} {
		t.Run(name, func(t *testing.T) {
			v := sight{by: c.by, season: season.Season{Cluster: "c", Phase: c.phase}, day: november, plan: ring, sheets: sheets(c.until)}
			var ids []string
			for _, s := range v.visible() {
				ids = append(ids, s.ID)
			}
			if got := fmt.Sprint(ids); got != c.want {
				t.Errorf("sees %s, want %s", got, c.want)
			}
		})
	}
}
