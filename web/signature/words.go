package signature

import (
	"time"

	"thidua/vi"
)

func name(text string) string {
	if text == "" {
		return "(không ghi)"
	}
	return text
}

// when is a moment in the time of Việt Nam.
func when(t time.Time) string {
	if t.IsZero() {
		return "(không ghi)"
	}
	return t.In(vi.Location).Format("15:04 02/01/2006")
}
