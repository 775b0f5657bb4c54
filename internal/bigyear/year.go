package bigyear

const opening = `# Một năm trọn vẹn của một cụm bảy đơn vị, do chương trình sinh ra để kiểm thử: mọi
# tên gọi và số liệu đều là minh họa, không lấy từ nguồn nào. Đừng sửa tay tệp này.
thidua: 1
id: cum-mau-7-don-vi
illustrative: true
cluster:
  name: Cụm thi đua mẫu bảy đơn vị
  kind: cum
  level: province
  province: Tỉnh Mẫu
  standing_body: Sở Nội vụ Tỉnh Mẫu
  about: Cụm gồm bảy phường được đặt tên để minh họa.
season: "2025"

units:
  - {id: tinh-mau, name: Tỉnh Mẫu, kind: province, level: province}
  - {id: so-noi-vu, name: Sở Nội vụ Tỉnh Mẫu, short_name: Sở Nội vụ, kind: department, level: department, parent: tinh-mau}

members:
`

const pledge = `head: mau-1
deputy: mau-2

pledge:
  date: 2025-02-20
  place: Phường Mẫu 1
  units: [mau-1, mau-2, mau-3, mau-4, mau-5, mau-6, mau-7]

phases:
  - {phase: pledge, from: 2025-02-01, to: 2025-02-28, place: Phường Mẫu 1}
  - {phase: work, from: 2025-03-01, to: 2025-06-29}
  - {phase: interim_review, from: 2025-06-30, to: 2025-07-04, place: Phường Mẫu 2}
  - {phase: self_scoring, from: 2025-11-03, to: 2025-11-12}
  - {phase: cross_scoring, from: 2025-11-13, to: 2025-11-20}
  - {phase: appraisal, from: 2025-11-21, to: 2025-11-28}
  - {phase: conference, from: 2025-12-05, to: 2025-12-05, place: Phường Mẫu 1}
  - {phase: nomination, from: 2025-12-06, to: 2025-12-20}

context:
  - Các đơn vị trong cụm có quy mô dân số tương đương.
`

const rules = `
rules:
  version: 1
  signed_on: 2025-02-20
  basis: Quy chế hoạt động của cụm
  scale: 1000
  rounding: {mode: half_up, decimals: 2, at: leaf}
  decides: appraised
  cross: ring
  gap_needs_reason: 50
  bands:
    - {name: Hoàn thành xuất sắc nhiệm vụ, from: 80, floor: 70}
    - {name: Hoàn thành tốt nhiệm vụ, from: 70, floor: 50}
    - {name: Hoàn thành nhiệm vụ, from: 50}
    - {name: Không hoàn thành nhiệm vụ, from: 0}
  ties: [votes, earlier_awards, head_and_deputy, equal]
  ballot: {method: paper, denominator: establishment, threshold: 2/3, quorum: 2/3, rounds: 2}
  quotas:
    - {title: Cờ thi đua của Ủy ban nhân dân tỉnh, max: 1}
    - {title: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh, percent: 30}
  criteria:
`

const ending = `
conferences:
  - kind: interim
    date: 2025-07-02
    place: Phường Mẫu 2
    host: mau-2
    agenda: [Báo cáo sơ kết sáu tháng đầu năm, Thảo luận]
  - kind: closing
    title: Hội nghị tổng kết công tác thi đua, khen thưởng năm 2025
    date: 2025-12-05
    time: 08 giờ 00
    place: Phường Mẫu 1
    host: mau-1
    convened_by: so-noi-vu
    agenda:
      - {time: 08 giờ 15, content: Báo cáo tổng kết, who: Đơn vị trưởng cụm}
      - {time: 09 giờ 00, content: Thông qua bảng điểm, who: Đơn vị phó trưởng cụm}
      - {time: 09 giờ 30, content: Bỏ phiếu suy tôn, who: Tổ kiểm phiếu}
    papers: [Báo cáo tổng kết, Bảng tổng hợp điểm]
    attendance: {establishment: 7, present: [mau-1, mau-2, mau-3, mau-4, mau-5, mau-6, mau-7]}
    reports: [Báo cáo tổng kết công tác thi đua, khen thưởng năm 2025]
    conclusions: [Các đơn vị thống nhất kết quả chấm điểm và kết quả bỏ phiếu.]

votes:
  - question: Suy tôn đơn vị dẫn đầu, đề nghị tặng Cờ thi đua của Ủy ban nhân dân tỉnh
    conference: 2
    method: paper
    present: 7
    issued: 7
    returned: 7
    valid: 7
    invalid: 0
    options:
      - {label: mau-4, for: 6, against: 1, blank: 0}
  - question: Suy tôn đơn vị được đề nghị tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh
    conference: 2
    method: paper
    present: 7
    issued: 7
    returned: 7
    valid: 6
    invalid: 1
    seats: 2
    options:
      - {label: mau-2, for: 6, against: 0, blank: 0}
      - {label: mau-6, for: 5, against: 1, blank: 0}
      - {label: mau-7, for: 3, against: 2, blank: 1}

nominations:
  - candidate: mau-4
    title: Cờ thi đua của Ủy ban nhân dân tỉnh
    reason: Dẫn đầu cụm năm 2025
    vote: 1
  - {candidate: mau-2, title: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh, vote: 2}
  - {candidate: mau-6, title: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh, vote: 2}

findings:
  - {text: Một số số liệu tự chấm chưa có minh chứng kèm theo., key: true}
  - Việc phát hiện điển hình tiên tiến chưa đều giữa các đơn vị.

tasks:
  - {text: Thống nhất mẫu minh chứng cho từng tiêu chí., owner: mau-5, due: 2026-02-28}
  - {text: Rà soát các chỉ tiêu chưa đạt của nhiệm kỳ., owner: Các đơn vị thành viên, due: 2026-06-30}

next_head: mau-5
next_deputy: mau-6
election_method: Các đơn vị biểu quyết thống nhất
published_on: 2025-12-08
`

func (w *writer) members() {
	for u := 1; u <= Units; u++ {
		w.line("  - {id: %s, name: Phường Mẫu %d, kind: ward, level: commune, parent: tinh-mau}", id(u), u)
	}
}

func (w *writer) registrations() {
	w.line("\nregistrations:")
	for u := 1; u <= Units; u++ {
		w.line("  - {unit: %s, date: 2025-02-%02d, titles: [Cờ thi đua của Ủy ban nhân dân tỉnh]}", id(u), 10+u)
	}
}

var movements = []struct{ name, kind, figure, measure string }{
	{"Chung sức xây dựng đô thị văn minh", "campaign", "tuyến đường tự quản", "tuyến"},
	{"Chuyển đổi số trong giải quyết thủ tục hành chính", "campaign", "hồ sơ giải quyết trực tuyến", "hồ sơ"},
	{"Toàn dân bảo vệ an ninh Tổ quốc", "regular", "khu phố an toàn về an ninh trật tự", "khu phố"},
}

func (w *writer) movements() {
	w.line("\nmovements:")
	for _, m := range movements {
		w.line("  - name: %s\n    kind: %s\n    launched_on: 2025-03-01\n    responses:", m.name, m.kind)
		for u := 1; u <= Units; u++ {
			w.line("      - {unit: %s, date: 2025-10-30, figures: [{name: %s, value: %d, measure: %s}]}", id(u), m.figure, w.between(12, 90), m.measure)
		}
	}
	w.text(exemplars)
}

const exemplars = `
exemplars:
  - kind: model
    name: Tổ dân phố không rác thải nhựa
    unit: mau-4
    movement: Chung sức xây dựng đô thị văn minh
    story: Mỗi hộ tự phân loại rác, tổ dân phố thu gom theo ngày.
    state: replicated
    recognised_by: Ý kiến thống nhất tại hội nghị sơ kết
    adopted_by: [mau-2, mau-6]
`

var indicators = []struct {
	name, measure, direction string
	base, aim                int
}{
	{"Tỷ lệ hồ sơ giải quyết trực tuyến", "%", "more", 40, 90},
	{"Số hộ nghèo", "hộ", "less", 120, 30},
}

// targets spreads the way from the base of 2020 to the aim of 2025 over the
// years, a little above or below for each unit.
func (w *writer) targets() {
	w.line("\ntargets:")
	for i, t := range indicators {
		w.line("  - code: ct%d\n    name: %s\n    measure: %q\n    direction: %s\n    assigned_by: Ủy ban nhân dân tỉnh\n    term_from: 2021\n    term_to: 2025\n    units:", i+1, t.name, t.measure, t.direction)
		for u := 1; u <= Units; u++ {
			step, slip := (t.aim-t.base)/5, w.between(-4, 4)
			w.line("      - {unit: %s, baseline_year: 2020, baseline: %d, term_target: %d, yearly: {2025: %d}, actuals: {2021: %d, 2022: %d, 2023: %d, 2024: %d, 2025: %d}}",
				id(u), t.base, t.aim, t.aim, t.base+step, t.base+2*step+slip, t.base+3*step, t.base+4*step+slip, t.aim+slip)
		}
	}
}
