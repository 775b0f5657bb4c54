package oldfont

import "strings"

// Run is a piece of text in one font, as Word and Excel keep it.
type Run struct {
	Text string
	Font string // as the file names it; "" when nobody says
}

// Join returns what runs say together. Each is read by its font, or, where the
// font tells nothing, by its words and by usual, the encoding of what stands
// around. Neighbours alike are read as one, for a letter and its mark may have
// been cut apart.
func Join(runs []Run, usual Encoding) string {
	var out, piece strings.Builder
	var last Font
	flush := func() {
		text := Decode(piece.String(), last.Encoding)
		if last.Capitals {
			text = strings.ToUpper(text)
		}
		out.WriteString(text)
		piece.Reset()
	}
	for _, r := range runs {
		if f := fontOf(r, usual); f != last {
			flush()
			last = f
		}
		piece.WriteString(r.Text)
	}
	flush()
	return Decode(out.String(), Unicode)
}

// fontOf is how a run is read. Letters that only Unicode has prove a font
// wrong; so do words that are Vietnamese in another encoding than the font's.
func fontOf(r Run, usual Encoding) Font {
	f, known := FontOf(r.Font)
	if !known {
		return Font{Encoding: Detect(r.Text, usual)}
	}
	if !onlyUnicode(r.Text) && len(telling(r.Text)) == 0 {
		return f // the same in each
	}
	if e := Detect(r.Text, f.Encoding); e != f.Encoding {
		return Font{Encoding: e}
	}
	return f
}
