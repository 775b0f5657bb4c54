// Package list is how every list of the working desk is shown: searched with or
// without accents, filtered, sorted by any column, page by page, and as an Excel
// file, all from one description of its columns.
//
//	var people = list.Table[account.Person]{
//		Name:    ui.Words{Vietnamese: "Người dùng", English: "People"},
//		File:    "nguoi-dung",
//		Search:  func(p account.Person) string { return p.Name + " " + p.Login },
//		Columns: []list.Column[account.Person]{{Key: "ten", Words: …, Text: func(p account.Person) string { return p.Name }}},
//	}
//
//	view := people.Of(v.Request().URL, rows)      // a list read whole
//	if view.Excel() { return view.File(v.Name()), nil }
//	…@view.Show()
//
// A list too long to be read whole asks the database for one page by Query and
// shows it by Part.
package list

import (
	"cmp"
	"context"
	"net/url"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/vi"
	"thidua/web/ui"
)

// Table describes a list of T.
type Table[T any] struct {
	Name    ui.Words // names the table to readers who do not see it
	File    string   // the Excel file's name without its ending: "nguoi-dung"
	Columns []Column[T]
	Filters []Filter[T]
	Search  func(T) string // the text that the search looks in; nil = no search
	Sort    string         // key of the column a list begins sorted by; empty = as read
	Desc    bool           // … from the last to the first
	Size    int            // rows a page; 50 unless said
	Empty   ui.Words       // what an empty list says; a sentence
}

// Column is one column. Text is what it says, in print and in Excel; Cell, where
// it is set, is how it stands on the page.
type Column[T any] struct {
	Key   string // in addresses: "ten"
	Words ui.Words
	Text  func(T) string
	Cell  func(T) templ.Component
	Order func(a, b T) int // how it sorts; nil = by Text in Vietnamese order
	Fixed bool             // cannot be sorted by
	Num   bool             // a number: set to the right, and by Value in Excel
	Value func(T) any      // string, int or float64 for Excel; nil = Text
	Width float64          // in Excel, in characters
	Wide  bool             // holds running text
	NoXls bool             // left out of the Excel file (buttons)
}

// Filter is a choice that narrows the list.
type Filter[T any] struct {
	Key     string
	Words   ui.Words
	Options []ui.Option // without the first, "all"
	Keep    func(row T, chosen string) bool
}

// Query is what the address asks of a list.
type Query struct {
	Search string // as typed
	Sort   string // key of a column; empty = as the table begins
	Desc   bool
	Page   int
	Chosen map[string]string // by filter key; empty ones left out
}

// keys of addresses.
const (
	searchKey = "tim"
	sortKey   = "xep"
	excelKey  = "dang"
)

// Query reads the address; what it asks for that the table has not is left out.
func (t Table[T]) Query(here *url.URL) Query {
	asked := here.Query()
	q := Query{Search: strings.TrimSpace(asked.Get(searchKey)), Sort: t.Sort, Desc: t.Desc, Page: ui.PageNumber(here, ui.PageKey), Chosen: map[string]string{}}
	if len([]rune(q.Search)) > 200 {
		q.Search = string([]rune(q.Search)[:200])
	}
	key, desc := strings.CutPrefix(asked.Get(sortKey), "-")
	for _, c := range t.Columns {
		if c.Key == key && !c.Fixed {
			q.Sort, q.Desc = key, desc
		}
	}
	for _, f := range t.Filters {
		if value := asked.Get(f.Key); slices.ContainsFunc(f.Options, func(o ui.Option) bool { return o.Value == value }) && value != "" {
			q.Chosen[f.Key] = value
		}
	}
	return q
}

// View is one page of a list as a reader asked for it.
type View[T any] struct {
	table Table[T]
	Query Query
	Rows  []T // of this page
	All   []T // every row that was found, for Excel; the page's rows where the list was read in parts
	Total int // rows found
	here  *url.URL
	pager ui.Pager
}

func (t Table[T]) size() int {
	if t.Size == 0 {
		return 50
	}
	return t.Size
}

// Of narrows, sorts and cuts a list that was read whole.
func (t Table[T]) Of(here *url.URL, rows []T) View[T] {
	q := t.Query(here)
	var found []T
	wanted := strings.Fields(vi.Fold(q.Search))
	for _, row := range rows {
		if t.keeps(q, row) && t.matches(wanted, row) {
			found = append(found, row)
		}
	}
	t.order(q, found)
	cut := ui.Cut(found, t.size(), here, ui.PageKey)
	return View[T]{table: t, Query: q, Rows: cut.Items, All: found, Total: len(found), here: here, pager: cut.Pager}
}

// Part shows one page that the database already narrowed, sorted and cut by the
// Query; total is how many rows it found in all.
func (t Table[T]) Part(here *url.URL, rows []T, total int) View[T] {
	q := t.Query(here)
	pages := max(1, (total+t.size()-1)/t.size())
	q.Page = min(q.Page, pages)
	return View[T]{table: t, Query: q, Rows: rows, All: rows, Total: total, here: here, pager: ui.PagerOf(here, q.Page, pages)}
}

// PageSize is how many rows a page of the table has.
func (t Table[T]) PageSize() int { return t.size() }

func (t Table[T]) keeps(q Query, row T) bool {
	for _, f := range t.Filters {
		if chosen := q.Chosen[f.Key]; chosen != "" && f.Keep != nil && !f.Keep(row, chosen) {
			return false
		}
	}
	return true
}

// matches reports whether every word that was typed begins a word of the row,
// accents and case aside.
func (t Table[T]) matches(wanted []string, row T) bool {
	if len(wanted) == 0 || t.Search == nil {
		return true
	}
	text := " " + vi.Fold(t.Search(row))
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

func (t Table[T]) order(q Query, rows []T) {
	for _, c := range t.Columns {
		if c.Key != q.Sort {
			continue
		}
		by := c.Order
		if by == nil {
			by = func(a, b T) int { return cmp.Compare(vi.SortKey(c.Text(a)), vi.SortKey(c.Text(b))) }
		}
		slices.SortStableFunc(rows, func(a, b T) int {
			if q.Desc {
				return by(b, a)
			}
			return by(a, b)
		})
	}
}

// Excel reports whether the reader asked for the Excel file.
func (v View[T]) Excel() bool { return v.here.Query().Get(excelKey) == "xlsx" }

// with is the list's address with some of its questions changed, back on the
// first page.
func (v View[T]) with(pairs ...string) string {
	q := v.here.Query()
	q.Del(ui.PageKey)
	for i := 0; i < len(pairs); i += 2 {
		if q.Set(pairs[i], pairs[i+1]); pairs[i+1] == "" {
			q.Del(pairs[i])
		}
	}
	if len(q) == 0 {
		return v.here.Path
	}
	return v.here.Path + "?" + q.Encode()
}

// sorted is the address sorted by the column; a second press turns it round.
func (v View[T]) sorted(c Column[T]) string {
	if v.Query.Sort == c.Key && !v.Query.Desc {
		return v.with(sortKey, "-"+c.Key)
	}
	return v.with(sortKey, c.Key)
}

func (v View[T]) sortState(c Column[T]) templ.Attributes {
	if v.Query.Sort != c.Key {
		return nil
	}
	if v.Query.Desc {
		return templ.Attributes{"aria-sort": "descending"}
	}
	return templ.Attributes{"aria-sort": "ascending"}
}

// narrowed reports whether the reader asked for less than all.
func (v View[T]) narrowed() bool { return v.Query.Search != "" || len(v.Query.Chosen) > 0 }

// kept are the questions of the address that the search form does not ask
// itself.
func (v View[T]) kept() (pairs [][2]string) {
	for key, values := range v.here.Query() {
		own := key == searchKey || key == ui.PageKey || key == excelKey
		for _, f := range v.table.Filters {
			own = own || key == f.Key
		}
		if !own && len(values) > 0 {
			pairs = append(pairs, [2]string{key, values[0]})
		}
	}
	slices.SortFunc(pairs, func(a, b [2]string) int { return cmp.Compare(a[0], b[0]) })
	return pairs
}

func (v View[T]) counted(ctx context.Context) string {
	return vi.FormatInt(int64(v.Total)) + " " + ui.T(ctx, "dòng", "rows")
}

func anyOf(all string, options []ui.Option) []ui.Option {
	return append([]ui.Option{{Value: "", Label: all}}, options...)
}
