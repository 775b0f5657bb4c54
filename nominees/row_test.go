package nominees

import (
	"testing"

	"thidua/dossier"
	"thidua/rulebook"
)

func TestMeaning_readsARowAsANomination(t *testing.T) {
	for name, c := range map[string]struct {
		values map[string]string
		under  string
		kind   dossier.CandidateKind
		who    string
		reason string
	}{
		"by its own column":          {map[string]string{Name: "Lô Thị An", Kind: "Khen thưởng cá nhân"}, "", dossier.Person, "Lô Thị An", ""},
		"by the heading above":       {map[string]string{Name: "Phòng Nội vụ"}, "I. TẬP THỂ", dossier.Collective, "Phòng Nội vụ", ""},
		"by what a person is called": {map[string]string{Name: "Lô Thị An", Called: "Bà"}, "", dossier.Person, "Lô Thị An", ""},
		"called in the name itself":  {map[string]string{Name: "Ông Vi An"}, "", dossier.Person, "Vi An", ""},
		"a unit by its name":         {map[string]string{Name: "Xã Thanh Lĩnh"}, "", dossier.Collective, "Xã Thanh Lĩnh", ""},
		"a household":                {map[string]string{Name: "Vi An", Kind: "Hộ gia đình"}, "II. CÁ NHÂN", dossier.Household, "Vi An", ""},
		"nobody can tell":            {map[string]string{Name: "Đội K4"}, "", "", "Đội K4", ""},
		"a rank joins the post": {map[string]string{Name: "Vi An", Called: "Thượng tá", Post: "Phó trưởng phòng", Unit: "Công an huyện", Reason: "hoàn thành tốt"}, "", dossier.Person, "Vi An",
			"Thượng tá, Phó trưởng phòng, Công an huyện. Hoàn thành tốt"},
		"Ông is no rank": {map[string]string{Name: "Vi An", Called: "Ông", Unit: "Công an huyện"}, "", dossier.Person, "Vi An", "Công an huyện"},
	} {
		t.Run(name, func(t *testing.T) {
			c.values[Title] = "Giấy khen"
			n, faults := meaning(c.values, []string{c.under}, "")
			if n.CandidateKind != c.kind || n.CandidateName != c.who || n.Reason != c.reason || (len(faults) > 0) != (c.kind == "") {
				t.Errorf("%+v %v", n, faults)
			}
		})
	}
}

func TestMeaning_readsForWhatKindOfAchievementAndRefusesWordsThatNameNone(t *testing.T) {
	for said, want := range map[string]rulebook.Category{"": "", "Thường xuyên (công trạng)": rulebook.Merit, "Đột xuất": rulebook.AdHoc, "chuyên đề": rulebook.Thematic, "Kháng chiến": "", "Khen cao": ""} {
		n, faults := meaning(map[string]string{Name: "An", Kind: "cá nhân", Title: "Giấy khen", Category: said}, nil, "")
		refused := len(faults) == 1 && faults[0].Field == Category
		if n.Category != want || refused != (said != "" && want == "") {
			t.Errorf("%q: %q, %v", said, n.Category, faults)
		}
	}
}

func TestMeaning_refusesATitleThatIsNotForTheCandidate(t *testing.T) {
	for title, kind := range map[string]string{"Chiến sĩ thi đua cơ sở": "tập thể", "Tập thể lao động xuất sắc": "cá nhân", "Khen cấp trên": "cá nhân"} {
		_, faults := meaning(map[string]string{Name: "An", Kind: kind, Title: title}, nil, "")
		if len(faults) != 1 || faults[0].Field != Title {
			t.Errorf("%s for %s: %v", title, kind, faults)
		}
	}
}

func TestKindOf_takesTheNearestHeadingThatTellsAndLastTheTable(t *testing.T) {
	for name, c := range map[string]struct {
		values   map[string]string
		headings []string
		table    string
		want     dossier.CandidateKind
	}{
		"the nearest heading":                     {nil, []string{"II. CÁ NHÂN", "A. Tập thể"}, "", dossier.Person},
		"a wider one, when the nearest is silent": {nil, []string{"1. Khối huyện", "I. TẬP THỂ"}, "", dossier.Collective},
		"a heading of both says nothing":          {nil, []string{"A. TẬP THỂ, CÁ NHÂN"}, "Hộ gia đình", dossier.Household},
		"the table's own name":                    {nil, nil, "Bảng 2: Danh sách cá nhân", dossier.Person},
		"who is called Ông, whatever the table":   {map[string]string{Called: "Ông"}, nil, "Tập thể", dossier.Person},
		"nothing":                                 {nil, []string{""}, "Sheet1", ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := kindOf(c.values, c.headings, c.table); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}
