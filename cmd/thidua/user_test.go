package main

import (
	"regexp"
	"strings"
	"testing"
)

func TestUser_addsLocksUnlocksAndResets(t *testing.T) {
	data := t.TempDir()
	run := func(args ...string) (int, string, string) {
		return thidua(t, append(append([]string{"user"}, args...), "--data", data)...)
	}
	link := regexp.MustCompile(`: (/lien-ket/[A-Za-z0-9_-]{43})\n$`)
	code, out, errs := run("add", "quan.tri", "--name", "Quản trị", "--role", "admin")
	if code != 0 || !link.MatchString(out) {
		t.Fatal(code, out, errs)
	}
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"a login that is taken":       {[]string{"add", "Quan.Tri", "--name", "Người khác"}, "đã có người dùng"},
		"a login with accents":        {[]string{"add", "quản", "--name", "Người khác"}, "chữ cái không dấu"},
		"a role there is not":         {[]string{"add", "khac", "--name", "Người khác", "--role", "root"}, "Không có vai trò"},
		"an officer of no unit":       {[]string{"add", "khac", "--name", "Người khác", "--role", "emulation_officer"}, "phải gắn với một đơn vị"},
		"a unit there is not":         {[]string{"add", "khac", "--name", "Người khác", "--role", "leader", "--unit", "99999"}, "99999"},
		"locking nobody":              {[]string{"lock", "khong.co"}, "Không có người dùng"},
		"resetting nobody":            {[]string{"reset", "khong.co"}, "Không có người dùng"},
		"unlocking nobody, by a mail": {[]string{"unlock", "khong@co.example.vn"}, "Không có người dùng"},
	} {
		if code, out, errs := run(c.args...); code != 1 || !strings.Contains(errs, c.says) || out != "" {
			t.Errorf("%s: %d %q %q", name, code, out, errs)
		}
	}
	if code, out, _ := run("lock", "quan.tri"); code != 0 || !strings.Contains(out, "Đã khóa tài khoản quan.tri.") {
		t.Error(code, out)
	}
	if code, out, _ := run("unlock", "quan.tri"); code != 0 || !strings.Contains(out, "Đã mở khóa tài khoản quan.tri.") {
		t.Error(code, out)
	}
	if code, out, _ := run("reset", "quan.tri"); code != 0 || !link.MatchString(out) {
		t.Error(code, out)
	}
	if code, out, _ := run("reset", "quan.tri", "--temporary", "--drop-second"); code != 0 || !regexp.MustCompile(`phải đổi khi đăng nhập: [a-z2-7]{20}\n$`).MatchString(out) {
		t.Error(code, out)
	}
}

func TestServe_refusesADoorThatCannotWork(t *testing.T) {
	for name, args := range map[string][]string{
		"a site that is no address":              {"--site", "thidua.example.vn"},
		"a site with a question":                 {"--site", "https://thidua.example.vn/?x=1"},
		"single sign-on without the site":        {"--oidc-issuer", "https://sso.example.vn", "--oidc-client", "x"},
		"single sign-on without its client's id": {"--oidc-issuer", "https://sso.example.vn", "--site", "https://thidua.example.vn"},
	} {
		if code, _, errs := thidua(t, append([]string{"serve", "--data", t.TempDir(), "--listen", "127.0.0.1:0"}, args...)...); code != 2 || errs == "" {
			t.Errorf("%s: %d %s", name, code, errs)
		}
	}
}
