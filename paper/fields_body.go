package paper

import (
	"fmt"

	"thidua/document"
	"thidua/dossier"
	"thidua/exact"
	"thidua/meeting"
	"thidua/scoring"
	"thidua/vi"
	"thidua/voting"
	"thidua/yearbook"
)

// atConference are the kinds drawn up for one conference.
var atConference = []Kind{Invitation, Agenda, Minutes, TallyMinutes, ConclusionNotice}

// bodyFields are the matter of a paper, whole or in its parts.
var bodyFields = []Field{
	{Name: "thẩm quyền ban hành", Means: "người hoặc cơ quan quyết định, đứng trước các căn cứ", Needed: true, kinds: []Kind{Decision},
		Examples: []string{"CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"}, text: authorityOf},
	{Name: "căn cứ", Means: "các căn cứ, mỗi căn cứ một dòng", Shape: Lines, kinds: []Kind{SubmissionLetter, Decision},
		Examples: []string{"Căn cứ quy chế thi đua của cụm;", "Căn cứ kết quả hội nghị."}, lines: legalBases},
	{Name: "nội dung", Means: "toàn bộ phần nội dung như bản dựng sẵn, cả bảng; không gồm căn cứ và phụ lục", Shape: Blocks, Needed: true,
		Examples: []string{"Đoạn thứ nhất của nội dung.", "Đoạn cuối của nội dung./."}, blocks: matterOf},
	{Name: "phụ lục", Means: "tên phụ lục và danh sách kèm theo, đặt sau chữ ký, sang trang mới", Shape: Blocks, Needed: true, kinds: []Kind{Decision},
		Examples: []string{"Phụ lục", "DANH SÁCH KHEN THƯỞNG"}, blocks: appendixOf},
	{Name: "hội nghị", Means: "tên hội nghị, cuộc họp", kinds: atConference, Examples: []string{"Hội nghị tổng kết năm 2026"}, text: conferenceName},
	{Name: "thời gian", Means: "buổi, ngày họp", kinds: atConference, Examples: []string{"sáng ngày 05 tháng 12 năm 2026"},
		text: func(s source) string { return yearbook.When(s.conference) }},
	{Name: "địa điểm", Means: "nơi họp", kinds: atConference, Examples: []string{"Hội trường lớn"}, text: func(s source) string { return s.Where(s.conference) }},
	{Name: "chủ trì", Means: "người chủ trì hội nghị", kinds: atConference, Examples: []string{"(họ và tên, chức vụ)"}, text: func(s source) string { return s.conference.Chair }},
	{Name: "thành phần mời", Means: "những người được mời, mỗi dòng một người hoặc đơn vị", Shape: Lines, kinds: []Kind{Invitation},
		Examples: []string{"Đại diện các đơn vị thành viên"}, lines: func(s source) []string { return plain(s.invited(s.convening())) }},
	{Name: "đề nghị", Means: "danh sách đề nghị khen thưởng; trong quyết định là danh sách được khen", Shape: Rows, kinds: []Kind{SubmissionLetter, NomineeList, CoverNote, Decision},
		Columns:  []string{"số thứ tự", "tên", "đối tượng", "danh hiệu", "thành tích", "đơn vị giới thiệu", "kết quả suy tôn"},
		Examples: []string{"1", "Huyện A", "Tập thể", "Cờ thi đua của Chính phủ", "Có thành tích xuất sắc", "Huyện A", "08 phiếu đồng ý (80 %)"}, rows: nomineeRows},
	{Name: "chương trình", Means: "các mục của chương trình", Shape: Rows, kinds: []Kind{Invitation, Agenda},
		Columns:  []string{"số thứ tự", "nội dung", "thời gian", "người thực hiện"},
		Examples: []string{"1", "Khai mạc", "08 giờ 00", "Trưởng cụm"}, rows: agendaRows},
	{Name: "xếp hạng", Means: "kết quả xếp hạng đã công bố", Shape: Rows, kinds: []Kind{ScoreTable, Minutes},
		Columns:  []string{"thứ hạng", "đơn vị", "điểm", "điểm tối đa", "xếp loại"},
		Examples: []string{"1", "Huyện A", "98,5", "100", "Xuất sắc"}, rows: rankingRows},
	{Name: "lịch", Means: "các bước của năm có ngày", Shape: Rows, kinds: []Kind{CallLetter}, Columns: []string{"số thứ tự", "việc", "thời gian"},
		Examples: []string{"1", "Tự chấm điểm", "từ ngày 01/11/2026 đến hết ngày 20/11/2026"}, rows: dateRows},
	{Name: "phương án", Means: "những dòng trên phiếu", Shape: Rows, kinds: []Kind{BallotPaper}, Columns: []string{"số thứ tự", "tên"},
		Examples: []string{"1", "Huyện A"}, rows: optionRows},
	{Name: "kết quả phiếu", Means: "số phiếu của từng dòng", Shape: Rows, kinds: []Kind{TallyMinutes}, Columns: []string{"số thứ tự", "tên", "đồng ý", "không đồng ý"},
		Examples: []string{"1", "Huyện A", "08", "02"}, rows: tallyRows},
}

// legalBases are the căn cứ with the marks that end them.
func legalBases(s source) (lines []string) {
	for _, b := range s.doc.Body {
		if bases, is := b.(document.LegalBases); is {
			for i, line := range bases.Lines {
				mark := ";"
				if i == len(bases.Lines)-1 {
					mark = "."
				}
				lines = append(lines, bare(line)+mark)
			}
		}
	}
	return lines
}

func conferenceName(s source) string {
	if s.conference.ID == "" && s.conference.Kind == "" {
		return ""
	}
	return s.CalledInFull(s.conference)
}

// rowsOf numbers things and sets their columns; the first text of a thing of no
// source is marked, unless the whole paper is.
func rowsOf[T any](s source, things []T, sample func(T) bool, columns ...func(T) string) (rows [][]string) {
	for i, x := range things {
		row := []string{fmt.Sprint(i + 1)}
		for _, text := range columns {
			row = append(row, text(x))
		}
		if sample(x) && !s.doc.Illustrative {
			row[1] += " (*)"
		}
		rows = append(rows, row)
	}
	return rows
}

func nomineeRows(s source) [][]string {
	type n = dossier.Nomination
	return rowsOf(s, s.proposed(), func(x n) bool { return x.Sample }, s.listedName,
		func(x n) string { return x.CandidateKind.Label() }, func(x n) string { return bare(x.Title) },
		func(x n) string { return bare(x.Reason) }, func(x n) string { return s.Name(x.ProposedBy) }, s.endorsed)
}

func agendaRows(s source) [][]string {
	type item = meeting.AgendaItem
	return rowsOf(s, s.conference.Agenda, func(a item) bool { return a.Sample },
		func(a item) string { return a.Content }, func(a item) string { return a.Time }, func(a item) string { return a.Who })
}

// rankingRows belong to the year, and so to its closing conference.
func rankingRows(s source) (rows [][]string) {
	if !s.closing {
		return nil
	}
	points := s.scores()
	for _, r := range s.Ranking() {
		name := s.Name(r.Unit)
		if r.Sample && !s.doc.Illustrative {
			name += " (*)"
		}
		rows = append(rows, []string{rank(r), name, pointsOf(r, points.decimals), figure(r.Max), r.Band})
	}
	return rows
}

func pointsOf(r scoring.Standing, decimals int) string {
	return r.Points.FixedFigure(exact.HalfUp, decimals)
}

func dateRows(s source) (rows [][]string) {
	for i, d := range s.dates() {
		what := d.Phase.Label()
		if d.Sample && !s.doc.Illustrative {
			what += " (*)"
		}
		rows = append(rows, []string{fmt.Sprint(i + 1), what, span(d)})
	}
	return rows
}

func optionRows(s source) [][]string {
	return rowsOf(s, s.vote.Options, func(voting.Option) bool { return false }, func(o voting.Option) string { return vi.Clean(o.Label) })
}

func tallyRows(s source) [][]string {
	votes := func(n *int) string {
		if n == nil {
			return ""
		}
		return count(*n)
	}
	type line = voting.Option
	return rowsOf(s, s.vote.Options, func(line) bool { return s.vote.Sample }, func(o line) string { return o.Label },
		func(o line) string { return votes(o.For) }, func(o line) string { return votes(o.Against) })
}
