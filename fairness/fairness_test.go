package fairness_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/fairness"
)

func close(a, b, within float64) bool { return math.Abs(a-b) <= within }

func TestGap_asksFromAQuarterAndFromAHalfOfTheRange(t *testing.T) {
	for _, c := range []struct {
		a, b, span string
		want       fairness.Discrepancy
	}{
		{"10", "10", "10", fairness.Close},
		{"10", "7.51", "10", fairness.Close},
		{"10", "7.5", "10", fairness.Explain},
		{"5", "9.99", "10", fairness.Explain},
		{"5", "10", "10", fairness.Third},
		{"", "10", "10", fairness.Close},
		{"0", "10", "0", fairness.Close},
	} {
		if got := fairness.Weigh(fairness.Gap(exact.Must(c.a), exact.Must(c.b), exact.Must(c.span))); got != c.want {
			t.Errorf("%q against %q of %s: %q, want %q", c.a, c.b, c.span, got, c.want)
		}
	}
}

// The same hundred subjects are graded 46/44/10 and 50/40/10 by two raters who
// differ on four: 0.9541 with quadratic weights, the value that scikit-learn
// publishes in its tests of cohen_kappa_score.
func TestKappa_publishedValue(t *testing.T) {
	var pairs [][2]float64
	add := func(count int, a, b float64) {
		for range count {
			pairs = append(pairs, [2]float64{a, b})
		}
	}
	add(46, 0, 0)
	add(4, 1, 0)
	add(40, 1, 1)
	add(10, 2, 2)
	if k, ok := fairness.Kappa(pairs); !ok || !close(k, 0.9541, 0.00005) {
		t.Errorf("κ = %v, %v", k, ok)
	}
}

// kappaByTable is Cohen's own definition on a table of categories 0 … k−1.
func kappaByTable(pairs [][2]float64, k int) float64 {
	n := float64(len(pairs))
	table, rows, columns := make([][]float64, k), make([]float64, k), make([]float64, k)
	for i := range table {
		table[i] = make([]float64, k)
	}
	for _, p := range pairs {
		table[int(p[0])][int(p[1])]++
		rows[int(p[0])]++
		columns[int(p[1])]++
	}
	var observed, expected float64
	for i := range k {
		for j := range k {
			weight := float64((i - j) * (i - j))
			observed += weight * table[i][j] / n
			expected += weight * rows[i] * columns[j] / (n * n)
		}
	}
	return 1 - observed/expected
}

func TestKappa_isCohensOnCategories(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		category := rapid.Float64Range(0, 4.99)
		var pairs [][2]float64
		for range rapid.IntRange(2, 40).Draw(t, "subjects") {
			pairs = append(pairs, [2]float64{math.Floor(category.Draw(t, "a")), math.Floor(category.Draw(t, "b"))})
		}
		if k, ok := fairness.Kappa(pairs); ok && !close(k, kappaByTable(pairs, 5), 1e-9) {
			t.Fatalf("κ = %v, by the table %v", k, kappaByTable(pairs, 5))
		}
	})
}

func TestKappa_isUnknownWithoutAnyDifference(t *testing.T) {
	for _, pairs := range [][][2]float64{nil, {{1, 2}}, {{3, 3}, {3, 3}, {3, 3}}} {
		if k, ok := fairness.Kappa(pairs); ok {
			t.Errorf("%v: κ = %v", pairs, k)
		}
	}
}

// Four observers read twelve things, with gaps: K. Krippendorff, "Computing
// Krippendorff's alpha-reliability" (2011), section C, gives 0.815 for ordinal
// and 0.849 for interval data.
var twelveThings = [][]float64{{1, 1, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3}, {2, 2, 2, 2}, {1, 2, 3, 4},
	{4, 4, 4, 4}, {1, 1, 2, 1}, {2, 2, 2, 2}, {5, 5, 5}, {1, 1}, {3}}

func TestAlpha_publishedValues(t *testing.T) {
	for metric, want := range map[fairness.Metric]float64{fairness.Ordinal: 0.815, fairness.Interval: 0.849} {
		if a, ok := fairness.Alpha(twelveThings, metric); !ok || !close(a, want, 0.0005) {
			t.Errorf("%s: α = %v, %v, want %v", metric, a, ok, want)
		}
	}
}

// drawItems draws a round of 2–5 readings each on a scale of tenths.
func drawItems(t *rapid.T) [][]float64 {
	items := make([][]float64, rapid.IntRange(2, 12).Draw(t, "items"))
	for i := range items {
		for range rapid.IntRange(1, 5).Draw(t, "readings") {
			items[i] = append(items[i], float64(rapid.IntRange(0, 10).Draw(t, "reading"))/10)
		}
	}
	return items
}

// Neither a common unit of measure nor a common zero changes how much scorers
// agree, nor the order in which they are asked.
func TestAlpha_doesNotDependOnTheScaleOrTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawItems(t)
		metric := rapid.SampledFrom([]fairness.Metric{fairness.Interval, fairness.Ordinal}).Draw(t, "metric")
		moved := make([][]float64, len(items))
		for i, readings := range items {
			for j := range readings {
				moved[len(items)-1-i] = append(moved[len(items)-1-i], 3+8*readings[len(readings)-1-j])
			}
		}
		a, known := fairness.Alpha(items, metric)
		b, again := fairness.Alpha(moved, metric)
		if known != again || !close(a, b, 1e-9) {
			t.Fatalf("%v %v, then %v %v", a, known, b, again)
		}
	})
}

func TestAlpha_isOneOnlyWhereAllAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := drawItems(t)
		agree := true
		for _, readings := range items {
			for _, x := range readings {
				agree = agree && x == readings[0]
			}
		}
		if a, ok := fairness.Alpha(items, fairness.Interval); ok && (a > 1+1e-9 || agree != close(a, 1, 1e-9)) {
			t.Fatalf("all agree %v: α = %v of %v", agree, a, items)
		}
	})
}

func TestRely_holdsAlphaWithinItsInterval(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, ok := fairness.Rely(drawItems(t), fairness.Interval)
		if ok && r.Bounded && (r.Low > r.Alpha || r.High < r.Alpha-1e-9 || r.High > 1) {
			t.Fatalf("%+v", r)
		}
	})
}

func TestRely_readsTheBands(t *testing.T) {
	r, ok := fairness.Rely(twelveThings, fairness.Interval)
	if !ok || !r.Bounded || r.Items != 11 || r.Strength != fairness.Firm || r.Low >= 0.849 || r.High <= 0.849 {
		t.Errorf("%+v", r)
	}
	if r, ok := fairness.Rely([][]float64{{1, 5}, {2, 4}, {5, 1}}, fairness.Interval); !ok || r.Strength != fairness.Weak {
		t.Errorf("scorers who contradict each other: %+v", r)
	}
	if _, ok := fairness.Rely([][]float64{{1}, {2}}, fairness.Interval); ok {
		t.Error("a single scorer was compared with nobody")
	}
}

// mutual is a round of n members in which i gives j what mark says.
func mutual(n int, mark func(i, j int) exact.Number) [][]exact.Number {
	marks := make([][]exact.Number, n)
	for i := range marks {
		marks[i] = make([]exact.Number, n)
		for j := range marks[i] {
			if i != j {
				marks[i][j] = mark(i, j)
			}
		}
	}
	return marks
}

// Five equal units, one of which marks the others 5 lower: plain means show
// 90.00 for it and 88.75 for the others (scoring.md); with the severity taken
// out all are equal.
func TestDisentangle_theSevereOneGainsNothing(t *testing.T) {
	marks := mutual(5, func(i, _ int) exact.Number {
		if i == 0 {
			return exact.Int(85)
		}
		return exact.Int(90)
	})
	plain := func(j int) string {
		sum := exact.Int(0)
		for i := range marks {
			if i != j {
				sum = sum.Add(marks[i][j])
			}
		}
		return sum.Quo(exact.Int(4)).Decimals(2)
	}
	if plain(0) != "90.00" || plain(1) != "88.75" {
		t.Fatalf("plain means %s and %s", plain(0), plain(1))
	}
	m, ok := fairness.Disentangle(marks)
	if !ok {
		t.Fatal("not worked out")
	}
	for j := range marks {
		if m.Adjusted(j).Cmp(m.Mean) != 0 {
			t.Errorf("member %d: %v, mean %v", j, m.Adjusted(j), m.Mean)
		}
	}
	if m.Severity[0].String() != "-4" || m.Severity[1].String() != "1" || m.Mutually {
		t.Errorf("severity %v, relations left %v", m.Severity, m.Mutually)
	}
}

// What was put together from severity and merit is taken apart into the same.
func TestDisentangle_findsWhatTheMarksWereMadeOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(fairness.Fewest, 9).Draw(t, "members")
		severity, merit := effects(t, n, "severity"), effects(t, n, "merit")
		m, ok := fairness.Disentangle(mutual(n, func(i, j int) exact.Number { return exact.Int(80).Add(severity[i]).Add(merit[j]) }))
		if !ok || m.Mean.Cmp(exact.Int(80)) != 0 || m.Mutually {
			t.Fatalf("%+v", m)
		}
		for i := range n {
			if m.Severity[i].Cmp(severity[i]) != 0 || m.Merit[i].Cmp(merit[i]) != 0 {
				t.Fatalf("member %d: %v and %v of %v and %v", i, m.Severity[i], m.Merit[i], severity[i], merit[i])
			}
		}
	})
}

// effects draws n numbers that are together 0.
func effects(t *rapid.T, n int, name string) []exact.Number {
	all, sum := make([]exact.Number, n), exact.Int(0)
	for i := range n - 1 {
		all[i] = exact.Ratio(rapid.Int64Range(-1000, 1000).Draw(t, name), 100)
		sum = sum.Add(all[i])
	}
	all[n-1] = exact.Int(0).Sub(sum)
	return all
}

func TestDisentangle_effectsAndRelationsAreTogetherNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(fairness.Fewest, 7).Draw(t, "members")
		m, ok := fairness.Disentangle(mutual(n, func(_, _ int) exact.Number {
			return exact.Ratio(rapid.Int64Range(0, 10000).Draw(t, "mark"), 100)
		}))
		if !ok || m.Reciprocity < -1 || m.Reciprocity > 1 {
			t.Fatalf("%v, %+v", ok, m)
		}
		for i := range n {
			row, column := exact.Int(0), exact.Int(0)
			for j := range n {
				if i != j {
					row, column = row.Add(m.Relation[i][j]), column.Add(m.Relation[j][i])
				}
			}
			if row.Sign() != 0 || column.Sign() != 0 {
				t.Fatalf("relations of %d: %v given, %v received", i, row, column)
			}
		}
	})
}

func TestDisentangle_tellsWhoFavoursEachOther(t *testing.T) {
	friends := mutual(4, func(i, j int) exact.Number {
		if i/2 == j/2 {
			return exact.Int(100)
		}
		return exact.Int(80)
	})
	m, ok := fairness.Disentangle(friends)
	if !ok || !m.Mutually || !close(m.Reciprocity, 1, 1e-9) || m.Relation[0][1].Sign() <= 0 {
		t.Errorf("%+v", m)
	}
}

func TestDisentangle_needsFourMembersAndEveryMark(t *testing.T) {
	same := func(_, _ int) exact.Number { return exact.Int(90) }
	if _, ok := fairness.Disentangle(mutual(3, same)); ok {
		t.Error("three members were told apart")
	}
	marks := mutual(5, same)
	marks[1][3] = exact.Number{}
	if _, ok := fairness.Disentangle(marks); ok {
		t.Error("a missing mark was taken for one")
	}
}

// Iglewicz and Hoaglin (1993) flag the last two of these ten: median 2.45, MAD
// 0.15, worked out by hand.
func TestOutliers_byTheModifiedZ(t *testing.T) {
	found := fairness.Outliers([]float64{2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3}, 10)
	if len(found) != 2 || found[0].At != 8 || !close(found[0].Z, 25.856, 0.001) || found[1].At != 9 || !close(found[1].Z, 26.306, 0.001) {
		t.Errorf("%+v", found)
	}
}

func TestOutliers_ofFewReadingsTheGapDecides(t *testing.T) {
	for name, c := range map[string]struct {
		readings []float64
		want     int
	}{
		"a quarter of the range away": {[]float64{90, 90, 90, 65}, 1},
		"less than a quarter away":    {[]float64{90, 90, 90, 66}, 0},
		"more than half are the same": {[]float64{90, 90, 90, 90, 90, 90, 90, 89, 50}, 1},
		"nobody":                      {nil, 0},
	} {
		if found := fairness.Outliers(c.readings, 100); len(found) != c.want {
			t.Errorf("%s: %+v", name, found)
		}
	}
}
