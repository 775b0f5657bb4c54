package document

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestWriteGridForm_showsLongTextsWhole(t *testing.T) {
	var b bytes.Buffer
	g := GridForm{Mark: "m", Hidden: 1, Remarks: []string{"Đề nghị khen thưởng", "Chỉ ghi vào ô có nền vàng, giữ nguyên các cột và dòng."},
		Columns: []GridColumn{{Name: "Mã"}, {Name: "Đối tượng được đề nghị", Width: 12}, {Name: "Lý do", Width: 20}},
		Rows: [][]FormCell{
			{{Value: strings.Repeat("khóa ẩn ", 90)}, {Value: "Ngắn"}, {Open: true}},
			{{Value: "b"}, {Value: "Ngắn"}, {Value: strings.Repeat("chữ ", 14), Open: true}},
			{{Value: "c"}, {Value: "Ngắn"}, {Value: strings.Repeat("chữ ", 400), Open: true}},
			{{Value: "d"}, {Value: "Nhóm tiêu chí có tên dài hơn cột của nó", Strong: true}, {}}}}
	if err := WriteGridForm(&b, g); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	first := g.HeadRow() + 1
	for row, want := range map[int]float64{2: 15, 3: 15, g.HeadRow(): 30, first: 15, first + 1: 45, first + 2: 180, first + 3: 15} {
		if got, err := f.GetRowHeight("Phiếu", row); err != nil || got != want {
			t.Errorf("row %d is %v points tall, want %v (%v)", row, got, want, err)
		}
	}
	for cell, wraps := range map[string]bool{"B2": false, "B3": false, "B4": true, "C5": true, "B8": false} {
		id, err := f.GetCellStyle("Phiếu", cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if style.Alignment.WrapText != wraps {
			t.Errorf("%s wraps: %v", cell, style.Alignment.WrapText)
		}
	}
}
