package web_test

import (
	"bytes"
	"context"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/document"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/store"
)

// TestYear_walksFromAnEmptyDatabaseToANomination lets a standing body, its
// administrator and four units work through a whole year.
func TestYear_walksFromAnEmptyDatabaseToANomination(t *testing.T) {
	p := province.Empty(t, testkit.SQLite(t))
	w := &yearWalk{Province: p, Page: testkit.Browser(t), t: t, site: p.Serve()}
	w.JavaScript(false)
	w.sits("standing")
	for _, station := range []func(){w.listsUnits, w.setsUpTheCluster, w.opensTheYear, w.signsTheRules, w.hires, w.scores, w.judges, w.confers, w.publishes, w.nominates} {
		station()
	}
}

func (w *yearWalk) listsUnits() {
	list := filepath.Join(w.t.TempDir(), "danh-muc.csv")
	const text = "code,full_name,level,parent_code,type\n40,Tỉnh Nghệ An,1,,Tỉnh\n415,Huyện Kỳ Sơn,2,40,Huyện\n418,Huyện Tương Dương,2,40,Huyện\n422,Huyện Con Cuông,2,40,Huyện\n424,Huyện Anh Sơn,2,40,Huyện\n"
	if err := os.WriteFile(list, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
	w.goes("/don-vi")
	w.Says("Chưa có đơn vị nào.")
	w.goes("/danh-muc-don-vi")
	w.Attach("#o-file", list)
	w.Fill("#o-as_of", "31/12/2013")
	w.press("xem")
	w.Says("5 đơn vị mới.")
	w.press("nap")
	w.Says("Đã nạp danh mục")
	w.goes("/don-vi/them")
	w.Fill("#o-name", "Sở Nội vụ tỉnh Nghệ An")
	w.Fill("#o-parent", "Tỉnh Nghệ An")
	w.press("them")
	w.Says("Đã thêm đơn vị.")
}

func (w *yearWalk) setsUpTheCluster() {
	w.goes("/cum/lap")
	w.Fill("#o-name", "Cụm thi đua đường 7")
	w.Fill("#o-province", "Nghệ An")
	w.Fill("#o-standing_body", "so noi vu tinh nghe an")
	w.press("lap")
	w.Says("Đã lập cụm.")
	w.Send(`main .acts a[href$="/thanh-vien"]`)
	w.Fill("#o-label", "2014")
	w.press("chon")
	w.Click("#o-members")
	w.Press("415\r418\r422\r424")
	w.press("ghi")
	w.Says("Đã ghi 4 thành viên năm 2014.")
	w.Choose("#o-head", w.Script(`document.querySelector("#o-head").options[4].value`))
	w.press("ghi")
	w.Says("Trưởng cụm")
}

func (w *yearWalk) opensTheYear() {
	w.goes("/cum")
	w.Send("main tbody a")
	w.Send(`main .acts a[href$="/mo-nam"]`)
	w.Fill("#o-label", "2014")
	w.Send("main form button")
	w.Says("Thành viên năm này đã có trong sổ")
	w.press("mo")
	w.Says("Đã mở năm thi đua 2014.")
}

func (w *yearWalk) signsTheRules() {
	w.goes(yearAt + "/tieu-chi/quy-dinh")
	w.Fill("#o-scale", "100")
	w.Choose("#o-mode", "half_up")
	w.Choose("#o-cross", "ring")
	w.Choose("#o-decides", "appraised")
	w.press("ghi")
	w.Says("Đã ghi quy định chung.")
	var b bytes.Buffer
	if err := document.WriteXLSX(&b, document.Grid{Title: "Tiêu chí", Columns: []document.GridColumn{{Name: "Mã"}, {Name: "Tên tiêu chí"}, {Name: "Điểm tối đa"}, {Name: "Cách chấm"}},
		Rows: [][]any{{"1", "Phát triển kinh tế", 100, ""}, {"1.1", "Thu ngân sách", 60, "linear"}, {"1.2", "Giảm nghèo", 40, "linear"}}}); err != nil {
		w.t.Fatal(err)
	}
	tree := filepath.Join(w.t.TempDir(), "tieu-chi.xlsx")
	if err := os.WriteFile(tree, b.Bytes(), 0o600); err != nil {
		w.t.Fatal(err)
	}
	w.goes(yearAt + "/tieu-chi/chep")
	w.Attach("#o-file", tree)
	w.press("nhap")
	w.Says("Đã nhập 3 mục vào dự thảo.")
	w.goes(yearAt + "/tieu-chi/ky")
	w.Fill("#o-signed_on", "20/03/2014")
	w.press("ky")
	w.Says("Bản 1, ký ngày 20/03/2014")
}

// hires enters everybody else: one through the administrator's page, the others
// as from the command line.
func (w *yearWalk) hires() {
	w.posts("admin", "/quan-tri/nguoi-dung/them", "them", "name", "Chuyên viên tổng hợp", "login", "tong.hop")
	w.reads("admin", "/quan-tri/nguoi-dung", "Chuyên viên tổng hợp")
	var c cluster.Cluster
	testkit.Write(w.t, w.DB, func(ctx context.Context, tx *store.Tx) error {
		all, err := cluster.All(ctx, tx)
		if err != nil {
			return err
		}
		c = all[0]
		w.members, err = cluster.Roster(ctx, tx, c.ID, "2014")
		return err
	})
	for _, m := range w.members {
		w.Hire(m.Unit, "Cán bộ TĐKT "+m.Name, account.Grant{Role: access.EmulationOfficer, Unit: m.Unit})
	}
	w.Hire("head", "Trưởng cụm", account.Grant{Role: access.ClusterHead, Unit: w.members[3].Unit, Cluster: c.ID})
	for _, who := range []string{"standing2", "standing3"} {
		w.Hire(who, "Chuyên viên "+who, account.Grant{Role: access.StandingBody, Unit: c.StandingBody})
	}
}

var slugs = []string{"ky-son", "tuong-duong", "con-cuong", "anh-son"}

func (w *yearWalk) scores() {
	w.moves("open_pledge", season.Pledging)
	w.moves("start_work", season.Work)
	w.moves("open_self_scoring", season.SelfScoring)
	w.sits(w.members[0].Unit)
	w.goes(yearAt + "/tu-cham")
	for name, text := range map[string]string{"1.1.target": "100", "1.1.actual": "70", "1.2.target": "10", "1.2.actual": "10"} {
		w.Fill("[name='marks."+name+"']", text)
	}
	w.press("luu")
	w.Says("82,00")
	w.Send("a[href$='/tu-cham/nop']")
	w.press("nop")
	for i, actual := range []string{"80", "95", "60"} {
		who := w.members[i+1].Unit
		w.posts(who, yearAt+"/tu-cham", "luu", "marks.1.1.target", "100", "marks.1.1.actual", actual, "marks.1.2.target", "10", "marks.1.2.actual", "10")
		w.posts(who, yearAt+"/tu-cham/nop", "nop")
	}
	w.reads("standing", yearAt+"/chuyen-buoc", "Phiếu tự chấm đã nộp 4/4")
}

// judges has the ring cross-score and the standing body appraise.
func (w *yearWalk) judges() {
	plan := []string{}
	for i, m := range w.members {
		plan = append(plan, "pair."+m.Unit+"."+w.members[(i+1)%4].Unit, "co")
	}
	w.posts("standing", yearAt+"/phan-cong", "xac-nhan", plan...)
	w.reads("standing", yearAt+"/phan-cong", "Đã xác nhận ngày")
	w.moves("open_cross_scoring", season.CrossScoring)
	for i, m := range w.members {
		w.posts(m.Unit, yearAt+"/cham-cheo/"+slugs[(i+1)%4], "gui", "xem-het", "co")
	}
	w.reads("standing", yearAt+"/chuyen-buoc", "Phiếu chấm chéo đã gửi 4/4")
	w.moves("open_appraisal", season.Appraisal)
	units := []string{}
	for _, m := range w.members {
		units = append(units, m.Unit)
	}
	w.posts("standing", yearAt+"/tham-dinh", "dong-y", "units", strings.Join(units, "|"))
	w.reads("standing", yearAt+"/chuyen-buoc", "Đơn vị đã thẩm định 4/4")
}

func (w *yearWalk) confers() {
	w.moves("convene", season.Conferring)
	at := w.posts("head", yearAt+"/hoi-nghi/moi", "luu", "kind", "closing", "day", "22/11/2014", "place", "huyện Anh Sơn",
		"chair_person", w.People["head"].ID, "secretary_person", w.People[w.members[2].Unit].ID, "agenda[0].content", "Suy tôn đơn vị dẫn đầu")
	w.posts("head", at+"/diem-danh", "co-mat")
	w.posts("head", at+"/dieu-hanh", "khai-mac")
	w.reads("head", at, "4 trên tổng số 4 thành viên có mặt")
	w.sits("head")
	w.goes(yearAt + "/bieu-quyet/moi")
	w.Choose("#o-conference", at[strings.LastIndex(at, "/")+1:])
	w.Fill("#o-question", "Suy tôn đơn vị đề nghị tặng Cờ thi đua của Chính phủ")
	w.Click(`input[name="thanh-vien"][value="` + w.members[2].Unit + `"]`)
	w.Choose("#o-method", "consensus")
	w.press("luu")
	w.Says("cuộc biểu quyết chưa mở")
	w.press("mo")
	w.Says("Gọi tên từng đơn vị có mặt")
	for _, m := range w.members {
		w.Click(`fieldset.voice[id*="` + m.Unit + `"] input`)
	}
	w.press("goi")
	w.Says("được thông qua")
}

func (w *yearWalk) publishes() {
	vote := w.Address()
	yes := url.Values{"viec": {"cong-bo"}, "hieu": {"co"}}
	if answer := w.As("standing").Post(yearAt+"/cong-bo/xac-nhan", yes); answer.Code != http.StatusForbidden {
		w.t.Fatalf("whoever appraised published too: %d", answer.Code)
	}
	w.posts("standing2", yearAt+"/cong-bo/xac-nhan", "cong-bo", "hieu", "co")
	w.goes("/nam/duong-7-2014/xep-hang")
	w.Says("1\tCon Cuông\t97,00\t97,00\t97,00\t97,00 %")
	w.Says("4\tAnh Sơn\t76,00")
	w.Open(vote)
}

func (w *yearWalk) nominates() {
	w.Send(`.acts a.button[href*="thu=0"]`)
	w.Says("Lập đề nghị khen thưởng")
	w.Fill("#o-title", "Cờ thi đua của Chính phủ")
	w.press("luu")
	w.Says("Đã lập đề nghị.")
	w.Says("Được suy tôn")
	w.goes(yearAt + "/de-nghi")
	w.Says("Huyện Con Cuông")
	w.Says("Cờ thi đua của Chính phủ")
}
