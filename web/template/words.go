package template

import (
	"context"
	"fmt"
	"strings"

	"thidua/access"
	"thidua/paper"
	"thidua/template"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// holding says what holds for a kind and an owner on a day.
func (s shelf) holding(k paper.Kind, owner string, day vi.Day) string {
	if f, found := template.InForce(s.forces, owner, k, day); found {
		if f.Cluster == owner {
			return fmt.Sprintf("bản %d từ ngày %s", f.Version, f.From.Short())
		}
		return fmt.Sprintf("mẫu chung, bản %d", f.Version)
	}
	return "bản dựng sẵn"
}

// inUse tells for each owner of templates what holds, in one line.
func (s shelf) inUse(k paper.Kind, day vi.Day) string {
	var parts []string
	for _, owner := range s.held(k) {
		parts = append(parts, vi.UpperFirst(s.names[owner])+": "+s.holding(k, owner, day))
	}
	if len(parts) == 0 {
		return "Bản dựng sẵn"
	}
	return strings.Join(parts, "; ")
}

// ruled is what was put in force for a kind, the last first.
func (s shelf) ruled(k paper.Kind) (all []template.Force) {
	for _, f := range s.forces {
		if f.Kind == k {
			all = append([]template.Force{f}, all...)
		}
	}
	return all
}

func versionWords(version int) string {
	if version == template.BuiltIn {
		return "Thôi dùng mẫu"
	}
	return fmt.Sprintf("Bản %d", version)
}

// typed are the fields as a clerk types them.
func typed(f paper.Field) (all []string) {
	if f.Shape != paper.Rows {
		return []string{"{" + f.Name + "}"}
	}
	for _, c := range f.Columns {
		all = append(all, "{"+f.Name+": "+c+"}")
	}
	return all
}

// howToPlace says where a field of that shape may stand.
var howToPlace = map[paper.Shape]string{
	paper.Text:   "một dòng chữ",
	paper.Lines:  "nhiều dòng: đứng riêng một đoạn thì đoạn lặp lại, đứng trong câu thì nối bằng dấu chấm phẩy",
	paper.Rows:   "danh sách: dòng của bảng (hoặc đoạn) chứa trường lặp lại cho từng mục",
	paper.Blocks: "nhiều đoạn: phải đứng riêng một đoạn",
}

// trialWords say with what a trial is filled.
func trialWords(ctx context.Context, v work.Visit) string {
	if v.By.Role == access.StandingBody {
		return ui.T(ctx, "Xem thử điền bằng văn bản thật của năm gần nhất có loại văn bản này; chưa có thì điền bằng ví dụ. Mẫu chưa áp dụng cũng xem thử được.",
			"A trial is filled with a paper of the newest year that has one of this kind, else with examples. It needs no template in force.")
	}
	return ui.T(ctx, "Xem thử điền bằng ví dụ: dữ liệu thật chỉ người lập văn bản được xem.", "A trial is filled with examples: facts on record are for those who draw up papers.")
}
