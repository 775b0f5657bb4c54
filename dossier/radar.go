package dossier

import (
	"cmp"
	"context"
	"slices"

	"thidua/award"
	"thidua/cluster"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Chance is somebody who may deserve a title and was not nominated for it.
type Chance struct {
	Case
	Verdict rulebook.Verdict
	Met     int // conditions that are met, by what is known
}

// likely reports whether the chance is worth a look: nothing speaks against it,
// and something for it.
func (c Chance) likely() bool { return c.Verdict.Answer != rulebook.No && c.Met > 0 }

// mostPeople bounds how many people of the register one radar looks at.
const mostPeople = 200

// Radar looks the other way: which members of the year, and which of their
// people in the register, meet conditions of a title by the law of the day and
// were not nominated for it. Those eligible come first, then those of whom the
// least is missing.
func Radar(ctx context.Context, tx *store.Tx, s season.Season, day vi.Day) ([]Chance, error) {
	law, ok := rulebook.RegimeOn(received(s, day))
	if !ok || !law.Loaded {
		return nil, nil
	}
	roster, err := cluster.Roster(ctx, tx, s.Cluster, s.Label)
	if err != nil {
		return nil, err
	}
	ground, err := recordsOf(ctx, tx, Nomination{Season: s.ID, CandidateKind: Collective}, day)
	if err != nil {
		return nil, err
	}
	locals, err := bylawsFor(ctx, tx, s.Cluster, received(s, day), tx.Now, law)
	if err != nil {
		return nil, err
	}
	law = law.With(locals[law.ID])
	candidates := members(s, roster)
	people, err := fighters(ctx, tx, s, roster)
	if err != nil {
		return nil, err
	}
	var chances []Chance
	for _, n := range append(candidates, people...) {
		ground.Nomination = n
		if err := ground.readAwards(ctx, tx); err != nil {
			return nil, err
		}
		chances = append(chances, ground.chances(n, law)...)
	}
	slices.SortStableFunc(chances, func(a, b Chance) int {
		return cmp.Or(-cmp.Compare(a.Verdict.Answer, b.Verdict.Answer), cmp.Compare(len(a.Verdict.Missing), len(b.Verdict.Missing)))
	})
	return chances, nil
}

// chances are the titles that the candidate may deserve and is not nominated
// for.
func (r records) chances(n Nomination, law rulebook.Regime) (all []Chance) {
	r.stranger = false
	for _, t := range law.Titles {
		name, _ := rulebook.NameOf(t.Code)
		n.TitleCode, n.Title = t.Code, name.Name
		if !slices.Contains(name.For, n.CandidateKind.recipient()) || slices.ContainsFunc(r.others, func(x Nomination) bool { return x.TitleCode == t.Code && n.sameCandidate(x) }) {
			continue
		}
		r.Nomination = n
		c := Chance{Case: r.judged()}
		c.Verdict = rulebook.Judge(law, t.Code, n.CandidateKind.recipient(), c.Year, c.Facts)
		for _, f := range c.Verdict.Findings {
			if f.Answer == rulebook.Yes && !f.General {
				c.Met++
			}
		}
		if c.likely() {
			all = append(all, c)
		}
	}
	return all
}

// members are the year's members as candidates.
func members(s season.Season, roster []cluster.Member) (all []Nomination) {
	for _, m := range roster {
		all = append(all, Nomination{Season: s.ID, CandidateUnit: m.Unit, CandidateName: m.Name, CandidateKind: Collective, Member: true})
	}
	return all
}

// fighters are the members' people who hold the base title of the year or the
// year before: from them come those for higher titles.
func fighters(ctx context.Context, tx *store.Tx, s season.Season, roster []cluster.Member) (all []Nomination, err error) {
	units := make([]string, len(roster))
	for i, m := range roster {
		units[i] = m.Unit
	}
	seen := map[string]bool{}
	for _, year := range []int{s.Year, s.Year - 1} {
		page, err := award.Search(ctx, tx, award.Query{Title: award.Code(rulebook.BaseFighter), Year: year, Limit: mostPeople}, award.Scope{Units: units})
		if err != nil {
			return nil, err
		}
		for _, a := range page.Awards {
			if !seen[a.Person] && len(seen) < mostPeople {
				seen[a.Person] = true
				all = append(all, Nomination{Season: s.ID, CandidateName: a.Name, CandidateKind: Person, ProposedBy: a.Unit, Sample: a.Sample})
			}
		}
	}
	return all, nil
}
