package signature

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"

	pages "thidua/pdf"
	"thidua/refusal"
)

const (
	mostImage       = 2 << 20 // bytes
	mostImagePixels = 4 << 20
	// The shades and shares below are ours: the decree says blue, red and transparent.
	leastClear  = 0.2 // of the pixels let the paper shine through
	leastShade  = 0.9 // of the drawn pixels have the colour
	drawnAlpha  = 128
	clearAlpha  = 16
	shadeAbove  = 24 // by which the colour's own channel lies above the others
	metreInMM   = 1000.0
	physicalLen = 9
)

// scan is the image of a signature or a stamp.
type scan struct {
	picture *pages.Picture
	ratio   float64 // width to height
	real    float64 // its width in millimetres as the file says; 0 where it says nothing
}

// scanOf reads a mark's image and holds it to the decree: PNG, transparent, blue or red.
func scanOf(m Mark) (scan, error) {
	wrong := func(why string) (scan, error) { return scan{}, refusal.Field("image", why) }
	if len(m.Image) == 0 {
		return wrong("Chưa chọn ảnh.")
	}
	config, err := png.DecodeConfig(bytes.NewReader(m.Image))
	switch {
	case err != nil:
		return wrong("Ảnh phải là tệp PNG.")
	case len(m.Image) > mostImage || config.Width*config.Height > mostImagePixels:
		return wrong("Ảnh lớn quá: nhiều nhất 2 MB và 4 triệu điểm ảnh.")
	}
	img, err := png.Decode(bytes.NewReader(m.Image))
	if err != nil {
		return wrong("Tệp PNG bị hỏng.")
	}
	if why := fault(img, m.Kind); why != "" {
		return wrong(why)
	}
	picture, err := pages.NewPicture(m.Image)
	if err != nil {
		return wrong("Tệp PNG bị hỏng.")
	}
	return scan{picture, float64(config.Width) / float64(config.Height), realWidth(m.Image, config.Width)}, nil
}

// fault says what the decree does not want of an image.
func fault(img image.Image, kind MarkKind) string {
	clear, inked, shaded, b := 0, 0, 0, img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			if c.A < clearAlpha {
				clear++
			}
			if c.A >= drawnAlpha {
				inked++
				if kind.has(c) {
					shaded++
				}
			}
		}
	}
	switch {
	case float64(clear) < leastClear*float64(b.Dx()*b.Dy()):
		return "Nền ảnh phải trong suốt."
	case inked == 0:
		return "Ảnh không có nét nào."
	case float64(shaded) < leastShade*float64(inked) && kind == Agency:
		return "Ảnh dấu phải màu đỏ."
	case float64(shaded) < leastShade*float64(inked):
		return "Ảnh chữ ký phải màu xanh."
	}
	return ""
}

// has tells whether a pixel has the colour of the mark.
func (k MarkKind) has(c color.NRGBA) bool {
	red, green, blue := int(c.R), int(c.G), int(c.B)
	if k == Agency {
		return red >= green+shadeAbove && red >= blue+shadeAbove
	}
	return blue >= red+shadeAbove && blue >= green
}

// realWidth is the width that the PNG says it has (PNG, 11.3.5.3, pHYs).
func realWidth(file []byte, pixels int) float64 {
	at := bytes.Index(file, []byte("pHYs"))
	if at < 0 || len(file) < at+4+physicalLen || file[at+4+8] != 1 {
		return 0
	}
	perMetre := binary.BigEndian.Uint32(file[at+4:])
	if perMetre == 0 {
		return 0
	}
	return float64(pixels) / float64(perMetre) * metreInMM
}
