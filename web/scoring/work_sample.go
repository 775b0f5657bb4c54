package scoring

import (
	"slices"

	"thidua/scoring"
	"thidua/web/work"
)

// sampled reports whether points that are shown rest on figures that no source
// gives.
func sampled(v work.Visit, seen scoring.Seen) bool {
	return v.Season.Sample || slices.ContainsFunc(seen.Scores, func(s scoring.Score) bool { return s.Sample })
}
