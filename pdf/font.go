package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// font is a face as one file uses it: each character that is printed has a number of its
// own, in the order of first use; 0 is never printed.
type font struct {
	face    *Face
	number  int // its name in the file: F1, F2…
	numbers map[rune]uint16
	runes   []rune // by number
	glyphs  []uint16
	widths  []uint16
}

func (f *File) fontOf(face *Face) *font {
	for _, known := range f.fonts {
		if known.face == face {
			return known
		}
	}
	added := &font{face: face, number: len(f.fonts) + 1, numbers: map[rune]uint16{}, runes: []rune{0}, glyphs: []uint16{0}, widths: []uint16{0}}
	f.fonts = append(f.fonts, added)
	return added
}

const digits = "0123456789ABCDEF"

func appendHex(b []byte, n uint16) []byte {
	return append(b, digits[n>>12], digits[n>>8&15], digits[n>>4&15], digits[n&15])
}

// appendCodes writes a text as the numbers of its characters.
func (t *font) appendCodes(content []byte, s string) []byte {
	for _, r := range s {
		n, known := t.numbers[r]
		if !known {
			n = t.add(r)
		}
		content = appendHex(content, n)
	}
	return content
}

// mostCharacters bounds what one file prints of a face, so that the parts of its
// glyphs have numbers too. What comes beyond is not printed.
const mostCharacters = 50_000

func (t *font) add(r rune) uint16 {
	if len(t.runes) >= mostCharacters {
		return 0
	}
	glyph, width := t.face.glyph(r)
	n := uint16(len(t.runes))
	t.numbers[r] = n
	t.runes, t.glyphs, t.widths = append(t.runes, r), append(t.glyphs, glyph), append(t.widths, width)
	return n
}

// resources writes the fonts and pictures, and names them for the pages.
func (f *File) resources() string {
	var fonts, pictures bytes.Buffer
	for _, t := range f.fonts {
		fmt.Fprintf(&fonts, "/F%d %d 0 R ", t.number, f.writeFont(t))
	}
	for i, p := range f.pictures {
		fmt.Fprintf(&pictures, "/I%d %d 0 R ", i+1, f.writePicture(p))
	}
	return fmt.Sprintf("<</Font <<%s>> /XObject <<%s>>>>", fonts.Bytes(), pictures.Bytes())
}

// writeFont writes a font by its numbers (ISO 32000-1, 9.7): the two bytes of a code are
// the glyph's number in the subset.
func (f *File) writeFont(t *font) (id int) {
	id, descendant, descriptor, file, unicode := f.reserve(), f.reserve(), f.reserve(), f.reserve(), f.reserve()
	name := t.tag() + "+" + t.face.name
	f.object(id, "<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>", name, descendant, unicode)
	f.object(descendant, "<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "+
		"/FontDescriptor %d 0 R /W [0 %d] /CIDToGIDMap /Identity>>", name, descriptor, t.widths)
	f.object(descriptor, "<</Type /FontDescriptor /FontName /%s %s /FontFile2 %d 0 R>>", name, t.face.described(), file)
	subset := t.face.subset(t.glyphs)
	f.stream(file, fmt.Sprintf("/Length1 %d", len(subset)), subset)
	f.stream(unicode, "", t.toUnicode())
	return id
}

// tag sets the subsets of one file apart: six capitals.
func (t *font) tag() string {
	tag := []byte("AAAAAA")
	for i, n := len(tag)-1, t.number; i >= 0; i, n = i-1, n/26 {
		tag[i] += byte(n % 26)
	}
	return string(tag)
}

// described are the measures of a face in thousandths of its size (ISO 32000-1, 9.8).
func (f *Face) described() string {
	head, hhea := f.tables["head"], f.tables["hhea"]
	of := func(table []byte, at int) int {
		return int(int16(binary.BigEndian.Uint16(table[at:]))) * 1000 / int(f.parsed.UnitsPerEm())
	}
	post, flags, slant, stem := f.tables["post"], 1<<2, 0, 80 // symbolic: the numbers are the file's own
	if len(post) >= 8 {
		slant = int(int16(binary.BigEndian.Uint16(post[4:])))
	}
	if slant != 0 {
		flags |= 1 << 6
	}
	if binary.BigEndian.Uint16(head[44:])&1 != 0 {
		stem = 140
	}
	return fmt.Sprintf("/Flags %d /FontBBox [%d %d %d %d] /ItalicAngle %d /Ascent %d /Descent %d /CapHeight %d /StemV %d",
		flags, of(head, 36), of(head, 38), of(head, 40), of(head, 42), slant, of(hhea, 4), of(hhea, 6), of(hhea, 4), stem)
}

// toUnicode tells which character a number stands for, so that text can be searched and
// copied (ISO 32000-1, 9.10.3).
func (t *font) toUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n" +
		"1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	const most = 100 // in one block
	for from := 1; from < len(t.runes); from += most {
		until := min(from+most, len(t.runes))
		fmt.Fprintf(&b, "%d beginbfchar\n", until-from)
		for n := from; n < until; n++ {
			fmt.Fprintf(&b, "<%s> <%s>\n", appendHex(nil, uint16(n)), inUTF16(string(t.runes[n])))
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end")
	return b.Bytes()
}
