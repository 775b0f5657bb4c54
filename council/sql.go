package council

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

type councilRow struct {
	Council
	rules store.JSON[Rules]
}

func (r *councilRow) into() []any {
	return []any{&r.ID, &r.Name, &r.Body, &r.rules, &r.Sample}
}

// All returns every council, oldest first. One statement.
func All(ctx context.Context, tx *store.Tx) ([]Council, error) {
	rows, err := store.All(ctx, tx, (*councilRow).into, `SELECT id, name, body_unit, rules, illustrative FROM council ORDER BY id`)
	all := make([]Council, len(rows))
	for i, r := range rows {
		all[i] = r.Council
		all[i].Rules = r.rules.V
	}
	return all, err
}

// ByID returns the council, or a refusal of kind NotFound.
func ByID(ctx context.Context, tx *store.Tx, id string) (Council, error) {
	r, err := store.One(ctx, tx, (*councilRow).into, `SELECT id, name, body_unit, rules, illustrative FROM council WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return Council{}, refusal.New(refusal.NotFound, "Không có Hội đồng này.")
	}
	r.Rules = r.rules.V
	return r.Council, err
}

type establishmentRow struct {
	Establishment
	seats store.JSON[[]Seat]
}

func (r *establishmentRow) into() []any {
	return []any{&r.ID, &r.Council, &r.Document, &r.Day, &r.From, &r.Until, &r.seats}
}

const selectEstablishment = `SELECT id, council_id, document, day, from_day, until_day, seats FROM council_establishment`

// Establishments are all the council had, the newest first. One statement.
func Establishments(ctx context.Context, tx *store.Tx, council string) ([]Establishment, error) {
	rows, err := store.All(ctx, tx, (*establishmentRow).into, selectEstablishment+` WHERE council_id = $1 ORDER BY from_day DESC`, council)
	all := make([]Establishment, len(rows))
	for i, r := range rows {
		all[i] = r.Establishment
		all[i].Seats = r.seats.V
	}
	return all, err
}

func establishmentByID(ctx context.Context, tx *store.Tx, id string) (Establishment, error) {
	r, err := store.One(ctx, tx, (*establishmentRow).into, selectEstablishment+` WHERE id = $1`, id)
	r.Seats = r.seats.V
	return r.Establishment, err
}

func insertEstablishment(ctx context.Context, tx *store.Tx, e Establishment) error {
	_, err := tx.Exec(ctx, `INSERT INTO council_establishment (id, council_id, document, day, from_day, until_day, seats)
		VALUES ($1, $2, $3, $4, $5, $6, $7)`, e.ID, e.Council, e.Document, e.Day, e.From, e.Until, store.Text(e.Seats))
	return err
}

// lastMeeting is the day of the last meeting called by the establishment's list
// and not cancelled; zero when none was.
func lastMeeting(ctx context.Context, tx *store.Tx, establishment string) (vi.Day, error) {
	return store.One(ctx, tx, func(d *vi.Day) []any { return []any{d} },
		`SELECT COALESCE(max(day), '') FROM council_meeting WHERE establishment_id = $1 AND state <> 'cancelled'`, establishment)
}

type meetingRow struct {
	Meeting
	roll  store.JSON[[]Attendance]
	board store.JSON[[]voting.Teller]
}

func (r *meetingRow) into() []any {
	return []any{&r.ID, &r.Council, &r.Establishment, &r.Name, &r.Day, &r.Place, &r.State, &r.roll, &r.board, &r.FlagBase, &r.Note, &r.OpenedBy, &r.Sample}
}

const selectMeeting = `SELECT id, council_id, establishment_id, name, day, place, state, roll, board, flag_base, note, opened_by, illustrative FROM council_meeting`

// Meetings are the council's meetings, the newest first. One statement.
func Meetings(ctx context.Context, tx *store.Tx, council string) ([]Meeting, error) {
	rows, err := store.All(ctx, tx, (*meetingRow).into, selectMeeting+` WHERE council_id = $1 ORDER BY day DESC, id DESC`, council)
	all := make([]Meeting, len(rows))
	for i, r := range rows {
		all[i] = r.Meeting
		all[i].Roll, all[i].Board = r.roll.V, r.board.V
	}
	return all, err
}

// MeetingByID returns the meeting, or a refusal of kind NotFound.
func MeetingByID(ctx context.Context, tx *store.Tx, id string) (Meeting, error) {
	r, err := store.One(ctx, tx, (*meetingRow).into, selectMeeting+` WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return Meeting{}, refusal.New(refusal.NotFound, "Không có cuộc họp này.")
	}
	r.Meeting.Roll, r.Meeting.Board = r.roll.V, r.board.V
	return r.Meeting, err
}

func insertMeeting(ctx context.Context, tx *store.Tx, m Meeting) (int64, error) {
	return tx.Exec(ctx, `INSERT INTO council_meeting (id, council_id, establishment_id, name, name_key, day, place, state, roll, board, flag_base, note, opened_by, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (council_id, name_key) DO NOTHING`,
		m.ID, m.Council, m.Establishment, m.Name, key(m.Name), m.Day, m.Place, m.State, store.Text(m.Roll), store.Text(m.Board), m.FlagBase, m.Note, m.OpenedBy, m.Sample)
}

func saveMeeting(ctx context.Context, tx *store.Tx, m Meeting) error {
	_, err := tx.Exec(ctx, `UPDATE council_meeting SET state = $1, roll = $2, board = $3, flag_base = $4, note = $5, opened_by = $6 WHERE id = $7`,
		m.State, store.Text(m.Roll), store.Text(m.Board), m.FlagBase, m.Note, m.OpenedBy, m.ID)
	return err
}

type itemRow struct {
	Item
	basis     store.JSON[Basis]
	conflicts store.JSON[[]Conflict]
}

func (r *itemRow) into() []any {
	return []any{&r.Meeting, &r.Nomination, &r.Place, &r.Poll, &r.basis, &r.conflicts}
}

const selectItem = `SELECT meeting_id, nomination_id, position, poll_id, basis, conflicts FROM council_item`

// Items are the dossiers on the meeting's list, in order. One statement.
func Items(ctx context.Context, tx *store.Tx, meeting string) ([]Item, error) {
	rows, err := store.All(ctx, tx, (*itemRow).into, selectItem+` WHERE meeting_id = $1 ORDER BY position`, meeting)
	all := make([]Item, len(rows))
	for i, r := range rows {
		all[i] = r.Item
		all[i].Basis, all[i].Conflicts = r.basis.V, r.conflicts.V
	}
	return all, err
}

// itemOf is one dossier of the list; a refusal when it is not on it.
func itemOf(ctx context.Context, tx *store.Tx, meeting, nomination string) (Item, error) {
	r, err := store.One(ctx, tx, (*itemRow).into, selectItem+` WHERE meeting_id = $1 AND nomination_id = $2`, meeting, nomination)
	if errors.Is(err, store.ErrNone) {
		return Item{}, refusal.New(refusal.NotFound, "Hồ sơ này không có trong danh sách của cuộc họp.")
	}
	r.Basis, r.Conflicts = r.basis.V, r.conflicts.V
	return r.Item, err
}

func saveItem(ctx context.Context, tx *store.Tx, x Item) error {
	_, err := tx.Exec(ctx, `INSERT INTO council_item (meeting_id, nomination_id, position, poll_id, basis, conflicts) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (meeting_id, nomination_id) DO UPDATE SET poll_id = excluded.poll_id, basis = excluded.basis, conflicts = excluded.conflicts`,
		x.Meeting, x.Nomination, x.Place, x.Poll, store.Text(x.Basis), store.Text(x.Conflicts))
	return err
}

// Whole reads a meeting with its council and who sat then.
func whole(ctx context.Context, tx *store.Tx, id string) (m Meeting, c Council, e Establishment, err error) {
	if m, err = MeetingByID(ctx, tx, id); err != nil {
		return m, c, e, err
	}
	if c, err = ByID(ctx, tx, m.Council); err != nil {
		return m, c, e, err
	}
	e, err = establishmentByID(ctx, tx, m.Establishment)
	return m, c, e, err
}

// at is whole for an act: it refuses whoever may not do it, and a meeting that
// is not at the step.
func at(ctx context.Context, tx *store.Tx, by access.Actor, id string, act access.Act, step Step) (m Meeting, c Council, e Establishment, err error) {
	if err = permit(by, act); err != nil {
		return m, c, e, err
	}
	if m, c, e, err = whole(ctx, tx, id); err != nil {
		return m, c, e, err
	}
	return m, c, e, m.step(step)
}

// step refuses what cannot be done to the meeting as it stands.
func (m Meeting) step(s Step) error {
	if m.State.May(s) {
		return nil
	}
	return refusal.New(refusal.Closed, fmt.Sprintf("Cuộc họp đang ở trạng thái “%s” nên không %s được.", m.State.Label(), stepWords[s]))
}

// stepWords are the steps after "không".
var stepWords = map[Step]string{
	Listing: "đổi danh sách hồ sơ", RollCall: "điểm danh", Opening: "mở bỏ phiếu", Counting: "nhập số phiếu",
	Closing: "kết thúc", Cancelling: "hủy", Deciding: "ghi quyết định", Refusing: "thông báo kết quả",
}

// note enters a step in the journal; the detail never holds a count.
func (m Meeting) note(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, step Step, detail map[string]any) error {
	detail["step"] = step
	act := access.RecordCouncil
	for _, t := range Transitions {
		if t.Step == step {
			act = t.Act
			break
		}
	}
	return journal.Record(ctx, tx, by, day, act, "council_meeting:"+m.ID, detail)
}
