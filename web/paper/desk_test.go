package paper_test

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"thidua/access"
	"thidua/dossier"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/meeting"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// year is a province that has met and nominated Con Cuông.
func year(t *testing.T, phase season.Phase) *province.Province {
	t.Helper()
	p := province.New(t, testkit.SQLite(t), province.Phase(phase))
	head := access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead}
	day := vi.MustDay("2014-11-22")
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		if _, err := meeting.Hold(ctx, tx, head, day, meeting.Conference{Season: p.Season.ID, Kind: meeting.Closing, Day: day, Place: "huyện Thanh Chương",
			Agenda: []meeting.AgendaItem{{Content: "Khai mạc"}}, Conclusions: []string{"Hoàn thiện hồ sơ"}}); err != nil {
			return err
		}
		_, err := dossier.Nominate(ctx, tx, head, day, dossier.Nomination{Season: p.Season.ID, CandidateUnit: p.Unit["con-cuong"], Title: "Cờ thi đua của Ủy ban nhân dân tỉnh", Reason: "Dẫn đầu cụm"})
		return err
	})
	return p
}

func TestDesk_offersThePapersOfTheYearInEveryForm(t *testing.T) {
	p := year(t, season.Nomination)
	list := province.Page(t, p.As("head").Get(p.Path("van-ban")), http.StatusOK)
	files := 0
	for _, a := range list.Find("main a") {
		address := a.Attr("href")
		name := address[strings.LastIndex(address, "/")+1:]
		if !strings.Contains(address, "/van-ban/") || strings.HasSuffix(address, "/ban-hanh") {
			continue
		}
		files++
		w := p.As("head").Get(address)
		if w.Code != http.StatusOK {
			t.Errorf("%s answers %d", name, w.Code)
		}
		start, form := w.Body.String()[:4], name[strings.LastIndex(name, ".")+1:]
		if want := map[string]string{"docx": "PK\x03\x04", "pdf": "%PDF", "html": "<!do"}[form]; start != want {
			t.Errorf("%s begins with %q", name, start)
		}
		if disposition := w.Header().Get("Content-Disposition"); form != "html" && !strings.Contains(disposition, "du-thao-"+name) {
			t.Errorf("%s is sent as %q", name, disposition)
		}
	}
	if files < 3*5 {
		t.Errorf("%d files and pages", files)
	}
	for _, want := range []string{"Giấy mời", "Phiếu trình", "Danh sách trích ngang", "Tờ trình", "Thông báo", "Công văn: cần lịch của năm có ngày."} {
		if !strings.Contains(list.Only(t, "main").Text(), want) {
			t.Errorf("the page lacks %q", want)
		}
	}
}

// underDecree is a province of 2024, whose papers follow NĐ 30/2020/NĐ-CP, with a
// nomination.
func underDecree(t *testing.T) *province.Province {
	t.Helper()
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Nomination))
	testkit.Exec(t, p.DB, `UPDATE season SET year = 2024`)
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		_, err := dossier.Nominate(ctx, tx, access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead}, vi.MustDay("2024-11-22"),
			dossier.Nomination{Season: p.Season.ID, CandidateUnit: p.Unit["con-cuong"], Title: "Cờ thi đua của Ủy ban nhân dân tỉnh", Reason: "Dẫn đầu cụm"})
		return err
	})
	return p
}

func TestDesk_withTheChooserOfStampsServesEveryReader(t *testing.T) {
	p := underDecree(t)
	site, page := p.Serve(), testkit.Browser(t)
	page.SignIn(p.Cookie("head"), site)
	page.Open(site + p.Path("van-ban"))
	page.Look("van-ban")
	page.Choose("select[name=khan]", "thuong-khan")
	page.Send("main form button")
	if got := page.Field("select[name=khan]"); got != "thuong-khan" {
		t.Errorf("the stamp shown as chosen is %q", got)
	}
	page.Look("van-ban-thuong-khan")
}

func TestDesk_stampsUrgentPapersOfTheDecree(t *testing.T) {
	old := year(t, season.Nomination)
	if page := old.As("head").Get(old.Path("van-ban")).Body.String(); strings.Contains(page, `name="khan"`) {
		t.Error("a stamp is offered on papers of 2014, whose rules of stamps were not read")
	}
	p := underDecree(t)
	answer := p.As("head").Get(p.Path("van-ban") + "?khan=thuong-khan")
	if body := answer.Body.String(); !strings.Contains(body, `<option value="thuong-khan" selected>THƯỢNG KHẨN</option>`) {
		t.Error("the stamp asked for is not the one shown as chosen")
	}
	page := province.Page(t, answer, http.StatusOK)
	urgent := 0
	for _, a := range page.Find("main a") {
		address := a.Attr("href")
		if !strings.HasSuffix(address, ".html?khan=thuong-khan") {
			continue
		}
		urgent++
		twin := province.Page(t, p.As("head").Get(address), http.StatusOK)
		if text := twin.Only(t, "article").Text(); !strings.Contains(text, "THƯỢNG KHẨN") {
			t.Errorf("%s bears no stamp: %s", address, text)
		}
		files := slices.DeleteFunc(twin.Find("main a"), func(a province.Node) bool { return !strings.HasSuffix(a.Attr("href"), "?khan=thuong-khan") })
		if len(files) != 2 {
			t.Errorf("%s leads to %d files with it", address, len(files))
		}
	}
	if urgent == 0 {
		t.Error("no paper may be urgent")
	}
	for _, khan := range []string{"", "gap", "khan'"} {
		if text := province.Page(t, p.As("head").Get(p.Path("van-ban", "to-trinh.html")+"?khan="+url.QueryEscape(khan)), http.StatusOK).Only(t, "article").Text(); strings.Contains(text, "KHẨN") {
			t.Errorf("%q stamps: %s", khan, text)
		}
	}
}

func TestDesk_keepsPapersThatTellPointsUntilTheyArePublic(t *testing.T) {
	p := year(t, season.Nomination)
	for _, file := range []string{"bang-tong-hop-diem.pdf", "bien-ban-hoi-nghi.docx", "bien-ban-hoi-nghi.html", "khong-co.pdf", "giay-moi.exe", "giay-moi"} {
		if w := p.As("head").Get(p.Path("van-ban", file)); w.Code != http.StatusNotFound {
			t.Errorf("%s answers %d", file, w.Code)
		}
	}
}

func TestDesk_isClosedToThoseWhoDrawUpNoPapers(t *testing.T) {
	p := year(t, season.Nomination)
	for who, want := range map[string]int{"officer:ky-son": http.StatusForbidden, "leader:con-cuong": http.StatusForbidden, "": http.StatusSeeOther, "head": http.StatusOK, "secretary": http.StatusOK, "standing": http.StatusOK} {
		for _, path := range []string{p.Path("van-ban"), p.Path("van-ban", "phieu-trinh.html")} {
			if w := p.As(who).Get(path); w.Code != want {
				t.Errorf("%q gets %d at %s, want %d", who, w.Code, path, want)
			}
		}
	}
}

func TestTwin_setsHeadingsListsAndTablesInOrder(t *testing.T) {
	p := year(t, season.Nomination)
	page := province.Page(t, p.As("head").Get(p.Path("van-ban", "danh-sach-trich-ngang.html")), http.StatusOK)
	if got := page.Only(t, "article h2").Text(); got != "DANH SÁCH TRÍCH NGANG" {
		t.Errorf("headed %q", got)
	}
	if got := page.Only(t, "article h3").Text(); got != "I. TẬP THỂ" {
		t.Errorf("chapter %q", got)
	}
	heads := page.Find("article thead th")
	if len(heads) < 4 || heads[1].Text() != "Tên tập thể" || heads[1].Attr("scope") != "col" {
		t.Errorf("%d heads", len(heads))
	}
	if row := page.Only(t, "article tbody th"); row.Text() != "Huyện Con Cuông" || row.Attr("scope") != "row" {
		t.Errorf("the row is headed %q", row.Text())
	}
	note := province.Page(t, p.As("head").Get(p.Path("van-ban", "phieu-trinh.html")), http.StatusOK)
	if n := len(note.Find("article ul li")); n != 1 {
		t.Errorf("%d lines of a list", n)
	}
	if !strings.Contains(note.Only(t, "article").Text(), "(để trống để ghi tay)") {
		t.Error("a blank line is not told to readers by ear")
	}
}

func TestTwin_ofEveryPaperPassesAxeAtEveryWidth(t *testing.T) {
	p := year(t, season.Nomination)
	site, browser := p.Serve(), testkit.Browser(t)
	page := browser.Tab(t)
	page.SignIn(p.Cookie("head"), site)
	for _, path := range []string{"", "/giay-moi.html", "/chuong-trinh.html", "/danh-sach-trich-ngang.html", "/phieu-trinh.html", "/to-trinh.html"} {
		page.Open(site + p.Path("van-ban") + path)
		for _, width := range []int{360, 1280} {
			page.Width(width)
			if px := page.Overflow(); px > 0 {
				t.Errorf("%s is %d px wider than a window of %d", path, px, width)
			}
		}
		for _, found := range page.Axe() {
			t.Errorf("%s: %s", path, found)
		}
	}
}
