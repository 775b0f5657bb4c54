package paper

import (
	"fmt"

	"thidua/dossier"
	"thidua/rulebook"
)

// form is one of a decree's templates of achievement reports.
type form struct {
	regime string
	title  rulebook.Code         // of one title only; empty for every other
	kind   dossier.CandidateKind // for whom
	name   string
	number string // as the decree numbers it; empty where no source at hand tells
}

// decree is the text that holds a regime's templates, and how far what we know
// of them can be trusted.
type decree struct {
	name string
	mark dossier.Mark
}

// decrees: the nine templates of NĐ 91/2017 and those of NĐ 98/2023 (Phụ lục I)
// were read of in secondary sources, the names of the eleven of NĐ 152/2025 in
// the text. Of other regimes no template is at hand.
var decrees = map[string]decree{
	"A3": {"Nghị định 91/2017/NĐ-CP", dossier.FromSecondary},
	"B":  {"Nghị định 98/2023/NĐ-CP, Phụ lục I", dossier.FromSecondary},
	"C":  {"Nghị định 152/2025/NĐ-CP", dossier.FromText},
}

// forms by title and kind, those of one title first. Reports of sudden, thematic
// or long service have forms of their own: a nomination does not tell that it is
// one.
var forms = []form{
	{"A3", rulebook.HeroOfLabour, dossier.Collective, "báo cáo thành tích đề nghị tặng danh hiệu Anh hùng cho tập thể", "04"},
	{"A3", rulebook.HeroOfLabour, dossier.Person, "báo cáo thành tích đề nghị tặng danh hiệu Anh hùng cho cá nhân", "05"},
	{"A3", "", dossier.Collective, "báo cáo thành tích của tập thể có công trạng", "01"},
	{"A3", "", dossier.Person, "báo cáo thành tích của cá nhân có công trạng", "02"},
	{"B", rulebook.HeroOfLabour, dossier.Collective, "báo cáo thành tích đề nghị tặng danh hiệu Anh hùng cho tập thể", "05"},
	{"B", "", dossier.Collective, "báo cáo thành tích của tập thể có công trạng", "02"},
	{"C", rulebook.GovernmentFlag, dossier.Collective, "báo cáo thành tích đề nghị tặng Cờ thi đua của Chính phủ", ""},
	{"C", rulebook.NationalFighter, dossier.Person, "báo cáo thành tích đề nghị tặng Chiến sĩ thi đua toàn quốc", ""},
	{"C", rulebook.HeroOfLabour, dossier.Collective, "báo cáo thành tích đề nghị tặng danh hiệu Anh hùng cho tập thể", ""},
	{"C", rulebook.HeroOfLabour, dossier.Person, "báo cáo thành tích đề nghị tặng danh hiệu Anh hùng cho cá nhân", ""},
	{"C", "", dossier.Collective, "báo cáo thành tích của tập thể có công trạng", ""},
	{"C", "", dossier.Person, "báo cáo thành tích của cá nhân có công trạng", ""},
}

// formOf is the template for the candidate; false when none is at hand.
func formOf(n dossier.Nomination, regime string) (form, bool) {
	for _, f := range forms {
		if f.regime == regime && f.kind == n.CandidateKind && (f.title == "" || f.title == n.TitleCode) {
			return f, true
		}
	}
	return form{}, false
}

// formWords says by which template the report is laid out. The headings of the
// collective's report are those of NĐ 91/2017 and NĐ 98/2023, read of in a
// secondary source; nothing else is told as law.
func formWords(n dossier.Nomination, regime string) string {
	f, known := formOf(n, regime)
	if !known {
		return "Chương trình chưa có mẫu báo cáo của quy định áp dụng cho đối tượng này; các đề mục dưới đây chỉ để gợi ý, người lập báo cáo đối chiếu với mẫu."
	}
	d := decrees[regime]
	text := fmt.Sprintf("Mẫu: %s của %s (%s).", f.name, d.name, d.mark.Label())
	if f.number != "" {
		text = fmt.Sprintf("Mẫu số %s: %s của %s (%s).", f.number, f.name, d.name, d.mark.Label())
	}
	if regime == "C" || n.CandidateKind != dossier.Collective {
		return text + " Đề mục chưa đối chiếu được với nguyên văn mẫu."
	}
	return text + " Đề mục theo nguồn thứ cấp."
}
