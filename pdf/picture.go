package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
)

// Picture is an image as it stands on pages.
type Picture struct {
	Width, Height int // pixels
	entries       string
	content       []byte // packed
	alpha         []byte // packed, one byte a pixel; nil where nothing shines through
}

// mostPixels bounds what a picture unfolds to.
const mostPixels = 64 << 20

// NewPicture reads a PNG or JPEG of at most 64 million pixels. A JPEG goes into the file
// as it is.
func NewPicture(file []byte) (*Picture, error) {
	if config, err := jpeg.DecodeConfig(bytes.NewReader(file)); err == nil {
		space := "/DeviceRGB"
		switch config.ColorModel {
		case color.GrayModel:
			space = "/DeviceGray"
		case color.CMYKModel:
			space = "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]" // as the programs that write them do: upside down
		}
		return &Picture{Width: config.Width, Height: config.Height, content: file, entries: "/ColorSpace " + space + " /Filter /DCTDecode"}, nil
	}
	if config, err := png.DecodeConfig(bytes.NewReader(file)); err == nil && config.Width*config.Height > mostPixels {
		return nil, fmt.Errorf("pdf: %d × %d pixels are too many", config.Width, config.Height)
	}
	img, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("pdf: neither JPEG nor PNG: %w", err)
	}
	return unpacked(img), nil
}

func unpacked(img image.Image) *Picture {
	b := img.Bounds()
	colours, alpha, clear := make([]byte, 0, 3*b.Dx()*b.Dy()), make([]byte, 0, b.Dx()*b.Dy()), false
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA)
			colours, alpha = append(colours, c.R, c.G, c.B), append(alpha, c.A)
			clear = clear || c.A != 0xFF
		}
	}
	p := &Picture{Width: b.Dx(), Height: b.Dy(), content: packed(colours), entries: "/ColorSpace /DeviceRGB /Filter /FlateDecode"}
	if clear {
		p.alpha = packed(alpha)
	}
	return p
}

// Picture puts a picture on the page with its upper left corner at x, y.
func (f *File) Picture(p *Picture, x, y, width, height float64) {
	page := f.page
	f.enter(f.mark)
	page.content = append(page.content, "q "...)
	page.numbers("", width*pointsPerMM, 0, 0, height*pointsPerMM, x*pointsPerMM, (page.height-y-height)*pointsPerMM)
	page.content = fmt.Appendf(page.content, "cm /I%d Do Q\n", f.pictureNumber(p))
}

func (f *File) pictureNumber(p *Picture) int {
	for i, known := range f.pictures {
		if known == p {
			return i + 1
		}
	}
	f.pictures = append(f.pictures, p)
	return len(f.pictures)
}

func (f *File) writePicture(p *Picture) (id int) {
	id = f.reserve()
	entries := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 ", p.Width, p.Height)
	if p.alpha == nil {
		f.packed(id, entries+p.entries, p.content)
		return id
	}
	mask := f.reserve()
	f.packed(mask, entries+"/ColorSpace /DeviceGray /Filter /FlateDecode", p.alpha)
	f.packed(id, entries+p.entries+fmt.Sprintf(" /SMask %d 0 R", mask), p.content)
	return id
}
