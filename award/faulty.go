package award

import (
	"bufio"
	"io"
	"strings"
)

// WriteFaulty writes the rows of a list that are at fault as CSV, under the
// list's own heads, with the reason in a last column: what is mended there can
// be imported together with the rest.
func WriteFaulty(out io.Writer, file io.ReaderAt, size int64, faults Faults) error {
	t, err := tableOf(file, size)
	if err != nil {
		return err
	}
	reasons := faults.byLine()
	w := bufio.NewWriter(out)
	_, _ = w.WriteString("\uFEFF")
	writeCSV(w, append(append([]string{}, t.heads...), "Lý do"))
	for l := range t.rows {
		if why := reasons[l.n]; why != "" {
			cells := make([]string, len(t.heads)+1)
			copy(cells[:len(t.heads)], l.cells)
			cells[len(t.heads)] = why
			writeCSV(w, harmless(cells))
		}
	}
	return w.Flush()
}

// byLine joins the faults of each row into one text.
func (f Faults) byLine() map[int]string {
	all := map[int][]string{}
	for _, x := range f.List {
		text := x.Sentence
		if x.Column != "" {
			text = x.Column + ": " + text
		}
		all[x.Line] = append(all[x.Line], text)
	}
	joined := make(map[int]string, len(all))
	for n, texts := range all {
		joined[n] = strings.Join(texts, " ")
	}
	return joined
}

// harmless puts a sign before what a table program would compute.
func harmless(cells []string) []string {
	for i, c := range cells {
		if formula(c) {
			cells[i] = "'" + c
		}
	}
	return cells
}
