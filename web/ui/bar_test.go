package ui

import (
	"testing"

	"thidua/exact"
)

func TestBarWidth_staysOnTheDrawing(t *testing.T) {
	for percent, want := range map[string]string{"92.764": "92.76", "0": "0.00", "-5": "0.00", "110": "100.00"} {
		if got := barWidth(exact.Must(percent)); got != want {
			t.Errorf("%s %% is drawn %s wide, want %s", percent, got, want)
		}
	}
}
