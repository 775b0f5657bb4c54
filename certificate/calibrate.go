package certificate

import (
	"fmt"
	"io"

	"thidua/pdf"
	"thidua/vi"
)

// hairline draws what is measured.
var hairline = pdf.Pen{Width: 0.1}

// WriteCalibration writes a sheet of the blank's size with crosses at known
// places, told beside each. It is printed, the distances from the edges are
// measured with a ruler, and the difference is the blank's shift: a cross that
// lies 1,5 mm too far left and 2 mm too low gives 1,5 and −2.
func WriteCalibration(w io.Writer, made vi.Day, b Blank) error {
	p := newSheets(made)
	width, height := b.Width.MM(), b.Height.MM()
	p.newPage(width, height)
	p.ruler(width, height)
	for _, at := range Crosses(b) {
		x, y := at[0].MM(), at[1].MM()
		p.file.Line(hairline, x-5, y, x+5, y)
		p.file.Line(hairline, x, y-5, x, y+5)
		p.text(fmt.Sprintf("trái %s mm, trên %s mm", at[0], at[1]), pdf.Colour{}, x+1, y-1, 8, false, false)
	}
	p.text("Trang căn chỉnh: "+b.Name, pdf.Colour{}, 60, 30, 14, true, false)
	p.text(fmt.Sprintf("Khổ %s × %s mm. In đúng cỡ thật (100 %%), không thu phóng.", b.Width, b.Height), pdf.Colour{}, 60, 37, 11, false, false)
	p.text("Đo từ mép giấy bên trái và mép trên đến tâm các dấu chữ thập.", pdf.Colour{}, 60, 43, 11, false, false)
	p.text("Độ lệch ghi vào phôi = số mm ghi cạnh dấu trừ số mm đo được.", pdf.Colour{}, 60, 49, 11, false, false)
	if _, err := p.file.WriteTo(w); err != nil {
		return fmt.Errorf("certificate: calibration: %w", err)
	}
	return nil
}

// Crosses are where the calibration sheet has its marks.
func Crosses(b Blank) (all [][2]Length) {
	for _, x := range []Length{100, 500, b.Width - 500} {
		for _, y := range []Length{100, 600, b.Height - 500} {
			all = append(all, [2]Length{x, y})
		}
	}
	return all
}

// ruler draws millimetres along the upper and the left edge, every tenth longer.
func (p *sheets) ruler(width, height float64) {
	long := func(mm int) float64 {
		if mm%10 == 0 {
			return 4
		}
		return 2
	}
	for mm := 0; float64(mm) <= width; mm++ {
		p.file.Line(hairline, float64(mm), 0, float64(mm), long(mm))
	}
	for mm := 0; float64(mm) <= height; mm++ {
		p.file.Line(hairline, 0, float64(mm), long(mm), float64(mm))
	}
}
