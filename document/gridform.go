package document

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// GridForm is an Excel file to be filled in without a line and brought back: a
// table whose open cells people may change and whose others are locked.
type GridForm struct {
	Mark    string   // by which the file is known when it comes back; hidden in the first cell
	Remarks []string // one line each, above the table; the first is the title
	Columns []GridColumn
	Hidden  int // the first so many columns are kept from view
	Rows    [][]FormCell
}

// FormCell is one cell of a GridForm.
type FormCell struct {
	Value   any      // string, float64 or nil
	Open    bool     // may be filled in
	Choices []string // what may be filled in; none = anything
	Number  bool     // only numbers from 0 are meant
	Strong  bool     // a group's line
}

// HeadRow is the row, from 1, of the columns' names in the file of a form.
func (g GridForm) HeadRow() int { return len(g.Remarks) + 2 }

// WriteGridForm writes the form as an Excel file. The lock has no password: it
// keeps from slips, what comes back is checked all the same.
func WriteGridForm(w io.Writer, g GridForm) (err error) {
	f := formFile{File: excelize.NewFile(), sheet: "Phiếu"}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	if err := f.write(g); err != nil {
		return fmt.Errorf("document: xlsx form: %w", err)
	}
	_, err = f.WriteTo(w)
	return err
}

type formFile struct {
	*excelize.File
	sheet string
	looks map[look]int
}

func (f *formFile) write(g GridForm) error {
	f.looks = map[look]int{}
	if err := f.SetSheetName("Sheet1", f.sheet); err != nil {
		return err
	}
	if err := f.heads(g); err != nil {
		return err
	}
	for i, row := range g.Rows {
		for j, c := range row {
			if err := f.cell(g.HeadRow()+1+i, j+1, c); err != nil {
				return err
			}
		}
		if err := f.tall(g, g.HeadRow()+1+i, row); err != nil {
			return err
		}
	}
	if err := f.SetPanes(f.sheet, &excelize.Panes{Freeze: true, YSplit: g.HeadRow(), TopLeftCell: fmt.Sprintf("A%d", g.HeadRow()+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return f.ProtectSheet(f.sheet, &excelize.SheetProtectionOptions{SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true})
}

func (f *formFile) heads(g GridForm) error {
	if err := f.SetCellStr(f.sheet, "A1", g.Mark); err != nil {
		return err
	}
	if err := f.SetRowVisible(f.sheet, 1, false); err != nil {
		return err
	}
	for i, text := range g.Remarks {
		if err := f.put(i+2, g.Hidden+1, text, look{strong: i == 0, remark: true}); err != nil {
			return err
		}
	}
	heads := make([]FormCell, len(g.Columns))
	for i, c := range g.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(f.sheet, name, name, c.wide()); err != nil {
			return err
		}
		if err := f.SetColVisible(f.sheet, name, i >= g.Hidden); err != nil {
			return err
		}
		if err := f.put(g.HeadRow(), i+1, c.Name, look{head: true}); err != nil {
			return err
		}
		heads[i] = FormCell{Value: c.Name}
	}
	return f.tall(g, g.HeadRow(), heads)
}

func (f *formFile) cell(row, column int, c FormCell) error {
	if err := f.put(row, column, c.Value, look{open: c.Open, text: c.Open && !c.Number, strong: c.Strong}); err != nil {
		return err
	}
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil || !c.Open || len(c.Choices) == 0 && !c.Number {
		return err
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(name)
	if len(c.Choices) > 0 {
		if err := v.SetDropList(c.Choices); err != nil {
			return nil // too many choices for a list: they are typed, and checked when the file comes back
		}
	} else if err := v.SetRange(0, 1e15, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween); err != nil {
		return err
	}
	v.SetError(excelize.DataValidationErrorStyleWarning, "Xem lại", "Ô này ghi số không âm, hoặc chọn trong danh sách.")
	return f.AddDataValidation(f.sheet, v)
}

func (f *formFile) put(row, column int, value any, l look) error {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	style, err := f.style(l)
	if err != nil {
		return err
	}
	if err := f.SetCellStyle(f.sheet, name, name, style); err != nil {
		return err
	}
	switch v := value.(type) {
	case string:
		return f.SetCellStr(f.sheet, name, v)
	case float64:
		return f.SetCellFloat(f.sheet, name, v, -1, 64)
	}
	return nil
}
