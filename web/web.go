// Package web is the site: the years of the clusters as anybody may read them,
// and the desks at which their people work.
package web

import (
	"log/slog"
	"net/http"
	"slices"

	told "thidua/notice"
	"thidua/store"
	"thidua/web/account"
	"thidua/web/certificate"
	"thidua/web/notice"
	"thidua/web/paper"
	"thidua/web/rulebook"
	"thidua/web/season"
	"thidua/web/static"
	"thidua/web/work"
	"thidua/web/year"
)

// Options are what a site may be given beside its records.
type Options struct {
	Log    *slog.Logger    // where faults go; nil = slog.Default()
	SignIn account.Options // how people sign in beside their passwords, and how letters are sent
	Secure bool            // the site is reached over HTTPS: its cookies go over nothing else
	Proxy  bool            // a proxy of ours stands before the site: the last address of X-Forwarded-For is the visitor's
}

// New returns the whole site. It keeps nothing between requests but the
// database, so it may be closed whenever no request is running.
func New(db *store.DB, o Options) http.Handler {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	desk := year.Desk{DB: db, Log: o.Log}
	sessions := newSessions(db, o.Secure)
	mux := http.NewServeMux()
	mux.Handle("GET /{$}", season.List(desk))
	for _, route := range pages {
		mux.HandleFunc(route.Pattern(), desk.Page(route))
	}
	mux.Handle("GET "+year.Prefix+"{slug}/van-ban/{file}", paper.Download(desk))
	mux.HandleFunc("POST /ngon-ngu", chooseLanguage(desk, o.Secure))
	mux.HandleFunc("GET /healthz", health(desk))
	static.Routes(mux)
	notice.Public(desk, mux)
	rulebook.Routes(desk, mux)
	certificate.Public(desk, mux)
	working := work.Desk{Desk: desk, Sessions: sessions, Unread: told.CountUnread}
	door := account.New(working, o.SignIn)
	door.Routes(mux)
	working.Routes(mux, slices.Concat(workPages(), door.Pages()), slices.Concat(rawPages(), door.Raws(), certificate.Prints(o.SignIn.Site)))
	return guard(desk, sessions, o, mux)
}
