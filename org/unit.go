// Package org knows the units: what each was called, what kind it was and whose
// it was on any day, when it existed, and who came out of whom when communes
// merged and districts ended. An award stays with the unit as it was.
package org

import (
	"fmt"

	"thidua/vi"
)

// Unit is one unit as it was on the day it was asked for. Through renames,
// moves and changes of kind it keeps its ID; an ended unit is never deleted.
type Unit struct {
	ID        string
	Code      string // official code (danh mục hành chính), empty when it has none
	Level     Level
	From      vi.Day // first day; zero: as far back as we know
	Until     vi.Day // first day it no longer exists; zero: it still does
	Name      string // full name on that day: "Huyện Con Cuông"
	ShortName string // without the kind: "Con Cuông"
	Kind      Kind   // on that day
	Parent    string // id of the unit above it on that day, empty for none
	Sample    bool   // not from a source: số liệu minh họa
}

// ExistsOn reports whether the unit exists on the day. Nothing exists on an
// unknown day.
func (u Unit) ExistsOn(day vi.Day) bool {
	return !day.IsZero() && u.existsWithin(day, day)
}

// ExistsIn reports whether the unit exists on at least one day of the year.
func (u Unit) ExistsIn(year int) bool {
	first, err := vi.NewDay(year, 1, 1)
	last, err2 := vi.NewDay(year, 12, 31)
	return err == nil && err2 == nil && u.existsWithin(first, last)
}

// existsWithin asks for any day from first to last.
func (u Unit) existsWithin(first, last vi.Day) bool {
	never := !u.Until.IsZero() && !u.From.IsZero() && !u.From.Before(u.Until)
	return !never && !last.Before(u.From) && (u.Until.IsZero() || first.Before(u.Until))
}

// AbsenceIn is the sentence that says why the unit cannot take part in a year,
// empty when it exists on some day of it.
func (u Unit) AbsenceIn(year int) string {
	if u.ExistsIn(year) {
		return ""
	}
	if u.From.Year() > year {
		return fmt.Sprintf("%s chưa có trong năm %d: đơn vị có từ ngày %s.", u.title(), year, u.From.Short())
	}
	if end := ValidityOf(u.Kind, u.Level); !end.Until.IsZero() && end.Until.Equal(u.Until) {
		return fmt.Sprintf("%s không còn trong năm %d: %s.", u.title(), year, end.Because)
	}
	return fmt.Sprintf("%s không còn trong năm %d: đơn vị kết thúc từ ngày %s.", u.title(), year, u.Until.Short())
}

// title begins a sentence with the unit's name.
func (u Unit) title() string {
	if u.Name == "" {
		return "Đơn vị này"
	}
	return vi.UpperFirst(u.Name)
}
