package scoring

import (
	"slices"

	"thidua/season"
	"thidua/store"
)

// Touch is a leaf that a new version of the rules changes or drops although
// sheets were already scored on it.
type Touch struct {
	Criterion string   // code
	Dropped   bool     // no longer in the tree
	Units     []string // unit ids whose sheets mark it, each once, in the sheets' order
}

// Touched says whom a new version of the rules touches: every leaf already
// scored that it changes or drops, with the units scored on it. Scores are then
// computed by the new version for all, so that the members are measured alike.
func Touched(before, after season.Rules, sheets []Sheet) []Touch {
	var all []Touch
	for _, was := range before.Leaves() {
		is, kept := after.Find(was.Code)
		if kept && store.Text(was) == store.Text(is) {
			continue
		}
		if units := markedOn(was.Code, sheets); len(units) > 0 {
			all = append(all, Touch{was.Code, !kept, units})
		}
	}
	return all
}

func markedOn(code string, sheets []Sheet) (units []string) {
	for _, s := range sheets {
		if _, marked := s.mark(code); marked && s.State == Submitted && !slices.Contains(units, s.Unit) {
			units = append(units, s.Unit)
		}
	}
	return units
}
