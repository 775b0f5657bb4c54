package signature

import (
	"fmt"
	"strings"
	"time"

	"thidua/document"
	pages "thidua/pdf"
	"thidua/refusal"
)

// MarkKind is what shows of a signature.
type MarkKind string

// What NĐ 30/2020/NĐ-CP, Phụ lục I lets show: a person's signature in blue, a body's
// stamp in red at its real size over a third of that signature at its left, both from
// transparent PNG images; and the signature's data at the upper right of the first page,
// size 10, with the time by ISO 8601. That the data alone stand on papers that go with
// another, and that they tell number and symbol, rests on recall.
const (
	Hidden MarkKind = ""
	Person MarkKind = "person"
	Agency MarkKind = "agency"
	Data   MarkKind = "data"
)

// Mark is how a signature shows on a page. Lengths are millimetres from the page's upper
// left corner.
type Mark struct {
	Kind   MarkKind
	Image  []byte  // PNG, of Person and Agency
	Width  float64 // of the image; 0: of a person 45 at most, of a stamp as the image says
	Page   int     // from 1; 0: where the file says that one signs, or the last signature stands
	Left   float64
	Top    float64
	Number string // the paper's number and symbol, of Data; may be empty
}

// box is a place on a page in millimetres from its upper left corner.
type box struct {
	page                     int // from 1
	left, top, width, height float64
}

// drawn is a mark in its place, ready to be drawn.
type drawn struct {
	box
	draw func(*pages.File)
}

const (
	dataSize  = 10   // points
	dataRight = 15.0 // from the right edge: the least right margin
	dataWidth = 80.0 // at most
	dataTop   = 8.0  // from the upper edge: above the text, where page 1 has no number
	dataLine  = dataSize * 1.15 * 25.4 / 72
)

// of places the mark on the paper; nil for one that does not show.
func (m Mark) of(d *pdf, all []sheet, r Request) (*drawn, error) {
	switch m.Kind {
	case Hidden:
		return nil, nil
	case Data:
		return m.data(all, r)
	case Person, Agency:
		return m.image(d, all)
	}
	return nil, refusal.Field("mark", "Chọn cách hiển thị chữ ký.")
}

// vietnam is the time zone of the marks.
var vietnam = time.FixedZone("UTC+7", 7*60*60)

// data is the signature's data at the upper right of the first page.
func (m Mark) data(all []sheet, r Request) (*drawn, error) {
	lines := wrapped(r.Name)
	if m.Number != "" {
		lines = append(lines, wrapped(m.Number)...)
	}
	lines = append(lines, r.At.In(vietnam).Format("2006-01-02T15:04:05-07:00"))
	width := 0.0
	for _, line := range lines {
		width = max(width, document.Measure(line, false, false, dataSize))
	}
	b := box{page: 1, left: all[0].width - dataRight - width, top: dataTop, width: width, height: dataLine * float64(len(lines))}
	if err := b.inside(all[0]); err != nil {
		return nil, err
	}
	return &drawn{b, func(f *pages.File) {
		for i, line := range lines {
			left := width - document.Measure(line, false, false, dataSize)
			f.Text(document.Face(false, false), dataSize, pages.Colour{}, left, dataLine*(float64(i)+0.8), line)
		}
	}}, nil
}

// wrapped breaks a text between words into lines no wider than the data may be.
func wrapped(text string) (lines []string) {
	for _, word := range strings.Fields(text) {
		if n := len(lines); n > 0 && document.Measure(lines[n-1]+" "+word, false, false, dataSize) <= dataWidth {
			lines[n-1] += " " + word
		} else {
			lines = append(lines, word)
		}
	}
	return lines
}

const (
	personWidth = 45.0 // at most, where no width was stated
	personRoom  = 22.0 // the height in which one signs
)

// image is a picture in its place.
func (m Mark) image(d *pdf, all []sheet) (*drawn, error) {
	s, err := scanOf(m)
	if err != nil {
		return nil, err
	}
	b := box{page: m.Page, left: m.Left, top: m.Top, width: m.Width}
	switch {
	case b.width == 0 && m.Kind == Agency && s.real > 0:
		b.width = s.real
	case b.width == 0 && m.Kind == Agency:
		return nil, refusal.Field("width", "Ghi bề ngang thật của dấu (mm): ảnh không nói độ phân giải.")
	case b.width == 0:
		b.width = min(personWidth, personRoom*s.ratio)
	}
	b.height = b.width / s.ratio
	if b.page == 0 {
		if b, err = m.placed(d, all, b); err != nil {
			return nil, err
		}
	}
	if err := b.within(all); err != nil {
		return nil, err
	}
	return &drawn{b, func(f *pages.File) { f.Picture(s.picture, 0, 0, b.width, b.height) }}, nil
}

// placed is where a mark stands by itself: a stamp over a third of the last signature that
// shows, at its left; a signature where the file says that one signs.
func (m Mark) placed(d *pdf, all []sheet, b box) (box, error) {
	if m.Kind == Agency {
		if person, found := d.lastShown(all); found {
			b.page, b.left, b.top = person.page, person.left+person.width/3-b.width, person.top+(person.height-b.height)/2
			return b, nil
		}
	}
	page, x, y, found := d.spot(all)
	if !found {
		return b, refusal.Field("page", "Tệp không nói chỗ ký: ghi trang và vị trí.")
	}
	b.page, b.left, b.top = page, x-b.width/2, y
	return b, nil
}

// within refuses a place that is not wholly on its page.
func (b box) within(all []sheet) error {
	if b.page < 1 || b.page > len(all) {
		return refusal.Field("page", fmt.Sprintf("Tệp có %d trang; ghi trang từ 1 đến %d.", len(all), len(all)))
	}
	if b.width < 5 || b.width > 120 {
		return refusal.Field("width", "Bề ngang từ 5 đến 120 mm.")
	}
	return b.inside(all[b.page-1])
}

func (b box) inside(s sheet) error {
	switch {
	case b.left < 0 || b.left+b.width > s.width:
		return refusal.Field("left", fmt.Sprintf("Hình ra ngoài trang: trang ngang %.0f mm, hình ngang %.0f mm.", s.width, b.width))
	case b.top < 0 || b.top+b.height > s.height:
		return refusal.Field("top", fmt.Sprintf("Hình ra ngoài trang: trang cao %.0f mm, hình cao %.0f mm.", s.height, b.height))
	}
	return nil
}
