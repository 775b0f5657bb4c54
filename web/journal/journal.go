// Package journal sets the pages of the logbook: what I did, and for the
// inspector what everybody did, with a signed extract to take away.
package journal

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/account"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// Desk are the working pages of the logbook.
var Desk = []work.Page{
	{Path: "/viec-da-lam", Title: ui.Words{Vietnamese: "Việc tôi đã làm", English: "What I did"}, Read: own},
	{Path: "/nhat-ky", Title: ui.Words{Vietnamese: "Nhật ký", English: "Journal"}, Who: []access.Role{access.Inspector}, Read: all},
}

// Raw are its files.
var Raw = []work.Raw{{Pattern: "GET /nhat-ky/ban-trich", Serve: extract}}

// longest bounds what an extract or an Excel file holds, in entries.
const longest = 20_000

var table = list.Table[journal.Entry]{
	Name: ui.Words{Vietnamese: "Nhật ký", English: "Journal"},
	File: "nhat-ky",
	Columns: []list.Column[journal.Entry]{
		{Key: "so", Words: ui.Words{Vietnamese: "Số", English: "No."}, Text: func(e journal.Entry) string { return fmt.Sprint(e.Seq) }, Fixed: true, Num: true},
		{Key: "luc", Words: ui.Words{Vietnamese: "Ghi lúc", English: "Recorded"}, Text: when, Fixed: true},
		{Key: "ai", Words: ui.Words{Vietnamese: "Ai", English: "Who"}, Text: func(e journal.Entry) string { return e.Actor }, Fixed: true, Width: 34},
		{Key: "tu-cach", Words: ui.Words{Vietnamese: "Tư cách", English: "Capacity"}, Text: func(e journal.Entry) string { return access.Role(e.Role).Label() }, Fixed: true, Width: 24},
		{Key: "viec", Words: ui.Words{Vietnamese: "Việc", English: "Act"}, Text: func(e journal.Entry) string { return access.Act(e.Act).Label() }, Fixed: true, Width: 30},
		{Key: "ve", Words: ui.Words{Vietnamese: "Về", English: "Of"}, Text: func(e journal.Entry) string { return e.Object }, Cell: object, Fixed: true, Width: 40},
		{Key: "chi-tiet", Words: ui.Words{Vietnamese: "Chi tiết", English: "Particulars"}, Text: func(e journal.Entry) string { return e.Detail }, Cell: detail, Fixed: true, Wide: true, Width: 60},
		{Key: "dau", Words: ui.Words{Vietnamese: "Dấu", English: "Hash"}, Text: func(e journal.Entry) string { return e.Hash }, Cell: hash, Fixed: true, Width: 66},
	},
	Filters: []list.Filter[journal.Entry]{
		{Key: "viec", Words: ui.Words{Vietnamese: "Việc", English: "Act"}, Options: acts()},
		{Key: "vai", Words: ui.Words{Vietnamese: "Tư cách", English: "Capacity"}, Options: roles()},
	},
	Empty: ui.Words{Vietnamese: "Chưa có việc nào được ghi.", English: "Nothing has been recorded yet."},
}

// everybody's is the inspector's table: searched by the name of who acted.
var everybodys = func() list.Table[journal.Entry] {
	t := table
	t.Search = func(e journal.Entry) string { return e.Actor }
	return t
}()

func acts() (all []ui.Option) {
	for _, r := range access.Matrix {
		all = append(all, ui.Option{Value: string(r.Act), Label: r.Act.Label()})
	}
	return append(all, ui.Option{Value: string(access.ReadSensitive), Label: access.ReadSensitive.Label()}, ui.Option{Value: string(access.Export), Label: access.Export.Label()})
}

func roles() (all []ui.Option) {
	for _, r := range access.Roles {
		all = append(all, ui.Option{Value: string(r), Label: r.Label()})
	}
	return all
}

// when is the moment of recording by the clock of Việt Nam.
func when(e journal.Entry) string {
	return e.At.In(vi.Location).Format("15:04:05 02/01/2006")
}

// own lists what the reader did themselves, in whatever capacity.
func own(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	view, err := search(ctx, tx, v, table, journal.Filter{Person: v.Person.ID})
	if err != nil || view.Excel() {
		return view.File(v.Person.Name), err
	}
	return page(v, view, "", journal.Head{}, work.Form{}), nil
}

func all(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	filter, err := asked(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	view, err := search(ctx, tx, v, everybodys, filter)
	if err != nil || view.Excel() {
		return view.File(""), err
	}
	head, err := journal.CurrentHead(ctx, tx)
	if err != nil {
		return nil, err
	}
	return page(v, view, "/nhat-ky/ban-trich?"+v.Request().URL.RawQuery, head, f), nil
}

// asked is the filter of the address, as far as the list itself does not know
// it: a name, an object, days.
func asked(ctx context.Context, tx *store.Tx, v work.Visit) (journal.Filter, error) {
	here := v.Request().URL.Query()
	f := journal.Filter{Object: strings.TrimSpace(here.Get("ve-viec"))}
	if name := strings.TrimSpace(here.Get("tim")); name != "" {
		var err error
		if f.Among, err = account.Named(ctx, tx, name); err != nil {
			return f, err
		}
	}
	for _, x := range []struct {
		key string
		day *vi.Day
	}{{"tu-ngay", &f.From}, {"den-ngay", &f.To}} {
		if text := strings.TrimSpace(here.Get(x.key)); text != "" {
			day, err := vi.ParseDay(text)
			if err != nil {
				return f, refusal.Field(x.key, "Ngày viết như 22/11/2014.")
			}
			*x.day = day
		}
	}
	return f, nil
}

func search(ctx context.Context, tx *store.Tx, v work.Visit, t list.Table[journal.Entry], f journal.Filter) (list.View[journal.Entry], error) {
	here := v.Request().URL
	q := t.Query(here)
	f.Act, f.Role = q.Chosen["viec"], q.Chosen["vai"]
	limit, offset := t.PageSize(), (q.Page-1)*t.PageSize()
	if t.Part(here, nil, 0).Excel() {
		limit, offset = longest, 0
	}
	rows, total, err := journal.Search(ctx, tx, f, limit, offset)
	return t.Part(here, rows, total), err
}

// extract sends the entries that the inspector asked for, signed. Taking it is
// an export, and stands in the journal.
func extract(d work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		var x journal.Extract
		err := d.Exporting(r, []access.Role{access.Inspector}, func(ctx context.Context, tx *store.Tx, v work.Visit) error {
			f, err := asked(ctx, tx, v)
			if err != nil {
				return err
			}
			q := everybodys.Query(r.URL)
			f.Act, f.Role = q.Chosen["viec"], q.Chosen["vai"]
			entries, total, err := journal.Search(ctx, tx, f, longest, 0)
			if err != nil {
				return err
			}
			if total > longest {
				return refusal.New(refusal.Invalid, fmt.Sprintf("Bản trích có %s mục, nhiều hơn %s: hãy thu hẹp theo ngày.", vi.FormatInt(int64(total)), vi.FormatInt(longest)))
			}
			x, err = journal.Seal(ctx, tx, journal.Extract{For: v.Request().URL.RawQuery, By: v.Person.Name, Entries: entries})
			return err
		})
		if err != nil {
			return err
		}
		work.SendFile(w, r, d, "nhat-ky-trich.json", func(to io.Writer) error {
			_, err := io.WriteString(to, store.Text(x))
			return err
		})
		return nil
	}
}
