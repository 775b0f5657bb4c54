package movement

import (
	"context"
	"fmt"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/exact"
	"thidua/movement"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/evidence"
	"thidua/web/work"
)

// figureLines is how many numbers a response has room for at once.
const figureLines = 5

// opened is what the page of one movement shows.
type opened struct {
	movement.Movement
	form   work.Form
	unit   string            // whose people the reader works for
	mine   movement.Response // its response so far
	answer bool              // the reader may answer now
	review bool              // the reader may review now
	picker evidence.Picker
	shelf  evidence.Shelf
}

// movementAsked is the movement of the address, of this very year.
func movementAsked(ctx context.Context, tx *store.Tx, v work.Visit) (movement.Movement, error) {
	all, err := movement.OfSeason(ctx, tx, v.Season.ID)
	for _, m := range all {
		if m.ID == v.Asked("id") {
			return m, err
		}
	}
	if err != nil {
		return movement.Movement{}, err
	}
	return movement.Movement{}, refusal.New(refusal.NotFound, "Không có phong trào này.")
}

func deskOne(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	m, err := movementAsked(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	o := opened{Movement: m, form: f, unit: v.UnitHere()}
	var entries []string
	for _, r := range m.Responses {
		entries = append(entries, r.Evidence...)
	}
	if o.shelf, err = evidence.ShelfOf(ctx, tx, entries); err != nil {
		return nil, err
	}
	var by access.Actor
	if by, o.answer = v.OwnCapacity(access.RespondMovement); o.answer {
		o.unit = by.Unit
	}
	_, o.review = v.Capacity(access.ReviewMovement)
	o.mine, _ = m.ResponseOf(o.unit)
	if o.answer {
		o.picker, err = evidence.PickerOf(ctx, tx, v, f, o.unit, o.mine.Evidence)
	}
	return deskOnePage(v, o), err
}

// in is a field's value in the form of that act only.
func (o opened) in(act, name, recorded string) string {
	if o.form.Get("viec") == act {
		return o.form.Value(name, recorded)
	}
	return recorded
}

func (o opened) err(act, name string) string {
	if o.form.Get("viec") == act {
		return o.form.Err(name)
	}
	return ""
}

// figures are the rows of numbers to be typed, as on record or as typed.
func (o opened) figures() []movement.Figure {
	rows := append([]movement.Figure{}, o.mine.Figures...)
	for len(rows) < max(figureLines, len(o.mine.Figures)+2) {
		rows = append(rows, movement.Figure{})
	}
	return rows
}

func figureField(i int, part string) string { return fmt.Sprintf("figures[%d].%s", i, part) }

func number(n exact.Number) string {
	if !n.Known() {
		return ""
	}
	return n.Figure(exact.None, 6)
}

// respond records how the reader's unit answered.
func respond(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	by, _ := v.OwnCapacity(access.RespondMovement)
	r := movement.Response{Movement: v.Asked("id"), Unit: by.Unit, Summary: f.Get("summary"), Evidence: evidence.Picked(f), Sample: v.Season.Sample}
	var err error
	if r.On, err = f.Day("on"); err != nil {
		return work.Done{}, err
	}
	if r.Figures, err = figuresOf(f, v.Season.Sample); err != nil {
		return work.Done{}, err
	}
	if _, err := movementAsked(ctx, tx, v); err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: words("Đã ghi việc hưởng ứng của đơn vị.", "Your unit's answer is recorded.")}, movement.Respond(ctx, tx, by, v.Today, r)
}

// figuresOf reads the rows of numbers; empty rows are left out.
func figuresOf(f work.Form, sample bool) (all []movement.Figure, err error) {
	for i := 0; f.Has(figureField(i, "name")) && i < 50; i++ {
		x := movement.Figure{Name: f.Get(figureField(i, "name")), Unit: f.Get(figureField(i, "unit")), Sample: sample}
		if x.Value, err = f.Number(figureField(i, "value")); err != nil {
			return nil, err
		}
		if x.Name == "" && x.Unit == "" && !x.Value.Known() {
			continue
		}
		if x.Name == "" || !x.Value.Known() {
			return nil, refusal.Field(figureField(i, "name"), fmt.Sprintf("Số liệu ở dòng %d phải có tên và giá trị.", i+1))
		}
		all = append(all, x)
	}
	return all, nil
}

func review(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	by, _ := v.Capacity(access.ReviewMovement)
	r := movement.Review{Movement: v.Asked("id"), Kind: movement.ReviewKind(f.Get("kind")), Text: f.Get("text"), Sample: v.Season.Sample}
	var err error
	if r.On, err = f.Day("reviewed_on"); err != nil {
		return work.Done{}, err
	}
	if _, err := movementAsked(ctx, tx, v); err != nil {
		return work.Done{}, err
	}
	_, err = movement.RecordReview(ctx, tx, by, v.Today, r)
	if e := refusal.Of(err); e != nil && e.Field == "on" { // the page's other form has the field "on"
		err = refusal.Field("reviewed_on", e.Sentence)
	}
	return work.Done{Say: words("Đã ghi.", "Recorded.")}, err
}

func stateResults(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	by, _ := v.Capacity(access.ReviewMovement)
	if _, err := movementAsked(ctx, tx, v); err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: words("Đã ghi kết quả chung của phong trào.", "The results are recorded.")}, movement.StateResults(ctx, tx, by, v.Today, v.Asked("id"), f.Get("results"))
}

// finished reports whether the tổng kết is on record.
func (o opened) finished() bool {
	for _, r := range o.Reviews {
		if r.Kind == movement.Final {
			return true
		}
	}
	return false
}
