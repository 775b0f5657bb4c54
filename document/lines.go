package document

import (
	"strings"
	"unicode/utf8"
)

// piece is text in one face, with the spaces that follow it.
type piece struct {
	text  string
	face  face
	width float64
}

// word is what a line may not break: its pieces, then its spaces.
type word struct {
	pieces []piece
	width  float64
	spaces piece
	ends   bool // a forced line break follows
}

// line is one set line. Its words stretch to the full width when it is justified, unless it is the last.
type line struct {
	words []word
	width float64 // without the spaces at its end
	last  bool    // the end of a paragraph, or before a forced break
}

// splitWords cuts runs into words. A word may go through several runs; no-break spaces do not cut.
func splitWords(runs []Run, s style) []word {
	var words []word
	open := false
	for _, run := range runs {
		f := faceOf(s.bold || run.Bold, s.italic || run.Italic)
		for _, token := range splitTokens(run.Text) {
			p := piece{text: token, face: f, width: measure(token, f, s.size)}
			switch {
			case token == "\n":
				if !open && (len(words) == 0 || words[len(words)-1].ends) {
					words = append(words, word{})
				}
				words[len(words)-1].ends, open = true, false
			case token[0] == ' ':
				if len(words) == 0 || words[len(words)-1].ends || words[len(words)-1].spaces.text != "" {
					words = append(words, word{})
				}
				words[len(words)-1].spaces, open = p, false
			default:
				if !open {
					words = append(words, word{})
				}
				w := &words[len(words)-1]
				w.pieces, w.width, open = append(w.pieces, p), w.width+p.width, true
			}
		}
	}
	return words
}

// splitTokens cuts text into stretches of spaces, single line breaks, and the rest.
func splitTokens(text string) []string {
	var tokens []string
	for text != "" {
		n := strings.IndexAny(text, " \n")
		switch {
		case n < 0:
			n = len(text)
		case n == 0 && text[0] == '\n':
			n = 1
		case n == 0:
			n = len(text) - len(strings.TrimLeft(text, " "))
		}
		tokens, text = append(tokens, text[:n]), text[n:]
	}
	return tokens
}

// roundingRoom keeps a text measured to fit exactly from being broken by rounding, in millimetres.
const roundingRoom = 1e-6

// breakLines sets runs into lines of the given width, the first one narrower by the style's indent. In a room
// too narrow for a letter each letter has its line.
func breakLines(runs []Run, s style, width float64) []line {
	width = max(0, width-s.left-s.right) + roundingRoom
	room := max(roundingRoom, width-s.firstLine)
	var lines []line
	var current line
	end := func(last bool) {
		current.last = last
		lines, current, room = append(lines, current), line{}, width
	}
	for _, w := range splitWords(runs, s) {
		gap := 0.0
		if n := len(current.words); n > 0 {
			gap = current.words[n-1].spaces.width
			if current.width+gap+w.width > room {
				end(false)
				gap = 0
			}
		}
		for w.width > room {
			head, tail := cutWord(w, room, s.size)
			current.words, current.width = []word{head}, head.width
			end(false)
			w = tail
		}
		current.words = append(current.words, w)
		current.width += gap + w.width
		if w.ends {
			end(true)
		}
	}
	if len(current.words) > 0 || len(lines) == 0 {
		end(true)
	}
	lines[len(lines)-1].last = true
	return lines
}

// cutWord cuts a word too long for a whole line after the last character that fits, at least one.
func cutWord(w word, room, size float64) (head, tail word) {
	for i, p := range w.pieces {
		n := fitting(p, room-head.width, size)
		if n == 0 && i == 0 {
			_, n = utf8.DecodeRuneInString(p.text)
		}
		if n == len(p.text) && i < len(w.pieces)-1 {
			head.pieces, head.width = append(head.pieces, p), head.width+p.width
			continue
		}
		a, b := cutPiece(p, n, size)
		head.pieces, head.width = append(head.pieces, a), head.width+a.width
		tail = word{pieces: append([]piece{b}, w.pieces[i+1:]...), spaces: w.spaces, ends: w.ends}
		for _, rest := range tail.pieces {
			tail.width += rest.width
		}
		break
	}
	return head, tail
}

func cutPiece(p piece, n int, size float64) (a, b piece) {
	a, b = p, p
	a.text, b.text = p.text[:n], p.text[n:]
	a.width, b.width = measure(a.text, p.face, size), measure(b.text, p.face, size)
	return a, b
}

// fitting counts the bytes of a piece that fit in the room.
func fitting(p piece, room, size float64) int {
	for n := range p.text {
		_, step := utf8.DecodeRuneInString(p.text[n:])
		if measure(p.text[:n+step], p.face, size) > room {
			return n
		}
	}
	return len(p.text)
}
