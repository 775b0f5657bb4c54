package certificate

import (
	"fmt"

	"github.com/boombuler/barcode/qr"
)

// quiet is the free margin around a QR code, in modules (ISO/IEC 18004).
const quiet = 4

// Matrix are the modules of a QR code, row by row; true is dark.
type Matrix [][]bool

// MatrixOf writes a text as a QR code that is still read when about 15 % of it
// is damaged (level M).
func MatrixOf(text string) (Matrix, error) {
	code, err := qr.Encode(text, qr.M, qr.Auto)
	if err != nil {
		return nil, fmt.Errorf("certificate: qr: %w", err)
	}
	side := code.Bounds().Dx()
	m := make(Matrix, side)
	for y := range m {
		m[y] = make([]bool, side)
		for x := range m[y] {
			r, _, _, _ := code.At(x, y).RGBA()
			m[y][x] = r == 0
		}
	}
	return m, nil
}

// Box is a dark rectangle of a code in millimetres.
type Box struct{ X, Y, Width, Height float64 }

// Boxes are the dark modules of a code within a square of that side, its margin
// included; neighbours in a row are one box.
func (m Matrix) Boxes(x, y, side float64) (all []Box) {
	module := side / float64(len(m)+2*quiet)
	for row := range m {
		for from := 0; from < len(m); from++ {
			to := from
			for to < len(m) && m[row][to] {
				to++
			}
			if to > from {
				all = append(all, Box{x + float64(quiet+from)*module, y + float64(quiet+row)*module, float64(to-from) * module, module})
				from = to
			}
		}
	}
	return all
}
