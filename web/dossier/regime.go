package dossier

import (
	"slices"

	"thidua/web/ui"
	"thidua/web/work"
)

func regimeName(id string) string { return id }

// regimeOptions are the regimes a reception may choose.
func regimeOptions() []ui.Option {
	return []ui.Option{{Value: "", Label: "Theo ngày tiếp nhận"}}
}

func ticked(f work.Form, name, value string) bool { return slices.Contains(f.All(name), value) }
