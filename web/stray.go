package web

import (
	"net/http"

	"thidua/web/year"
)

// answerStrays gives requests that no route answers a page of ours instead of
// net/http's English line: 404, or 405 with the methods that are allowed.
func answerStrays(desk year.Desk, mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		handler, pattern := mux.Handler(r)
		if pattern != "" {
			mux.ServeHTTP(w, r)
			return
		}
		answer := stray{header: http.Header{}}
		handler.ServeHTTP(&answer, r)
		if allow := answer.header.Get("Allow"); allow != "" {
			w.Header().Set("Allow", allow)
		}
		desk.Problem(w, r, answer.status, "", "")
	})
}

// stray keeps the status and headers of an answer and drops its text.
type stray struct {
	header http.Header
	status int
}

func (s *stray) Header() http.Header         { return s.header }
func (s *stray) WriteHeader(status int)      { s.status = status }
func (s *stray) Write(b []byte) (int, error) { return len(b), nil }
