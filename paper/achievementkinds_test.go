package paper_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/award"
	"thidua/document"
	"thidua/dossier"
	"thidua/movement"
	"thidua/paper"
	"thidua/rulebook"
	"thidua/vi"
)

// headings are the report's, without their numbers.
func headings(p paper.Paper) (all []string) {
	for _, b := range p.Doc.Body {
		if h, is := b.(document.Heading); is {
			_, title, _ := strings.Cut(h.Text, ". ")
			all = append(all, title)
		}
	}
	return all
}

// firstLine is what the report says of its own layout.
func firstLine(p paper.Paper) string { return p.Doc.Body[0].(document.Paragraph).Runs[0].Text }

// The headings that every kind of achievement has in common, and its own.
const (
	ofBody   = "SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH"
	ofPerson = "SƠ LƯỢC VỀ CÁ NHÂN ĐƯỢC ĐỀ NGHỊ"
	history  = "CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG"
)

var matters = map[rulebook.Category]string{rulebook.Merit: "THÀNH TÍCH ĐẠT ĐƯỢC", rulebook.AdHoc: "THÀNH TÍCH ĐỘT XUẤT", rulebook.Thematic: "THÀNH TÍCH TRONG PHONG TRÀO THI ĐUA, CHUYÊN ĐỀ",
	rulebook.Dedication: "QUÁ TRÌNH CÔNG TÁC, CỐNG HIẾN", rulebook.LongService: "QUÁ TRÌNH CÔNG TÁC", rulebook.Foreign: "THÀNH TÍCH, ĐÓNG GÓP"}

func TestAchievement_takesTheFormOfTheRegimeTheCategoryAndTheCandidate(t *testing.T) {
	const none = "Chương trình chưa có mẫu"
	known := map[string]map[rulebook.Category][3]string{ // for a collective, a person, a household
		"A1": {}, "A2": {}, "D": {},
		"A3": {
			rulebook.Merit:      {"Mẫu số 01: báo cáo thành tích của tập thể có công trạng", "Mẫu số 02: báo cáo thành tích của cá nhân có công trạng", none},
			rulebook.AdHoc:      {"Mẫu số 06: báo cáo thành tích đột xuất", "Mẫu số 06: báo cáo thành tích đột xuất", "Mẫu số 06"},
			rulebook.Thematic:   {"Mẫu số 07: báo cáo thành tích theo đợt, chuyên đề", "Mẫu số 07", "Mẫu số 07"},
			rulebook.Dedication: {"Mẫu số 03: báo cáo thành tích có quá trình cống hiến", "Mẫu số 03", "Mẫu số 03"},
			rulebook.Foreign:    {"Mẫu số 08: báo cáo thành tích của tổ chức nước ngoài", "Mẫu số 09: báo cáo thành tích của cá nhân nước ngoài", none},
		},
		"B": {rulebook.Merit: {"Mẫu số 02: báo cáo thành tích của tập thể có công trạng của Nghị định 98/2023/NĐ-CP, Phụ lục I (theo nguồn thứ cấp)", none, none}},
		"C": {
			rulebook.Merit:      {"Mẫu: báo cáo thành tích của tập thể có công trạng của Nghị định 152/2025/NĐ-CP (theo văn bản)", "Mẫu: báo cáo thành tích của cá nhân có công trạng", none},
			rulebook.AdHoc:      {"Mẫu: báo cáo thành tích đột xuất", "Mẫu: báo cáo thành tích đột xuất", "Mẫu: báo cáo thành tích đột xuất"},
			rulebook.Thematic:   {"Mẫu: báo cáo thành tích chuyên đề", "Mẫu: báo cáo thành tích chuyên đề", "Mẫu: báo cáo thành tích chuyên đề"},
			rulebook.Dedication: {"Mẫu: báo cáo thành tích có quá trình cống hiến", "Mẫu: báo cáo thành tích có quá trình cống hiến", "Mẫu: báo cáo thành tích có quá trình cống hiến"},
			rulebook.Foreign:    {"Mẫu: báo cáo thành tích của tập thể có thành tích đối ngoại", "Mẫu: báo cáo thành tích của cá nhân có thành tích đối ngoại", none},
		},
	}
	for regime, forms := range known {
		for _, category := range rulebook.Categories {
			for i, kind := range []dossier.CandidateKind{dossier.Collective, dossier.Person, dossier.Household} {
				t.Run(regime+" "+string(category)+" "+string(kind), func(t *testing.T) {
					want := none
					if f, is := forms[category]; is {
						want = f[i]
					}
					r := reported()
					r.Regime, r.Nomination.Category, r.Nomination.CandidateKind, r.Nomination.TitleCode = regime, category, kind, dossier.ProvinceMerit
					p := paper.Achievement(r)
					if line := firstLine(p); !strings.HasPrefix(line, want) {
						t.Errorf("%q, want %q", line, want)
					} else if want != none && !strings.Contains(line, "Đề mục theo nguồn thứ cấp") && !strings.Contains(line, "Đề mục chưa đối chiếu") {
						t.Errorf("it does not say how far its headings are known: %q", line)
					}
					if all := headings(p); len(all) != 3 || all[1] != matters[category] {
						t.Errorf("headings %q", all)
					}
				})
			}
		}
	}
}

func TestAchievement_ofATitleWithAFormOfItsOwnTakesItWhateverItIsFor(t *testing.T) {
	r := reported()
	r.Regime, r.Nomination.Category, r.Nomination.TitleCode = "C", rulebook.Thematic, rulebook.GovernmentFlag
	if line := firstLine(paper.Achievement(r)); !strings.Contains(line, "đề nghị tặng Cờ thi đua của Chính phủ") || !strings.Contains(line, "chưa đối chiếu") {
		t.Error(line)
	}
}

// sudden is a report on one act of somebody on no other record.
func sudden() paper.Reported {
	r := reported()
	r.Regime = "B"
	r.Nomination = dossier.Nomination{CandidateName: "Người thử", CandidateKind: dossier.Person, Category: rulebook.AdHoc, Title: "Bằng khen của UBND tỉnh", TitleCode: dossier.ProvinceMerit,
		Reason: "Cứu ba người bị lũ cuốn tại bản thử", Sample: true}
	r.Awards = append(r.Awards, award.Award{Title: rulebook.AdvancedWorker, TitleName: "Lao động tiên tiến", Year: 2014, By: award.Decision{Number: "9/QĐ"}})
	return r
}

func TestAchievement_ofASuddenActAsksForTheActAndTellsTheYearsOtherAwards(t *testing.T) {
	p := paper.Achievement(sudden())
	if all := headings(p); !slices.Equal(all, []string{ofPerson, matters[rulebook.AdHoc], "KHEN THƯỞNG ĐÃ NHẬN TRONG NĂM 2014"}) {
		t.Errorf("%q", all)
	}
	text := told(t, sudden())
	for _, says := range []string{"Loại hình khen thưởng: đột xuất", "Cứu ba người bị lũ cuốn tại bản thử", "Thời gian, địa điểm lập thành tích", "Kết quả, tác dụng", "Lao động tiên tiến",
		"ngoài chương trình, kế hoạch, nhiệm vụ được giao (Nghị định 98/2023/NĐ-CP, Điều 3; theo nguồn thứ cấp)", "không dùng làm căn cứ đề nghị khen thưởng công trạng ở mức cao hơn (Nghị định 98/2023/NĐ-CP, Điều 4; theo văn bản)"} {
		if !strings.Contains(text, letters(says)) {
			t.Errorf("it does not say %q:\n%s", says, text)
		}
	}
	for _, silent := range []string{"Cờ thi đua của UBND tỉnh", "Tỷ lệ hộ nghèo", "so sánh với các năm trước"} {
		if strings.Contains(text, letters(silent)) {
			t.Errorf("a report of one act says %q", silent)
		}
	}
	r := sudden()
	r.Regime = "A3"
	if strings.Contains(told(t, r), letters("ngoài chương trình, kế hoạch")) {
		t.Error("NĐ 91/2017 is told to say what was read in NĐ 98/2023 only")
	}
}

// inDrives is the year with two movements, of which Con Cuông answered one.
func inDrives() paper.Reported {
	r := reported()
	r.Nomination.Category, r.Nomination.TitleCode, r.Nomination.Title = rulebook.Thematic, dossier.ProvinceMerit, "Bằng khen của UBND tỉnh"
	r.Year.Movements = []movement.Movement{
		{Name: "Thi đua yêu nước", Kind: movement.Regular, Responses: []movement.Response{{Unit: "cc", Summary: "Cả huyện tham gia"}}},
		{Name: "Nông thôn mới", Kind: movement.Campaign, LaunchedBy: "Cụm", LaunchedOn: vi.MustDay("2014-03-02"), Sample: true, Responses: []movement.Response{{Unit: "cc", Summary: "12 xã đăng ký"}}},
		{Name: "Không ai hưởng ứng", Kind: movement.Campaign},
	}
	return r
}

func TestAchievement_ofAThemeTellsTheMovementsOfTheYear(t *testing.T) {
	if all := headings(paper.Achievement(inDrives())); !slices.Equal(all, []string{ofBody, matters[rulebook.Thematic], history}) {
		t.Errorf("%q", all)
	}
	text := told(t, inDrives())
	drive, regular := strings.Index(text, letters("Nông thôn mới")), strings.Index(text, letters("Thi đua yêu nước"))
	if drive < 0 || regular < drive {
		t.Errorf("drives come first: %d, %d in\n%s", drive, regular, text)
	}
	for _, says := range []string{"Phong trào thi đua đã hưởng ứng", "Cụm, ngày 02/03/2014", "12 xã đăng ký", "Theo đợt, chuyên đề"} {
		if !strings.Contains(text, letters(says)) {
			t.Errorf("it does not say %q:\n%s", says, text)
		}
	}
	if strings.Contains(text, letters("Không ai hưởng ứng")) {
		t.Error("a movement that the unit did not answer is told as its achievement")
	}
	r := inDrives()
	r.Nomination.CandidateKind, r.Nomination.CandidateUnit = dossier.Person, ""
	text = told(t, r)
	if !strings.Contains(text, letters("Không ai hưởng ứng")) || strings.Contains(text, letters("12 xã đăng ký")) {
		t.Errorf("a person is told the year's movements, and no unit's results:\n%s", text)
	}
}

func TestAchievement_ofLongServiceAndDedicationAskForTheYears(t *testing.T) {
	for category, says := range map[rulebook.Category][]string{
		rulebook.LongService: {"Số năm, tháng được tính", "Tổng số năm, tháng", "Thời gian nghỉ thai sản được tính"},
		rulebook.Dedication:  {"Chức vụ, nơi công tác", "Thời gian giữ chức vụ", "Lãnh đạo nữ được giảm một phần ba thời gian"},
	} {
		r := sudden()
		r.Regime, r.Nomination.Category = "C", category
		if all := headings(paper.Achievement(r)); !slices.Equal(all, []string{ofPerson, matters[category], history}) {
			t.Errorf("%s: %q", category, all)
		}
		text := told(t, r)
		if strings.Contains(text, letters("Quá trình công tác, lao động")) {
			t.Errorf("%s asks for the years twice", category)
		}
		for _, s := range append(says, "Cờ thi đua của UBND tỉnh", "Nghị định 152/2025/NĐ-CP, Điều 4; theo văn bản") {
			if !strings.Contains(text, letters(s)) {
				t.Errorf("%s does not say %q:\n%s", category, s, text)
			}
		}
	}
}

func TestAchievement_ofSomebodyFromAbroadIsReportedByWhoeverProposes(t *testing.T) {
	r := sudden()
	r.Regime, r.Nomination.Category, r.Nomination.ProposedBy = "A3", rulebook.Foreign, "cc"
	text := told(t, r)
	for _, says := range []string{"Họ và tên, ngày sinh, quốc tịch", "Quá trình hợp tác với Việt Nam", "HUYỆN CON CUÔNG"} {
		if !strings.Contains(text, letters(says)) {
			t.Errorf("it does not say %q:\n%s", says, text)
		}
	}
	if strings.Contains(text, letters("NGƯỜI BÁO CÁO")) {
		t.Error("a person from abroad signs as the reporter")
	}
}
