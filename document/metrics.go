package document

import (
	"embed"
	"sync"

	"thidua/pdf"
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

var faceFiles = [faceCount]string{"Regular", "Bold", "Italic", "BoldItalic"}

const (
	mmPerPoint = 25.4 / 72
	// The font's own line, ascent and descent as parts of its size (its hhea table, the same as Times New Roman's).
	lineOfSize   = 0.891 + 0.216 + 0.042
	ascentOfSize = 0.891
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

// faces are the cuts, read once.
var faces = sync.OnceValue(func() (all [faceCount]*pdf.Face) {
	for f, name := range faceFiles {
		file, err := fontFiles.ReadFile("font/LiberationSerif-" + name + ".ttf")
		if err != nil {
			panic(err) // the files are part of the program
		}
		if all[f], err = pdf.NewFace(file); err != nil {
			panic(err)
		}
	}
	return all
})

// Face is a cut of the papers' typeface for what is drawn elsewhere, such as a
// certificate.
func Face(bold, italic bool) *pdf.Face { return faces()[faceOf(bold, italic)] }

// Measure is the width of a text in that typeface in millimetres; size is in
// points.
func Measure(text string, bold, italic bool, size float64) float64 {
	return measure(text, faceOf(bold, italic), size)
}

// measure is the width of a text in millimetres at a size in points.
func measure(text string, f face, size float64) float64 {
	face, sum := faces()[f], 0
	for _, r := range text {
		sum += face.Width(r)
	}
	return float64(sum) / 1000 * size * mmPerPoint
}

// lineHeight is the height of one line of a style in millimetres.
func (s style) lineHeight() float64 { return s.size * lineOfSize * s.line * mmPerPoint }
