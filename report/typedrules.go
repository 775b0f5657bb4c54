package report

import (
	"errors"
	"fmt"

	"thidua/refusal"
	"thidua/vi"
)

// Names of the fields of a typed figure.
const (
	FigureField   = "so"
	ReasonField   = "ly-do"
	DocumentField = "van-ban"
)

// words cleans and demands the reason and the document.
func (x *Figure) words() error {
	return errors.Join(demand(&x.Reason, ReasonField, "Ghi lý do nhập số này."),
		demand(&x.Document, DocumentField, "Ghi văn bản làm căn cứ: số, ngày, cơ quan ban hành."))
}

func demand(text *string, field, missing string) error {
	if err := refusal.Texts(refusal.Text{Field: field, Value: text}); err != nil {
		return err
	}
	switch {
	case *text == "":
		return refusal.Field(field, missing)
	case len(*text) > longestWords:
		return refusal.Field(field, "Quá dài: hãy ghi gọn lại.")
	}
	return nil
}

// fits refuses a figure that the records know, or contradict. row are the cells
// of its row.
func (f Form) fits(row []Cell, x Figure) error {
	c := row[x.Column]
	switch {
	case c.Known():
		return refusal.New(refusal.Unsatisfied, fmt.Sprintf("Sổ đã biết số này: %s. Số sai thì sửa ở sổ, không nhập thay.", vi.FormatInt(int64(c.N))))
	case x.Withdrawn && c.Typed == nil:
		return refusal.New(refusal.NotFound, "Ô này không có số nhập tay để bỏ.")
	case x.Withdrawn:
		return nil
	case x.N < 0 || x.N > MostTyped:
		return refusal.Field(FigureField, fmt.Sprintf("Ghi số nguyên từ 0 đến %s.", vi.FormatInt(MostTyped)))
	case x.N < c.N:
		return refusal.Field(FigureField, fmt.Sprintf("Sổ đã có %s, số thật không thể ít hơn.", vi.FormatInt(int64(c.N))))
	case !c.Unheld && !c.Least && x.N > c.N+c.Open:
		return refusal.Field(FigureField, fmt.Sprintf("Sổ chỉ có %s (cả số chưa phân loại), số thật không thể nhiều hơn.", vi.FormatInt(int64(c.N+c.Open))))
	}
	return f.partFits(row, x)
}

// partFits holds an "of which" to the column before it.
func (f Form) partFits(row []Cell, x Figure) error {
	if next := x.Column + 1; next < len(row) && f.Columns[next].Part && row[next].Typed != nil && row[next].Typed.N > x.N {
		return refusal.Field(FigureField, fmt.Sprintf("Ít hơn số của cột “%s” (%s).", f.Columns[next].Name, vi.FormatInt(int64(row[next].Typed.N))))
	}
	if f.Columns[x.Column].Part && row[x.Column-1].Typed != nil && row[x.Column-1].Typed.N < x.N {
		return refusal.Field(FigureField, fmt.Sprintf("Nhiều hơn số của cột “%s” (%s).", f.Columns[x.Column-1].Name, vi.FormatInt(int64(row[x.Column-1].Typed.N))))
	}
	return nil
}

// follows refuses what was typed on a page older than the newest figure.
func (x Figure) follows(history []Figure) error {
	newest := Figure{}
	for _, h := range history {
		if h.Row == x.Row && h.Column == x.Column {
			newest = h
		}
	}
	switch newest.Version {
	case x.Version:
		return nil
	case 0:
		return refusal.New(refusal.Conflict, "Ô này chưa có số nhập tay: hãy mở lại trang.")
	}
	what := "nhập số " + vi.FormatInt(int64(newest.N))
	if newest.Withdrawn {
		what = "bỏ số nhập tay"
	}
	return refusal.New(refusal.Conflict, fmt.Sprintf("%s vừa %s ở ô này, theo %s. Hãy xem rồi ghi lại nếu vẫn cần.", newest.By, what, newest.Document))
}

// index is the place of the row of that code.
func (f Form) index(code string) (int, bool) {
	for i, r := range f.Rows {
		if r.Code == code && code != "" {
			return i, true
		}
	}
	return 0, false
}
