package evidence

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"mime"
	"net/http"
	"strconv"
	"time"

	"thidua/evidence"
	"thidua/store"
	"thidua/web/work"
)

// perPart is how long a reader on a weak line may take for one part of 256 kB.
const perPart = 2 * time.Minute

// download sends the file to be kept, part by part, each in a transaction of its
// own: nobody's slow line holds the records or the memory.
func download(d work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		e, err := permitted(d, r, "tep")
		if err != nil {
			return err
		}
		part, more, err := partOf(d, r, e, 0)
		if err != nil {
			return err
		}
		heads(w, e.Format.MediaType(), e.Name)
		w.Header().Set("Content-Length", strconv.FormatInt(e.Size, 10))
		if r.Method == http.MethodHead {
			return nil
		}
		sum := sha256.New()
		for position := 1; ; position++ {
			_, _ = sum.Write(part)
			if !more && hex.EncodeToString(sum.Sum(nil)) != e.SHA256 {
				err = errors.New("evidence: the bytes kept are not those that came")
			}
			if err != nil { // the answer stays short, which tells the reader that it is broken
				d.Log.ErrorContext(r.Context(), "evidence was not sent", "id", e.ID, "error", err)
				return nil
			}
			_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(perPart))
			if _, gone := w.Write(part); gone != nil || !more {
				return nil
			}
			part, more, err = partOf(d, r, e, position)
		}
	}
}

func partOf(d work.Desk, r *http.Request, e evidence.Evidence, position int) (body []byte, more bool, err error) {
	err = d.DB.Read(r.Context(), func(tx *store.Tx) error {
		body, more, err = e.Part(r.Context(), tx, position)
		return err
	})
	return body, more, err
}

// heads keep a file from being anything but a file: it is saved, under its own
// name, never opened as a page of ours.
func heads(w http.ResponseWriter, kind, name string) {
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "private, no-store")
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
		heads(w, evidence.JPEG.MediaType(), "xem-truoc.jpg")
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
