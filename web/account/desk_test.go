package account_test

import (
	"context"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"thidua/access"
	"thidua/account"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/store"
	"thidua/vi"
)

// pages are all working pages of this package; {id} stands for the officer of
// Con Cuông.
var (
	ownPages   = []string{"/tai-khoan", "/tai-khoan/mat-khau", "/tai-khoan/xac-minh", "/tai-khoan/thu", "/tai-khoan/hai-lop", "/tai-khoan/khoa", "/tai-khoan/phien"}
	adminPages = []string{"/quan-tri/nguoi-dung", "/quan-tri/nguoi-dung/excel", "/quan-tri/nguoi-dung/them", "/quan-tri/nguoi-dung/{id}", "/quan-tri/nguoi-dung/{id}/vai-tro", "/quan-tri/ban-giao"}
)

func at(p *province.Province, address string) string {
	return strings.ReplaceAll(address, "{id}", p.People["officer:con-cuong"].ID)
}

func TestPages_openForNobodyWithoutASession(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	for _, address := range append(ownPages, adminPages...) {
		address = at(p, address)
		if w := visit(t, p).get(address); w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Location"), "/dang-nhap?") {
			t.Errorf("GET %s answers %d", address, w.Code)
		}
		if w := visit(t, p).post(address, "viec", "khoa"); w.Code != http.StatusUnauthorized && w.Code != http.StatusMethodNotAllowed {
			t.Errorf("POST %s answers %d", address, w.Code)
		}
	}
}

// Whoever is not the administrator finds every page of theirs shut, and every
// act on it refused, whatever the form says.
func TestAdministration_isForTheAdministratorOnly(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	id := p.People["officer:con-cuong"].ID
	for who := range p.People {
		if who == "admin" {
			continue
		}
		for _, address := range adminPages {
			if address == "/quan-tri/ban-giao" && strings.HasPrefix(who, "standing") {
				continue
			}
			if w := p.As(who).Get(at(p, address)); w.Code != http.StatusForbidden {
				t.Errorf("%s opens %s: %d", who, address, w.Code)
			}
		}
	}
	for _, who := range []string{"officer:con-cuong", "head", "standing", "inspector"} {
		v := visit(t, p)
		_, v.cookies["phien"], _ = strings.Cut(p.Cookie(who), "=")
		for _, c := range [][]string{
			{"/quan-tri/nguoi-dung/" + id + "/vai-tro", "viec", "giao", "role", "admin"},
			{"/quan-tri/nguoi-dung/" + p.People[who].ID + "/vai-tro", "viec", "giao", "role", "standing_body"},
			{"/quan-tri/nguoi-dung/" + id, "viec", "khoa"},
			{"/quan-tri/nguoi-dung/" + id, "viec", "sua", "name", "Kẻ khác"},
			{"/quan-tri/nguoi-dung/" + id + "/lien-ket"},
			{"/quan-tri/nguoi-dung/them", "viec", "them", "name", "Kẻ khác", "login", "ke.khac"},
		} {
			if w := v.post(c[0], c[1:]...); w.Code != http.StatusForbidden {
				t.Errorf("%s posts %v: %d", who, c, w.Code)
			}
		}
	}
}

func TestAdministrator_whoseCapacityHasEndedIsNoneFromTheNextRequestOn(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	v := visit(t, p)
	v.signIn("admin", good, "/viec-can-lam")
	answers(t, v.get("/quan-tri/nguoi-dung"), http.StatusOK)
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		all, err := account.GrantsOf(ctx, tx, p.People["admin"].ID)
		if err != nil {
			return err
		}
		return account.Revoke(ctx, tx, operator, today, all[0].ID, today)
	})
	answers(t, v.get("/quan-tri/nguoi-dung"), http.StatusForbidden)
	answers(t, v.post("/quan-tri/nguoi-dung/them", "viec", "them", "name", "Kẻ khác", "login", "ke.khac"), http.StatusForbidden)
}

func TestAdministrator_addsAPersonGivesACapacityAndHandsOverALink(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := open(t, db)
		v := visit(t, p)
		v.signIn("admin", good, "/viec-can-lam")
		answers(t, v.post("/quan-tri/nguoi-dung/them", "viec", "them", "name", "", "login", "Cán bộ"), http.StatusBadRequest, "Phải có họ tên.", `value="Cán bộ"`)
		answers(t, v.post("/quan-tri/nguoi-dung/them", "viec", "them", "name", "Cán bộ mới", "login", login), http.StatusConflict, "đã có người dùng")
		w := v.post("/quan-tri/nguoi-dung/them", "viec", "them", "name", "Cán bộ mới", "login", "can.bo.moi")
		page := w.Header().Get("Location")
		leads(t, w, page)
		answers(t, v.get(page), http.StatusOK, "Đã thêm người dùng", "Chưa giao vai trò nào.")
		answers(t, v.post(page+"/vai-tro", "viec", "giao", "role", "emulation_officer", "unit", "Con Cuông", "from", "1/11/2014"), http.StatusSeeOther)
		answers(t, v.post(page+"/vai-tro", "viec", "giao", "role", "cluster_head", "unit", "Con Cuông"), http.StatusBadRequest, "phải gắn với một cụm")
		answers(t, v.post(page+"/vai-tro", "viec", "giao", "role", "leader", "unit", "Huyện Không Có"), http.StatusBadRequest, "Không có đơn vị nào")
		answers(t, v.post(page+"/vai-tro", "viec", "giao", "role", "leader", "unit", "Con Cuông", "from", "31/02/2014"), http.StatusBadRequest)
		answers(t, v.post(page+"/vai-tro", "viec", "giao", "role", "admin"), http.StatusForbidden, "một người không vừa là quản trị")
		answers(t, v.get(page), http.StatusOK, "Cán bộ TĐKT đơn vị, Huyện Con Cuông", "Từ 01/11/2014")
		w = v.post(page + "/lien-ket")
		answers(t, w, http.StatusOK, "chỉ hiện một lần")
		address := regexp.MustCompile(`http://[^<]*(/lien-ket/[A-Za-z0-9_-]+)`).FindStringSubmatch(w.Body.String())
		if address == nil {
			t.Fatal("no link", plain(w))
		}
		if again := v.get(page); strings.Contains(again.Body.String(), address[1]) {
			t.Error("the link shows again")
		}
		new := visit(t, p)
		answers(t, new.post(address[1], "password", other, "again", other), http.StatusOK)
		new.signIn("can.bo.moi", other, "/viec-can-lam")
		answers(t, v.post(page, "viec", "khoa"), http.StatusSeeOther)
		if w := new.get("/tai-khoan"); w.Code == http.StatusOK {
			t.Error("a locked person still sits")
		}
		answers(t, new.post("/dang-nhap", "name", "can.bo.moi", "password", other), http.StatusBadRequest)
		answers(t, v.post(page, "viec", "mo"), http.StatusSeeOther)
		new.signIn("can.bo.moi", other, "/viec-can-lam")
	})
}

func TestAdministrator_cannotLockOrEmpowerThemselves(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	v := visit(t, p)
	v.signIn("admin", good, "/viec-can-lam")
	me := "/quan-tri/nguoi-dung/" + p.People["admin"].ID
	answers(t, v.post(me, "viec", "khoa"), http.StatusForbidden, "Không ai tự khóa tài khoản", "/vi-sao/own_account")
	for _, role := range access.Roles {
		answers(t, v.post(me+"/vai-tro", "viec", "giao", "role", string(role), "unit", "Con Cuông", "cluster", p.Season.Cluster), http.StatusForbidden, "/vi-sao/own_grant")
	}
}

func TestAdministrator_revokesOnlyWhatThePersonHolds(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	v := visit(t, p)
	v.signIn("admin", good, "/viec-can-lam")
	theirs := grantOf(t, p, "officer:con-cuong")
	elsewhere := "/quan-tri/nguoi-dung/" + p.People["officer:ky-son"].ID
	answers(t, v.post(elsewhere, "viec", "thu-hoi", "grant", theirs.ID), http.StatusNotFound)
	answers(t, v.post(elsewhere, "viec", "thu-hoi", "grant", "gia-mao"), http.StatusNotFound)
	answers(t, v.post(at(p, "/quan-tri/nguoi-dung/{id}"), "viec", "thu-hoi", "grant", theirs.ID, "last", "30/11/2014"), http.StatusSeeOther)
	if g := grantOf(t, p, "officer:con-cuong"); g.Until != vi.MustDay("2014-12-01") {
		t.Errorf("it holds until %v", g.Until)
	}
}

func grantOf(t *testing.T, p *province.Province, who string) (g account.Grant) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		all, err := account.GrantsOf(ctx, tx, p.People[who].ID)
		if err == nil {
			g = all[0]
		}
		return err
	})
	return g
}

func TestAdministrator_appointsAStandInByDocumentAndDates(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	v := visit(t, p)
	v.signIn("admin", good, "/viec-can-lam")
	address := "/quan-tri/vai-tro/" + grantOf(t, p, "leader:con-cuong").ID + "/lam-thay"
	answers(t, v.get(address), http.StatusOK, "Lãnh đạo huyện Con Cuông")
	answers(t, v.post(address, "viec", "giao", "person", p.People["officer:con-cuong"].ID, "how", "delegated", "from", "22/11/2014"), http.StatusBadRequest, "phải có ngày kết thúc")
	answers(t, v.post(address, "viec", "giao", "person", p.People["officer:con-cuong"].ID, "how", "delegated", "from", "22/11/2014", "until", "30/11/2014", "document", "Giấy ủy quyền số 01"), http.StatusSeeOther)
	answers(t, p.As("officer:con-cuong").Get("/tai-khoan"), http.StatusOK, "Lãnh đạo đơn vị, Huyện Con Cuông (được ủy quyền)", "đến hết 30/11/2014")
	answers(t, v.get("/quan-tri/vai-tro/gia-mao/lam-thay"), http.StatusNotFound)
}

func TestHandOver_movesTheHeadAndWhoActsAsHead(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := open(t, db)
		v := visit(t, p)
		_, v.cookies["phien"], _ = strings.Cut(p.Cookie("standing"), "=")
		answers(t, v.get("/quan-tri/ban-giao?cum="+p.Season.Cluster), http.StatusOK, "Trưởng cụm mới", "Cán bộ TĐKT huyện Con Cuông")
		form := []string{"viec", "ban-giao", "cluster", p.Season.Cluster, "label", p.Season.Label, "unit", p.Unit["con-cuong"], "on", "22/11/2014", "document", "Biên bản hội nghị"}
		answers(t, v.post("/quan-tri/ban-giao", append(form, "people", p.People["officer:ky-son"].ID)...), http.StatusBadRequest, "phải là cán bộ hoặc lãnh đạo của đơn vị trưởng cụm mới")
		answers(t, v.post("/quan-tri/ban-giao", append(form, "people", p.People["officer:con-cuong"].ID)...), http.StatusSeeOther)
		answers(t, v.get("/quan-tri/ban-giao?cum="+p.Season.Cluster), http.StatusOK, "Đã bàn giao", "Huyện Con Cuông", "Từ 22/11/2014")
		answers(t, p.As("officer:con-cuong").Get("/tai-khoan"), http.StatusOK, "Trưởng cụm, Huyện Con Cuông")
		if g := grantOf(t, p, "head"); g.Until != vi.MustDay("2014-11-22") {
			t.Errorf("the former head holds until %v", g.Until)
		}
	})
}

// What guards the account asks again who it is, unless that was shown within
// ten minutes: a session alone (a desk left open) changes nothing.
func TestAccount_asksAgainBeforeItsGuardsChange(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	v := visit(t, p)
	_, v.cookies["phien"], _ = strings.Cut(p.Cookie("officer:con-cuong"), "=")
	for _, c := range [][]string{
		{"/tai-khoan/thu", "viec", "thu", "mail", "ke.xau@example.vn"},
		{"/tai-khoan/hai-lop", "viec", "bat-dau"},
		{"/tai-khoan/hai-lop", "viec", "tat"},
		{"/tai-khoan/hai-lop/ma", "code", "000000"},
		{"/tai-khoan/hai-lop/du-phong"},
		{"/tai-khoan/khoa", "viec", "bo", "khoa", "x"},
	} {
		answers(t, v.post(c[0], c[1:]...), http.StatusForbidden, "Xin xác minh lại danh tính", "/vi-sao/fresh")
	}
	answers(t, v.get("/vi-sao/fresh"), http.StatusOK, "10 phút")
	answers(t, v.post("/tai-khoan/xac-minh?ve=%2Ftai-khoan%2Fthu", "password", other), http.StatusBadRequest, "Mật khẩu đang dùng không đúng.", `name="ve" value="/tai-khoan/thu"`)
	before := v.cookies["phien"]
	leads(t, v.post("/tai-khoan/xac-minh", "password", good, "ve", "/tai-khoan/thu"), "/tai-khoan/thu")
	if v.cookies["phien"] == before {
		t.Error("the session is still the old one")
	}
	answers(t, v.post("/tai-khoan/thu", "viec", "thu", "mail", "không phải thư"), http.StatusBadRequest, "Địa chỉ thư điện tử không đúng.")
	leads(t, v.post("/tai-khoan/thu", "viec", "thu", "mail", "vanthu@concuong.example.vn"), "/tai-khoan")
	answers(t, v.get("/tai-khoan"), http.StatusOK, "vanthu@concuong.example.vn")
}

func TestAccount_changesThePasswordAndEndsEveryOtherSession(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := open(t, db)
		v, elsewhere := visit(t, p), visit(t, p)
		v.signIn(login, good, "/viec-can-lam")
		elsewhere.signIn(login, good, "/viec-can-lam")
		answers(t, v.post("/tai-khoan/mat-khau", "now", other, "password", other, "again", other), http.StatusBadRequest, "Mật khẩu đang dùng không đúng.")
		answers(t, v.post("/tai-khoan/mat-khau", "now", good, "password", "matkhau123456", "again", "matkhau123456"), http.StatusBadRequest, "dễ đoán")
		before := v.cookies["phien"]
		leads(t, v.post("/tai-khoan/mat-khau", "now", good, "password", other, "again", other), "/tai-khoan")
		if v.cookies["phien"] == before {
			t.Error("the session is still the old one")
		}
		answers(t, v.get("/tai-khoan"), http.StatusOK, "Đã đổi mật khẩu")
		if w := elsewhere.get("/tai-khoan"); w.Code == http.StatusOK {
			t.Error("the other session goes on")
		}
	})
}

func TestAccount_turnsTheSecondFactorOnAndShowsItsSecretAndCodesOnce(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	v := visit(t, p)
	v.signIn(login, good, "/viec-can-lam")
	leads(t, v.post("/tai-khoan/hai-lop", "viec", "bat-dau"), "/tai-khoan/hai-lop")
	w := v.get("/tai-khoan/hai-lop")
	answers(t, w, http.StatusOK, `src="data:image/png;base64,`)
	secret := regexp.MustCompile(`<code>([A-Z2-7 ]+)</code>`).FindStringSubmatch(w.Body.String())
	if secret == nil {
		t.Fatal("the secret is not there in letters")
	}
	answers(t, v.post("/tai-khoan/hai-lop/ma", "code", "123"), http.StatusBadRequest, "Mã không đúng")
	w = v.post("/tai-khoan/hai-lop/ma", "code", code(t, strings.ReplaceAll(secret[1], " ", ""), testkit.Today))
	answers(t, w, http.StatusOK, "Mã dự phòng")
	codes := regexp.MustCompile(`<code>([a-z2-7]{4}-[a-z2-7-]+)</code>`).FindAllStringSubmatch(w.Body.String(), -1)
	if len(codes) != 10 {
		t.Fatalf("%d codes", len(codes))
	}
	page := v.get("/tai-khoan/hai-lop").Body.String()
	if strings.Contains(page, secret[1]) || strings.Contains(page, codes[0][1]) {
		t.Error("a secret shows again")
	}
	next := visit(t, p)
	next.signIn(login, good, "/dang-nhap/ma")
	leads(t, next.post("/dang-nhap/ma", "code", codes[0][1]), "/viec-can-lam")
	answers(t, next.get("/tai-khoan"), http.StatusOK, "còn 9 mã dự phòng")
	leads(t, v.post("/tai-khoan/hai-lop", "viec", "tat"), "/tai-khoan/hai-lop")
	visit(t, p).signIn(login, good, "/viec-can-lam")
}

func TestAccount_endsOnlyItsOwnSessions(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	v := visit(t, p)
	v.signIn(login, good, "/viec-can-lam")
	foreign := ""
	p.Cookie("head")
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		all, err := account.SessionsOf(ctx, tx, p.People["head"].ID)
		foreign = all[0].ID
		return err
	})
	answers(t, v.post("/tai-khoan/phien", "viec", "ket-thuc", "phien", foreign), http.StatusNotFound)
	answers(t, p.As("head").Get("/tai-khoan"), http.StatusOK)
}

func TestPeople_areFoundFilteredAndTakenAsExcelWhichStandsInTheJournal(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	admin := p.As("admin")
	found := admin.Get("/quan-tri/nguoi-dung?tim=con+cuong&vai-tro=leader")
	answers(t, found, http.StatusOK, "Lãnh đạo huyện Con Cuông")
	if strings.Contains(found.Body.String(), "Lãnh đạo huyện Anh Sơn") {
		t.Error("the search finds everybody")
	}
	file := admin.Get("/quan-tri/nguoi-dung?dang=xlsx")
	if file.Code != http.StatusOK || !strings.HasPrefix(file.Body.String(), "PK") {
		t.Fatalf("the Excel file answers %d", file.Code)
	}
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM journal WHERE act = 'export' AND person = $1`, p.People["admin"].ID)
		if n != 1 {
			t.Errorf("%d exports in the journal", n)
		}
		return err
	})
}

// The administrator keeps accounts and never sees a mark.
func TestAdministrator_opensNoPageOfTheYear(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	for _, page := range []string{"tu-cham/" + p.Unit["con-cuong"], "doi-chieu", "cham-cheo"} {
		if w := p.As("admin").Get(p.Path(page)); w.Code == http.StatusOK {
			t.Errorf("%s answers the administrator", page)
		}
	}
}
