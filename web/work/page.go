// Package work is the way every working page goes: who sits at the desk and in
// which capacity, what they may open, what they typed, the act in one
// transaction, and the answer when it is refused.
package work

import (
	"context"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/store"
	"thidua/web/ui"
)

// Page is one working page: GET reads it, POST does one of its acts.
type Page struct {
	Path  string        // the whole path: "/lam/{slug}/tu-cham/{unit}"; with {slug} the year is loaded
	Title ui.Words      // its heading and the browser's tab
	Who   []access.Role // may open it; nil = everyone signed in whose capacity reaches the year
	Read  Read
	Acts  map[string]Act // by the value of the field "viec"
	Files int64          // > 0: forms with files are taken, at most so many bytes in all
	Keep  bool           // hangs on the records and its reader alone, and may be kept until the journal moves
	Alone bool           // opened before the account is ready for work: a password to be changed first
}

// Read reads a page's matter and sets the page. f is empty on GET; after an act
// was refused it carries what was typed and why it was refused.
type Read func(ctx context.Context, tx *store.Tx, v Visit, f Form) (templ.Component, error)

// Act does what a form asks, in one transaction which may be run more than once.
type Act func(ctx context.Context, tx *store.Tx, v Visit, f Form) (Done, error)

// Done says where an act leads: To, or this page again when it is empty, with a
// sentence to be shown there.
type Done struct {
	To  string
	Say ui.Words
}

// Raw is an address that answers in its own way: a file, a fragment, a stream.
type Raw struct {
	Pattern string // as net/http reads it: "GET /tep/{id}"
	Serve   func(Desk) Handler
}
