package web

import (
	"context"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/store"
)

// persons is a year that proposes somebody, and has something decided for
// another.
const persons = `
thidua: 1
id: nam-thu
cluster: {name: Cụm thi đua thử, kind: cum}
season: "2014"
members:
  - {id: a, name: Huyện A, kind: district, level: district}
conferences: [{kind: closing, date: 2014-11-20}]
votes:
  - {question: Suy tôn bà Người Chờ Xét, conference: 1, method: consensus, unanimous: true, options: [Người Chờ Xét], passed: true}
nominations:
  - {candidate: Người Chờ Xét, kind: person, title: Bằng khen của Chủ tịch UBND tỉnh, reason: Người Chờ Xét có thành tích, vote: 1, status: endorsed}
  - {candidate: Người Đã Quyết, kind: person, title: Bằng khen của Chủ tịch UBND tỉnh, reason: có thành tích, status: decided, decision: {number: 12/QĐ-UBND}}
published_on: 2014-11-20
`

func TestPersons_areNamedOnlyOnceTheirAwardWasDecided(t *testing.T) {
	db := testkit.SQLite(t)
	finish(t, db, record(t, db, persons))
	site := quiet(db)
	for _, path := range []string{"", "/suy-ton", "/hoi-nghi", "/ban-tin"} {
		if said := text(page(t, site, "/nam/nam-thu"+path)); strings.Contains(said, "Chờ Xét") {
			t.Errorf("%s names who is only proposed: %s", path, said)
		}
	}
	said := text(page(t, site, "/nam/nam-thu/suy-ton"))
	for _, want := range []string{"Người Đã Quyết", "Một cá nhân: Bằng khen của Chủ tịch UBND tỉnh", "Được suy tôn"} {
		if !strings.Contains(said, want) {
			t.Errorf("the page lacks %q: %s", want, said)
		}
	}
}

func TestPersons_papersThatNameThemWaitToo(t *testing.T) {
	db := testkit.SQLite(t)
	finish(t, db, record(t, db, persons))
	site := quiet(db)
	for _, file := range []string{"to-trinh.pdf", "bien-ban-hoi-nghi.docx"} {
		if w := get(site, "/nam/nam-thu/van-ban/"+file); w.Code != 404 {
			t.Errorf("%s answers %d", file, w.Code)
		}
	}
	write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE nomination SET status = 'decided'`)
		return err
	})
	for _, file := range []string{"to-trinh.pdf", "bien-ban-hoi-nghi.docx"} {
		if w := get(site, "/nam/nam-thu/van-ban/"+file); w.Code != 200 {
			t.Errorf("%s answers %d once all is decided", file, w.Code)
		}
	}
}
