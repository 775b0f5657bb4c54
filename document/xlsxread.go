package document

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// What is read of an Excel file at most: a file of a few kilobytes can unfold
// to gigabytes.
const (
	mostRows      = 20_000
	mostColumns   = 100
	mostUnzipped  = 64 << 20 // bytes of all parts
	mostUnzipPart = 32 << 20 // bytes of one part
)

// ErrNotXLSX says that what was to be read is no Excel file (.xlsx), or one
// beyond any list of ours.
var ErrNotXLSX = errors.New("document: not an Excel file that can be read")

// ReadXLSX returns the cells of the first sheet row by row, as texts: a number
// has a decimal comma, as people here write it. What is left empty at the end
// of a row is left out.
func ReadXLSX(r io.Reader) ([][]string, error) {
	file, err := excelize.OpenReader(r, excelize.Options{UnzipSizeLimit: mostUnzipped, UnzipXMLSizeLimit: mostUnzipPart, RawCellValue: true})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotXLSX, err)
	}
	defer func() { _ = file.Close() }()
	sheets := file.GetSheetList()
	if len(sheets) == 0 {
		return nil, ErrNotXLSX
	}
	rows, err := file.Rows(sheets[0])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotXLSX, err)
	}
	defer func() { _ = rows.Close() }()
	var all [][]string
	for rows.Next() {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil || len(all) == mostRows || len(cells) > mostColumns {
			return nil, errors.Join(ErrNotXLSX, err)
		}
		for i, text := range cells {
			cells[i] = spoken(file, sheets[0], len(all)+1, i+1, text)
		}
		all = append(all, cells)
	}
	return all, errors.Join(rows.Error())
}

// spoken is the cell's text; a number that is stored with a decimal point, or
// as powers of ten, is written with a comma.
func spoken(file *excelize.File, sheet string, row, column int, text string) string {
	if !strings.ContainsAny(text, ".eE") {
		return text
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return text
	}
	kind, err := file.GetCellType(sheet, name)
	if err != nil || kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		return text
	}
	return strings.Replace(strconv.FormatFloat(n, 'f', -1, 64), ".", ",", 1)
}
