package scoring_test

import (
	"testing"

	"thidua/scoring"
	"thidua/season"
)

func TestTouched_namesTheUnitsScoredOnWhatChanges(t *testing.T) {
	before := season.Rules{Version: 1, Criteria: []season.Criterion{leaf("1", "10", season.Direct), leaf("2", "10", season.Direct), leaf("3", "10", season.Direct), leaf("4", "10", season.Direct)}}
	after := season.Rules{Version: 2, Criteria: []season.Criterion{leaf("1", "10", season.Direct), leaf("2", "12", season.Direct), leaf("4", "8", season.Direct)}}
	sheets := []scoring.Sheet{
		selfSheet("u1", stated("1", "5"), stated("2", "5"), stated("3", "5")),
		selfSheet("u2", stated("2", "5")), crossSheet("u2", "u1", stated("2", "5")),
	}
	touched := scoring.Touched(before, after, sheets)
	if len(touched) != 2 {
		t.Fatalf("touched %+v", touched)
	}
	if a := touched[0]; a.Criterion != "2" || a.Dropped || len(a.Units) != 2 || a.Units[0] != "u1" || a.Units[1] != "u2" {
		t.Errorf("a changed maximum touches %+v", a)
	}
	if b := touched[1]; b.Criterion != "3" || !b.Dropped || len(b.Units) != 1 {
		t.Errorf("a dropped leaf touches %+v", b)
	}
	if none := scoring.Touched(before, before, sheets); len(none) != 0 {
		t.Errorf("no change, yet %+v", none)
	}
}
