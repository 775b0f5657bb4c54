package seasonfile_test

import (
	"context"
	_ "embed"
	"slices"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/seasonfile"
	"thidua/store"
)

//go:embed testdata/small-year.yaml
var smallYear string

// mistake is one change to the small year that must be refused with one fault.
// In to, « stands before the place at which the fault must be shown.
type mistake struct {
	name     string
	from, to string
	path     string
	sentence string
}

func TestLoad_theSmallYearHasNoFault(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		if _, faults, err := seasonfile.Load(context.Background(), db, []byte(smallYear)); err != nil || len(faults) > 0 {
			t.Fatal(faults, err)
		}
	})
}

func TestLoad_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		for _, m := range slices.Concat(wrongFacts, slips) {
			t.Run(m.name, func(t *testing.T) { refused(t, db, m) })
		}
	})
}

func TestLoad_tellsTenMistakesAtOnceInTheirOrder(t *testing.T) {
	names := []string{
		"a head who was no member that year", "a response before the movement was launched", "an unknown key", "a score above the criterion's maximum",
		"an unknown unit", "self-scoring after the deadline", "a unit scoring itself in cross-scoring", "the 30th of February", "more ballots than voters", "a count above its whole",
	}
	var ten []mistake
	for _, name := range names {
		for _, m := range slices.Concat(wrongFacts, slips) {
			if m.name == name {
				ten = append(ten, m)
			}
		}
	}
	if len(ten) != 10 {
		t.Fatalf("%d of the ten mistakes are in the lists", len(ten))
	}
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) { refused(t, db, ten...) })
}

func TestLoad_refusesAYearThatIsOnRecordAndLeavesItAsItIs(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		if _, faults, err := seasonfile.Load(context.Background(), db, []byte(smallYear)); err != nil || len(faults) > 0 {
			t.Fatal(faults, err)
		}
		before := rows(t, db)
		_, faults, err := seasonfile.Load(context.Background(), db, []byte(smallYear))
		want := seasonfile.Fault{Line: 5, Column: 1, Path: "season", Sentence: "Năm thi đua 2024 của cụm này đã có trong sổ."}
		if err != nil || len(faults) != 1 || faults[0] != want {
			t.Errorf("got %v %v, want %v", faults, err, want)
		}
		if after := rows(t, db); after != before {
			t.Errorf("%d rows before, %d after", before, after)
		}
	})
}

// refused loads the small year with the mistakes, which stand in the order of
// the file, and holds the faults and the database to what must come of them.
func refused(t *testing.T, db *store.DB, made ...mistake) {
	t.Helper()
	raw, want := withMistakes(t, made)
	_, faults, err := seasonfile.Load(context.Background(), db, raw)
	if err != nil {
		t.Fatal(err)
	}
	for i := range max(len(faults), len(want)) {
		switch {
		case i >= len(want):
			t.Errorf("one fault too many: %v", faults[i])
		case i >= len(faults):
			t.Errorf("missing: %v", want[i])
		case faults[i] != want[i]:
			t.Errorf("got  %v\nwant %v", faults[i], want[i])
		}
	}
	if n := rows(t, db); n > 0 {
		t.Errorf("%d rows were left behind", n)
	}
}

// mark stands for « of mistake number i while several are made in one text.
func mark(i int) string { return string(rune(0xE000 + i)) }

func withMistakes(t *testing.T, made []mistake) (raw []byte, want []seasonfile.Fault) {
	t.Helper()
	text := smallYear
	for i, m := range made {
		if n := strings.Count(text, m.from); n != 1 {
			t.Fatalf("%s: %q stands %d times in the small year", m.name, m.from, n)
		}
		if strings.Count(m.to, "«") != 1 {
			t.Fatalf("%s: the place of the fault is not marked once", m.name)
		}
		text = strings.Replace(text, m.from, strings.Replace(m.to, "«", mark(i), 1), 1)
	}
	for i, m := range made {
		before, after, _ := strings.Cut(text, mark(i))
		text = before + after
		last := strip(before[strings.LastIndex(before, "\n")+1:])
		want = append(want, seasonfile.Fault{Line: strings.Count(before, "\n") + 1, Column: len([]rune(last)) + 1, Path: m.path, Sentence: m.sentence})
	}
	return []byte(text), want
}

// strip removes the marks that are left.
func strip(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0xE000 && r < 0xE100 {
			return -1
		}
		return r
	}, s)
}

// rows counts what a load could leave behind, the journal included.
func rows(t *testing.T, db *store.DB) (n int) {
	t.Helper()
	ctx := context.Background()
	err := db.Read(ctx, func(tx *store.Tx) (err error) {
		n, err = store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT (SELECT count(*) FROM unit) + (SELECT count(*) FROM cluster) + (SELECT count(*) FROM season)
			+ (SELECT count(*) FROM score_sheet) + (SELECT count(*) FROM vote) + (SELECT count(*) FROM nomination) + (SELECT count(*) FROM journal)`)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
