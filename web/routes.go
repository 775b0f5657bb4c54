package web

import (
	"slices"

	"thidua/web/award"
	"thidua/web/bonus"
	"thidua/web/bulletin"
	"thidua/web/certificate"
	"thidua/web/cluster"
	"thidua/web/council"
	"thidua/web/dossier"
	"thidua/web/evidence"
	"thidua/web/exemplar"
	"thidua/web/home"
	"thidua/web/intake"
	"thidua/web/journal"
	"thidua/web/meeting"
	"thidua/web/movement"
	"thidua/web/notice"
	"thidua/web/org"
	"thidua/web/paper"
	"thidua/web/report"
	"thidua/web/rulebook"
	"thidua/web/scoring"
	"thidua/web/season"
	"thidua/web/signature"
	"thidua/web/target"
	"thidua/web/template"
	"thidua/web/ui"
	"thidua/web/voting"
	"thidua/web/work"
	"thidua/web/year"
)

// pages are all pages of a year: where each stands, what it is called, from
// when it may be shown, and who reads it.
var pages = []year.Route{
	{Path: "", Title: ui.Words{Vietnamese: "Năm thi đua", English: "The year"}, Rule: year.Open, Read: season.Overview},
	{Path: "/phong-trao", Title: ui.Words{Vietnamese: "Phong trào thi đua", English: "Movements"}, Rule: year.Open, Read: movement.Movements},
	{Path: "/chi-tieu", Title: ui.Words{Vietnamese: "Chỉ tiêu", English: "Targets"}, Rule: year.Open, Read: target.Targets},
	{Path: "/chi-tieu/{code}", Title: ui.Words{Vietnamese: "Chỉ tiêu", English: "Target"}, Rule: year.Open, Read: target.Indicator},
	{Path: "/dien-hinh", Title: ui.Words{Vietnamese: "Điển hình tiên tiến", English: "Exemplars"}, Rule: year.Open, Read: exemplar.Exemplars},
	{Path: "/xep-hang", Title: ui.Words{Vietnamese: "Kết quả chấm điểm, xếp hạng", English: "Scores and ranking"}, Rule: year.WhenPublished, Read: scoring.Ranking},
	{Path: "/xep-hang/{unit}", Title: ui.Words{Vietnamese: "Phiếu điểm", English: "Score sheet"}, Rule: year.WhenPublished, Read: scoring.Sheet},
	{Path: "/xep-hang/{unit}/{criterion}", Title: ui.Words{Vietnamese: "Vì sao được số điểm này?", English: "Why this many points?"}, Rule: year.WhenPublished, Read: scoring.Why},
	{Path: "/hoi-nghi", Title: ui.Words{Vietnamese: "Hội nghị", English: "Conferences"}, Rule: year.Open, Read: meeting.Conferences},
	{Path: "/suy-ton", Title: ui.Words{Vietnamese: "Suy tôn, đề nghị khen thưởng", English: "Endorsement and nominations"}, Rule: year.WhenPublished, Read: dossier.Nominations},
	{Path: "/doc-van-ban/{paper}", Title: ui.Words{Vietnamese: "Văn bản", English: "Paper"}, Rule: year.WhenPublished, Read: paper.Read},
	{Path: "/ban-tin", Title: ui.Words{Vietnamese: "Bản tin", English: "News report"}, Rule: year.WhenPublished, Read: bulletin.Story},
}

// workPages are the pages of the working desk, room by room.
func workPages() []work.Page {
	return slices.Concat(
		work.Pages,
		home.Desk,
		notice.Desk,
		scoring.JudgeDesk,
		voting.Desk,
		dossier.Desk,
		meeting.Desk,
		evidence.Desk,
		journal.Desk,
		scoring.SelfDesk,
		season.YearDesk,
		season.YearWork,
		movement.Desk,
		exemplar.Desk,
		target.Desk,
		season.SetUpDesk,
		org.Desk,
		cluster.Desk,
		award.Desk,
		council.Desk,
		bonus.Desk,
		certificate.Desk,
		report.Desk,
		template.Desk,
		intake.Desk,
		rulebook.Desk,
		signature.Desk,
		paper.Desk,
	)
}

// rawPages are the addresses that answer in their own way: files, fragments,
// streams.
func rawPages() []work.Raw {
	return slices.Concat(
		evidence.Raw,
		dossier.Downloads,
		dossier.Raws,
		award.Raws,
		journal.Raw,
		scoring.SelfRaws,
		scoring.JudgeRaws,
		meeting.Raws,
		target.Raws,
		season.Raws,
		intake.Raw,
		org.Raws,
		signature.Raws,
		certificate.Raw,
	)
}
