package document

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"thidua/vi"
)

// rows reads the sheet's cells as they come, and stops at the first that lies
// outside every score sheet.
func (x *workbook) rows(d *xml.Decoder) ([][]GridCell, error) {
	var rows [][]GridCell
	row := 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		start, opens := t.(xml.StartElement)
		if !opens {
			continue
		}
		switch start.Name.Local {
		case "row":
			if row = numberOf(start, "r", row+1); row < 1 || row > GridRows {
				return nil, tooLarge()
			}
			for len(rows) < row {
				rows = append(rows, nil)
			}
		case "c":
			if row == 0 {
				return nil, notExcel()
			}
			if rows[row-1], err = x.cell(d, start, rows[row-1]); err != nil {
				return nil, err
			}
		}
	}
}

func numberOf(e xml.StartElement, name string, otherwise int) int {
	if n, err := strconv.Atoi(attr(e, name)); err == nil {
		return n
	}
	return otherwise
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// cell reads one cell into its row.
func (x *workbook) cell(d *xml.Decoder, start xml.StartElement, row []GridCell) ([]GridCell, error) {
	var c struct {
		Value  string   `xml:"v"`
		Inline richText `xml:"is"`
	}
	if err := d.DecodeElement(&c, &start); err != nil {
		return nil, err
	}
	column := len(row) + 1
	if ref := attr(start, "r"); ref != "" {
		column = columnOf(ref)
	}
	if column < 1 || column > GridColumns || len(c.Value) > longestCell || len(c.Inline.plain()) > longestCell {
		return nil, tooLarge()
	}
	for len(row) < column {
		row = append(row, GridCell{})
	}
	row[column-1] = x.value(attr(start, "t"), numberOf(start, "s", 0), c.Value, c.Inline)
	return row, nil
}

// columnOf is the column of a cell's name, from 1: "C7" is 3; 0 for no name.
func columnOf(name string) int {
	n := 0
	for _, r := range strings.TrimRight(name, "0123456789") {
		if r < 'A' || r > 'Z' || n > GridColumns {
			return 0
		}
		n = n*26 + int(r-'A') + 1
	}
	return n
}

func (x *workbook) value(kind string, style int, value string, inline richText) GridCell {
	switch kind {
	case "s":
		if n, err := strconv.Atoi(value); err == nil && n >= 0 && n < len(x.texts) {
			return GridCell{Text: x.texts[n]}
		}
		return GridCell{}
	case "inlineStr":
		return GridCell{Text: inline.plain()}
	case "str", "e", "b", "d":
		return GridCell{Text: value}
	}
	f, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return GridCell{Text: value}
	}
	percent := style >= 0 && style < len(x.percents) && x.percents[style]
	if percent {
		f *= 100
	}
	return GridCell{Text: decimal(f), Number: true, Percent: percent}
}

// decimal is the number as Excel shows it: 15 figures, without the noise of
// binary fractions.
func decimal(f float64) string {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// ExcelDay is the day that Excel keeps as a number: 45839 is 01/07/2025. False
// for a number that no day of our time has.
func ExcelDay(number string) (vi.Day, bool) {
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > 100_000 {
		return vi.Day{}, false
	}
	t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
	day, err := vi.NewDay(t.Year(), int(t.Month()), t.Day())
	return day, err == nil
}
