package paper

import (
	"fmt"
	"slices"
	"strings"

	"thidua/document"
)

// sampleCaption tags a table all of whose rows are of no source.
const sampleCaption = " (số liệu minh họa)"

// column is one column of a list.
type column struct {
	head   string
	width  float64
	align  document.Align
	marked bool // its cells carry the mark of a row that is of no source
	cells  []string
}

// list is a table of rows. A column in which nothing stands is left out.
func list(caption string, samples []bool, columns ...column) document.Table {
	columns = slices.DeleteFunc(columns, func(c column) bool { return strings.Join(c.cells, "") == "" })
	all := !slices.Contains(samples, false)
	t := document.Table{Caption: caption, Head: make([][]document.Cell, 1), Rows: make([][]document.Cell, len(samples))}
	if all {
		t.Caption += sampleCaption
	}
	for _, c := range columns {
		t.Columns = append(t.Columns, document.Column{Width: c.width, Align: c.align})
		t.Head[0] = append(t.Head[0], document.Cell{Runs: document.Bold(c.head)})
		for i, text := range c.cells {
			run := said(samples[i] && !all && c.marked && text != "", text)
			t.Rows[i] = append(t.Rows[i], document.Cell{Runs: []document.Run{run}})
		}
	}
	return t
}

// ordinals numbers the rows of a list.
func ordinals(n int) column {
	c := column{head: "TT", width: 1.2, align: document.AlignCentre}
	for i := range n {
		c.cells = append(c.cells, fmt.Sprint(i+1))
	}
	return c
}

// texts collects one text for each thing.
func texts[T any](things []T, text func(T) string) []string {
	all := make([]string, len(things))
	for i, t := range things {
		all[i] = text(t)
	}
	return all
}

// samples collects which things are of no source.
func samples[T any](things []T, sample func(T) bool) []bool {
	all := make([]bool, len(things))
	for i, t := range things {
		all[i] = sample(t)
	}
	return all
}
