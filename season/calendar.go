package season

import (
	"fmt"

	"thidua/refusal"
	"thidua/vi"
)

// Span is a phase's dates, both included; a zero day is not stated.
type Span struct {
	Phase  Phase  `json:"phase"`
	From   vi.Day `json:"from,omitzero"`
	To     vi.Day `json:"to,omitzero"`
	Place  string `json:"place,omitempty"`
	Sample bool   `json:"illustrative,omitempty"`
}

// Calendar is the phases' dates in the order of Phases.
type Calendar []Span

// Of returns the phase's span, and whether one was stated.
func (c Calendar) Of(p Phase) (Span, bool) {
	for _, s := range c {
		if s.Phase == p {
			return s, true
		}
	}
	return Span{}, false
}

// Fault is what is wrong with the calendar's span number Index.
type Fault struct {
	Index    int
	Field    string // "phase", "from" or "to"
	Sentence string
}

// Faults lists every span that is unknown, repeated, backwards, or begins
// before the span of an earlier phase has ended.
func (c Calendar) Faults() (faults []Fault) {
	seen := map[Phase]bool{}
	for i, s := range c {
		switch {
		case s.Phase.Index() < 0:
			faults = append(faults, Fault{i, "phase", fmt.Sprintf("Không có bước tên “%s”.", s.Phase)})
		case seen[s.Phase]:
			faults = append(faults, Fault{i, "phase", fmt.Sprintf("Bước “%s” được khai hai lần.", s.Phase.Label())})
		case !s.From.IsZero() && !s.To.IsZero() && s.To.Before(s.From):
			faults = append(faults, Fault{i, "to", fmt.Sprintf("Bước “%s” kết thúc (%s) trước khi bắt đầu (%s).", s.Phase.Label(), s.To.Short(), s.From.Short())})
		}
		seen[s.Phase] = true
		faults = append(faults, c.overlaps(i)...)
	}
	return faults
}

// overlaps compares span i with those written before it; two spans may share
// no day, and the earlier phase must come first.
func (c Calendar) overlaps(i int) (faults []Fault) {
	b := c[i]
	for _, a := range c[:i] {
		first, second := a, b
		if b.Phase.Index() < a.Phase.Index() {
			first, second = b, a
		}
		end, begin := first.end(), second.begin()
		if first.Phase != second.Phase && !end.IsZero() && !begin.IsZero() && !end.Before(begin) {
			faults = append(faults, Fault{i, "from", fmt.Sprintf("Bước “%s” (đến %s) và bước “%s” (từ %s) chồng lên nhau.", first.Phase.Label(), end.Short(), second.Phase.Label(), begin.Short())})
		}
	}
	return faults
}

func (s Span) begin() vi.Day {
	if s.From.IsZero() {
		return s.To
	}
	return s.From
}

func (s Span) end() vi.Day {
	if s.To.IsZero() {
		return s.From
	}
	return s.To
}

// Open refuses a day outside the phase's dates; a phase without dates is open.
func (c Calendar) Open(p Phase, day vi.Day) error {
	s, stated := c.Of(p)
	switch {
	case !stated || day.IsZero():
		return nil
	case !s.From.IsZero() && day.Before(s.From):
		return refusal.New(refusal.Closed, fmt.Sprintf("Bước “%s” chưa mở: bắt đầu từ %s.", p.Label(), s.From.Short()))
	case !s.To.IsZero() && s.To.Before(day):
		return refusal.New(refusal.Closed, fmt.Sprintf("Bước “%s” đã hết hạn ngày %s.", p.Label(), s.To.Short()))
	}
	return nil
}
