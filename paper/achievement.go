package paper

import (
	"fmt"

	"thidua/award"
	"thidua/document"
	"thidua/dossier"
	"thidua/rulebook"
	"thidua/vi"
	"thidua/yearbook"
)

// AchievementReport is the báo cáo thành tích of one candidate. It is drawn up
// for its dossier, never among the papers of the year.
const AchievementReport Kind = "achievement_report"

// Reported is what an achievement report is drawn up from.
type Reported struct {
	Year       yearbook.Year
	Nomination dossier.Nomination
	Regime     string // id of the regime by which the dossier is judged
	Awards     []award.Award
	Namesakes  int  // how many of the candidate's name the register has, when it has several
	Published  bool // the year's results are public: the report may tell points
}

// Achievement drafts the candidate's report: what the records tell is filled in,
// with its mark where it is of no source; what only people can write is a
// prompt and a dotted line.
func Achievement(r Reported) Paper {
	o, n := occasion{Year: r.Year}, r.Nomination
	p := Paper{Kind: AchievementReport, Title: "Báo cáo thành tích đề nghị " + bare(n.Title) + ": " + n.CandidateName, File: "bao-cao-thanh-tich", Day: o.ruleDay(vi.Day{}), of: o}
	if fixed := n.ReceivedOn; !fixed.IsZero() {
		p.Day = fixed
	}
	body := []document.Block{document.Paragraph{Runs: []document.Run{{Text: formWords(n, r.Regime), Italic: true}}}}
	body = append(body, chapters(r.sections(o)...)...)
	from := r.reporter(o)
	d := draft{from: from, typeName: "BÁO CÁO", subject: "Thành tích đề nghị tặng " + bare(n.Title) + "\ncủa " + vi.LowerFirst(n.CandidateName), body: body,
		signatures: []document.Signature{{Post: "XÁC NHẬN CỦA CẤP TRÊN\nTRỰC TIẾP", Note: "(Ký tên, đóng dấu)"}, r.signer(from)}, sample: n.Sample || o.Season.Sample}
	if n.CandidateKind != dossier.Collective {
		d.subject = "Thành tích đề nghị tặng " + bare(n.Title) + "\ncủa " + n.CandidateName
	}
	d.subject += categoryWords(n.Category)
	return d.framed(p, "BC")
}

// reporter is who makes the report: the candidate, of a foreign one whoever
// proposes it, as far as it is a unit on record; else left to fill in.
func (r Reported) reporter(o occasion) office {
	n := r.Nomination
	if n.Category == rulebook.Foreign {
		n.CandidateKind, n.CandidateUnit = dossier.Collective, n.ProposedBy
	}
	if n.CandidateKind == dossier.Collective && n.CandidateUnit != "" {
		return o.officeOf(o.Unit(n.CandidateUnit))
	}
	return office{issuer: toFillIn + toFillIn + toFillIn, place: toFillIn}
}

func (r Reported) signer(from office) document.Signature {
	if r.Nomination.CandidateKind == dossier.Collective || r.Nomination.Category == rulebook.Foreign {
		if signs := from.sign(); signs[0].Post != "" {
			return signs[0]
		}
		return document.Signature{Post: "THỦ TRƯỞNG ĐƠN VỊ", Note: "(Ký tên, đóng dấu)"}
	}
	return document.Signature{Post: "NGƯỜI BÁO CÁO", Note: "(Ký, ghi rõ họ tên)"}
}

func aboutTitle(n dossier.Nomination) string {
	if n.CandidateKind == dossier.Collective && n.Category != rulebook.Foreign {
		return "Sơ lược đặc điểm, tình hình"
	}
	return "Sơ lược về " + vi.LowerFirst(n.CandidateKind.Label()) + " được đề nghị"
}

// about is what only the candidate can write.
func about(n dossier.Nomination) []document.Block {
	switch {
	case n.Category == rulebook.Foreign && n.CandidateKind == dossier.Collective:
		return prompts("Tên tổ chức bằng tiếng Việt và tiếng nước ngoài, nước, trụ sở", "Lĩnh vực hoạt động", "Quá trình hợp tác với Việt Nam")
	case n.Category == rulebook.Foreign:
		return prompts("Họ và tên, ngày sinh, quốc tịch", "Chức vụ, cơ quan, tổ chức", "Quá trình hợp tác với Việt Nam")
	case n.CandidateKind != dossier.Collective && (n.Category == rulebook.Dedication || n.Category == rulebook.LongService):
		return prompts("Họ và tên, ngày sinh, nơi ở", "Chức vụ, nơi công tác, nhiệm vụ được giao") // the years stand below, in a table
	case n.CandidateKind != dossier.Collective:
		return prompts("Họ và tên, ngày sinh, nơi ở", "Chức vụ, nơi công tác, nhiệm vụ được giao", "Quá trình công tác, lao động")
	}
	return prompts("Địa điểm trụ sở chính, điện thoại, trang thông tin điện tử", "Quá trình thành lập và phát triển",
		"Những đặc điểm chính: điều kiện tự nhiên, xã hội, cơ cấu tổ chức, cơ sở vật chất, tổ chức đảng, đoàn thể (doanh nghiệp ghi cả vốn)",
		"Chức năng, nhiệm vụ được giao")
}

// prompts ask for text, each with lines to write on.
func prompts(asked ...string) (blocks []document.Block) {
	for _, text := range asked {
		blocks = append(blocks, document.Bullet{Runs: document.Plain(text + ":")}, dotted())
	}
	return blocks
}

// rewarded are some awards of the register: titles, then commendations. in says
// of what time they are; empty for all.
func rewarded(some []award.Award, namesakes int, in string) []document.Block {
	var titles, commendations []award.Award
	for _, a := range some {
		if name, _ := rulebook.NameOf(a.Title); name.Group == "commendation" {
			commendations = append(commendations, a)
		} else {
			titles = append(titles, a)
		}
	}
	blocks := append(awardTable("Danh hiệu thi đua", titles), awardTable("Hình thức khen thưởng", commendations)...)
	if namesakes > 1 {
		blocks = append(blocks, document.Text(fmt.Sprintf("Sổ khen thưởng có %s người cùng tên nên không tự điền; người lập báo cáo ghi:", count(namesakes))))
	} else if len(some) == 0 {
		blocks = append(blocks, document.Text("Sổ khen thưởng"+in+" chưa ghi lần nào; nếu đã được khen, ghi năm, danh hiệu hoặc hình thức, số, ngày quyết định, cơ quan ban hành:"))
	}
	if len(some) == 0 {
		blocks = append(blocks, dotted())
	}
	return blocks
}

func awardTable(caption string, some []award.Award) []document.Block {
	if len(some) == 0 {
		return nil
	}
	decided := func(a award.Award) string {
		if a.By.Day.IsZero() {
			return a.By.Number
		}
		return joined(", ", a.By.Number, "ngày "+a.By.Day.Short())
	}
	return []document.Block{list(caption, samples(some, func(a award.Award) bool { return a.Sample || a.By.Sample }),
		ordinals(len(some)),
		column{head: "Năm", width: 1.6, align: document.AlignCentre, cells: texts(some, func(a award.Award) string { return fmt.Sprint(a.Year) })},
		column{head: "Danh hiệu, hình thức", width: 5, marked: true, cells: texts(some, func(a award.Award) string { return a.TitleName })},
		column{head: "Số, ngày quyết định", width: 4, cells: texts(some, decided)},
		column{head: "Cơ quan ban hành", width: 4, cells: texts(some, func(a award.Award) string { return a.By.Authority })})}
}
