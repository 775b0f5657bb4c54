package web

import (
	"fmt"
	"net/http"

	"github.com/alexedwards/scs/v2"
	"github.com/klauspost/compress/gzhttp"

	"thidua/web/year"
)

// policy lets a page load our own style sheet, scripts, pictures and streams,
// and nothing else.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard stands between the world and the pages: headers of safety, the reader's
// language, compression, no requests from other sites' forms, and a page of our
// own for every way in which a request can go wrong.
func guard(desk year.Desk, sessions *scs.SessionManager, o Options, mux *http.ServeMux) http.Handler {
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		desk.Problem(w, r, http.StatusForbidden, "", "")
	}))
	site := origin.Handler(answerStrays(desk, mux))
	site = readLanguage(catchPanics(desk, seat(sessions, o.Proxy, site)))
	return headers(o.Secure, compressed(site))
}

func headers(secure bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		if secure {
			h.Set("Strict-Transport-Security", "max-age=63072000; includeSubDomains")
		}
		next.ServeHTTP(w, r)
	})
}

// compressed shortens text on its way; papers are packed already.
func compressed(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.ContentTypes([]string{"text/html", "text/css", "image/svg+xml", "text/javascript"}))
	if err != nil {
		panic(err) // the options above are wrong: a fault of the program
	}
	return wrap(next)
}

// catchPanics turns a panic into the page of a fault, as long as nothing was
// sent: pages are set whole before their first byte.
func catchPanics(desk year.Desk, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				desk.Fault(w, r, fmt.Errorf("panic: %v", p))
			}
		}()
		next.ServeHTTP(w, r)
	})
}
