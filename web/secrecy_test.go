package web_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web"
)

// twins are two sites whose records differ in one mark only.
type twins struct {
	p        *province.Province
	one, two http.Handler
	second   *store.DB
}

// secret is a mark that is not public, and who may know it.
type secret struct {
	phase    season.Phase
	prepare  func(ctx context.Context, tx *store.Tx, p *province.Province) error
	mark     string // the mark as its JSON stands on record
	other    string // what stands in its place in the second records
	entitled []string
}

var secretDay = vi.MustDay("2014-11-10")

// TestSecrecy_aMarkThatIsNotPublicLeavesNoTrace walks every page, file and
// answer of the site as everybody who may not know one mark, over two sets of
// records that differ in that mark alone: they must get the same bytes.
func TestSecrecy_aMarkThatIsNotPublicLeavesNoTrace(t *testing.T) {
	standing := []string{"standing", "standing2", "standing3"}
	people := func(unit string) []string { return []string{"officer:" + unit, "leader:" + unit} }
	for name, s := range map[string]secret{
		"a sheet that was sent, while all score themselves": {season.SelfScoring, allSelf, `"actual":"93"`, `"actual":"41"`,
			slices.Concat(people("con-cuong"), standing)},
		"a cell of a sheet that is not sent": {season.SelfScoring, ownDraft, `"actual":"93"`, `"actual":"41"`, people("con-cuong")},
		"a sheet assigned to one other unit": {season.CrossScoring, allSelf, `"actual":"93"`, `"actual":"41"`,
			slices.Concat(people("con-cuong"), people("tuong-duong"), standing)},
		"a cross sheet that was sent": {season.CrossScoring, oneCross, `"actual":"77"`, `"actual":"33"`,
			slices.Concat(people("ky-son"), standing)},
		"a cell of a cross sheet that is not sent": {season.CrossScoring, crossDraft, `"actual":"77"`, `"actual":"33"`, people("ky-son")},
		"an appraisal that was sent":               {season.Appraisal, oneAppraisal, `"actual":"66"`, `"actual":"22"`, standing},
		"a cell of the head's appraisal":           {season.Appraisal, headDraft, `"actual":"66"`, `"actual":"22"`, []string{"head"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := newTwins(t, s)
			w.shake(t, func() { w.walk(t, "") })
			for _, who := range everybody(w.p) {
				if !slices.Contains(s.entitled, who) {
					w.walk(t, who)
				}
			}
			told := false
			for _, who := range s.entitled {
				told = told || w.differs(who)
			}
			if !told {
				t.Error("nobody who may know the mark is told of it, so the walk proves nothing")
			}
		})
	}
}

// everybody is one person of each kind: leaders see what their officers see, and
// of the standing body and of the council each sees what the others do.
func everybody(p *province.Province) (names []string) {
	alike := []string{"leader:ky-son", "leader:tuong-duong", "leader:anh-son", "leader:thanh-chuong", "standing2", "standing3", "member"}
	for who := range p.People {
		if !slices.Contains(alike, who) {
			names = append(names, who)
		}
	}
	slices.Sort(names)
	return names
}

// newTwins makes the records once, copies them, and changes the mark in the
// copy wherever it stands: on the sheet, at the desk and in the journal.
func newTwins(t *testing.T, s secret) *twins {
	t.Helper()
	w, path := &twins{}, filepath.Join(t.TempDir(), "one.db")
	db := open(t, path)
	if err := db.Migrate(context.Background()); err != nil {
		t.Fatal(err)
	}
	w.p = province.New(t, db, province.Phase(season.SelfScoring))
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { return s.prepare(ctx, tx, w.p) })
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE season SET phase = $1`, s.phase)
		return err
	})
	for who := range w.p.People {
		w.p.Cookie(who)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "two.db")
	if err := os.WriteFile(copied, file, 0o600); err != nil {
		t.Fatal(err)
	}
	first := open(t, path)
	w.second = open(t, copied)
	testkit.Write(t, w.second, func(ctx context.Context, tx *store.Tx) error { return alter(ctx, tx, s) })
	w.one, w.two = web.New(first, web.Options{}), web.New(w.second, web.Options{})
	return w
}

func open(t *testing.T, path string) *store.DB {
	t.Helper()
	db, err := store.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetClock(func() time.Time { return testkit.Today })
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// alter changes the mark. The sheet takes another id of the same place in every
// order, so that nothing remembered of the first records answers for the second.
func alter(ctx context.Context, tx *store.Tx, s secret) error {
	ids, err := store.All(ctx, tx, func(id *string) []any { return []any{id} }, `SELECT id FROM score_sheet WHERE marks LIKE '%' || $1 || '%'
		OR id IN (SELECT sheet_id FROM score_cell WHERE mark LIKE '%' || $2 || '%')`, s.mark, s.mark)
	if err != nil {
		return err
	}
	if len(ids) != 1 {
		return fmt.Errorf("the mark stands on %d sheets, want one", len(ids))
	}
	id := ids[0]
	other := id[:len(id)-1] + "0"
	if other == id {
		other = id[:len(id)-1] + "1"
	}
	for _, x := range []struct {
		query string
		args  []any
	}{
		{`PRAGMA defer_foreign_keys = ON`, nil},
		{`UPDATE score_sheet SET id = $1, marks = replace(marks, $2, $3) WHERE id = $4`, []any{other, s.mark, s.other, id}},
		{`UPDATE score_cell SET sheet_id = $1, mark = replace(mark, $2, $3) WHERE sheet_id = $4`, []any{other, s.mark, s.other, id}},
		{`UPDATE journal SET object = replace(object, $1, $2), detail = replace(replace(detail, $3, $4), $5, $6)`, []any{id, other, id, other, s.mark, s.other}},
	} {
		if _, err := tx.Exec(ctx, x.query, x.args...); err != nil {
			return err
		}
	}
	return nil
}

// shake gives the second records another journal's head while the public walks,
// so that no public page answers from what was remembered of the first.
func (w *twins) shake(t *testing.T, walk func()) {
	t.Helper()
	set := func(hash string) {
		testkit.Write(t, w.second, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Exec(ctx, `UPDATE journal_head SET hash = $1`, hash)
			return err
		})
	}
	var head journal.Head
	testkit.Write(t, w.second, func(ctx context.Context, tx *store.Tx) (err error) {
		head, err = journal.CurrentHead(ctx, tx)
		return err
	})
	set(strings.Repeat("0", 64))
	walk()
	set(head.Hash)
}

// answers are what both sites say to the same question.
func (w *twins) answers(who, address string) (a, b *httptest.ResponseRecorder) {
	ask := func(site http.Handler) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodGet, address, nil)
		if who != "" {
			r.Header.Set("Cookie", w.p.Cookie(who))
		}
		answer := httptest.NewRecorder()
		site.ServeHTTP(answer, r)
		return answer
	}
	return ask(w.one), ask(w.two)
}

func same(a, b *httptest.ResponseRecorder) bool {
	return a.Code == b.Code && bytes.Equal(a.Body.Bytes(), b.Body.Bytes()) && a.Header().Get("Location") == b.Header().Get("Location")
}

var links = regexp.MustCompile(`(?:href|src|hx-get)="(/[^"#]*)`)

// mostAddresses bounds one person's walk.
const mostAddresses = 150

// walk opens everything the person can reach: the addresses of the site, then
// the links on what they open.
func (w *twins) walk(t *testing.T, who string) {
	t.Helper()
	ways, seen := addresses(), map[string]bool{}
	for len(ways) > 0 && len(seen) < mostAddresses {
		address := ways[0]
		ways = ways[1:]
		if seen[address] || strings.HasPrefix(address, "/static/") || who == "inspector" && strings.HasPrefix(address, "/nhat-ky") {
			continue
		}
		seen[address] = true
		a, b := w.answers(who, address)
		if !same(a, b) {
			t.Errorf("%q can tell the mark from %s (%d, %d): %s", who, address, a.Code, b.Code, firstDifference(a.Body.String(), b.Body.String()))
		}
		if a.Code == http.StatusOK && strings.HasPrefix(a.Header().Get("Content-Type"), "text/html") {
			for _, m := range links.FindAllStringSubmatch(a.Body.String(), -1) {
				ways = append(ways, strings.ReplaceAll(m[1], "&amp;", "&"))
			}
		}
	}
}

// differs reports whether the person is told of the mark anywhere.
func (w *twins) differs(who string) bool {
	for _, address := range addresses() {
		if a, b := w.answers(who, address); !same(a, b) {
			return true
		}
	}
	return false
}

// addresses are all pages, files and parts of the site that are read, once for
// each member where they are of one; other ids are found by the links.
func addresses() (all []string) {
	all = []string{"/", "/nam/" + province.Slug, "/nam/" + province.Slug + "/xep-hang"}
	add := func(path string) {
		path = strings.ReplaceAll(path, "{slug}", province.Slug)
		for _, unit := range province.Units {
			address := strings.ReplaceAll(strings.ReplaceAll(path, "{unit}", unit), "{criterion}", "1.1")
			if !strings.Contains(address, "{") && !slices.Contains(all, address) {
				all = append(all, address)
			}
		}
	}
	for _, p := range web.WorkPages() {
		add(p.Path)
	}
	for _, raw := range web.RawPages() {
		if path, get := strings.CutPrefix(raw.Pattern, "GET "); get && !strings.HasSuffix(path, "/dong") {
			add(path)
		}
	}
	return all
}

func firstDifference(a, b string) string {
	at := 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		at++
	}
	cut := func(s string) string { return s[max(0, min(len(s), at-60)):min(len(s), at+60)] }
	return fmt.Sprintf("…%s… against …%s…", cut(a), cut(b))
}

// secretMarks is a whole sheet whose budget yielded so much of 100.
func secretMarks(budget int64, why string) []scoring.Mark {
	n := func(x int64) exact.Number { return exact.Int(x) }
	marks := []scoring.Mark{
		{Criterion: "1.1", Target: n(100), Actual: n(budget)},
		{Criterion: "1.2", Target: n(20), Actual: n(20)},
		{Criterion: "1.3", Target: n(10), Actual: n(11)},
		{Criterion: "2.1", Met: new(true)},
		{Criterion: "2.2", Count: n(2)},
		{Criterion: "2.3", Word: "tốt"},
	}
	for i := range marks {
		marks[i].Explanation = why
	}
	return marks
}

func fileOfficer(p *province.Province, unit string) access.Actor {
	return access.Actor{Name: "Cán bộ " + unit, Role: access.EmulationOfficer, Unit: p.Unit[unit]}
}

var ownBudgets = []int64{71, 82, 93, 64, 95}

func allSelf(ctx context.Context, tx *store.Tx, p *province.Province) error {
	var plan []scoring.Assignment
	for i, u := range province.Units {
		s := scoring.Sheet{Season: p.Season.ID, Unit: p.Unit[u], Stage: season.Self, Marks: secretMarks(ownBudgets[i], "")}
		if _, err := scoring.SubmitSheet(ctx, tx, fileOfficer(p, u), secretDay, s); err != nil {
			return err
		}
		plan = append(plan, scoring.Assignment{Scorer: p.Unit[u], Unit: p.Unit[province.Units[(i+1)%5]]})
	}
	return scoring.ConfirmPlan(ctx, tx, access.Actor{Name: "Sở Nội vụ", Role: access.StandingBody}, secretDay, p.Season.ID, plan, "")
}

func ownDraft(ctx context.Context, tx *store.Tx, p *province.Province) error {
	_, err := scoring.FillCells(ctx, tx, fileOfficer(p, "con-cuong"), secretDay, p.Season.ID, p.Unit["con-cuong"], 0,
		[]scoring.Entry{{Criterion: "1.1", Typed: scoring.Typed{"target": "100", "actual": "93"}}})
	return err
}

// inPhase takes the year into the phase within the transaction.
func inPhase(ctx context.Context, tx *store.Tx, phase season.Phase) error {
	_, err := tx.Exec(ctx, `UPDATE season SET phase = $1`, phase)
	return err
}

func oneCross(ctx context.Context, tx *store.Tx, p *province.Province) error {
	if err := allSelf(ctx, tx, p); err != nil {
		return err
	}
	s := scoring.Sheet{Season: p.Season.ID, Unit: p.Unit["tuong-duong"], Stage: season.Cross, Marks: secretMarks(77, "Theo thống kê")}
	_, err := scoring.SubmitSheet(ctx, tx, fileOfficer(p, "ky-son"), secretDay, s)
	return err
}

func crossDraft(ctx context.Context, tx *store.Tx, p *province.Province) error {
	if err := allSelf(ctx, tx, p); err != nil {
		return err
	}
	if err := inPhase(ctx, tx, season.CrossScoring); err != nil {
		return err
	}
	_, err := scoring.FillJudged(ctx, tx, fileOfficer(p, "ky-son"), secretDay, p.Season.ID, p.Unit["tuong-duong"], season.Cross,
		[]scoring.Entry{{Criterion: "1.1", Typed: scoring.Typed{"actual": "77"}}})
	return err
}

func allCross(ctx context.Context, tx *store.Tx, p *province.Province) error {
	if err := allSelf(ctx, tx, p); err != nil {
		return err
	}
	for i, u := range province.Units {
		next := (i + 1) % 5
		s := scoring.Sheet{Season: p.Season.ID, Unit: p.Unit[province.Units[next]], Stage: season.Cross, Marks: secretMarks(ownBudgets[next]-1, "Theo thống kê")}
		if _, err := scoring.SubmitSheet(ctx, tx, fileOfficer(p, u), secretDay, s); err != nil {
			return err
		}
	}
	return inPhase(ctx, tx, season.Appraisal)
}

func oneAppraisal(ctx context.Context, tx *store.Tx, p *province.Province) error {
	if err := allCross(ctx, tx, p); err != nil {
		return err
	}
	s := scoring.Sheet{Season: p.Season.ID, Unit: p.Unit["con-cuong"], Stage: season.Appraised, Marks: secretMarks(66, "Theo kiểm tra")[:1]}
	_, err := scoring.SubmitSheet(ctx, tx, access.Actor{Name: "Sở Nội vụ", Role: access.StandingBody}, secretDay, s)
	return err
}

func headDraft(ctx context.Context, tx *store.Tx, p *province.Province) error {
	if err := allCross(ctx, tx, p); err != nil {
		return err
	}
	_, err := scoring.FillJudged(ctx, tx, access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: p.Unit["thanh-chuong"]}, secretDay, p.Season.ID, p.Unit["con-cuong"], season.Appraised,
		[]scoring.Entry{{Criterion: "1.1", Typed: scoring.Typed{"actual": "66"}}})
	return err
}
