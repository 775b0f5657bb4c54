package web

import (
	"net"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"

	"thidua/account"
	"thidua/store"
)

// How long a person may stay away from the desk, and how long a session lasts
// at most.
const (
	idleTime    = 30 * time.Minute
	sessionTime = 12 * time.Hour
)

// newSessions is the manager of all sessions. The cookie goes to this site only
// and no script reads it; over HTTPS it goes over nothing else.
func newSessions(db *store.DB, secure bool) *scs.SessionManager {
	sessions := scs.New()
	sessions.Store = account.Sessions{DB: db}
	sessions.IdleTimeout, sessions.Lifetime = idleTime, sessionTime
	sessions.Cookie.Name = "phien"
	if secure {
		sessions.Cookie.Name = "__Host-phien"
	}
	sessions.Cookie.Path, sessions.Cookie.HttpOnly, sessions.Cookie.Secure = "/", true, secure
	sessions.Cookie.SameSite, sessions.Cookie.Persist = http.SameSiteLaxMode, false
	return sessions
}

// seat finds the session of each request.
func seat(sessions *scs.SessionManager, next http.Handler) http.Handler {
	loaded := sessions.LoadAndSave(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.RemoteAddr)
		if err != nil {
			host = r.RemoteAddr
		}
		loaded.ServeHTTP(w, r.WithContext(account.WithVisit(r.Context(), host, r.UserAgent())))
	})
}
