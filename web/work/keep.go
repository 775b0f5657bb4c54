package work

import (
	"context"
	"errors"
	"net/http"
	"runtime"
	"sync"

	"thidua/account"
	"thidua/journal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/year"
)

// mostKept bounds the pages that are kept, in bytes as they go over the line.
const mostKept = 8 << 20

// keptPages are pages that depend on the records and their reader alone, as
// they were last sent: every change of the records is an act and moves the
// journal's head, and then all of them are forgotten.
type keptPages struct {
	turns chan struct{} // one for each page that is being set
	mu    sync.Mutex
	head  journal.Head
	pages map[keptKey]year.Packed
	size  int
}

// newKeptPages lets as many large pages be set at once as there are cores: more
// would take memory and save no time.
func newKeptPages() *keptPages {
	return &keptPages{turns: make(chan struct{}, runtime.GOMAXPROCS(0))}
}

// turn waits until a page may be set, and returns what ends it.
func (k *keptPages) turn() (end func()) {
	k.turns <- struct{}{}
	return func() { <-k.turns }
}

// keptKey is whose page it is. What was read of a session (a second factor
// given, say) opens pages too, so that each session has its own.
type keptKey struct {
	session, capacity, address string
	lang                       ui.Lang
	day                        vi.Day
	unread                     int
}

// moment is what a kept page is looked up by.
type moment struct {
	head journal.Head
	key  keptKey
}

// sendKept sends the page as it was sent before; false when it must be read.
func (d Desk) sendKept(w http.ResponseWriter, r *http.Request) bool {
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	var now moment
	err := d.DB.Look(ctx, func(tx *store.Tx) (err error) {
		now, err = d.now(ctx, tx, r)
		return err
	})
	if err != nil {
		return false
	}
	page, kept := d.kept.at(now)
	if kept {
		d.show(w, r, http.StatusOK, page)
	}
	return kept
}

// errFleeting says that a page must not be kept.
var errFleeting = errors.New("work: a page of the moment")

// now is the moment of a request; errFleeting when what its page says is said
// once, or to nobody.
func (d Desk) now(ctx context.Context, tx *store.Tx, r *http.Request) (m moment, err error) {
	person := account.Seated(r.Context())
	if person == "" || d.Sessions.Exists(r.Context(), saidKey) || r.Header.Get("HX-Request") != "" {
		return m, errFleeting
	}
	if m.head, err = journal.CurrentHead(ctx, tx); err != nil {
		return m, err
	}
	m.key = keptKey{session: d.Sessions.Token(r.Context()), capacity: d.Sessions.GetString(r.Context(), capacityKey),
		address: r.URL.RequestURI(), lang: ui.LangOf(r.Context()), day: vi.DayOf(tx.Now.Time)}
	if d.Unread != nil {
		m.key.unread, err = d.Unread(ctx, tx, person)
	}
	return m, err
}

func (k *keptPages) at(m moment) (year.Packed, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.head != m.head {
		return year.Packed{}, false
	}
	page, ok := k.pages[m.key]
	return page, ok
}

// keep keeps a page of the newest head it has seen. Heads only move on, so that
// a page of an earlier one is not kept.
func (k *keptPages) keep(m moment, page year.Packed) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if m.head.Seq < k.head.Seq {
		return
	}
	if k.head != m.head || k.size+page.Size() > mostKept || k.pages == nil {
		k.head, k.pages, k.size = m.head, map[keptKey]year.Packed{}, 0
	}
	if _, known := k.pages[m.key]; !known {
		k.size += page.Size()
	}
	k.pages[m.key] = page
}
