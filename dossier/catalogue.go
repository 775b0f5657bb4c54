package dossier

import (
	"regexp"

	"thidua/rulebook"
	"thidua/vi"
)

// Code names a title of the state's award system. A title of another body (the
// Party, the Front, a union, a bank) has no code: its own rules say what it
// needs.
type Code = rulebook.Code

// The titles that clusters mostly speak of.
const (
	GovernmentFlag      = rulebook.GovernmentFlag
	ProvinceFlag        = rulebook.ProvinceFlag
	PrimeMinisterMerit  = rulebook.PrimeMinisterMerit
	ProvinceMerit       = rulebook.ProvinceMerit
	LabourOrder         = rulebook.LabourOrder
	ExcellentCollective = rulebook.ExcellentCollective
	ProvinceFighter     = rulebook.ProvinceFighter
)

// Title is one entry of the rulebook's list of titles.
type Title struct{ rulebook.Name }

// DecidedBy is who decides on the title on that day, with the source; false
// when no source at hand tells.
func (t Title) DecidedBy(day vi.Day) (Finding, bool) {
	d, ok := rulebook.DeciderOn(t.Code, day)
	if !ok {
		return Finding{}, false
	}
	return finding(d.Who, d.Known), true
}

// TitleByCode returns the list's entry of that code.
func TitleByCode(code Code) (Title, bool) {
	n, ok := rulebook.NameOf(code)
	return Title{n}, ok
}

// CodeOf finds the title a source means by its name; "" when the name fits
// none, or could fit several ("Cờ thi đua năm 2025").
func CodeOf(name string) Code {
	code, _ := rulebook.TitleNamed(name)
	return code
}

var yearAtEnd = regexp.MustCompile(` nam \d{4}$`)

// titleKey is the name by which two titles are the same: without accents, case
// and the year at its end.
func titleKey(name string) string { return yearAtEnd.ReplaceAllString(vi.Fold(name), "") }

// sameTitle compares titles by code where both have one, else by name.
func sameTitle(a, b string) bool {
	if c := CodeOf(a); c != "" {
		return c == CodeOf(b)
	}
	return titleKey(a) == titleKey(b)
}
