package cluster_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/cluster"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

var (
	ctx  = context.Background()
	body = access.Actor{Name: "Sở Nội vụ tỉnh Nghệ An", Role: access.StandingBody}
	day  = vi.MustDay("2014-01-15")
)

func write(t *testing.T, db *store.DB, work func(tx *store.Tx) error) {
	t.Helper()
	if err := db.Write(ctx, work); err != nil {
		t.Fatal(err)
	}
}

// addUnits records units by name and returns their ids.
func addUnits(t *testing.T, db *store.DB, names ...string) (ids []string) {
	t.Helper()
	write(t, db, func(tx *store.Tx) error {
		ids = nil
		for _, name := range names {
			id, err := org.Add(ctx, tx, body, day, org.Unit{Name: name})
			if err != nil {
				return err
			}
			ids = append(ids, id)
		}
		return nil
	})
	return ids
}

func setUp(t *testing.T, db *store.DB, c cluster.Cluster) (id string) {
	t.Helper()
	write(t, db, func(tx *store.Tx) (err error) {
		id, err = cluster.SetUp(ctx, tx, body, day, c)
		return err
	})
	return id
}

func enrol(t *testing.T, db *store.DB, e cluster.Enrolment) {
	t.Helper()
	write(t, db, func(tx *store.Tx) error { return cluster.Enrol(ctx, tx, body, day, e) })
}

func TestRoster_isTheYearAsItWasEnrolled(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		ids := addUnits(t, db, "Huyện Kỳ Sơn", "Huyện Tương Dương", "Huyện Con Cuông", "Huyện Anh Sơn", "Huyện Thanh Chương", "Sở Nội vụ")
		id := setUp(t, db, cluster.Cluster{Name: " Cụm  thi đua đường 7", Level: "tỉnh", Province: "Nghệ An", StandingBody: ids[5]})
		enrol(t, db, cluster.Enrolment{Cluster: id, Label: "2014", Members: ids[:5], Head: ids[4], Deputy: ids[2], SampleRoles: true})
		var roster []cluster.Member
		var c cluster.Cluster
		counting, statements := store.CountStatements(ctx)
		if err := db.Read(ctx, func(tx *store.Tx) (err error) {
			if c, err = cluster.ByID(ctx, tx, id); err != nil {
				return err
			}
			roster, err = cluster.Roster(counting, tx, id, "2014")
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if c.Name != "Cụm thi đua đường 7" || c.Kind != cluster.Cum || c.StandingBody != ids[5] || c.Province != "Nghệ An" {
			t.Errorf("the cluster reads %+v", c)
		}
		want := []cluster.Member{
			{ids[0], "Huyện Kỳ Sơn", "Kỳ Sơn", org.KindDistrict, cluster.Plain, 1, false},
			{ids[1], "Huyện Tương Dương", "Tương Dương", org.KindDistrict, cluster.Plain, 2, false},
			{ids[2], "Huyện Con Cuông", "Con Cuông", org.KindDistrict, cluster.Deputy, 3, true},
			{ids[3], "Huyện Anh Sơn", "Anh Sơn", org.KindDistrict, cluster.Plain, 4, false},
			{ids[4], "Huyện Thanh Chương", "Thanh Chương", org.KindDistrict, cluster.Head, 5, true},
		}
		if !slices.Equal(roster, want) || *statements != 1 {
			t.Errorf("in %d statements the roster reads\n%+v", *statements, roster)
		}
	})
}

func TestRoster_namesTheUnitsAsInItsYear(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		ids := addUnits(t, db, "Thị xã Thái Hòa", "Huyện Nghĩa Đàn")
		write(t, db, func(tx *store.Tx) error {
			return org.Rename(ctx, tx, body, day, org.NewName{Unit: ids[0], On: vi.MustDay("2016-03-01"), Name: "Thành phố Thái Hòa"})
		})
		id := setUp(t, db, cluster.Cluster{Name: "Cụm thi đua số 2"})
		for _, label := range []string{"2015", "2016", "2015-2016"} {
			enrol(t, db, cluster.Enrolment{Cluster: id, Label: label, Members: ids, Head: ids[0]})
		}
		write(t, db, func(tx *store.Tx) error {
			for label, want := range map[string]string{"2015": "Thị xã Thái Hòa", "2016": "Thành phố Thái Hòa", "2015-2016": "Thị xã Thái Hòa"} {
				roster, err := cluster.Roster(ctx, tx, id, label)
				if err != nil {
					return err
				}
				if roster[0].Name != want {
					t.Errorf("in %s the head is named %q, want %q", label, roster[0].Name, want)
				}
			}
			return nil
		})
	})
}

func TestEnrol_againReplacesTheListAndKeepsBothInTheJournal(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		ids := addUnits(t, db, "Bắc Sơn", "Hữu Lũng", "Chi Lăng")
		id := setUp(t, db, cluster.Cluster{Name: "Khối thi đua số 6"})
		enrol(t, db, cluster.Enrolment{Cluster: id, Label: "2018 – 2019", Members: ids, Head: ids[0]})
		enrol(t, db, cluster.Enrolment{Cluster: id, Label: "2018-2019", Members: ids[1:], Head: ids[2]})
		write(t, db, func(tx *store.Tx) error {
			roster, err := cluster.Roster(ctx, tx, id, "2018-2019")
			if len(roster) != 2 || roster[0].Unit != ids[1] || roster[1].Role != cluster.Head {
				t.Errorf("the roster reads %+v", roster)
			}
			if err != nil {
				return err
			}
			faults, head, err := journal.Verify(ctx, tx)
			if len(faults) != 0 || head.Seq != 3+1+2 {
				t.Errorf("the journal ends at %d with faults %v", head.Seq, faults)
			}
			return err
		})
	})
}

func TestActs_refuseWithFieldAndSentence(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		ids := addUnits(t, db, "Huyện Con Cuông", "Huyện Anh Sơn")
		id := setUp(t, db, cluster.Cluster{Name: "Cụm thi đua đường 7"})
		officer := access.Actor{Name: "Cán bộ", Role: access.EmulationOfficer, Unit: ids[0]}
		for _, c := range []struct {
			name     string
			act      func(tx *store.Tx) error
			kind     refusal.Kind
			field    string
			sentence string
		}{
			{"an officer sets up a cluster", func(tx *store.Tx) error {
				_, err := cluster.SetUp(ctx, tx, officer, day, cluster.Cluster{Name: "Cụm"})
				return err
			}, refusal.NotAllowed, "", "Cụm, khối thi đua do cơ quan thường trực lập."},
			{"an officer enrols members", func(tx *store.Tx) error {
				return cluster.Enrol(ctx, tx, officer, day, cluster.Enrolment{Cluster: id, Label: "2014", Members: ids})
			}, refusal.NotAllowed, "", "Cụm, khối thi đua do cơ quan thường trực lập."},
			{"a cluster without a name", func(tx *store.Tx) error {
				_, err := cluster.SetUp(ctx, tx, body, day, cluster.Cluster{Name: " – "})
				return err
			}, refusal.Invalid, "name", "Cụm, khối thi đua phải có tên."},
			{"a kind nobody knows", func(tx *store.Tx) error {
				_, err := cluster.SetUp(ctx, tx, body, day, cluster.Cluster{Name: "Cụm 1", Kind: "nhóm"})
				return err
			}, refusal.Invalid, "kind", "Không có loại cụm “nhóm”."},
			{"a description without end", func(tx *store.Tx) error {
				_, err := cluster.SetUp(ctx, tx, body, day, cluster.Cluster{Name: "Cụm 1", About: strings.Repeat("dài ", 501)})
				return err
			}, refusal.Invalid, "about", "Dài quá 2.000 chữ cái."},
			{"an unknown standing body", func(tx *store.Tx) error {
				_, err := cluster.SetUp(ctx, tx, body, day, cluster.Cluster{Name: "Cụm 1", StandingBody: "không có"})
				return err
			}, refusal.Invalid, "standing_body", "Cơ quan thường trực không có trong danh mục đơn vị."},
			{"an unknown cluster", func(tx *store.Tx) error {
				return cluster.Enrol(ctx, tx, body, day, cluster.Enrolment{Cluster: "không có", Label: "2014", Members: ids})
			}, refusal.NotFound, "", "Không có cụm thi đua này."},
			{"a district in 2026", func(tx *store.Tx) error {
				return cluster.Enrol(ctx, tx, body, day, cluster.Enrolment{Cluster: id, Label: "2026", Members: ids[:1]})
			}, refusal.Invalid, "members", "Huyện Con Cuông không còn trong năm 2026: chính quyền cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Luật số 72/2025/QH15)."},
			{"a head from outside", func(tx *store.Tx) error {
				return cluster.Enrol(ctx, tx, body, day, cluster.Enrolment{Cluster: id, Label: "2014", Members: ids[:1], Head: ids[1]})
			}, refusal.Invalid, "head", "Huyện Anh Sơn không phải thành viên năm 2014 nên không thể là trưởng cụm."},
		} {
			t.Run(c.name, func(t *testing.T) {
				r := refusal.Of(db.Write(ctx, c.act))
				if r == nil || r.Kind != c.kind || r.Field != c.field || r.Sentence != c.sentence {
					t.Errorf("got %#v, want %s %q: %s", r, c.kind, c.field, c.sentence)
				}
			})
		}
		if err := db.Read(ctx, func(tx *store.Tx) error {
			roster, err := cluster.Roster(ctx, tx, id, "2014")
			if len(roster) != 0 {
				t.Errorf("a refused act left %+v", roster)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	})
}

func TestFind_takesANameWithoutAccents(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		first := setUp(t, db, cluster.Cluster{Name: "Cụm thi đua số 9", Province: "Hà Nội"})
		second := setUp(t, db, cluster.Cluster{Name: "Cụm thi đua số 9", Province: "Thanh Hóa"})
		setUp(t, db, cluster.Cluster{Name: "Cụm thi đua số 10", Province: "Thanh Hóa"})
		write(t, db, func(tx *store.Tx) error {
			found, err := cluster.Find(ctx, tx, "cum thi dua so 9")
			if len(found) != 2 || found[0].ID != first || found[1].ID != second {
				t.Errorf("found %+v", found)
			}
			return err
		})
	})
}
