package movement

import "thidua/vi"

// State is where a movement stands on a day.
type State string

// The states.
const (
	Upcoming State = "upcoming"
	Running  State = "running"
	Ended    State = "ended"
)

// Label is the state as users know it.
func (s State) Label() string { return stateLabels[s] }

var stateLabels = map[State]string{
	Upcoming: "Chưa diễn ra",
	Running:  "Đang diễn ra",
	Ended:    "Đã kết thúc",
}

// StateOn is where the movement stands on the day. It is ended after its last
// day or from its tổng kết on, upcoming before its launch, else running: one on
// record without dates has been launched, or nobody would have recorded it.
func (m Movement) StateOn(day vi.Day) State {
	switch {
	case m.EndsOn.Before(day), m.finallyReviewedBy(day):
		return Ended
	case day.Before(m.LaunchedOn):
		return Upcoming
	}
	return Running
}

// finallyReviewedBy reports whether the tổng kết took place on the day or
// before; one without a day has taken place.
func (m Movement) finallyReviewedBy(day vi.Day) bool {
	for _, r := range m.Reviews {
		if r.Kind == Final && !day.Before(r.On) {
			return true
		}
	}
	return false
}

// ResponseOf is the unit's response to the movement, if it gave one.
func (m Movement) ResponseOf(unit string) (Response, bool) {
	for _, r := range m.Responses {
		if r.Unit == unit {
			return r, true
		}
	}
	return Response{}, false
}
