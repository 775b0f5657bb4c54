package year

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net/http"
	"regexp"
	"time"

	"github.com/a-h/templ"

	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
)

// Desk serves pages from the records. Every fault goes to Log.
type Desk struct {
	DB  *store.DB
	Log *slog.Logger
}

// patience is how long a page may take before its reader is sent away.
const patience = 15 * time.Second

// errUnpublished is the answer to a visit that comes before publication.
var errUnpublished = errors.New("year: not published yet")

// slugs is what a year's address may look like; anything else is never looked
// up, for not every engine takes every byte.
var slugs = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,99}$`)

// Visit reads, in one transaction, the year of the address and then what work
// asks for. This is the one place that holds back what is not public: before
// publication a visit under WhenPublished gets errUnpublished and no work runs.
func (d Desk) Visit(r *http.Request, rule Rule, work func(ctx context.Context, tx *store.Tx, v Visit) error) (v Visit, err error) {
	if !slugs.MatchString(r.PathValue("slug")) {
		return v, refusal.New(refusal.NotFound, "Không có năm thi đua này.")
	}
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	err = d.DB.Read(ctx, func(tx *store.Tx) error {
		if v, err = read(ctx, tx, r); err != nil {
			return err
		}
		if rule == WhenPublished && !v.Published() {
			return errUnpublished
		}
		return work(ctx, tx, v)
	})
	return v, err
}

// Page serves a page of the year. Before publication its place is taken by a
// page that says so.
func (d Desk) Page(route Route) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var page templ.Component
		v, err := d.Visit(r, route.Rule, func(ctx context.Context, tx *store.Tx, v Visit) (err error) {
			v.Title = route.Title
			page, err = route.Read(ctx, tx, v)
			return err
		})
		if errors.Is(err, errUnpublished) {
			v.Title = route.Title
			page, err = unpublished(v), nil
		}
		if err != nil {
			d.Refuse(w, r, err)
			return
		}
		d.Show(w, r, http.StatusOK, page)
	}
}

// Show sets the whole page before it sends the first byte, so that a fault on
// the way still becomes a page of its own.
func (d Desk) Show(w http.ResponseWriter, r *http.Request, status int, page templ.Component) {
	w.Header().Add("Vary", "Cookie")
	if p, ok := page.(Packed); ok {
		pageHeaders(w)
		if p.send(w, r, status) {
			return
		}
	}
	var b bytes.Buffer
	if err := page.Render(r.Context(), &b); err != nil {
		d.Fault(w, r, err)
		return
	}
	pageHeaders(w)
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}

func pageHeaders(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
}

// Problem sends the page of a request that could not be served.
func (d Desk) Problem(w http.ResponseWriter, r *http.Request, status int, sentence, id string) {
	d.Show(w, r, status, ui.Problem(status, sentence, id, "", r.URL.RequestURI()))
}
