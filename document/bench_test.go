package document

import (
	"io"
	"testing"
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
