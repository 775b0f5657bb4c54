package rulebook

import (
	"fmt"
	"slices"
)

// Answer is what a rule says of a candidate: yes, no, or that it cannot be told.
type Answer int

// The answers. Unknown comes first, so that nothing forgotten becomes a yes.
const (
	Unknown Answer = iota
	No
	Yes
)

// Label is the answer in Vietnamese, of one condition.
func (a Answer) Label() string {
	return [...]string{"chưa xác định", "không đạt", "đạt"}[a]
}

// Whole is the answer in Vietnamese, of a candidate.
func (a Answer) Whole() string {
	return [...]string{"chưa xác định", "không đủ điều kiện", "đủ điều kiện"}[a]
}

// MarshalText implements encoding.TextMarshaler.
func (a Answer) MarshalText() ([]byte, error) {
	return []byte([...]string{"unknown", "no", "yes"}[a]), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (a *Answer) UnmarshalText(b []byte) error {
	i := slices.Index([]string{"unknown", "no", "yes"}, string(b))
	if i < 0 {
		return fmt.Errorf("rulebook: no answer %q", b)
	}
	*a = Answer(i)
	return nil
}

func answered(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}

// and is yes when both are, no when either is (Kleene).
func (a Answer) and(b Answer) Answer {
	switch {
	case a == No || b == No:
		return No
	case a == Yes && b == Yes:
		return Yes
	}
	return Unknown
}

// or is yes when either is, no when both are.
func (a Answer) or(b Answer) Answer { return a.not().and(b.not()).not() }

func (a Answer) not() Answer {
	switch a {
	case Yes:
		return No
	case No:
		return Yes
	}
	return Unknown
}
