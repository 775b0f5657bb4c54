package home_test

import (
	"context"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/notice"
	"thidua/season"
	"thidua/store"
)

// TestWalk_fromAReminderToTheSheet is the head's morning and what the unit sees
// of it.
func TestWalk_fromAReminderToTheSheet(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	fill(t, p)
	site, browser := p.Serve(), testkit.Browser(t)
	head := browser.Tab(t)
	head.SignIn(p.Cookie("head"), site)
	head.Open(site + path)
	head.Says("Đôn đốc đơn vị chưa nộp: phiếu tự chấm điểm")
	head.Look("1-truong-cum")
	head.Click(`a[href$="chua-nop?buoc=self_score"]`)
	head.Says("Con Cuông")
	head.Look("2-ai-chua-nop")
	head.Click(`tbody tr:first-child button[value=nhac]`)
	head.Says("Đã nhắc Huyện")
	head.Click(`main button[value=nhac-tat-ca]`)
	head.Says("Đã gửi 3 lời nhắc.")
	head.Look("3-da-nhac")
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error { _, _, err := notice.Tell(ctx, tx); return err })

	officer := browser.Tab(t)
	officer.SignIn(p.Cookie("officer:con-cuong"), site)
	officer.Open(site + path)
	officer.Says("Đề nghị đơn vị nộp phiếu tự chấm điểm")
	officer.Look("4-can-bo")
	officer.Click(`main button.follow`)
	officer.Says("Xem lại và nộp phiếu")
	officer.Open(site + "/thong-bao")
	officer.Says("Nhắc việc")
	officer.Look("5-thong-bao")
	officer.Open(site + "/tai-khoan/thu-nhac")
	officer.Says("Cách nhận thư")
	officer.Look("6-thu")

	admin := browser.Tab(t)
	admin.SignIn(p.Cookie("admin"), site)
	admin.Open(site + path)
	admin.Says("Việc chạy nền không làm được")
	admin.Look("7-quan-tri")
	admin.Open(site + "/quan-tri/viec-nen")
	admin.Says("550 no such user")
	admin.Look("8-viec-nen")
}

// TestWalk_theHomeOfEveryRole looks at the first page of each.
func TestWalk_theHomeOfEveryRole(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Conferring))
	fill(t, p)
	site, browser := p.Serve(), testkit.Browser(t)
	for _, who := range []string{"leader:con-cuong", "deputy", "standing", "secretary", "member", "decider", "inspector"} {
		tab := browser.Tab(t)
		tab.SignIn(p.Cookie(who), site)
		tab.Open(site + path)
		tab.Says("Hôm nay thứ Bảy, 22/11/2014.")
		tab.Look("9-" + strings.ReplaceAll(who, ":", "-"))
	}
}

// TestWalk_remindingWorksWithoutJavaScript: the same buttons, by forms alone.
func TestWalk_remindingWorksWithoutJavaScript(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.SelfScoring))
	fill(t, p)
	site := p.Serve()
	tab := testkit.Browser(t).Tab(t)
	tab.SignIn(p.Cookie("deputy"), site)
	tab.JavaScript(false)
	tab.Open(site + p.Path("chua-nop") + "?buoc=self_score")
	tab.Click(`main button[value=nhac-tat-ca]`)
	if said := tab.Text(".said"); !strings.Contains(said, "Đã gửi 4 lời nhắc.") {
		t.Errorf("got %q", said)
	}
}
