package refusal_test

import (
	"errors"
	"fmt"
	"testing"

	"thidua/refusal"
)

func TestOf_findsARefusalThroughWrapping(t *testing.T) {
	err := fmt.Errorf("act: %w", refusal.Field("issued", "Số phiếu phát ra nhiều hơn số người."))
	e := refusal.Of(err)
	if e == nil || e.Kind != refusal.Invalid || e.Field != "issued" {
		t.Fatalf("got %+v", e)
	}
	if !refusal.Is(err, refusal.Invalid) || refusal.Is(err, refusal.Closed) {
		t.Fatal("the kind is not told")
	}
}

func TestOf_aFaultOfOursIsNoRefusal(t *testing.T) {
	if refusal.Of(errors.New("disk full")) != nil || refusal.Is(nil, refusal.Invalid) {
		t.Fatal("a fault was taken for a refusal")
	}
}

func TestAll_keepsEveryJoinedRefusal(t *testing.T) {
	err := errors.Join(refusal.Field("a", "Một."), errors.Join(refusal.Field("b", "Hai."), refusal.New(refusal.Closed, "Ba.")))
	if all := refusal.All(err); len(all) != 3 || all[2].Sentence != "Ba." {
		t.Fatalf("got %v", all)
	}
}

func TestAll_aFaultAmongRefusalsIsNotHidden(t *testing.T) {
	if refusal.All(errors.Join(refusal.Field("a", "Một."), errors.New("disk full"))) != nil {
		t.Fatal("the fault was hidden behind a refusal")
	}
}

func TestUnder_movesFieldsAndLeavesFaultsOfOurs(t *testing.T) {
	err := refusal.Under("p.7", errors.Join(refusal.Field("name", "Phải có họ tên."), &refusal.Error{Kind: refusal.Conflict, Field: "mail", Sentence: "Đã có."}))
	all := refusal.All(err)
	if len(all) != 2 || all[0].Field != "p.7.name" || all[1].Field != "p.7.mail" || all[1].Kind != refusal.Conflict {
		t.Errorf("%+v", all)
	}
	if ours := errors.New("broken"); refusal.Under("p", ours) != ours || refusal.Under("p", nil) != nil {
		t.Error("a fault of ours became a refusal")
	}
}
