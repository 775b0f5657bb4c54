// Package year is the way every page of a cluster's year goes: find the year by
// its address, see whether the page may be shown yet, read what it tells in one
// transaction, and put it into the frame with the year's spine.
package year

import (
	"context"

	"github.com/a-h/templ"

	"thidua/store"
	"thidua/web/ui"
)

// Rule says from when a page may be shown.
type Rule int

// The rules. What a page tells of the work itself is open from the start;
// scores, rankings, votes, proposals and papers wait for their publication.
const (
	Open Rule = iota
	WhenPublished
)

// Read reads a page's matter and sets the page. A refusal becomes the page of
// its kind, any other error a fault of ours.
type Read func(ctx context.Context, tx *store.Tx, v Visit) (templ.Component, error)

// Route is one page of the year.
type Route struct {
	Path  string   // after "/nam/{slug}": "/xep-hang/{unit}"; empty for the year itself
	Title ui.Words // its heading and the browser's tab, unless it has one of its own
	Rule  Rule
	Read  Read
}

// Prefix begins the address of every public page of a year.
const Prefix = "/nam/"

// WorkPrefix begins the address of every working page of a year.
const WorkPrefix = "/lam/"

// Pattern is the route as net/http reads it.
func (r Route) Pattern() string { return "GET " + Prefix + "{slug}" + r.Path }
