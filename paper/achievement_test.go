package paper_test

import (
	"bytes"
	"strings"
	"testing"

	"thidua/award"
	"thidua/document"
	"thidua/dossier"
	"thidua/paper"
	"thidua/rulebook"
	"thidua/vi"
)

// reported is a report on Con Cuông with an award of each group.
func reported() paper.Reported {
	by := award.Decision{Number: "155/QĐ-UBND", Day: vi.MustDay("2013-02-04"), Authority: "Chủ tịch UBND tỉnh Nghệ An"}
	return paper.Reported{Year: border2014(), Regime: "A3",
		Nomination: dossier.Nomination{CandidateUnit: "cc", CandidateName: "Huyện Con Cuông", CandidateKind: dossier.Collective, Category: rulebook.Merit, Title: "Cờ thi đua của Chính phủ", TitleCode: dossier.GovernmentFlag},
		Awards: []award.Award{{Title: dossier.ProvinceMerit, TitleName: "Bằng khen của UBND tỉnh", Year: 2011, By: by, Sample: true},
			{Title: dossier.ProvinceFlag, TitleName: "Cờ thi đua của UBND tỉnh", Year: 2012, By: by}}}
}

// told are the letters of the report as its PDF shows them.
func told(t *testing.T, r paper.Reported) string {
	t.Helper()
	files, err := paper.Render(paper.Achievement(r))
	if err != nil {
		t.Fatal(err)
	}
	return pageText(t, files[1].Bytes)
}

func TestAchievement_tellsOnlyWhatIsOnRecord(t *testing.T) {
	text := told(t, reported())
	for _, says := range []string{"Mẫu số 01: báo cáo thành tích của tập thể có công trạng của Nghị định 91/2017/NĐ-CP (theo nguồn thứ cấp)",
		"I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH", "II. THÀNH TÍCH ĐẠT ĐƯỢC", "III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG", "Tỷ lệ hộ nghèo, %",
		"Thực hiện 2010", "Thực hiện 2013", "Thực hiện 2014", "Chỉ tiêu 2014", "số liệu minh họa", "155/QĐ-UBND, ngày 04/02/2013"} {
		if !strings.Contains(text, letters(says)) {
			t.Errorf("the report does not say %q:\n%s", says, text)
		}
	}
	for _, silent := range []string{"xếp thứ", "Hưởng ứng"} {
		if strings.Contains(text, letters(silent)) {
			t.Errorf("the report says %q: results are not public, and the unit answered no movement", silent)
		}
	}
	if strings.Index(text, letters("Cờ thi đua của UBND tỉnh")) > strings.Index(text, letters("Bằng khen của UBND tỉnh")) {
		t.Error("titles come before commendations")
	}
}

func TestAchievement_namesATemplateOnlyWhereOneIsKnown(t *testing.T) {
	for name, c := range map[string]struct {
		regime string
		kind   dossier.CandidateKind
		title  rulebook.Code
		says   string
	}{
		"before any template":   {"A2", dossier.Collective, dossier.GovernmentFlag, "Chương trình chưa có mẫu"},
		"a hero of NĐ 91":       {"A3", dossier.Person, rulebook.HeroOfLabour, "Mẫu số 05"},
		"a collective of NĐ 98": {"B", dossier.Collective, dossier.LabourOrder, "Mẫu số 02"},
		"a person of NĐ 98":     {"B", dossier.Person, dossier.ProvinceFighter, "Chương trình chưa có mẫu"},
		"the flag of NĐ 152":    {"C", dossier.Collective, dossier.GovernmentFlag, "Mẫu: báo cáo thành tích đề nghị tặng Cờ thi đua của Chính phủ của Nghị định 152/2025/NĐ-CP (theo văn bản). Đề mục chưa đối chiếu"},
		"a household":           {"C", dossier.Household, dossier.ProvinceMerit, "Chương trình chưa có mẫu"},
	} {
		r := reported()
		r.Regime, r.Nomination.CandidateKind, r.Nomination.TitleCode = c.regime, c.kind, c.title
		if text := told(t, r); !strings.Contains(text, letters(c.says)) {
			t.Errorf("%s: %q is missing", name, c.says)
		}
	}
}

func TestAchievement_leavesBlankWhatNobodyRecorded(t *testing.T) {
	r := reported()
	r.Awards, r.Namesakes, r.Nomination.CandidateKind, r.Nomination.CandidateUnit = nil, 3, dossier.Person, ""
	text := told(t, r)
	for _, says := range []string{"03 người cùng tên", "SƠ LƯỢC VỀ CÁ NHÂN ĐƯỢC ĐỀ NGHỊ", "so sánh với các năm trước", "………"} {
		if !strings.Contains(text, letters(says)) {
			t.Errorf("%q is missing:\n%s", says, text)
		}
	}
	if strings.Contains(text, letters("Tỷ lệ hộ nghèo")) {
		t.Error("a person's report tells a unit's targets")
	}
}

func TestAchievement_isWrittenAsWordAndPDF(t *testing.T) {
	p := paper.Achievement(reported())
	files, err := paper.Render(p)
	if err != nil || len(files) != 2 || !bytes.HasPrefix(files[1].Bytes, []byte("%PDF-1.4")) {
		t.Fatalf("%d files, %v", len(files), err)
	}
	if text := pageText(t, files[1].Bytes); !strings.Contains(text, letters("XÁC NHẬN CỦA CẤP TRÊN")) {
		t.Errorf("nobody confirms: %s", text)
	}
	if p.Doc.Layout != document.Circular01 {
		t.Error("a report of 2014 follows the layout of its day")
	}
}
