package evidence

import (
	"context"
	"errors"
	"net/http"
	"strconv"

	"thidua/evidence"
	"thidua/store"
	"thidua/web/work"
)

// download sends the file to be kept. An answer that stays short tells the
// reader that it is broken.
func download(d work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		e, err := permitted(d, r, "tep")
		if err != nil {
			return err
		}
		work.Heads(w, e.Format.MediaType(), e.Name)
		w.Header().Set("Content-Length", strconv.FormatInt(e.Size, 10))
		if r.Method == http.MethodHead {
			return nil
		}
		if err := e.Copy(r.Context(), d.DB, work.Patient(w)); err != nil && r.Context().Err() == nil {
			d.Log.ErrorContext(r.Context(), "evidence was not sent", "id", e.ID, "error", err)
		}
		return nil
	}
}

// permitted finds the file that the asker may read, and tells the journal where
// it has to be told.
func permitted(d work.Desk, r *http.Request, what string) (evidence.Evidence, error) {
	var found reading
	var v work.Visit
	err := d.Reading(r, nil, func(ctx context.Context, tx *store.Tx, visit work.Visit) (err error) {
		v = visit
		found, err = fileOf(ctx, tx, v)
		return err
	})
	if err != nil || !evidence.Tells(found.by, found.Evidence) {
		return found.Evidence, err
	}
	return found.Evidence, d.DB.Write(r.Context(), func(tx *store.Tx) error {
		return evidence.RecordRead(r.Context(), tx, found.by, v.Today, found.Evidence, what)
	})
}

// preview sends the small picture, made at its first asking.
func preview(d work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		e, err := permitted(d, r, "xem")
		if err != nil {
			return err
		}
		picture, err := previewOf(r.Context(), d.DB, e)
		if err != nil {
			return err
		}
		work.Heads(w, evidence.JPEG.MediaType(), "xem-truoc.jpg")
		w.Header().Set("Content-Disposition", "inline")
		_, _ = w.Write(picture)
		return nil
	}
}

func previewOf(ctx context.Context, db *store.DB, e evidence.Evidence) (picture []byte, err error) {
	var whole []byte
	err = db.Read(ctx, func(tx *store.Tx) error {
		if picture, err = evidence.Previewed(ctx, tx, e); !errors.Is(err, store.ErrNone) {
			return err
		}
		whole, err = evidence.Whole(ctx, tx, e)
		return err
	})
	if err != nil || picture != nil {
		return picture, err
	}
	if picture, err = evidence.MakePreview(ctx, e.Format, whole); err != nil {
		return nil, err
	}
	return picture, db.Write(ctx, func(tx *store.Tx) error { return evidence.KeepPreview(ctx, tx, e, picture) })
}
