package award

import "thidua/vi"

// Ground is why an award is revoked.
type Ground string

// The four grounds (Luật 06/2022/QH15, Điều 93; read in a copy of the text).
const (
	FalseMerit      Ground = "false_merit"
	ForgedPapers    Ground = "forged_papers"
	UnlawfulProcess Ground = "unlawful_process"
	StandardsUnmet  Ground = "standards_unmet"
)

// Grounds are all grounds, in the law's order.
var Grounds = []Ground{FalseMerit, ForgedPapers, UnlawfulProcess, StandardsUnmet}

// Label is the ground in our words.
func (g Ground) Label() string { return groundLabels[g] }

var groundLabels = map[Ground]string{
	FalseMerit:      "Gian dối khi kê khai thành tích",
	ForgedPapers:    "Cung cấp thông tin sai hoặc giấy tờ giả",
	UnlawfulProcess: "Thẩm định, đề nghị trái quy định",
	StandardsUnmet:  "Kết luận hoặc bản án có hiệu lực cho thấy không đạt tiêu chuẩn trong thời gian được xét",
}

var lawOfGrounds = vi.MustDay("2024-01-01")

// GroundSource is where the grounds stand for a revocation of the day; "" before
// the law of 2022, whose forerunners were not read.
func GroundSource(day vi.Day) string {
	if day.Before(lawOfGrounds) {
		return ""
	}
	return "Luật 06/2022/QH15, Điều 93"
}
