package paper

import (
	"fmt"
	"slices"

	"thidua/award"
	"thidua/document"
	"thidua/dossier"
	"thidua/rulebook"
	"thidua/vi"
)

// sections are the parts of the report: one act of a sudden achievement, the
// work in a movement, the years of service, or what the year's work came to.
func (r Reported) sections(o occasion) []section {
	about := section{aboutTitle(r.Nomination), about(r.Nomination)}
	had := section{"Các hình thức đã được khen thưởng", rewarded(r.Awards, r.Namesakes, "")}
	switch r.Nomination.Category {
	case rulebook.AdHoc:
		return []section{about, {"Thành tích đột xuất", r.deed()}, {fmt.Sprintf("Khen thưởng đã nhận trong năm %d", o.Season.Year), r.rewardedIn(o.Season.Year)}}
	case rulebook.Thematic:
		return []section{about, {"Thành tích trong phong trào thi đua, chuyên đề", r.inMovements(o)}, had}
	case rulebook.Dedication:
		return []section{about, {"Quá trình công tác, cống hiến", r.dedicated()}, had}
	case rulebook.LongService:
		return []section{about, {"Quá trình công tác", r.served()}, had}
	case rulebook.Foreign:
		return []section{about, {"Thành tích, đóng góp", r.contributed()}, had}
	}
	return []section{about, {"Thành tích đạt được", r.achieved(o)}, had}
}

// stated is why the candidate is proposed, as the nomination has it.
func (r Reported) stated() []document.Block {
	if r.Nomination.Reason == "" {
		return nil
	}
	return []document.Block{bullet(r.Nomination.Sample, "Tóm tắt theo đề nghị khen thưởng: "+bare(r.Nomination.Reason))}
}

// deed is one act: when, where, what was done and what came of it.
func (r Reported) deed() []document.Block {
	return slices.Concat(r.reminded(), r.stated(), prompts("Thời gian, địa điểm lập thành tích", "Hoàn cảnh, tình huống", "Diễn biến, việc đã làm",
		"Kết quả, tác dụng, phạm vi ảnh hưởng", "Cơ quan, người chứng kiến hoặc xác nhận"))
}

// inMovements is what the candidate did in the movements of the year.
func (r Reported) inMovements(o occasion) []document.Block {
	blocks := slices.Concat(r.reminded(), r.stated())
	if table, any := r.movements(o); any {
		blocks = append(blocks, table)
	}
	return append(blocks, prompts("Phong trào, đợt thi đua hoặc chuyên đề được đề nghị khen; thời gian; cơ quan phát động", "Nội dung, chỉ tiêu đã đăng ký hoặc được giao và kết quả thực hiện",
		"Biện pháp, cách làm, sáng kiến", "Tác dụng, phạm vi ảnh hưởng, kinh nghiệm nhân rộng")...)
}

// dedicated is a life's work, post by post.
func (r Reported) dedicated() []document.Block {
	held := "Chức vụ, nơi công tác"
	if r.Nomination.CandidateKind == dossier.Collective {
		held = "Tên gọi, nhiệm vụ của tập thể"
	}
	return slices.Concat(r.reminded(), r.stated(), []document.Block{blank("Quá trình công tác, giữ chức vụ", column{head: "Từ tháng, năm", width: 2.5}, column{head: "Đến tháng, năm", width: 2.5},
		column{head: held, width: 7}, column{head: "Thời gian giữ chức vụ", width: 3})}, prompts("Tóm tắt thành tích trong quá trình công tác", "Kỷ luật (nếu có): hình thức, thời gian, số quyết định"))
}

// served is the years of service that are counted.
func (r Reported) served() []document.Block {
	return slices.Concat(r.reminded(), r.stated(), []document.Block{blank("Quá trình công tác theo năm", column{head: "Từ tháng, năm", width: 2.5}, column{head: "Đến tháng, năm", width: 2.5},
		column{head: "Cấp bậc, chức vụ, đơn vị", width: 7}, column{head: "Số năm, tháng được tính", width: 3})},
		prompts("Tổng số năm, tháng được tính đến ngày đề nghị", "Mức độ hoàn thành nhiệm vụ trong thời gian ấy", "Kỷ luật (nếu có): hình thức, thời gian, số quyết định"))
}

// contributed is what a candidate from abroad did for the country.
func (r Reported) contributed() []document.Block {
	return slices.Concat(r.stated(), prompts("Đóng góp đối với Việt Nam, đối với địa phương, đơn vị; thời gian", "Kết quả, tác dụng đối với quan hệ hữu nghị, hợp tác",
		"Việc chấp hành pháp luật, tôn trọng phong tục, tập quán Việt Nam"))
}

// rewardedIn are the awards of one year: one achievement is rewarded once.
func (r Reported) rewardedIn(year int) []document.Block {
	return rewarded(slices.DeleteFunc(slices.Clone(r.Awards), func(a award.Award) bool { return a.Year != year }), r.Namesakes, fmt.Sprintf(" năm %d", year))
}

// blankRows is how many rows a table to be filled in by hand has.
const blankRows = 5

// blank is a table to be filled in by hand.
func blank(caption string, columns ...column) document.Table {
	for i := range columns {
		columns[i].cells = slices.Repeat([]string{toFillIn}, blankRows)
	}
	return list(caption, make([]bool, blankRows), columns...)
}

// categoryWords is what the award is for, below the paper's subject; merit, the
// usual, goes without saying.
func categoryWords(c rulebook.Category) string {
	if c == rulebook.Merit {
		return ""
	}
	return "\n(Loại hình khen thưởng: " + vi.LowerFirst(c.Label()) + ")"
}
