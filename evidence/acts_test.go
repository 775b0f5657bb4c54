package evidence_test

import (
	"bytes"
	"context"
	"errors"
	"reflect"
	"strings"
	"sync"
	"testing"

	"thidua/access"
	"thidua/evidence"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

var (
	day      = vi.MustDay("2014-11-22")
	officer  = access.Actor{Name: "Cán bộ Con Cuông", Role: access.EmulationOfficer, Unit: "con-cuong", Person: "p1"}
	other    = access.Actor{Name: "Cán bộ Anh Sơn", Role: access.EmulationOfficer, Unit: "anh-son", Person: "p2"}
	standing = access.Actor{Name: "Cơ quan thường trực", Role: access.StandingBody, Unit: "so-noi-vu", Person: "p3"}
)

func units(t *testing.T, db *store.DB) {
	t.Helper()
	testkit.Exec(t, db, `INSERT INTO unit (id, level) VALUES ('con-cuong', 'district'), ('anh-son', 'district')`)
}

func file(name string, b []byte) evidence.File {
	return evidence.File{Name: name, Body: bytes.NewReader(b), Size: int64(len(b))}
}

// add takes a file into the officer's library.
func add(db *store.DB, f evidence.File, a evidence.About) (e evidence.Evidence, already bool, err error) {
	err = testkit.Try(db, func(ctx context.Context, tx *store.Tx) (err error) {
		e, already, err = evidence.Add(ctx, tx, officer, day, "con-cuong", f, a)
		return err
	})
	return e, already, err
}

func TestAdd_keepsTheBytesInPartsAndGivesThemBack(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		units(t, db)
		body := append(append([]byte("%PDF-1.4\n"), random(700_000)...), "\n%%EOF"...)
		e, already, err := add(db, file("Báo cáo.pdf", body), evidence.About{Kind: evidence.ReportKind, Description: " Báo cáo  năm ", Day: vi.MustDay("2014-10-31")})
		if err != nil || already {
			t.Fatal(already, err)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			kept, err := evidence.ByID(ctx, tx, e.ID)
			if err != nil || !reflect.DeepEqual(kept, e) || kept.Description != "Báo cáo năm" || kept.Format != evidence.PDF {
				t.Errorf("got %+v, %v; want %+v", kept, err, e)
			}
			whole, err := evidence.Whole(ctx, tx, kept)
			if !bytes.Equal(whole, body) {
				t.Errorf("%d bytes came back of %d", len(whole), len(body))
			}
			return err
		})
		var out parted
		if err := e.Copy(context.Background(), db, &out); err != nil || !bytes.Equal(out.Bytes(), body) || out.largest != 256<<10 {
			t.Errorf("%d bytes copied of %d, the largest part %d, %v", out.Len(), len(body), out.largest, err)
		}
		testkit.Exec(t, db, `UPDATE evidence_part SET body = (SELECT body FROM evidence_part WHERE position = 0) WHERE position = 1`)
		out = parted{}
		if err := e.Copy(context.Background(), db, &out); err == nil || out.Len() >= len(body) {
			t.Errorf("changed bytes were copied to their end: %d of %d, %v", out.Len(), len(body), err)
		}
	})
}

// parted keeps what is written, and how much at once.
type parted struct {
	bytes.Buffer
	largest int
}

func (p *parted) Write(part []byte) (int, error) {
	p.largest = max(p.largest, len(part))
	return p.Buffer.Write(part)
}

func TestAdd_noticesTheSameBytes(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		units(t, db)
		first, _, err := add(db, file("a.pdf", pdf), evidence.About{})
		if err != nil {
			t.Fatal(err)
		}
		again, already, err := add(db, file("khac.pdf", pdf), evidence.About{})
		if err != nil || !already || again.ID != first.ID || again.Name != "a.pdf" {
			t.Fatalf("got %+v, already %v, %v", again, already, err)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			return evidence.Retire(ctx, tx, officer, day, first.ID, "Nhầm năm")
		})
		if again, already, err = add(db, file("a.pdf", pdf), evidence.About{}); err != nil || !already || again.Retired() {
			t.Fatalf("a retired file brought again is not in use: %+v, %v", again, err)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			theirs, already, err := evidence.Add(ctx, tx, other, day, "anh-son", file("a.pdf", pdf), evidence.About{})
			if already || theirs.ID == first.ID {
				t.Error("another unit was told that somebody has the file")
			}
			return err
		})
	})
}

func TestEvidence_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		units(t, db)
		e, _, err := add(db, file("a.pdf", pdf), evidence.About{})
		if err != nil {
			t.Fatal(err)
		}
		testkit.Exec(t, db, `INSERT INTO evidence (id, unit_id, name, format, kind, description, day, size, sha256, stored, sensitive, retired_on, retired_why, added_on, added_by, illustrative)
			VALUES ('big', 'anh-son', 'x.pdf', 'pdf', 'other', '', '', 524287990, 'y', 'z', false, '', '', '2014-11-22', '', false)`)
		adding := func(by access.Actor, unit string, f evidence.File, a evidence.About) func(context.Context, *store.Tx) error {
			return func(ctx context.Context, tx *store.Tx) error {
				_, _, err := evidence.Add(ctx, tx, by, day, unit, f, a)
				return err
			}
		}
		for name, c := range map[string]struct {
			try  func(context.Context, *store.Tx) error
			kind refusal.Kind
		}{
			"a file for another unit":          {adding(officer, "anh-son", file("a.pdf", pdf), evidence.About{}), refusal.NotAllowed},
			"a file by the standing body":      {adding(standing, "so-noi-vu", file("a.pdf", pdf), evidence.About{}), refusal.NotAllowed},
			"a program":                        {adding(officer, "con-cuong", file("a.exe", []byte("MZ")), evidence.About{}), refusal.Invalid},
			"a program under a picture's name": {adding(officer, "con-cuong", file("a.png", []byte("MZ")), evidence.About{}), refusal.Invalid},
			"a PDF under a picture's name":     {adding(officer, "con-cuong", file("a.png", pdf), evidence.About{}), refusal.Invalid},
			"a workbook under a document's":    {adding(officer, "con-cuong", file("a.docx", xlsx(t)), evidence.About{}), refusal.Invalid},
			"a document of tomorrow":           {adding(officer, "con-cuong", file("b.png", pngOf(t, 1, 1)), evidence.About{Day: vi.MustDay("2014-11-23")}), refusal.Invalid},
			"an unknown kind":                  {adding(officer, "con-cuong", file("b.png", pngOf(t, 1, 1)), evidence.About{Kind: "x"}), refusal.Invalid},
			"more than the unit's room":        {adding(other, "anh-son", file("a.pdf", pdf), evidence.About{}), refusal.Invalid},
			"retiring another unit's": {func(ctx context.Context, tx *store.Tx) error {
				return evidence.Retire(ctx, tx, other, day, e.ID, "x")
			}, refusal.NotFound},
			"describing another unit's": {func(ctx context.Context, tx *store.Tx) error {
				return evidence.Describe(ctx, tx, other, day, e.ID, evidence.About{})
			}, refusal.NotFound},
			"using another unit's again": {func(ctx context.Context, tx *store.Tx) error {
				return evidence.UseAgain(ctx, tx, other, day, e.ID)
			}, refusal.NotFound},
			"retiring without a reason": {func(ctx context.Context, tx *store.Tx) error {
				return evidence.Retire(ctx, tx, officer, day, e.ID, " ")
			}, refusal.Invalid},
			"a file that is not there": {func(ctx context.Context, tx *store.Tx) error {
				return evidence.Describe(ctx, tx, officer, day, "x", evidence.About{})
			}, refusal.NotFound},
		} {
			t.Run(name, func(t *testing.T) {
				if err := testkit.Try(db, c.try); !refusal.Is(err, c.kind) {
					t.Errorf("want %s, got %v", c.kind, err)
				}
			})
		}
	})
}

// TestAdd_twoAtOnceNeverPassTheQuota races uploads of which only one has room.
func TestAdd_twoAtOnceNeverPassTheQuota(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		units(t, db)
		testkit.Exec(t, db, `INSERT INTO evidence (id, unit_id, name, format, kind, description, day, size, sha256, stored, sensitive, retired_on, retired_why, added_on, added_by, illustrative)
			VALUES ('big', 'con-cuong', 'x.pdf', 'pdf', 'other', '', '', 524288000 - 100000, 'y', 'z', false, '', '', '2014-11-22', '', false)`)
		var all sync.WaitGroup
		results := make([]error, 6)
		for i := range results {
			all.Go(func() {
				body := append(append([]byte("%PDF-1.4\n"), random(60_000+i)...), "\n%%EOF"...)
				_, _, results[i] = add(db, file("a.pdf", body), evidence.About{})
			})
		}
		all.Wait()
		taken := 0
		for _, err := range results {
			if err == nil {
				taken++
			} else if !refusal.Is(err, refusal.Invalid) {
				t.Error(err)
			}
		}
		if taken != 1 {
			t.Errorf("%d files were taken where one had room", taken)
		}
	})
}

func TestOfUnit_offersWhatIsInUse(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		units(t, db)
		old, _, _ := add(db, file("Biên bản.png", pngOf(t, 1, 1)), evidence.About{})
		kept, _, err := add(db, file("Báo cáo.pdf", pdf), evidence.About{Description: "Nông thôn mới"})
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			return errors.Join(err, evidence.Retire(ctx, tx, officer, day, old.ID, "Thay bằng bản ký"))
		})
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			for query, want := range map[string]int{"": 1, "bao cao": 1, "nong thon": 1, "bien ban": 0, "khác": 0} {
				found, err := evidence.OfUnit(ctx, tx, "con-cuong", query)
				if err != nil || len(found) != want {
					t.Errorf("%q finds %d, want %d, %v", query, len(found), want, err)
				}
			}
			all, err := evidence.ByIDs(ctx, tx, evidence.Cited([]string{evidence.Ref(old.ID), evidence.Ref(kept.ID), "Báo cáo số 5", "tep:x", evidence.Ref(store.NewID())}))
			if len(all) != 2 || !all[old.ID].Retired() || all[kept.ID].Name != "Báo cáo.pdf" {
				t.Errorf("got %v", all)
			}
			return err
		})
	})
}

func TestMayRead_theOwnerOnly_andWhoeverSeesItCited(t *testing.T) {
	open := evidence.Evidence{Unit: "con-cuong"}
	secret := evidence.Evidence{Unit: "con-cuong", Sensitive: true}
	body := access.Actor{Role: access.StandingBody, Unit: "con-cuong"}
	for name, c := range map[string]struct {
		got, want bool
	}{
		"the owner":                                         {evidence.MayRead(officer, secret), true},
		"another unit":                                      {evidence.MayRead(other, open), false},
		"the standing body, nowhere cited":                  {evidence.MayRead(standing, open), false},
		"a body that has the same id as the unit":           {evidence.MayRead(body, open), false},
		"nobody, of no unit":                                {evidence.MayRead(access.Actor{Role: access.EmulationOfficer}, evidence.Evidence{}), false},
		"another unit, where it is cited":                   {evidence.MayReadCited(other, open, "con-cuong"), true},
		"another unit, where it is cited, personal data":    {evidence.MayReadCited(other, secret, "con-cuong"), false},
		"the standing body, cited, personal data":           {evidence.MayReadCited(standing, secret, "con-cuong"), true},
		"another unit, which cites it as if it were theirs": {evidence.MayReadCited(other, open, "anh-son"), false},
		"the standing body, cited by a unit not its owner":  {evidence.MayReadCited(standing, open, "anh-son"), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v", name, c.got)
		}
	}
}

func TestRecordRead_tellsOfEverybodyButTheOwner(t *testing.T) {
	db := testkit.SQLite(t)
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		for _, c := range []struct {
			by        access.Actor
			sensitive bool
			want      int
		}{{officer, false, 0}, {other, false, 1}, {officer, true, 2}, {standing, false, 3}} {
			if err := evidence.RecordRead(ctx, tx, c.by, day, evidence.Evidence{ID: "e", Unit: "con-cuong", Sensitive: c.sensitive}, "tep"); err != nil {
				return err
			}
			n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM journal WHERE act = 'read_sensitive' AND object = 'evidence:e'`)
			if err != nil || n != c.want {
				t.Errorf("after %s: %d entries, want %d, %v", c.by.Name, n, c.want, err)
			}
		}
		return nil
	})
}

func TestParseRef_readsOnlyItsOwn(t *testing.T) {
	id := store.NewID()
	for entry, want := range map[string]string{evidence.Ref(id): id, "tep:": "", "tep:../x": "", "tep:" + strings.ToLower(id): "", "Tep:" + id: "", "Báo cáo tep:" + id: "", "": ""} {
		if got, cited := evidence.ParseRef(entry); got != want || cited != (want != "") {
			t.Errorf("%q: got %q, %v", entry, got, cited)
		}
	}
}

func TestAdd_tellsWhoSignedAPDF(t *testing.T) {
	db := testkit.SQLite(t)
	units(t, db)
	broken := append(bytes.Clone(pdf), "\n/ByteRange [0 9 20 9999] /Contents <3000>\n%%EOF"...)
	for name, c := range map[string]struct {
		body []byte
		want int
	}{"nobody": {pdf, 0}, "somebody whose signature is broken": {broken, 1}} {
		e, _, err := add(db, file("a.pdf", c.body), evidence.About{})
		if err != nil || len(e.Signatures.V) != c.want || c.want == 1 && e.Signatures.V[0].Valid {
			t.Errorf("%s: %+v %v", name, e.Signatures, err)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			kept, err := evidence.ByID(ctx, tx, e.ID)
			if !reflect.DeepEqual(kept, e) {
				t.Errorf("%s: kept %+v, want %+v", name, kept, e)
			}
			return err
		})
	}
}
