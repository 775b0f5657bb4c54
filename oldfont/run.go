package oldfont

import "strings"

// Run is a piece of text in one font, as Word and Excel keep it.
type Run struct {
	Text string
	Font string // as the file names it; "" when nobody says
}

// Join returns what runs say together. Neighbours in one font are read as one,
// for a letter and its mark may have been cut apart: by their font, or, where it
// tells nothing, by their words and by usual, the encoding of what stands around.
func Join(runs []Run, usual Encoding) string {
	var out, piece strings.Builder
	for i, r := range runs {
		piece.WriteString(r.Text)
		if i+1 == len(runs) || runs[i+1].Font != r.Font {
			out.WriteString(read(Run{piece.String(), r.Font}, usual))
			piece.Reset()
		}
	}
	return Decode(out.String(), Unicode)
}

func read(r Run, usual Encoding) string {
	f := fontOf(r, usual)
	text := Decode(r.Text, f.Encoding)
	if old, known := FontOf(r.Font); known && f.Encoding == Unicode {
		text = mixed(r.Text, old.Encoding)
	}
	if f.Capitals {
		text = strings.ToUpper(text)
	}
	return text
}

// fontOf is how a run is read. Letters that only Unicode has prove a font
// wrong; so do words that are Vietnamese in another encoding than the font's.
func fontOf(r Run, usual Encoding) Font {
	f, known := FontOf(r.Font)
	switch {
	case !known:
		return Font{Encoding: Detect(r.Text, usual)}
	case f.Encoding == Symbol || !onlyUnicode(r.Text) && len(telling(r.Text)) == 0:
		return f // signs, or letters that are the same in each
	}
	if e := Detect(r.Text, f.Encoding); e != f.Encoding {
		return Font{Encoding: e}
	}
	return f
}

// mixed reads a text in an old font into which words of Unicode were typed
// later: the others stay old where together they only make sense so.
func mixed(text string, old Encoding) string {
	words := strings.SplitAfter(text, " ")
	var rest strings.Builder
	for _, w := range words {
		if !onlyUnicode(w) {
			rest.WriteString(w)
		}
	}
	if Detect(rest.String(), Unicode) != old {
		return Decode(text, Unicode)
	}
	for i, w := range words {
		if !onlyUnicode(w) {
			words[i] = Decode(w, old)
		}
	}
	return strings.Join(words, "")
}
