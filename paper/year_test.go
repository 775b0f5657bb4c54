package paper_test

import (
	"strings"
	"testing"

	"thidua/cluster"
	"thidua/document"
	"thidua/dossier"
	"thidua/exact"
	"thidua/exemplar"
	"thidua/meeting"
	"thidua/movement"
	"thidua/org"
	"thidua/paper"
	"thidua/scoring"
	"thidua/season"
	"thidua/target"
	"thidua/vi"
	"thidua/voting"
	"thidua/yearbook"
)

func unit(id, name string) org.Unit {
	u := org.Guess(name)
	u.ID = id
	return u
}

func members(units ...org.Unit) (list []cluster.Member) {
	for i, u := range units {
		list = append(list, cluster.Member{Unit: u.ID, Name: u.Name, ShortName: u.ShortName, Kind: u.Kind, Position: i + 1})
	}
	return list
}

// border2014 is a year like that of the five border districts: a convened
// meeting, a consensus, illustrative scores and targets.
func border2014() yearbook.Year {
	units := []org.Unit{unit("ks", "Huyện Kỳ Sơn"), unit("cc", "Huyện Con Cuông"), unit("tc", "Huyện Thanh Chương")}
	department := unit("snv", "Sở Nội vụ tỉnh Nghệ An")
	department.ShortName = "Sở Nội vụ"
	commune := unit("tl", "Xã Thanh Lĩnh")
	commune.Parent = "tc"
	y := yearbook.Year{
		Season:  season.Season{ID: "s", Label: "2014", Year: 2014, MembersCount: 3},
		Cluster: cluster.Cluster{ID: "c", Name: "Cụm thi đua đường 7", Kind: cluster.Cum, Level: "province", Province: "Nghệ An"},
		Members: members(units...),
		Rules: season.Rules{Version: 1, Scale: exact.Int(100), Sample: true, Scoring: season.Scoring{Decides: season.Appraised},
			Criteria: []season.Criterion{{Code: "1", Name: "Kinh tế", Max: exact.Int(60), Kind: season.Direct, Points: exact.Int(1)}, {Code: "2", Name: "Văn hóa", Max: exact.Int(40), Kind: season.Direct, Points: exact.Int(1)}}},
		Notes: []season.Note{
			{ID: "n1", Kind: season.Context, Text: "Hệ thống giao thông còn hạn chế."},
			{ID: "n2", Kind: season.Finding, Text: "Chất lượng các phong trào thi đua chưa cao, chưa đồng đều.", Key: true},
			{ID: "n3", Kind: season.Task, Text: "Rà soát các chỉ tiêu của cả nhiệm kỳ 2010 – 2015.", Owner: "ks", Due: vi.MustDay("2015-06-30")},
		},
		Movements: []movement.Movement{{ID: "m1", Name: "Chung sức xây dựng nông thôn mới", Kind: movement.Campaign, Results: "Tạo ra nhiều bước chuyển về hạ tầng cơ sở.",
			Responses: []movement.Response{
				{Unit: "tc", Figures: []movement.Figure{{Name: "tiêu chí tăng thêm", Value: exact.Int(41)}}, Sample: true},
				{Unit: "ks", Figures: []movement.Figure{{Name: "tiêu chí tăng thêm", Value: exact.Int(18)}}, Sample: true},
			}}},
		Exemplars: []exemplar.Exemplar{
			{ID: "e1", Kind: exemplar.Statement, Story: "Nhân rộng nhiều điển hình tiên tiến.", State: exemplar.Published},
			{ID: "e2", Kind: exemplar.Person, Name: "Người Chưa Công Bố", Story: "Việc làm tốt.", State: exemplar.Verified},
		},
		Indicators: []target.Indicator{{ID: "i1", Code: "ct1", Name: "Tỷ lệ hộ nghèo", Measure: "%", Direction: target.Less, Sample: true, Targets: []target.Target{{Unit: "cc",
			BaseYear: 2010, BaseValue: exact.Int(40), TermFrom: 2010, TermTo: 2015, TermValue: exact.Int(20), Yearly: map[int]exact.Number{2014: exact.Int(24)}, Sample: true,
			Actuals: []target.Actual{{Year: 2013, Value: exact.Int(28)}, {Year: 2014, Value: exact.Int(23)}}}}}},
		Conferences: []meeting.Conference{{ID: "k1", Kind: meeting.Briefing, Title: "Hội nghị giao ban công tác thi đua – khen thưởng năm 2014", Day: vi.MustDay("2014-11-22"), TimeOfDay: "sáng",
			Place: "huyện Thanh Chương", Host: "tc", ConvenedByUnit: "snv", Held: true,
			Agenda:    []meeting.AgendaItem{{Content: "Báo cáo kết quả năm 2014"}, {Content: "Bình xét, suy tôn", Sample: true}},
			Delegates: []meeting.Delegate{{Name: "Cao Thị Hiền", Post: "Giám đốc", Body: "Sở Nội vụ", Role: "tham dự hội nghị"}},
			Speeches:  []meeting.Speech{{Post: "Chủ tịch UBND huyện Kỳ Sơn", Unit: "ks", About: "nêu ý kiến tại hội nghị"}}}},
		Votes: []voting.Vote{{ID: "v1", Conference: "k1", Question: "Suy tôn huyện Con Cuông", Method: voting.Consensus, Body: voting.Cluster, Establishment: new(3), Unanimous: true,
			Options: []voting.Option{{Label: "Huyện Con Cuông", Candidate: "cc"}}, Stated: new(true)}},
		Nominations: []dossier.Nomination{
			{ID: "d1", CandidateUnit: "cc", CandidateName: "Huyện Con Cuông", CandidateKind: dossier.Collective, Member: true, Title: "Cờ thi đua của Chính phủ", TitleCode: dossier.GovernmentFlag, Reason: "Đã có nhiều thành tích xuất sắc", Vote: "v1", Status: dossier.Endorsed},
			{ID: "d2", CandidateUnit: "tl", CandidateName: "Xã Thanh Lĩnh", CandidateKind: dossier.Collective, Title: "Cờ thi đua của Chính phủ", TitleCode: dossier.GovernmentFlag, Reason: "Đã có nhiều thành tích xuất sắc", Status: dossier.Endorsed, Path: []string{"UBND huyện Thanh Chương", "Hội đồng tỉnh"}},
		},
	}
	for i, u := range units {
		for _, stage := range []season.Stage{season.Self, season.Appraised} {
			y.Sheets = append(y.Sheets, scoring.Sheet{Unit: u.ID, Stage: stage, State: scoring.Submitted, Sample: true,
				Marks: []scoring.Mark{{Criterion: "1", Count: exact.Int(int64(50 + i))}, {Criterion: "2", Count: exact.Ratio(61, 2)}}})
		}
	}
	y.Standings = scoring.Compute(y.Rules, y.Members, y.Sheets).Standings(season.Final, scoring.Ties{})
	return y.WithUnits(append(units, department, commune)...)
}

// bloc2022 is a bloc of departments that cast ballots, under Decree 30.
func bloc2022() yearbook.Year {
	units := []org.Unit{unit("bdt", "Ban Dân tộc tỉnh"), unit("sgd", "Sở Giáo dục và Đào tạo"), unit("stt", "Sở Thông tin và Truyền thông")}
	y := yearbook.Year{
		Season:  season.Season{ID: "s", Label: "2022", Year: 2022, MembersCount: 10, Elected: season.Election{Head: "sgd", Deputy: "stt"}},
		Cluster: cluster.Cluster{ID: "c", Name: "Khối thi đua Văn hóa - Xã hội", Kind: cluster.Khoi, Level: "tỉnh", Province: "Bắc Kạn"},
		Members: members(units...),
		Rules:   season.Rules{Ballot: season.Ballot{Quorum: exact.Ratio(2, 3)}},
		Standings: []scoring.Standing{{Unit: "bdt", Stage: season.Final, Rank: 1, Points: exact.Must("98.5"), Max: exact.Int(100), Percent: exact.Must("98.5"), Stated: true},
			{Unit: "sgd", Stage: season.Final, Rank: 2, Points: exact.Int(97), Max: exact.Int(100), Percent: exact.Int(97), Stated: true, Sample: true}},
		Conferences: []meeting.Conference{{ID: "k1", Kind: meeting.Closing, Day: vi.MustDay("2022-12-29"), TimeOfDay: "08 giờ 00", Place: "Hội trường Ban Dân tộc tỉnh", Held: true,
			Chair: "Nguyễn Văn Mẫu, Trưởng Ban Dân tộc", Secretary: "Chuyên viên Ban Dân tộc", Attendance: meeting.Attendance{PresentCount: new(9)},
			Reports: []string{"Báo cáo tổng kết năm 2022"}, Conclusions: []string{"Hoàn thiện hồ sơ trước ngày 15/01/2023"}}},
		Votes: []voting.Vote{{ID: "v1", Conference: "k1", Question: "Suy tôn đơn vị dẫn đầu khối", Method: voting.Paper, Body: voting.Cluster, Establishment: new(10), Present: new(9), Issued: new(9), Returned: new(9), Valid: new(8), Invalid: new(1),
			Denominator: voting.OfEstablishment, Threshold: exact.Ratio(2, 3), Seats: 1, TallyBoard: []string{"Trần Thị Mẫu, Trưởng ban"},
			Options: []voting.Option{{Label: "Sở Giáo dục và Đào tạo", For: new(5), Against: new(3)}, {Label: "Ban Dân tộc tỉnh", For: new(8), Against: new(0)}}}},
		Nominations: []dossier.Nomination{{ID: "d1", CandidateUnit: "bdt", CandidateName: "Ban Dân tộc tỉnh", CandidateKind: dossier.Collective, Member: true, Title: "Cờ thi đua của Ủy ban nhân dân tỉnh", TitleCode: dossier.ProvinceFlag,
			Vote: "v1", Status: dossier.Endorsed, Papers: []dossier.PaperKind{dossier.AchievementReport, dossier.ReviewMinutes}}},
	}
	y.Members[0].Role = cluster.Head
	return y.WithUnits(units...)
}

// find is the paper of that kind; a test fails without it.
func find(t *testing.T, y yearbook.Year, kind paper.Kind) paper.Paper {
	t.Helper()
	for _, p := range paper.Compose(y) {
		if p.Kind == kind {
			return p
		}
	}
	t.Fatalf("no %s was drawn up", kind)
	return paper.Paper{}
}

func kinds(y yearbook.Year) (list []paper.Kind) {
	for _, p := range paper.Compose(y) {
		list = append(list, p.Kind)
	}
	return list
}

// text is everything the paper says, a line for each part; marked text is
// followed by (*).
func text(d document.Doc) string {
	lines := []string{d.Letterhead.Superior, d.Letterhead.Issuer, d.Letterhead.National, d.Number, d.Place, d.TypeName, d.Subject, strings.Join(d.To, "\n")}
	for _, b := range d.Body {
		lines = append(lines, blockText(b)...)
	}
	for _, s := range d.Signatures {
		lines = append(lines, s.Authority, s.Post, s.Name)
	}
	return strings.Join(append(lines, d.Recipients...), "\n")
}

func blockText(b document.Block) []string {
	switch b := b.(type) {
	case document.Paragraph:
		return []string{runs(b.Runs)}
	case document.Bullet:
		return []string{"- " + runs(b.Runs)}
	case document.Heading:
		return []string{b.Text}
	case document.LegalBases:
		return b.Lines
	case document.Appendix:
		return []string{b.Label, b.Title, b.With}
	case document.Table:
		lines := []string{b.Caption}
		for _, row := range append(append([][]document.Cell{}, b.Head...), b.Rows...) {
			var cells []string
			for _, c := range row {
				cells = append(cells, runs(c.Runs))
			}
			lines = append(lines, strings.Join(cells, " | "))
		}
		return append(lines, b.Note)
	}
	return nil
}

func runs(list []document.Run) (text string) {
	for _, r := range list {
		text += r.Text
		if r.Illustrative {
			text += "(*)"
		}
	}
	return text
}

// has fails the test for each of the sentences that the paper does not say.
func has(t *testing.T, p paper.Paper, sentences ...string) {
	t.Helper()
	said := text(p.Doc)
	for _, s := range sentences {
		if !strings.Contains(said, s) {
			t.Errorf("%s lacks %q:\n%s", p.Kind, s, said)
		}
	}
}

func hasNot(t *testing.T, p paper.Paper, sentences ...string) {
	t.Helper()
	for _, s := range sentences {
		if strings.Contains(text(p.Doc), s) {
			t.Errorf("%s says %q:\n%s", p.Kind, s, text(p.Doc))
		}
	}
}
