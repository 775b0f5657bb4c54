package evidence

import (
	"bytes"
	"encoding/binary"
	"image"
)

// orientation is how a camera held sideways marked its picture, 1 to 8 (Exif
// 2.32, tag 0x0112); 1, upright, where nothing says otherwise.
func orientation(file []byte) int {
	at := bytes.Index(file[:min(len(file), 64<<10)], []byte("Exif\x00\x00"))
	if at < 0 {
		return 1
	}
	t := tiff{data: file[at+6:], order: binary.LittleEndian}
	if bytes.HasPrefix(t.data, []byte("MM")) {
		t.order = binary.BigEndian
	}
	first := int(t.u32(4))
	for i := range int(t.u16(first)) {
		entry := first + 2 + 12*i
		if entry < 0 || entry > len(t.data) {
			break
		}
		if o := int(t.u16(entry + 8)); t.u16(entry) == 0x0112 && 1 <= o && o <= 8 {
			return o
		}
	}
	return 1
}

// tiff reads numbers from Exif's table; what lies outside it is 0.
type tiff struct {
	data  []byte
	order binary.ByteOrder
}

func (t tiff) u16(at int) uint16 {
	if at < 0 || at+2 > len(t.data) {
		return 0
	}
	return t.order.Uint16(t.data[at:])
}

func (t tiff) u32(at int) uint32 {
	if at < 0 || at+4 > len(t.data) {
		return 0
	}
	return t.order.Uint32(t.data[at:])
}

// upright turns the picture as its camera asked.
func upright(p *image.RGBA, o int) *image.RGBA {
	if o == 1 {
		return p
	}
	w, h := p.Rect.Dx(), p.Rect.Dy()
	tw, th := w, h
	if o >= 5 {
		tw, th = h, w
	}
	to := image.NewRGBA(image.Rect(0, 0, tw, th))
	for y := range h {
		for x := range w {
			tx, ty := turned(o, x, y, w, h)
			to.SetRGBA(tx, ty, p.RGBAAt(x, y))
		}
	}
	return to
}

// turned is where the point of a picture w × h lands.
func turned(o, x, y, w, h int) (int, int) {
	switch o {
	case 2:
		return w - 1 - x, y
	case 3:
		return w - 1 - x, h - 1 - y
	case 4:
		return x, h - 1 - y
	case 5:
		return y, x
	case 6:
		return h - 1 - y, x
	case 7:
		return h - 1 - y, w - 1 - x
	case 8:
		return y, w - 1 - x
	}
	return x, y
}
