package exemplar

import (
	"fmt"

	"thidua/exemplar"
	"thidua/vi"
	"thidua/web/year"
)

// heading is the exemplar's name, or what kind of statement it is.
func heading(e exemplar.Exemplar) string {
	switch {
	case e.Name != "":
		return e.Name
	case e.Count > 0:
		return fmt.Sprintf("%s: %d điển hình", e.Kind.Label(), e.Count)
	}
	return e.Kind.Label()
}

// adopters says who took the exemplar up; empty when nobody is on record.
func adopters(v year.Visit, e exemplar.Exemplar) string {
	var names []string
	for _, a := range e.Adoptions {
		if a.By != "" {
			names = append(names, a.By)
		} else if name := v.Unit(a.Unit); name != "" {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "Học tập, làm theo: " + vi.JoinAnd(names) + "."
}
