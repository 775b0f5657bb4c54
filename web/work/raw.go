package work

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/account"
	"thidua/journal"
	"thidua/store"
)

// Handler answers a raw address. An error it returns is answered as on every
// page; it must then have sent nothing.
type Handler func(w http.ResponseWriter, r *http.Request) error

func (d Desk) raw(x Raw) http.Handler {
	serve := x.Serve(*d.self())
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if account.Seated(r.Context()) == "" {
			d.Refuse(w, r, errNobody)
			return
		}
		if err := serve(w, r); err != nil {
			d.Refuse(w, r, err)
		}
	})
}

func (d Desk) self() *Desk { return &d }

// pathOf is the path of the route that matched, with its {names}.
func pathOf(r *http.Request) string {
	_, path, _ := strings.Cut(r.Pattern, " ")
	return path
}

// Reading runs work for whoever asks, in one reading transaction; who may be
// nil for everyone signed in. With {slug} in the address the year is loaded and
// the capacity must reach it.
func (d Desk) Reading(r *http.Request, who []access.Role, work func(ctx context.Context, tx *store.Tx, v Visit) error) error {
	_, err := d.visit(r, Page{Path: pathOf(r), Who: who}, work)
	return err
}

// Exporting is Reading for what is taken away: the journal tells who took it,
// in the same transaction.
func (d Desk) Exporting(r *http.Request, who []access.Role, work func(ctx context.Context, tx *store.Tx, v Visit) error) error {
	_, err := d.within(r, Page{Path: pathOf(r), Who: who}, d.DB.Write, func(ctx context.Context, tx *store.Tx, v Visit) error {
		if err := work(ctx, tx, v); err != nil {
			return err
		}
		return journal.Record(ctx, tx, v.By, v.Today, access.Export, "page:"+r.URL.Path, map[string]string{"query": clean(r.URL.RawQuery)})
	})
	return err
}

// Writing runs work in one writing transaction, with the form that was sent.
// files > 0 takes files, at most so many bytes in all.
func (d Desk) Writing(w http.ResponseWriter, r *http.Request, who []access.Role, files int64, work func(ctx context.Context, tx *store.Tx, v Visit, f Form) error) error {
	f, err := formOf(w, r, files)
	if r.MultipartForm != nil {
		defer func() { _ = r.MultipartForm.RemoveAll() }()
	}
	if err != nil {
		return err
	}
	_, err = d.within(r, Page{Path: pathOf(r), Who: who}, d.DB.Write, func(ctx context.Context, tx *store.Tx, v Visit) error {
		return work(ctx, tx, v, f)
	})
	return err
}

// Fragment sends a part of a page.
func (d Desk) Fragment(w http.ResponseWriter, r *http.Request, status int, part templ.Component) {
	d.show(w, r, status, part)
}

// Download is a page that is a file instead, such as the Excel of a list. Its
// being read is an export, and stands in the journal.
type Download interface {
	templ.Component
	FileName() string
	Write(w io.Writer) error
}

// send journals the export, then sends the file.
func (d Desk) send(w http.ResponseWriter, r *http.Request, v Visit, file Download) {
	err := d.DB.Write(r.Context(), func(tx *store.Tx) error {
		return journal.Record(r.Context(), tx, v.By, v.Today, access.Export, "page:"+r.URL.Path, map[string]string{"file": file.FileName(), "query": clean(r.URL.RawQuery)})
	})
	if err != nil {
		d.Refuse(w, r, err)
		return
	}
	SendFile(w, r, d, file.FileName(), file.Write)
}

// SendFile sends what write writes as a file of that name to be kept, not
// opened in the page.
func SendFile(w http.ResponseWriter, r *http.Request, d Desk, name string, write func(io.Writer) error) {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		d.Refuse(w, r, err)
		return
	}
	kind := kinds[name[strings.LastIndex(name, ".")+1:]]
	if kind == "" {
		kind = "application/octet-stream"
	}
	Heads(w, kind, name)
	_, _ = w.Write(b.Bytes())
}

var kinds = map[string]string{
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"pdf":  "application/pdf",
	"json": "application/json",
	"csv":  "text/csv; charset=utf-8",
}
