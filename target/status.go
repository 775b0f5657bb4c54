package target

import "thidua/exact"

// Met is how a figure stands against the value due.
type Met string

// The answers.
const (
	Exceeded   Met = "exceeded"
	JustMet    Met = "met"
	NotMet     Met = "not_met"
	Unreported Met = "unreported" // a value is due, no figure yet
	Unassigned Met = "unassigned" // no value is due
)

// Label is the answer in Vietnamese.
func (m Met) Label() string { return metLabels[m] }

var metLabels = map[Met]string{
	Exceeded:   "Vượt chỉ tiêu",
	JustMet:    "Đạt chỉ tiêu",
	NotMet:     "Chưa đạt",
	Unreported: "Chưa có số liệu",
	Unassigned: "Không giao chỉ tiêu",
}

// Reached reports whether the value due was reached or passed.
func (m Met) Reached() bool { return m == Exceeded || m == JustMet }

// Status sets a figure against the value due.
type Status struct {
	Met    Met
	Due    exact.Number
	Actual exact.Number
	// Exceed is the tỷ lệ vượt: how far the figure lies beyond the value due, as
	// a share of it (0.07 = 7 %), below 0 when short; unknown when 0 is due.
	Exceed exact.Number
	Sample bool
}

// YearStatus sets the year's figure against the value due that year.
func (i Indicator) YearStatus(t Target, year int) Status {
	a, _ := t.actual(year)
	return i.status(t, t.Yearly[year], a)
}

// TermStatus sets the newest figure up to the year against the term's value.
func (i Indicator) TermStatus(t Target, year int) Status {
	a, _ := t.newest(year)
	return i.status(t, t.TermValue, a)
}

func (i Indicator) status(t Target, due exact.Number, a Actual) Status {
	s := Status{Due: due, Actual: a.Value, Sample: i.Sample || t.Sample || a.Sample}
	beyond := a.Value.Sub(due).Mul(i.Direction.sign())
	switch {
	case !due.Known():
		s.Met = Unassigned
	case !a.Value.Known():
		s.Met = Unreported
	case beyond.Sign() < 0:
		s.Met = NotMet
	case beyond.Sign() == 0:
		s.Met = JustMet
	default:
		s.Met = Exceeded
	}
	s.Exceed = beyond.Quo(size(due))
	return s
}

// size is the number without its sign.
func size(n exact.Number) exact.Number { return n.Mul(exact.Int(int64(n.Sign()))) }

// newest is the latest figure of a year not after the given one.
func (t Target) newest(year int) (latest Actual, ok bool) {
	for _, a := range t.Actuals {
		if a.Value.Known() && a.Year <= year && (!ok || a.Year > latest.Year) {
			latest, ok = a, true
		}
	}
	return latest, ok
}
