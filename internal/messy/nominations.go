// Package messy writes lists as offices really send them, with every trap that
// was met in them, for tests of what takes them in.
package messy

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"thidua/oldfont"
)

// Nominations is the Excel file of a list of so many persons and collectives
// nominated for awards: a title in row 1, heads in rows 3 and 4 with merged
// cells, hidden columns that lead to nothing, leading spaces, headings and
// totals in the middle, ranks where "Ông" or "Bà" belongs, an old font, accents
// that stand apart, numbers as text, days in four styles, rows prepared for
// later, a second and a hidden sheet. The rows at fault are exactly Faulty.
func Nominations(rows int) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Danh sách"
	w := &writer{file: f, sheet: sheet}
	w.do(f.SetSheetName("Sheet1", sheet))
	w.sheets()
	w.heads()
	w.rows(rows)
	if w.err != nil {
		return nil, w.err
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Faulty is how many rows of a list of so many a person must put right: every
// hundredth title is misspelt so that no one can tell what it means, and one
// name is missing.
func Faulty(rows int) int { return rows/100 + min(1, rows/50) }

type writer struct {
	file  *excelize.File
	sheet string
	at    int
	err   error
}

func (w *writer) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) set(column string, row int, value any) {
	w.do(w.file.SetCellValue(w.sheet, fmt.Sprintf("%s%d", column, row), value))
}

// sheets adds the sheet of codes, hidden, and one of remarks.
func (w *writer) sheets() {
	for _, name := range []string{"Mã", "Ghi chú"} {
		_, err := w.file.NewSheet(name)
		w.do(err)
		w.do(w.file.SetCellValue(name, "A1", "Danh mục dùng chung"))
	}
	w.do(w.file.SetSheetVisible("Mã", false))
}

func (w *writer) heads() {
	w.set("A", 1, "DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG NĂM 2014")
	w.do(w.file.MergeCell(w.sheet, "A1", "K1"))
	for column, head := range map[string]string{"A": "STT", "B": "Tên gọi\n(Ông/Bà/Chức danh)", "C": "Tên tập thể/cá nhân/\nhộ gia đình", "D": "Chức vụ", "E": "Đơn vị công tác",
		"F": "Phân loại khen thưởng", "G": "Khen thưởng", "I": "Phân loại đối tượng", "J": "Lĩnh vực hoạt động", "K": "Ngày sinh", "R": "Mã 1", "S": "Mã 2"} {
		w.set(column, 3, head)
		if column != "G" {
			w.do(w.file.MergeCell(w.sheet, column+"3", column+"4"))
		}
	}
	w.do(w.file.MergeCell(w.sheet, "G3", "H3"))
	w.set("G", 4, "Danh hiệu thi đua/Hình thức khen thưởng")
	w.set("H", 4, "Tóm tắt thành tích")
	for i, column := range []string{"A", "B", "C", "D", "E", "F", "G", "H", "I"} {
		w.set(column, 5, fmt.Sprintf("(%d)", i+1))
	}
	w.do(w.file.SetColVisible(w.sheet, "R:S", false))
	w.at = 6
}

var (
	surnames = []string{"Nguyễn", "Lô", "Vi", "Lương", "Trần", "Moong", "Phan", "Lê"}
	middles  = []string{"Văn", "Thị", "Đức", "Thanh", "Hữu"}
	given    = []string{"An", "Bình", "Cường", "Dung", "Hòa", "Hường", "Khánh", "Mai", "Sơn", "Thủy", "Yến"}
	ranks    = []string{"Thượng tá", "Thiếu tá"}
	titles   = []string{"Bằng khen của Chủ tịch UBND tỉnh", "Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", "Giấy khen"}
	together = []string{"Bằng khen của Chủ tịch UBND tỉnh", "Tập thể lao động xuất sắc", "Tập thể lao động tiên tiến", "Giấy khen"}
	days     = []any{"05/01/1975", "5-1-1975", "ngày 05 tháng 01 năm 1975", 27399}
)

func (w *writer) rows(n int) {
	w.heading("I. TẬP THỂ")
	for i := range n {
		if i == n/5 {
			w.total("Tổng cộng tập thể", n/5)
			w.heading("II. CÁ NHÂN")
		}
		w.row(i, i < n/5)
		if i == n/2 {
			w.total("Cộng", 12)
			w.set("D", w.at, "Chức vụ") // the head again, as at the top of a page
			w.set("C", w.at, "Tên tập thể/cá nhân/ hộ gia đình")
			w.at++
		}
	}
	w.total("Tổng cộng", n)
	for range 20 { // prepared for later
		w.set("A", w.at, w.at-5)
		w.failed()
		w.at++
	}
	w.set("H", w.at+2, "NGƯỜI LẬP DANH SÁCH")
}

func (w *writer) heading(text string) {
	w.set("A", w.at, text)
	w.do(w.file.MergeCell(w.sheet, fmt.Sprintf("A%d", w.at), fmt.Sprintf("K%d", w.at)))
	w.at++
}

func (w *writer) total(text string, n int) {
	w.set("C", w.at, text)
	w.set("G", w.at, n)
	w.at++
}

// name writes every tenth name in an old font, and every tenth with its accents
// apart.
func (w *writer) name(i int, name string) {
	switch i % 10 {
	case 3:
		coded, _ := oldfont.Encode(name, oldfont.TCVN3)
		w.set("C", w.at, coded)
		style, err := w.file.NewStyle(&excelize.Style{Font: &excelize.Font{Family: ".VnTime"}})
		w.do(err)
		cell := fmt.Sprintf("C%d", w.at)
		w.do(w.file.SetCellStyle(w.sheet, cell, cell, style))
	case 5:
		w.set("C", w.at, norm.NFD.String(name))
	default:
		w.set("C", w.at, name)
	}
}

// failed fills the hidden columns as look-ups that found nothing do.
func (w *writer) failed() {
	for _, column := range []string{"R", "S"} {
		cell := fmt.Sprintf("%s%d", column, w.at)
		w.do(w.file.SetCellFormula(w.sheet, cell, "VLOOKUP(Z1,Mã!A1:B2,2,0)"))
		w.do(w.file.SetCellValue(w.sheet, cell, "#N/A"))
	}
}

// row writes one nomination.
func (w *writer) row(i int, collective bool) {
	name := fmt.Sprintf("  %s %s %s %s ", surnames[i%8], middles[i/8%5], given[i/40%11], given[i/440%11])
	kind, post := "Khen thưởng cá nhân", "Phó trưởng phòng"
	salutation := []string{"Ông", "Bà", ranks[i%2]}[i%3]
	if collective {
		name, kind, post, salutation = fmt.Sprintf(" Tổ liên gia số %d xã Thanh Lĩnh", i+1), "Khen thưởng tập thể", "", ""
	}
	title := titles[i%4]
	if collective {
		title = together[i%4]
	}
	if i%100 == 99 {
		title = "Khen cấp trên"
	}
	if i == 49 {
		name = " "
	}
	w.set("A", w.at, fmt.Sprint(i+1)) // a number as text
	w.set("B", w.at, salutation)
	w.name(i, name)
	w.set("D", w.at, post)
	w.set("E", w.at, "  UBND huyện Con Cuông")
	w.set("F", w.at, kind)
	w.set("G", w.at, title)
	w.set("H", w.at, "Hoàn thành xuất sắc nhiệm vụ")
	w.set("I", w.at, "Cơ quan Hành chính")
	w.set("J", w.at, "Quản lý Nhà nước")
	w.set("K", w.at, days[i%4])
	w.failed()
	w.at++
}
