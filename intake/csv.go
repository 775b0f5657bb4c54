package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"thidua/oldfont"
)

// openCSV reads a text file whose cells stand between commas, semicolons or
// tabs, in any encoding that oldfont knows.
func openCSV(file []byte) ([]Sheet, error) {
	text, _, err := oldfont.Text(file)
	if err != nil || strings.ContainsRune(text, 0) {
		return nil, refuse("Tệp này không phải tệp Excel, Word hay CSV: hãy mở bằng chương trình đã soạn rồi lưu thành .xlsx hoặc .docx.")
	}
	usual := oldfont.Detect(text, "")
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(file), -1, true
	s, count := Sheet{}, tally{}
	for {
		cells, err := r.Read()
		switch {
		case errors.Is(err, io.EOF):
			return []Sheet{s}, nil
		case err != nil:
			return nil, refuse("Tệp CSV hỏng ở dòng %d: có thể thiếu dấu nháy đóng.", len(s.Rows)+1)
		}
		n, _ := r.FieldPos(0)
		row := Row{N: n, Cells: cells[:min(len(cells), maxColumns)]}
		for i, c := range row.Cells {
			if err := whole(c, n); err != nil {
				return nil, err
			}
			row.Cells[i] = clean(oldfont.Join([]oldfont.Run{{Text: c}}, usual))
		}
		if row.empty() {
			continue
		}
		if err := count.add(row); err != nil {
			return nil, err
		}
		s.Rows = append(s.Rows, row)
	}
}

// separator is the sign between the cells: the one of comma, semicolon and tab
// that the beginning has most of.
func separator(file []byte) rune {
	head := file[:min(len(file), 64<<10)]
	best, most := ',', -1
	for _, sign := range []rune{',', ';', '\t'} {
		if n := bytes.Count(head, []byte(string(sign))); n > most {
			best, most = sign, n
		}
	}
	return best
}
