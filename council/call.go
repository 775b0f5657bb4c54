package council

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/dossier"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Call calls a meeting and returns its id. Who sits is the establishment in
// force on the meeting's day.
func Call(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, m Meeting) (string, error) {
	if err := permit(by, access.CallCouncil); err != nil {
		return "", err
	}
	c, err := ByID(ctx, tx, m.Council)
	if err != nil {
		return "", err
	}
	if err := m.checkCall(); err != nil {
		return "", err
	}
	e, err := inForce(ctx, tx, c.ID, m.Day)
	if err != nil {
		return "", err
	}
	m.ID, m.Establishment, m.State, m.Sample = store.NewID(), e.ID, Called, m.Sample || c.Sample
	m.Roll, m.Board, m.Note, m.OpenedBy = nil, nil, "", ""
	added, err := insertMeeting(ctx, tx, m)
	if err != nil {
		return "", err
	}
	if added == 0 {
		return "", &refusal.Error{Kind: refusal.Conflict, Field: "name", Sentence: fmt.Sprintf("Hội đồng đã có cuộc họp tên “%s”.", m.Name)}
	}
	return m.ID, m.note(ctx, tx, by, day, Calling, map[string]any{"name": m.Name, "day": m.Day, "place": m.Place})
}

func (m *Meeting) checkCall() error {
	var faults []error
	if err := refusal.Texts(refusal.Text{Field: "name", Value: &m.Name}, refusal.Text{Field: "place", Value: &m.Place}); err != nil {
		return err
	}
	if m.Name == "" {
		faults = append(faults, refusal.Field("name", "Ghi tên cuộc họp, ví dụ “Phiên họp lần 1 năm 2014”."))
	}
	if m.Day.IsZero() {
		faults = append(faults, refusal.Field("day", "Ghi ngày họp."))
	}
	if m.FlagBase != nil && (*m.FlagBase < 0 || *m.FlagBase > 100_000) {
		faults = append(faults, refusal.Field("flag_base", "Số tập thể dẫn đầu cụm, khối phải từ 0 đến 100.000."))
	}
	return errors.Join(faults...)
}

// inForce is the establishment of the day.
func inForce(ctx context.Context, tx *store.Tx, council string, day vi.Day) (Establishment, error) {
	all, err := Establishments(ctx, tx, council)
	if err != nil {
		return Establishment{}, err
	}
	for _, e := range all {
		if e.On(day) {
			return e, nil
		}
	}
	return Establishment{}, refusal.Field("day", fmt.Sprintf("Ngày %s Hội đồng chưa có danh sách thành viên có hiệu lực: hãy ghi quyết định kiện toàn trước.", day.Short()))
}

// PutOn puts nominations on the list of a meeting.
func PutOn(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, meeting string, nominations []string) error {
	m, c, e, err := at(ctx, tx, by, meeting, access.CallCouncil, Listing)
	if err != nil {
		return err
	}
	if len(nominations) == 0 {
		return refusal.Field("nominations", "Chọn ít nhất một hồ sơ.")
	}
	items, err := Items(ctx, tx, m.ID)
	if err != nil {
		return err
	}
	for _, id := range nominations {
		n, err := listable(ctx, tx, by, c, m, id)
		if err != nil {
			return err
		}
		if err := dossier.Ripe(ctx, tx, n, day); err != nil {
			return onList(n, err)
		}
		if slices.ContainsFunc(items, func(x Item) bool { return x.Nomination == id }) {
			continue
		}
		x := Item{Meeting: m.ID, Nomination: id, Place: nextPlace(items), Conflicts: ConflictsOf(e.Seats, n)}
		items = append(items, x)
		if err := saveItem(ctx, tx, x); err != nil {
			return err
		}
	}
	return m.note(ctx, tx, by, day, Listing, map[string]any{"put_on": nominations})
}

// onList says beside the list of which candidate a refusal speaks.
func onList(n dossier.Nomination, err error) error {
	if e := refusal.Of(err); e != nil {
		return &refusal.Error{Kind: e.Kind, Field: "nominations", Rule: e.Rule, Sentence: n.CandidateName + ": " + e.Sentence}
	}
	return err
}

func nextPlace(items []Item) (n int) {
	for _, x := range items {
		n = max(n, x.Place)
	}
	return n + 1
}

// listable reads a nomination and refuses one the council cannot judge: of a
// cluster that another standing body serves, already judged, or on the list of
// another meeting that is not over.
func listable(ctx context.Context, tx *store.Tx, by access.Actor, c Council, m Meeting, id string) (dossier.Nomination, error) {
	n, err := dossier.ByID(ctx, tx, id)
	if err != nil {
		return n, err
	}
	if err := served(ctx, tx, by, c, n.Season); err != nil {
		return n, err
	}
	if !n.Status.MayBecome(dossier.Passed) {
		return n, refusal.Field("nominations", fmt.Sprintf("%s: đề nghị đang ở trạng thái “%s”, Hội đồng không xét nữa.", n.CandidateName, n.Status.Label()))
	}
	name, err := store.All(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT m.name FROM council_item i JOIN council_meeting m ON m.id = i.meeting_id
		WHERE i.nomination_id = $1 AND m.id <> $2 AND m.state IN ('called', 'voting')`, id, m.ID)
	if err == nil && len(name) > 0 {
		return n, refusal.Field("nominations", fmt.Sprintf("%s: hồ sơ đang ở danh sách của “%s”.", n.CandidateName, name[0]))
	}
	return n, err
}

// served refuses a season of a cluster that another standing body serves.
func served(ctx context.Context, tx *store.Tx, by access.Actor, c Council, seasonID string) error {
	s, err := season.ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := s.Within(by); err != nil {
		return err
	}
	home, err := cluster.ByID(ctx, tx, s.Cluster)
	if err == nil && c.Body != "" && home.StandingBody != "" && home.StandingBody != c.Body {
		return refusal.New(refusal.NotFound, "Không có đề nghị khen thưởng này.")
	}
	return err
}

// TakeOff takes a nomination off the list before the ballot is opened.
func TakeOff(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, meeting, nomination string) error {
	m, _, _, err := at(ctx, tx, by, meeting, access.CallCouncil, Listing)
	if err != nil {
		return err
	}
	if _, err := itemOf(ctx, tx, m.ID, nomination); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `DELETE FROM council_item WHERE meeting_id = $1 AND nomination_id = $2`, m.ID, nomination); err != nil {
		return err
	}
	return m.note(ctx, tx, by, day, Listing, map[string]any{"taken_off": nomination})
}

// TakeRoll records who was present, who wrote and who was away. A member without
// a line was away.
func TakeRoll(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, meeting string, roll []Attendance) error {
	m, _, e, err := at(ctx, tx, by, meeting, access.RecordCouncil, RollCall)
	if err != nil {
		return err
	}
	if roll, err = checkRoll(e, roll); err != nil {
		return err
	}
	m.Roll = roll
	if err := saveMeeting(ctx, tx, m); err != nil {
		return err
	}
	return m.note(ctx, tx, by, day, RollCall, map[string]any{"roll": roll})
}

func checkRoll(e Establishment, roll []Attendance) ([]Attendance, error) {
	var faults []error
	var kept []Attendance
	seen := map[int]bool{}
	for _, a := range roll {
		s, there := e.Seat(a.Seat)
		field := fmt.Sprintf("document[%d]", a.Seat)
		if !there || !s.Office.Votes() || seen[a.Seat] {
			return nil, refusal.New(refusal.Invalid, "Điểm danh có người không phải ủy viên của Hội đồng.")
		}
		seen[a.Seat] = true
		if err := refusal.Texts(refusal.Text{Field: field, Value: &a.Document}); err != nil {
			return nil, err
		}
		switch a.Presence {
		case Here, Away:
			a.Document = ""
		case Writing:
			if a.Document == "" {
				faults = append(faults, refusal.Field(field, fmt.Sprintf("%s vắng gửi ý kiến bằng văn bản: ghi số, ngày văn bản để nêu trong biên bản.", s.Name)))
			}
		default:
			faults = append(faults, refusal.Field(fmt.Sprintf("presence[%d]", a.Seat), fmt.Sprintf("Chọn có mặt hay vắng cho %s.", s.Name)))
		}
		kept = append(kept, a)
	}
	return kept, errors.Join(faults...)
}
