package movement

import (
	"thidua/movement"
	"thidua/web/ui"
)

// stateTone colours where a movement stands.
func stateTone(s movement.State) ui.Tone {
	if s == movement.Ended {
		return ui.Done
	}
	return ui.Plain
}
