package scoring

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/evidence"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Entry is what somebody typed into one leaf, and the revision of the cell they
// had before them.
type Entry struct {
	Criterion string
	Typed     Typed
	Read      int64
}

// Clash is a cell that somebody else changed while it was being typed. Nothing
// was recorded; whoever typed it chooses.
type Clash struct {
	Kind   season.LeafKind
	Mine   Mark
	Theirs Cell
}

// Clashes refuses entries over cells that others changed meanwhile.
type Clashes []Clash

func (c Clashes) Error() string { return c.refusals().Error() }

// Unwrap makes each clash a refusal of its own, beside its leaf.
func (c Clashes) Unwrap() []error { return c.refusals().(interface{ Unwrap() []error }).Unwrap() }

func (c Clashes) refusals() error {
	var all []error
	for _, x := range c {
		all = append(all, &refusal.Error{Kind: refusal.Conflict, Field: "marks." + x.Mine.Criterion, Sentence: fmt.Sprintf(
			"Tiêu chí %s: %s vừa ghi giá trị khác lúc %s; hãy chọn giá trị giữ lại.", x.Mine.Criterion, x.Theirs.SavedBy, Clock(x.Theirs.SavedAt))})
	}
	return errors.Join(all...)
}

// Filled is what came of filling in cells.
type Filled struct {
	Sheet    SelfSheet // as it stands now
	Rules    season.Rules
	Assigned Assignments
}

// FillCells keeps what a unit's people typed into their own sheet, and begins
// the sheet with the first entry. turn is the sheet's turn as they read it. What
// the rules cannot take is refused by its field, a cell that others changed
// meanwhile by Clashes; then nothing is recorded.
func FillCells(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, unit string, turn int64, entries []Entry) (Filled, error) {
	d, err := openSelf(ctx, tx, by, access.SelfScore, day, seasonID, unit, turn)
	if err != nil {
		return Filled{}, err
	}
	assigned, err := AssignmentsTo(ctx, tx, d.year, d.rules, unit)
	if err != nil {
		return Filled{}, err
	}
	cells, err := d.read(entries, assigned)
	if err != nil || len(cells) == 0 {
		return Filled{d.sheet, d.rules, assigned}, err
	}
	if err := ownFiles(ctx, tx, unit, cells); err != nil {
		return Filled{}, err
	}
	if err := season.TakeDuty(ctx, tx, by, seasonID, unit, access.SelfScores); err != nil {
		return Filled{}, err
	}
	d.fill(tx.Now, by, cells)
	if err := d.save(ctx, tx, cells); err != nil {
		return Filled{}, err
	}
	return Filled{d.sheet, d.rules, assigned}, journal.Record(ctx, tx, by, day, access.FillSheet, "score_sheet:"+d.sheet.ID, cells)
}

// selfDesk is a unit's own sheet with what an act on it rests on.
type selfDesk struct {
	day   vi.Day
	year  season.Season
	rules season.Rules
	sheet SelfSheet
}

// openSelf reads the unit's own sheet for an act, and refuses whoever may not do
// it and every form that was read before the sheet was last sent, taken back or
// reopened.
func openSelf(ctx context.Context, tx *store.Tx, by access.Actor, act access.Act, day vi.Day, seasonID, unit string, turn int64) (*selfDesk, error) {
	d := &selfDesk{day: day}
	var err error
	if d.year, err = season.ByID(ctx, tx, seasonID); err != nil {
		return nil, err
	}
	if err := season.Permit(by, act, unit, d.year); err != nil {
		return nil, err
	}
	roster, err := cluster.Roster(ctx, tx, d.year.Cluster, d.year.Label)
	if err != nil {
		return nil, err
	}
	if !isMember(roster, unit) {
		return nil, refusal.New(refusal.NotFound, "Đơn vị này không phải là thành viên của cụm trong năm này.")
	}
	if d.rules, err = RulesOf(ctx, tx, seasonID); err != nil {
		return nil, err
	}
	if d.sheet, err = SelfSheetOf(ctx, tx, seasonID, unit); err != nil {
		return nil, err
	}
	if d.sheet.Turn != turn {
		return nil, d.stale()
	}
	return d, nil
}

// stale says what became of the sheet since the form was read.
func (d *selfDesk) stale() error {
	if d.sheet.State == Submitted && len(d.sheet.Reopened(d.day)) == 0 {
		return refusal.New(refusal.Conflict, fmt.Sprintf("Phiếu đã được %s nộp lúc %s; trang đang mở là bản cũ nên lần ghi này không có tác dụng.", d.sheet.SavedBy, Clock(d.sheet.SavedAt)))
	}
	return refusal.New(refusal.Conflict, "Phiếu đã được thu hồi hoặc mở lại sau khi trang này mở ra nên lần ghi này không có tác dụng; hãy mở lại trang.")
}

// read turns the entries into the cells that they change.
func (d *selfDesk) read(entries []Entry, assigned Assignments) ([]Cell, error) {
	leaves := d.leaves()
	var cells []Cell
	var refused []error
	var clashes Clashes
	for _, e := range entries {
		c, known := leaves[e.Criterion]
		if !known {
			return nil, refusal.Field("marks."+e.Criterion, fmt.Sprintf("Bộ quy tắc không có tiêu chí “%s” để chấm.", e.Criterion))
		}
		m, wrong := ReadCell(c, e.Typed)
		if err := errors.Join(joined(wrong), assigned.hold(c, &m)); err != nil {
			refused = append(refused, err)
			continue
		}
		now := d.sheet.Cell(c.Code)
		m.Sample = now.Mark.Sample
		switch {
		case store.Text(m) == store.Text(now.Mark):
		case now.Revision != e.Read:
			clashes = append(clashes, Clash{c.Kind, m, now})
		default:
			if err := d.sheet.Writable(d.year, d.day, c.Code); err != nil {
				return nil, err
			}
			cells = append(cells, Cell{Criterion: c.Code, Revision: now.Revision + 1, Mark: m})
		}
	}
	if len(refused) > 0 {
		return nil, errors.Join(refused...)
	}
	if len(clashes) > 0 {
		return nil, clashes
	}
	return cells, nil
}

// ownFiles refuses to cite a file that is not in the unit's own library.
func ownFiles(ctx context.Context, tx *store.Tx, unit string, cells []Cell) error {
	var cited []string
	for _, c := range cells {
		cited = append(cited, evidence.Cited(c.Mark.Evidence)...)
	}
	files, err := evidence.ByIDs(ctx, tx, cited)
	if err != nil {
		return err
	}
	for _, c := range cells {
		for _, id := range evidence.Cited(c.Mark.Evidence) {
			if files[id].Unit != unit {
				return refusal.Field("marks."+c.Criterion+"."+EvidenceField, fmt.Sprintf("Tiêu chí %s: tệp minh chứng không có trong thư viện của đơn vị.", c.Criterion))
			}
		}
	}
	return nil
}

func (d *selfDesk) leaves() map[string]season.Criterion {
	all := map[string]season.Criterion{}
	for _, c := range d.rules.Leaves() {
		all[c.Code] = c
	}
	return all
}

// fill puts the cells into the sheet.
func (d *selfDesk) fill(now store.Time, by access.Actor, cells []Cell) {
	for i := range cells {
		cells[i].SavedAt, cells[i].SavedBy = now, by.Name
		at := slices.IndexFunc(d.sheet.Cells, func(c Cell) bool { return c.Criterion == cells[i].Criterion })
		if at < 0 {
			d.sheet.Cells = append(d.sheet.Cells, cells[i])
		} else {
			d.sheet.Cells[at] = cells[i]
		}
	}
	d.touch(now, by)
}

// touch notes who changed the sheet.
func (d *selfDesk) touch(now store.Time, by access.Actor) {
	d.sheet.Revision++
	d.sheet.SavedAt, d.sheet.SavedBy = now, by.Name
}

// save writes the cells, and the sheet around them.
func (d *selfDesk) save(ctx context.Context, tx *store.Tx, cells []Cell) error {
	if d.sheet.ID == "" {
		d.begin()
		if err := putSelf(ctx, tx, d.sheet); err != nil {
			return err
		}
	} else if err := touchSelf(ctx, tx, d.sheet); err != nil {
		return err
	}
	return putCells(ctx, tx, d.sheet.ID, cells)
}

// begin gives the sheet its place on record.
func (d *selfDesk) begin() {
	d.sheet.ID, d.sheet.On, d.sheet.RulesVersion, d.sheet.Sample = store.NewID(), d.day, d.rules.Version, d.year.Sample
}

// Clock is a moment as people here read it: "09:14 ngày 12/11/2014".
func Clock(t store.Time) string {
	local := t.In(vi.Location)
	return local.Format("15:04") + " ngày " + vi.DayOf(t.Time).Short()
}
