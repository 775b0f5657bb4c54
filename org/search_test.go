package org_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// renamed is the small province after a district was ended and a commune got
// another name.
func renamed(t *testing.T, db *store.DB) {
	take(t, db, strings.NewReader(small), "2014-12-31")
	add(t, db, org.Unit{Name: "Sở Văn hóa, Thể thao và Du lịch"})
	add(t, db, org.Unit{Name: "Hội Làm vườn", Until: vi.MustDay("2013-01-01")})
	write(t, db, func(tx *store.Tx) error {
		u, err := org.ByCode(ctx, tx, "17239", today)
		if err != nil {
			return err
		}
		return org.Rename(ctx, tx, admin, today, org.NewName{Unit: u.ID, On: vi.MustDay("2020-01-01"), Name: "Xã Mường Quạ"})
	})
}

func TestSearch_narrowsSortsAndPages(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		renamed(t, db)
		day := vi.MustDay("2021-01-01")
		var province, district string
		read(t, db, func(tx *store.Tx) error {
			p, err := org.ByCode(ctx, tx, "40", day)
			province = p.ID
			if err != nil {
				return err
			}
			d, err := org.ByCode(ctx, tx, "422", day)
			district = d.ID
			return err
		})
		for _, c := range []struct {
			name string
			seek org.Seek
			want string
		}{
			{"everything in Vietnamese order", org.Seek{}, "Anh Sơn, Bình Chuẩn, Con Cuông, Hội Làm vườn, Mường Quạ, Nghệ An, Sở Văn hóa, Thể thao và Du lịch, Thọ Sơn"},
			{"without accents", org.Seek{Text: "con cuong"}, "Con Cuông"},
			{"with the kind", org.Seek{Text: "huyện CON cuông"}, "Con Cuông"},
			{"a part of a name", org.Seek{Text: "sơn"}, "Anh Sơn, Thọ Sơn"},
			{"a name it bore before", org.Seek{Text: "Mậu Đức"}, "Mường Quạ"},
			{"by code", org.Seek{Text: "172"}, "Bình Chuẩn, Mường Quạ"},
			{"nothing of the kind", org.Seek{Text: "Sài Gòn"}, ""},
			{"signs alone", org.Seek{Text: "%_'"}, ""},
			{"a level", org.Seek{Level: org.LevelDistrict}, "Anh Sơn, Con Cuông"},
			{"below a province at any depth", org.Seek{Under: province, Level: org.LevelCommune}, "Bình Chuẩn, Mường Quạ, Thọ Sơn"},
			{"below a district", org.Seek{Under: district}, "Bình Chuẩn, Mường Quạ"},
			{"below nobody", org.Seek{Under: "x' OR true --"}, ""},
			{"those that ended", org.Seek{State: org.Ended}, "Hội Làm vườn"},
			{"those that live, by code from the last", org.Seek{State: org.Living, Level: org.LevelCommune, Sort: "code", Desc: true}, "Thọ Sơn, Mường Quạ, Bình Chuẩn"},
			{"an order that is none", org.Seek{Sort: "1; DROP TABLE unit", Level: org.LevelDistrict}, "Anh Sơn, Con Cuông"},
			{"the second page", org.Seek{Limit: 2, Offset: 2}, "Con Cuông, Hội Làm vườn"},
		} {
			read(t, db, func(tx *store.Tx) error {
				page, total, err := org.Search(ctx, tx, c.seek, day)
				var names []string
				for _, f := range page {
					names = append(names, f.ShortName)
				}
				if got := strings.Join(names, ", "); got != c.want {
					t.Errorf("%s: %s, want %s", c.name, got, c.want)
				}
				if c.seek.Limit == 0 && total != len(page) || c.seek.Limit > 0 && total != 8 {
					t.Errorf("%s: %d in all", c.name, total)
				}
				return err
			})
		}
		read(t, db, func(tx *store.Tx) error {
			page, _, err := org.Search(ctx, tx, org.Seek{Text: "Thọ Sơn"}, day)
			if page[0].ParentName != "Huyện Anh Sơn" {
				t.Errorf("%+v", page)
			}
			return err
		})
	})
}

func TestNamed_findsTheOneThatIsMeant(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		renamed(t, db)
		write(t, db, func(tx *store.Tx) error {
			for code, parent := range map[string]string{"17999": "422", "17998": "424"} {
				p, err := org.ByCode(ctx, tx, parent, vi.MustDay("2014-12-31"))
				if err != nil {
					return err
				}
				if _, err := org.Add(ctx, tx, admin, today, org.Unit{Name: "Xã Hoa Sơn", Code: code, Parent: p.ID}); err != nil {
					return err
				}
			}
			return nil
		})
		for written, want := range map[string]string{
			"422": "422", "con cuong": "422", "Huyện Con Cuông": "422", " xã  Hoa Sơn (17999) ": "17999",
			"Xã Hoa Sơn, huyện Anh Sơn": "17998", "hoa son, con cuong": "17999", "Sở Văn hóa, Thể thao và Du lịch": "",
		} {
			read(t, db, func(tx *store.Tx) error {
				u, err := org.Named(ctx, tx, "members", written, vi.MustDay("2014-12-31"))
				if err == nil && (u.ID == "" || u.Code != want) {
					t.Errorf("%q is %+v", written, u)
				}
				return err
			})
		}
		for written, says := range map[string]string{
			"Xã Hoa Sơn": "Có 2 đơn vị tên “Xã Hoa Sơn”", "99999": "mã “99999”", "Sài Gòn": "Không có đơn vị nào tên “Sài Gòn”",
			"Xã Hoa Sơn, Nghệ An": "Không có đơn vị nào", "a\u202eb": "U+202E", "": "Không có đơn vị nào", ",,,": "Không có đơn vị nào",
		} {
			read(t, db, func(tx *store.Tx) error {
				u, err := org.Named(ctx, tx, "members", written, vi.MustDay("2014-12-31"))
				if e := refusal.Of(err); e == nil || e.Kind != refusal.Invalid || e.Field != "members" || !strings.Contains(e.Sentence, says) {
					t.Errorf("%q: %+v %v", written, u, err)
				}
				return nil
			})
		}
	})
}

func TestUpload_isImportedOnceByWhoeverSentIt(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		sender, other := admin, admin
		sender.Person, other.Person = "p1", "p2"
		day := vi.MustDay("2014-12-31")
		var id string
		write(t, db, func(tx *store.Tx) (err error) {
			id, err = org.Receive(ctx, tx, sender, "danh mục.csv", []byte(small), day)
			return err
		})
		read(t, db, func(tx *store.Tx) error {
			u, err := org.Received(ctx, tx, sender, id)
			if err != nil {
				return err
			}
			report, err := org.Preview(ctx, tx, u.List(), u.AsOf)
			if report.Added != 6 || u.File != "danh mục.csv" {
				t.Errorf("%+v %+v", report, u)
			}
			if _, err := org.Received(ctx, tx, other, id); !refusal.Is(err, refusal.NotFound) {
				t.Errorf("another person: %v", err)
			}
			if _, total, _ := org.Search(ctx, tx, org.Seek{}, day); total != 0 {
				t.Errorf("a preview recorded %d units", total)
			}
			return err
		})
		if err := db.Write(ctx, func(tx *store.Tx) error { _, err := org.Confirm(ctx, tx, other, day, id); return err }); !refusal.Is(err, refusal.NotFound) {
			t.Errorf("another person confirms: %v", err)
		}
		write(t, db, func(tx *store.Tx) error {
			report, err := org.Confirm(ctx, tx, sender, day, id)
			if report.Added != 6 {
				t.Errorf("%+v", report)
			}
			return err
		})
		if err := db.Write(ctx, func(tx *store.Tx) error { _, err := org.Confirm(ctx, tx, sender, day, id); return err }); !refusal.Is(err, refusal.NotFound) {
			t.Errorf("confirmed twice: %v", err)
		}
	})
}

func TestReceive_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		day := vi.MustDay("2014-12-31")
		officer := access.Actor{Role: access.EmulationOfficer, Unit: "x", Person: "o"}
		for name, c := range map[string]struct {
			by   access.Actor
			list string
			day  vi.Day
			kind refusal.Kind
		}{
			"an officer":            {officer, small, day, refusal.NotAllowed},
			"no day":                {admin, small, vi.Day{}, refusal.Invalid},
			"no list":               {admin, "", day, refusal.Invalid},
			"a program":             {admin, "MZ\x90\x00\x03", day, refusal.Invalid},
			"a code that is none":   {admin, head + "x,Tỉnh Nghệ An,1,,Tỉnh\n", day, refusal.Invalid},
			"a list of later units": {admin, head + "422,Huyện Con Cuông,2,40,Huyện\n", vi.MustDay("2025-07-01"), refusal.Invalid},
		} {
			err := db.Write(ctx, func(tx *store.Tx) error {
				_, err := org.Receive(ctx, tx, c.by, "a.csv", []byte(c.list), c.day)
				return err
			})
			if !refusal.Is(err, c.kind) {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestReceive_keepsOnlyTheLatestOfAPerson(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		by := admin
		by.Person = "p1"
		var ids []string
		for range 5 {
			write(t, db, func(tx *store.Tx) error {
				id, err := org.Receive(ctx, tx, by, "a.csv", []byte(small), vi.MustDay("2014-12-31"))
				ids = append(ids, id)
				return err
			})
		}
		var waiting []bool
		read(t, db, func(tx *store.Tx) error {
			for _, id := range ids {
				_, err := org.Received(ctx, tx, by, id)
				waiting = append(waiting, err == nil)
			}
			return nil
		})
		if !slices.Equal(waiting, []bool{false, false, true, true, true}) {
			t.Errorf("%v", waiting)
		}
	})
}
