package scoring_test

import (
	"fmt"
	"strings"
	"testing"

	"thidua/cluster"
	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
)

// n reads a number of a test table; "" is unknown.
func n(s string) exact.Number { return exact.Must(s) }

// members are units u1, u2, … named after letters.
func members(count int) []cluster.Member {
	all := make([]cluster.Member, count)
	for i := range all {
		all[i] = cluster.Member{Unit: fmt.Sprintf("u%d", i+1), Name: fmt.Sprintf("Huyện %c", 'A'+i)}
	}
	return all
}

// selfSheet is a submitted self-scoring sheet.
func selfSheet(unit string, marks ...scoring.Mark) scoring.Sheet {
	return scoring.Sheet{ID: unit + "-self", Unit: unit, Stage: season.Self, Scorer: unit, State: scoring.Submitted, Marks: marks}
}

func crossSheet(unit, scorer string, marks ...scoring.Mark) scoring.Sheet {
	return scoring.Sheet{ID: unit + "-by-" + scorer, Unit: unit, Stage: season.Cross, Scorer: scorer, State: scoring.Submitted, Marks: marks}
}

func appraisal(unit string, marks ...scoring.Mark) scoring.Sheet {
	return scoring.Sheet{ID: unit + "-appraised", Unit: unit, Stage: season.Appraised, State: scoring.Submitted, Marks: marks}
}

// oneLeaf is rules with a single criterion, rounded half up to two decimals.
func oneLeaf(c season.Criterion) season.Rules {
	if c.Code == "" {
		c.Code = "1"
	}
	c.Name = "Tiêu chí"
	return season.Rules{Version: 1, Rounding: season.Rounding{Mode: exact.HalfUp, Decimals: 2}, Criteria: []season.Criterion{c}}
}

// leaf is a criterion of the kind.
func leaf(code, max string, kind season.LeafKind) season.Criterion {
	return season.Criterion{Code: code, Name: "Tiêu chí " + code, Max: n(max), Kind: kind}
}

func yes(met bool) *bool { return &met }

// points of a unit at a stage, as stored text.
func points(t *testing.T, r scoring.Result, unit string, stage season.Stage) string {
	t.Helper()
	s, ok := r.Score(unit, stage)
	if !ok {
		t.Fatalf("%s has no score at %s", unit, stage)
	}
	return s.Points.String()
}

// ranks writes a ranking as "u1=1 u2=1 u3=3".
func ranks(rows []scoring.Standing) string {
	var parts []string
	for _, s := range rows {
		parts = append(parts, fmt.Sprintf("%s=%d", s.Unit, s.Rank))
	}
	return strings.Join(parts, " ")
}
