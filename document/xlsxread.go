package document

import (
	"io"
	"strings"
)

// ReadXLSX returns the cells of the first sheet row by row, as texts: a number
// has a decimal comma, as people here write it. What is left empty at the end
// of a row is left out. It refuses what ReadGrid refuses.
func ReadXLSX(file io.ReaderAt, size int64) ([][]string, error) {
	rows, err := ReadGrid(file, size)
	if err != nil {
		return nil, err
	}
	all := make([][]string, len(rows))
	for i, row := range rows {
		for column, c := range row {
			if c.Text == "" {
				continue
			}
			for len(all[i]) < column {
				all[i] = append(all[i], "")
			}
			text := c.Text
			if c.Number {
				text = strings.Replace(text, ".", ",", 1)
			}
			all[i] = append(all[i], text)
		}
	}
	return all, nil
}
