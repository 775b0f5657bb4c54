// Package todo works out what waits for each person at their desk and until
// when, and which units have not yet sent what they owe. Nothing of it is
// written down: it follows from the records at the moment somebody asks.
package todo

import (
	"cmp"
	"slices"

	"thidua/season"
	"thidua/vi"
)

// Words is one thing in both languages; what the records say stands in
// Vietnamese in either.
type Words struct{ Vietnamese, English string }

// Kind is what a item asks for.
type Kind string

// Item is one thing that waits for somebody.
type Item struct {
	Kind    Kind
	Season  season.Season // zero when it belongs to no year
	Of      string        // the year in words: "Cụm thi đua đường 7, năm 2014"; empty outside a year
	Say     Words         // what is to be done: "Tự chấm điểm năm 2014"
	More    Words         // how far it has come; may be empty
	Subject string        // tells items of one kind and page apart; may be empty
	Link    string        // where it is done
	Due     vi.Day        // last day; zero when none is set
	Sample  bool          // the day is not from a source: số liệu minh họa
}

// Key tells items apart, for one person.
func (t Item) Key() string {
	return string(t.Kind) + "|" + t.Season.ID + "|" + t.Link + "|" + t.Subject
}

// sorted puts the earliest due first and those without a day last; what is due
// alike stays in the order of the year's work.
func sorted(items []Item) []Item {
	slices.SortStableFunc(items, func(a, b Item) int {
		if a.Due.IsZero() != b.Due.IsZero() {
			return cmp.Compare(flag(a.Due.IsZero()), flag(b.Due.IsZero()))
		}
		return a.Due.Compare(b.Due)
	})
	return items
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}
