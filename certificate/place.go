package certificate

import (
	"fmt"
	"strings"

	"thidua/award"
	"thidua/document"
	"thidua/refusal"
	"thidua/vi"
)

const (
	smallest   = 8 // points: below this a certificate cannot be read at arm's length
	mmPerPoint = 25.4 / 72
	ascent     = 0.891 // of the typeface, as a part of its size
	leading    = 1.2   // from line to line, as a part of the size
	oneLine    = 0.8   // a text shrinks to this part of its size before it takes a second line
)

// Line is one line of text at its place, in millimetres from the upper left
// corner of the sheet; Size is in points.
type Line struct {
	Field             Field
	Text              string
	Left, Baseline    float64
	Width             float64
	Size              float64
	Bold, Italic, Red bool
	Under             bool
}

// Page is one certificate with everything at its place.
type Page struct {
	Lines []Line
	Code  string  // what the QR code says; empty for none
	At    Spot    // where the QR code stands, the shift included
	Note  string  // printed small at the foot: "Bản in thử"
	Width float64 // of the sheet, millimetres
	High  float64
}

// Place puts what an award's certificate says at its places on a blank. Longer
// texts are set smaller or broken into lines within their width; what cannot be
// set in letters of 8 points is refused. The blank's shift moves everything.
func Place(b Blank, l Layout, a award.Award) (Page, error) {
	said := Say(a)
	page := Page{Width: b.Width.MM(), High: b.Height.MM()}
	for _, s := range l.Spots {
		s.X, s.Y = s.X+b.ShiftX, s.Y+b.ShiftY
		if !s.On {
			continue
		}
		if s.Field == CheckCode {
			page.At = s
			continue
		}
		text := s.with(said[s.Field], a)
		if text == "" {
			continue
		}
		lines, err := s.set(text)
		if err != nil {
			return Page{}, refusal.New(refusal.Unsatisfied, fmt.Sprintf("Số sổ vàng %d: “%s” dài quá chỗ in “%s” (%s mm).", a.Place, text, s.Field.Label(), s.Width))
		}
		page.Lines = append(page.Lines, lines...)
	}
	if a.Sample {
		page.Note = "Số liệu minh họa"
	}
	return page, nil
}

// with adds the layout's own words.
func (s Spot) with(text string, a award.Award) string {
	switch {
	case s.Field == Address && a.Kind != award.Individual:
		return ""
	case s.Field == PlaceDay && s.Words == "":
		return vi.UpperFirst(text)
	case s.Field == PlaceDay:
		return s.Words + ", " + text
	case s.Field.HasWords():
		return s.Words
	}
	return text
}

// set breaks and shrinks a text into its spot.
func (s Spot) set(text string) ([]Line, error) {
	m := mannerOf(s.Field)
	for size := float64(s.Size); size >= smallest; size -= 0.5 {
		lines := s.breakAt(text, size, s.Width.MM())
		room := m.lines
		if size > max(smallest, oneLine*float64(s.Size)) {
			room = 1
		}
		if len(lines) > 0 && len(lines) <= room {
			return s.lines(s.even(lines, text, size), size), nil
		}
	}
	return nil, fmt.Errorf("certificate: %q does not fit %s mm", text, s.Width)
}

// even breaks a text into as many lines of more even length, so that no single
// word stands alone on the last.
func (s Spot) even(lines []string, text string, size float64) []string {
	for width := s.Width.MM(); len(lines) > 1 && width > 0; width-- {
		narrower := s.breakAt(text, size, width)
		if len(narrower) != len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// breakAt breaks a text into lines no wider than width, in millimetres; none
// when a single word is wider.
func (s Spot) breakAt(text string, size, width float64) (lines []string) {
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimSpace(line + " " + word)
		switch {
		case s.measure(longer, size) <= width:
			line = longer
		case line == "" || s.measure(word, size) > width:
			return nil
		default:
			lines, line = append(lines, line), word
		}
	}
	return append(lines, line)
}

func (s Spot) measure(text string, size float64) float64 {
	m := mannerOf(s.Field)
	return document.Measure(text, m.bold, m.italic, size)
}

// lines puts the lines of a spot one under another.
func (s Spot) lines(texts []string, size float64) (all []Line) {
	m := mannerOf(s.Field)
	for i, text := range texts {
		width := s.measure(text, size)
		left := s.X.MM()
		switch s.Align {
		case Centre:
			left += (s.Width.MM() - width) / 2
		case Right:
			left += s.Width.MM() - width
		}
		all = append(all, Line{Field: s.Field, Text: text, Left: left, Width: width, Size: size, Bold: m.bold, Italic: m.italic, Red: m.red, Under: m.under,
			Baseline: s.Y.MM() + (ascent+float64(i)*leading)*size*mmPerPoint})
	}
	return all
}
