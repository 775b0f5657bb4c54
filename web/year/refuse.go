package year

import (
	"context"
	"errors"
	"net/http"

	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
)

// statuses turns a refusal's kind into an HTTP status, here and nowhere else.
var statuses = map[refusal.Kind]int{
	refusal.NotFound:    http.StatusNotFound,
	refusal.NotAllowed:  http.StatusForbidden,
	refusal.Invalid:     http.StatusBadRequest,
	refusal.Conflict:    http.StatusConflict,
	refusal.Closed:      http.StatusConflict,
	refusal.Unsatisfied: http.StatusConflict,
}

// Status is the HTTP status of a refusal's kind.
func Status(k refusal.Kind) int { return statuses[k] }

// Refuse answers an error: a refusal with its sentence, what is not public yet
// as if it did not exist, anything else as a fault of ours.
func (d Desk) Refuse(w http.ResponseWriter, r *http.Request, err error) {
	reason := refusal.Of(err)
	switch {
	case errors.Is(err, errUnpublished):
		d.Problem(w, r, http.StatusNotFound, "", "")
	case reason != nil:
		d.Show(w, r, statuses[reason.Kind], ui.Problem(statuses[reason.Kind], reason.Sentence, "", reason.Rule, r.URL.RequestURI()))
	case errors.Is(err, context.Canceled) && r.Context().Err() != nil:
		return // the reader has gone; there is nobody to answer
	default:
		d.Fault(w, r, err)
	}
}

// Fault logs the error under a number and shows the reader only the number.
func (d Desk) Fault(w http.ResponseWriter, r *http.Request, err error) {
	id := store.NewID()
	d.Log.ErrorContext(r.Context(), "page failed", "fault", id, "method", r.Method, "path", pathOf(r), "error", err)
	d.Problem(w, r, http.StatusInternalServerError, "", id)
}

// pathOf is the address as the log keeps it: of one that opens a door by itself,
// such as a one-time link, only its kind.
func pathOf(r *http.Request) string {
	if r.PathValue("token") != "" {
		return r.Pattern
	}
	return r.URL.Path
}
