package roundtrip

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"

	"thidua/document"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// back is a file on its way back: what it changes, or why it cannot.
type back struct {
	Table
	Sheet
	visit   work.Visit
	form    work.Form
	Changes []Change
	Later   int // so many more changes wait until the file is brought again
	Faults  []string
	Read    bool // a file was read
}

// receive reads a file that came back and shows what it would change; nothing is
// recorded.
func (t Table) receive(desk work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		b := back{Table: t, Read: true}
		err := desk.Writing(w, r, t.Who, largest, func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (err error) {
			v.Title, b.visit = t.Title, v
			if b.Sheet, err = t.Sheet(ctx, tx, v); err != nil {
				return err
			}
			b.Changes, b.Faults, err = b.open(f)
			b.Changes, b.Later = fitting(b.Changes)
			return err
		})
		if err != nil {
			return err
		}
		status := http.StatusOK
		if len(b.Faults) > 0 {
			status = http.StatusBadRequest
		}
		desk.Fragment(w, r, status, excelPage(b))
		return nil
	}
}

func (s Sheet) open(f work.Form) ([]Change, []string, error) {
	file, head, err := f.File("tep")
	if errors.Is(err, http.ErrMissingFile) {
		return nil, []string{"Chưa chọn tệp Excel."}, nil
	}
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	if head.Size > largest {
		return nil, []string{"Tệp lớn quá 2 MB."}, nil
	}
	rows, err := document.ReadGrid(file, head.Size)
	if reason := refusal.Of(err); reason != nil {
		return nil, []string{reason.Sentence}, nil
	}
	if err != nil {
		return nil, nil, err
	}
	changes, faults := s.compare(rows)
	return changes, faults, nil
}

// record hands the rows that the reader ticked to the page's act, whole: what
// the file changes, and the rest as it stands. A cell that somebody changed
// since the preview is refused.
func (t Table) record(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	s, err := t.Sheet(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	form := url.Values{"reason": {f.Get("reason")}}
	var faults []error
	for _, r := range s.Rows {
		if slices.Contains(f.All("nhan"), r.Key) {
			faults = append(faults, r.fill(form, f))
		}
	}
	switch err := errors.Join(faults...); {
	case err != nil:
		return work.Done{}, err
	case len(form) == 1:
		return work.Done{}, refusal.New(refusal.Invalid, "Chưa chọn dòng nào để ghi.")
	}
	done, err := t.Record(ctx, tx, v, f.With(form))
	if done.To == "" {
		done.To = s.Back
	}
	return done, s.placed(err, f)
}

// fill puts the row into the act's form.
func (r Row) fill(form url.Values, f work.Form) error {
	var faults []error
	for _, c := range r.Cells {
		if c.Field == "" {
			continue
		}
		form.Set(seen(c.Field), c.Text)
		form.Set(c.Field, c.Text)
		if !f.Has(c.Field) {
			continue
		}
		form.Set(c.Field, f.Get(c.Field))
		if !c.same(f.Get(seen(c.Field)), c.Text) {
			faults = append(faults, &refusal.Error{Kind: refusal.Conflict, Field: c.Field,
				Sentence: fmt.Sprintf("%s: có người vừa đổi thành %s; xem lại rồi ghi.", r.Name, shown(c.words(c.Text)))})
		}
	}
	return errors.Join(faults...)
}

// shown is a text that is there even when it says nothing.
func shown(text string) string {
	if text == "" {
		return "(trống)"
	}
	return text
}

// groups are the changes row by row.
func (b back) groups() (all [][]Change) {
	for i, c := range b.Changes {
		if i == 0 || b.Changes[i-1].Row.Key != c.Row.Key {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], c)
	}
	return all
}

func moved(row []Change) bool {
	return slices.ContainsFunc(row, func(c Change) bool { return c.Moved })
}

// ticked reports whether the row is to be recorded unless the reader says no.
func (b back) ticked(row []Change) bool {
	if b.form.Posted() {
		return slices.Contains(b.form.All("nhan"), row[0].Row.Key)
	}
	return !moved(row)
}

// address is where the file goes out and comes back, of this year.
func (b back) address(more string) string { return Link(cmp.Or(b.At, b.Back)) + more }

// Link leads from the page's table to its Excel file.
func Link(page string) string { return page + "/excel" }

var heading = ui.Words{Vietnamese: "Điền bằng Excel", English: "Fill in as Excel"}
