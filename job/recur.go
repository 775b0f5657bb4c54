package job

import (
	"time"

	"thidua/vi"
)

// Every makes a job come back so long after it was done.
func Every(d time.Duration) func(time.Time) time.Time {
	return func(now time.Time) time.Time { return now.Add(d) }
}

// Daily makes a job come back once a day at the hour, in the time of Vietnam. A
// machine that was off at that hour does it when it is on again.
func Daily(hour int) func(time.Time) time.Time {
	return func(now time.Time) time.Time {
		y, m, d := now.In(vi.Location).Date()
		at := time.Date(y, m, d, hour, 0, 0, 0, vi.Location)
		if !at.After(now) {
			at = at.AddDate(0, 0, 1)
		}
		return at
	}
}
