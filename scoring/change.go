package scoring

import (
	"fmt"
	"slices"

	"thidua/exact"
	"thidua/season"
)

// Change is one answer to "what would change it?", worked out from the same
// rule and the same figures of the other members.
type Change struct {
	Mark     Mark         // the mark as it would have to be; its Criterion is empty where no other mark answers
	Points   exact.Number // what that mark would be worth
	Sentence string
}

// changes are worked out by applying the leaf's rule to other marks.
func changes(c season.Criterion, m Mark, f field, member int) []Change {
	if !ruled(c, m, f).points.Known() {
		return nil
	}
	switch c.Kind {
	case season.Linear:
		return linearChanges(c, m)
	case season.Quantitative:
		if hasTarget(c, m) {
			return targetChanges(c, m, f, member)
		}
		return bestChanges(c, m, f)
	case season.Qualitative:
		met := !*m.Met
		return []Change{changed(c, f, Mark{Met: &met}, qualitativeWord(met)+" thì được %s điểm.")}
	case season.Direct:
		return directChanges(c, m, f)
	case season.BonusPenalty:
		return bonusChanges(c, m, f)
	case season.RankPoints:
		return rankChanges(c, m, f)
	case season.External:
		return externalChanges(c, m, f)
	case season.Grade:
		return gradeChanges(c, m, f)
	}
	return nil
}

// changed works out what the other mark is worth and puts it into the sentence.
func changed(c season.Criterion, f field, m Mark, sentence string, args ...any) Change {
	m.Criterion = c.Code
	points := worth(c, m, f).points
	return Change{m, points, fmt.Sprintf(sentence, append(args, figure(points))...)}
}

func linearChanges(c season.Criterion, m Mark) []Change {
	full := changed(c, field{}, Mark{Target: m.Target, Actual: m.Target}, "Thực hiện %s thì được tối đa %s điểm.", measured(c, m.Target))
	if attainment(c.Less, m.Target, m.Actual).Cmp(exact.Int(1)) < 0 {
		return []Change{full}
	}
	full.Sentence = fmt.Sprintf("%s %s thì không còn đủ %s điểm.", worse(c), measured(c, m.Target), figure(c.Max))
	return []Change{full}
}

// worse begins a sentence on results on the bad side of a figure.
func worse(c season.Criterion) string {
	if c.Less {
		return "Trên"
	}
	return "Dưới"
}

// targetChanges: what brings the maximum, and below what only half remains.
func targetChanges(c season.Criterion, m Mark, f field, member int) []Change {
	onTarget := Mark{Target: m.Target, Actual: m.Target}
	atMost := changed(c, f, onTarget, "%s %s thì không quá %s điểm.", worse(c), measured(c, m.Target))
	if slices.Contains(f.leaders, member) {
		return append(leaderChanges(c, m, f), atMost)
	}
	var all []Change
	if attainment(c.Less, m.Target, m.Actual).Cmp(exact.Int(1)) < 0 {
		atMost = changed(c, f, onTarget, "Thực hiện %s thì được %s điểm.", measured(c, m.Target))
	}
	if actual := beyond(c, m.Target, f.lead); actual.Known() && m.Target.Sign() > 0 {
		all = append(all, changed(c, f, Mark{Target: m.Target, Actual: actual}, "Thực hiện %s thì được tối đa %s điểm.", measured(c, actual)))
	} else if !f.lead.Known() && m.Target.Sign() > 0 {
		all = append(all, Change{Points: c.Max, Sentence: fmt.Sprintf("Vượt chỉ tiêu cao nhất cụm thì được tối đa %s điểm.", figure(c.Max))})
	}
	return append(all, atMost)
}

// leaderChanges: what would cost the lead.
func leaderChanges(c season.Criterion, m Mark, f field) []Change {
	other := Change{Sentence: fmt.Sprintf("Đơn vị khác vượt chỉ tiêu trên %s %% thì không còn dẫn đầu.", percentage(f.lead))}
	if len(f.leaders) > 1 || !f.runnerUp.Known() {
		return []Change{other}
	}
	actual := beyond(c, m.Target, f.runnerUp)
	behind := changed(c, field{lead: f.runnerUp}, Mark{Target: m.Target, Actual: actual}, "%s %s thì không còn dẫn đầu; bằng mức đó vẫn được %s điểm.", worse(c), measured(c, actual))
	return []Change{behind, other}
}

// beyond is the result that exceeds the target by e, rounded to the side that
// still earns it: to whole things where the target counts things, else to two
// decimals.
func beyond(c season.Criterion, target, e exact.Number) exact.Number {
	step := exact.Int(100)
	if target.Cmp(exact.Int(target.Floor())) == 0 && c.Unit != "" && c.Unit != "%" {
		step = exact.Int(1)
	}
	exactly := target.Mul(exact.Int(1).Add(e))
	if c.Less {
		exactly = target.Mul(exact.Int(1).Sub(e))
	}
	if !exactly.Known() {
		return exactly
	}
	if c.Less {
		return exact.Int(exactly.Mul(step).Floor()).Quo(step)
	}
	return exact.Int(exactly.Mul(step).Ceil()).Quo(step)
}

// bestChanges: without a target only the best of the others without one counts.
func bestChanges(c season.Criterion, m Mark, f field) []Change {
	if shareOfBest(c.Less, m.Actual, f.best).Cmp(exact.Int(1)) < 0 && f.best.Sign() > 0 {
		return []Change{changed(c, f, Mark{Actual: f.best}, "Thực hiện %s thì được tối đa %s điểm.", measured(c, f.best))}
	}
	return []Change{{Points: c.Max, Sentence: fmt.Sprintf("Đơn vị khác không giao chỉ tiêu đạt kết quả tốt hơn %s thì điểm giảm.", measured(c, m.Actual))}}
}
