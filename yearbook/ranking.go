package yearbook

import (
	"slices"

	"thidua/scoring"
	"thidua/season"
)

// Ranking is the standings of the stage that decides, best first.
func (y Year) Ranking() (rows []scoring.Standing) {
	for _, s := range y.Standings {
		if s.Stage == season.Final {
			rows = append(rows, s)
		}
	}
	return rows
}

// HasPoints reports whether the ranking rests on points that are on record.
func (y Year) HasPoints() bool {
	return slices.ContainsFunc(y.Ranking(), func(s scoring.Standing) bool { return s.Points.Known() })
}
