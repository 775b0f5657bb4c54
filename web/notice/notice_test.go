package notice_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"thidua/access"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/notice"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

const path = "/thong-bao"

// happen records acts of the head and tells them.
func happen(t *testing.T, p *province.Province, acts ...access.Act) {
	t.Helper()
	by := p.Actor("head")
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		for _, act := range acts {
			object := "season:" + p.Season.ID
			if act == access.Remind {
				object = "reminder:" + p.Season.ID + ":" + p.Unit["con-cuong"]
			}
			if err := journal.Record(ctx, tx, by, vi.MustDay("2014-11-22"), act, object, map[string]string{"step": "self_score"}); err != nil {
				return err
			}
		}
		_, _, err := notice.Tell(ctx, tx)
		return err
	})
}

func get(t *testing.T, p *province.Province, who, address string) string {
	t.Helper()
	w := p.As(who).Get(address)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %s answers %d", who, address, w.Code)
	}
	return w.Body.String()
}

// ids are the hidden ids of the unread notices on a page.
func ids(page string) (all []string) {
	for _, part := range strings.Split(page, `name="id" value="`)[1:] {
		id, _, _ := strings.Cut(part, `"`)
		all = append(all, id)
	}
	return all
}

func TestNotices_areReadByFollowingThem(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		happen(t, p, access.SignRules, access.SetDates, access.Remind)
		who := "officer:con-cuong"
		page := get(t, p, who, path)
		if !strings.Contains(page, `<span class="count">3`) || len(ids(page)) != 3 {
			t.Fatalf("three unread are not counted: %d", len(ids(page)))
		}
		if page = get(t, p, who, path+"?loai=urgent"); len(ids(page)) != 1 || !strings.Contains(page, "Đề nghị đơn vị nộp phiếu tự chấm điểm") {
			t.Error("the filter does not find the reminder")
		}
		if page = get(t, p, who, path+"?tim=bo+quy+tac"); len(ids(page)) != 1 {
			t.Error("the search does not find")
		}
		if w := p.As(who).Get(path + "?dang=xlsx"); !strings.Contains(w.Header().Get("Content-Disposition"), "thong-bao.xlsx") {
			t.Errorf("Excel: %d %v", w.Code, w.Header())
		}
		id := ids(get(t, p, who, path+"?loai=urgent"))[0]
		if w := p.As("leader:con-cuong").Post(path, url.Values{"viec": {"xem"}, "id": {id}}); w.Code != http.StatusNotFound {
			t.Errorf("another person follows my notice: %d", w.Code)
		}
		w := p.As(who).Post(path, url.Values{"viec": {"xem"}, "id": {id}})
		if w.Code != http.StatusSeeOther || w.Header().Get("Location") != p.Path("tu-cham") {
			t.Fatalf("answers %d, leads to %q", w.Code, w.Header().Get("Location"))
		}
		if page = get(t, p, who, path+"?trang-thai=chua-doc"); len(ids(page)) != 2 {
			t.Error("what was followed is still unread")
		}
		if w := p.As(who).Post(path, url.Values{"viec": {"doc-het"}}); w.Code != http.StatusSeeOther {
			t.Errorf("all read answers %d", w.Code)
		}
		if page = get(t, p, who, path); len(ids(page)) != 0 || strings.Contains(page, `class="count"`) {
			t.Error("something is still unread")
		}
		if page = get(t, p, "leader:con-cuong", path); len(ids(page)) != 3 {
			t.Error("another person's notices were read with mine")
		}
	})
}

func TestNotices_ofWhoeverHasNoneSaysSo(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	if page := get(t, p, "admin", path); !strings.Contains(page, "Chưa có thông báo nào.") {
		t.Error("an empty list does not say so")
	}
}

func TestNotices_comePageByPage(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	for range 60 {
		happen(t, p, access.SetDates)
	}
	first, second := ids(get(t, p, "member", path)), ids(get(t, p, "member", path+"?trang=2"))
	if len(first) != 50 || len(second) != 10 {
		t.Errorf("%d and %d", len(first), len(second))
	}
}

func TestWish_isKeptAndRefused(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	const address = "/tai-khoan/thu-nhac"
	if page := get(t, p, "head", address); !strings.Contains(page, `value="daily" checked`) || !strings.Contains(page, "chưa có địa chỉ thư") {
		t.Error("the page does not show what holds")
	}
	if w := p.As("head").Post(address, url.Values{"viec": {"luu"}, "cach": {"never"}}); w.Code != http.StatusSeeOther {
		t.Fatalf("answers %d", w.Code)
	}
	if page := get(t, p, "head", address); !strings.Contains(page, `value="never" checked`) {
		t.Error("the wish was not kept")
	}
	if w := p.As("head").Post(address, url.Values{"viec": {"luu"}, "cach": {"hourly"}}); w.Code < 400 || !strings.Contains(w.Body.String(), "Hãy chọn cách nhận thư") {
		t.Errorf("a way that is none answers %d", w.Code)
	}
}

// oneClick is what a mail program sends (RFC 8058): no cookie, no page of ours.
func oneClick(p *province.Province, method, token string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, notice.EndPath+token, strings.NewReader("List-Unsubscribe=One-Click"))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return p.As("").Do(r)
}

func TestEnd_byOneClickAndNotByLooking(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	person := p.People["head"].ID
	var token string
	how := func() (h notice.How) {
		testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
			h, err = notice.WishOf(ctx, tx, person)
			return err
		})
		return h
	}
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		if err = notice.Wish(ctx, tx, person, notice.Daily); err != nil {
			return err
		}
		token, err = store.One(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT token FROM notice_mail WHERE person_id = $1`, person)
		return err
	})
	if w := oneClick(p, http.MethodGet, token); w.Code != http.StatusOK || how() != notice.Daily {
		t.Errorf("looking answers %d and leaves %s", w.Code, how())
	}
	if strings.Contains(oneClick(p, http.MethodGet, token).Body.String(), "Trưởng cụm") {
		t.Error("the page tells whose letters they are")
	}
	for _, wrong := range []string{"x", strings.Repeat("0", 64), token + "0"} {
		for _, method := range []string{http.MethodGet, http.MethodPost} {
			if w := oneClick(p, method, wrong); w.Code != http.StatusNotFound {
				t.Errorf("%s with a wrong token answers %d", method, w.Code)
			}
		}
	}
	if w := oneClick(p, http.MethodPost, token); w.Code != http.StatusOK || how() != notice.Never {
		t.Errorf("the click answers %d and leaves %s", w.Code, how())
	}
}

func TestJobs_areForTheAdministratorAndSayNothingOfALetter(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Work))
		const address = "/quan-tri/viec-nen"
		if page := get(t, p, "admin", address); !strings.Contains(page, "Không có việc nào gặp lỗi.") {
			t.Error("an empty list does not say so")
		}
		for i, id := range []string{"j1", "j2"} {
			testkit.Exec(t, db, fmt.Sprintf(`INSERT INTO job (id, kind, job_key, payload, state, run_after, attempts, claimed_until, last_error, made_at, ended_at)
				VALUES ('%s', 'notice.send', '%[1]s', '{"text":"bí mật"}', 'dead', '2014-11-22T01:00:00.000000Z', %d, '0001-01-01T00:00:00.000000Z', '550 no such user', '2014-11-22T01:00:00.000000Z', '2014-11-22T01:00:00.000000Z')`, id, i+1))
		}
		page := get(t, p, "admin", address)
		if !strings.Contains(page, "550 no such user") || !strings.Contains(page, "Gửi thư") || strings.Contains(page, "bí mật") {
			t.Error("the list does not show the job, or shows the letter")
		}
		for who := range p.People {
			if who != "admin" && p.As(who).Get(address).Code != http.StatusForbidden {
				t.Errorf("%s sees the list", who)
			}
		}
		if w := p.As("head").Post(address, url.Values{"viec": {"bo"}, "id": {"j1"}}); w.Code != http.StatusForbidden {
			t.Errorf("the head drops a job: %d", w.Code)
		}
		for act, id := range map[string]string{"lam-lai": "j1", "bo": "j2"} {
			if w := p.As("admin").Post(address, url.Values{"viec": {act}, "id": {id}}); w.Code != http.StatusSeeOther {
				t.Errorf("%s answers %d", act, w.Code)
			}
		}
		if w := p.As("admin").Post(address, url.Values{"viec": {"bo"}, "id": {"j2"}}); w.Code != http.StatusNotFound {
			t.Errorf("a job that is gone answers %d", w.Code)
		}
	})
}
