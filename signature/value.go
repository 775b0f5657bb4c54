package signature

import (
	"bytes"
	"strconv"
	"strings"
)

// entry is one key of a dictionary with its value as it is written.
type entry struct{ key, value string }

// dict is a dictionary of a PDF in its order.
type dict []entry

func (d dict) get(key string) string {
	for _, e := range d {
		if e.key == key {
			return e.value
		}
	}
	return ""
}

func (d *dict) set(key, value string) {
	for i := range *d {
		if (*d)[i].key == key {
			(*d)[i].value = value
			return
		}
	}
	*d = append(*d, entry{key, value})
}

// String writes the dictionary.
func (d dict) String() string {
	var b strings.Builder
	b.WriteString("<< ")
	for _, e := range d {
		b.WriteString("/" + e.key + " " + e.value + " ")
	}
	return b.String() + ">>"
}

const (
	spaces     = " \t\r\n\f\x00"
	delimiters = "()<>[]{}/%"
	deepest    = 64
)

// skip passes over space and remarks.
func skip(raw []byte, at int) int {
	for at < len(raw) {
		switch {
		case strings.IndexByte(spaces, raw[at]) >= 0:
			at++
		case raw[at] == '%':
			for at < len(raw) && raw[at] != '\n' && raw[at] != '\r' {
				at++
			}
		default:
			return at
		}
	}
	return at
}

// number reads a whole number; -1 for none.
func number(raw []byte, at int) (n, next int) {
	at = skip(raw, at)
	end := at
	for end < len(raw) && end-at < 12 && raw[end] >= '0' && raw[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(string(raw[at:end]))
	if err != nil {
		return -1, end
	}
	return n, end
}

// dictAt reads the dictionary that stands at a place, and where it ends.
func dictAt(raw []byte, at int) (d dict, end int, ok bool) {
	at = skip(raw, at)
	if !bytes.HasPrefix(raw[at:], []byte("<<")) {
		return nil, at, false
	}
	at = skip(raw, at+2)
	for at < len(raw) && raw[at] == '/' {
		keyEnd := wordEnd(raw, at+1)
		from := skip(raw, keyEnd)
		to, ok := valueEnd(raw, from, 0)
		if !ok {
			return nil, at, false
		}
		d = append(d, entry{string(raw[at+1 : keyEnd]), string(raw[from:to])})
		at = skip(raw, to)
	}
	return d, at + 2, bytes.HasPrefix(raw[min(at, len(raw)):], []byte(">>"))
}

func wordEnd(raw []byte, at int) int {
	for at < len(raw) && strings.IndexByte(spaces+delimiters, raw[at]) < 0 {
		at++
	}
	return at
}

// valueEnd is where the value that begins at a place ends; a reference, "12 0 R",
// is one value.
func valueEnd(raw []byte, at, depth int) (int, bool) {
	if at >= len(raw) || depth > deepest {
		return at, false
	}
	switch c := raw[at]; {
	case bytes.HasPrefix(raw[at:], []byte("<<")):
		return listEnd(raw, at+2, ">>", depth)
	case c == '[':
		return listEnd(raw, at+1, "]", depth)
	case c == '(':
		return stringEnd(raw, at)
	case c == '<':
		end := bytes.IndexByte(raw[at:], '>')
		return at + end + 1, end > 0
	case c == '/':
		return wordEnd(raw, at+1), true
	case strings.IndexByte(delimiters, c) >= 0:
		return at, false
	}
	if n, next := number(raw, at); n >= 0 {
		if g, next := number(raw, next); g >= 0 {
			if r := skip(raw, next); r < len(raw) && raw[r] == 'R' && wordEnd(raw, r) == r+1 {
				return r + 1, true
			}
		}
	}
	return wordEnd(raw, at), true
}

func listEnd(raw []byte, at int, close string, depth int) (int, bool) {
	for {
		at = skip(raw, at)
		if at >= len(raw) {
			return at, false
		}
		if bytes.HasPrefix(raw[at:], []byte(close)) {
			return at + len(close), true
		}
		end, ok := valueEnd(raw, at, depth+1)
		if !ok || end == at {
			return at, false
		}
		at = end
	}
}

func stringEnd(raw []byte, at int) (int, bool) {
	open := 0
	for ; at < len(raw); at++ {
		switch raw[at] {
		case '\\':
			at++
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return at + 1, true
			}
		}
	}
	return at, false
}
