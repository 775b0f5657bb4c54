package paper

import (
	"context"
	"io"
	"net/http"
	"slices"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/intake"
	"thidua/paper"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// BookPart is the part of a year's working address where the book of outgoing
// papers is.
const BookPart = "so-van-ban"

// drafts reports whether the visitor draws papers up, and reads them all.
func drafts(v work.Visit) bool { return slices.Contains(drafters, v.By.Role) }

// bookName is what the visitor knows the list as.
func bookName(v work.Visit) ui.Words {
	if drafts(v) {
		return ui.Words{Vietnamese: "Sổ văn bản đi", English: "Outgoing papers"}
	}
	return ui.Words{Vietnamese: "Văn bản gửi đơn vị", English: "Papers to your unit"}
}

// papersFor are the papers that the cluster issued, in every year; for a member
// those that were addressed to it, in the year it belongs to.
func papersFor(ctx context.Context, tx *store.Tx, v work.Visit) ([]paper.Entry, error) {
	all, err := paper.Book(ctx, tx, v.Cluster.ID)
	if drafts(v) {
		return all, err
	}
	return slices.DeleteFunc(all, func(e paper.Entry) bool { return !e.Kind.ToMembers() || e.SeasonID != v.Season.ID }), err
}

// book lists them.
func book(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := papersFor(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	view := bookTable(v, all).Of(v.Request().URL, all)
	if view.Excel() {
		return view.File(v.Cluster.Name), nil
	}
	return bookPage(v, view), nil
}

const (
	inForce  = "hieu-luc"
	recalled = "thu-hoi"
)

func bookTable(v work.Visit, all []paper.Entry) list.Table[paper.Entry] {
	return list.Table[paper.Entry]{
		Name: bookName(v), File: "so-van-ban-di",
		Empty:  ui.Words{Vietnamese: "Chưa ban hành văn bản nào.", English: "Nothing was issued yet."},
		Search: func(e paper.Entry) string { return e.Title + " " + e.Symbol + " " + e.IssuerName + " " + e.Why },
		Filters: []list.Filter[paper.Entry]{
			{Key: "nam", Words: ui.Words{Vietnamese: "Năm", English: "Year"}, Options: yearsOf(all), Keep: func(e paper.Entry, chosen string) bool { return e.Day.String()[:4] == chosen }},
			{Key: "co-quan", Words: ui.Words{Vietnamese: "Cơ quan ban hành", English: "Issuer"}, Options: issuersOf(all), Keep: func(e paper.Entry, chosen string) bool { return e.IssuerName == chosen }},
			{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"},
				Options: []ui.Option{{Value: inForce, Label: "Còn hiệu lực"}, {Value: recalled, Label: "Đã thu hồi"}},
				Keep:    func(e paper.Entry, chosen string) bool { return e.Recalled.IsZero() == (chosen == inForce) }},
		},
		Columns: []list.Column[paper.Entry]{
			{Key: "so", Words: ui.Words{Vietnamese: "Số, ký hiệu", English: "Number"}, Width: 16, Text: symbolOf, Order: func(a, b paper.Entry) int { return a.Number - b.Number }},
			{Key: "ngay", Words: ui.Words{Vietnamese: "Ngày", English: "Day"}, Width: 12, Text: func(e paper.Entry) string { return e.Day.Short() }, Order: func(a, b paper.Entry) int { return a.Day.Compare(b.Day) }},
			{Key: "van-ban", Words: ui.Words{Vietnamese: "Văn bản", English: "Paper"}, Width: 60, Wide: true, Text: func(e paper.Entry) string { return e.Title }, Value: tagged,
				Cell: func(e paper.Entry) templ.Component { return toEntry(v, e) }},
			{Key: "co-quan", Words: ui.Words{Vietnamese: "Cơ quan ban hành", English: "Issuer"}, Width: 30, Text: func(e paper.Entry) string { return e.IssuerName }},
			{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"}, Width: 30, Text: stateOf},
		},
	}
}

// tagged is the title in the Excel file.
func tagged(e paper.Entry) any {
	if e.Sample {
		return e.Title + " [số liệu minh họa]"
	}
	return e.Title
}

func symbolOf(e paper.Entry) string {
	if e.Symbol == "" {
		return "không đánh số"
	}
	return e.Symbol
}

func stateOf(e paper.Entry) string {
	if e.Recalled.IsZero() {
		return "còn hiệu lực"
	}
	return "thu hồi ngày " + e.Recalled.Short() + ": " + e.Why
}

func yearsOf(all []paper.Entry) []ui.Option {
	return optionsOf(all, func(e paper.Entry) string { return e.Day.String()[:4] })
}

func issuersOf(all []paper.Entry) []ui.Option {
	return optionsOf(all, func(e paper.Entry) string { return e.IssuerName })
}

// optionsOf are the different values of a list, in their order.
func optionsOf(all []paper.Entry, of func(paper.Entry) string) (options []ui.Option) {
	for _, e := range all {
		if o := (ui.Option{Value: of(e), Label: of(e)}); !slices.Contains(options, o) {
			options = append(options, o)
		}
	}
	return options
}

// entryOf is the paper of the address, among those that the visitor reads.
func entryOf(ctx context.Context, tx *store.Tx, v work.Visit) (paper.Entry, error) {
	all, err := papersFor(ctx, tx, v)
	at := slices.IndexFunc(all, func(e paper.Entry) bool { return e.ID == v.Asked("entry") })
	if err == nil && at < 0 {
		return paper.Entry{}, errNone
	}
	if err != nil {
		return paper.Entry{}, err
	}
	return all[at], nil
}

// entry is the page of a paper that was issued, or one of its files.
func entry(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	e, err := entryOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	kept, err := paper.FilesOf(ctx, tx, e)
	if err != nil {
		return nil, err
	}
	form := v.Request().URL.Query().Get("tep")
	if form == "" {
		return entryPage(v, f, e, kept), nil
	}
	i := issued{name: e.File + "." + form, request: v.Request(), print: form == paper.PDF && printed(kept)}
	if i.print {
		form = paper.DOCX
	}
	i.File, err = paper.FileOf(ctx, tx, e.SeasonID, e.File+"."+form)
	return i, err
}

// printed reports whether the PDF of what was kept is printed from its Word file.
func printed(kept []string) bool {
	return !slices.Contains(kept, paper.PDF) && slices.Contains(kept, paper.DOCX) && intake.PrintsPDF()
}

// issued is a page that is a file instead: as it was issued, or printed from that
// once the reading is over.
type issued struct {
	paper.File
	name    string
	request *http.Request
	print   bool
}

// FileName is the file's own name.
func (i issued) FileName() string { return i.name }

// Write writes the file.
func (i issued) Write(w io.Writer) error {
	file := i.Bytes
	if i.print {
		var err error
		if file, err = intake.PDF(i.request.Context(), file); err != nil {
			return err
		}
	}
	_, err := w.Write(file)
	return err
}

// Render is never reached: the desk sends the file instead.
func (i issued) Render(_ context.Context, w io.Writer) error { return i.Write(w) }

func recall(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	e, err := entryOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã thu hồi. Số đã cấp không cấp lại.", English: "Recalled. Its number is not given again."}},
		paper.Recall(ctx, tx, v.By, v.Today, v.Season, e.ID, f.Get("why"))
}

func mayRecall(v work.Visit, e paper.Entry) bool {
	return e.Recalled.IsZero() && e.SeasonID == v.Season.ID && access.Check(v.By, access.RecallPaper, "") == nil
}
