package seasonfile

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"thidua/vi"
)

// What a season file may be at most. A full year of seven units on 176 leaves
// is about a tenth of it.
const (
	maxBytes = 4 << 20 // bytes
	maxDepth = 32      // values within values
	maxKeys  = 2000    // keys of one mapping
)

// ReadFile reads a season file from disk, but never more than it takes to see
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
		return "", whole("Tệp lớn hơn %d MB; tệp năm thi đua không dài đến thế.", maxBytes>>20)
	}
	if err := vi.CheckUTF8(raw); err != nil {
		return "", whole("%s", err.Error())
	}
	s := string(bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf")))
	if strings.TrimSpace(s) == "" {
		return "", whole("Tệp trống.")
	}
	return s, tooDense(s)
}

func whole(format string, args ...any) *Fault {
	return &Fault{Line: 1, Column: 1, Sentence: fmt.Sprintf(format, args...)}
}

// tooDense looks for nesting and mappings beyond all use before the parser,
// whose work grows faster than such a file, ever sees them.
func tooDense(s string) *Fault {
	depth, keys := 0, map[int]int{}
	for i, line := range strings.Split(s, "\n") {
		body := strings.TrimLeft(line, " ")
		indent := len(line) - len(body)
		depth += strings.Count(body, "[") + strings.Count(body, "{") - strings.Count(body, "]") - strings.Count(body, "}")
		dashes := strings.Count(body[:len(body)-len(strings.TrimLeft(body, "-? \t"))], "-")
		if max(depth, dashes, indent/2) > maxDepth || strings.Count(body, "{")+strings.Count(body, "[") > maxKeys {
			return &Fault{Line: i + 1, Column: 1, Sentence: fmt.Sprintf("Các mục lồng nhau quá sâu (hơn %d tầng).", maxDepth)}
		}
		for deeper := range keys {
			if deeper > indent {
				delete(keys, deeper)
			}
		}
		keys[indent] += max(1, strings.Count(body, ","))
		if keys[indent] > maxKeys*4 {
			return &Fault{Line: i + 1, Column: 1, Sentence: fmt.Sprintf("Quá nhiều mục liền nhau (hơn %d); hãy chia nhỏ tệp.", maxKeys*4)}
		}
	}
	return nil
}
