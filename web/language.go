package web

import (
	"net/http"
	"time"

	"thidua/web/ui"
	"thidua/web/year"
)

// languageCookie remembers the reader's choice for a year; it names nobody.
const languageCookie = "ngon-ngu"

// longestForm is more than the language form ever sends.
const longestForm = 4 << 10

// readLanguage lets the pages speak the language the reader chose.
func readLanguage(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if c, err := r.Cookie(languageCookie); err == nil {
			r = r.WithContext(ui.WithLang(r.Context(), ui.Lang(c.Value)))
		}
		next.ServeHTTP(w, r)
	})
}

// chooseLanguage keeps the reader's choice and leads back to where they were.
func chooseLanguage(desk year.Desk, secure bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, longestForm)
		if err := r.ParseForm(); err != nil {
			desk.Problem(w, r, http.StatusBadRequest, "", "")
			return
		}
		chosen := ui.Vietnamese
		if ui.Lang(r.PostForm.Get("ngon-ngu")) == ui.English {
			chosen = ui.English
		}
		http.SetCookie(w, &http.Cookie{Name: languageCookie, Value: string(chosen), Path: "/",
			MaxAge: int((365 * 24 * time.Hour).Seconds()), HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: secure})
		http.Redirect(w, r, ui.PathHere(r.PostForm.Get("tro-lai"), "/"), http.StatusSeeOther)
	}
}
