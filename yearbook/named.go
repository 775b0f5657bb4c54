package yearbook

import (
	"context"

	"thidua/cluster"
	"thidua/org"
	"thidua/store"
)

// named reads every unit the year's records speak of, as it was that year, in
// one statement.
func (y Year) named(ctx context.Context, tx *store.Tx) (map[string]org.Unit, error) {
	year, err := cluster.ParseYear(y.Season.Label)
	if err != nil {
		return nil, err
	}
	return org.ByIDs(ctx, tx, y.unitIDs(), year.NamingDay())
}

// unitIDs lists the ids in the records, empty ones and repetitions left out.
func (y Year) unitIDs() (ids []string) {
	seen := map[string]bool{"": true}
	add := func(units ...string) {
		for _, u := range units {
			if !seen[u] {
				seen[u] = true
				ids = append(ids, u)
			}
		}
	}
	add(y.Cluster.StandingBody, y.Season.Elected.Head, y.Season.Elected.Deputy)
	for _, m := range y.Members {
		add(m.Unit)
	}
	for _, n := range y.Notes {
		add(n.Owner)
	}
	for _, e := range y.Exemplars {
		add(e.Unit)
		for _, a := range e.Adoptions {
			add(a.Unit)
		}
	}
	for _, c := range y.Conferences {
		add(c.Host, c.ConvenedByUnit)
		for _, s := range c.Speeches {
			add(s.Unit)
		}
	}
	for _, v := range y.Votes {
		for _, o := range v.Options {
			add(o.Candidate)
		}
	}
	for _, n := range y.Nominations {
		add(n.CandidateUnit, n.ProposedBy)
	}
	return ids
}
