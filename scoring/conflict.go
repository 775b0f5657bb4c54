package scoring

import (
	"slices"

	"thidua/vi"
)

// ConflictKind is what ties a person to the unit they would judge.
type ConflictKind string

// The kinds of conflict of interest.
const (
	Family   ConflictKind = "family"   // người thân
	Interest ConflictKind = "interest" // lợi ích vật chất
	Served   ConflictKind = "served"   // từng lãnh đạo, công tác trong năm
	Dispute  ConflictKind = "dispute"  // đang có khiếu nại, tố cáo, tranh chấp
	Other    ConflictKind = "other"
)

// ConflictKinds are all kinds, in the order of the form.
var ConflictKinds = []ConflictKind{Family, Interest, Served, Dispute, Other}

// Label is the kind in Vietnamese.
func (k ConflictKind) Label() string { return conflictLabels[k] }

var conflictLabels = map[ConflictKind]string{
	Family:   "Có người thân giữ chức vụ hoặc được đề nghị khen thưởng tại đơn vị",
	Interest: "Có lợi ích vật chất liên quan đến đơn vị",
	Served:   "Trong năm đã lãnh đạo hoặc công tác tại đơn vị",
	Dispute:  "Đang có khiếu nại, tố cáo hoặc tranh chấp với đơn vị",
	Other:    "Lý do khác (ghi rõ)",
}

// Conflict is a conflict of interest as it was declared. As long as it lasts,
// the person sees nothing of the unit, not even in counts, and scores nothing of it.
type Conflict struct {
	ID         string
	Season     string // season id
	Person     string // person id
	Unit       string // unit id; empty = the whole year
	Kind       ConflictKind
	Note       string
	DeclaredOn vi.Day
	DeclaredBy string // as named then: the person, or the standing body
	EndedOn    vi.Day // zero while it lasts
	EndedWhy   string
}

// conflicted reports whether a conflict that still lasts parts the person from
// the unit.
func conflicted(conflicts []Conflict, person, unit string) bool {
	return person != "" && slices.ContainsFunc(conflicts, func(c Conflict) bool {
		return c.Person == person && c.EndedOn.IsZero() && (c.Unit == "" || c.Unit == unit)
	})
}
