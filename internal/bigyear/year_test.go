package bigyear_test

import (
	"context"
	"fmt"
	"maps"
	"strconv"
	"testing"

	"thidua/internal/bigyear"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/store"
	"thidua/yearbook"
)

func TestTree_hasTheShapeOfARealOne(t *testing.T) {
	f := plain(t)
	kinds, nodes, deepest := map[string]int{}, 0, 0
	walk(f.Rules.Criteria, 1, func(n plainNode, depth int) {
		nodes, deepest = nodes+1, max(deepest, depth)
		kinds[n.Kind]++
		sum := 0.0
		for _, c := range n.Children {
			sum += c.Max
		}
		if len(n.Children) > 0 && sum != n.Max {
			t.Errorf("group %s has %v points, its children %v", n.Code, n.Max, sum)
		}
	})
	want := map[string]int{"": 230 - 176, "quantitative": 12, "qualitative": 51, "direct": 113}
	if nodes != 230 || len(f.leaves()) != 176 || deepest != 5 || !maps.Equal(kinds, want) {
		t.Errorf("%d nodes, %d leaves, %d levels, kinds %v", nodes, len(f.leaves()), deepest, kinds)
	}
	var tops []float64
	for _, n := range f.Rules.Criteria {
		tops = append(tops, n.Max)
	}
	if fmt.Sprint(tops) != "[700 200 100]" || f.Rules.Scale != 1000 {
		t.Errorf("top groups %v of %v", tops, f.Rules.Scale)
	}
}

func TestSheets_areThoseOfAWholeRing(t *testing.T) {
	seen := map[string]int{}
	for _, s := range plain(t).Scores {
		seen[s.Stage]++
		if s.Stage == "cross" {
			n, _ := strconv.Atoi(s.Unit[len("mau-"):])
			if want := fmt.Sprintf("mau-%d", n%bigyear.Units+1); s.By != want {
				t.Errorf("%s is cross-scored by %q, want %q", s.Unit, s.By, want)
			}
		}
		if s.Stage != "appraised" && len(s.Marks) != 176 {
			t.Errorf("the %s sheet of %s has %d marks", s.Stage, s.Unit, len(s.Marks))
		}
	}
	if want := map[string]int{"self": 7, "cross": 7, "appraised": 7}; !maps.Equal(seen, want) {
		t.Errorf("sheets %v", seen)
	}
}

// year loads the file into the database and reads it back.
func year(t testing.TB, db *store.DB) (y yearbook.Year) {
	t.Helper()
	ctx := context.Background()
	id, faults, err := seasonfile.Load(ctx, db, bigyear.File())
	for _, f := range faults {
		t.Error(f)
	}
	if err == nil {
		err = db.Read(ctx, func(tx *store.Tx) error {
			s, err := season.ByID(ctx, tx, id)
			if err == nil {
				y, err = yearbook.Load(ctx, tx, s)
			}
			return err
		})
	}
	if err != nil {
		t.Fatal(err)
	}
	return y
}

func TestYear_loadsWholeOnBothEngines(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		y := year(t, db)
		r := seasonfile.ResultOf(y)
		switch {
		case len(r.Members) != 7 || len(r.Ranking) != 7 || len(y.Sheets) != 21:
			t.Errorf("%d members, %d ranked, %d sheets", len(r.Members), len(r.Ranking), len(y.Sheets))
		case len(y.Movements) != 3 || len(y.Indicators) != 2 || len(y.Registrations) != 7 || len(y.Conferences) != 2:
			t.Errorf("%d movements, %d indicators, %d registrations, %d conferences", len(y.Movements), len(y.Indicators), len(y.Registrations), len(y.Conferences))
		case len(r.Findings) != 2 || len(r.Tasks) != 2 || *r.NextHead != "Phường Mẫu 5" || *r.NextDeputy != "Phường Mẫu 6":
			t.Errorf("findings %v, tasks %v, next %v and %v", r.Findings, r.Tasks, *r.NextHead, *r.NextDeputy)
		}
		for i, n := range r.Nominations { // the members endorse the first three
			if r.Ranking[i].Unit != n.Candidate || n.Status != "endorsed" || !n.Illustrative || !r.Ranking[i].Illustrative {
				t.Errorf("place %d is %+v, nomination %+v", i+1, r.Ranking[i], n)
			}
		}
		if v := r.Votes[1]; *v.Establishment != 7 || *v.Options[1].Needed != 5 || !*v.Options[1].Passed || *v.Options[2].Passed {
			t.Errorf("the second ballot came to %+v", v.Options)
		}
	})
}
