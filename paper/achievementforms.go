package paper

import (
	"fmt"

	"thidua/dossier"
	"thidua/rulebook"
)

// form is one of a decree's templates of achievement reports.
type form struct {
	regime   string
	title    rulebook.Code         // of one title only, whatever it is for; empty for every other
	category rulebook.Category     // of every other title: for what kind of achievement
	kind     dossier.CandidateKind // for whom; empty where the template is one for all
	name     string                // as the decree calls it, behind "báo cáo thành tích"
	number   string                // as the decree numbers it; empty where no source at hand tells
}

// decree is the text that holds a regime's templates, and how far what we know
// of them can be trusted.
type decree struct {
	name string
	mark dossier.Mark
}

// decrees: the nine templates of NĐ 91/2017 and two of NĐ 98/2023 (Phụ lục I)
// were read of in secondary sources, the names of the eleven of NĐ 152/2025 in
// the text. Of other regimes no template is at hand.
var decrees = map[string]decree{
	"A3": {"Nghị định 91/2017/NĐ-CP", dossier.FromSecondary},
	"B":  {"Nghị định 98/2023/NĐ-CP, Phụ lục I", dossier.FromSecondary},
	"C":  {"Nghị định 152/2025/NĐ-CP", dossier.FromText},
}

// forms, those of one title first. No source names a template of long service
// (niên hạn) or of households; the other numbers of NĐ 98/2023 would only be
// inferred.
var forms = []form{
	{"A3", rulebook.HeroOfLabour, "", dossier.Collective, "đề nghị tặng danh hiệu Anh hùng cho tập thể", "04"},
	{"A3", rulebook.HeroOfLabour, "", dossier.Person, "đề nghị tặng danh hiệu Anh hùng cho cá nhân", "05"},
	{"A3", "", rulebook.Merit, dossier.Collective, "của tập thể có công trạng", "01"},
	{"A3", "", rulebook.Merit, dossier.Person, "của cá nhân có công trạng", "02"},
	{"A3", "", rulebook.Dedication, "", "có quá trình cống hiến", "03"},
	{"A3", "", rulebook.AdHoc, "", "đột xuất", "06"},
	{"A3", "", rulebook.Thematic, "", "theo đợt, chuyên đề", "07"},
	{"A3", "", rulebook.Foreign, dossier.Collective, "của tổ chức nước ngoài", "08"},
	{"A3", "", rulebook.Foreign, dossier.Person, "của cá nhân nước ngoài", "09"},
	{"B", rulebook.HeroOfLabour, "", dossier.Collective, "đề nghị tặng danh hiệu Anh hùng cho tập thể", "05"},
	{"B", "", rulebook.Merit, dossier.Collective, "của tập thể có công trạng", "02"},
	{"C", rulebook.GovernmentFlag, "", dossier.Collective, "đề nghị tặng Cờ thi đua của Chính phủ", ""},
	{"C", rulebook.NationalFighter, "", dossier.Person, "đề nghị tặng Chiến sĩ thi đua toàn quốc", ""},
	{"C", rulebook.HeroOfLabour, "", dossier.Collective, "đề nghị tặng danh hiệu Anh hùng cho tập thể", ""},
	{"C", rulebook.HeroOfLabour, "", dossier.Person, "đề nghị tặng danh hiệu Anh hùng cho cá nhân", ""},
	{"C", "", rulebook.Merit, dossier.Collective, "của tập thể có công trạng", ""},
	{"C", "", rulebook.Merit, dossier.Person, "của cá nhân có công trạng", ""},
	{"C", "", rulebook.AdHoc, "", "đột xuất", ""},
	{"C", "", rulebook.Dedication, "", "có quá trình cống hiến", ""},
	{"C", "", rulebook.Thematic, "", "chuyên đề", ""},
	{"C", "", rulebook.Foreign, dossier.Collective, "của tập thể có thành tích đối ngoại", ""},
	{"C", "", rulebook.Foreign, dossier.Person, "của cá nhân có thành tích đối ngoại", ""},
}

// formOf is the template for the candidate; false when none is at hand.
func formOf(n dossier.Nomination, regime string) (form, bool) {
	for _, f := range forms {
		if f.regime == regime && f.fits(n) {
			return f, true
		}
	}
	return form{}, false
}

func (f form) fits(n dossier.Nomination) bool {
	if f.title != "" && f.title != n.TitleCode || f.title == "" && f.category != n.Category {
		return false
	}
	return f.kind == "" || f.kind == n.CandidateKind
}

// formWords says by which template the report is laid out. The headings of a
// collective's report of merit are those of NĐ 91/2017 and NĐ 98/2023, read of
// in a secondary source; nothing else is told as law.
func formWords(n dossier.Nomination, regime string) string {
	f, known := formOf(n, regime)
	if !known {
		return "Chương trình chưa có mẫu báo cáo của quy định áp dụng cho đối tượng, loại hình này; các đề mục dưới đây chỉ để gợi ý, người lập báo cáo đối chiếu với mẫu."
	}
	d := decrees[regime]
	text := fmt.Sprintf("Mẫu: báo cáo thành tích %s của %s (%s).", f.name, d.name, d.mark.Label())
	if f.number != "" {
		text = fmt.Sprintf("Mẫu số %s: báo cáo thành tích %s của %s (%s).", f.number, f.name, d.name, d.mark.Label())
	}
	if regime == "C" || n.CandidateKind != dossier.Collective || n.Category != rulebook.Merit {
		return text + " Đề mục chưa đối chiếu được với nguyên văn mẫu."
	}
	return text + " Đề mục theo nguồn thứ cấp."
}
