package paper_test

import (
	"strings"
	"testing"

	"thidua/cluster"
	"thidua/dossier"
	"thidua/org"
	"thidua/paper"
	"thidua/season"
	"thidua/yearbook"
)

func TestInvitation_ofTheBodyThatConvened(t *testing.T) {
	p := find(t, border2014(), paper.Invitation)
	has(t, p, "UBND TỈNH NGHỆ AN\nSỞ NỘI VỤ\n", "Số:      /GM-SNV", "Nghệ An\nGIẤY MỜI\n", "Dự Hội nghị giao ban công tác thi đua – khen thưởng năm 2014\ncủa Cụm thi đua đường 7",
		"Sở Nội vụ tỉnh Nghệ An trân trọng kính mời:", "Ủy ban nhân dân các huyện Kỳ Sơn, Con Cuông và Thanh Chương", "Thời gian: Sáng ngày 22 tháng 11 năm 2014 (thứ Bảy).",
		"Địa điểm: Huyện Thanh Chương.", "(có chương trình kèm theo)./.", "GIÁM ĐỐC")
	hasNot(t, p, "Cao Thị Hiền", "Đơn vị đăng cai", "Chủ trì") // it does not invite its own director, nor repeat the place
	if !p.Doc.Day.IsZero() {
		t.Error("the invitation has a day nobody recorded")
	}
}

func TestInvitation_namesADepartmentWithoutItsProvince(t *testing.T) {
	for _, convener := range []string{"Sở Nội vụ", "Sở Nội vụ tỉnh Nghệ An", "Sở Nội vụ Tỉnh Nghệ An"} {
		y := border2014()
		y.Conferences[0].ConvenedByUnit, y.Conferences[0].ConvenedBy = "", convener
		has(t, find(t, y, paper.Invitation), "UBND TỈNH NGHỆ AN\nSỞ NỘI VỤ\n", "/GM-SNV\n")
	}
}

func TestInvitation_withoutAConvenerIsTheHeadsOrTheHosts(t *testing.T) {
	y := border2014()
	y.Conferences[0].ConvenedByUnit = ""
	has(t, find(t, y, paper.Invitation), "ỦY BAN NHÂN DÂN\nHUYỆN THANH CHƯƠNG", "Số:      /GM-UBND", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH")
	y.Members[1].Role = cluster.Head
	has(t, find(t, y, paper.Invitation), "ỦY BAN NHÂN DÂN\nHUYỆN CON CUÔNG")
	y.Members[1].Sample = true // an illustrative head signs no real paper
	has(t, find(t, y, paper.Invitation), "ỦY BAN NHÂN DÂN\nHUYỆN THANH CHƯƠNG")
}

func TestAgenda_leavesOutColumnsNobodyFilled(t *testing.T) {
	y := border2014()
	has(t, find(t, y, paper.Agenda), "TT | Nội dung\n1 | Báo cáo kết quả năm 2014\n2 | Bình xét, suy tôn(*)")
	y.Conferences[0].Agenda[0].Time = "08 giờ 00"
	has(t, find(t, y, paper.Agenda), "TT | Thời gian | Nội dung\n1 | 08 giờ 00 |")
}

func TestScoreTable_setsGroupsTotalsAndRanking(t *testing.T) {
	has(t, find(t, border2014(), paper.ScoreTable), "BẢNG TỔNG HỢP ĐIỂM THI ĐUA NĂM 2014", "Kinh tế | Văn hóa | Tự chấm | Thẩm định | Cuối cùng", "Điểm tối đa | 60 | 40 | 100 | 100 | 100",
		"1 | Huyện Thanh Chương | 52,0 | 30,5 | 82,5 | 82,5 | 82,5 | 82,50 | 1", "thang điểm 100")
	if got := find(t, border2014(), paper.ScoreTable).Title; got != "Bảng tổng hợp điểm của Cụm thi đua đường 7" {
		t.Errorf("titled %q", got)
	}
	has(t, find(t, bloc2022(), paper.ScoreTable), "TT | Đơn vị | Tổng điểm | Điểm tối đa | Tỷ lệ (%) | Xếp thứ", "1 | Ban Dân tộc tỉnh | 98,5 | 100 | 98,50 | 1")
}

func TestMinutes_holdEveryFactOfTheMeeting(t *testing.T) {
	p := find(t, border2014(), paper.Minutes)
	has(t, p, "Hôm nay, sáng ngày 22 tháng 11 năm 2014, tại huyện Thanh Chương, Sở Nội vụ tỉnh Nghệ An tổ chức Hội nghị giao ban", "Đồng chí Cao Thị Hiền, Giám đốc Sở Nội vụ – tham dự hội nghị.",
		"Cụm thi đua đường 7 có 03 đơn vị thành viên: các huyện Kỳ Sơn, Con Cuông và Thanh Chương.", "Hệ thống giao thông còn hạn chế.", "Phong trào “Chung sức xây dựng nông thôn mới”: tạo ra nhiều bước chuyển",
		"Nhân rộng nhiều điển hình tiên tiến.", "Chỉ tiêu của cả nhiệm kỳ 2010 - 2015: 01; gần đạt 01", "Huyện Con Cuông | Tỷ lệ hộ nghèo | 23 % | 20 % | 8/2015", "Chất lượng các phong trào thi đua chưa cao",
		"Chủ tịch UBND huyện Kỳ Sơn nêu ý kiến tại hội nghị.", "Suy tôn huyện Con Cuông: các đơn vị thành viên thảo luận, thống nhất (cụm có 03 thành viên). Kết quả: được thông qua.",
		"Huyện Con Cuông: Cờ thi đua của Chính phủ; lý do: đã có nhiều thành tích xuất sắc; được suy tôn.",
		"Xã Thanh Lĩnh (huyện Thanh Chương), không phải đơn vị thành viên của cụm: Cờ thi đua của Chính phủ; lý do: đã có nhiều thành tích xuất sắc; đường đề nghị: UBND huyện Thanh Chương – Hội đồng tỉnh; được suy tôn.",
		"Nhiệm vụ trọng tâm năm 2015", "Rà soát các chỉ tiêu của cả nhiệm kỳ 2010 – 2015 (huyện Kỳ Sơn; hoàn thành trước ngày 30/06/2015).", "Thanh Chương\nBIÊN BẢN", "THƯ KÝ", "CHỦ TỌA")
	hasNot(t, p, "Người Chưa Công Bố", "nguồn", "Trưởng cụm năm", "Chủ trì:")
	if got := p.Doc.Day.Format("2006-01-02"); got != "2014-11-22" {
		t.Errorf("dated %s", got)
	}
}

func TestMinutes_countPresenceAndBallotsInWords(t *testing.T) {
	has(t, find(t, bloc2022(), paper.Minutes), "Khối thi đua Văn hóa - Xã hội có 10 đơn vị thành viên, trong đó có Ban Dân tộc tỉnh, Sở Giáo dục và Đào tạo và Sở Thông tin và Truyền thông.",
		"9 trên tổng số 10 thành viên có mặt, bằng 90,00 %; cần từ 2/3 trở lên, tức ít nhất 7: đủ số thành viên.", "Ban Dân tộc tỉnh: 8 phiếu đồng ý trên tổng số 10 thành viên, bằng 80,00 %; cần từ 2/3 trở lên, tức ít nhất 7 phiếu: đạt.",
		"Kết quả: Ban Dân tộc tỉnh được thông qua.", "Hội nghị nghe báo cáo tổng kết năm 2022.", "Trưởng khối, phó trưởng khối năm 2023", "Trưởng khối: Sở Giáo dục và Đào tạo.", "Hoàn thiện hồ sơ", "\nNguyễn Văn Mẫu")
}

func TestTallyMinutes_followTheForm(t *testing.T) {
	p := find(t, bloc2022(), paper.TallyMinutes)
	has(t, p, "BIÊN BẢN KIỂM PHIẾU\nSuy tôn đơn vị dẫn đầu khối", "Hôm nay, 08 giờ 00, ngày 29 tháng 12 năm 2022, tại Hội trường Ban Dân tộc tỉnh, ban kiểm phiếu của Hội nghị tổng kết năm 2022", "Trần Thị Mẫu, Trưởng ban.",
		"Tổng số thành viên 10; có mặt 09; vắng mặt 01.", "Số phiếu phát ra 09; thu về 09; hợp lệ 08; không hợp lệ 01.", "1 | Ban Dân tộc tỉnh | 08 | 0 | 80,00 | Đạt", "2 | Sở Giáo dục và Đào tạo | 05 | 03 | 50,00 | Không đạt",
		"Tỷ lệ tính trên tổng số 10 thành viên; đạt khi có từ 2/3 trở lên, tức ít nhất 07 phiếu.", "TM. BAN KIỂM PHIẾU\nTRƯỞNG BAN", "CHỦ TỌA\nNguyễn Văn Mẫu")
}

func TestSubmissionLetter_restsOnTheLawOfTheDay(t *testing.T) {
	p := find(t, border2014(), paper.SubmissionLetter)
	has(t, p, "Số:      /TTr-CTĐ", "Về việc đề nghị tặng Cờ thi đua của Chính phủ năm 2014", "\nHội đồng Thi đua - Khen thưởng tỉnh Nghệ An\n", "Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003", "Nghị định số 65/2014/NĐ-CP", "Thông tư số 07/2014/TT-BNV",
		"Căn cứ kết quả Hội nghị giao ban công tác thi đua – khen thưởng năm 2014 của Cụm thi đua đường 7, ngày 22 tháng 11 năm 2014", "trình cấp có thẩm quyền tặng Cờ thi đua của Chính phủ cho 02 tập thể sau đây:",
		"1. Huyện Con Cuông: Cờ thi đua của Chính phủ; lý do: đã có nhiều thành tích xuất sắc.", "TM. CỤM THI ĐUA\nTRƯỞNG CỤM")
	hasNot(t, p, "kèm theo", "91/2017", "06/2022")
	later := find(t, bloc2022(), paper.SubmissionLetter)
	has(t, later, "Nghị định số 91/2017/NĐ-CP", "(Có báo cáo thành tích và biên bản bình xét kèm theo)", "TRƯỞNG KHỐI\nBAN DÂN TỘC TỈNH")
	hasNot(t, later, "65/2014", "98/2023")
}

func TestSubmissionLetter_goesToTheBodyThatRunsTheCluster(t *testing.T) {
	for name, c := range map[string]struct {
		cluster cluster.Cluster
		want    string // "" = nobody is addressed
	}{
		"a province":                {cluster.Cluster{Kind: cluster.Cum, Level: "province", Province: "Nghệ An"}, "Hội đồng Thi đua - Khen thưởng tỉnh Nghệ An"},
		"a city":                    {cluster.Cluster{Kind: cluster.Cum, Level: "province", Province: "TP. Hồ Chí Minh"}, "Hội đồng Thi đua - Khen thưởng thành phố Hồ Chí Minh"},
		"a Party committee":         {cluster.Cluster{Kind: cluster.Cum, Level: "province", Province: "Đắk Lắk", Organisation: "Tỉnh ủy Đắk Lắk"}, "Tỉnh ủy Đắk Lắk"},
		"a ministry's bloc":         {cluster.Cluster{Kind: cluster.Khoi, Level: "ministry", Organisation: "Ngân hàng Nhà nước Việt Nam"}, "Ngân hàng Nhà nước Việt Nam"},
		"the whole country":         {cluster.Cluster{Kind: cluster.Cum, Level: "state"}, "Hội đồng Thi đua - Khen thưởng Trung ương"},
		"the council of a province": {cluster.Cluster{Kind: cluster.Council, Level: "province", Province: "Bến Tre"}, "Ủy ban nhân dân tỉnh Bến Tre"},
		"a level nobody recorded":   {cluster.Cluster{Kind: cluster.Cum, Province: "Nghệ An"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			y := border2014()
			c.cluster.Name, y.Cluster = "Cụm thi đua số 1", c.cluster
			setStatus(&y, dossier.Endorsed)
			if got := strings.Join(find(t, y, paper.SubmissionLetter).Doc.To, "; "); got != c.want {
				t.Errorf("addressed to %q, want %q", got, c.want)
			}
		})
	}
}

func TestSubmissionLetter_citesNoLawOfTheStateForTitlesOfOtherBodies(t *testing.T) {
	y := border2014()
	for i := range y.Nominations {
		y.Nominations[i].Title, y.Nominations[i].TitleCode = "Cờ thi đua của Ủy ban Mặt trận Tổ quốc tỉnh", ""
	}
	hasNot(t, find(t, y, paper.SubmissionLetter), "Luật", "Nghị định")
}

func TestPartyBodies_haveTheirOwnHeading(t *testing.T) {
	units := []org.Unit{unit("a", "Huyện ủy Krông Pắc"), unit("b", "Thị ủy Buôn Hồ")}
	y := yearbook.Year{Season: season.Season{Label: "2015", Year: 2015}, Cluster: cluster.Cluster{Name: "Cụm thi đua số 6", Kind: cluster.Cum, Level: "province", Province: "Đắk Lắk", Organisation: "Tỉnh ủy Đắk Lắk"}, Members: members(units...),
		Nominations: []dossier.Nomination{{CandidateUnit: "a", CandidateName: "Huyện ủy Krông Pắc", CandidateKind: dossier.Collective, Member: true, Title: "Bằng khen", Status: dossier.Proposed}}}
	p := find(t, y.WithUnits(units...), paper.SubmissionLetter)
	has(t, p, "TỈNH ỦY ĐẮK LẮK\nCỤM THI ĐUA SỐ 6\nĐẢNG CỘNG SẢN VIỆT NAM\nSố      -TTr/CTĐ", "kính đề nghị Tỉnh ủy Đắk Lắk xem xét, quyết định hoặc trình cấp có thẩm quyền tặng Bằng khen", "1. Huyện ủy Krông Pắc: Bằng khen.")
	hasNot(t, p, "UBND", "Căn cứ Luật")
}

func TestConclusionNotice_comesFromWhoConvened(t *testing.T) {
	p := find(t, border2014(), paper.ConclusionNotice)
	has(t, p, "SỞ NỘI VỤ", "Số:      /TB-SNV", "THÔNG BÁO\nKết luận tại Hội nghị giao ban", "Hạn chế, tồn tại", "Nhiệm vụ trọng tâm năm 2015", "GIÁM ĐỐC")
	council := border2014()
	council.Cluster = cluster.Cluster{Name: "Hội đồng TĐKT tỉnh Bến Tre", Kind: cluster.Council, Level: "province", Province: "Bến Tre"}
	council.Conferences[0].ConvenedByUnit, council.Conferences[0].Title = "", "Họp Hội đồng lần 1"
	has(t, find(t, council, paper.ConclusionNotice), "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG TỈNH BẾN TRE", "/TB-HĐTĐKT", "tổ chức cuộc họp Hội đồng lần 1 năm 2014", "TM. HỘI ĐỒNG\nCHỦ TỊCH")
}
