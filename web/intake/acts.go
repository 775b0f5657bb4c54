package intake

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"thidua/intake"
	"thidua/nominees"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// choose takes another table of the file.
func choose(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	l, by, err := found(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	place, alike := strings.CutSuffix(f.Get("part"), together)
	part, err := strconv.Atoi(place)
	if err != nil {
		part = -1
	}
	return work.Done{To: v.Lam("nap-de-nghi", l.ID)}, nominees.Form.Choose(ctx, tx, by, l, part, alike)
}

// mapColumns says what the columns hold.
func mapColumns(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	l, by, err := found(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	fields := make([]string, len(l.Part().Heads))
	for i := range fields {
		fields[i] = f.Get(intake.ColumnField(i))
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi ý nghĩa của các cột; lần sau chương trình tự hiểu.", English: "The columns are set, for the next time too."}},
		nominees.Form.Map(ctx, tx, by, l, fields)
}

// mend puts the cells of a row right.
func mend(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	l, line, err := lineOf(ctx, tx, v, f)
	if err != nil {
		return work.Done{}, err
	}
	cells := make([]string, len(l.Part().Heads))
	for i := range cells {
		cells[i] = f.Get(intake.CellField(i))
	}
	return said("Đã sửa dòng %d.", "Row %d was changed.", line.Line), l.Mend(ctx, tx, line, cells)
}

func leaveOut(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	l, line, err := lineOf(ctx, tx, v, f)
	if err != nil {
		return work.Done{}, err
	}
	return said("Đã để dòng %d ra ngoài.", "Row %d was left out.", line.Line), l.LeaveOut(ctx, tx, line, true)
}

func takeIn(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	l, line, err := lineOf(ctx, tx, v, f)
	if err != nil {
		return work.Done{}, err
	}
	return said("Đã lấy lại dòng %d.", "Row %d was taken in again.", line.Line), l.LeaveOut(ctx, tx, line, false)
}

// replace puts one text right in every row that says it.
func replace(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	l, _, err := found(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	n, err := l.Replace(ctx, tx, f.Get("field"), f.Get("was"), f.Get("now"))
	return said("Đã thay ở %d dòng.", "Replaced in %d rows.", n), err
}

// record makes nominations of all rows, or none.
func record(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	l, by, err := found(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	n, err := nominees.Take(ctx, tx, by, v.Today, v.Season, l)
	done := work.Done{To: v.Lam("de-nghi"), Say: ui.Words{Vietnamese: "Đã lập " + vi.FormatInt(int64(n)) + " đề nghị khen thưởng.", English: fmt.Sprintf("%d nominations were recorded.", n)}}
	return done, err
}

// giveUp forgets the list; nothing of it was recorded.
func giveUp(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	l, _, err := found(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	return work.Done{To: v.Lam("nap-de-nghi"), Say: ui.Words{Vietnamese: "Đã bỏ danh sách; chưa ghi gì.", English: "The list was given up; nothing was recorded."}}, l.Finish(ctx, tx)
}

// lineOf is the list and the row that a form speaks of.
func lineOf(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (intake.List, intake.RowKey, error) {
	l, _, err := found(ctx, tx, v)
	if err != nil {
		return l, intake.RowKey{}, err
	}
	k, ok := intake.ReadRowKey(f.Get("line"))
	if !ok {
		return l, k, refusal.New(refusal.NotFound, "Không có dòng này.")
	}
	return l, k, nil
}

func said(vietnamese, english string, n int) work.Done {
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf(vietnamese, n), English: fmt.Sprintf(english, n)}}
}
