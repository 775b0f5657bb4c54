package web

import (
	"net/http/httptest"
	"testing"

	"thidua/internal/testkit"
)

func TestAddress_believesOnlyOurOwnProxy(t *testing.T) {
	for name, c := range map[string]struct {
		proxy     bool
		forwarded []string
		want      string
	}{
		"nobody stands before the site":         {false, []string{"203.0.113.9"}, "192.0.2.1"},
		"the proxy wrote one address":           {true, []string{"203.0.113.9"}, "203.0.113.9"},
		"the visitor wrote one before it":       {true, []string{"10.0.0.1, 203.0.113.9"}, "203.0.113.9"},
		"the visitor wrote a header of its own": {true, []string{"10.0.0.1", "203.0.113.9"}, "203.0.113.9"},
		"the proxy wrote nothing":               {true, nil, "192.0.2.1"},
		"what it wrote is no address":           {true, []string{"<script>"}, "192.0.2.1"},
	} {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest("GET", "/", nil)
			for _, f := range c.forwarded {
				r.Header.Add("X-Forwarded-For", f)
			}
			if got := address(r, c.proxy); got != c.want {
				t.Errorf("it is %s, want %s", got, c.want)
			}
		})
	}
}

func TestSecureSite_sendsCookiesOverHTTPSOnly(t *testing.T) {
	db := testkit.SQLite(t)
	safe, plain := New(db, Options{Secure: true}), New(db, Options{})
	if h := get(safe, "/").Header().Get("Strict-Transport-Security"); h != "max-age=63072000; includeSubDomains" {
		t.Errorf("HTTPS says %q", h)
	}
	if h := get(plain, "/").Header().Get("Strict-Transport-Security"); h != "" {
		t.Errorf("plain HTTP says %q", h)
	}
	if c := newSessions(db, true).Cookie; !c.Secure || c.Name != "__Host-phien" || !c.HttpOnly || c.Domain != "" {
		t.Errorf("the cookie is %+v", c)
	}
}
