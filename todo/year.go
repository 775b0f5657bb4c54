package todo

import (
	"net/url"
	"slices"
	"strings"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/dossier"
	"thidua/meeting"
	"thidua/scoring"
	"thidua/season"
	"thidua/vi"
	"thidua/voting"
)

// Year is what the records say of a running year, as far as items follow from
// it.
type Year struct {
	Season     season.Season
	Cluster    cluster.Cluster
	Members    []cluster.Member
	Cross      string // the rule by which units cross-score; empty = they do not
	RulesKnown bool   // rules are signed
	Leaves     int    // criteria to be scored
	Sample     bool   // rests on figures that no source gives: số liệu minh họa

	plan         scoring.Plan
	registered   map[string]bool
	movements    []movement
	responses    map[[2]string]bool // by movement and unit
	indicators   int
	targets      map[string]reported
	sheets       []sheet
	filled       map[string]int // leaves a unit has filled in, by unit
	asked        map[string]int // questions not answered, by unit
	conferences  []conference
	polls        []poll
	nominations  map[dossier.Status]int
	exemplars    map[string]int  // by unit
	waiting      int             // exemplars that wait for the standing body
	drafted      bool            // a pledge stands to be signed
	joined       map[string]bool // who signed it, by unit
	reportedDone int             // findings and tasks reported done, not confirmed
}

type movement struct {
	ID, Season string
	EndsOn     vi.Day
}

// reported is how many targets of the year a unit has and has reported on.
type reported struct{ all, done int }

type sheet struct {
	Season, Unit string
	Stage        season.Stage
	Scorer       string
	State        scoring.State
	openings     []scoring.Opening
}

type conference struct {
	meeting.Conference
	present []string // unit ids
	signed  []meeting.Seat
}

type poll struct {
	voting.Poll
	entered []string // person ids that entered their count
}

// Name is the year in words.
func (y Year) Name() string { return y.Cluster.Name + ", năm " + y.Season.Label }

// Lam is the address of a working page of the year.
func (y Year) Lam(parts ...string) string {
	address := "/lam/" + url.PathEscape(y.Season.Slug)
	for _, p := range parts {
		address += "/" + url.PathEscape(p)
	}
	return address
}

// Reach is what a capacity must reach to work in the year.
func (y Year) Reach() account.Reach {
	r := account.Reach{Cluster: y.Cluster.ID, StandingBody: y.Cluster.StandingBody}
	for _, m := range y.Members {
		r.Members = append(r.Members, m.Unit)
	}
	return r
}

// Unit is a member's short name that year; empty for others.
func (y Year) Unit(id string) string {
	for _, m := range y.Members {
		if m.Unit == id {
			if m.ShortName != "" {
				return m.ShortName
			}
			return m.Name
		}
	}
	return ""
}

func (y Year) names(units []string) string {
	var all []string
	for _, u := range units {
		all = append(all, y.Unit(u))
	}
	if len(all) > 4 {
		all = append(all[:4:4], "…")
	}
	return strings.Join(all, ", ")
}

func (y Year) member(unit string) bool { return y.Unit(unit) != "" }

// now reports whether the year stands in a phase in which the act is done.
func (y Year) now(act access.Act) bool { return season.MayWhen(act, y.Season.Phase) }

func (y Year) in(phases ...season.Phase) bool { return slices.Contains(phases, y.Season.Phase) }

func (y Year) due(p season.Phase) season.Span {
	s, _ := y.Season.Calendar.Of(p)
	return s
}

// sent reports whether the scorer's sheet on the unit was sent.
func (y Year) sent(unit string, stage season.Stage, scorer string) bool {
	return slices.ContainsFunc(y.sheets, func(s sheet) bool {
		return s.Unit == unit && s.Stage == stage && s.Scorer == scorer && s.State == scoring.Submitted
	})
}

// reopened is the day until which the unit may put its sent sheet right; zero
// when nothing is reopened.
func (y Year) reopened(unit string, day vi.Day) vi.Day {
	for _, s := range y.sheets {
		if s.Unit != unit || s.Stage != season.Self {
			continue
		}
		for _, o := range s.openings {
			if o.EndedOn.IsZero() && !day.After(o.Until) {
				return o.Until
			}
		}
	}
	return vi.Day{}
}
