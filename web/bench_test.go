package web

import (
	"net/http"
	"testing"

	"thidua/internal/testkit"
	"thidua/vi"
)

// BenchmarkPage is one page from the request to its last compressed byte, on
// SQLite. A reader should never wait longer than 20 ms for it.
func BenchmarkPage(b *testing.B) {
	db := testkit.SQLite(b)
	demo(b, db)
	site := quiet(db)
	for _, a := range append(addresses, struct{ path, heading string }{"/van-ban/bien-ban-hoi-nghi.pdf", ""}) {
		b.Run("year"+a.path, func(b *testing.B) { open(b, site, demoYear+a.path) })
	}
	b.Run("list", func(b *testing.B) { open(b, site, "/") })
}

// BenchmarkLargePage is the pages that compute, on a year of seven units, 230
// criteria and all stages.
func BenchmarkLargePage(b *testing.B) {
	db := testkit.SQLite(b)
	record(b, db, read(b, "../testdata/seasons/cum-mau-7-don-vi.yaml"))
	publishedOn(b, db, vi.MustDay("2014-11-01"))
	site := quiet(db)
	address := attr(find(page(b, site, "/"), "main li a")[0], "href")
	unit := attr(find(page(b, site, address+"/xep-hang"), "tbody a")[0], "href")
	why := attr(find(page(b, site, unit), "tbody a")[0], "href")
	for name, path := range map[string]string{"ranking": address + "/xep-hang", "sheet": unit, "why": why, "targets": address + "/chi-tieu"} {
		b.Run(name, func(b *testing.B) { open(b, site, path) })
	}
}

// BenchmarkFirstSheet is the sheet of that year for the first reader after a
// change, when the whole cluster is computed anew.
func BenchmarkFirstSheet(b *testing.B) {
	db := testkit.SQLite(b)
	record(b, db, read(b, "../testdata/seasons/cum-mau-7-don-vi.yaml"))
	publishedOn(b, db, vi.MustDay("2014-11-01"))
	site := quiet(db)
	address := attr(find(page(b, site, "/"), "main li a")[0], "href")
	unit := attr(find(page(b, site, address+"/xep-hang"), "tbody a")[0], "href")
	for b.Loop() {
		b.StopTimer()
		amend(b, db, "", "")
		b.StartTimer()
		get(site, unit)
	}
}

func open(b *testing.B, site http.Handler, address string) {
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		w := get(site, address, "Accept-Encoding", "gzip")
		if w.Code != http.StatusOK {
			b.Fatalf("%s answers %d", address, w.Code)
		}
		size = w.Body.Len()
	}
	b.ReportMetric(float64(size), "bytes-sent")
}
