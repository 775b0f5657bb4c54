package season_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/refusal"
	"thidua/season"
)

// codes are the tree in one line: "I(I.1 I.2) II".
func codes(all []season.Criterion) string {
	parts := make([]string, len(all))
	for i, c := range all {
		if parts[i] = c.Code; len(c.Children) > 0 {
			parts[i] += "(" + codes(c.Children) + ")"
		}
	}
	return strings.Join(parts, " ")
}

func at(s string) season.Index {
	i, err := season.ParseIndex(s)
	if err != nil {
		panic(err)
	}
	return i
}

func TestEdit_changesTheTree(t *testing.T) {
	moved := func(to season.Index, err error) error { return err }
	for _, c := range []struct {
		name string
		edit func(*season.Rules) error
		want string
	}{
		{"a group put first", func(r *season.Rules) error { return r.Insert(at("1"), season.Criterion{Code: "0"}) }, "0 I(I.1 I.2 I.3) II(II.1 II.2)"},
		{"a child put last", func(r *season.Rules) error { return r.Insert(at("2.3"), season.Criterion{Code: "II.3"}) }, "I(I.1 I.2 I.3) II(II.1 II.2 II.3)"},
		{"a child put between", func(r *season.Rules) error { return r.Insert(at("1.2"), season.Criterion{Code: "x"}) }, "I(I.1 x I.2 I.3) II(II.1 II.2)"},
		{"a leaf becomes a group", func(r *season.Rules) error { return r.Insert(at("2.2.1"), season.Criterion{Code: "a"}) }, "I(I.1 I.2 I.3) II(II.1 II.2(a))"},
		{"a group taken out with all below", func(r *season.Rules) error { return r.Remove(at("1")) }, "II(II.1 II.2)"},
		{"a leaf up", func(r *season.Rules) error { return moved(r.Shift(at("1.2"), -1)) }, "I(I.2 I.1 I.3) II(II.1 II.2)"},
		{"a group down", func(r *season.Rules) error { return moved(r.Shift(at("1"), 1)) }, "II(II.1 II.2) I(I.1 I.2 I.3)"},
		{"a leaf in", func(r *season.Rules) error { return moved(r.Indent(at("1.2"))) }, "I(I.1(I.2) I.3) II(II.1 II.2)"},
		{"a group in", func(r *season.Rules) error { return moved(r.Indent(at("2"))) }, "I(I.1 I.2 I.3 II(II.1 II.2))"},
		{"a leaf out", func(r *season.Rules) error { return moved(r.Outdent(at("1.2"))) }, "I(I.1 I.3) I.2 II(II.1 II.2)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := goodTree()
			if err := c.edit(&r); err != nil || codes(r.Criteria) != c.want {
				t.Errorf("%s (%v), want %s", codes(r.Criteria), err, c.want)
			}
		})
	}
}

func TestEdit_refusesWhatCannotBe(t *testing.T) {
	for _, c := range []struct {
		name string
		kind refusal.Kind
		edit func(*season.Rules) error
	}{
		{"the first one up", refusal.Unsatisfied, func(r *season.Rules) error { _, err := r.Shift(at("1.1"), -1); return err }},
		{"the last one down", refusal.Unsatisfied, func(r *season.Rules) error { _, err := r.Shift(at("2"), 1); return err }},
		{"the first one in", refusal.Unsatisfied, func(r *season.Rules) error { _, err := r.Indent(at("1")); return err }},
		{"a top group out", refusal.Unsatisfied, func(r *season.Rules) error { _, err := r.Outdent(at("2")); return err }},
		{"a place that is not there", refusal.NotFound, func(r *season.Rules) error { return r.Remove(at("9")) }},
		{"below a place that is not there", refusal.NotFound, func(r *season.Rules) error { return r.Insert(at("1.9.1"), season.Criterion{}) }},
		{"far beyond the last", refusal.NotFound, func(r *season.Rules) error { return r.Insert(at("1.9"), season.Criterion{}) }},
		{"the tree itself", refusal.NotFound, func(r *season.Rules) error { return r.Replace(nil, season.Criterion{}) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := goodTree()
			if err := c.edit(&r); !refusal.Is(err, c.kind) || codes(r.Criteria) != codes(goodTree().Criteria) {
				t.Errorf("%v leaves %s", err, codes(r.Criteria))
			}
		})
	}
}

func TestReplace_keepsTheChildrenAndMakesAGroupNoLeaf(t *testing.T) {
	r := goodTree()
	if err := r.Replace(at("1"), season.Criterion{Code: "A", Name: "Mới", Max: exact.Int(5), Kind: season.Direct, Points: exact.Int(1)}); err != nil {
		t.Fatal(err)
	}
	if c, _ := r.At(at("1")); c.Code != "A" || c.Kind != "" || c.Points.Known() || len(c.Children) != 3 {
		t.Errorf("%+v", c)
	}
}

func TestParseIndex_refusesWhatIsNoPlace(t *testing.T) {
	for _, s := range []string{"0", "-1", "a", "1..2", "1.", ".1", "1.2.3.4.5.6.7.8.9", "99999999999999999999", "1,2"} {
		if i, err := season.ParseIndex(s); !refusal.Is(err, refusal.NotFound) {
			t.Errorf("%q is %v, %v", s, i, err)
		}
	}
}

// TestMoves_loseNothing makes any moves whatever: no criterion is lost or
// doubled, and what moved stands where the move said.
func TestMoves_loseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := goodTree()
		var before []string
		for _, c := range r.Walk() {
			before = append(before, c.Code)
		}
		for range rapid.IntRange(1, 12).Draw(t, "moves") {
			var places []season.Index
			for i := range r.Walk() {
				places = append(places, slices.Clone(i))
			}
			from := rapid.SampledFrom(places).Draw(t, "from")
			moving, _ := r.At(from)
			var to season.Index
			var err error
			switch rapid.IntRange(0, 3).Draw(t, "how") {
			case 0:
				to, err = r.Shift(from, -1)
			case 1:
				to, err = r.Shift(from, 1)
			case 2:
				to, err = r.Indent(from)
			case 3:
				to, err = r.Outdent(from)
			}
			if err != nil {
				continue
			}
			if c, ok := r.At(to); !ok || c.Code != moving.Code {
				t.Fatalf("%s went from %s to %s, where %q stands in %s", moving.Code, from, to, c.Code, codes(r.Criteria))
			}
		}
		var after []string
		for _, c := range r.Walk() {
			after = append(after, c.Code)
		}
		slices.Sort(before)
		slices.Sort(after)
		if !slices.Equal(before, after) {
			t.Fatalf("%v became %v", before, after)
		}
	})
}

func TestOutdentAndIndent_undoEachOther(t *testing.T) {
	r := goodTree()
	to, err := r.Indent(at("2"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Outdent(to); err != nil || codes(r.Criteria) != codes(goodTree().Criteria) {
		t.Errorf("%s, %v", codes(r.Criteria), err)
	}
}
