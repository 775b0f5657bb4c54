package web

import (
	"net"
	"net/http"
	"strings"
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
func seat(sessions *scs.SessionManager, proxy bool, next http.Handler) http.Handler {
	loaded := sessions.LoadAndSave(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		loaded.ServeHTTP(w, r.WithContext(account.WithVisit(r.Context(), address(r, proxy), r.UserAgent())))
	})
}

// address is where the request came from. Behind a proxy of ours it is the last
// address of X-Forwarded-For, which the proxy wrote itself; what stands before
// it anybody may have written.
func address(r *http.Request, proxy bool) string {
	if proxy {
		all := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
		if ip := net.ParseIP(strings.TrimSpace(all[len(all)-1])); ip != nil {
			return ip.String()
		}
	}
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
