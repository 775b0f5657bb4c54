package season

import "thidua/exact"

// OfItsKind is the criterion without what its kind has no use for, such as the
// points of each thing after a leaf was changed to pass or fail.
func (c Criterion) OfItsKind() Criterion {
	if c.Kind != Linear && c.Kind != Quantitative {
		c.Less = false
	}
	if c.Kind != Direct {
		c.Points = exact.Number{}
	}
	if c.Kind != BonusPenalty {
		c.Bonus, c.Penalty, c.Min = exact.Number{}, exact.Number{}, exact.Number{}
	}
	if c.Kind != External {
		c.Of = exact.Number{}
	}
	if c.Kind != RankPoints {
		c.Ranks = nil
	}
	if c.Kind != Grade {
		c.Grades = nil
	}
	return c
}
