package award

import (
	"bytes"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"thidua/vi"
)

// line is one row of a list as its file has it.
type line struct {
	n     int
	cells []string
	fault string // why the row cannot be read; empty when it can
}

// zipped begins every Excel file.
var zipped = []byte("PK\x03\x04")

// linesOf reads a list, CSV or Excel by what it holds, row by row. The function
// it returns tells, after the last row, why the file could not be read to its
// end.
func linesOf(file io.ReaderAt, size int64) (rows iter.Seq[line], end func() error, exact bool, err error) {
	head := make([]byte, min(size, sampleSize))
	if _, err := file.ReadAt(head, 0); err != nil && err != io.EOF {
		return nil, nil, false, err
	}
	if bytes.HasPrefix(head, zipped) {
		rows, end, err = excelLines(file, size)
		return rows, end, false, err
	}
	if size == 0 {
		return nil, nil, false, whole("Tệp trống.")
	}
	if err := checkEncoding(head, size > sampleSize); err != nil {
		return nil, nil, false, err
	}
	separator := separatorOf(head)
	reader := newCSV(io.NewSectionReader(file, 0, size), separator)
	return reader.lines, func() error { return reader.err }, true, nil
}

// sampleSize is how much of a file is looked at before it is read.
const sampleSize = 64 << 10

// checkEncoding refuses a file in another encoding than UTF-8, by its beginning.
// Where no other encoding is likely, single rows will tell.
func checkEncoding(head []byte, more bool) error {
	if end := bytes.LastIndexByte(head, '\n'); more && end >= 0 {
		head = head[:end] // the sample may have cut a letter
	}
	if name, ok := vi.DetectEncoding(head); !ok && name != "" && !mostlyUTF8(head) {
		return whole("%s", vi.CheckUTF8(head))
	}
	if bytes.IndexByte(head, 0) >= 0 {
		return whole("Tệp này không phải tệp CSV hay Excel (.xlsx).")
	}
	return nil
}

// mostlyUTF8 reports whether more lines with letters beyond ASCII are UTF-8 than
// are not: single rows are spoiled then, not the file.
func mostlyUTF8(text []byte) bool {
	good, bad := 0, 0
	for l := range bytes.Lines(text) {
		switch {
		case !utf8.Valid(l):
			bad++
		case utf8.RuneCount(l) < len(l):
			good++
		}
	}
	return good > bad
}

// separatorOf is the sign between the cells: the one of comma, semicolon and tab
// that the first rows have most of.
func separatorOf(head []byte) byte {
	best, most := byte(','), -1
	for _, sign := range []byte{',', ';', '\t'} {
		if n := bytes.Count(head, []byte{sign}); n > most {
			best, most = sign, n
		}
	}
	return best
}

// headRow is how far down the head of a table is looked for: lists begin with a
// title and remarks.
const headRow = 12

// table is a list with its head found.
type table struct {
	heads  []string
	fields []Field
	exact  bool // every row has a cell for each head, as CSV has
	rows   iter.Seq[line]
	end    func() error // why it could not be read to its end
	stop   func()       // leaves the rest unread
}

// tableOf finds the head of a list: the first row that names a recipient and a
// title among its columns.
func tableOf(file io.ReaderAt, size int64) (table, error) {
	t, err := headed(file, size, func(row line, fields []Field) bool { return has(fields, NameField) && has(fields, TitleField) })
	if err != nil {
		return t, err
	}
	if lack := missing(t.fields); len(lack) > 0 {
		t.stop()
		return t, whole("Thiếu cột %s.", strings.Join(lack, ", "))
	}
	return t, nil
}

// roughTable is a list whose head may need a hand: where no row looks like one,
// the first that has several cells is taken.
func roughTable(file io.ReaderAt, size int64) (table, error) {
	t, err := headed(file, size, func(_ line, fields []Field) bool { return has(fields, NameField) && has(fields, TitleField) })
	if _, faulty := FaultsOf(err); !faulty {
		return t, err
	}
	return headed(file, size, func(row line, _ []Field) bool {
		filled := 0
		for _, c := range row.cells {
			if strings.TrimSpace(c) != "" {
				filled++
			}
		}
		return filled >= 3
	})
}

// headed reads a list from the first row on that is its head.
func headed(file io.ReaderAt, size int64, isHead func(line, []Field) bool) (table, error) {
	all, end, exact, err := linesOf(file, size)
	if err != nil {
		return table{}, err
	}
	next, stop := iter.Pull(all)
	for range headRow {
		row, ok := next()
		if !ok {
			break
		}
		if fields := fieldsOf(row.cells); isHead(row, fields) {
			t := table{heads: row.cells, fields: fields, exact: exact, end: end, stop: stop}
			t.rows = func(yield func(line) bool) {
				defer stop()
				for row, ok := next(); ok && yield(row); row, ok = next() {
				}
			}
			return t, nil
		}
	}
	stop()
	if err := end(); err != nil {
		return table{}, err
	}
	return table{}, whole("Không thấy dòng tiêu đề có cột “%s” và “%s” trong %d dòng đầu.", NameField.Head(), TitleField.Head(), headRow)
}

func has(fields []Field, f Field) bool { return slices.Contains(fields, f) }
