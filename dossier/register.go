package dossier

import (
	"context"
	"strings"

	"thidua/award"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// recipientOf is the candidate as the register knows it: a unit by its id,
// anybody else by the name, when the register has one recipient of that name. Of
// several namesakes only their number is told.
func recipientOf(ctx context.Context, tx *store.Tx, n Nomination) (who award.Who, namesakes int, err error) {
	if n.CandidateKind == Collective && n.CandidateUnit != "" {
		return award.Who{Unit: n.CandidateUnit}, 0, nil
	}
	people, err := recipients(ctx, tx, n)
	if err != nil || len(people) != 1 {
		return who, len(people), err
	}
	return award.Who{Person: people[0]}, 0, nil
}

// awardsOf are the recipient's own awards in force, oldest first; none of nobody.
func awardsOf(ctx context.Context, tx *store.Tx, who award.Who, kind CandidateKind) (own []award.Award, err error) {
	if who == (award.Who{}) {
		return nil, nil
	}
	all, err := award.HistoryOf(ctx, tx, who)
	for _, a := range all {
		if a.State != award.Revoked && a.Through == "" && (kind != Collective || a.Kind == award.Collective) {
			own = append(own, a)
		}
	}
	return own, err
}

// recipients are the ids of the register's recipients of the candidate's name
// and kind.
func recipients(ctx context.Context, tx *store.Tx, n Nomination) (ids []string, err error) {
	name := bareName(n.CandidateName)
	page, err := award.Search(ctx, tx, award.Query{Name: name, Kind: award.Recipient(n.CandidateKind.recipient())}, award.Whole)
	seen := map[string]bool{}
	for _, a := range page.Awards {
		if vi.SpellingKey(a.Name) == vi.SpellingKey(name) && !seen[a.Person] {
			seen[a.Person] = true
			ids = append(ids, a.Person)
		}
	}
	return ids, err
}

// bareName is a name without the post that may stand behind it: "Vi Thị Hòa" of
// "Vi Thị Hòa, Chủ tịch UBND xã".
func bareName(name string) string {
	bare, _, _ := strings.Cut(name, ",")
	return strings.TrimSpace(bare)
}

// recipient is the candidate's kind as the register and the rulebook name it.
func (k CandidateKind) recipient() rulebook.Recipient {
	switch k {
	case Person:
		return rulebook.Individual
	case Household:
		return rulebook.Household
	}
	return rulebook.Collective
}

// ClaimsOf are the nominations, and the awards of the same candidates that
// stand in the register, to be held against each other by Duplicates.
func ClaimsOf(ctx context.Context, tx *store.Tx, list []Nomination, year int) (claims []Claim, err error) {
	seen := map[string]bool{}
	for _, n := range list {
		claims = append(claims, n.claim(year))
		who, _, err := recipientOf(ctx, tx, n)
		if err != nil {
			return nil, err
		}
		own, err := awardsOf(ctx, tx, who, n.CandidateKind)
		if err != nil {
			return nil, err
		}
		for _, a := range own {
			if a.Year == year && !seen[a.ID] {
				seen[a.ID] = true
				claims = append(claims, claimed(a))
			}
		}
	}
	return claims, nil
}

func (n Nomination) claim(year int) Claim {
	_, post, _ := strings.Cut(n.CandidateName, ",")
	return Claim{ID: n.ID, Kind: n.CandidateKind, Unit: n.CandidateUnit, Name: bareName(n.CandidateName), Workplace: strings.TrimSpace(post), Code: n.TitleCode,
		Title: n.Title, Year: year, Achievement: n.Reason, Category: n.Category}
}

func claimed(a award.Award) Claim {
	kind := map[award.Recipient]CandidateKind{award.Individual: Person, award.Household: Household, award.Collective: Collective}[a.Kind]
	return Claim{ID: "award:" + a.ID, Kind: kind, Unit: a.Unit, Name: a.Name, Workplace: a.UnitName, Code: Code(a.Title), Title: a.TitleName, Year: a.Year,
		Achievement: a.Achievement, Category: a.Category, Awarded: true}
}

// OfYear are the nominations of every cluster's season of that year, those that
// were withdrawn left out. One statement.
func OfYear(ctx context.Context, tx *store.Tx, year int) ([]Nomination, error) {
	return list(ctx, tx, ` WHERE status <> 'withdrawn' AND season_id IN (SELECT s.id FROM season s WHERE s.year = $1) ORDER BY id`, year)
}
