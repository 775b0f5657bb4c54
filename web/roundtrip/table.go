// Package roundtrip lets a page's table go out as an Excel file, be filled in
// without a network, and come back: what the file changes is shown cell by cell
// beside what is on record, and recorded by the page's own act.
package roundtrip

import (
	"context"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/document"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// largest bounds a file that people bring back, in bytes.
const largest = 2 << 20

// Table is a page's table that can be filled in as an Excel file.
type Table struct {
	Path   string   // of the page: "/lam/{slug}/chi-tieu/bang"
	Title  ui.Words // of the table
	Who    []access.Role
	File   string // its name without ending: "giao-chi-tieu"
	Sheet  func(ctx context.Context, tx *store.Tx, v work.Visit) (Sheet, error)
	Record work.Act // the page's act; its form holds the rows that are to change, whole
	Reason bool     // the act wants a reason for changing what was recorded
}

// Sheet is the table as it stands now.
type Sheet struct {
	Of      string // whose table it is, by which the file is known: "chi-tieu 01J…"
	Remarks []string
	Columns []Column
	Rows    []Row
	Back    string // the page's address, to which the reader returns
	At      string // the table's, when it stands on no page of its own; else that of the page
}

// Column is one column of the file: its heading, and its width in letters.
type Column = document.GridColumn

// Row is one line: its key stays the same between going out and coming back.
type Row struct {
	Key, Name string
	Cells     []Cell
}

// Cell is one cell. Only one with a field may be filled in.
type Cell struct {
	Field   string // the name the page's act reads it by; empty = locked
	Text    string // what stands there, as the act's form would have it
	Options []ui.Option
	Number  bool
	Day     bool
}

// excelPath is where the file goes out and comes back.
func (t Table) excelPath() string { return t.Path + "/excel" }

// Page is where the file is taken, brought back and recorded.
func (t Table) Page() work.Page {
	return work.Page{Path: t.excelPath(), Title: t.Title, Who: t.Who, Read: t.read, Acts: map[string]work.Act{"ghi": t.record}}
}

// Raw is where a file that came back is read.
func (t Table) Raw() work.Raw {
	return work.Raw{Pattern: "POST " + t.excelPath() + "/xem", Serve: t.receive}
}

func (t Table) read(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	s, err := t.Sheet(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	if v.Request().URL.Query().Get("dang") == "xlsx" {
		file := download{Component: templ.NopComponent, table: t, sheet: s}
		if v.Season.ID != "" {
			file.of = v.Name()
		}
		return file, nil
	}
	return excelPage(back{Table: t, Sheet: s, visit: v, form: f, Changes: s.posted(f)}), nil
}
