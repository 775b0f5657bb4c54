package nominees_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/dossier"
	"thidua/intake"
	"thidua/internal/messy"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/nominees"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var day = vi.MustDay("2014-11-22")

// list is a generated list that waits in the province's year.
func list(t testing.TB, db *store.DB, p *province.Province, rows int) (id string) {
	t.Helper()
	file, err := messy.Nominations(rows)
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := intake.Open(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	head := p.Actor("head")
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		id, err = nominees.Form.Receive(ctx, tx, head, p.Season.ID, "danh-sach.xlsx", nominees.Form.Tables(sheets))
		return err
	})
	return id
}

func waiting(t testing.TB, ctx context.Context, tx *store.Tx, by access.Actor, p *province.Province, id string) intake.List {
	t.Helper()
	l, err := nominees.Form.Waiting(ctx, tx, by, p.Season.ID, id)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestTake_makesNominationsOfACleanListOnly(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Nomination))
		id := list(t, db, p, 386)
		head := p.Actor("head")
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			l := waiting(t, ctx, tx, head, p, id)
			rows, quota, err := nominees.Preview(ctx, tx, p.Season, l)
			bad := slices.DeleteFunc(slices.Clone(rows), func(r nominees.Row) bool { return len(r.Faults) == 0 })
			if err != nil || quota != "" || len(rows) != 386 || len(bad) != messy.Faulty(386) {
				t.Fatalf("%d rows, %d at fault, %q, %v: %v", len(rows), len(bad), quota, err, bad[:min(3, len(bad))])
			}
			_, err = nominees.Take(ctx, tx, head, day, p.Season, l)
			if all := refusal.All(err); len(all) != len(bad) || !strings.HasPrefix(all[0].Sentence, "Dòng ") {
				t.Fatalf("%v", err)
			}
			return nil
		})
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			l := waiting(t, ctx, tx, head, p, id)
			if n, err := l.Replace(ctx, tx, nominees.Title, "Khen cấp trên", "Giấy khen"); err != nil || n != 3 {
				t.Fatalf("%d replaced, %v", n, err)
			}
			rows, _, err := nominees.Preview(ctx, tx, p.Season, l)
			for _, r := range rows {
				if len(r.Faults) > 0 {
					err = l.LeaveOut(ctx, tx, r.Key(), true)
				}
			}
			return err
		})
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			counting, statements := store.CountStatements(ctx)
			n, err := nominees.Take(counting, tx, head, day, p.Season, waiting(t, ctx, tx, head, p, id))
			if err != nil || n != 385 {
				t.Fatalf("%d taken, %v", n, err)
			}
			if *statements > 120 { // it was nine for each nomination
				t.Errorf("%d statements for %d nominations", *statements, n)
			}
			t.Logf("%d statements", *statements)
			all, err := dossier.OfSeason(ctx, tx, p.Season.ID)
			if len(all) != 385 {
				t.Errorf("%d nominations on record", len(all))
			}
			if _, err := nominees.Form.Waiting(ctx, tx, head, p.Season.ID, id); !refusal.Is(err, refusal.NotFound) {
				t.Errorf("the list still waits: %v", err)
			}
			return err
		})
	})
}

func TestPreview_namesWhoStandsInTheListOrOnRecordTwice(t *testing.T) {
	db := testkit.SQLite(t)
	p := province.New(t, db, province.Phase(season.Nomination))
	sheets := []intake.Sheet{{Name: "x", Rows: []intake.Row{{N: 1, Cells: []string{"Họ và tên", "Ông/Bà", "Danh hiệu", "Đơn vị đề nghị", "Loại hình khen thưởng"}},
		{N: 2, Cells: []string{"Vi An", "Ông", "Giấy khen", "Con Cuông"}}, {N: 3, Cells: []string{"Vi  an", "Ông", "giấy khen", ""}}, {N: 4, Cells: []string{"Lô Ba", "Bà", "Giấy khen", "Huyện Xa Lắc"}}, {N: 5, Cells: []string{"Vi An", "Ông", "Giấy khen", "", "Đột xuất"}}}}}
	head := p.Actor("head")
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		if _, err := dossier.Nominate(ctx, tx, head, day, dossier.Nomination{Season: p.Season.ID, CandidateName: "Lô Ba", CandidateKind: dossier.Person, Title: "Giấy khen"}); err != nil {
			return err
		}
		id, err := nominees.Form.Receive(ctx, tx, head, p.Season.ID, "x.csv", nominees.Form.Tables(sheets))
		if err != nil {
			return err
		}
		rows, _, err := nominees.Preview(ctx, tx, p.Season, waiting(t, ctx, tx, head, p, id))
		for i, want := range []string{"", "Trùng tên, danh hiệu và loại hình với dòng 2", "đã được đề nghị", ""} {
			said := fmt.Sprint(rows[i].Faults)
			if (want == "") != (len(rows[i].Faults) == 0) || !strings.Contains(said, want) {
				t.Errorf("row %d: %s", rows[i].N, said)
			}
		}
		if rows[0].Nomination.ProposedBy != p.Unit["con-cuong"] || !strings.Contains(fmt.Sprint(rows[2].Faults), "không phải đơn vị thành viên") {
			t.Errorf("%+v %v", rows[0].Nomination, rows[2].Faults)
		}
		return err
	})
}

func TestForm_remembersTheMappingOfTheUnitAndKeepsListsToTheirSender(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Nomination))
		sheets := []intake.Sheet{{Name: "x", Rows: []intake.Row{{N: 1, Cells: []string{"Ai", "Được gì", "Họ và tên"}}, {N: 2, Cells: []string{"Vi An", "Giấy khen", "?"}}}}}
		head, secretary, officer := p.Actor("head"), p.Actor("secretary"), p.Actor("officer:con-cuong")
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			receive := func(by access.Actor) intake.List {
				id, err := nominees.Form.Receive(ctx, tx, by, p.Season.ID, "x.csv", nominees.Form.Tables(sheets))
				if err != nil {
					t.Fatal(err)
				}
				l, err := nominees.Form.Waiting(ctx, tx, by, p.Season.ID, id)
				if err != nil {
					t.Fatal(err)
				}
				return l
			}
			l := receive(head)
			if err := nominees.Form.Map(ctx, tx, head, l, []string{nominees.Name, nominees.Name, ""}); refusal.Of(err) == nil {
				t.Errorf("one field for two columns: %v", err)
			}
			if err := nominees.Form.Map(ctx, tx, head, l, []string{nominees.Name, nominees.Title, ""}); err != nil {
				return err
			}
			if got := receive(head).Part().Fields; !slices.Equal(got, []string{nominees.Name, nominees.Title, ""}) {
				t.Errorf("not remembered: %q", got)
			}
			if got := receive(secretary).Part().Fields; !slices.Equal(got, []string{"", "", nominees.Name}) {
				t.Errorf("remembered for others: %q", got)
			}
			for _, x := range []struct {
				by        access.Actor
				place, id string
			}{{secretary, p.Season.ID, l.ID}, {head, "elsewhere", l.ID}, {head, p.Season.ID, "x"}} {
				if _, err := nominees.Form.Waiting(ctx, tx, x.by, x.place, x.id); !refusal.Is(err, refusal.NotFound) {
					t.Errorf("%v: %v", x, err)
				}
			}
			if _, err := nominees.Form.Receive(ctx, tx, officer, p.Season.ID, "x", nil); !refusal.Is(err, refusal.NotAllowed) {
				t.Errorf("an officer: %v", err)
			}
			return nil
		})
	})
}

func TestReceive_takesTablesWithTheSameColumnsTogether(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Nomination))
		head := p.Actor("head")
		rows := func(all ...string) (rows []intake.Row) {
			for i, r := range all {
				rows = append(rows, intake.Row{N: i + 1, Cells: strings.Split(r, "|")})
			}
			return rows
		}
		sheets := []intake.Sheet{
			{Name: "Bảng 1: Tập thể", Rows: rows("STT|Họ và tên|Danh hiệu", "1|Đội K4|Giấy khen", "2|Đội K5|Giấy khen")},
			{Name: "Bảng 2: Cá nhân", Rows: rows("TT|HỌ VÀ TÊN|Danh hiệu", "1|Vi An|Giấy khen", "2|Vi An|Giấy khen")},
			{Name: "Bảng 3", Rows: rows("Danh hiệu|Họ và tên", "Giấy khen|Lô Ba")},
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			id, err := nominees.Form.Receive(ctx, tx, head, p.Season.ID, "x.docx", nominees.Form.Tables(sheets))
			if err != nil {
				return err
			}
			see := func(want string) intake.List {
				t.Helper()
				l := waiting(t, ctx, tx, head, p, id)
				all, _, err := nominees.Preview(ctx, tx, p.Season, l)
				var got []string
				for _, r := range all {
					got = append(got, l.Where(r.Key())+" "+r.Nomination.CandidateName+" "+string(r.Nomination.CandidateKind)+strings.Repeat("!", len(r.Faults)))
				}
				if said := strings.Join(got, "; "); err != nil || said != want {
					t.Errorf("%s, want %s: %v", said, want, err)
				}
				return l
			}
			both := "Bảng 1: Tập thể, dòng 2 Đội K4 collective!; Bảng 1: Tập thể, dòng 3 Đội K5 collective!; Bảng 2: Cá nhân, dòng 2 Vi An person; Bảng 2: Cá nhân, dòng 3 Vi An person!"
			l := see(strings.ReplaceAll(both, "collective!", "collective"))
			if err := l.LeaveOut(ctx, tx, intake.RowKey{Table: 1, Line: 3}, true); err != nil {
				return err
			}
			if err := l.Mend(ctx, tx, intake.RowKey{Table: 0, Line: 3}, []string{"Đội K6", "Giấy khen"}); err != nil {
				return err
			}
			see("Bảng 1: Tập thể, dòng 2 Đội K4 collective; Bảng 1: Tập thể, dòng 3 Đội K6 collective; Bảng 2: Cá nhân, dòng 2 Vi An person; Bảng 2: Cá nhân, dòng 3 Vi An person")
			if err := nominees.Form.Choose(ctx, tx, head, l, 1, false); err != nil {
				return err
			}
			l = see("Dòng 2 Vi An person; Dòng 3 Vi An person")
			if err := nominees.Form.Choose(ctx, tx, head, l, 2, true); err != nil {
				return err
			}
			l = see("Dòng 2 Lô Ba !")
			if err := nominees.Form.Choose(ctx, tx, head, l, 3, true); refusal.Of(err) == nil {
				t.Errorf("a table that is not there: %v", err)
			}
			if err := nominees.Form.Choose(ctx, tx, head, l, 1, true); err != nil {
				return err
			}
			n, err := nominees.Take(ctx, tx, head, day, p.Season, waiting(t, ctx, tx, head, p, id))
			if e := refusal.Of(err); n != 0 || e == nil || !strings.HasPrefix(e.Sentence, "Bảng 1: Tập thể, dòng ") {
				t.Errorf("collectives from outside without a reason: %d, %v", n, err)
			}
			return nil
		})
	})
}

// engines are those to measure on: PostgreSQL where THIDUA_TEST_POSTGRES names a
// server.
func engines() map[string]func(testing.TB) *store.DB {
	all := map[string]func(testing.TB) *store.DB{"SQLite": testkit.SQLite}
	if os.Getenv("THIDUA_TEST_POSTGRES") != "" {
		all["PostgreSQL"] = testkit.Postgres
	}
	return all
}

func BenchmarkPreview_tenThousandMessyRows(b *testing.B) {
	for engine, open := range engines() {
		b.Run(engine, func(b *testing.B) { previews(b, open(b)) })
	}
}

func previews(b *testing.B, db *store.DB) {
	p := province.New(b, db, province.Phase(season.Nomination))
	file, err := messy.Nominations(10_000)
	if err != nil {
		b.Fatal(err)
	}
	head := p.Actor("head")
	for b.Loop() {
		sheets, err := intake.Open(context.Background(), file)
		if err != nil {
			b.Fatal(err)
		}
		testkit.Write(b, db, func(ctx context.Context, tx *store.Tx) error {
			id, err := nominees.Form.Receive(ctx, tx, head, p.Season.ID, "danh-sach.xlsx", nominees.Form.Tables(sheets))
			if err != nil {
				return err
			}
			rows, _, err := nominees.Preview(ctx, tx, p.Season, waiting(b, ctx, tx, head, p, id))
			if len(rows) != 10_000 {
				b.Fatalf("%d rows", len(rows))
			}
			return err
		})
	}
}

func BenchmarkTake_tenThousandMessyRowsWithPreview(b *testing.B) {
	for engine, open := range engines() {
		b.Run(engine, func(b *testing.B) {
			db := open(b)
			p := province.New(b, db, province.Phase(season.Nomination))
			head := p.Actor("head")
			id := list(b, db, p, 10_000)
			testkit.Write(b, db, func(ctx context.Context, tx *store.Tx) error {
				l := waiting(b, ctx, tx, head, p, id)
				rows, _, err := nominees.Preview(ctx, tx, p.Season, l)
				for _, r := range rows {
					if len(r.Faults) > 0 && err == nil {
						err = l.LeaveOut(ctx, tx, r.Key(), true)
					}
				}
				return err
			})
			undone := errors.New("undone")
			for b.Loop() {
				err := db.Write(context.Background(), func(tx *store.Tx) error {
					ctx := context.Background()
					if _, err := nominees.Take(ctx, tx, head, day, p.Season, waiting(b, ctx, tx, head, p, id)); err != nil {
						b.Fatal(err)
					}
					return undone
				})
				if !errors.Is(err, undone) {
					b.Fatal(err)
				}
			}
		})
	}
}
