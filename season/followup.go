package season

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/evidence"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// NoteState is how far a finding or a task has come.
type NoteState string

// The states. A note begins open; who answers for it reports, the overseers
// confirm.
const (
	NoteOpen     NoteState = "open"
	NoteWorking  NoteState = "working"
	NoteReported NoteState = "reported"
	NoteDone     NoteState = "done"
)

// NoteStates are those that a follow-up may record.
var NoteStates = []NoteState{NoteWorking, NoteReported, NoteDone}

// Label is the state in Vietnamese.
func (s NoteState) Label() string { return noteStateLabels[s] }

var noteStateLabels = map[NoteState]string{
	NoteOpen:     "Chưa làm",
	NoteWorking:  "Đang làm",
	NoteReported: "Báo đã xong, chờ xác nhận",
	NoteDone:     "Đã xong",
}

// NoteStep is one follow-up of a finding or a task.
type NoteStep struct {
	ID       string
	Note     string // note id
	On       vi.Day
	State    NoteState
	Text     string
	Evidence []string // words, or evidence.Ref of the telling unit's files
	By       string   // as the journal names them
	Unit     string   // unit id of whoever told it; empty for the standing body
}

// StateAfter is where a note stands after its follow-ups, the oldest first.
func StateAfter(steps []NoteStep) NoteState {
	if len(steps) == 0 {
		return NoteOpen
	}
	return steps[len(steps)-1].State
}

// NoteSteps returns every follow-up of the season's notes by note id, the
// oldest first, in one statement.
func NoteSteps(ctx context.Context, tx *store.Tx, seasonID string) (map[string][]NoteStep, error) {
	type row struct {
		NoteStep
		evidence store.JSON[[]string]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any {
		return []any{&r.ID, &r.Note, &r.On, &r.State, &r.Text, &r.evidence, &r.By, &r.Unit}
	}, `SELECT x.id, x.note_id, x.on_day, x.state, x.body, x.evidence, x.told_by, x.told_unit
		FROM season_note_step x JOIN season_note n ON n.id = x.note_id WHERE n.season_id = $1 ORDER BY x.id`, seasonID)
	by := map[string][]NoteStep{}
	for _, r := range rows {
		r.Evidence = r.evidence.V
		by[r.Note] = append(by[r.Note], r.NoteStep)
	}
	return by, err
}

// FollowUp records what was done about a finding or a task. The unit that
// answers for it tells of itself only, up to "reported"; that it is done the
// head or the standing body confirms, the head never for its own unit. What is
// done is taken up again by them alone.
func FollowUp(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, x NoteStep) error {
	type ground struct{ season, owner string }
	g, err := store.One(ctx, tx, func(g *ground) []any { return []any{&g.season, &g.owner} },
		`SELECT season_id, owner_unit FROM season_note WHERE id = $1 AND kind IN ('finding', 'task')`, x.Note)
	if errors.Is(err, store.ErrNone) {
		return refusal.New(refusal.NotFound, "Không có hạn chế, nhiệm vụ này.")
	}
	if err != nil {
		return err
	}
	s, err := ByID(ctx, tx, g.season)
	if err != nil {
		return err
	}
	if err := Permit(by, access.FollowUp, g.owner, s); err != nil {
		return err
	}
	steps, err := NoteSteps(ctx, tx, g.season)
	if err != nil {
		return err
	}
	if err := MayFollow(by, g.owner, StateAfter(steps[x.Note]), x.State); err != nil {
		return err
	}
	if err := x.clean(ctx, tx, by); err != nil {
		return err
	}
	x.ID, x.On, x.By, x.Unit = store.NewID(), day, by.Name, by.Unit
	if _, err := tx.Exec(ctx, `INSERT INTO season_note_step (id, note_id, on_day, state, body, evidence, told_by, told_unit) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		x.ID, x.Note, x.On, x.State, x.Text, store.Text(x.Evidence), x.By, x.Unit); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.FollowUp, "season_note:"+x.Note, x)
}

// MayFollow refuses to take a note of the owner (a unit id) from where it stands
// to where, unless it is the actor's to do.
func MayFollow(by access.Actor, owner string, now, to NoteState) error {
	overseer := by.Role == access.ClusterHead || by.Role == access.StandingBody
	rule, _ := access.Of(access.FollowUp)
	switch {
	case to.Label() == "" || to == NoteOpen:
		return refusal.Field("state", "Chọn: đang làm, báo đã xong, hoặc đã xong.")
	case !overseer && (owner == "" || by.Unit != owner):
		return refusal.By(string(access.FollowUp), rule.Says)
	case to == NoteDone && !overseer:
		return refusal.By(string(access.FollowUp), "Đơn vị báo đã xong; trưởng cụm hoặc cơ quan thường trực xác nhận.")
	case to == NoteDone && by.Unit != "" && by.Unit == owner:
		return refusal.By(string(access.FollowUp), "Trưởng cụm không tự xác nhận việc của đơn vị mình; cơ quan thường trực xác nhận.")
	case now == NoteDone && !overseer:
		return refusal.New(refusal.Closed, "Việc này đã được xác nhận xong; trưởng cụm hoặc cơ quan thường trực mới mở lại được.")
	case now == NoteDone && to == NoteDone:
		return refusal.New(refusal.Conflict, "Việc này đã được xác nhận xong.")
	}
	return nil
}

func (x *NoteStep) clean(ctx context.Context, tx *store.Tx, by access.Actor) error {
	if err := refusal.Texts(refusal.Text{Field: "text", Value: &x.Text}); err != nil {
		return err
	}
	switch n := len([]rune(x.Text)); {
	case n == 0:
		return refusal.Field("text", "Chưa ghi đã làm gì.")
	case n > 4000:
		return refusal.Field("text", fmt.Sprintf("Nội dung dài %d chữ, quá 4.000 chữ.", n))
	}
	return evidence.CheckCited(ctx, tx, by.Unit, "evidence", x.Evidence, nil)
}
