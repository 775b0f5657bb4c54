package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"

	imagefont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Face is a TrueType face, read once and never changed.
type Face struct {
	name    string // of the face, without spaces
	parsed  *sfnt.Font
	tables  map[string][]byte
	glyphs  [lastKnown + 1]uint16 // of each character
	widths  [lastKnown + 1]uint16 // in thousandths of the size
	missing sfnt.GlyphIndex       // the sign for what the face lacks
}

// lastKnown bounds the tables of characters: Latin, Vietnamese, Greek, Cyrillic,
// punctuation and arrows lie below. Others are looked up one by one.
const lastKnown = 0x2FFF

var errNoFace = errors.New("pdf: no TrueType face")

// NewFace reads a TrueType file, of which it keeps the bytes.
func NewFace(file []byte) (*Face, error) {
	parsed, err := sfnt.Parse(file)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoFace, err)
	}
	f := &Face{parsed: parsed}
	if f.tables, err = tablesOf(file); err != nil {
		return nil, err
	}
	var b sfnt.Buffer
	if f.name, err = parsed.Name(&b, sfnt.NameIDPostScript); err != nil {
		return nil, fmt.Errorf("%w: %w", errNoFace, err)
	}
	for _, sign := range "□\uFFFD" {
		if glyph, err := parsed.GlyphIndex(&b, sign); err == nil && glyph != 0 {
			f.missing = glyph
		}
	}
	for r := range f.glyphs {
		f.glyphs[r], f.widths[r] = f.look(&b, rune(r))
	}
	return f, nil
}

// Width is how far a character moves on, in thousandths of the size.
func (f *Face) Width(r rune) int {
	_, width := f.glyph(r)
	return int(width)
}

// glyph is a character's glyph, or the sign for what the face lacks, and its width.
func (f *Face) glyph(r rune) (glyph, width uint16) {
	if r >= 0 && r <= lastKnown {
		return f.glyphs[r], f.widths[r]
	}
	return f.look(&sfnt.Buffer{}, r)
}

func (f *Face) look(b *sfnt.Buffer, r rune) (glyph, width uint16) {
	index, err := f.parsed.GlyphIndex(b, r)
	if err != nil || index == 0 {
		index = f.missing
	}
	return uint16(index), f.advance(b, index)
}

func (f *Face) advance(b *sfnt.Buffer, glyph sfnt.GlyphIndex) uint16 {
	units := fixed.Int26_6(f.parsed.UnitsPerEm())
	advance, err := f.parsed.GlyphAdvance(b, glyph, units, imagefont.HintingNone)
	if err != nil {
		return 0
	}
	return uint16((int(advance)*1000 + int(units)/2) / int(units))
}

// tablesOf cuts a TrueType file into its tables.
func tablesOf(file []byte) (map[string][]byte, error) {
	if len(file) < 12 {
		return nil, errNoFace
	}
	tables := map[string][]byte{}
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		entry := 12 + 16*i
		if len(file) < entry+16 {
			return nil, errNoFace
		}
		from, length := int(binary.BigEndian.Uint32(file[entry+8:])), int(binary.BigEndian.Uint32(file[entry+12:]))
		if from+length > len(file) {
			return nil, errNoFace
		}
		tables[string(file[entry:entry+4])] = file[from : from+length]
	}
	for name, least := range map[string]int{"head": 54, "hhea": 36, "maxp": 6, "hmtx": 4, "loca": 4, "glyf": 0} {
		if table, has := tables[name]; !has || len(table) < least {
			return nil, fmt.Errorf("%w: without %s", errNoFace, name)
		}
	}
	return tables, nil
}

// outline is a glyph as the file draws it; empty for a space and for one beyond the face.
func (f *Face) outline(glyph uint16) []byte {
	loca, glyf := f.tables["loca"], f.tables["glyf"]
	from, until := 0, 0
	if i := int(glyph); binary.BigEndian.Uint16(f.tables["head"][50:]) == 0 && len(loca) >= 2*i+4 {
		from, until = 2*int(binary.BigEndian.Uint16(loca[2*i:])), 2*int(binary.BigEndian.Uint16(loca[2*i+2:]))
	} else if len(loca) >= 4*i+8 {
		from, until = int(binary.BigEndian.Uint32(loca[4*i:])), int(binary.BigEndian.Uint32(loca[4*i+4:]))
	}
	if from >= until || until > len(glyf) {
		return nil
	}
	return glyf[from:until]
}

// metric is a glyph's advance and left side bearing as the file keeps them.
func (f *Face) metric(glyph uint16) [4]byte {
	hmtx, long := f.tables["hmtx"], int(binary.BigEndian.Uint16(f.tables["hhea"][34:]))
	var m [4]byte
	switch i := int(glyph); {
	case i < long && len(hmtx) >= 4*i+4:
		copy(m[:], hmtx[4*i:])
	case long > 0 && len(hmtx) >= 4*long+2*(i-long)+2:
		copy(m[:2], hmtx[4*(long-1):])
		copy(m[2:], hmtx[4*long+2*(i-long):])
	}
	return m
}
