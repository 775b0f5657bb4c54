// Package province is a small province for tests: a cluster of five units with
// people for every role, a year in the phase a test asks for, and each of them
// at a desk of the real site.
package province

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/base64"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/store"
	"thidua/vi"
	"thidua/web"
)

//go:embed year.yaml
var year []byte

// Slug is the year's name in addresses.
const Slug = "thu-2014"

// Units are the members' short names, in the cluster's order.
var Units = []string{"ky-son", "tuong-duong", "con-cuong", "anh-son", "thanh-chuong"}

// Province is the year, its people and the site they work on.
type Province struct {
	DB      *store.DB
	Site    http.Handler
	Season  season.Season
	Unit    map[string]string         // unit id by short name: "con-cuong"
	People  map[string]account.Person // by name: "officer:con-cuong", "head", "standing2"
	t       testing.TB
	cookies map[string]string
}

// Phase asks for the phase the year stands in; set-up unless said.
type Phase season.Phase

// New puts the province on record and opens its site, with the options of the
// site's own that a test needs.
func New(t testing.TB, db *store.DB, phase Phase, options ...web.Options) *Province {
	t.Helper()
	p := &Province{DB: db, t: t, Unit: map[string]string{}, People: map[string]account.Person{}, cookies: map[string]string{}}
	id, faults, err := seasonfile.Load(context.Background(), db, year)
	if err != nil || len(faults) > 0 {
		t.Fatalf("the province cannot be: %v %v", faults, err)
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { return p.settle(ctx, tx, id, season.Phase(phase)) })
	var o web.Options
	if len(options) > 0 {
		o = options[0]
	}
	p.Site = web.New(db, o)
	return p
}

func (p *Province) settle(ctx context.Context, tx *store.Tx, id string, phase season.Phase) (err error) {
	if phase != "" {
		if _, err := tx.Exec(ctx, `UPDATE season SET phase = $1 WHERE id = $2`, phase, id); err != nil {
			return err
		}
	}
	if p.Season, err = season.ByID(ctx, tx, id); err != nil {
		return err
	}
	roster, err := cluster.Roster(ctx, tx, p.Season.Cluster, p.Season.Label)
	if err != nil {
		return err
	}
	for i, m := range roster {
		p.Unit[Units[i]] = m.Unit
	}
	body, err := cluster.ByID(ctx, tx, p.Season.Cluster)
	if err != nil {
		return err
	}
	for i, m := range roster {
		name := strings.ToLower(m.Name[:1]) + m.Name[1:]
		p.enter(ctx, tx, "officer:"+Units[i], "Cán bộ TĐKT "+name, account.Grant{Role: access.EmulationOfficer, Unit: m.Unit})
		p.enter(ctx, tx, "leader:"+Units[i], "Lãnh đạo "+name, account.Grant{Role: access.Leader, Unit: m.Unit})
	}
	p.enter(ctx, tx, "head", "Trưởng cụm", account.Grant{Role: access.ClusterHead, Unit: p.Unit["thanh-chuong"], Cluster: p.Season.Cluster})
	p.enter(ctx, tx, "deputy", "Phó trưởng cụm", account.Grant{Role: access.ClusterDeputy, Unit: p.Unit["anh-son"], Cluster: p.Season.Cluster})
	for _, n := range []string{"standing", "standing2", "standing3"} {
		p.enter(ctx, tx, n, "Chuyên viên cơ quan thường trực "+n, account.Grant{Role: access.StandingBody, Unit: body.StandingBody})
	}
	p.enter(ctx, tx, "secretary", "Thư ký Hội đồng", account.Grant{Role: access.CouncilSecretary})
	p.enter(ctx, tx, "member", "Ủy viên Hội đồng", account.Grant{Role: access.CouncilMember})
	p.enter(ctx, tx, "decider", "Người quyết định", account.Grant{Role: access.Decider})
	p.enter(ctx, tx, "admin", "Quản trị", account.Grant{Role: access.Admin})
	p.enter(ctx, tx, "inspector", "Thanh tra", account.Grant{Role: access.Inspector})
	return nil
}

// enter puts a person with one capacity on record.
func (p *Province) enter(ctx context.Context, tx *store.Tx, key, name string, g account.Grant) {
	p.t.Helper()
	admin := access.Actor{Name: "Quản trị", Role: access.Admin}
	day := vi.MustDay("2014-01-02")
	id, err := account.Enter(ctx, tx, admin, day, account.Person{Name: name, Login: strings.ReplaceAll(key, ":", "."), Sample: true})
	if err != nil {
		p.t.Fatal(err)
	}
	g.Person, g.From = id, day
	if _, err := account.Give(ctx, tx, admin, day, g); err != nil {
		p.t.Fatal(err)
	}
	if p.People[key], err = account.ByID(ctx, tx, id); err != nil {
		p.t.Fatal(err)
	}
}

// Actor is how the person acts in the year; for tests of acts.
func (p *Province) Actor(who string) access.Actor {
	p.t.Helper()
	var a access.Actor
	testkit.Write(p.t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		grants, err := account.GrantsOf(ctx, tx, p.person(who).ID)
		if err == nil {
			a = grants[0].Actor(p.person(who), p.Season.Cluster)
		}
		return err
	})
	return a
}

func (p *Province) person(who string) account.Person {
	p.t.Helper()
	x, ok := p.People[who]
	if !ok {
		p.t.Fatalf("the province has no %q", who)
	}
	return x
}

// Cookie is the cookie of a session of the person, as a browser sends it:
// "phien=…".
func (p *Province) Cookie(who string) string {
	p.t.Helper()
	if c, ok := p.cookies[who]; ok {
		return c
	}
	token := base64.RawURLEncoding.EncodeToString([]byte("session of " + who))
	ends := time.Now().Add(10 * time.Hour)
	body, err := scs.GobCodec{}.Encode(ends, map[string]any{})
	if err != nil {
		p.t.Fatal(err)
	}
	ctx := account.WithVisit(context.Background(), "192.0.2.1", "test")
	account.Sit(ctx, p.person(who).ID)
	if err := (account.Sessions{DB: p.DB}).CommitCtx(ctx, token, body, ends); err != nil {
		p.t.Fatal(err)
	}
	// The session's end lies in the tests' own time too.
	testkit.Write(p.t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE session SET ends_at = $1 WHERE person_id = $2`, store.At(ends.AddDate(20, 0, 0)), p.person(who).ID)
		return err
	})
	p.cookies[who] = "phien=" + token
	return p.cookies[who]
}

// Path is the address of a working page of the year: Path("tu-cham").
func (p *Province) Path(parts ...string) string {
	return "/lam/" + Slug + strings.Join(append([]string{""}, parts...), "/")
}

// Desk is one person at their desk; the zero name is somebody without a session.
type Desk struct {
	p   *Province
	who string
}

// As seats the person: "officer:con-cuong", "head", "standing2"; "" is a visitor
// without a session.
func (p *Province) As(who string) Desk { return Desk{p, who} }

// Get opens an address.
func (d Desk) Get(address string) *httptest.ResponseRecorder {
	return d.Do(httptest.NewRequest(http.MethodGet, address, nil))
}

// Post sends a form from a page of the site itself.
func (d Desk) Post(address string, form url.Values) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodPost, address, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return d.Do(r)
}

// Send sends a form with a file from a page of the site itself.
func (d Desk) Send(address string, form url.Values, field, name string, file []byte) *httptest.ResponseRecorder {
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for key, all := range form {
		for _, value := range all {
			_ = w.WriteField(key, value)
		}
	}
	part, _ := w.CreateFormFile(field, name) // a buffer takes everything
	_, _ = part.Write(file)
	_ = w.Close()
	r := httptest.NewRequest(http.MethodPost, address, &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return d.Do(r)
}

// Do sends any request under the person's session.
func (d Desk) Do(r *http.Request) *httptest.ResponseRecorder {
	if d.who != "" {
		r.Header.Set("Cookie", d.p.Cookie(d.who))
	}
	w := httptest.NewRecorder()
	d.p.Site.ServeHTTP(w, r)
	return w
}

// Serve opens the site on a port of this machine for a browser, and returns its
// address.
func (p *Province) Serve() string {
	server := httptest.NewServer(p.Site)
	p.t.Cleanup(server.Close)
	return server.URL
}

// String names the province in a test's output.
func (p *Province) String() string { return fmt.Sprintf("%s in %s", Slug, p.Season.Phase) }
