package web

import (
	"bytes"
	"compress/gzip"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"thidua/web/static"
	"thidua/web/year"
)

func deskFor(log *bytes.Buffer) year.Desk {
	return year.Desk{Log: slog.New(slog.NewTextHandler(log, nil))}
}

func TestHeaders_onEveryAnswer(t *testing.T) {
	site := demoSite(t)
	want := map[string]string{
		"Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
		"X-Content-Type-Options":  "nosniff",
		"Referrer-Policy":         "same-origin",
	}
	for _, path := range []string{"/", demoYear, demoYear + "/van-ban/giay-moi.docx", static.Address("thidua.css"), "/healthz", "/khong-co"} {
		w := get(site, path)
		for name, value := range want {
			if got := w.Header().Get(name); got != value {
				t.Errorf("%s: %s is %q", path, name, got)
			}
		}
	}
}

func TestPages_areCompressedAndNeverOutOfDate(t *testing.T) {
	site := demoSite(t)
	plain := get(site, demoYear+"/chi-tieu")
	packed := get(site, demoYear+"/chi-tieu", "Accept-Encoding", "gzip")
	if packed.Header().Get("Content-Encoding") != "gzip" || packed.Body.Len()*3 > plain.Body.Len() {
		t.Errorf("%d bytes of %d, %q", packed.Body.Len(), plain.Body.Len(), packed.Header().Get("Content-Encoding"))
	}
	unpacked, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(unpacked)
	if err != nil || string(body) != plain.Body.String() {
		t.Errorf("unpacked to something else (%v)", err)
	}
	if packed.Header().Get("Cache-Control") != "no-cache" || !strings.Contains(strings.Join(packed.Header().Values("Vary"), ","), "Cookie") {
		t.Errorf("may be kept: %v", packed.Header())
	}
}

func TestStatic_isKeptUnderItsContentsName(t *testing.T) {
	site := demoSite(t)
	for name, kind := range map[string]string{"thidua.css": "text/css; charset=utf-8", "icon.svg": "image/svg+xml"} {
		w := get(site, static.Address(name))
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != kind || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %d, %v", name, w.Code, w.Header())
		}
	}
	if w := get(site, "/static/thidua.css"); w.Code != http.StatusNotFound {
		t.Errorf("a name without its content's hash answers %d", w.Code)
	}
}

func TestDownload_isAFileOfItsKind(t *testing.T) {
	site := demoSite(t)
	for _, c := range []struct{ file, kind, begins string }{
		{"giay-moi.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"},
		{"giay-moi.pdf", "application/pdf", "%PDF-"},
	} {
		address := demoYear + "/van-ban/" + c.file
		w := get(site, address, "Accept-Encoding", "gzip")
		if w.Header().Get("Content-Type") != c.kind || !strings.HasPrefix(w.Body.String(), c.begins) || w.Header().Get("Content-Encoding") != "" {
			t.Errorf("%s: %v, begins %.8q", c.file, w.Header(), w.Body.String())
		}
		if got, want := w.Header().Get("Content-Disposition"), `attachment; filename="duong7-2014-`+c.file+`"`; got != want {
			t.Errorf("kept as %s, want %s", got, want)
		}
		again := get(site, address, "If-None-Match", w.Header().Get("ETag"))
		if again.Code != http.StatusNotModified || again.Body.Len() > 0 {
			t.Errorf("%s is sent again to whoever has it: %d", c.file, again.Code)
		}
	}
}

func TestHealthz_saysOk(t *testing.T) {
	site := demoSite(t)
	if w := get(site, "/healthz"); w.Code != http.StatusOK || w.Body.String() != "ok\n" {
		t.Errorf("%d %q", w.Code, w.Body.String())
	}
}
