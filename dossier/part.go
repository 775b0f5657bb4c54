package dossier

import (
	"fmt"
	"slices"

	"thidua/refusal"
)

// Part is a part of a dossier that may be reopened by itself: a kind of paper,
// or the facts about the candidate.
type Part string

// FactsPart are the facts stated about the candidate.
const FactsPart Part = "facts"

// Label is the part's Vietnamese name; "" for an unknown word.
func (p Part) Label() string {
	if p == FactsPart {
		return "Dữ kiện về người được đề nghị"
	}
	return paperLabels[PaperKind(p)]
}

// Parts are all parts there are.
func Parts() []Part {
	all := []Part{FactsPart}
	for _, k := range PaperKinds {
		all = append(all, Part(k))
	}
	return all
}

// open reports whether whoever nominates may still change the part: all of them
// at the cluster, only those named while the dossier is reopened, none later.
func (n Nomination) open(p Part) error {
	switch {
	case !n.Place.Received() && n.Place != SentStanding:
		return nil
	case n.Place == Reopened && slices.Contains(n.OpenParts, p):
		return nil
	case n.Place == Reopened:
		return refusal.New(refusal.Closed, fmt.Sprintf("Cơ quan thường trực không mở lại phần “%s” để bổ sung.", p.Label()))
	}
	return refusal.New(refusal.Closed, fmt.Sprintf("Hồ sơ đang ở bước “%s”: không bổ sung được nữa, trừ khi được trả lại hoặc mở lại phần này.", n.Place.Label()))
}
