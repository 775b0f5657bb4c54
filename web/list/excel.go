package list

import (
	"context"
	"io"

	"github.com/a-h/templ"

	"thidua/document"
)

// File is the list as an Excel file, as it was narrowed and sorted; it is a page
// for work.Read to return. of is what the list belongs to: "Cụm thi đua đường 7,
// năm 2014". remarks stand under the title: the tag of illustrative figures.
func (v View[T]) File(of string, remarks ...string) templ.Component {
	g := document.Grid{Title: v.table.Name.Vietnamese, Remarks: remarks}
	if of != "" {
		g.Title += " – " + of
	}
	var columns []Column[T]
	for _, c := range v.table.Columns {
		if !c.NoXls {
			columns = append(columns, c)
			g.Columns = append(g.Columns, document.GridColumn{Name: c.Words.Vietnamese, Width: c.Width})
		}
	}
	g.More = func(yield func([]any) bool) {
		for _, row := range v.All {
			if !yield(valuesOf(columns, row)) {
				return
			}
		}
	}
	return File(v.table.File+".xlsx", g)
}

// valuesOf are the cells of one row.
func valuesOf[T any](columns []Column[T], row T) []any {
	cells := make([]any, len(columns))
	for i, c := range columns {
		if cells[i] = c.Text(row); c.Value != nil {
			cells[i] = c.Value(row)
		}
	}
	return cells
}

// File is a page that is an Excel file instead; the desk journals its being
// read.
func File(name string, g document.Grid) templ.Component { return file{name, g} }

type file struct {
	name string
	grid document.Grid
}

// FileName is the name under which readers keep it.
func (f file) FileName() string { return f.name }

// Write writes the file.
func (f file) Write(w io.Writer) error { return document.WriteXLSX(w, f.grid) }

// Render is never reached: the desk sends the file instead.
func (f file) Render(_ context.Context, w io.Writer) error { return f.Write(w) }

func arrow(desc bool) string {
	if desc {
		return " ▼"
	}
	return " ▲"
}
