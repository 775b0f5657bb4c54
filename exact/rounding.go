package exact

import (
	"strings"

	"thidua/vi"
)

// Mode is how a rule shortens a number.
type Mode string

// The modes seen in signed rules. Hand-made sheets often cut.
const (
	HalfUp Mode = "half_up" // half away from zero
	Cut    Mode = "cut"     // the digits beyond are dropped
	None   Mode = "none"    // kept exact
)

// Round shortens n to d decimals by the mode; None returns it unchanged.
func (n Number) Round(mode Mode, d int) Number {
	if n.r == nil || mode == None {
		return n
	}
	return Number{vi.RoundRat(n.r, d, mode.vi())}
}

// Figure prints the number as people here write it, with a decimal comma and
// groups of three, shortened to at most d decimals by the mode (None prints as
// HalfUp does) and without trailing zeros; "" when unknown.
func (n Number) Figure(mode Mode, d int) string {
	if n.r == nil {
		return ""
	}
	return vi.FormatRatTrim(n.r, d, mode.vi())
}

// Typed writes the number, with at most d decimals, as people type it and
// vi.ParseNumber reads it again: without marks between thousands, and never with
// three decimals alone, which look like them; "" when unknown.
func (n Number) Typed(d int) string {
	text := strings.ReplaceAll(n.Figure(HalfUp, d), ".", "")
	if _, decimals, _ := strings.Cut(text, ","); len(decimals) == 3 {
		text += "0"
	}
	return text
}

// FixedFigure is Figure with exactly d decimals, for columns of a table.
func (n Number) FixedFigure(mode Mode, d int) string {
	if n.r == nil {
		return ""
	}
	return vi.FormatRat(n.r, d, mode.vi())
}

func (m Mode) vi() vi.RoundMode {
	if m == Cut {
		return vi.Cut
	}
	return vi.HalfUp
}
