package dossier

import (
	"context"

	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// Case is a nomination with everything known of its candidate, ready to be
// judged under any regime.
type Case struct {
	Nomination
	Year      int // the year judged
	Facts     rulebook.Facts
	Samples   rulebook.Facts // drawn from figures that no source gives: shown, and never used to judge a candidate from a source
	Namesakes int            // how many of the candidate's name the register has, when it has several: their awards are not told apart
	bylaws    map[string][]rulebook.Local
}

// CaseOf gathers what is known of the nomination's candidate on the day, each
// fact with where it came from: what the records tell, then what officers
// stated on documents where no record tells. With it come the by-laws of the
// candidate's province and cluster, those that were known when the law was
// fixed; today's before that.
func CaseOf(ctx context.Context, tx *store.Tx, n Nomination, day vi.Day) (Case, error) {
	r, err := recordsOf(ctx, tx, n, day)
	if err != nil {
		return Case{}, err
	}
	c := r.judged()
	on, known := received(r.year, day), tx.Now
	if !n.ReceivedOn.IsZero() {
		on, known = n.ReceivedOn, n.LawKnown
	}
	c.bylaws, err = bylawsFor(ctx, tx, r.year.Cluster, on, known, rulebook.Regimes()...)
	return c, err
}

// FactsOf is what is known of the nomination's candidate on the day.
func FactsOf(ctx context.Context, tx *store.Tx, n Nomination, day vi.Day) (rulebook.Facts, error) {
	c, err := CaseOf(ctx, tx, n, day)
	return c.Facts, err
}

// ByLaws are the by-laws that stand on top of the regime for this candidate.
func (c Case) ByLaws(r rulebook.Regime) []rulebook.Local { return c.bylaws[r.ID] }

// Law is the regime with the candidate's by-laws on top of it. A regime whose
// text is not loaded stays without: nothing is judged by it.
func (c Case) Law(r rulebook.Regime) rulebook.Regime { return r.With(c.bylaws[r.ID]) }

// Under is what the law of the regime says of the candidate.
func (c Case) Under(r rulebook.Regime) rulebook.Verdict {
	return rulebook.Judge(c.Law(r), c.TitleCode, c.CandidateKind.recipient(), c.Year, c.Facts)
}

// UnderAll is the candidate judged under every regime, the earliest first: what
// would be, side by side.
func (c Case) UnderAll() (all []rulebook.Verdict) {
	for _, r := range rulebook.Regimes() {
		all = append(all, c.Under(r))
	}
	return all
}

// JudgeNomination is what the law of a regime says of the nomination by
// everything known of it on the day.
func JudgeNomination(ctx context.Context, tx *store.Tx, n Nomination, r rulebook.Regime, day vi.Day) (rulebook.Verdict, error) {
	c, err := CaseOf(ctx, tx, n, day)
	return c.Under(r), err
}

// judged is the case that the records make, without by-laws.
func (r records) judged() Case {
	c := Case{Nomination: r.Nomination, Year: r.year.Year, Facts: rulebook.Facts{}, Samples: rulebook.Facts{}, Namesakes: r.namesakes}
	for _, s := range r.stated {
		t, known := rulebook.TermOf(s.Name)
		if f, err := s.read(t); known && err == nil {
			c.take(s.Name, f)
		}
	}
	for name, draw := range drawn {
		if f, known := draw(r); known {
			c.take(name, f)
		}
	}
	return c
}

// take adds a fact. One that rests on illustrative figures decides about an
// illustrative candidate only.
func (c Case) take(name string, f rulebook.Fact) {
	if f.Sample && !c.Sample {
		c.Samples[name] = f
		return
	}
	c.Facts[name] = f
}
