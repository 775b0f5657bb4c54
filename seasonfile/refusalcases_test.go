package seasonfile_test

// A paper vote at which two of the four members were present, in the place of
// one at which all four were.
const (
	votePresentFour = "present: 4\n    issued: 4\n    returned: 4\n    valid: 4\n    invalid: 0\n    options:\n      - {label: y-te, for: 3, against: 1,"
	votePresentTwo  = "«present: 2\n    issued: 2\n    returned: 2\n    valid: 2\n    invalid: 0\n    options:\n      - {label: y-te, for: 2, against: 0,"
)

// wrongFacts are well written, and cannot have been so.
var wrongFacts = []mistake{
	// Scores.
	{"a score above the criterion's maximum", `date: 2024-11-05, marks: {"1.1": 38,`, `date: 2024-11-05, marks: {«"1.1": 41,`,
		"scores[0].marks.1.1.points", "Tiêu chí 1.1: 41 điểm là trên mức tối đa 40."},
	{"a total above the scale", `date: 2024-11-05, marks: {"1.1": 38, "1.2": 20, "2": 30}`, `date: 2024-11-05, «total: 101`,
		"scores[0].total", "Tổng điểm 101 vượt điểm tối đa 100."},
	{"a score below zero", `date: 2024-11-05, marks: {"1.1": 38,`, `date: 2024-11-05, marks: {«"1.1": -1,`,
		"scores[0].marks.1.1.points", "Tiêu chí 1.1: -1 điểm là dưới mức thấp nhất 0."},
	{"a unit scoring itself in cross-scoring", `by: xay-dung, date`, `«by: tai-chinh, date`,
		"scores[4].by", "Sở Tài chính không được chấm điểm cho chính mình ở bước này; by phải là đơn vị khác."},
	{"a cross sheet that names no scorer", `- {unit: tai-chinh, stage: cross, by: xay-dung,`, `- «{unit: tai-chinh, stage: cross,`,
		"scores[4]", "Phiếu chấm chéo phải nêu đơn vị chấm (by)."},
	{"two sheets of one stage by one scorer", `- {unit: y-te, stage: cross, by: tu-phap, date: 2024-11-15, marks: {"1.1": 40, "1.2": 20, "2": 40}}`,
		`- «{unit: xay-dung, stage: cross, by: y-te, date: 2024-11-16, marks: {"1.1": 35, "1.2": 20, "2": 20}}`,
		"scores[6]", "Sở Xây dựng đã có phiếu cùng bước, cùng người chấm ở dòng 44; mỗi nơi chấm gửi một phiếu."},
	{"self-scoring after the deadline", `stage: self, date: 2024-11-08`, `stage: self, «date: 2024-11-11`,
		"scores[3].date", "Bước “Tự chấm điểm” đã hết hạn ngày 10/11/2024."},
	{"self-scoring before it opens", `stage: self, date: 2024-11-08`, `stage: self, «date: 2024-10-31`,
		"scores[3].date", "Bước “Tự chấm điểm” chưa mở: bắt đầu từ 01/11/2024."},
	{"a criterion that the rules do not have", `marks: {"1.1": 37,`, `marks: {«"1.9": 37,`, "scores[4].marks.1.9", "Bộ quy tắc không có tiêu chí “1.9”."},
	{"a self-scoring sheet with a criterion left out", `marks: {"1.1": {target: 20, actual: 19}, "1.2"`, `«marks: {"1.2"`, "scores[3].marks", "Phiếu tự chấm còn thiếu tiêu chí 1.1."},
	{"scores and a ranking stated beside them", `next_head: xay-dung`, `«ranking: [y-te]`, "ranking", "Thứ hạng được tính từ phiếu chấm (scores); bỏ mục ranking, hoặc bỏ mục scores."},

	// Rules.
	{"criteria that do not sum", "max: 60\n      children:\n        - {code: \"1.1\", name: Thu ngân sách, max: 40", "«max: 60\n      children:\n        - {code: \"1.1\", name: Thu ngân sách, max: 45",
		"rules.criteria[0].max", "Điểm tối đa của nhóm 1 là 60 điểm nhưng các tiêu chí con cộng lại 65 điểm."},
	{"a scale that the groups do not make", `scale: 100`, `«scale: 1000`, "rules.scale", "Thang điểm là 1.000 điểm nhưng các tiêu chí con cộng lại 100 điểm."},
	{"weights that do not sum", "    - code: \"1\"\n      name: Nhiệm vụ được giao\n      max: 60\n      children:\n        - {code: \"1.1\", name: Thu ngân sách, max: 40, kind: linear}\n        - {code: \"1.2\", name: Cải cách hành chính, max: 20,",
		"    - «code: \"1\"\n      name: Nhiệm vụ được giao\n      max: 60\n      children:\n        - {code: \"1.1\", name: Thu ngân sách, max: 40, kind: linear, weight: 50}\n        - {code: \"1.2\", name: Cải cách hành chính, max: 20, weight: 40,",
		"rules.criteria[0].weight", "Trọng số các tiêu chí con của nhóm 1 cộng lại 90, phải là 100."},
	{"overlapping phases", `from: 2024-11-11, to`, `«from: 2024-11-10, to`, "phases[1].from", "Bước “Tự chấm điểm” (đến 10/11/2024) và bước “Chấm chéo” (từ 10/11/2024) chồng lên nhau."},
	{"a phase that ends before it begins", `from: 2024-11-11, to: 2024-11-20`, `from: 2024-11-21, «to: 2024-11-20`, "phases[1].to", "Bước “Chấm chéo” kết thúc (20/11/2024) trước khi bắt đầu (21/11/2024)."},

	// Units.
	{"a head who was no member that year", `head: tai-chinh` + "\ndeputy", `«head: noi-vu` + "\ndeputy", "head", "Sở Nội vụ không phải thành viên năm 2024 nên không thể là trưởng cụm."},
	{"an unknown unit", `unit: xay-dung, stage: self`, `«unit: xay-dug, stage: self`, "scores[1].unit", "Không có đơn vị “xay-dug” trong tệp; có phải là “xay-dung”?"},
	{"a unit nothing like any in the file", `next_head: xay-dung`, `«next_head: Báo Nghệ An`, "next_head", "Không có đơn vị “Báo Nghệ An” trong tệp; hãy khai đơn vị ở mục members hoặc units."},
	{"a unit declared twice", "  - {id: y-te, name: Sở Y tế}", "  - {id: y-te, name: Sở Y tế}\n  - «{id: y-te-2, name: Sở  Y Tế}", "members[3]", "Đơn vị “Sở Y Tế” được khai hai lần."},
	{"an id used twice", "  - {id: y-te, name: Sở Y tế}", "  - {id: y-te, name: Sở Y tế}\n  - «{id: y-te, name: Sở Du lịch}", "members[3]", "Mã “y-te” đã dùng cho đơn vị khác trong tệp."},
	{"a unit that was not there yet", "{id: xay-dung, name: Sở Xây dựng}", "«{id: xay-dung, name: Sở Xây dựng, from: 2025-03-01}", "members[1]", "Sở Xây dựng chưa có trong năm 2024: đơn vị có từ ngày 01/03/2025."},
	{"a unit that had ended", "{id: xay-dung, name: Sở Xây dựng}", "«{id: xay-dung, name: Sở Xây dựng, until: 2023-03-01}", "members[1]", "Sở Xây dựng không còn trong năm 2024: đơn vị kết thúc từ ngày 01/03/2023."},
	{"a district after the district level ended", "season: \"2024\"\nunits:\n  - {id: noi-vu, name: Sở Nội vụ}\nmembers:\n  - {id: tai-chinh, name: Sở Tài chính}\n  - {id: xay-dung, name: Sở Xây dựng}",
		"season: \"2026\"\nunits:\n  - {id: noi-vu, name: Sở Nội vụ}\nmembers:\n  - {id: tai-chinh, name: Sở Tài chính}\n  - «{id: xay-dung, name: Huyện Con Cuông}", "members[1]",
		"Huyện Con Cuông không còn trong năm 2026: chính quyền cấp huyện kết thúc hoạt động từ ngày 01/07/2025 (Luật số 72/2025/QH15)."},

	// Votes and nominations.
	{"more ballots than voters", `issued: 4`, `«issued: 5`, "votes[0].issued", "5 phiếu phát ra, nhiều hơn 4 người được bỏ phiếu (có mặt và gửi văn bản)."},
	{"valid and invalid ballots that are not those returned", "valid: 4\n    invalid: 0", "«valid: 4\n    invalid: 1", "votes[0].valid", "4 phiếu hợp lệ và 1 phiếu không hợp lệ không bằng 4 phiếu thu về."},
	{"votes for, against and blank that are not the valid ones", "{label: y-te, for: 3, against: 1, blank: 0}", "«{label: y-te, for: 3, against: 0, blank: 0}", "votes[0].options[0]",
		"Sở Y tế: đồng ý, không đồng ý và không có ý kiến cộng lại là 3, không khớp với 4 phiếu hợp lệ."},
	{"a vote by a body without quorum", votePresentFour, votePresentTwo, "votes[0].present",
		"Không đủ số thành viên để biểu quyết: 2 trên tổng số 4 thành viên có mặt, bằng 50,00 %; cần từ 2/3 trở lên, tức ít nhất 3: chưa đủ số thành viên."},
	{"an outcome that the numbers contradict", "    invalid: 0", "    invalid: 0\n    «passed: false", "votes[0].passed",
		"Kết quả ghi là không được thông qua, nhưng số phiếu thì ngược lại: 3 phiếu đồng ý trên tổng số 4 thành viên, bằng 75,00 %; cần từ 2/3 trở lên, tức ít nhất 3 phiếu: đạt."},
	{"a number of members that is not the cluster's", "    present: 4\n", "    «establishment: 5\n    present: 4\n", "votes[0].establishment", "Cụm có 4 đơn vị thành viên, nhưng cuộc biểu quyết ghi tổng số 5."},
	{"a nomination over quota", "title: Cờ thi đua của Chính phủ, vote: 1}", "title: Cờ thi đua của Chính phủ, vote: 1}\n  - {candidate: tu-phap, «title: Cờ thi đua của Chính phủ}", "nominations[1].title",
		"Cụm được đề nghị 1 Cờ thi đua của Chính phủ, danh sách có 2."},
	{"a nomination whose vote failed", "  - {label: y-te, for: 3, against: 1, blank: 0}\nnominations:\n  - {", "  - {label: y-te, for: 2, against: 2, blank: 0}\nnominations:\n  - «{", "nominations[0]",
		"Sở Y tế không được suy tôn nên không đề nghị được. 2 phiếu đồng ý trên tổng số 4 thành viên, bằng 50,00 %; cần từ 2/3 trở lên, tức ít nhất 3 phiếu: không đạt."},
	{"a vote that is not in the list", "vote: 1}", "«vote: 2}", "nominations[0].vote", "Không có mục thứ 2: danh sách có 1 mục."},
	{"an outside candidate without a reason", "{candidate: y-te, title: Cờ thi đua của Chính phủ, vote: 1}", "«{candidate: Sở Văn hóa, title: Bằng khen}", "nominations[0].reason",
		"Sở Văn hóa không phải đơn vị thành viên của cụm: phải ghi lý do đề nghị."},

	// The year's work.
	{"a response before the movement was launched", "{unit: y-te, date: 2024-03-01", "«{unit: y-te, date: 2024-02-01", "movements[0].responses[0]", "Phong trào “Cải cách hành chính” phát động ngày 15/02/2024, chưa thể hưởng ứng trước ngày đó."},
	{"a response of a unit that is no member", "{unit: y-te, date: 2024-03-01", "{«unit: noi-vu, date: 2024-03-01", "movements[0].responses[0].unit", "Đơn vị này không phải thành viên của cụm trong năm thi đua."},
	{"a count above its whole", "count: 3, of: 4", "«count: 5, of: 4", "figures[0].count", "Số đếm (5) nhiều hơn tổng số (4)."},
	{"a printed percentage that nothing gives", `printed: "75"`, `«printed: "76"`, "figures[0].printed", "Tỷ lệ in là 76, nhưng 3 trên 4 là 75 %."},
	{"more members listed than there are said to be", "head: tai-chinh\ndeputy", "«members_count: 3\nhead: tai-chinh\ndeputy", "members_count", "Số thành viên là 3 nhưng danh sách members có 4 đơn vị."},
}
