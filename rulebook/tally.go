package rulebook

// Tally is how far a regime is held: how many of its conditions decide, how many
// are shown only, and how many have no text at all.
type Tally struct {
	Regime                   string
	Enforced, Shown, Unknown int
}

// Tallies counts the conditions of every regime.
func Tallies() (all []Tally) {
	for _, r := range Regimes() {
		t := Tally{Regime: r.ID}
		t.count(r.General)
		for _, title := range r.Titles {
			t.count(title.Clauses)
		}
		all = append(all, t)
	}
	return all
}

func (t *Tally) count(clauses []Clause) {
	for _, c := range clauses {
		switch {
		case c.Enforced():
			t.Enforced++
		case c.Mark == NameOnly:
			t.Unknown++
		default:
			t.Shown++
		}
	}
}
