package work

import "github.com/a-h/templ"

func (v Visit) of() string {
	if v.Season.ID == "" {
		return ""
	}
	return v.Name()
}

// nav is the year's spine; none outside a year.
func (v Visit) nav() templ.Component {
	if v.Season.ID == "" {
		return nil
	}
	return spine(v)
}
