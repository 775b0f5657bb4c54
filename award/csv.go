package award

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// longestRow bounds one row of a CSV file in bytes, so that a quote which is
// never closed costs one row and not the memory.
const longestRow = 64 << 10

// csvReader reads a CSV file row by row and goes on after a row at fault.
type csvReader struct {
	in        *bufio.Reader
	separator byte
	n         int // lines read
	err       error
}

func newCSV(r io.Reader, separator byte) *csvReader {
	in := bufio.NewReaderSize(r, longestRow)
	if mark, err := in.Peek(3); err == nil && string(mark) == "\uFEFF" {
		_, _ = in.Discard(3)
	}
	return &csvReader{in: in, separator: separator}
}

// lines yields the rows; those without anything in them are passed over.
func (c *csvReader) lines(yield func(line) bool) {
	for {
		row, more := c.row()
		if row.fault == "" && strings.Join(row.cells, "") == "" {
			if !more {
				return
			}
			continue
		}
		if !yield(row) || !more {
			return
		}
	}
}

const cutOff = "Dòng cuối không có dấu xuống dòng: tệp có thể bị cắt giữa chừng. Nếu tệp đủ, hãy xuống dòng ở cuối rồi nạp lại."

// row reads one row, which may go over several lines inside quotes.
func (c *csvReader) row() (row line, more bool) {
	text, ended, more := c.line()
	row.n = c.n
	for open(text, c.separator) && more && len(text) < longestRow {
		var next string
		next, ended, more = c.line()
		text += "\n" + next
	}
	switch {
	case len(text) >= longestRow:
		row.fault = fmt.Sprintf("Dòng dài quá %d KB; có thể thiếu dấu nháy đóng.", longestRow>>10)
	case !utf8.ValidString(text):
		row.fault = "Dòng này có ký tự không phải mã UTF-8."
	case open(text, c.separator):
		row.fault = "Ô mở dấu nháy mà không đóng: tệp có thể bị cắt giữa chừng."
	case !ended && text != "":
		row.fault = cutOff
	default:
		row.cells, row.fault = split(text, c.separator)
	}
	return row, more
}

// line reads one line without its end; ended tells that it had one. What is
// beyond the bound of a row is passed over.
func (c *csvReader) line() (text string, ended, more bool) {
	part, err := c.in.ReadSlice('\n')
	text = string(part)
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = c.in.ReadSlice('\n')
	}
	c.n++
	if err != nil && !errors.Is(err, io.EOF) {
		c.err = fmt.Errorf("award: read: %w", err)
	}
	ended = err == nil
	return strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r"), ended, ended
}

// open reports whether the text ends inside quotes.
func open(text string, separator byte) bool {
	if strings.IndexByte(text, '"') < 0 {
		return false
	}
	inside := false
	begin := true // of a cell
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case inside && b == '"' && i+1 < len(text) && text[i+1] == '"':
			i++
		case b == '"' && (inside || begin):
			inside = !inside
		case !inside && b == separator:
			begin = true
			continue
		}
		begin = false
	}
	return inside
}

// split cuts a row into its cells.
func split(text string, separator byte) (cells []string, fault string) {
	if strings.IndexByte(text, '"') < 0 {
		return strings.Split(text, string(separator)), ""
	}
	for {
		if !strings.HasPrefix(text, `"`) {
			cell, rest, more := strings.Cut(text, string(separator))
			cells = append(cells, cell)
			if !more {
				return cells, ""
			}
			text = rest
			continue
		}
		end := closing(text)
		cells = append(cells, strings.ReplaceAll(text[1:end], `""`, `"`))
		switch rest := text[end+1:]; {
		case rest == "":
			return cells, ""
		case rest[0] != separator:
			return cells, "Sau dấu nháy đóng phải là dấu ngăn cột."
		default:
			text = rest[1:]
		}
	}
}

// closing is where the quotes of a cell, which do close, end.
func closing(text string) int {
	for i := 1; i < len(text); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 == len(text) || text[i+1] != '"' {
			return i
		}
		i++
	}
	return len(text) - 1
}
