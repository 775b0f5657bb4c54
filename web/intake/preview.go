package intake

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/document"
	"thidua/intake"
	"thidua/nominees"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// waiting is a list that waits, as its page shows it.
type waiting struct {
	intake.List
	form    work.Form
	quota   string
	rows    ui.Slice[nominees.Row]
	all     int // rows of the table
	faulty  int
	left    int // left out
	only    bool
	repeats []repeat
}

// repeat is a text at fault that stands in several rows: it is put right in all
// of them at once.
type repeat struct {
	Field, Text string
	Count       int
}

const (
	pageSize    = 20
	mostRepeats = 8
	onlyKey     = "loi"
	downloadKey = "dang"
)

// found is the list at the address.
func found(ctx context.Context, tx *store.Tx, v work.Visit) (intake.List, access.Actor, error) {
	by, _ := v.Capacity(access.Nominate)
	l, err := nominees.Form.Waiting(ctx, tx, by, v.Season.ID, v.Asked("tep"))
	return l, by, err
}

func previewPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	l, _, err := found(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	rows, quota, err := nominees.Preview(ctx, tx, v.Season, l)
	if err != nil {
		return nil, err
	}
	query := v.Request().URL.Query()
	w := waiting{List: l, form: f, quota: quota, all: len(rows), repeats: repeats(rows)}
	bad := slices.DeleteFunc(slices.Clone(rows), func(r nominees.Row) bool { return r.LeftOut || len(r.Faults) == 0 })
	w.faulty = len(bad)
	for _, r := range rows {
		if r.LeftOut {
			w.left++
		}
	}
	if query.Get(downloadKey) == "xlsx" {
		return faultyFile(l, bad), nil
	}
	if w.only = query.Get(onlyKey) != "" && len(bad) > 0; w.only {
		rows = bad
	}
	w.rows = ui.Cut(rows, pageSize, v.Request().URL, ui.PageKey)
	return preview(v, w), nil
}

// repeats gathers the titles and kinds at fault by what they say, the commonest
// first.
func repeats(rows []nominees.Row) (all []repeat) {
	at := map[[2]string]int{}
	for _, r := range rows {
		for _, fault := range r.Faults {
			text := r.Nomination.Title
			if r.LeftOut || fault.Field != nominees.Title || text == "" {
				continue
			}
			k := [2]string{fault.Field, text}
			if _, seen := at[k]; !seen {
				at[k] = len(all)
				all = append(all, repeat{Field: fault.Field, Text: text})
			}
			all[at[k]].Count++
		}
	}
	slices.SortStableFunc(all, func(a, b repeat) int { return b.Count - a.Count })
	return all[:min(len(all), mostRepeats)]
}

// faultyFile is the rows at fault under the heads of their list, with the reason
// in a last column.
func faultyFile(l intake.List, bad []nominees.Row) templ.Component {
	g := document.Grid{Title: "Các dòng cần sửa – " + l.File}
	for _, h := range l.Part().Heads {
		g.Columns = append(g.Columns, document.GridColumn{Name: h})
	}
	g.Columns = append(g.Columns, document.GridColumn{Name: "Lý do", Width: 60})
	for _, r := range bad {
		cells := make([]any, 0, len(r.Cells)+1)
		for _, c := range r.Cells {
			cells = append(cells, c)
		}
		g.Rows = append(g.Rows, append(cells, reasons(r.Faults)))
	}
	return list.File("dong-can-sua.xlsx", g)
}

func reasons(faults intake.Faults) string {
	var all []string
	for _, f := range faults {
		all = append(all, f.Sentence)
	}
	return strings.Join(all, " ")
}

// cellError is what is wrong with the cell of a column.
func cellError(w waiting, r nominees.Row, column int) string {
	field := w.Part().Fields[column]
	for _, f := range r.Faults {
		if f.Field == field && field != "" {
			return f.Sentence
		}
	}
	return ""
}

// elsewhere are the faults that no column of the list holds.
func elsewhere(w waiting, r nominees.Row) (all []string) {
	for _, f := range r.Faults {
		if f.Field == "" || !slices.Contains(w.Part().Fields, f.Field) {
			all = append(all, f.Sentence)
		}
	}
	return all
}

// shown are the words by which a row is known.
func shown(r nominees.Row) string {
	var parts []string
	for _, text := range []string{r.Nomination.CandidateName, r.Nomination.CandidateKind.Label(), r.Nomination.Title} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " · ")
}

// about says which list this is.
func about(w waiting) string {
	said := fmt.Sprintf("%s, %s: %s dòng", w.File, tables(w.List), vi.FormatInt(int64(w.all)))
	if w.left > 0 {
		said += ", để ra ngoài " + vi.FormatInt(int64(w.left))
	}
	return said + "."
}

// mappedWords counts the columns that are understood and those passed over.
func mappedWords(ctx context.Context, w waiting) string {
	over := 0
	for _, f := range w.Part().Fields {
		if f == "" {
			over++
		}
	}
	known := len(w.Part().Fields) - over
	return ui.T(ctx, fmt.Sprintf("hiểu %d cột, bỏ qua %d", known, over), fmt.Sprintf("%d understood, %d passed over", known, over))
}

func headWords(i int, head string) string {
	if head == "" {
		return fmt.Sprintf("Cột %d", i+1)
	}
	return head
}

// columnChoices are what a column may hold.
func columnChoices(ctx context.Context) []ui.Option {
	all := []ui.Option{{Value: "", Label: ui.T(ctx, "bỏ qua", "passed over")}}
	for _, c := range nominees.Form.Columns {
		all = append(all, ui.Option{Value: c.Field, Label: c.Head})
	}
	return all
}

// together ends the choice of a table that is taken with all that have the same
// heads.
const together = "+"

// partChoices are the tables of a file: those with the same columns together,
// and each alone.
func partChoices(l intake.List) (all []ui.Option) {
	for i, p := range l.Parts {
		if alike := l.Alike(i); len(alike) > 1 && alike[0] == i {
			all = append(all, ui.Option{Value: fmt.Sprint(i) + together, Label: alikeWords(l, alike)})
		}
		all = append(all, ui.Option{Value: fmt.Sprint(i), Label: fmt.Sprintf("%s (%d dòng)", p.Name, p.Count)})
	}
	return all
}

func alikeWords(l intake.List, alike []int) string {
	rows := 0
	for _, i := range alike {
		rows += l.Parts[i].Count
	}
	return fmt.Sprintf("Cả %d bảng cùng cột với “%s” (%d dòng)", len(alike), l.Parts[alike[0]].Name, rows)
}

// chosenPart is the choice that stands.
func chosenPart(l intake.List) string {
	if len(l.Taken()) > 1 {
		return fmt.Sprint(l.Chosen) + together
	}
	return fmt.Sprint(l.Chosen)
}

// tables names the tables that are taken.
func tables(l intake.List) string {
	var names []string
	for _, i := range l.Taken() {
		names = append(names, l.Parts[i].Name)
	}
	return strings.Join(names, "; ")
}

// titleChoices are the titles that may stand in place of one nobody knows.
func titleChoices(ctx context.Context) []ui.Option {
	all := []ui.Option{{Value: "", Label: ui.T(ctx, "– chọn danh hiệu –", "– choose a title –")}}
	for _, n := range rulebook.Names() {
		all = append(all, ui.Option{Value: n.Name, Label: n.Name})
	}
	return all
}
