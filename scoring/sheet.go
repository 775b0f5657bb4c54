package scoring

import (
	"thidua/exact"
	"thidua/season"
	"thidua/vi"
)

// State is where a sheet stands.
type State string

// The states. A submitted sheet never changes.
const (
	Draft     State = "draft"     // nháp
	Submitted State = "submitted" // đã nộp
)

// Sheet is one scorer's marks on one unit at one stage, or only the total where
// a report gives no more.
type Sheet struct {
	ID           string
	Season       string       // season id
	Unit         string       // unit id of the unit that is scored
	Stage        season.Stage // Self, Cross or Appraised
	Scorer       string       // unit id of the unit that scores; empty for the standing body
	ScorerName   string       // as the sheet is signed
	RulesVersion int          // the version it was scored under; 0 on submission = the newest
	On           vi.Day       // the day it was sent
	State        State
	Marks        []Mark       // an appraisal lists only what it changes; none at all agrees with everything
	Total        exact.Number // stated points within the maximum; with marks, compared with their sum
	Bonus        exact.Number // stated points on top of the total (97 + 10); unknown = none
	Max          exact.Number // stated maximum of Total; unknown = the rules' scale
	Explanation  string
	Sample       bool
}

// saysAnything is false for an appraisal that agrees with the stage before.
func (s Sheet) saysAnything() bool { return len(s.Marks) > 0 || s.Total.Known() }

// mark is what the sheet says on a criterion, if anything.
func (s Sheet) mark(code string) (Mark, bool) {
	for _, m := range s.Marks {
		if m.Criterion == code {
			return m, true
		}
	}
	return Mark{}, false
}
