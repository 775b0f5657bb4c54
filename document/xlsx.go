package document

import (
	"fmt"
	"io"
	"iter"

	"github.com/xuri/excelize/v2"
)

// Grid is a table that is written as an Excel file: a title, remarks under it,
// the heads of the columns and the rows.
type Grid struct {
	Title   string
	Remarks []string // one line each, under the title
	Columns []GridColumn
	Rows    [][]any // string, int, float64 or nil; texts are never taken for formulas
	// More are rows behind those, each made when it is written, so that a long
	// list is not held twice; nil for none.
	More iter.Seq[[]any]
}

func (g Grid) all() iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, cells := range g.Rows {
			if !yield(cells) {
				return
			}
		}
		if g.More != nil {
			g.More(yield)
		}
	}
}

// GridColumn is one column of a Grid.
type GridColumn struct {
	Name  string
	Width float64 // in characters; 0 = 18
}

// sheetName is what the only sheet is called.
const sheetName = "Danh sách"

// WriteXLSX writes the grid as an Excel file, row by row, so that a long list
// takes little memory. Excel's limit of 1,048,576 rows is an error.
func WriteXLSX(w io.Writer, g Grid) (err error) {
	file := excelize.NewFile()
	defer func() {
		if e := file.Close(); err == nil {
			err = e
		}
	}()
	if err := file.SetSheetName("Sheet1", sheetName); err != nil {
		return fmt.Errorf("document: xlsx: %w", err)
	}
	out, err := file.NewStreamWriter(sheetName)
	if err != nil {
		return fmt.Errorf("document: xlsx: %w", err)
	}
	if err := g.write(file, out); err != nil {
		return fmt.Errorf("document: xlsx: %w", err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("document: xlsx: %w", err)
	}
	_, err = file.WriteTo(w)
	return err
}

func (g Grid) write(file *excelize.File, out *excelize.StreamWriter) error {
	bold, err := file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	wrap, err := file.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	for i, c := range g.Columns {
		width := c.Width
		if width == 0 {
			width = 18
		}
		if err := out.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	heads := 1 + len(g.Remarks)
	if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: heads + 1, TopLeftCell: fmt.Sprintf("A%d", heads+2), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	row := 0
	put := func(cells []any) error {
		row++
		return out.SetRow(fmt.Sprintf("A%d", row), cells)
	}
	if err := put([]any{excelize.Cell{StyleID: bold, Value: g.Title}}); err != nil {
		return err
	}
	for _, r := range g.Remarks {
		if err := put([]any{r}); err != nil {
			return err
		}
	}
	names := make([]any, len(g.Columns))
	for i, c := range g.Columns {
		names[i] = excelize.Cell{StyleID: bold, Value: c.Name}
	}
	if err := put(names); err != nil {
		return err
	}
	line := make([]any, len(g.Columns))
	for cells := range g.all() {
		line = line[:0]
		for _, v := range cells {
			line = append(line, excelize.Cell{StyleID: wrap, Value: v})
		}
		if err := put(line); err != nil {
			return err
		}
	}
	return nil
}
