package scoring

import (
	"fmt"

	"thidua/exact"
	"thidua/season"
)

// Shortfall is why a unit is not in a band: its total or one criterion is under
// what the band asks for.
type Shortfall struct {
	Band      string
	Criterion string       // code; empty for the total
	Percent   exact.Number // what the unit has; unknown when its criteria were not stated
	Needs     exact.Number // percent the band asks for
	Points    exact.Number // how many points are lacking
}

// Sentence says it in Vietnamese.
func (s Shortfall) Sentence() string {
	switch {
	case !s.Percent.Known():
		return fmt.Sprintf("Chưa xét được mức “%s”: không có điểm từng tiêu chí để xét mức sàn %s %%.", s.Band, figure(s.Needs))
	case s.Criterion == "":
		return fmt.Sprintf("Chưa đạt mức “%s”: tổng điểm đạt %s %%, cần từ %s %%; còn thiếu %s điểm.", s.Band, below(s.Percent), figure(s.Needs), figure(s.Points))
	}
	return fmt.Sprintf("Chưa đạt mức “%s”: tiêu chí %s đạt %s %%, cần từ %s %%; còn thiếu %s điểm.", s.Band, s.Criterion, below(s.Percent), figure(s.Needs), figure(s.Points))
}

// classify returns the best band the score reaches and what keeps it out of the
// better ones; no band when the rules have none it reaches, or when a floor
// cannot be checked.
func classify(rules season.Rules, s Score) (string, []Shortfall) {
	var all []Shortfall
	if !s.Percent.Known() {
		return "", nil
	}
	for _, b := range rules.Bands {
		lacking := shortfalls(b, s)
		if len(lacking) == 0 {
			return b.Name, all
		}
		all = append(all, lacking...)
		if !lacking[0].Percent.Known() {
			break // it may be in this band; calling it worse would be a guess
		}
	}
	return "", all
}

func shortfalls(b season.Band, s Score) (all []Shortfall) {
	if s.Percent.Cmp(b.From) < 0 {
		all = append(all, Shortfall{b.Name, "", s.Percent, b.From, lacking(b.From, s.Max, s.Points)})
	}
	if !b.Floor.Known() || b.Floor.Sign() == 0 {
		return all
	}
	if len(s.Nodes) == 0 {
		return append(all, Shortfall{Band: b.Name, Needs: b.Floor})
	}
	for _, n := range s.Nodes {
		share := n.Percent()
		if floorLooksAt(b, n) && share.Known() && share.Cmp(b.Floor) < 0 {
			all = append(all, Shortfall{b.Name, n.Code, share, b.Floor, lacking(b.Floor, n.Max, orZero(n.Points).Sub(n.Over))})
		}
	}
	return all
}

func floorLooksAt(b season.Band, n Node) bool {
	if b.FloorOn == season.FloorLeaves {
		return n.Leaf
	}
	return n.Depth == 0
}

func lacking(percent, max, points exact.Number) exact.Number {
	return percent.Mul(max).Quo(exact.Int(100)).Sub(points)
}

// figure prints a number of the rules or a result, at most two decimals.
func figure(n exact.Number) string { return n.Figure(exact.HalfUp, 2) }

// below prints a share that is under a floor, cut, so that it never looks as if
// it had reached it.
func below(n exact.Number) string { return n.Figure(exact.Cut, 2) }
