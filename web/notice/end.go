package notice

import (
	"net/http"

	"thidua/notice"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/year"
)

// Public adds the addresses that letters lead to, which need no session: a page
// with a button, and the button. Mail programs press it by themselves (RFC
// 8058), so the token in the address is all that is asked for.
func Public(d year.Desk, mux *http.ServeMux) {
	mux.HandleFunc("GET "+notice.EndPath+"{token}", func(w http.ResponseWriter, r *http.Request) {
		token := r.PathValue("token")
		err := d.DB.Read(r.Context(), func(tx *store.Tx) error {
			known, err := notice.KnownToken(r.Context(), tx, token)
			if err == nil && !known {
				err = refusal.New(refusal.NotFound, "Đường liên kết này không đúng.")
			}
			return err
		})
		endPageOr(d, w, r, err, false)
	})
	mux.HandleFunc("POST "+notice.EndPath+"{token}", func(w http.ResponseWriter, r *http.Request) {
		err := d.DB.Write(r.Context(), func(tx *store.Tx) error { return notice.EndLetters(r.Context(), tx, r.PathValue("token")) })
		endPageOr(d, w, r, err, true)
	})
}

func endPageOr(d year.Desk, w http.ResponseWriter, r *http.Request, err error, ended bool) {
	w.Header().Set("Cache-Control", "no-store")
	if err != nil {
		d.Refuse(w, r, err)
		return
	}
	d.Show(w, r, http.StatusOK, endPage(r.URL.Path, ended))
}
