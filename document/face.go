package document

import "codeberg.org/go-pdf/fpdf"

// UseFace sets the papers' typeface in a PDF that is drawn elsewhere, such as a
// certificate; size is in points. The caller remembers in loaded what the PDF
// already has.
func UseFace(pdf *fpdf.Fpdf, loaded map[int]bool, bold, italic bool, size float64) {
	f := faceOf(bold, italic)
	if !loaded[int(f)] {
		addFace(pdf, f)
		loaded[int(f)] = true
	}
	pdf.SetFont(fontFamily, faceStyles[f], size)
}

// Measure is the width of a text in that typeface in millimetres; size is in
// points.
func Measure(text string, bold, italic bool, size float64) float64 {
	return measure(text, faceOf(bold, italic), size)
}
