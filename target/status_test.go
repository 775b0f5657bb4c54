package target_test

import (
	"testing"

	"thidua/exact"
	"thidua/target"
)

func TestYearStatus_setsTheFigureAgainstWhatWasDue(t *testing.T) {
	for _, c := range []struct {
		name        string
		direction   target.Direction
		due, actual string
		met         target.Met
		exceed      string
	}{
		{"above, more is better", target.More, "8.5", "9.1", target.Exceeded, "6/85"},
		{"at the value due", target.More, "10", "10", target.JustMet, "0"},
		{"below, more is better", target.More, "10", "8", target.NotMet, "-0.2"},
		{"below, less is better", target.Less, "20", "19", target.Exceeded, "0.05"},
		{"above, less is better", target.Less, "20", "21", target.NotMet, "-0.05"},
		{"nothing due of a bad thing, and none seen", target.Less, "0", "0", target.JustMet, ""},
		{"nothing due of a bad thing, but one seen", target.Less, "0", "1", target.NotMet, ""},
		{"a loss smaller than the loss due", target.More, "-10", "-8", target.Exceeded, "0.2"},
		{"no figure yet", target.More, "10", "", target.Unreported, ""},
		{"no value due", target.More, "", "10", target.Unassigned, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			tt := target.Target{Yearly: map[int]exact.Number{2014: exact.Must(c.due)}, Actuals: []target.Actual{{Year: 2014, Value: exact.Must(c.actual)}, {Year: 2013, Value: exact.Int(999)}}}
			got := target.Indicator{Direction: c.direction}.YearStatus(tt, 2014)
			if got.Met != c.met || got.Exceed.String() != c.exceed {
				t.Errorf("%s by %q, want %s by %q", got.Met.Label(), got.Exceed, c.met.Label(), c.exceed)
			}
		})
	}
}

func TestProgressOf_countsTermAndYear(t *testing.T) {
	i, reached := communes("8", "2", "", "", "", "8")
	reached.Unit, reached.Yearly = "a", map[int]exact.Number{2014: exact.Int(9)}
	short := term("10", "2")
	short.Unit, short.Yearly = "a", map[int]exact.Number{2014: exact.Int(9)}
	yearOnly := target.Target{Unit: "b", Yearly: map[int]exact.Number{2014: exact.Int(1)}, Actuals: []target.Actual{{Year: 2014, Value: exact.Int(1)}}}
	season := []target.Indicator{i, i}
	season[0].Targets, season[1].Targets = []target.Target{reached, yearOnly}, []target.Target{short}
	if got, want := target.ProgressOf(season, "a", 2014), (target.Progress{Term: 2, TermMet: 1, Year: 2, YearReported: 1}); got != want {
		t.Errorf("unit a: %+v, want %+v", got, want)
	}
	if got, want := target.ProgressOf(season, "", 2014), (target.Progress{Term: 2, TermMet: 1, Year: 3, YearReported: 2, YearMet: 1}); got != want {
		t.Errorf("all: %+v, want %+v", got, want)
	}
}
