package work

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"
	"unicode/utf8"

	"github.com/a-h/templ"
	"github.com/alexedwards/scs/v2"

	"thidua/access"
	"thidua/account"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/year"
)

// Desk serves the working pages. Nothing of it answers without a session.
type Desk struct {
	year.Desk
	Sessions *scs.SessionManager
	// Gate leads a person away who must do something else first (change a
	// password, give a second factor); "" lets them in.
	Gate func(ctx context.Context, tx *store.Tx, v Visit) (to string, err error)
	// Unread counts the notices a person has not read.
	Unread func(ctx context.Context, tx *store.Tx, person string) (int, error)
	who    map[string][]access.Role
	kept   *keptPages
}

// SignIn is the page at which people sit down.
const SignIn = "/dang-nhap"

// patience is how long a page or an act may take before its reader is sent
// away; a list of many rows is recorded in one act.
const patience = 45 * time.Second

// What a session holds besides its person.
const (
	capacityKey = "tu-cach" // id of the grant they chose to act in
	saidKey     = "loi"     // the sentence of the last act, Vietnamese
	saidKeyEn   = "loi-en"  // and English
)

// errNobody is the answer to a request without a person.
var errNobody = errors.New("work: nobody is signed in")

// aside leads a person to another page first.
type aside struct{ to string }

func (a aside) Error() string { return "work: go to " + a.to }

// Routes adds the pages and raw addresses to the site.
func (d *Desk) Routes(mux *http.ServeMux, pages []Page, raws []Raw) {
	d.who, d.kept = map[string][]access.Role{}, newKeptPages()
	for _, p := range pages {
		d.who[p.Path] = p.Who
	}
	for _, p := range pages {
		mux.HandleFunc("GET "+p.Path, d.get(p))
		if len(p.Acts) > 0 {
			mux.HandleFunc("POST "+p.Path, d.post(p))
		}
	}
	for _, x := range raws {
		mux.Handle(x.Pattern, d.raw(x))
	}
	mux.HandleFunc("POST /tu-cach", d.changeCapacity)
}

// Visit runs work for whoever asks, in one reading transaction.
func (d Desk) visit(r *http.Request, p Page, work func(ctx context.Context, tx *store.Tx, v Visit) error) (v Visit, err error) {
	return d.within(r, p, d.DB.Read, work)
}

// within opens the transaction, finds who asks and lets work begin only when
// they may.
func (d Desk) within(r *http.Request, p Page, open func(context.Context, func(*store.Tx) error) error,
	work func(ctx context.Context, tx *store.Tx, v Visit) error) (v Visit, err error) {
	if account.Seated(r.Context()) == "" {
		return v, errNobody
	}
	if !sound(r) {
		return v, refusal.New(refusal.NotFound, "Không có trang này.")
	}
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	err = open(ctx, func(tx *store.Tx) error {
		if v, err = d.sit(ctx, tx, r, p.Path, p.Who); err != nil {
			return err
		}
		v.Title = p.Title
		if d.Gate != nil && !p.Alone {
			if to, err := d.Gate(ctx, tx, v); err != nil || to != "" {
				return errors.Join(err, gate(to))
			}
		}
		return work(ctx, tx, v)
	})
	return v, err
}

func gate(to string) error {
	if to == "" {
		return nil
	}
	return aside{to}
}

// sound refuses addresses that no page of ours has and not every engine takes.
func sound(r *http.Request) bool {
	path, err := url.PathUnescape(r.URL.EscapedPath())
	query, qerr := url.QueryUnescape(r.URL.RawQuery)
	if err != nil || qerr != nil || len(r.URL.RawQuery) > 4000 {
		return false
	}
	for _, s := range []string{path, query} {
		if !utf8.ValidString(s) {
			return false
		}
		for _, c := range s {
			if c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == 0x7f {
				return false
			}
		}
	}
	return true
}

func (d Desk) get(p Page) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !p.Keep || !d.sendKept(w, r) {
			d.read(w, r, p, Form{}, http.StatusOK)
		}
	}
}

// read shows the page, with what was typed and refused when an act was.
func (d Desk) read(w http.ResponseWriter, r *http.Request, p Page, f Form, status int) {
	var page templ.Component
	var now moment
	fleeting := errFleeting
	if p.Keep {
		defer d.kept.turn()()
	}
	v, err := d.visit(r, p, func(ctx context.Context, tx *store.Tx, v Visit) (err error) {
		if p.Keep && !f.Posted() {
			now, fleeting = d.now(ctx, tx, r)
		}
		if d.Unread != nil {
			if v.Unread, err = d.Unread(ctx, tx, v.Person.ID); err != nil {
				return err
			}
		}
		if !f.Posted() {
			v.Said = ui.Words{Vietnamese: d.Sessions.PopString(r.Context(), saidKey), English: d.Sessions.PopString(r.Context(), saidKeyEn)}
		}
		page, err = p.Read(ctx, tx, v, f)
		return err
	})
	if err != nil {
		d.Refuse(w, r, err)
		return
	}
	if file, ok := page.(Download); ok {
		d.send(w, r, v, file)
		return
	}
	if fleeting == nil {
		packed, err := year.Pack(r.Context(), page)
		if err != nil {
			d.Fault(w, r, err)
			return
		}
		d.kept.keep(now, packed)
		page = packed
	}
	d.show(w, r, status, page)
}

// show sends a page that nobody but its reader may keep.
func (d Desk) show(w http.ResponseWriter, r *http.Request, status int, page templ.Component) {
	d.Desk.Show(private{w}, r, status, page)
}

// private keeps pages out of every store between us and the reader.
type private struct{ http.ResponseWriter }

func (p private) WriteHeader(status int) {
	p.Header().Set("Cache-Control", "no-store")
	p.ResponseWriter.WriteHeader(status)
}

func (d Desk) post(p Page) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		f, err := formOf(w, r, p.Files)
		if r.MultipartForm != nil {
			defer func() { _ = r.MultipartForm.RemoveAll() }()
		}
		if err != nil {
			d.Refuse(w, r, err)
			return
		}
		var done Done
		act, known := p.act(f.Get("viec"))
		_, err = d.within(r, p, d.DB.Write, func(ctx context.Context, tx *store.Tx, v Visit) (err error) {
			if !known {
				return refusal.New(refusal.Invalid, "Không có việc này trên trang.")
			}
			done, err = act(ctx, tx, v, f)
			return err
		})
		if all := refusal.All(err); all != nil && f.mayAnswer(all) {
			d.note(r, err)
			f.Refusals = all
			d.read(w, r, p, f, year.Status(all[0].Kind))
			return
		}
		if err != nil {
			d.Refuse(w, r, err)
			return
		}
		d.Lead(w, r, done)
	}
}

// act finds the act that the form names; a page with only one needs no name.
func (p Page) act(name string) (Act, bool) {
	act, ok := p.Acts[name]
	if !ok && name == "" && len(p.Acts) == 1 {
		for _, only := range p.Acts {
			return only, true
		}
	}
	return act, ok
}

// mayAnswer reports whether the page itself can say why: it can, unless its
// reader may not open it at all or what it is about is not there.
func (f Form) mayAnswer(all []*refusal.Error) bool {
	return all[0].Rule != "cluster" && all[0].Rule != "page" && all[0].Kind != refusal.NotFound
}

// Lead sends the reader on after an act, with its sentence.
func (d Desk) Lead(w http.ResponseWriter, r *http.Request, done Done) {
	if done.Say.Vietnamese != "" {
		d.Sessions.Put(r.Context(), saidKey, done.Say.Vietnamese)
		d.Sessions.Put(r.Context(), saidKeyEn, done.Say.English)
	}
	to := done.To
	if to == "" {
		to = r.URL.RequestURI()
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// Refuse answers an error: nobody is led to the sign-in, the rest as on every
// page, with the way to the page that explains the rule.
func (d Desk) Refuse(w http.ResponseWriter, r *http.Request, err error) {
	var first aside
	switch {
	case errors.Is(err, errNobody) && r.Method == http.MethodGet:
		http.Redirect(w, r, SignIn+"?"+url.Values{"ve": {r.URL.RequestURI()}}.Encode(), http.StatusSeeOther)
	case errors.Is(err, errNobody):
		d.Problem(private{w}, r, http.StatusUnauthorized, "", "")
	case errors.As(err, &first):
		http.Redirect(w, r, first.to, http.StatusSeeOther)
	default:
		d.note(r, err)
		d.Desk.Refuse(private{w}, r, err)
	}
}

// note logs that somebody tried what is not theirs: who, from where and what,
// not what was typed.
func (d Desk) note(r *http.Request, err error) {
	if e := refusal.Of(err); e != nil && e.Kind == refusal.NotAllowed {
		d.Log.WarnContext(r.Context(), "not allowed", "person", account.Seated(r.Context()), "address", account.Address(r.Context()),
			"method", r.Method, "path", r.URL.Path, "rule", e.Rule)
	}
}

// changeCapacity lets a person with several capacities act in another.
func (d Desk) changeCapacity(w http.ResponseWriter, r *http.Request) {
	f, err := formOf(w, r, 0)
	if err != nil {
		d.Refuse(w, r, err)
		return
	}
	_, err = d.visit(r, Page{Path: "/tu-cach", Alone: true}, func(_ context.Context, _ *store.Tx, v Visit) error {
		for _, g := range v.Grants {
			if g.ID == f.Get("tu-cach") {
				return nil
			}
		}
		return refusal.By("own_grant", "Đồng chí không giữ vai trò này.")
	})
	if err != nil {
		d.Refuse(w, r, err)
		return
	}
	d.Sessions.Put(r.Context(), capacityKey, f.Get("tu-cach"))
	http.Redirect(w, r, ui.PathHere(f.Get("tro-lai"), "/viec-can-lam"), http.StatusSeeOther)
}
