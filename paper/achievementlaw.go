package paper

import (
	"fmt"
	"slices"

	"thidua/document"
	"thidua/dossier"
	"thidua/rulebook"
)

// reminder is what the law says to whoever writes a report of some categories.
type reminder struct {
	categories []rulebook.Category
	regimes    []string
	says       string
	article    string // of the regime's decree
	mark       dossier.Mark
}

// reminders hold only what was read, in the text or in a secondary source:
// NĐ 98/2023, Article 3; NĐ 98/2023 and NĐ 152/2025, Article 4.
var reminders = []reminder{
	{[]rulebook.Category{rulebook.AdHoc}, []string{"B"}, "Thành tích đột xuất là thành tích lập được ngoài chương trình, kế hoạch, nhiệm vụ được giao", "3", dossier.FromSecondary},
	{[]rulebook.Category{rulebook.AdHoc, rulebook.Thematic}, []string{"B", "C"}, "Thành tích đột xuất, chuyên đề không dùng làm căn cứ đề nghị khen thưởng công trạng ở mức cao hơn", "4", dossier.FromText},
	{[]rulebook.Category{rulebook.Dedication, rulebook.LongService}, []string{"B", "C"}, "Thời gian nghỉ thai sản được tính; sau kỷ luật, thành tích tính từ khi hết thời hạn kỷ luật", "4", dossier.FromText},
	{[]rulebook.Category{rulebook.Dedication}, []string{"B", "C"}, "Lãnh đạo nữ được giảm một phần ba thời gian, trừ trường hợp có tuổi nghỉ hưu cao hơn", "4", dossier.FromText},
}

var reminding = map[string]string{"B": "Nghị định 98/2023/NĐ-CP", "C": "Nghị định 152/2025/NĐ-CP"}

// reminded are the reminders for this report, each with its place in the law.
func (r Reported) reminded() (blocks []document.Block) {
	for _, x := range reminders {
		if slices.Contains(x.categories, r.Nomination.Category) && slices.Contains(x.regimes, r.Regime) {
			text := fmt.Sprintf("%s (%s, Điều %s; %s).", x.says, reminding[r.Regime], x.article, x.mark.Label())
			blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: text, Italic: true}}})
		}
	}
	return blocks
}
