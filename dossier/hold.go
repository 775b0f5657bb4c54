package dossier

import (
	"fmt"
	"strings"

	"thidua/vi"
)

// HoldKind is what keeps somebody from being proposed (Law 06/2022/QH15,
// Article 5 and the decrees' Article 4: discipline, inspection, complaint or
// denunciation, a press report under verification).
type HoldKind string

// The kinds of hold.
const (
	Discipline   HoldKind = "discipline"
	Inspection   HoldKind = "inspection"
	Complaint    HoldKind = "complaint"
	Denunciation HoldKind = "denunciation"
	Press        HoldKind = "press"
)

// HoldKinds are all kinds in order.
var HoldKinds = []HoldKind{Discipline, Inspection, Complaint, Denunciation, Press}

var holdLabels = map[HoldKind]string{
	Discipline:   "Xem xét hoặc thi hành kỷ luật",
	Inspection:   "Điều tra, thanh tra, kiểm tra khi có dấu hiệu vi phạm",
	Complaint:    "Khiếu nại đang được xác minh",
	Denunciation: "Tố cáo đang được xác minh",
	Press:        "Báo chí nêu tham nhũng, tiêu cực đang được xác minh",
}

// Label is the kind's Vietnamese name; "" for an unknown word.
func (k HoldKind) Label() string { return holdLabels[k] }

// HoldOutcome is how a hold was concluded.
type HoldOutcome string

// The outcomes. An open hold has none.
const (
	Cleared   HoldOutcome = "cleared"   // no wrongdoing: the proposal resumes
	Violation HoldOutcome = "violation" // wrongdoing: achievements count from the end of the discipline
)

// Hold is a matter that freezes proposals and awards of a unit or a person.
type Hold struct {
	ID          string
	Unit        string // unit id; of a person, the unit they work in; empty = not known
	Subject     string // the name of the unit or person
	Kind        HoldKind
	Source      string // the document that opened it
	From        vi.Day
	Outcome     HoldOutcome // empty while open
	ConcludedOn vi.Day
	Conclusion  string // the document that concluded it
	CountsFrom  vi.Day // first day whose achievements count after a violation
	Sample      bool
}

// Freezes reports whether the matter stood in the way on that day: until it was
// concluded without wrongdoing, or until the discipline ended.
func (h Hold) Freezes(day vi.Day) bool {
	switch {
	case day.Before(h.From):
		return false
	case h.Outcome == Cleared:
		return day.Before(h.ConcludedOn)
	case h.Outcome == Violation:
		return day.Before(h.CountsFrom)
	}
	return true
}

// Says is the matter in one sentence.
func (h Hold) Says() string {
	words := fmt.Sprintf("%s: %s từ ngày %s", vi.UpperFirst(h.Subject), vi.LowerFirst(h.Kind.Label()), h.From.Short())
	switch h.Outcome {
	case Cleared:
		return words + fmt.Sprintf("; kết luận không có vi phạm ngày %s.", h.ConcludedOn.Short())
	case Violation:
		return words + fmt.Sprintf("; thành tích tính từ ngày %s.", h.CountsFrom.Short())
	}
	return words + ", chưa có kết luận."
}

// concerns reports whether the hold is of the nomination's candidate: the same
// unit; or a person of that name, in the same unit where both say which.
func (h Hold) concerns(n Nomination) bool {
	if n.CandidateKind == Collective && n.CandidateUnit != "" && h.Unit != "" {
		return h.Unit == n.CandidateUnit && (h.Subject == "" || vi.SpellingKey(h.Subject) == vi.SpellingKey(n.CandidateName))
	}
	if n.CandidateKind != Collective && h.Unit != "" && n.ProposedBy != "" && h.Unit != n.ProposedBy {
		return false
	}
	named, held := vi.SpellingKey(n.CandidateName), vi.SpellingKey(h.Subject)
	return held != "" && (named == held || strings.HasPrefix(named, held+" ") || strings.HasPrefix(named, held+","))
}

// frozen are the holds that stand in the candidate's way on the day.
func frozen(n Nomination, all []Hold, day vi.Day) (found []Hold) {
	for _, h := range all {
		if h.concerns(n) && h.Freezes(day) {
			found = append(found, h)
		}
	}
	return found
}

// CountsFrom is the first day from which the candidate's achievements count
// after disciplines; zero when none is on record.
func CountsFrom(n Nomination, all []Hold) (from vi.Day) {
	for _, h := range all {
		if h.concerns(n) && h.Outcome == Violation && (from.IsZero() || h.CountsFrom.After(from)) {
			from = h.CountsFrom
		}
	}
	return from
}
