package year

import (
	"context"
	"net/http"
	"net/url"

	"thidua/cluster"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
)

// Visit is one request for a page of a year, with what every such page shows.
type Visit struct {
	Season  season.Season
	Cluster cluster.Cluster
	Members []cluster.Member // in the cluster's order, named as in that year
	Today   vi.Day
	Title   ui.Words
	Working bool              // the page is of the working desk: its links lead to working pages
	Opens   func(string) bool // whether the reader may open the working page of that name; nil = all
	request *http.Request
	names   map[string]org.Unit // units beside the members that a page named: see Knows
}

// Of finds the year of the address, or refuses as not found.
func Of(ctx context.Context, tx *store.Tx, r *http.Request) (Visit, error) {
	if !slugs.MatchString(r.PathValue("slug")) {
		return Visit{}, refusal.New(refusal.NotFound, "Không có năm thi đua này.")
	}
	return read(ctx, tx, r)
}

// Outside is a visit of a page that belongs to no year.
func Outside(tx *store.Tx, r *http.Request) Visit {
	return Visit{request: r, Today: vi.DayOf(tx.Now.Time)}
}

func read(ctx context.Context, tx *store.Tx, r *http.Request) (Visit, error) {
	v := Visit{request: r, Today: vi.DayOf(tx.Now.Time)}
	var err error
	if v.Season, err = season.BySlug(ctx, tx, r.PathValue("slug")); err != nil {
		return v, err
	}
	if v.Cluster, err = cluster.ByID(ctx, tx, v.Season.Cluster); err != nil {
		return v, err
	}
	v.Members, err = cluster.Roster(ctx, tx, v.Season.Cluster, v.Season.Label)
	return v, err
}

// Published reports whether the year's results are public today.
func (v Visit) Published() bool {
	on := v.Season.PublishedOn
	return !on.IsZero() && !v.Today.Before(on)
}

// Asked is the part of the address that a route calls by that name.
func (v Visit) Asked(name string) string { return v.request.PathValue(name) }

// Here is the address the reader asked for.
func (v Visit) Here() *url.URL { return v.request.URL }

// To is the address of another public page of this year: To("xep-hang", "con-cuong").
func (v Visit) To(parts ...string) string { return v.under(Prefix, parts) }

// Lam is the address of a working page of this year: Lam("tu-cham").
func (v Visit) Lam(parts ...string) string { return v.under(WorkPrefix, parts) }

func (v Visit) under(prefix string, parts []string) string {
	address := prefix + url.PathEscape(v.Season.Slug)
	for _, p := range parts {
		address += "/" + url.PathEscape(p)
	}
	return address
}

// Name is the year in words: "Cụm thi đua đường 7, năm 2014".
func (v Visit) Name() string { return v.Cluster.Name + ", năm " + v.Season.Label }

// at reports whether the reader is on that page.
func (v Visit) at(address string) bool { return v.request.URL.EscapedPath() == address }
