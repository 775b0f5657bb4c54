package yearbook_test

import (
	"testing"

	"thidua/cluster"
	"thidua/dossier"
	"thidua/meeting"
	"thidua/org"
	"thidua/season"
	"thidua/vi"
	"thidua/yearbook"
)

func named(id, name string) org.Unit {
	u := org.Guess(name)
	u.ID = id
	return u
}

func year(label string, last int, units ...org.Unit) yearbook.Year {
	y := yearbook.Year{Season: season.Season{Label: label, Year: last}, Cluster: cluster.Cluster{Name: "Cụm thi đua số 1", Kind: cluster.Cum}}
	return y.WithUnits(units...)
}

func TestJoined_saysTheKindOnceWhenAllAreOfIt(t *testing.T) {
	y := year("2014", 2014, named("a", "Huyện Kỳ Sơn"), named("b", "Huyện Anh Sơn"), named("c", "Thị xã Hoàng Mai"), named("d", "Huyện ủy Ea H'leo"), named("e", "Huyện ủy Krông Pắc"), named("f", "Sở Nội vụ"))
	for want, ids := range map[string][]string{
		"các huyện Kỳ Sơn và Anh Sơn":              {"a", "b"},
		"huyện Kỳ Sơn":                             {"a"},
		"huyện Kỳ Sơn và thị xã Hoàng Mai":         {"a", "c"},
		"Huyện ủy Ea H'leo và Huyện ủy Krông Pắc":  {"d", "e"},
		"huyện Kỳ Sơn, huyện Anh Sơn và Sở Nội vụ": {"a", "b", "f"},
		"": nil,
	} {
		if got := y.Joined(ids); got != want {
			t.Errorf("%v: %q, want %q", ids, got, want)
		}
	}
}

func TestCalled_namesTheConferenceWithItsYearOnce(t *testing.T) {
	y := year("2022", 2022)
	for want, c := range map[string]meeting.Conference{
		"Hội nghị tổng kết năm 2022":                            {Kind: meeting.Closing},
		"Hội nghị giao ban năm 2022":                            {Title: "Hội nghị giao ban năm 2022"},
		"cuộc họp Hội đồng lần 1 năm 2022":                      {Title: "Họp Hội đồng lần 1"},
		"Hội nghị chấm điểm thi đua năm 2022":                   {Title: "Chấm điểm thi đua"},
		"lễ ký kết giao ước thi đua năm 2022":                   {Title: "Lễ ký kết giao ước thi đua"},
		"cuộc họp Hội đồng Thi đua - Khen thưởng năm 2022":      {Kind: meeting.Council},
		"cuộc họp Hội đồng lần 1 xét khen thưởng năm 2022":      {Kind: meeting.Council, Title: "Họp Hội đồng lần 1", Day: vi.MustDay("2023-03-21")},
		"Hội nghị tổng kết năm 2022 và ký kết giao ước thi đua": {Kind: meeting.Closing, Also: []meeting.Kind{meeting.Signing}, Day: vi.MustDay("2023-01-30")},
	} {
		if got := y.Called(c); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := y.CalledInFull(meeting.Conference{Kind: meeting.Interim}); got != "Hội nghị sơ kết năm 2022 của Cụm thi đua số 1" {
		t.Errorf("in full: %q", got)
	}
}

func TestWhenAndWhere_sayOnlyWhatIsKnown(t *testing.T) {
	day := vi.MustDay("2014-11-22")
	y := year("2014", 2014, named("a", "Huyện Kỳ Sơn"), named("f", "Sở Nội vụ"))
	for _, c := range []struct {
		conference  meeting.Conference
		when, where string
	}{
		{meeting.Conference{Day: day, TimeOfDay: "Sáng", Place: "Huyện Thanh Chương"}, "sáng ngày 22 tháng 11 năm 2014", "huyện Thanh Chương"},
		{meeting.Conference{Day: day, TimeOfDay: "08 giờ 00", Place: "Ninh Bình"}, "08 giờ 00, ngày 22 tháng 11 năm 2014", "Ninh Bình"},
		{meeting.Conference{Day: day, Host: "a"}, "ngày 22 tháng 11 năm 2014", "huyện Kỳ Sơn"},
		{meeting.Conference{TimeOfDay: "chiều", Host: "f"}, "chiều", ""},
		{meeting.Conference{}, "", ""},
	} {
		if when, where := yearbook.When(c.conference), y.Where(c.conference); when != c.when || where != c.where {
			t.Errorf("%+v: %q, %q", c.conference, when, where)
		}
	}
}

func TestNextLabel_followsTheWayYearsAreWritten(t *testing.T) {
	for label, c := range map[string]struct {
		last int
		want string
	}{"2014": {2014, "2015"}, "2018-2019": {2019, "2019-2020"}} {
		if got := year(label, c.last).NextLabel(); got != c.want {
			t.Errorf("after %s: %s, want %s", label, got, c.want)
		}
	}
}

func TestCandidate_tellsAnOutsideCommuneByItsDistrict(t *testing.T) {
	commune := named("tl", "Xã Thanh Lĩnh")
	commune.Parent = "tc"
	y := year("2014", 2014, commune, named("tc", "Huyện Thanh Chương"))
	for want, n := range map[string]dossier.Nomination{
		"xã Thanh Lĩnh (huyện Thanh Chương)": {CandidateUnit: "tl"},
		"xã Thanh Lĩnh":                      {CandidateUnit: "tl", Member: true},
		"huyện Thanh Chương":                 {CandidateUnit: "tc", Member: true},
		"Gia đình ông Mẫu":                   {CandidateName: "Gia đình ông Mẫu"},
	} {
		if got := y.Candidate(n); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestClosing_isTheLastConferenceHeld(t *testing.T) {
	y := year("2014", 2014)
	if y.Closing() != -1 {
		t.Error("a year without conferences has a closing one")
	}
	y.Conferences = []meeting.Conference{{Held: true}, {Held: true}, {}}
	if y.Closing() != 1 {
		t.Errorf("closing is %d", y.Closing())
	}
}

func TestTasksTitle_looksToTheNextYearOnlyFromItsEnd(t *testing.T) {
	y := year("2023", 2023)
	y.Conferences = []meeting.Conference{{Kind: meeting.Interim, Held: true}}
	if got := y.TasksTitle(); got != "Nhiệm vụ trọng tâm thời gian tới" {
		t.Error(got)
	}
	y.Conferences = append(y.Conferences, meeting.Conference{Kind: meeting.Closing, Held: true})
	if got := y.TasksTitle(); got != "Nhiệm vụ trọng tâm năm 2024" {
		t.Error(got)
	}
}

func TestSpeaker_namesPostAndBodyOnce(t *testing.T) {
	y := year("2014", 2014, named("a", "Huyện Anh Sơn"), named("f", "Sở Nội vụ"))
	for want, s := range map[string]meeting.Speech{
		"Chủ tịch UBND huyện Anh Sơn nêu ý kiến tại hội nghị":              {Post: "Chủ tịch UBND huyện Anh Sơn", Unit: "a", About: "Nêu ý kiến tại hội nghị."},
		"Đồng chí Cao Thị Hiền, Giám đốc Sở Nội vụ phát biểu tại hội nghị": {Name: "Cao Thị Hiền", Post: "Giám đốc", Unit: "f"},
		"Đồng chí Cao Thị Hiền phát biểu: Đồng ý":                          {Name: "Cao Thị Hiền", Summary: "Đồng ý"},
		"Huyện Anh Sơn phát biểu về nông thôn mới: kiến nghị":              {Unit: "a", About: "về nông thôn mới", Summary: "kiến nghị"},
		"Huyện Anh Sơn phát biểu về giải ngân đầu tư công":                 {Unit: "a", About: "Giải ngân đầu tư công"},
	} {
		if got := y.Speaker(s) + " " + yearbook.Spoke(s); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
