package bundle

import (
	"io"
	"testing"

	"thidua/internal/testkit"
)

// BenchmarkSeason streams the package of a season of 5,000 dossiers of five
// files each. It tells the most memory that the process held, which does not grow
// with the number of dossiers.
func BenchmarkSeason(b *testing.B) {
	file := make([]byte, 200<<10) // a scanned page or two
	var d Dossier
	d.Candidate, d.Award, d.Office, d.Day = "Huyện Con Cuông", "Cờ thi đua của Chính phủ", "CỤM THI ĐUA", day
	for _, title := range []string{"Tờ trình", "Báo cáo thành tích", "Biên bản bình xét", "Kết quả bỏ phiếu", "Ý kiến hiệp y, xác nhận"} {
		d.Papers = append(d.Papers, filed(title, title+".pdf", "pdf", file))
	}
	testkit.ForgetMemory()
	for b.Loop() {
		z := NewZip(io.Discard)
		for i := range 5000 {
			if err := z.Add(Folder(i+1, d.title()), d); err != nil {
				b.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(testkit.MostMemory(), "peak-MiB")
}
