package voting

import (
	"fmt"
	"slices"

	"thidua/vi"
)

// seat takes from the options that reached the threshold as many as there are
// seats, more votes first. Equal votes at the last seat are not decided here:
// the body's own decision (Tie) says who is taken.
func (v Vote) seat(options []OptionResult) {
	reached := ranked(options)
	if v.Seats <= 0 || len(reached) <= v.Seats {
		return
	}
	last := *reached[v.Seats-1].For
	tied := *reached[v.Seats].For == last
	for i, o := range reached {
		in := i < v.Seats
		if tied && *o.For == last {
			in = slices.Contains(v.Tie.Chosen, o.Label)
		}
		o.Passed = &in
	}
}

// ranked lists the options that reached the threshold, most votes first.
func ranked(options []OptionResult) (reached []*OptionResult) {
	for i := range options {
		if o := &options[i]; o.Reached != nil && *o.Reached {
			reached = append(reached, o)
		}
	}
	slices.SortStableFunc(reached, func(a, b *OptionResult) int { return *b.For - *a.For })
	return reached
}

// tiedAtLastSeat names the options with equal votes among which the last seats
// must be decided, and how many of them there are seats for.
func (v Vote) tiedAtLastSeat(options []OptionResult) (labels []string, free int) {
	reached := ranked(options)
	if v.Seats <= 0 || len(reached) <= v.Seats || *reached[v.Seats].For != *reached[v.Seats-1].For {
		return nil, 0
	}
	for i, o := range reached {
		if *o.For == *reached[v.Seats].For {
			labels = append(labels, o.Label)
			if i < v.Seats {
				free++
			}
		}
	}
	return labels, free
}

// seatWords says who reached the threshold without being taken, and why.
func (v Vote) seatWords(options []OptionResult) []string {
	var out []string
	for _, o := range options {
		if o.Reached != nil && *o.Reached && !*o.Passed {
			out = append(out, o.Label)
		}
	}
	if len(out) == 0 {
		return nil
	}
	why := "lấy theo số phiếu từ cao xuống"
	if v.Tie.Reason != "" {
		why += "; " + v.Tie.Reason
	}
	return []string{fmt.Sprintf("Đạt tỷ lệ nhưng ngoài số được chọn (%d): %s (%s).", v.Seats, vi.JoinAnd(out), why)}
}
