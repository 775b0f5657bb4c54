package document

import (
	"fmt"
	"io"
	"testing"

	"thidua/internal/testkit"
)

func benchmarkWrite(b *testing.B, d *Doc, write func(io.Writer, *Doc) error) {
	if err := write(io.Discard, d); err != nil { // the first paper reads the fonts' widths
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := write(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLetterPDF(b *testing.B)           { benchmarkWrite(b, letter(Circular01), WritePDF) }
func BenchmarkLetterDOCX(b *testing.B)          { benchmarkWrite(b, letter(Circular01), WriteDOCX) }
func BenchmarkThousandRowTablePDF(b *testing.B) { benchmarkWrite(b, minutes(Decree30, 1000), WritePDF) }

// BenchmarkWriteXLSX_aHundredThousandRows writes as many columns as the register
// has. It tells the most memory that the whole process held.
func BenchmarkWriteXLSX_aHundredThousandRows(b *testing.B) {
	g := Grid{Title: "Sổ khen thưởng", Columns: make([]GridColumn, 13)}
	for i := range g.Columns {
		g.Columns[i].Name = fmt.Sprintf("Cột %d", i+1)
	}
	g.More = func(yield func([]any) bool) {
		for i := range 100_000 {
			if !yield([]any{fmt.Sprintf("Lô Thị Hoài %d", i), "Cá nhân", "Công chức", "Ủy ban nhân dân huyện Con Cuông", "Chiến sĩ thi đua cơ sở", 2014,
				"Hoàn thành xuất sắc nhiệm vụ được giao", fmt.Sprintf("%d/QĐ-UBND", i/30), "22/11/2014", "Ủy ban nhân dân tỉnh Nghệ An", i%30 + 1, 1_190_000.0, "Có hiệu lực"}) {
				return
			}
		}
	}
	testkit.ForgetMemory()
	for b.Loop() {
		if err := WriteXLSX(io.Discard, g); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(testkit.MostMemory(), "peak-MiB")
}
