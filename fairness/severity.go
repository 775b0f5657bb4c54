package fairness

import (
	"math"

	"thidua/exact"
)

// Fewest is how many members a round of mutual scoring needs before severity
// and merit can be told apart.
const Fewest = 4

// Mutual is a round in which every member marked every other one, taken apart
// into who marks severely and who deserves well. All points are exact.
type Mutual struct {
	Mean        exact.Number     // of all marks
	Severity    []exact.Number   // by scorer: above 0 marks generously, below 0 severely; together 0
	Merit       []exact.Number   // by who is scored; together 0
	Relation    [][]exact.Number // what scorer i holds of j in particular; unknown for i = j
	Reciprocity float64          // correlation of what i holds of j with what j holds of i, −1 to 1
	Mutually    bool             // whether Reciprocity is known: when any relation is left
}

// Adjusted is the member's mark with everyone's severity taken out: mean plus
// merit.
func (m Mutual) Adjusted(member int) exact.Number { return m.Mean.Add(m.Merit[member]) }

// Disentangle works the round out by the Social Relations Model. marks[i][j] is
// what i gave j; the diagonal is not looked at, as nobody's mark on itself
// counts. It is false for fewer than four members or when a mark is unknown.
//
// With row means R (given), column means C (received) and the grand mean G of n
// members,
//
//	αi = (n−1)²/(n(n−2))·Ri + (n−1)/(n(n−2))·Ci − (n−1)/(n−2)·G
//	βj = (n−1)²/(n(n−2))·Cj + (n−1)/(n(n−2))·Rj − (n−1)/(n−2)·G
//	γij = xij − G − αi − βj
//
// Source: R. M. Warner, D. A. Kenny, M. Stoto, "A new round robin analysis of
// variance for social interaction data", Journal of Personality and Social
// Psychology 37 (1979) 1742–1757.
func Disentangle(marks [][]exact.Number) (Mutual, bool) {
	n := len(marks)
	if n < Fewest {
		return Mutual{}, false
	}
	given, received, total := make([]exact.Number, n), make([]exact.Number, n), exact.Int(0)
	for i := range marks {
		given[i], received[i] = exact.Int(0), exact.Int(0)
	}
	for i, row := range marks {
		for j, x := range row {
			if i == j {
				continue
			}
			if !x.Known() {
				return Mutual{}, false
			}
			given[i], received[j], total = given[i].Add(x), received[j].Add(x), total.Add(x)
		}
	}
	m := Mutual{Mean: total.Quo(exact.Int(int64(n * (n - 1))))}
	for i := range marks {
		m.Severity = append(m.Severity, effect(n, given[i], received[i], m.Mean))
		m.Merit = append(m.Merit, effect(n, received[i], given[i], m.Mean))
	}
	m.relate(marks)
	return m, true
}

// effect is the formula of αi and βj, from the sums of a member's marks on the
// side that is asked for and on the other one.
func effect(members int, own, other, mean exact.Number) exact.Number {
	n := int64(members)
	below := n * (n - 2)
	return own.Mul(exact.Ratio(n-1, below)).Add(other.Quo(exact.Int(below))).Sub(mean.Mul(exact.Ratio(n-1, n-2)))
}

// relate fills in the relations and their reciprocity.
func (m *Mutual) relate(marks [][]exact.Number) {
	m.Relation = make([][]exact.Number, len(marks))
	for i, row := range marks {
		m.Relation[i] = make([]exact.Number, len(marks))
		for j, x := range row {
			if i != j {
				m.Relation[i][j] = x.Sub(m.Mean).Sub(m.Severity[i]).Sub(m.Merit[j])
			}
		}
	}
	var both, squares float64
	for i := range marks {
		for j := range marks {
			if i != j {
				mine, theirs := m.Relation[i][j].Float(), m.Relation[j][i].Float()
				both, squares = both+mine*theirs, squares+mine*mine
			}
		}
	}
	if m.Mutually = squares > tiny; m.Mutually {
		m.Reciprocity = math.Max(-1, math.Min(1, both/squares))
	}
}
