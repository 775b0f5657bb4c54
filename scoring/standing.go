package scoring

import (
	"thidua/exact"
	"thidua/season"
)

// Standing is where a unit stands at a stage: computed from the sheets, or as a
// report states it.
type Standing struct {
	Unit    string         // unit id
	Stage   season.Stage   //
	Rank    int            // 1, 1, 3, …; 0 = not ranked
	Points  exact.Number   // unknown when only the rank is known
	Max     exact.Number   // the unit's own maximum; unknown when not stated
	Percent exact.Number   // 100 · Points ÷ Max
	Band    string         // the classification; empty when none
	Decided season.TieStep // the step that parted it from units with the same percent; TieEqual when none did; empty without a tie
	Stated  bool           // as reported, not computed here
	Sample  bool
}
