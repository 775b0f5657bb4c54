package scoring_test

import (
	"context"
	"slices"
	"testing"

	"thidua/evidence"
	"thidua/internal/testkit"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
)

func TestCites_countsOnlyTheScorersOwn(t *testing.T) {
	mark := func(entries ...string) []scoring.Mark { return []scoring.Mark{{Criterion: "1.1", Evidence: entries}} }
	sheets := []scoring.Sheet{
		{Unit: "a", Scorer: "a", Stage: season.Self, Marks: mark("tep:X", " tep:Y ")},
		{Unit: "a", Scorer: "b", Stage: season.Cross, Marks: mark("tep:Z")},
	}
	for name, c := range map[string]struct {
		unit, entry string
		want        []string
	}{
		"its own file":                         {"a", "tep:X", []string{"1.1"}},
		"its own file, written with spaces":    {"a", "tep:Y", []string{"1.1"}},
		"a file that another unit cites of it": {"a", "tep:Z", nil},
		"a file that its scorer cites":         {"b", "tep:Z", []string{"1.1"}},
		"a file that another cites as if its":  {"b", "tep:X", nil},
		"a file that nobody cites":             {"a", "tep:W", nil},
	} {
		if got := scoring.Cites(sheets, c.unit, c.entry); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v", name, got)
		}
	}
}

func TestUses_findsWhatWasSentAndWhatIsBeingFilledIn(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		testkit.Exec(t, db,
			`INSERT INTO unit (id, level) VALUES ('a', 'district'), ('b', 'district')`,
			`INSERT INTO cluster (id, name, fold, kind) VALUES ('c', 'Cụm', 'cum', 'cum')`,
			testkit.Season("s13", "c", 2013, "closed", 2), testkit.Season("s14", "c", 2014, "self_scoring", 2))
		sheet := func(id, season, unit, stage, scorer, marks string) string {
			return `INSERT INTO score_sheet (id, season_id, unit_id, stage, scorer, scorer_name, rules_version, day, state, marks, total, bonus, max_points, explanation, illustrative)
				VALUES ('` + id + `', '` + season + `', '` + unit + `', '` + stage + `', '` + scorer + `', '', 1, '', 'submitted', '` + marks + `', '', '', '', '', false)`
		}
		testkit.Exec(t, db,
			sheet("1", "s13", "a", "self", "a", `[{"criterion":"1","evidence":["tep:X"]}]`),
			sheet("2", "s14", "a", "self", "a", `[{"criterion":"1","evidence":["tep:X","Báo cáo"]}]`),
			sheet("3", "s14", "a", "cross", "b", `[{"criterion":"1","evidence":["tep:Z"]}]`),
			sheet("4", "s14", "b", "self", "b", ``),
			`INSERT INTO score_cell (sheet_id, criterion, revision, mark, saved_at, saved_by)
				VALUES ('2', '2', 1, '{"criterion":"2","evidence":["tep:X"]}', '', ''), ('2', '1', 1, '{"criterion":"1","evidence":["tep:X"]}', '', '')`)
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			got, err := scoring.Uses(ctx, tx, "a")
			use := func(year, where, entry string) evidence.Use {
				return evidence.Use{Season: "s" + year[2:], Label: year, Cluster: "Cụm", Where: where, Entry: entry}
			}
			want := []evidence.Use{use("2013", "tiêu chí 1", "tep:X"), use("2014", "tiêu chí 1", "tep:X"), use("2014", "tiêu chí 1", "Báo cáo"), use("2014", "tiêu chí 2", "tep:X")}
			if !slices.Equal(got, want) {
				t.Errorf("got %v", got)
			}
			return err
		})
	})
}
