package dossier

import (
	"cmp"
	"slices"

	"thidua/exact"
	"thidua/rulebook"
)

// Rival is a candidate among others for one title.
type Rival struct {
	Case
	Verdict rulebook.Verdict
	Votes   exact.Number // for it, in the vote on which it rests; unknown when they were not counted
}

// Placed is a rival with its place: 1, 1, 3, …
type Placed struct {
	Rival
	Place int    // from 1
	By    string // the preference that put it before its equals; empty when none did
	Lacks string // the preference that could not be held to the equals, for the fact is not known of each
}

// Order puts the rivals in their order: the eligible first, then by votes. Only
// among those equal in both do the regime's verified preferences decide, one
// after the other, each only where its fact is known of all of them. Who is then
// still equal shares a place: people must choose.
func Order(law rulebook.Regime, rivals []Rival) (all []Placed) {
	rivals = slices.Clone(rivals)
	slices.SortStableFunc(rivals, Rival.before)
	for i := 0; i < len(rivals); {
		end := i + 1
		for end < len(rivals) && rivals[i].before(rivals[end]) == 0 {
			end++
		}
		for _, p := range preferred(law, rivals[i:end]) {
			p.Place += i
			all = append(all, p)
		}
		i = end
	}
	return all
}

// before compares what comes before every preference.
func (r Rival) before(o Rival) int {
	return cmp.Or(-cmp.Compare(favour(r.Verdict.Answer), favour(o.Verdict.Answer)), -compareVotes(r.Votes, o.Votes))
}

// compareVotes puts a vote that was not counted below every count.
func compareVotes(a, b exact.Number) int {
	switch {
	case a.Known() && b.Known():
		return a.Cmp(b)
	case a.Known():
		return 1
	case b.Known():
		return -1
	}
	return 0
}

// preferred orders equals by the regime's preferences; places count from 1.
func preferred(law rulebook.Regime, equals []Rival) []Placed {
	all := make([]Placed, len(equals))
	for i, r := range equals {
		all[i] = Placed{Rival: r, Place: 1}
	}
	for _, p := range law.Preferences {
		if p.Enforced() && len(all) > 1 && slices.Contains(p.For, equals[0].CandidateKind.recipient()) {
			part(p, all)
		}
	}
	slices.SortStableFunc(all, func(a, b Placed) int { return cmp.Compare(a.Place, b.Place) })
	return all
}

// part parts those who still share a place by one preference.
func part(p rulebook.Preference, all []Placed) {
	for place := 1; place <= len(all); place++ {
		var yes, no, unknown []int
		for i, x := range all {
			if x.Place != place {
				continue
			}
			switch p.Holds(x.Facts) {
			case rulebook.Yes:
				yes = append(yes, i)
			case rulebook.No:
				no = append(no, i)
			default:
				unknown = append(unknown, i)
			}
		}
		switch {
		case len(unknown) > 0 && len(yes)+len(no)+len(unknown) > 1:
			for _, i := range unknown {
				all[i].Lacks = p.Says
			}
		case len(yes) > 0 && len(no) > 0:
			for _, i := range yes {
				all[i].By = p.Says
			}
			for _, i := range no {
				all[i].Place += len(yes)
			}
		}
	}
}
