package meeting

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Amendment is one change to the draft that a unit which was present asks for.
type Amendment struct {
	At      store.Time `json:"at"`
	Person  string     `json:"person"` // person id
	Name    string     `json:"name"`
	Unit    string     `json:"unit"`          // unit id
	Section int        `json:"section"`       // from 0
	Old     string     `json:"old,omitempty"` // the line to be changed; empty = a line to be added
	New     string     `json:"new,omitempty"` // what it is to be; empty = the line is struck out
	Why     string     `json:"why,omitempty"`
	Verdict Verdict    `json:"verdict,omitempty"`
	By      string     `json:"by,omitempty"`     // who decided
	Reason  string     `json:"reason,omitempty"` // why, when declined
}

// Verdict is what the chair decided on an amendment; empty while open.
type Verdict string

// The two verdicts.
const (
	Accepted Verdict = "accepted" // chấp nhận
	Declined Verdict = "declined" // không chấp nhận
)

// Label is the verdict in Vietnamese.
func (v Verdict) Label() string {
	switch v {
	case Accepted:
		return "Chấp nhận"
	case Declined:
		return "Không chấp nhận"
	}
	return "Chờ chủ tọa quyết định"
}

// Says is the change in one line.
func (a Amendment) Says() string {
	switch {
	case a.Old == "":
		return "bổ sung “" + a.New + "”"
	case a.New == "":
		return "bỏ “" + a.Old + "”"
	}
	return "sửa “" + a.Old + "” thành “" + a.New + "”"
}

// ProposeAmendment asks for a change of the draft, in the name of the actor's
// unit, which must have been present.
func ProposeAmendment(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, a Amendment) error {
	s, err := takeUp(ctx, tx, by, day, access.AmendMinutes, id)
	if err != nil {
		return err
	}
	if !s.Attendance.Attended(by.Unit) {
		return refusal.By(string(access.AmendMinutes), "Đơn vị của đồng chí không có mặt tại hội nghị, nên không đề nghị sửa biên bản được. Đơn vị có thể gửi ý kiến bằng văn bản cho trưởng cụm.")
	}
	if err := s.needs("đề nghị sửa biên bản", Amended); err != nil {
		return err
	}
	m, err := newest(ctx, tx, id)
	if err != nil {
		return err
	}
	if err := a.check(m); err != nil {
		return err
	}
	a.At, a.Person, a.Name, a.Unit, a.Verdict, a.By, a.Reason = tx.Now, by.Person, by.Name, by.Unit, "", "", ""
	m.Amendments = append(m.Amendments, a)
	if err := keepMinutes(ctx, tx, m); err != nil {
		return err
	}
	return s.tell(ctx, tx, Event{Kind: AmendProposed, Unit: by.Unit, Words: a.Says()})
}

func (a *Amendment) check(m Minutes) error {
	for field, text := range map[string]*string{"old": &a.Old, "new": &a.New, "why": &a.Why} {
		if err := written(field, text); err != nil {
			return err
		}
	}
	switch {
	case a.Section < 0 || a.Section >= len(m.Sections):
		return refusal.Field("line", "Chọn mục của biên bản.")
	case a.Old != "" && !slices.Contains(m.Sections[a.Section].Lines, a.Old):
		return refusal.Field("line", "Câu này không còn trong dự thảo; hãy xem lại dự thảo rồi chọn lại.")
	case a.Old == a.New:
		return refusal.Field("new", "Ghi nội dung đề nghị sửa hoặc bổ sung.")
	}
	return nil
}

// DecideAmendment accepts or declines amendment number n (from 1). Nobody
// decides on what they asked for themselves.
func DecideAmendment(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, n int, verdict Verdict, reason string) error {
	s, err := takeUp(ctx, tx, by, day, access.HoldConference, id)
	if err != nil {
		return err
	}
	if err := s.needs("quyết định về đề nghị sửa", Amended); err != nil {
		return err
	}
	m, err := newest(ctx, tx, id)
	if err != nil {
		return err
	}
	if err := m.decide(by, n, verdict, reason); err != nil {
		return err
	}
	if err := keepMinutes(ctx, tx, m); err != nil {
		return err
	}
	a := m.Amendments[n-1]
	return s.tell(ctx, tx, Event{Kind: AmendDecided, Unit: a.Unit, Words: a.Says() + ": " + vi.LowerFirst(verdict.Label())})
}

func (m *Minutes) decide(by access.Actor, n int, verdict Verdict, reason string) error {
	if n < 1 || n > len(m.Amendments) {
		return refusal.New(refusal.NotFound, "Không có đề nghị sửa này.")
	}
	a := &m.Amendments[n-1]
	field := fmt.Sprintf("reason.%d", n)
	if err := written(field, &reason); err != nil {
		return err
	}
	switch {
	case a.Verdict != "":
		return refusal.New(refusal.Conflict, "Đề nghị sửa này đã được quyết định.")
	case by.Desk() && by.Person == a.Person:
		return refusal.By("own_amendment", "Người đề nghị sửa không tự quyết định đề nghị của mình; cơ quan thường trực hoặc người khác được tổ chức hội nghị quyết định.")
	case verdict != Accepted && verdict != Declined:
		return refusal.New(refusal.Invalid, "Chỉ chấp nhận hoặc không chấp nhận.")
	case verdict == Declined && reason == "":
		return refusal.Field(field, "Không chấp nhận thì ghi lý do.")
	}
	a.Verdict, a.By, a.Reason = verdict, by.Name, reason
	if verdict == Declined {
		return nil
	}
	return m.apply(*a)
}

// apply puts an accepted amendment into the text.
func (m *Minutes) apply(a Amendment) error {
	lines := slices.Clone(m.Sections[a.Section].Lines)
	at := slices.Index(lines, a.Old)
	switch {
	case a.Old == "":
		lines = append(lines, a.New)
	case at < 0:
		return refusal.New(refusal.Conflict, "Câu cần sửa đã được sửa theo đề nghị khác; đề nghị này không còn áp dụng được, hãy ghi không chấp nhận kèm lý do.")
	case a.New == "":
		lines = slices.Delete(lines, at, at+1)
	default:
		lines[at] = a.New
	}
	m.Sections[a.Section].Lines = lines
	return nil
}
