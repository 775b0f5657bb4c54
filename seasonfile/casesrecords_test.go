package seasonfile_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/dossier"
	"thidua/internal/testkit"
	"thidua/org"
	"thidua/rulebook"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/vi"
	"thidua/yearbook"
)

// The meeting of each case, by hand from its source; a case without one here
// must have none on record.
var meetings = map[string]string{
	"01_nghean_dong_bang_2014":      "tổng kết 14/11/2014 Huyện Đô Lương, khách: Ban Thi đua - Khen thưởng tỉnh",
	"03_lang_son_noi_dia_2012":      "tổng kết, ký kết giao ước thi đua 18/01/2013",
	"05_dak_lak_tinh_uy_cum_6_2015": "giao ban, tổng kết",
	"06_dong_nai_mttq_cum_II_2022":  "tổng kết",
	"09_bac_kan_khoi_vhxh_2022":     "tổng kết 29/12/2022",
	"10_ben_tre_hoi_dong_2018":      "họp Hội đồng Thi đua - Khen thưởng 21/03/2019",
	"11_ben_tre_hoi_dong_2019":      "họp Hội đồng Thi đua - Khen thưởng 10/03/2020",
	"12_bac_ninh_hoi_dong_2022":     "họp Hội đồng Thi đua - Khen thưởng 12/12/2022",
	"14_hcm_cum_10_ubnd_2025":       "tổng kết 26/12/2025 phường Bến Cát",
	"15_hcm_cum_10_vpdu_2025":       "bình xét 26/11/2025",
	"16_cum_ct_xh_lien_hiep_2025":   "tổng kết 13/12/2025 Ninh Bình",
	"17_nhnn_khoi_6_2025":           "tổng kết, ký kết giao ước thi đua 30/01/2026",
	"22_ham_thuan_bac_ccb_2018":     "bình xét 07/11/2018",
}

func TestCases_keepTheirMeetingAndSource(t *testing.T) {
	db := testkit.SQLite(t)
	for _, c := range expectations {
		y := yearOf(t, db, caseFile(t, c.file))
		if got := meetingOf(y); got != meetings[c.file] {
			t.Errorf("%s: the meeting on record is %q, want %q", c.file, got, meetings[c.file])
		}
		if len(y.Season.Sources) != 1 || y.Season.Sources[0].Title == "" {
			t.Errorf("%s: sources %v", c.file, y.Season.Sources)
		}
	}
}

// meetingOf puts the only conference into one line.
func meetingOf(y yearbook.Year) string {
	if len(y.Conferences) != 1 {
		return ""
	}
	c := y.Conferences[0]
	kinds := []string{c.Kind.Label()}
	for _, k := range c.Also {
		kinds = append(kinds, k.Label())
	}
	line := strings.Join(kinds, ", ")
	for _, part := range []string{c.Day.Short(), c.Place, y.Name(c.Host)} {
		if part != "" {
			line += " " + part
		}
	}
	for _, d := range c.Delegates {
		line += ", khách: " + d.Body
	}
	return line
}

func TestCases_keepTheDecisionOfTheYearAfter(t *testing.T) {
	y := yearOf(t, testkit.SQLite(t), caseFile(t, "21_nghe_an_co_chinh_phu_2022"))
	want := dossier.Decision{Number: "231/QĐ-TTg", Day: vi.MustDay("14/03/2023"), By: "Thủ tướng Chính phủ"}
	for _, n := range y.Nominations {
		if n.Decision != want {
			t.Errorf("%s: %+v, want %+v", n.CandidateName, n.Decision, want)
		}
	}
	if y.Season.Phase != season.Awarding {
		t.Errorf("a year whose awards are decided stands at %q", y.Season.Phase)
	}
}

func TestCases_partOneWardAndItsTwoClusters(t *testing.T) {
	db := testkit.SQLite(t)
	wards, offices := yearOf(t, db, caseFile(t, "14_hcm_cum_10_ubnd_2025")), yearOf(t, db, caseFile(t, "15_hcm_cum_10_vpdu_2025"))
	if wards.Cluster.ID == offices.Cluster.ID {
		t.Error("two clusters became one")
	}
	ward, office := wards.Unit(wards.Members[0].Unit), offices.Unit(offices.Members[0].Unit)
	if ward.ID == office.ID || ward.Kind != org.KindWard || office.Kind != org.KindPartyBody {
		t.Errorf("the ward is %+v and its Party office %+v", ward, office)
	}
	if ward.Parent == "" || ward.Parent != office.Parent {
		t.Errorf("they stand in two provinces: %q and %q", ward.Parent, office.Parent)
	}
}

func TestCases_meetAgainInTheNextYear(t *testing.T) {
	db := testkit.SQLite(t)
	first, second := yearOf(t, db, caseFile(t, "10_ben_tre_hoi_dong_2018")), yearOf(t, db, caseFile(t, "11_ben_tre_hoi_dong_2019"))
	if first.Cluster.ID != second.Cluster.ID {
		t.Error("the council of the second year is another")
	}
}

func TestMembers_ofWhomOnlySomeAreNamedAreNotCounted(t *testing.T) {
	y := yearOf(t, testkit.SQLite(t), []byte(`thidua: 1
cluster: Khối thi đua số 3
season: "2024"
members: [Báo Mẫu, Đài Mẫu]
members_partial: true
ranking: [{unit: Báo Mẫu, rank: 2}, {unit: Đài Mẫu, rank: 9}]
votes: [{question: Suy tôn, method: open, passed: true}]
nominations:
  - {candidate: Báo Mẫu, title: Bằng khen}
  - {candidate: Hội Mẫu, title: Bằng khen}
`))
	r := seasonfile.ResultOf(y)
	if r.MembersCount != 0 || r.Votes[0].Establishment != nil {
		t.Errorf("the file does not say how many members there are, the result does: %d, %v", r.MembersCount, r.Votes[0].Establishment)
	}
	if r.Ranking[1].Rank != 9 {
		t.Errorf("the ninth of a cluster of unknown size is %+v", r.Ranking[1])
	}
	if n := r.Nominations[1]; n.Member != nil || len(n.Findings) > 0 || y.Outside(y.Nominations[1]) {
		t.Errorf("nobody can say that %+v is no member", n)
	}
}

func TestRanking_takesEqualRanksAsStated(t *testing.T) {
	r := resultOf(t, testkit.SQLite(t), []byte(`thidua: 1
cluster: Cụm thi đua số 2
season: "2024"
members: [Xã Mẫu 1, Xã Mẫu 2, Xã Mẫu 3, Xã Mẫu 4]
ranking: [{unit: Xã Mẫu 2, rank: 1}, {unit: Xã Mẫu 1, rank: 2}, {unit: Xã Mẫu 4, rank: 2}, {unit: Xã Mẫu 3, rank: 2}]
`))
	var got []int
	for _, line := range r.Ranking {
		got = append(got, line.Rank)
	}
	if !slices.Equal(got, []int{1, 2, 2, 2}) {
		t.Errorf("ranks %v", got)
	}
}

func TestNominations_keepForWhatKindOfAchievementTheyAre(t *testing.T) {
	y := yearOf(t, testkit.SQLite(t), []byte(`thidua: 1
cluster: Khối thi đua số 3
season: "2024"
members: [Báo Mẫu, Đài Mẫu]
nominations:
  - {candidate: Báo Mẫu, title: Bằng khen}
  - {candidate: Đài Mẫu, title: Bằng khen, category: ad_hoc}
`))
	if n := y.Nominations; n[0].Category != rulebook.Merit || n[1].Category != rulebook.AdHoc {
		t.Errorf("%q and %q", n[0].Category, n[1].Category)
	}
	if n := seasonfile.ResultOf(y).Nominations; n[0].Category != "" || n[1].Category != rulebook.AdHoc {
		t.Errorf("the result tells %q and %q", n[0].Category, n[1].Category)
	}
}
