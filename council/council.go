// Package council is the Council for Emulation and Commendation: who sits on
// it, its meetings, the secret ballot of all its members on each dossier, and
// the decision that is drawn from those who passed.
package council

import (
	"errors"

	"thidua/exact"
	"thidua/refusal"
	"thidua/vi"
)

// Council is one council, served by a standing body.
type Council struct {
	ID     string `json:"id"`
	Name   string `json:"name"`           // "Hội đồng Thi đua - Khen thưởng tỉnh Nghệ An"
	Body   string `json:"body,omitempty"` // unit id of its standing body; empty = not on record
	Rules  Rules  `json:"rules"`
	Sample bool   `json:"illustrative,omitempty"`
}

// Rules are what the council's own working rules say where the law leaves it to
// them, or where no text of the law read here says it.
type Rules struct {
	Quorum exact.Number `json:"quorum"`         // share of all members that must be present: 2/3
	Share  exact.Number `json:"share,omitzero"` // of all members, for titles whose share no law read here says; unknown = none
	Recuse bool         `json:"recuse"`         // a member with a conflict of interest does not vote on that dossier
	Source string       `json:"source"`         // the document they stand in
}

// TwoThirds is the quorum when a council states none: so Decree 98/2023/NĐ-CP,
// Article 47 for the Central Council and Decision 86/2025/QĐ-UBND of Bắc Ninh.
var TwoThirds = exact.Ratio(2, 3)

// cleaned tidies the texts and puts in the usual quorum.
func (c Council) cleaned() (Council, error) {
	if !c.Rules.Quorum.Known() {
		c.Rules.Quorum = TwoThirds
	}
	return c, refusal.Texts(refusal.Text{Field: "name", Value: &c.Name}, refusal.Text{Field: "source", Value: &c.Rules.Source})
}

// Check refuses, all at once, what is wrong with the council by itself.
func Check(c Council) error {
	var faults []error
	if c.Name == "" {
		faults = append(faults, refusal.Field("name", "Ghi tên Hội đồng."))
	}
	one := exact.Int(1)
	if q := c.Rules.Quorum; q.Sign() <= 0 || q.Cmp(one) > 0 {
		faults = append(faults, refusal.Field("quorum", "Tỷ lệ có mặt phải lớn hơn 0 và không quá 100 %."))
	}
	if s := c.Rules.Share; s.Known() && (s.Sign() <= 0 || s.Cmp(one) > 0) {
		faults = append(faults, refusal.Field("share", "Tỷ lệ phải đạt phải lớn hơn 0 và không quá 100 %."))
	}
	if (c.Rules.Share.Known() || c.Rules.Recuse) && c.Rules.Source == "" {
		faults = append(faults, refusal.Field("source", "Ghi văn bản quy định (quy chế làm việc của Hội đồng)."))
	}
	return errors.Join(faults...)
}

func key(name string) string { return vi.SpellingKey(name) }
