package template

import (
	"strings"

	"thidua/vi"
)

// spot is a field where it stands in a paragraph: bytes from and to of the
// paragraph's text.
type spot struct {
	from, to int
	typed    string // between the braces, as typed
	name     string // folded: of the field, or of the condition
	column   string // folded, of a list
	mark     mark
}

type mark int

const (
	plainField mark = iota
	opens           // {nếu: …}
	closes          // {hết nếu}
)

// Words that are no fields: what stands between them is left out when the field
// has no value.
const (
	openWord  = "nếu"
	closeWord = "hết nếu"
)

// key is a name as it is compared: any accents, any form of Unicode, any spaces.
func key(s string) string { return vi.Fold(vi.Clean(s)) }

// spotOf reads what stands between braces.
func spotOf(typed string) spot {
	s := spot{typed: strings.Join(strings.Fields(vi.Clean(typed)), " ")}
	name, column, _ := strings.Cut(typed, ":")
	s.name, s.column = key(name), key(column)
	switch {
	case s.name == key(openWord):
		s.mark, s.name, s.column = opens, s.column, ""
	case s.name == key(closeWord):
		s.mark, s.name = closes, ""
	}
	return s
}

// spots finds the fields of a text; stray is the text around the first brace
// that has no partner.
func spots(text string) (all []spot, stray string) {
	for at := 0; at < len(text); {
		i := strings.IndexAny(text[at:], "{}")
		if i < 0 {
			return all, ""
		}
		i += at
		end := strings.IndexAny(text[i+1:], "{}")
		if text[i] == '}' || end < 0 || text[i+1+end] == '{' {
			return all, around(text, i)
		}
		s := spotOf(text[i+1 : i+1+end])
		s.from, s.to = i, i+1+end+1
		all = append(all, s)
		at = s.to
	}
	return all, ""
}

// around is some of the text beside a place.
func around(text string, at int) string {
	const letters = 30
	rest := []rune(strings.ToValidUTF8(text[at:], ""))
	return string(rest[:min(len(rest), letters)])
}

// wording is the text of a paragraph and the pieces it is spread over.
type wording struct {
	pieces []*node // w:t
	starts []int
	text   string
}

// wordingOf collects a paragraph's own text: that of text boxes within it
// belongs to their paragraphs.
func wordingOf(p *node) (w wording) {
	var b strings.Builder
	var walk func(*node)
	walk = func(n *node) {
		for _, k := range n.kids {
			switch k.name {
			case "w:p", "w:del", "w:moveFrom":
			case "w:t":
				w.pieces, w.starts = append(w.pieces, k), append(w.starts, b.Len())
				b.WriteString(textOf(k))
			default:
				walk(k)
			}
		}
	}
	walk(p)
	w.text = b.String()
	return w
}

// textOf is the text of a w:t, its line ends as Word shows them: spaces.
func textOf(t *node) string {
	var b strings.Builder
	for _, k := range t.kids {
		b.WriteString(k.text)
	}
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ").Replace(b.String())
}

// only reports whether nothing but one field stands in the paragraph.
func (w wording) only(s spot) bool {
	return strings.TrimSpace(w.text[:s.from]) == "" && strings.TrimSpace(w.text[s.to:]) == ""
}

// put writes values over the spots. Each takes the look of the letter its brace
// was typed in; a line end in it becomes one in the file.
func (w wording) put(all []spot, values []string) {
	texts := make([]string, len(w.pieces))
	for i, p := range w.pieces {
		texts[i] = textOf(p)
	}
	for n := len(all) - 1; n >= 0; n-- {
		s := all[n]
		first, last := w.pieceOf(s.from), w.pieceOf(s.to-1)
		tail := texts[last][s.to-w.starts[last]:]
		head := texts[first][:s.from-w.starts[first]]
		for i := first; i <= last; i++ {
			texts[i] = ""
		}
		texts[last] = tail
		if first == last {
			texts[first] = head + values[n] + tail
		} else {
			texts[first] = head + values[n]
		}
	}
	for i, p := range w.pieces {
		setText(p, texts[i])
	}
}

func (w wording) pieceOf(at int) int {
	i := len(w.starts) - 1
	for i > 0 && w.starts[i] > at {
		i--
	}
	// Of pieces that begin at the same place all but the last are empty.
	return i
}

func setText(t *node, text string) {
	t.kids = []*node{{text: text}}
	if t.attr("xml:space") == "" {
		t.attrs = append(t.attrs, attribute("xml:space", "preserve"))
	}
}

// breakLines parts each w:t with line ends into texts and breaks.
func breakLines(n *node) {
	var kids []*node
	for _, k := range n.kids {
		if k.name != "w:t" || !strings.Contains(rawText(k), "\n") {
			breakLines(k)
			kids = append(kids, k)
			continue
		}
		for i, line := range strings.Split(rawText(k), "\n") {
			if i > 0 {
				kids = append(kids, el("w:br"))
			}
			t := el("w:t")
			setText(t, line)
			kids = append(kids, t)
		}
	}
	n.kids = kids
}

func rawText(t *node) string {
	var b strings.Builder
	for _, k := range t.kids {
		b.WriteString(k.text)
	}
	return b.String()
}
