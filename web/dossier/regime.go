package dossier

import (
	"slices"

	"thidua/rulebook"
	"thidua/web/ui"
	"thidua/web/work"
)

func regimeOf(id string) rulebook.Regime {
	r, _ := rulebook.RegimeByID(id)
	return r
}

// regimeName is the regime's name with its letter; the letter alone for one that
// the rulebook has no more.
func regimeName(id string) string {
	if r, ok := rulebook.RegimeByID(id); ok {
		return r.Name + " (" + id + ")"
	}
	return id
}

// regimeOptions are the regimes a reception may choose.
func regimeOptions() []ui.Option {
	all := []ui.Option{{Value: "", Label: "Theo ngày tiếp nhận"}}
	for _, r := range rulebook.Regimes() {
		all = append(all, ui.Option{Value: r.ID, Label: regimeName(r.ID)})
	}
	return all
}

func ticked(f work.Form, name, value string) bool { return slices.Contains(f.All(name), value) }
