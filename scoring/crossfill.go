package scoring

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// FillJudged keeps what a scorer typed into a cross sheet or an appraisal, and
// begins the sheet with the first entry. What the rules cannot take is refused
// by its field, a cell that somebody else of the same scorer changed meanwhile
// by Clashes; then nothing is recorded. The sheet comes back as it stands.
func FillJudged(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, unit string, stage season.Stage, entries []Entry) (JudgedSheet, error) {
	d, err := openJudged(ctx, tx, by, day, seasonID, unit, stage)
	if err != nil {
		return JudgedSheet{}, err
	}
	cells, err := d.read(entries)
	if err != nil || len(cells) == 0 {
		return d.sheet, err
	}
	probe := d.sheet.Sheet
	for _, c := range cells {
		probe.Marks = append(probe.Marks, c.Mark)
	}
	if err := mayJudge(ctx, tx, by, d.year, d.rules, probe); err != nil {
		return JudgedSheet{}, err
	}
	if d.sheet.ID == "" {
		d.sheet.On, d.sheet.RulesVersion, d.sheet.ScorerName = day, d.rules.Version, by.Name
		if err := putDraft(ctx, tx, &d.sheet); err != nil {
			return JudgedSheet{}, err
		}
	}
	for i := range cells {
		cells[i].SavedAt, cells[i].SavedBy = tx.Now, by.Name
		at := slices.IndexFunc(d.sheet.Cells, func(c Cell) bool { return c.Criterion == cells[i].Criterion })
		if at < 0 {
			d.sheet.Cells = append(d.sheet.Cells, cells[i])
		} else {
			d.sheet.Cells[at] = cells[i]
		}
	}
	if err := putCells(ctx, tx, d.sheet.ID, cells); err != nil {
		return JudgedSheet{}, err
	}
	return d.sheet, journal.Record(ctx, tx, by, day, access.FillSheet, "score_sheet:"+d.sheet.ID, cells)
}

// SendJudged sends a cross sheet or an appraisal as it stands at the desk; see
// JudgedSheet.ToSend. It is checked as every sheet: SubmitSheet.
func SendJudged(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, unit string, stage season.Stage) error {
	d, err := openJudged(ctx, tx, by, day, seasonID, unit, stage)
	if err != nil {
		return err
	}
	seen, err := VisibleSheets(ctx, tx, by, d.year, day)
	if err != nil {
		return err
	}
	plan, err := PlanOf(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	roster, err := cluster.Roster(ctx, tx, d.year.Cluster, d.year.Label)
	if err != nil {
		return err
	}
	before := Compute(d.rules, roster, seen)
	if _, sent := before.oneSheet(unit, season.Self); !sent {
		return refusal.New(refusal.Unsatisfied, "Đơn vị này chưa nộp phiếu tự chấm, nên chưa có gì để chấm, thẩm định.")
	}
	a, _ := plan.Find(by.Unit, unit)
	s := d.sheet.ToSend(before, a)
	s.RulesVersion, s.ScorerName = d.rules.Version, by.Name
	_, err = SubmitSheet(ctx, tx, by, day, s)
	return err
}

// judgedDesk is a judged sheet with what an act on it rests on.
type judgedDesk struct {
	year  season.Season
	rules season.Rules
	sheet JudgedSheet
}

func openJudged(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, unit string, stage season.Stage) (*judgedDesk, error) {
	d := &judgedDesk{}
	var err error
	if d.year, err = season.ByID(ctx, tx, seasonID); err != nil {
		return nil, err
	}
	if stage == season.Self {
		return nil, refusal.Field("stage", "Phiếu tự chấm không chấm ở đây.")
	}
	if err := mayScore(by, Sheet{Unit: unit, Stage: stage, Scorer: by.Unit}, d.year); err != nil {
		return nil, err
	}
	if err := open(d.year, Sheet{Stage: stage, On: day}); err != nil {
		return nil, err
	}
	if d.rules, err = RulesOf(ctx, tx, seasonID); err != nil {
		return nil, err
	}
	if d.sheet, err = JudgedSheetOf(ctx, tx, seasonID, unit, stage, by.Unit); err != nil {
		return nil, err
	}
	if d.sheet.State == Submitted {
		return nil, refusal.New(refusal.Conflict, fmt.Sprintf("Phiếu này đã gửi ngày %s; phiếu đã gửi không sửa, không gửi lại.", d.sheet.On.Short()))
	}
	roster, err := cluster.Roster(ctx, tx, d.year.Cluster, d.year.Label)
	if err != nil {
		return nil, err
	}
	if !isMember(roster, unit) {
		return nil, refusal.New(refusal.NotFound, "Đơn vị này không phải là thành viên của cụm trong năm này.")
	}
	return d, ofThisCluster(by, roster)
}

// read turns the entries into the cells that they change.
func (d *judgedDesk) read(entries []Entry) ([]Cell, error) {
	var cells []Cell
	var refused []error
	var clashes Clashes
	for _, e := range entries {
		c, known := d.rules.Find(e.Criterion)
		if !known || !c.Leaf() {
			return nil, refusal.Field("marks."+e.Criterion, fmt.Sprintf("Bộ quy tắc không có tiêu chí “%s” để chấm.", e.Criterion))
		}
		m, wrong := ReadCell(c, e.Typed)
		if m.Target.Known() {
			wrong = append(wrong, refusal.Field(fieldOf(c, "target"), fmt.Sprintf("Tiêu chí %s: chỉ tiêu do cấp trên giao, người chấm không sửa.", c.Code)))
		}
		now := d.sheet.Cell(c.Code)
		switch {
		case len(wrong) > 0:
			refused = append(refused, joined(wrong))
		case store.Text(m) == store.Text(now.Mark):
		case now.Revision != e.Read:
			clashes = append(clashes, Clash{c.Kind, m, now})
		default:
			cells = append(cells, Cell{Criterion: c.Code, Revision: now.Revision + 1, Mark: m})
		}
	}
	return cells, joinedClashes(refused, clashes)
}

// Agree sends an appraisal that changes nothing of a unit, or of several at
// once. A unit on which anything was already
// written, or that is not the actor's to appraise, is refused.
func Agree(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, units []string) error {
	if len(units) == 0 {
		return refusal.Field("units", "Chọn đơn vị để đồng ý.")
	}
	var refused []error
	for _, unit := range units {
		s, err := JudgedSheetOf(ctx, tx, seasonID, unit, season.Appraised, by.Unit)
		if err != nil {
			return err
		}
		if s.Changed() > 0 {
			refused = append(refused, refusal.New(refusal.Conflict, "Đã ghi thay đổi trên phiếu thẩm định của đơn vị này; hãy gửi phiếu ấy hoặc xóa thay đổi."))
			continue
		}
		if err := SendJudged(ctx, tx, by, day, seasonID, unit, season.Appraised); err != nil {
			return err
		}
	}
	return errors.Join(refused...)
}

// joinedClashes is every refusal, or every clash, or nil.
func joinedClashes(refused []error, clashes Clashes) error {
	if len(refused) > 0 {
		return errors.Join(refused...)
	}
	if len(clashes) > 0 {
		return clashes
	}
	return nil
}
