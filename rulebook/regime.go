package rulebook

import (
	"slices"

	"thidua/exact"
	"thidua/vi"
)

// Regime is the law as it stood over a span of days.
type Regime struct {
	ID     string  `yaml:"id" need:"true"` // "A2"
	Name   string  `yaml:"name" need:"true"`
	From   vi.Day  `yaml:"from" need:"true"`
	Until  vi.Day  `yaml:"until"`              // the last day; zero while nothing is known to have ended it
	Since  vi.Day  `yaml:"known" need:"true"`  // the day on which the program came to know it as it stands here
	Loaded bool    `yaml:"loaded" need:"true"` // its text is at hand; else nothing is judged by it
	Note   string  `yaml:"note"`
	Acts   []Act   `yaml:"acts"`
	Titles []Title `yaml:"titles"`
	// For every title: what freezes an award, what is given once only.
	General []Clause `yaml:"general"`
	// Preferences come last, among candidates who are equal.
	Preferences []Preference `yaml:"preferences"`
}

// KnownOn is the regime as the program knew it on the day: the second axis of
// time beside that of force. What it came to know later is left out; before it
// knew the regime's text nothing is judged by it.
func (r Regime) KnownOn(day vi.Day) Regime {
	if day.Before(r.Since) {
		return Regime{ID: r.ID, Name: r.Name, From: r.From, Until: r.Until, Since: r.Since,
			Note: "Đến ngày " + day.Short() + " chương trình chưa biết nội dung chế độ này."}
	}
	later := func(c Clause) bool { return day.Before(c.Since) }
	r.General = slices.DeleteFunc(slices.Clone(r.General), later)
	r.Titles = slices.Clone(r.Titles)
	for i := range r.Titles {
		r.Titles[i].Clauses = slices.DeleteFunc(slices.Clone(r.Titles[i].Clauses), later)
	}
	return r
}

// Act is one document of a regime.
type Act struct {
	Number string `yaml:"number,short" need:"true"`
	Note   string `yaml:"note"`
	Known
}

// Preference is whom to prefer among equals.
type Preference struct {
	Says string      `yaml:"says" need:"true"`
	Fact string      `yaml:"fact" need:"true"`
	For  []Recipient `yaml:"for" words:"individual|collective|household" need:"true"`
	Known
	AtLeast exact.Number `yaml:"at_least"`
}

// Holds reports whether the preference speaks for a candidate of whom these
// facts are known.
func (p Preference) Holds(facts Facts) Answer {
	f, known := facts[p.Fact]
	switch {
	case known && p.AtLeast.Known() && f.Number.Known():
		return answered(f.Number.Cmp(p.AtLeast) >= 0)
	case known && !p.AtLeast.Known() && f.Yes != nil:
		return answered(*f.Yes)
	}
	return Unknown
}

// Title is what one regime says of one title.
type Title struct {
	Code      Code       `yaml:"code" need:"true"`
	Decider   Decider    `yaml:"decider"`
	Clauses   []Clause   `yaml:"clauses"`
	Threshold *Threshold `yaml:"threshold"`
	Quota     *Quota     `yaml:"quota"`
	Papers    []Paper    `yaml:"papers"`
	Originals *Originals `yaml:"originals"`
	Deadlines []Deadline `yaml:"deadlines"`
	Bonus     []Times    `yaml:"bonus"`
	Report    string     `yaml:"report"` // the template of the achievement report
}

// Decider is who decides.
type Decider struct {
	Who string `yaml:"who"`
	Known
}

// Originals is how many originals of the dossier are sent.
type Originals struct {
	Number int `yaml:"number" need:"true"`
	Known
}

// Regimes lists the regimes, the earliest first.
func Regimes() []Regime { return held.regimes }

// RegimeOn is the regime in force on the day; false for a day before all of
// them, and for an unknown day.
func RegimeOn(day vi.Day) (Regime, bool) { return held.on(day) }

// RegimeByID is the regime of that name: "A2".
func RegimeByID(id string) (Regime, bool) {
	for _, r := range held.regimes {
		if r.ID == id {
			return r, true
		}
	}
	return Regime{}, false
}

func (b *book) on(day vi.Day) (found Regime, ok bool) {
	for _, r := range b.regimes {
		if r.On(day) {
			found, ok = r, true // the build fails where two of them hold
		}
	}
	return found, ok
}

// On reports whether the regime is in force on the day.
func (r Regime) On(day vi.Day) bool {
	return !day.IsZero() && !day.Before(r.From) && !day.After(r.Until)
}

// Title is what the regime says of the title; false where nothing of it is at
// hand.
func (r Regime) Title(code Code) (Title, bool) {
	for _, t := range r.Titles {
		if t.Code == code {
			return t, true
		}
	}
	return Title{}, false
}

// on is what the law of the day says of the title.
func on(code Code, day vi.Day) (Title, bool) {
	r, ok := RegimeOn(day)
	if !ok {
		return Title{}, false
	}
	return r.Title(code)
}

// DeciderOn is who decides on the title on the day; false where nothing
// verified tells.
func DeciderOn(code Code, day vi.Day) (Decider, bool) {
	t, ok := on(code, day)
	return t.Decider, ok && t.Decider.Who != "" && t.Decider.Enforced()
}

// ThresholdFor is what a council's vote on the title must reach on the day;
// false where nothing verified tells.
func ThresholdFor(code Code, day vi.Day) (Threshold, bool) {
	t, ok := on(code, day)
	if !ok || t.Threshold == nil || !t.Threshold.Enforced() {
		return Threshold{}, false
	}
	return *t.Threshold, true
}

// QuotaFor is how many may be proposed for the title on the day; false where
// nothing is known of it at all. Whether it may decide is its mark's matter.
func QuotaFor(code Code, day vi.Day) (Quota, bool) {
	t, ok := on(code, day)
	if !ok || t.Quota == nil {
		return Quota{}, false
	}
	return *t.Quota, true
}

// DeadlineFor is the limit of a step of the title's dossier on the day.
func DeadlineFor(code Code, step string, day vi.Day) (Deadline, bool) {
	t, ok := on(code, day)
	for _, d := range t.Deadlines {
		if ok && d.Step == step {
			return d, true
		}
	}
	return Deadline{}, false
}

// Due is the last day of a step that began on the day: so many working days
// on, or the named day of the year after the one judged.
func (d Deadline) Due(began vi.Day, year int) (vi.Day, error) {
	if d.Work > 0 {
		return WorkDays(began, d.Work)
	}
	return vi.ParseDay(yearOf(year+1) + "-" + d.Day)
}

// Multiplier is the bonus of the title for that kind of recipient as a multiple
// of the base salary, on the day of the decision; false where the day's law says
// nothing of it.
func Multiplier(code Code, to Recipient, day vi.Day) (exact.Number, Known, bool) {
	t, ok := on(code, day)
	for _, b := range t.Bonus {
		if ok && b.To == to {
			return b.Times, b.Known, true
		}
	}
	return exact.Number{}, Known{}, false
}

// Salary is the base salary from a day on, in đồng a month.
type Salary struct {
	From  vi.Day       `yaml:"from" need:"true"`
	Month exact.Number `yaml:"month" need:"true"`
	Known
}

// BaseSalary is the base salary on the day, in đồng a month; false for a day
// before those at hand.
func BaseSalary(day vi.Day) (Salary, bool) {
	for i := len(held.salaries) - 1; i >= 0; i-- {
		if s := held.salaries[i]; !day.IsZero() && !day.Before(s.From) {
			return s, true
		}
	}
	return Salary{}, false
}
