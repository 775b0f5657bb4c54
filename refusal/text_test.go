package refusal_test

import (
	"testing"

	"thidua/refusal"
)

func TestTexts_keepsOneCleanLine(t *testing.T) {
	name, place := "  Huyê\u0323n \u200bCon\tCuông ", ""
	if err := refusal.Texts(refusal.Text{Field: "name", Value: &name}, refusal.Text{Field: "place", Value: &place}); err != nil {
		t.Fatal(err)
	}
	if name != "Huyện Con Cuông" || place != "" {
		t.Fatalf("got %q and %q", name, place)
	}
}

func TestTexts_refusesEveryTextThatCannotHaveBeenMeant(t *testing.T) {
	broken, good, turned := "Con C\uFFFDông", " Anh  Sơn", "Kỳ \u202eSơn"
	err := refusal.Texts(refusal.Text{Field: "a", Value: &broken}, refusal.Text{Field: "b", Value: &good}, refusal.Text{Field: "c", Value: &turned})
	all := refusal.All(err)
	if len(all) != 2 || all[0].Field != "a" || all[1].Field != "c" || all[0].Kind != refusal.Invalid {
		t.Fatalf("got %v", all)
	}
	if good != "Anh Sơn" || broken != "Con C\uFFFDông" {
		t.Fatalf("kept %q and %q", good, broken)
	}
}
