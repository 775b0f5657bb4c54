package scoring_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
)

// level are standings with these percents, for units u1, u2, …
func level(percents ...string) []scoring.Standing {
	rows := make([]scoring.Standing, len(percents))
	for i, m := range members(len(percents)) {
		rows[i] = scoring.Standing{Unit: m.Unit, Max: n("100"), Percent: n(percents[i])}
	}
	return rows
}

func decided(rows []scoring.Standing) string {
	var parts []string
	for _, s := range rows {
		if s.Decided != "" {
			parts = append(parts, s.Unit+":"+string(s.Decided))
		}
	}
	return strings.Join(parts, " ")
}

func TestRank_followsTheTieChain(t *testing.T) {
	chain := []season.TieStep{season.TieVotes, season.TieEarlier, season.TieHead, season.TieWomen, season.TieEqual}
	for _, c := range []struct {
		name    string
		rows    []scoring.Standing
		steps   []season.TieStep
		ties    scoring.Ties
		want    string
		decided string
	}{
		{"no tie", level("90", "95", "80"), chain, scoring.Ties{}, "u2=1 u1=2 u3=3", ""},
		{"equal ranks share a number", level("95", "95", "80"), nil, scoring.Ties{}, "u1=1 u2=1 u3=3", "u1:equal u2:equal"},
		{"all at the maximum", level("100", "100", "100"), chain, scoring.Ties{}, "u1=1 u2=1 u3=1", "u1:equal u2:equal u3:equal"},
		{"votes part them", level("95", "95", "80"), chain, scoring.Ties{Votes: map[string]int{"u1": 3, "u2": 5}}, "u2=1 u1=2 u3=3", "u2:votes u1:votes"},
		{"votes unknown for one: the next step", level("95", "95"), chain,
			scoring.Ties{Votes: map[string]int{"u1": 3}, Earlier: map[string]exact.Number{"u1": n("1"), "u2": n("2")}}, "u2=1 u1=2", "u2:earlier_awards u1:earlier_awards"},
		{"votes part one of three, head and deputy the rest", level("95", "95", "95"), chain,
			scoring.Ties{Votes: map[string]int{"u1": 1, "u2": 1, "u3": 4}, Head: []string{"u2"}}, "u3=1 u2=2 u1=3", "u3:votes u2:head_and_deputy u1:head_and_deputy"},
		{"70 % women goes ahead of 69", level("95", "95"), []season.TieStep{season.TieWomen}, scoring.Ties{Women: map[string]exact.Number{"u1": n("69"), "u2": n("70")}}, "u2=1 u1=2", "u2:women u1:women"},
		{"71 % is no more than 70", level("95", "95"), []season.TieStep{season.TieWomen}, scoring.Ties{Women: map[string]exact.Number{"u1": n("71"), "u2": n("70")}}, "u1=1 u2=1", "u1:equal u2:equal"},
		{"declared equal before votes", level("95", "95"), []season.TieStep{season.TieEqual, season.TieVotes}, scoring.Ties{Votes: map[string]int{"u1": 3, "u2": 5}}, "u1=1 u2=1", "u1:equal u2:equal"},
		{"a unit without a percent is not ranked", level("95", "", "96"), chain, scoring.Ties{}, "u3=1 u1=2 u2=0", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := scoring.Rank(c.rows, c.steps, c.ties)
			if got := ranks(rows); got != c.want {
				t.Errorf("ranks %s, want %s", got, c.want)
			}
			if got := decided(rows); got != c.decided {
				t.Errorf("decided by %s, want %s", got, c.decided)
			}
		})
	}
}

func TestRank_byPointsWhereNoMaximumIsKnown(t *testing.T) {
	rows := []scoring.Standing{{Unit: "u1", Points: n("98.5")}, {Unit: "u2", Points: n("99")}, {Unit: "u3"}}
	if got := ranks(scoring.Rank(rows, nil, scoring.Ties{})); got != "u2=1 u1=2 u3=0" {
		t.Errorf("ranks %s", got)
	}
}

func TestRank_isAWeakOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		percents := rapid.SliceOfN(rapid.SampledFrom([]string{"", "80", "90", "95", "100", "107"}), 1, 9).Draw(t, "percents")
		votes := rapid.MapOf(rapid.SampledFrom([]string{"u1", "u2", "u3", "u4"}), rapid.IntRange(0, 3)).Draw(t, "votes")
		ties := scoring.Ties{Votes: votes}
		rows := scoring.Rank(level(percents...), []season.TieStep{season.TieVotes}, ties)
		ahead := 0
		for i, s := range rows {
			if s.Rank == 0 {
				if s.Percent.Known() {
					t.Fatalf("%s has a percent and no rank", s.Unit)
				}
				continue
			}
			if i > 0 && s.Percent.Cmp(rows[i-1].Percent) > 0 {
				t.Fatalf("%s stands under a lower percent", s.Unit)
			}
			if i == 0 || s.Rank != rows[i-1].Rank {
				ahead = i
			}
			if s.Rank != ahead+1 {
				t.Fatalf("%s: rank %d with %d ahead", s.Unit, s.Rank, ahead)
			}
		}
	})
}
