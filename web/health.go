package web

import (
	"net/http"

	"thidua/store"
	"thidua/web/year"
)

// health tells a watchman whether the site can read its records.
func health(desk year.Desk) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		status, word := http.StatusOK, "ok\n"
		err := desk.DB.Read(r.Context(), func(tx *store.Tx) error {
			_, err := store.One(r.Context(), tx, func(n *int) []any { return []any{n} }, `SELECT 1`)
			return err
		})
		if err != nil {
			desk.Log.ErrorContext(r.Context(), "records cannot be read", "error", err)
			status, word = http.StatusServiceUnavailable, "unavailable\n"
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(status)
		_, _ = w.Write([]byte(word))
	}
}
