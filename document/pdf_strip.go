package document

// strip is a piece of the page that is never cut: a line of text, a rule, a row of a table.
type strip struct {
	before, height, after float64 // millimetres; between two strips the larger space counts, as in Word
	keep                  bool    // stays on the page of the next strip
	newPage               bool    // starts a page
	head                  *strip  // printed again when this strip starts a page
	draw                  func(y float64)
}

// strips cuts items into strips at x in a column of the given width.
func (p *printer) strips(items []item, x, width float64) []strip {
	var all []strip
	breakBefore := false
	for _, it := range items {
		var next []strip
		switch it := it.(type) {
		case newPage:
			breakBefore = true
			continue
		case *para:
			next = p.paraStrips(it, x, width)
		case *rule:
			next = []strip{p.ruleStrip(it, x, width)}
			if len(all) > 0 {
				all[len(all)-1].keep = true
			}
		case *stamp:
			next = []strip{p.stampStrip(it, x, width)}
		case *gap:
			next = []strip{{height: it.height * mmPerPoint, keep: it.keepNext, draw: func(y float64) {
				if it.signs {
					p.file.Spot(SigningSpot, x+width/2, y)
				}
			}}}
		case *grid:
			next = p.gridStrips(it, x)
		}
		next[0].newPage, breakBefore = breakBefore, false
		all = append(all, next...)
	}
	return all
}

// paraStrips sets a paragraph line by line; a page never ends after its first line nor before its last.
func (p *printer) paraStrips(par *para, x, width float64) []strip {
	s := par.style
	lines := breakLines(par.runs, s, width)
	element := p.file.Element(p.part, par.kind())
	strips := make([]strip, len(lines))
	for i, l := range lines {
		left, room := x+s.left, width-s.left-s.right
		if i == 0 {
			left, room = left+s.firstLine, room-s.firstLine
		}
		strips[i] = strip{
			height: s.lineHeight(),
			keep:   i == 0 || i == len(lines)-2,
			draw: func(y float64) {
				p.mark(element)
				p.line(l, s, left, room, y)
			},
		}
	}
	strips[0].before = s.before * mmPerPoint
	last := &strips[len(lines)-1]
	last.after, last.keep = s.after*mmPerPoint, par.keepNext
	return strips
}

func (p *printer) ruleStrip(r *rule, x, width float64) strip {
	from := x + (width-r.width)/2
	return strip{before: ruleAbove, height: r.below, draw: func(y float64) { p.file.Line(p.pen(), from, y, from+r.width, y) }}
}

// line prints a line whose top is at y.
func (p *printer) line(l line, s style, x, room, y float64) {
	stretch := 0.0
	switch {
	case s.align == AlignCentre:
		x += (room - l.width) / 2
	case s.align == AlignRight:
		x += room - l.width
	case s.align == AlignJustify && !l.last && len(l.words) > 1:
		stretch = (room - l.width) / float64(len(l.words)-1)
	}
	natural := s.size * lineOfSize * mmPerPoint
	baseline := y + s.lineHeight() - natural + ascentOfSize*s.size*mmPerPoint
	for _, stretchOf := range joinPieces(l.words, stretch) {
		p.text(stretchOf.text, stretchOf.face, s.size, x, baseline)
		x += stretchOf.width
	}
}

// joinPieces makes the fewest pieces that print a line: one for each face where nothing stretches, else one
// for each word. Every piece carries the spaces behind it, so that the text can be read back as it was.
func joinPieces(words []word, stretch float64) []piece {
	var joined []piece
	add := func(p piece, apart bool) {
		if n := len(joined); n > 0 && joined[n-1].face == p.face && !apart {
			joined[n-1].text += p.text
			joined[n-1].width += p.width
			return
		}
		joined = append(joined, p)
	}
	for i, w := range words {
		for k, p := range w.pieces {
			add(p, stretch != 0 && k == 0)
		}
		if i == len(words)-1 || w.spaces.text == "" {
			continue
		}
		spaces := w.spaces
		spaces.width += stretch
		add(spaces, false)
	}
	return joined
}
