package season

import (
	"thidua/season"
	"thidua/web/ui"
)

// phaseTone colours a year that is closed as done.
func phaseTone(p season.Phase) string {
	if p == season.Closed {
		return string(ui.Done)
	}
	return ""
}
