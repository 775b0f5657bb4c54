package year

import "github.com/a-h/templ"

// here marks a link that leads to the page the reader is on.
func here(v Visit, address string) templ.Attributes {
	if v.at(address) {
		return templ.Attributes{"aria-current": "page"}
	}
	return nil
}

// sampledCalendar reports whether any day on the spine is made up.
func (v Visit) sampledCalendar() bool {
	for _, s := range v.Season.Calendar {
		if s.Sample {
			return true
		}
	}
	return false
}
