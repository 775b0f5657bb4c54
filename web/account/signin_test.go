package account_test

import (
	"context"
	"encoding/base64"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"

	"thidua/account"
	"thidua/internal/testkit"
	"thidua/store"
	"thidua/web"
	door "thidua/web/account"
)

const login = "officer.con-cuong"

func TestSignIn_leadsToWhereOneWantedToGoOnThisSiteOnly(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	for ve, want := range map[string]string{
		"/tai-khoan/phien?x=1":     "/tai-khoan/phien?x=1",
		"":                         "/viec-can-lam",
		"https://ke.xau.example":   "/viec-can-lam",
		"//ke.xau.example":         "/viec-can-lam",
		"/\\ke.xau.example":        "/viec-can-lam",
		"javascript:alert(1)":      "/viec-can-lam",
		"/%2f/ke.xau.example/x":    "/viec-can-lam",
		"\thttps://ke.xau.example": "/viec-can-lam",
	} {
		w := visit(t, p).post("/dang-nhap", "name", login, "password", good, "ve", ve)
		if got := w.Header().Get("Location"); got != want && !strings.HasPrefix(got, "/%2f/") {
			t.Errorf("%q leads to %q", ve, got)
		}
	}
	v := visit(t, p)
	leads(t, v.get("/tai-khoan/phien"), "/dang-nhap?ve=%2Ftai-khoan%2Fphien")
	v.signIn(login, good, "/viec-can-lam")
	answers(t, v.get("/tai-khoan"), http.StatusOK, "Cán bộ TĐKT huyện Con Cuông")
	leads(t, v.get("/dang-nhap"), "/viec-can-lam")
}

// The answer to a failure is the same to the byte, whoever is named.
func TestSignIn_tellsNobodyWhoHasAnAccount(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := open(t, db)
		page := func(name string) []string {
			var all []string
			v := visit(t, p)
			v.from = map[string]string{login: "192.0.2.10", "khong.co.ai.ca.ca": "192.0.2.11"}[name]
			for range 8 {
				w := v.post("/dang-nhap", "name", name, "password", "sai hoàn toàn nhé")
				all = append(all, w.Result().Status+strings.Join(keysOf(w.Header()), ",")+strings.ReplaceAll(w.Body.String(), name, "NAME"))
			}
			return all
		}
		known, unknown := page(login), page("khong.co.ai.ca.ca")
		for i := range known {
			if known[i] != unknown[i] {
				t.Errorf("guess %d differs:\n%s\n%s", i+1, known[i], unknown[i])
			}
		}
		if !strings.HasPrefix(known[7], "429") {
			t.Errorf("the eighth guess: %s", known[7][:3])
		}
	})
}

func keysOf(h http.Header) (all []string) {
	for _, k := range []string{"Content-Type", "Cache-Control", "Set-Cookie", "Location", "Retry-After"} {
		all = append(all, k+"="+h.Get(k))
	}
	return all
}

// A session put into somebody's browser beforehand must not become theirs.
func TestSignIn_underANewSessionEachTime(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	secret, _ := secondOn(t, p, "officer:con-cuong")
	_ = secret
	attacker := visit(t, p)
	attacker.post("/dang-nhap/khoa/hoi")
	attacker.post("/dang-nhap", "name", login, "password", good) // begins, but has no code
	planted := attacker.cookies["phien"]
	if planted == "" {
		t.Fatal("no session to plant")
	}
	victim := visit(t, p)
	victim.cookies["phien"] = planted
	victim.signIn("admin", good, "/viec-can-lam")
	if victim.cookies["phien"] == planted {
		t.Error("the planted session is kept")
	}
	if w := attacker.get("/tai-khoan"); w.Code == http.StatusOK {
		t.Error("the attacker sits at the victim's desk")
	}
	invented := visit(t, p)
	invented.cookies["phien"] = "ke-xau-chon-truoc-mot-phien-dai-dai-dai-dai"
	invented.signIn("admin", good, "/viec-can-lam")
	if invented.cookies["phien"] == "ke-xau-chon-truoc-mot-phien-dai-dai-dai-dai" {
		t.Error("an invented session is kept")
	}
}

func TestSignIn_changesAPasswordThatOthersKnowBeforeAnythingElse(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	choose(t, p, "officer:con-cuong", good, true)
	v := visit(t, p)
	v.signIn(login, good, "/dang-nhap/mat-khau")
	for _, address := range []string{"/tai-khoan", "/viec-can-lam", "/tai-khoan/phien"} {
		if w := v.get(address); w.Code == http.StatusOK {
			t.Errorf("%s opens before the change", address)
		}
	}
	answers(t, v.get("/dang-nhap/mat-khau"), http.StatusOK, "Chọn mật khẩu mới")
	answers(t, v.post("/dang-nhap/mat-khau", "password", good, "again", good), http.StatusBadRequest, "Mật khẩu mới phải khác mật khẩu đang dùng.")
	answers(t, v.post("/dang-nhap/mat-khau", "password", other, "again", "khác hẳn đi nhé"), http.StatusBadRequest, "không giống nhau")
	answers(t, v.post("/dang-nhap/mat-khau", "password", "ngan", "again", "ngan"), http.StatusBadRequest, "ít nhất 12 ký tự")
	leads(t, v.post("/dang-nhap/mat-khau", "password", other, "again", other), "/viec-can-lam")
	answers(t, v.get("/tai-khoan"), http.StatusOK)
	visit(t, p).signIn(login, other, "/viec-can-lam")
}

func TestSignIn_stepsCannotBeSkipped(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	secret, codes := secondOn(t, p, "officer:con-cuong")
	choose(t, p, "officer:con-cuong", good, true)
	stranger := visit(t, p)
	for _, step := range []string{"/dang-nhap/ma", "/dang-nhap/mat-khau"} {
		leads(t, stranger.get(step), "/dang-nhap")
		leads(t, stranger.post(step, "code", codes[9], "password", other, "again", other), "/dang-nhap")
	}
	v := visit(t, p)
	v.signIn(login, good, "/dang-nhap/ma")
	leads(t, v.post("/dang-nhap/mat-khau", "password", other, "again", other), "/dang-nhap")
	answers(t, v.post("/dang-nhap/ma", "code", "000000"), http.StatusBadRequest, "Mã không đúng")
	answers(t, v.post("/dang-nhap/ma", "code", code(t, secret, testkit.Today)), http.StatusBadRequest) // the one that turned it on
	leads(t, v.post("/dang-nhap/ma", "code", codes[0]), "/dang-nhap/mat-khau")
	leads(t, v.post("/dang-nhap/ma", "code", codes[1]), "/dang-nhap")
	leads(t, v.post("/dang-nhap/mat-khau", "password", other, "again", other), "/viec-can-lam")
	again := visit(t, p)
	again.signIn(login, other, "/dang-nhap/ma")
	answers(t, again.post("/dang-nhap/ma", "code", codes[0]), http.StatusBadRequest)
	leads(t, again.post("/dang-nhap/ma", "code", code(t, secret, testkit.Today.Add(30*time.Second))), "/viec-can-lam")
}

func TestSignOut_endsTheSessionOnTheServerToo(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	v := visit(t, p)
	v.signIn(login, good, "/viec-can-lam")
	kept := v.cookies["phien"]
	if w := v.get("/dang-xuat"); w.Code == http.StatusOK || w.Code == http.StatusSeeOther {
		t.Errorf("signing out by GET answers %d", w.Code)
	}
	answers(t, v.get("/tai-khoan"), http.StatusOK)
	out := v.post("/dang-xuat")
	leads(t, out, "/dang-nhap")
	if h := out.Header().Get("Clear-Site-Data"); h != `"cache", "storage"` {
		t.Errorf("signing out leaves what the browser kept: %q", h)
	}
	thief := visit(t, p)
	thief.cookies["phien"] = kept
	if w := thief.get("/tai-khoan"); w.Code == http.StatusOK {
		t.Error("the old cookie still opens the desk")
	}
}

func TestSession_endsAfterHalfAnHourUnused(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		ahead := time.Duration(0)
		db.SetClock(func() time.Time { return time.Now().Add(ahead) })
		p := open(t, db)
		v := visit(t, p)
		v.signIn(login, good, "/viec-can-lam")
		ahead = 29 * time.Minute
		answers(t, v.get("/tai-khoan"), http.StatusOK)
		ahead = 31 * time.Minute
		if visitWith(t, v).get("/tai-khoan").Code == http.StatusOK {
			t.Error("open after half an hour")
		}
	})
}

// However busily it is used, a session ends when it is twelve hours old: use
// never moves its end beyond the one it was begun with.
func TestSession_isNotLengthenedByUse(t *testing.T) {
	db := testkit.SQLite(t)
	db.SetClock(time.Now)
	p := open(t, db)
	v := visit(t, p)
	v.signIn(login, good, "/viec-can-lam")
	ends := time.Now().Add(5 * time.Minute)
	body, err := scs.GobCodec{}.Encode(ends, map[string]any{})
	if err != nil {
		t.Fatal(err)
	}
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE session SET body = $1, seen_at = $2`, base64.StdEncoding.EncodeToString(body), store.At(time.Now().Add(-2*time.Minute)))
		return err
	})
	answers(t, v.get("/tai-khoan"), http.StatusOK)
	if got := when(t, db, "ends_at"); got.After(ends.Add(time.Second)) {
		t.Errorf("it now ends at %v, begun to end at %v", got, ends)
	}
}

func TestSession_isWrittenAtMostOnceAMinute(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		db.SetClock(time.Now)
		p := open(t, db)
		v := visit(t, p)
		v.signIn(login, good, "/viec-can-lam")
		v.get("/tai-khoan") // takes the sentence of the sign-in, if any
		first := when(t, db, "seen_at")
		for range 5 {
			answers(t, v.get("/tai-khoan"), http.StatusOK)
		}
		if got := when(t, db, "seen_at"); !got.Equal(first) {
			t.Errorf("written again after %v", got.Sub(first))
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			_, err := tx.Exec(ctx, `UPDATE session SET seen_at = $1`, store.At(time.Now().Add(-61*time.Second)))
			return err
		})
		answers(t, v.get("/tai-khoan"), http.StatusOK)
		if got := when(t, db, "seen_at"); time.Since(got) > 30*time.Second {
			t.Errorf("not written after a minute: seen %v ago", time.Since(got))
		}
	})
}

// when is a time of the only session.
func when(t *testing.T, db *store.DB, column string) time.Time {
	t.Helper()
	var at store.Time
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		at, err = store.One(ctx, tx, func(t *store.Time) []any { return []any{t} }, `SELECT `+column+` FROM session`)
		return err
	})
	return at.Time
}

func visitWith(t *testing.T, v *visitor) *visitor {
	return &visitor{t: t, site: v.site, cookies: map[string]string{"phien": v.cookies["phien"]}}
}

func TestReset_withoutAPostLeadsToTheAdministrator(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	v := visit(t, p)
	answers(t, v.get("/quen-mat-khau"), http.StatusOK, "Xin liên hệ quản trị")
	answers(t, v.post("/quen-mat-khau", "name", login), http.StatusConflict)
}

func TestReset_answersEveryNameAlike(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		var letters []account.Mail
		p := open(t, db, web.Options{SignIn: door.Options{Site: "https://thidua.example.vn", Mail: func(_ context.Context, _ *store.Tx, m account.Mail) error {
			letters = append(letters, m)
			return nil
		}}})
		testkit.Exec(t, db, `UPDATE person SET mail = 'vanthu@concuong.example.vn' WHERE login = '`+login+`'`)
		pages := map[string]string{}
		for _, name := range []string{login, "khong.co.ai", "vanthu@concuong.example.vn"} {
			began := time.Now()
			r := asking(name)
			r.Host = "ke.xau.example" // the link must not follow it
			w := visit(t, p).do(r)
			if took := time.Since(began); took < 300*time.Millisecond {
				t.Errorf("%s answered in %v", name, took)
			}
			pages[w.Result().Status+w.Body.String()] = name
		}
		if len(pages) != 1 {
			t.Errorf("the answers differ: %v", pages)
		}
		if len(letters) != 2 || !strings.Contains(letters[0].Text, "\nhttps://thidua.example.vn/lien-ket/") || strings.Contains(letters[0].Text, "ke.xau") {
			t.Errorf("sent %+v", letters)
		}
	})
}

func asking(name string) *http.Request { return sent("/quen-mat-khau", "same-origin", "name", name) }

// Mail readers and messengers open links by themselves; only a press of the
// button acts.
func TestLink_actsByPostOnlyAndOnce(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := open(t, db)
		address := link(t, p, "officer:con-cuong")
		for range 3 {
			answers(t, visit(t, p).get(address), http.StatusOK, "Chọn mật khẩu mới", "Cán bộ TĐKT huyện Con Cuông")
			visit(t, p).do(httptest.NewRequest(http.MethodHead, address, nil))
		}
		v := visit(t, p)
		answers(t, v.post(address, "password", "ngan", "again", "ngan"), http.StatusBadRequest, "ít nhất 12")
		answers(t, v.post(address, "password", other, "again", other), http.StatusOK, "Đã ghi mật khẩu mới")
		if w := v.get("/tai-khoan"); w.Code == http.StatusOK {
			t.Error("a link that sets a password signed somebody in")
		}
		answers(t, v.get(address), http.StatusNotFound, "đã dùng")
		answers(t, v.post(address, "password", good, "again", good), http.StatusNotFound)
		for _, forged := range []string{"/lien-ket/x", address + "x", "/lien-ket/" + strings.Repeat("a", 300), "/lien-ket/%00", "/lien-ket/%ff%fe"} {
			answers(t, v.get(forged), http.StatusNotFound)
			answers(t, v.post(forged, "password", good, "again", good), http.StatusNotFound)
		}
		v.signIn(login, other, "/viec-can-lam")
	})
}

func TestLink_doesNotGoAroundTheSecondFactor(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	secondOn(t, p, "officer:con-cuong")
	v := visit(t, p)
	answers(t, v.post(link(t, p, "officer:con-cuong"), "password", other, "again", other), http.StatusOK)
	v.signIn(login, other, "/dang-nhap/ma")
}

func TestEveryForm_isRefusedFromAnotherSite(t *testing.T) {
	p := open(t, testkit.SQLite(t))
	v := visit(t, p)
	v.signIn("admin", good, "/viec-can-lam")
	id := p.People["officer:con-cuong"].ID
	for _, address := range []string{"/dang-nhap", "/dang-nhap/ma", "/dang-nhap/mat-khau", "/dang-nhap/khoa/hoi", "/dang-nhap/khoa", "/dang-xuat", "/quen-mat-khau",
		"/lien-ket/x", "/tai-khoan/mat-khau", "/tai-khoan/xac-minh", "/tai-khoan/thu", "/tai-khoan/hai-lop", "/tai-khoan/hai-lop/ma", "/tai-khoan/hai-lop/du-phong",
		"/tai-khoan/khoa", "/tai-khoan/khoa/hoi", "/tai-khoan/khoa/them", "/tai-khoan/phien", "/quan-tri/nguoi-dung/them", "/quan-tri/nguoi-dung/" + id,
		"/quan-tri/nguoi-dung/" + id + "/lien-ket", "/quan-tri/nguoi-dung/" + id + "/vai-tro", "/quan-tri/ban-giao", "/quan-tri/vai-tro/x/lam-thay"} {
		if w := v.do(sent(address, "cross-site", "viec", "khoa")); w.Code != http.StatusForbidden {
			t.Errorf("%s answers %d to another site", address, w.Code)
		}
	}
	answers(t, v.get("/tai-khoan"), http.StatusOK) // nobody was signed out
}

func TestSignIn_takesAnythingTypedWithoutFalling(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := open(t, db)
		for _, typed := range []string{"\x00", "\xff\xfe", "' OR 1=1 --", strings.Repeat("x", 10000), "<script>alert(1)</script>", "a@b", "%", "_"} {
			v := visit(t, p)
			v.from = "192.0.2." + string(rune('1'+len(typed)%9))
			w := v.post("/dang-nhap", "name", typed, "password", typed)
			if w.Code != http.StatusBadRequest && w.Code != http.StatusTooManyRequests {
				t.Errorf("%q answers %d", typed, w.Code)
			}
			if strings.Contains(w.Body.String(), "<script>alert") {
				t.Error("a script came back")
			}
		}
		w := visit(t, p).do(httptest.NewRequest(http.MethodPost, "/dang-nhap", strings.NewReader("name="+url.QueryEscape(strings.Repeat("x", 1<<20)))))
		if w.Code/100 == 5 {
			t.Errorf("a megabyte answers %d", w.Code)
		}
	})
}
