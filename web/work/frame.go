package work

import (
	"strings"

	"github.com/a-h/templ"

	"thidua/season"
)

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

func phaseNames(phases []season.Phase) string {
	if len(phases) == 0 {
		return "Mọi bước, cho đến khi năm thi đua kết thúc."
	}
	var words []string
	for _, p := range phases {
		words = append(words, p.Label())
	}
	return strings.Join(words, "; ") + "."
}
