package seasonfile_test

import (
	"context"
	"slices"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

// homonyms is a year of a cluster in a province; every province has its Tân
// Phú, its Sở Nội vụ and its cluster number 1.
func homonyms(province, year string) []byte {
	return []byte(`thidua: 1
cluster: {name: Cụm thi đua số 1, province: ` + province + `}
season: "` + year + `"
members: [Huyện Tân Phú, Xã Tân Phú, Sở Nội vụ, Tân Phú]
`)
}

func TestUnits_ofOneNameInTwoProvincesAreTwo(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		seen := map[string]string{}
		for _, province := range []string{"Đồng Nai", "Hồ Chí Minh", "Lạng Sơn"} {
			y := yearOf(t, db, homonyms(province, "2014"))
			if len(y.Members) != 4 {
				t.Fatalf("%s: %d members", province, len(y.Members))
			}
			for _, m := range y.Members {
				if of := seen[m.Unit]; of != "" {
					t.Errorf("%s of %s is taken for that of %s", m.Name, province, of)
				}
				seen[m.Unit] = province
			}
		}
	})
}

func TestUnits_ofOneProvinceAreTheSameNextYear(t *testing.T) {
	db := testkit.SQLite(t)
	first, second := yearOf(t, db, homonyms("Đồng Nai", "2014")), yearOf(t, db, homonyms("tỉnh Đồng Nai", "2015"))
	if !slices.Equal(first.MemberIDs(), second.MemberIDs()) {
		t.Errorf("the members of 2015 are others: %v and %v", first.MemberIDs(), second.MemberIDs())
	}
	if first.Cluster.ID != second.Cluster.ID {
		t.Error("with tỉnh before its province the cluster became another")
	}
}

func TestUnits_ofAnOfficialListAreFoundByNameAndProvince(t *testing.T) {
	db := testkit.SQLite(t)
	var want string
	err := db.Write(context.Background(), func(tx *store.Tx) error {
		by, on := access.Actor{Name: "Sở Nội vụ", Role: access.StandingBody}, vi.MustDay("2014-01-02")
		for _, province := range []string{"Tỉnh Đồng Nai", "Tỉnh Bến Tre"} {
			above, err := org.Add(context.Background(), tx, by, on, org.Unit{Name: province, Code: province})
			if err != nil {
				return err
			}
			id, err := org.Add(context.Background(), tx, by, on, org.Unit{Name: "Huyện Tân Phú", Code: "of " + province, Parent: above})
			if err != nil {
				return err
			}
			if want == "" {
				want = id
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if y := yearOf(t, db, homonyms("Đồng Nai", "2014")); y.Members[0].Unit != want {
		t.Error("the file's Huyện Tân Phú is not the one of the official list of Đồng Nai")
	}
}

func TestUnits_ofTodayAreNotThoseThatEnded(t *testing.T) {
	db := testkit.SQLite(t)
	file := func(year, unit string) []byte {
		return []byte("thidua: 1\nid: y" + year + "\ncluster: {name: Cụm xã, province: Nghệ An}\nseason: \"" + year + "\"\nmembers:\n  - " + unit + "\n")
	}
	now := yearOf(t, db, file("2025", "{name: Xã Đại Đồng, from: 2025-07-01}"))
	then := yearOf(t, db, file("2014", "{name: Xã Đại Đồng, until: 2019-12-01}"))
	if now.Members[0].Unit == then.Members[0].Unit {
		t.Error("the commune of 2014 was taken for the one made in 2025")
	}
}
