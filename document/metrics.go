package document

import (
	"embed"
	"sync"

	"codeberg.org/go-pdf/fpdf"
)

// Liberation Serif has the widths of Times New Roman, so that what is measured and printed with it also
// holds for the Word file that names Times New Roman. Its licence is font/OFL.txt.
//
//go:embed font/*.ttf
var fontFiles embed.FS

// face is one cut of the typeface: bold and italic as two bits.
type face int

const (
	boldFace face = 1 << iota
	italicFace
	faceCount = 4
)

var (
	faceFiles  = [faceCount]string{"Regular", "Bold", "Italic", "BoldItalic"}
	faceStyles = [faceCount]string{"", "B", "I", "BI"}
)

const (
	fontFamily = "LiberationSerif"
	mmPerPoint = 25.4 / 72
	// The font's own line, ascent and descent as parts of its size (its hhea table, the same as Times New Roman's).
	lineOfSize   = 0.891 + 0.216 + 0.042
	ascentOfSize = 0.891
	// lastMeasured bounds the table of widths: Latin, Vietnamese, Greek, Cyrillic, punctuation and arrows lie below.
	lastMeasured = 0x2FFF
)

func faceOf(bold, italic bool) face {
	var f face
	if bold {
		f |= boldFace
	}
	if italic {
		f |= italicFace
	}
	return f
}

// addFace makes a face ready for use in a PDF.
func addFace(pdf *fpdf.Fpdf, f face) {
	file, err := fontFiles.ReadFile("font/LiberationSerif-" + faceFiles[f] + ".ttf")
	if err != nil {
		pdf.SetError(err)
		return
	}
	pdf.AddUTF8FontFromBytes(fontFamily, faceStyles[f], file)
}

// advances holds the width of each character of each face in thousandths of the size, read once.
var advances = sync.OnceValue(func() *[faceCount][lastMeasured + 1]uint16 {
	var table [faceCount][lastMeasured + 1]uint16
	pdf := fpdf.New("P", "mm", "A4", "")
	for f := range face(faceCount) {
		addFace(pdf, f)
		pdf.SetFont(fontFamily, faceStyles[f], 10)
		for r := range table[f] {
			table[f][r] = uint16(pdf.GetStringSymbolWidth(string(rune(r))))
		}
	}
	return &table
})

// measure is the width of a text in millimetres at a size in points.
func measure(text string, f face, size float64) float64 {
	table, sum := &advances()[f], 0
	for _, r := range text {
		if r <= lastMeasured {
			sum += int(table[r])
		} else {
			sum += 1000
		}
	}
	return float64(sum) / 1000 * size * mmPerPoint
}

// lineHeight is the height of one line of a style in millimetres.
func (s style) lineHeight() float64 { return s.size * lineOfSize * s.line * mmPerPoint }
