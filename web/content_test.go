package web

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"thidua/internal/testkit"
)

func TestOverview_tellsHowFarEachMemberHasCome(t *testing.T) {
	site := demoSite(t)
	root := page(t, site, demoYear)
	table := rows(find(root, "table")[0])
	want := [][]string{
		{"Đơn vị", "Phong trào", "Chỉ tiêu đạt", "Tự chấm", "Điển hình"},
		{"Kỳ Sơn", "7/7", "2/8", "đã gửi"},
		{"Tương Dương", "7/7", "5/8", "đã gửi"},
		{"Con Cuông", "7/7", "7/8", "đã gửi"},
		{"Anh Sơn phó trưởng cụm số liệu minh họa", "7/7", "5/8", "đã gửi"},
		{"Thanh Chương trưởng cụm số liệu minh họa", "7/7", "6/8", "đã gửi"},
	}
	for i, row := range want {
		if i >= len(table) || !slices.Equal(table[i][:len(row)], row) {
			t.Errorf("row %d is %v, want %v", i, table[i], row)
		}
	}
}

func TestSpine_tellsWhatIsDoneWhereWeAreAndWhatComes(t *testing.T) {
	site := demoSite(t)
	root := page(t, site, demoYear+"/xep-hang")
	var states []string
	for _, li := range find(root, "#nam li") {
		states = append(states, attr(li, "class"))
	}
	if want := []string{"done", "done", "done", "done", "done", "done", "done", "now", "", ""}; !slices.Equal(states, want) {
		t.Errorf("the steps are %q, want %q", states, want)
	}
	if now := only(t, root, "#nam li.now"); now != "Hồ sơ đề nghị, đang ở bước này còn 18 ngày, đến 10/12 (số liệu minh họa)" {
		t.Errorf("now is %q", now)
	}
	if current := find(root, "#nam a"); attr(current[5], "aria-current") != "page" || attr(current[0], "aria-current") != "" {
		t.Error("the step of the open page is not marked, or another is")
	}
}

func TestTargets_beginWithTheHardestPush(t *testing.T) {
	site := demoSite(t)
	root := page(t, site, demoYear+"/chi-tieu")
	near := find(root, "main li")
	if first := text(find(near[0], "a")[0]); first != "Tỷ lệ lao động qua đào tạo: Con Cuông" {
		t.Errorf("the list begins with %q", first)
	}
	for _, want := range []string{"Năm 2014 thực hiện 32 %, chỉ tiêu đến năm 2015 là 35 %", "dự báo đạt tháng 12/2015", "Nhịp cần mỗi năm"} {
		if !strings.Contains(text(near[0]), want) {
			t.Errorf("%q lacks %q", text(near[0]), want)
		}
	}
}

func TestRanking_isTheTableOfTheCluster(t *testing.T) {
	site := demoSite(t)
	root := page(t, site, demoYear+"/xep-hang")
	table := rows(find(root, "table")[0])
	want := []string{"1", "Con Cuông 99,12 %", "991,85", "986,20", "991,20", "99,12 %", "", "Hoàn thành xuất sắc nhiệm vụ"}
	if !slices.Equal(table[1], want) {
		t.Errorf("first is %q, want %q", table[1], want)
	}
	if bars := find(root, "svg.bar rect"); len(bars) != 5 || attr(bars[0], "width") != "99.12" {
		t.Errorf("%d bars, the first %q wide", len(bars), attr(bars[0], "width"))
	}
}

func TestWhy_answersWithRuleFiguresPeopleAndWhatWouldChangeIt(t *testing.T) {
	site := demoSite(t)
	root := page(t, site, demoYear+"/xep-hang/con-cuong/1.1")
	var asked []string
	for _, dt := range find(root, ".why dt") {
		asked = append(asked, text(dt))
	}
	if want := []string{"Quy tắc", "Số liệu", "Ai, khi nào", "Thế nào thì khác?"}; !slices.Equal(asked, want) {
		t.Errorf("it answers %q, want %q", asked, want)
	}
	said := only(t, root, ".why")
	for _, want := range []string{"½ · 100 + ½ · 100 · (7,06 % ÷ 8,43 %) = 50 + 41,85 = 91,85", "Chỉ tiêu 8,5 %", "Dẫn đầu: huyện Anh Sơn", "chấm chéo ngày 16/11/2014", "Thực hiện 9,22 % thì được tối đa 100 điểm."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q lacks %q", said, want)
		}
	}
}

func TestConference_offersItsPapers(t *testing.T) {
	site := demoSite(t)
	root := page(t, site, demoYear+"/hoi-nghi")
	said := only(t, root, "main")
	for _, want := range []string{"Sáng thứ Bảy, 22/11/2014", "Cao Thị Hiền, Giám đốc, Sở Nội vụ", "Các thành viên thảo luận, thống nhất", "Biên bản"} {
		if !strings.Contains(said, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestNominations_showHowFarTheLawIsKnown(t *testing.T) {
	site := demoSite(t)
	said := only(t, page(t, site, demoYear+"/suy-ton"), "main")
	for _, want := range []string{"Huyện Con Cuông: Cờ thi đua của Chính phủ", "không phải đơn vị thành viên", "theo nguồn thứ cấp", "chưa kiểm chứng",
		"Đường đề nghị chưa xác định", "chất lượng chưa cao, chưa đồng đều", "rà soát lại các chỉ tiêu"} {
		if !strings.Contains(said, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

func TestPublicationDay_isTaggedWhereNoSourceGivesIt(t *testing.T) {
	site := demoSite(t)
	for path, want := range map[string]string{
		"":          "kết quả công bố ngày 22/11/2014 số liệu minh họa",
		"/ban-tin":  "Đăng ngày 22/11/2014 số liệu minh họa",
		"/xep-hang": "công bố ngày 22/11/2014 số liệu minh họa",
	} {
		if said := strings.Join(strings.Fields(only(t, page(t, site, demoYear+path), "main")), " "); !strings.Contains(said, want) {
			t.Errorf("%s lacks %q", path, want)
		}
	}
}

func TestMovements_sayNoMoreThanTheirSource(t *testing.T) {
	said := only(t, page(t, demoSite(t), demoYear+"/phong-trao"), "main")
	for _, invented := range []string{"Phong trào thường xuyên", "Phong trào theo đợt"} {
		if strings.Contains(said, invented) {
			t.Errorf("the report does not say %q", invented)
		}
	}
	if !strings.Contains(strings.Join(strings.Fields(said), " "), "5 trên 5 đơn vị hưởng ứng số liệu minh họa") {
		t.Error("a count of illustrative responses carries no tag")
	}
}

// hostile is a year whose every text tries to be a page.
const hostile = `
thidua: 1
id: nam-thu
cluster: {name: "Cụm <script>alert(1)</script>", about: '"><img src=x onerror=alert(2)>'}
season: "2014"
members:
  - {id: a, name: "Huyện <b>A</b>", kind: district, level: district}
  - {id: b, name: "Huyện B&amp;'\"", kind: district, level: district}
movements:
  - name: "</h2><script>alert(3)</script>"
    results: "<iframe src=//example.com>"
    responses: [{unit: a, summary: "<style>*{display:none}</style>"}]
ranking: [{unit: a, rank: 1, band: "<svg onload=alert(4)>"}, {unit: b, rank: 2}]
conferences: [{kind: closing, date: 2014-11-20, place: "<script>alert(5)</script>", conclusions: ["<script>alert(6)</script>"]}]
nominations: [{candidate: a, title: "<script>alert(7)</script>", reason: "<script>alert(8)</script>"}]
tasks: ["<script>alert(9)</script>"]
published_on: 2014-11-20
`

func TestPages_showEveryTextAsText(t *testing.T) {
	db := testkit.SQLite(t)
	record(t, db, hostile)
	site := quiet(db)
	var all strings.Builder
	for _, path := range []string{"/", "/nam/nam-thu", "/nam/nam-thu/phong-trao", "/nam/nam-thu/xep-hang", "/nam/nam-thu/hoi-nghi", "/nam/nam-thu/suy-ton"} {
		root := page(t, site, path)
		for _, tag := range []string{"script", "iframe", "img", "style", "b"} {
			if len(find(root, tag)) > 0 {
				t.Errorf("%s holds a %s of the records", path, tag)
			}
		}
		for n := range root.Descendants() {
			if n.Type == html.ElementNode && attr(n, "onload")+attr(n, "onerror") != "" {
				t.Errorf("%s: %s runs a script", path, n.Data)
			}
		}
		all.WriteString(text(root))
	}
	for _, want := range []string{"alert(1)", "alert(2)", "alert(3)", "example.com", "display:none", "alert(4)", "alert(5)", "alert(6)", "alert(7)", "alert(8)", "alert(9)", "Huyện <b>A</b>", `B&amp;'"`} {
		if !strings.Contains(all.String(), want) {
			t.Errorf("no page shows %q", want)
		}
	}
}

func TestList_saysWhenThereIsNoYearYet(t *testing.T) {
	root := page(t, quiet(testkit.SQLite(t)), "/")
	if said := only(t, root, "main .empty"); !strings.HasPrefix(said, "Chưa có năm thi đua nào trong sổ.") {
		t.Errorf("it says %q", said)
	}
}

func TestList_linksTheOnlyYear(t *testing.T) {
	site := demoSite(t)
	links := find(page(t, site, "/"), "main li a")
	if len(links) != 1 || attr(links[0], "href") != demoYear || text(links[0]) != "Cụm thi đua đường 7, năm 2014" {
		t.Errorf("%d links", len(links))
	}
}

func TestStory_tellsWhatTheSeedArticleTells(t *testing.T) {
	site := demoSite(t)
	said := only(t, page(t, site, demoYear+"/ban-tin"), "article")
	for _, want := range []string{"22/11", "Thanh Chương", "Cao Thị Hiền", "Kỳ Sơn", "nước bạn Lào", "giao thông còn hạn chế", "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh",
		"nông thôn mới", "chất lượng chưa cao, chưa đồng đều", "khiếu nại, tố cáo", "Con Cuông", "Thanh Lĩnh", "Toàn cảnh hội nghị", "Baonghean.vn"} {
		if !strings.Contains(said, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
}

func TestStory_isMissedOnlyWhenNobodyPublishedOne(t *testing.T) {
	db := testkit.SQLite(t)
	record(t, db, hostile)
	if said := only(t, page(t, quiet(db), "/nam/nam-thu/ban-tin"), "main .empty"); said != "Năm này chưa đăng bản tin." {
		t.Errorf("it says %q", said)
	}
}
