package org

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"

	"thidua/vi"
)

// maxFile is the largest file read, 20 MB: thirty times the national list.
const maxFile = 20 << 20

// table is a CSV file whose first line names the columns.
type table struct {
	rows   []tableRow
	faults Faults // lines that are no row, in order
	sum    string // SHA-256 of the file, hex
}

// tableRow has the cells of the wanted columns, in the order they were asked for.
type tableRow struct {
	line  int
	cells []string
}

// readTable reads a whole file in UTF-8, with or without byte order mark, comma
// or (as Excel saves here) semicolon between cells. Columns may stand in any
// order, others are passed over. What makes the file as a whole unreadable is
// returned as an error, single lines that cannot be read as faults.
func readTable(file io.Reader, columns ...string) (table, error) {
	content, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	if err != nil {
		return table{}, fmt.Errorf("org: read list: %w", err)
	}
	if len(content) > maxFile {
		return table{}, Faults{{Sentence: "Tệp lớn hơn 20 MB; danh mục cả nước chưa đến 1 MB, hãy kiểm tra lại tệp."}}
	}
	if err := vi.CheckUTF8(content); err != nil {
		return table{}, Faults{{Sentence: err.Error()}}
	}
	digest := sha256.Sum256(content)
	t := table{sum: hex.EncodeToString(digest[:])}
	return t, t.read(bytes.TrimPrefix(content, []byte("\ufeff")), columns)
}

func (t *table) read(content []byte, columns []string) error {
	r := csv.NewReader(bytes.NewReader(content))
	r.Comma = separator(content)
	head, err := r.Read()
	if err != nil {
		return Faults{{Line: 1, Sentence: "Không đọc được dòng đầu; dòng này phải ghi tên các cột."}}
	}
	places, faults := placesOf(columns, head)
	if len(faults) > 0 {
		return faults
	}
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.faults = append(t.faults, unreadable(err, len(record), len(head)))
			continue
		}
		line, _ := r.FieldPos(0)
		t.rows = append(t.rows, tableRow{line: line, cells: pick(record, places)})
	}
	if len(t.rows) == 0 && len(t.faults) == 0 {
		return Faults{{Sentence: "Tệp không có dòng nào ngoài dòng tên cột."}}
	}
	return nil
}

func separator(content []byte) rune {
	head, _, _ := bytes.Cut(content, []byte("\n"))
	if bytes.ContainsRune(head, ';') && !bytes.ContainsRune(head, ',') {
		return ';'
	}
	return ','
}

// placesOf finds each wanted column in the head.
func placesOf(columns, head []string) (places []int, faults Faults) {
	for i := range head {
		head[i] = vi.Clean(head[i])
	}
	for _, column := range columns {
		at := slices.Index(head, column)
		if at < 0 {
			faults = append(faults, Fault{Line: 1, Column: column, Sentence: fmt.Sprintf("thiếu cột “%s”.", column)})
		}
		places = append(places, at)
	}
	return places, faults
}

func pick(record []string, places []int) []string {
	cells := make([]string, len(places))
	for i, at := range places {
		cells[i] = vi.Clean(record[at])
	}
	return cells
}

func unreadable(err error, cells, want int) Fault {
	fault := Fault{Sentence: "không đọc được dòng này."}
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return fault
	}
	fault.Line = parse.StartLine
	switch {
	case errors.Is(err, csv.ErrFieldCount):
		fault.Sentence = fmt.Sprintf("có %d ô, phải có %d ô như dòng đầu.", cells, want)
	case errors.Is(err, csv.ErrQuote), errors.Is(err, csv.ErrBareQuote):
		fault.Sentence = `dấu ngoặc kép (") đặt sai chỗ.`
	}
	return fault
}
