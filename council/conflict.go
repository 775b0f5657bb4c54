package council

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/dossier"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Conflict is a member's conflict of interest with a dossier. It is shown and
// stated in the minutes; the denominator stays all members.
type Conflict struct {
	Seat     int    `json:"seat"`
	Why      string `json:"why"`
	Declared bool   `json:"declared,omitempty"` // by the member or the secretary; else found by the records
}

// ConflictsOf are the members who are the candidate, or work for the candidate's
// unit, as far as the records tell.
func ConflictsOf(seats []Seat, n dossier.Nomination) (all []Conflict) {
	person := n.CandidateKind != dossier.Collective
	for _, s := range seats {
		switch {
		case !s.Office.Votes():
		case person && vi.SpellingKey(s.Name) == vi.SpellingKey(n.CandidateName):
			all = append(all, Conflict{Seat: s.Place, Why: "là người được đề nghị"})
		case s.Unit != "" && (s.Unit == n.CandidateUnit || person && s.Unit == n.ProposedBy):
			all = append(all, Conflict{Seat: s.Place, Why: "làm việc ở đơn vị được đề nghị"})
		}
	}
	return all
}

// merged are the declared conflicts and the found ones, one for each seat.
func merged(declared, found []Conflict) []Conflict {
	all := slices.Clone(declared)
	for _, f := range found {
		if !slices.ContainsFunc(all, func(c Conflict) bool { return c.Seat == f.Seat }) {
			all = append(all, f)
		}
	}
	slices.SortFunc(all, func(a, b Conflict) int { return a.Seat - b.Seat })
	return all
}

// Declare records a member's conflict of interest with a dossier before the
// ballot is opened: the member's own, or, by the secretary or the standing body,
// anybody's.
func Declare(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, meeting, nomination string, seat int, why string) error {
	if err := permit(by, access.DeclareConflict); err != nil {
		return err
	}
	m, _, e, err := whole(ctx, tx, meeting)
	if err != nil {
		return err
	}
	s, there := e.Seat(seat)
	if own, seated := e.SeatOf(by.Person); by.Role == access.CouncilMember && (!seated || own.Place != seat) {
		return refusal.By("own_conflict", "Ủy viên chỉ khai xung đột lợi ích của chính mình.")
	}
	if err := m.step(Listing); err != nil {
		return err
	}
	if !there || !s.Office.Votes() {
		return refusal.Field("seat", "Chọn một ủy viên của Hội đồng.")
	}
	if err := refusal.Texts(refusal.Text{Field: "why", Value: &why}); err != nil {
		return err
	}
	if why == "" {
		return refusal.Field("why", "Ghi lý do có xung đột lợi ích.")
	}
	x, err := itemOf(ctx, tx, m.ID, nomination)
	if err != nil {
		return err
	}
	x.Conflicts = slices.DeleteFunc(x.Conflicts, func(c Conflict) bool { return c.Seat == seat })
	x.Conflicts = merged(append(x.Conflicts, Conflict{Seat: seat, Why: why, Declared: true}), nil)
	if err := saveItem(ctx, tx, x); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.DeclareConflict, "council_meeting:"+m.ID, map[string]any{"nomination": nomination, "seat": seat, "why": why})
}

// ConflictWords states a conflict as the minutes do.
func ConflictWords(c Council, e Establishment, k Conflict) string {
	s, _ := e.Seat(k.Seat)
	how := "vẫn bỏ phiếu"
	if c.Rules.Recuse {
		how = "không bỏ phiếu cho hồ sơ này"
	}
	return fmt.Sprintf("%s: %s; %s; mẫu số vẫn là tổng số %d thành viên.", s.Name, k.Why, how, e.Members())
}
