package target

import (
	"fmt"

	"thidua/exact"
)

// The drawing's measures, in units of which the whole is chartWidth wide, so
// that its letters stay readable on a phone.
const (
	chartWidth = 320
	rowHeight  = 32
	labelLine  = 12 // from a row's top to its letters
	barTop     = 17
	barHeight  = 9
)

// drawing is one bar a unit, with marks for the starting value and the target.
type drawing struct {
	Height int
	Bars   []bar
}

// bar is one unit's row of the drawing. Base and Goal are "" when not stated.
type bar struct {
	Top, Label, Track int
	Name, Figure      string
	Width, Base, Goal string
	Reached           bool
}

// draw scales the rows to the largest number among them.
func draw(list []row, measure string) drawing {
	var most exact.Number
	for _, r := range list {
		for _, n := range []exact.Number{r.Term.Actual, r.Term.Due, r.BaseValue} {
			most = most.Max(n)
		}
	}
	d := drawing{Height: len(list)*rowHeight + 2}
	for n, r := range list {
		top := n * rowHeight
		d.Bars = append(d.Bars, bar{Top: top, Label: top + labelLine, Track: top + barTop, Name: r.Name,
			Figure: figures(r, measure), Width: at(r.Term.Actual, most), Base: at(r.BaseValue, most), Goal: at(r.Term.Due, most), Reached: r.Term.Met.Reached()})
	}
	return d
}

// figures is the row's text: "20,8 / 20 %".
func figures(r row, measure string) string {
	words := value(r.Term.Actual)
	if r.Term.Due.Known() {
		words += " / " + value(r.Term.Due)
	}
	if measure == "" {
		return words
	}
	return words + " " + measure
}

// at is a value's place on the drawing; "" for an unknown one, and the left
// edge for one below 0.
func at(n, most exact.Number) string {
	if !n.Known() || most.Sign() <= 0 {
		return ""
	}
	return n.Max(exact.Int(0)).Mul(exact.Int(chartWidth)).Quo(most).Decimals(1)
}

// mark is the left edge of a thin mark whose middle lies at x.
func mark(x string, width int) string {
	n, err := exact.Parse(x)
	if err != nil {
		return "0"
	}
	left := n.Sub(exact.Ratio(int64(width), 2)).Max(exact.Int(0)).Min(exact.Int(int64(chartWidth - width)))
	return left.Decimals(1)
}

func viewBox(d drawing) string { return fmt.Sprintf("0 0 %d %d", chartWidth, d.Height) }
