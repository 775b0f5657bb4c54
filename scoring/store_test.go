package scoring_test

import (
	"context"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var (
	standingBody = access.Actor{Name: "Sở Nội vụ", Role: access.StandingBody}
	november     = day(2014, 11, 10)
)

func day(year, month, d int) vi.Day {
	v, err := vi.NewDay(year, month, d)
	if err != nil {
		panic(err)
	}
	return v
}

// officer is the emulation officer of a unit.
func officer(unit string) access.Actor {
	return access.Actor{Name: "Cán bộ " + unit, Role: access.EmulationOfficer, Unit: unit}
}

// openSeason makes a cluster of so many members, a stranger "x", and a season
// under the rules whose self-scoring is in November; it returns its id.
func openSeason(t *testing.T, db *store.DB, count int, rules season.Rules) (id string) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		exec := func(query string, args ...any) {
			if err == nil {
				_, err = tx.Exec(ctx, query, args...)
			}
		}
		exec(`INSERT INTO cluster (id, name, fold, kind) VALUES ('c', 'Cụm A', 'cum a', 'cum')`)
		for i, m := range append(members(count), members(24)[23]) {
			exec(`INSERT INTO unit (id, level) VALUES ($1, 'district')`, m.Unit)
			exec(`INSERT INTO unit_name (unit_id, name, short_name, kind, fold, sort_key) VALUES ($1, $2, $2, 'huyen', '', '')`, m.Unit, m.Name)
			if i < count {
				exec(`INSERT INTO cluster_member (cluster_id, label, unit_id, position) VALUES ('c', '2014', $1, $2)`, m.Unit, i+1)
			}
		}
		if err != nil {
			return err
		}
		id, err = season.Open(ctx, tx, standingBody, day(2014, 1, 5), season.Season{Cluster: "c", Slug: "a-2014", Label: "2014", Year: 2014,
			Calendar: season.Calendar{{Phase: season.SelfScoring, From: day(2014, 11, 1), To: day(2014, 11, 30)}}})
		if err != nil {
			return err
		}
		return season.Sign(ctx, tx, standingBody, day(2014, 1, 6), id, rules)
	})
	return id
}

// stranger is a unit that is no member.
const stranger = "u24"

func submit(db *store.DB, by access.Actor, on vi.Day, s scoring.Sheet) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		_, err := scoring.SubmitSheet(ctx, tx, by, on, s)
		return err
	})
}

// mustSubmit sends in a sheet that has nothing wrong.
func mustSubmit(t *testing.T, db *store.DB, by access.Actor, s scoring.Sheet) {
	t.Helper()
	if err := submit(db, by, november, s); err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, err error, kind refusal.Kind, field, words string) {
	t.Helper()
	r := refusal.Of(err)
	if r == nil {
		t.Fatalf("not refused: %v", err)
	}
	if r.Kind != kind || r.Field != field || !strings.Contains(r.Sentence, words) {
		t.Errorf("refused as %s, field %q: %s\nwant %s, field %q, with “%s”", r.Kind, r.Field, r.Sentence, kind, field, words)
	}
}

func twoLeaves() season.Rules {
	return season.Rules{Version: 1, Scale: n("20"), Criteria: []season.Criterion{leaf("1", "10", season.Quantitative), leaf("2", "10", season.Qualitative)},
		Scoring: season.Scoring{Decides: season.Appraised, GapNeedsReason: n("25")}}
}

func sheetOf(seasonID, unit string, stage season.Stage, marks ...scoring.Mark) scoring.Sheet {
	return scoring.Sheet{Season: seasonID, Unit: unit, Stage: stage, Marks: marks}
}

func met(yesOrNo bool) scoring.Mark { return scoring.Mark{Criterion: "2", Met: yes(yesOrNo)} }

func TestSeason_fromSheetsToFinalRanking(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 3, twoLeaves())
		for i, m := range members(3) {
			mustSubmit(t, db, officer(m.Unit), sheetOf(id, m.Unit, season.Self, actual("10", fmt.Sprint(20-5*i)), met(true)))
			by := members(3)[(i+1)%3].Unit
			mustSubmit(t, db, officer(by), sheetOf(id, m.Unit, season.Cross, actual("10", fmt.Sprint(20-5*i)), met(true)))
			mustSubmit(t, db, standingBody, sheetOf(id, m.Unit, season.Appraised))
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			_, err := scoring.Recompute(ctx, tx, standingBody, day(2014, 12, 1), id, scoring.Ties{})
			return err
		})
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			counted, statements := store.CountStatements(ctx)
			rows, err := scoring.Standings(counted, tx, id)
			if err != nil || *statements != 1 || len(rows) != 12 {
				t.Fatalf("%d standings in %d statements, %v", len(rows), *statements, err)
			}
			if got := ranks(rows[9:]); got != "u1=1 u2=2 u3=3" {
				t.Errorf("final ranking %s", got)
			}
			if s := rows[10]; s.Points.String() != "17.5" || s.Max.String() != "20" || s.Percent.String() != "87.5" || s.Stage != season.Final || s.Stated {
				t.Errorf("second in the final ranking: %+v", s)
			}
			return nil
		})
	})
}

func TestExplanation_takesFourStatements(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 2, twoLeaves())
		mark := actual("10", "20")
		mark.Explanation, mark.Evidence = "Số liệu đến 30/10", []string{"Báo cáo số 12/BC-UBND"}
		mustSubmit(t, db, officer("u1"), sheetOf(id, "u1", season.Self, mark, met(false)))
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			counted, statements := store.CountStatements(ctx)
			year, err := season.ByID(counted, tx, id)
			if err != nil {
				return err
			}
			r, err := scoring.Of(counted, tx, year)
			if err != nil {
				return err
			}
			x, ok := r.Explain("u1", "1", season.Self)
			if !ok || *statements > 4 {
				t.Fatalf("explained %v in %d statements", ok, *statements)
			}
			got := x.Readings[0]
			if x.Points.String() != "10" || got.Explanation != mark.Explanation || got.Evidence[0] != mark.Evidence[0] || got.On != november || got.ScorerName != "Cán bộ u1" {
				t.Errorf("%+v", x)
			}
			return nil
		})
	})
}

func TestDraft_isReplacedAndCountsNowhere(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 1, twoLeaves())
		sheet := sheetOf(id, "u1", season.Self, met(true))
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			draft, err := scoring.KeepDraft(ctx, tx, officer("u1"), november, sheet)
			if err != nil {
				return err
			}
			sheet.Marks = append(sheet.Marks, actual("10", "8"))
			sent, err := scoring.SubmitSheet(ctx, tx, officer("u1"), november, sheet)
			if err != nil {
				return err
			}
			all, err := scoring.Sheets(ctx, tx, id)
			if err != nil {
				return err
			}
			if draft != sent || len(all) != 1 || all[0].State != scoring.Submitted || len(all[0].Marks) != 2 {
				t.Errorf("draft %s, sent %s, %+v", draft, sent, all)
			}
			return nil
		})
	})
}

// Without rounding, sixty ratios over sixty primes share no denominator; what
// was computed exactly must be read back exactly.
func TestRecompute_keepsASumOfManyRatiosThatNoRuleRounds(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		rules := season.Rules{Version: 1, Scale: n("600"), Rounding: season.Rounding{Mode: exact.None}}
		var marks []scoring.Mark
		for prime := int64(10007); len(marks) < 60; prime += 2 {
			if big.NewInt(prime).ProbablyPrime(0) {
				code := fmt.Sprint(len(marks) + 1)
				rules.Criteria = append(rules.Criteria, leaf(code, "10", season.Quantitative))
				marks = append(marks, scoring.Mark{Criterion: code, Target: exact.Int(prime), Actual: exact.Int(prime - 1)})
			}
		}
		id := openSeason(t, db, 1, rules)
		mustSubmit(t, db, officer("u1"), sheetOf(id, "u1", season.Self, marks...))
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			r, err := scoring.Recompute(ctx, tx, standingBody, november, id, scoring.Ties{})
			if err != nil {
				return err
			}
			rows, err := scoring.Standings(ctx, tx, id)
			if err != nil {
				return err
			}
			if s, _ := r.Score("u1", season.Self); len(s.Points.String()) < 300 || rows[0].Points.Cmp(s.Points) != 0 {
				t.Errorf("computed %s, read back %s", s.Points, rows[0].Points)
			}
			return nil
		})
	})
}
