package cluster_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/cluster"
	"thidua/org"
	"thidua/refusal"
	"thidua/vi"
)

// route7 are the five districts of "Cụm thi đua đường 7", whom the law ends on
// 1/7/2025, and a commune that began on that day.
func route7() map[string]org.Unit {
	units := make(map[string]org.Unit)
	for id, name := range map[string]string{"ks": "Huyện Kỳ Sơn", "td": "Huyện Tương Dương", "cc": "Huyện Con Cuông",
		"as": "Huyện Anh Sơn", "tc": "Huyện Thanh Chương"} {
		units[id] = org.Guess(name)
	}
	commune := org.Guess("Xã Con Cuông")
	commune.From = vi.MustDay("2025-07-01")
	units["xcc"] = commune
	return units
}

func TestEnrolmentCheck_refusesWhatCannotBe(t *testing.T) {
	five := []string{"ks", "td", "cc", "as", "tc"}
	for _, c := range []struct {
		name      string
		enrolment cluster.Enrolment
		field     string
		sentence  string
	}{
		{"no year", cluster.Enrolment{Label: "", Members: five}, "label", "Năm thi đua “” phải viết như 2014 hoặc 2018-2019."},
		{"a year too many", cluster.Enrolment{Label: "2014-2016", Members: five}, "label", "Năm thi đua “2014-2016” phải là hai năm liền nhau."},
		{"a year before there were any", cluster.Enrolment{Label: "1900", Members: five}, "label", "Năm thi đua “1900” phải từ 1945 đến 2100."},
		{"no member", cluster.Enrolment{Label: "2014"}, "members", "Danh sách thành viên năm 2014 chưa có đơn vị nào."},
		{"an unknown unit", cluster.Enrolment{Label: "2014", Members: []string{"ks", "xx"}}, "members", "Thành viên thứ 2 không có trong danh mục đơn vị."},
		{"a unit twice", cluster.Enrolment{Label: "2014", Members: []string{"ks", "td", "ks"}}, "members", "Huyện Kỳ Sơn được ghi hai lần trong danh sách thành viên năm 2014."},
		{"a district after the end of the district level", cluster.Enrolment{Label: "2026", Members: []string{"cc"}}, "members",
			"Huyện Con Cuông không còn trong năm 2026: chính quyền cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Luật số 72/2025/QH15)."},
		{"a commune before it was founded", cluster.Enrolment{Label: "2014", Members: []string{"xcc"}}, "members",
			"Xã Con Cuông chưa có trong năm 2014: đơn vị có từ ngày 01/07/2025."},
		{"a head who is no member", cluster.Enrolment{Label: "2014", Members: []string{"ks", "td"}, Head: "cc"}, "head",
			"Huyện Con Cuông không phải thành viên năm 2014 nên không thể là trưởng cụm."},
		{"a head nobody knows", cluster.Enrolment{Label: "2014", Members: []string{"ks", "td"}, Head: "xx"}, "head",
			"Đơn vị này không phải thành viên năm 2014 nên không thể là trưởng cụm."},
		{"a deputy who is no member", cluster.Enrolment{Label: "2014", Members: []string{"ks", "td"}, Head: "ks", Deputy: "cc"}, "deputy",
			"Huyện Con Cuông không phải thành viên năm 2014 nên không thể là phó trưởng cụm."},
		{"a head who is deputy too", cluster.Enrolment{Label: "2014", Members: five, Head: "cc", Deputy: "cc"}, "deputy",
			"Huyện Con Cuông không thể vừa là trưởng cụm vừa là phó trưởng cụm năm 2014."},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := c.enrolment.Check(route7())
			r := refusal.Of(err)
			if r == nil || r.Kind != refusal.Invalid || r.Field != c.field || r.Sentence != c.sentence {
				t.Errorf("got %#v, want field %q: %s", r, c.field, c.sentence)
			}
		})
	}
}

func TestEnrolmentCheck_tellsEverythingAtOnce(t *testing.T) {
	err := cluster.Enrolment{Label: "2026", Members: []string{"cc", "as", "xx"}, Head: "tc", Deputy: "td"}.Check(route7())
	if err == nil || len(strings.Split(err.Error(), "\n")) != 5 {
		t.Errorf("want five sentences, got:\n%v", err)
	}
}

func TestEnrolmentCheck_takesTheYearsInWhichTheDistrictsExisted(t *testing.T) {
	for _, label := range []string{"2014", "2025", "2024-2025", "2025-2026", "2018–2019"} {
		e := cluster.Enrolment{Label: label, Members: []string{"ks", "td", "cc", "as", "tc"}, Head: "tc", Deputy: "cc"}
		if err := e.Check(route7()); err != nil {
			t.Errorf("%s: %v", label, err)
		}
	}
}

// An enrolment passes exactly when its members are different known units, the
// head and the deputy are among them and are not the same.
func TestEnrolmentCheck_passesExactlyWhenTheRulesHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		units := make(map[string]org.Unit)
		for i := range 6 {
			units[fmt.Sprint(i)] = org.Unit{Name: fmt.Sprintf("Đơn vị %d", i)}
		}
		id := rapid.SampledFrom([]string{"0", "1", "2", "3", "4", "5", "6"}) // 6 is unknown
		e := cluster.Enrolment{Label: "2014", Members: rapid.SliceOfN(id, 0, 5).Draw(t, "members"),
			Head: rapid.OneOf(rapid.Just(""), id).Draw(t, "head"), Deputy: rapid.OneOf(rapid.Just(""), id).Draw(t, "deputy")}
		in := make(map[string]bool)
		for _, m := range e.Members {
			in[m] = true
		}
		right := len(e.Members) > 0 && len(in) == len(e.Members) && !in["6"] &&
			(e.Head == "" || in[e.Head]) && (e.Deputy == "" || in[e.Deputy]) && (e.Head == "" || e.Head != e.Deputy)
		if err := e.Check(units); (err == nil) != right {
			t.Errorf("%+v: want pass %v, got %v", e, right, err)
		}
	})
}

func TestParseYear_writesBackWhatItRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y := cluster.Year{First: rapid.IntRange(vi.FirstYear, vi.LastYear-1).Draw(t, "first")}
		y.Last = y.First + rapid.IntRange(0, 1).Draw(t, "more")
		back, err := cluster.ParseYear(y.String())
		if err != nil || back != y {
			t.Errorf("%v read as %v, %v", y, back, err)
		}
		if day := y.NamingDay(); day.Year() < y.First || day.Year() > y.Last {
			t.Errorf("%v is named on %v", y, day)
		}
	})
}

func TestGuessKind_readsTheNamesSeenInReports(t *testing.T) {
	for name, want := range map[string]cluster.Kind{
		"Cụm thi đua đường 7":                     cluster.Cum,
		"Cụm thi đua số II, MTTQ Đồng Nai":        cluster.Cum,
		"Khối thi đua Văn hóa - Xã hội (Bắc Kạn)": cluster.Khoi,
		"KHỐI 03":                          cluster.Khoi,
		"Hội đồng TĐKT tỉnh Bến Tre":       cluster.Council,
		"Sở - ban - ngành TP. Hồ Chí Minh": cluster.Other,
		"Cụm":                              cluster.Cum,
		"Cùm thi đua":                      cluster.Other,
		"Hội Cựu chiến binh huyện Hàm Thuận Bắc": cluster.Other,
	} {
		if got := cluster.GuessKind(name); got != want || got.Label() == "" {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
