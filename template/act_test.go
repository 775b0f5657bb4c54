package template_test

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	"thidua/access"
	"thidua/cluster"
	"thidua/document"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/paper"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/template"
	"thidua/vi"
	"thidua/yearbook"
)

var (
	day      = vi.MustDay("2026-11-23")
	admin    = access.Actor{Name: "Quản trị", Role: access.Admin}
	standing = access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody}
)

const letterKind = paper.CallLetter

// worded is the starter with other words in the place of a text of its own.
func worded(t testing.TB, old, text string) []byte {
	t.Helper()
	file, err := template.Starter(letterKind, day)
	if err != nil {
		t.Fatal(err)
	}
	return province.Reworded(t, file, old, text)
}

func upload(t testing.TB, db *store.DB, by access.Actor, owner string, body []byte) (out template.Template, err error) {
	t.Helper()
	err = db.Write(context.Background(), func(tx *store.Tx) (err error) {
		out, err = template.Upload(context.Background(), tx, by, day, template.Template{Cluster: owner, Kind: letterKind, File: "cong-van.docx"}, body)
		return err
	})
	return out, err
}

func put(t testing.TB, db *store.DB, by access.Actor, f template.Force) error {
	t.Helper()
	return db.Write(context.Background(), func(tx *store.Tx) error {
		return template.PutInForce(context.Background(), tx, by, day, f)
	})
}

// clusterOf sets up a cluster and gives its id.
func clusterOf(t testing.TB, db *store.DB, name string) (id string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = cluster.SetUp(ctx, tx, standing, day, cluster.Cluster{Name: name, Kind: cluster.Cum, Level: "province", Province: "Nghệ An"})
		return err
	})
	return id
}

// yearOf is a year whose call letter can be drawn up.
func yearOf(id string) yearbook.Year {
	return yearbook.Year{Cluster: cluster.Cluster{ID: id, Name: "Cụm thi đua số 1", Kind: cluster.Cum, Level: "province", Province: "Nghệ An"},
		Season: season.Season{ID: "s", Label: "2026", Year: 2026, Calendar: season.Calendar{{Phase: season.SelfScoring, From: day, To: day.AddDays(9)}}}}
}

// drawn is the text of the call letter in the template in force; "" without one.
func drawn(t testing.TB, db *store.DB, y yearbook.Year, today vi.Day) (text string) {
	t.Helper()
	offers := paper.Offers(y, false)
	p, err := paper.Named(offers, "cong-van")
	if err != nil {
		t.Fatal(err)
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		d, err := template.For(ctx, tx, y.Cluster.ID, p, today)
		if err != nil || !d.Own() {
			return err
		}
		file, err := d.Render(ctx, paper.DOCX)
		if err == nil {
			text, err = document.ReadDOCXText(bytes.NewReader(file.Bytes), int64(len(file.Bytes)))
		}
		return err
	})
	return text
}

func TestTemplate_holdsFromItsDayForItsCluster(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		one, other := clusterOf(t, db, "Cụm thi đua số 1"), clusterOf(t, db, "Cụm thi đua số 2")
		for i, text := range []string{"Kính gửi quý đơn vị:", "Kính gửi các đồng chí:"} {
			if v, err := upload(t, db, standing, one, worded(t, "Kính gửi:", text)); err != nil || v.Version != i+1 || len(v.Fields) == 0 {
				t.Fatalf("%+v %v", v, err)
			}
		}
		if _, err := upload(t, db, admin, "", worded(t, "Kính gửi:", "Gửi mọi nơi:")); err != nil {
			t.Fatal(err)
		}
		for _, f := range []template.Force{{Version: 1, Cluster: one, From: day.AddDays(1)}, {Version: 2, Cluster: one, From: day.AddDays(5)},
			{Version: template.BuiltIn, Cluster: one, From: day.AddDays(9)}, {Version: 1, From: day.AddDays(7)}} {
			f.Kind = letterKind
			if err := put(t, db, standing, f); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range []struct {
			cluster string
			after   int
			says    string
		}{{one, 0, ""}, {one, 1, "quý đơn vị"}, {one, 4, "quý đơn vị"}, {one, 5, "các đồng chí"}, {one, 9, "Gửi mọi nơi"}, {other, 6, ""}, {other, 7, "Gửi mọi nơi"}} {
			got := drawn(t, db, yearOf(c.cluster), day.AddDays(c.after))
			if !strings.Contains(got, c.says) || (c.says == "") != (got == "") {
				t.Errorf("after %d days: %q", c.after, got)
			}
			if got != "" && (!strings.Contains(got, "Tự chấm điểm") || !strings.Contains(got, "CỤM THI ĐUA SỐ 1") || strings.ContainsAny(got, "{}")) {
				t.Errorf("its facts: %q", got)
			}
		}
		var entries int
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			all, err := store.All(ctx, tx, func(n *string) []any { return []any{n} }, `SELECT object FROM journal WHERE act = $1`, string(access.KeepTemplate))
			entries = len(all)
			return err
		})
		if entries != 7 {
			t.Errorf("%d entries in the journal", entries)
		}
	})
}

func TestDayOf_keepsADatedPaperInTheTemplateOfItsDay(t *testing.T) {
	dated := paper.Paper{Doc: document.Doc{Day: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)}}
	if got := template.DayOf(dated, day); got != vi.MustDay("2026-03-01") {
		t.Error(got)
	}
	if got := template.DayOf(paper.Paper{}, day); got != day {
		t.Error(got)
	}
}

func TestTemplate_refuses(t *testing.T) {
	db := testkit.SQLite(t)
	one, other := clusterOf(t, db, "Cụm thi đua số 1"), clusterOf(t, db, "Cụm thi đua số 2")
	body := worded(t, "Kính gửi:", "Gửi:")
	bound := standing
	bound.Cluster = other
	for name, c := range map[string]struct {
		by    access.Actor
		owner string
		body  []byte
		kind  refusal.Kind
	}{
		"the head of the cluster":     {access.Actor{Role: access.ClusterHead}, one, body, refusal.NotAllowed},
		"an officer":                  {access.Actor{Role: access.EmulationOfficer, Unit: "u"}, one, body, refusal.NotAllowed},
		"the inspector":               {access.Actor{Role: access.Inspector}, one, body, refusal.NotAllowed},
		"who works for another":       {bound, one, body, refusal.NotAllowed},
		"every cluster, by one's own": {bound, "", body, refusal.NotAllowed},
		"a cluster that is not there": {standing, "none", body, refusal.NotFound},
		"a field nobody knows":        {standing, one, worded(t, "{trích yếu}", "{trich}"), refusal.Invalid},
	} {
		if _, err := upload(t, db, c.by, c.owner, c.body); !refusal.Is(err, c.kind) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := upload(t, db, standing, one, body); err != nil {
		t.Fatal(err)
	}
	if _, err := upload(t, db, standing, one, body); !refusal.Is(err, refusal.Conflict) {
		t.Errorf("the same again: %v", err)
	}
	for name, c := range map[string]struct {
		by   access.Actor
		f    template.Force
		kind refusal.Kind
	}{
		"a version that is not there": {standing, template.Force{Cluster: one, Version: 2, From: day}, refusal.NotFound},
		"another cluster's version":   {standing, template.Force{Cluster: other, Version: 1, From: day}, refusal.NotFound},
		"a day that has gone by":      {standing, template.Force{Cluster: one, Version: 1, From: day.AddDays(-1)}, refusal.Invalid},
		"no day":                      {standing, template.Force{Cluster: one, Version: 1}, refusal.Invalid},
		"who works for another":       {bound, template.Force{Cluster: one, Version: 1, From: day}, refusal.NotAllowed},
		"a leader":                    {access.Actor{Role: access.Leader, Unit: "u"}, template.Force{Cluster: one, Version: 1, From: day}, refusal.NotAllowed},
	} {
		c.f.Kind = letterKind
		if err := put(t, db, c.by, c.f); !refusal.Is(err, c.kind) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := put(t, db, standing, template.Force{Cluster: one, Kind: "certificate", Version: 1, From: day}); !refusal.Is(err, refusal.NotFound) {
		t.Errorf("a kind that no locality sets: %v", err)
	}
}
