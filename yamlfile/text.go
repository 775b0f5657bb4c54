package yamlfile

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"thidua/vi"
)

// What a file may be at most. A full year of seven units on 176 leaves
// is 120 kB with 25 000 marks.
const (
	maxBytes = 4 << 20
	maxMarks = 100_000 // colons, commas, brackets, quotes, dashes, line ends and the like
	maxDepth = 32      // values within values
	maxKeys  = 2000    // lines of one block
)

// ReadFile reads a file from disk, but never more than it takes to see
// that it is too large.
func ReadFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxBytes+1))
}

// text refuses what no person writes by hand: a file too large, in another
// encoding, or built to exhaust the reader.
func text(raw []byte) (string, *Fault) {
	if len(raw) > maxBytes {
		return "", whole("Tệp lớn hơn %d MB; tệp viết tay không dài đến thế.", maxBytes>>20)
	}
	if err := vi.CheckUTF8(raw); err != nil {
		return "", whole("%s", err.Error())
	}
	s := string(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")))
	if strings.TrimSpace(s) == "" {
		return "", whole("Tệp trống.")
	}
	return s, tooMuch(s)
}

func whole(format string, args ...any) *Fault {
	return &Fault{Line: 1, Column: 1, Sentence: fmt.Sprintf(format, args...)}
}

// tooMuch refuses more than the parser is fit for, whose work grows faster than
// the file: every value, item and line has one of these marks beside it.
func tooMuch(s string) *Fault {
	marks := 0
	for i := range len(s) {
		if strings.IndexByte(":,[]{}&*!?%@`\"'-\r\n", s[i]) < 0 {
			continue
		}
		if marks++; marks > maxMarks {
			line := 1 + strings.Count(s[:i], "\n")
			return &Fault{Line: line, Column: 1, Sentence: "Tệp có quá nhiều mục để là một tệp viết tay; từ dòng này không đọc nữa."}
		}
	}
	return nil
}
