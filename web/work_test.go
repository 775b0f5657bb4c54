package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
)

func TestDesk_answersNobodyWithoutASession(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	for _, address := range []string{"/vi-sao/self_score", "/vi-sao/khong-co"} {
		w := p.As("").Get(address)
		if w.Code != http.StatusSeeOther || !strings.HasPrefix(w.Header().Get("Location"), "/dang-nhap?ve=") {
			t.Errorf("%s answers %d to nobody", address, w.Code)
		}
	}
}

func TestWhy_explainsARuleToWhoeverAsks(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	for rule, want := range map[string]string{
		"self_score":            "Mỗi đơn vị chỉ tự chấm điểm cho mình.",
		"sets_target/appraises": "Người đã giao chỉ tiêu cho một đơn vị không được thẩm định cho chính đơn vị ấy",
		"cluster":               "Mỗi người chỉ làm việc trong cụm",
	} {
		w := p.As("officer:con-cuong").Get("/vi-sao/" + rule)
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s answers %d %s", rule, w.Code, w.Body.String())
		}
		if w.Header().Get("Cache-Control") != "no-store" {
			t.Error("a working page may be kept by others")
		}
	}
	if w := p.As("head").Get("/vi-sao/khong-co"); w.Code != http.StatusNotFound {
		t.Errorf("a rule that is none answers %d", w.Code)
	}
}

func TestCapacity_changesOnlyToOneThatIsHeld(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Work))
	if w := p.As("head").Post("/tu-cach", url.Values{"tu-cach": {"khong-co"}}); w.Code != http.StatusForbidden {
		t.Errorf("a capacity nobody gave answers %d", w.Code)
	}
}
