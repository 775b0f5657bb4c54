package rulebook

import (
	"fmt"
	"strings"
)

// Line is one thing, besides its conditions, that a regime lays down about a
// title, in words.
type Line struct {
	Name, Says string
	Known
}

// Lines is what the regime lays down about the title besides its conditions:
// who decides, quota, vote, papers, deadlines, bonus.
func (t Title) Lines() (all []Line) {
	if t.Decider.Who != "" {
		all = append(all, Line{"Thẩm quyền quyết định", t.Decider.Who, t.Decider.Known})
	}
	if t.Threshold != nil {
		all = append(all, Line{"Hội đồng bỏ phiếu", t.Threshold.words(), t.Threshold.Known})
	}
	if t.Quota != nil {
		says := fmt.Sprintf("không quá %s %% %s", t.Quota.Percent.Figure("half_up", 2), t.Quota.BaseWords())
		if t.Quota.Note != "" {
			says += ". " + t.Quota.Note
		}
		all = append(all, Line{"Số lượng", says, t.Quota.Known})
	}
	if len(t.Papers) > 0 {
		var names []string
		for _, p := range t.Papers {
			names = append(names, p.Name)
		}
		all = append(all, Line{"Hồ sơ", strings.Join(names, "; "), t.Papers[0].Known})
	}
	if t.Originals != nil {
		all = append(all, Line{"Số bản chính", fmt.Sprint(t.Originals.Number), t.Originals.Known})
	}
	if t.Report != "" {
		all = append(all, Line{Name: "Mẫu báo cáo thành tích", Says: t.Report})
	}
	for _, d := range t.Deadlines {
		all = append(all, Line{"Thời hạn", d.Says, d.Known})
	}
	for _, b := range t.Bonus {
		all = append(all, Line{"Tiền thưởng, " + b.To.Label(), b.Times.Figure("half_up", 2) + " lần mức lương cơ sở", b.Known})
	}
	return all
}

func (t Threshold) words() string {
	of := "số phiếu đã bỏ"
	if t.Of == "all_members" {
		of = "tổng số thành viên Hội đồng, tính cả ý kiến bằng văn bản của người vắng"
	}
	s := fmt.Sprintf("từ %s %% trở lên trên %s", t.Percent.Figure("half_up", 2), of)
	if t.Secret {
		s = "bỏ phiếu kín, " + s
	}
	return s
}
