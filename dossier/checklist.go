package dossier

import (
	"slices"

	"thidua/vi"
)

// Requirement is one line of the checklist.
type Requirement struct {
	Kind   PaperKind
	Name   string
	Mark   Mark
	Source string
	Have   bool
}

// requirement is a line that holds for some titles between two days; no codes
// means every title of the catalogue.
type requirement struct {
	codes []Code
	kind  PaperKind
	rule  // Sentence is the paper's name
}

var (
	upward = []Code{GovernmentFlag, PrimeMinisterMerit, LabourOrder}
	flags  = []Code{GovernmentFlag}
	voted  = []Code{ProvinceFlag, ProvinceFighter}
	lower  = []Code{ProvinceFlag, ProvinceFighter, ExcellentCollective}
	rest   = []Code{PrimeMinisterMerit, ProvinceMerit, LabourOrder}
)

const (
	before91  = "Quy định trước Nghị định 91/2017/NĐ-CP"
	article51 = sourceDecree91 + ", Điều 51"
	flagRule  = sourceDecree98 + "; " + sourceDecree152
	article34 = sourceDecree98 + ", Điều 34"
	article84 = sourceLaw2022 + ", Điều 84 khoản 1"
)

var requirements = []requirement{
	{nil, SubmissionLetter, rule{law2003, endOf42, Finding{"Tờ trình", FromSecondary, before91}}},
	{nil, AchievementReport, rule{law2003, endOf42, Finding{"Báo cáo thành tích", FromSecondary, before91}}},
	{nil, ReviewMinutes, rule{law2003, endOf42, Finding{"Biên bản bình xét, kết quả bỏ phiếu", FromSecondary, before91}}},
	{upward, Opinions, rule{law2003, endOf42, Finding{"Ý kiến hiệp y, ý kiến của cơ quan trung ương hoặc tỉnh", FromSecondary, before91}}},
	{nil, Originals, rule{law2003, endOf42, Finding{"Số bản chính phải nộp", Unverified, ""}}},

	{nil, SubmissionLetter, rule{decree91, endOf91, Finding{"Tờ trình", FromSecondary, article51}}},
	{nil, AchievementReport, rule{decree91, endOf91, Finding{"Báo cáo thành tích", FromSecondary, article51}}},
	{nil, ReviewMinutes, rule{decree91, endOf91, Finding{"Biên bản và kết quả bỏ phiếu kín", FromSecondary, article51}}},
	{nil, Originals, rule{decree91, endOf91, Finding{"02 bộ bản chính", FromSecondary, article51}}},

	{flags, SubmissionLetter, rule{law2022, endOf2022, Finding{"Tờ trình của bộ, ngành, tỉnh", FromText, flagRule}}},
	{flags, AchievementReport, rule{law2022, endOf2022, Finding{"Báo cáo thành tích có xác nhận của cấp trình", FromText, flagRule}}},
	{flags, ReviewMinutes, rule{law2022, endOf2022, Finding{"Biên bản họp Hội đồng", FromText, flagRule}}},
	{flags, VoteResult, rule{law2022, endOf2022, Finding{"Kết quả bỏ phiếu của Hội đồng", FromText, flagRule}}},
	{flags, Opinions, rule{law2022, endOf2022, Finding{"Các xác nhận khác theo Điều 30", FromText, flagRule}}},
	{flags, Originals, rule{law2022, endOf2022, Finding{"01 bộ bản chính, kèm tệp điện tử (word và pdf)", FromText, flagRule}}},

	{lower, SubmissionLetter, rule{law2022, endOf98, Finding{"Tờ trình", FromText, article34}}},
	{lower, AchievementReport, rule{law2022, endOf98, Finding{"Báo cáo thành tích", FromText, article34}}},
	{lower, ReviewMinutes, rule{law2022, endOf98, Finding{"Biên bản bình xét", FromText, article34}}},
	{voted, VoteResult, rule{law2022, endOf98, Finding{"Kết quả bỏ phiếu", FromText, article34}}},
	{[]Code{ProvinceFighter}, InitiativeProof, rule{law2022, endOf98, Finding{"Chứng nhận sáng kiến hoặc xác nhận hoàn thành xuất sắc nhiệm vụ", FromText, article34}}},

	// Decree 98 ended with June 2025; the dossiers of these titles were not read in Decree 152, so the law's own list stands.
	{lower, SubmissionLetter, rule{from152, endOf2022, Finding{"Tờ trình", FromText, article84}}},
	{lower, AchievementReport, rule{from152, endOf2022, Finding{"Báo cáo thành tích", FromText, article84}}},
	{lower, ReviewMinutes, rule{from152, endOf2022, Finding{"Biên bản bình xét", FromText, article84}}},
	{[]Code{ProvinceFighter}, InitiativeProof, rule{from152, endOf2022, Finding{"Chứng nhận sáng kiến", FromText, article84}}},
	{voted, VoteResult, rule{from152, endOf2022, Finding{"Kết quả bỏ phiếu", Unverified, sourceDecree152}}},

	{rest, SubmissionLetter, rule{law2022, endOf2022, Finding{"Tờ trình", FromText, article84}}},
	{rest, AchievementReport, rule{law2022, endOf2022, Finding{"Báo cáo thành tích", FromText, article84}}},
	{rest, ReviewMinutes, rule{law2022, endOf2022, Finding{"Biên bản bình xét", FromText, article84}}},
}

// Checklist is the papers the title's dossier needs on that day, each marked
// as had or missing. It is empty for a title of another body, and for a day
// whose law is not known.
func Checklist(code Code, day vi.Day, have []PaperKind) (list []Requirement) {
	if code == "" {
		return nil
	}
	for _, r := range requirements {
		if r.holds(day) && (r.codes == nil || slices.Contains(r.codes, code)) {
			list = append(list, Requirement{r.kind, r.Sentence, r.Mark, r.Source, slices.Contains(have, r.kind)})
		}
	}
	return list
}
