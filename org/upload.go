package org

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"io"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Upload is a list of units that somebody sent and has not confirmed yet.
type Upload struct {
	ID   string
	File string // its name
	AsOf vi.Day // the day the list stands for
	body string // Base64
}

// List is the file itself.
func (u Upload) List() io.Reader {
	return base64.NewDecoder(base64.StdEncoding, bytes.NewReader([]byte(u.body)))
}

// kept is how many uploads of one person wait at a time.
const kept = 3

// Receive keeps a list until it is confirmed, and returns its id. A list that
// could not be imported is refused with everything wrong in it.
func Receive(ctx context.Context, tx *store.Tx, by access.Actor, file string, list []byte, asOf vi.Day) (string, error) {
	if err := access.Check(by, access.ImportUnits, ""); err != nil {
		return "", err
	}
	if asOf.IsZero() {
		return "", refusal.Field("as_of", "Phải ghi danh mục của ngày nào.")
	}
	if _, err := Preview(ctx, tx, bytes.NewReader(list), asOf); err != nil {
		return "", err
	}
	id := store.NewID()
	if _, err := tx.Exec(ctx, `INSERT INTO unit_upload (id, person_id, as_of, file, body, made_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		id, by.Person, asOf, vi.Clean(file), base64.StdEncoding.EncodeToString(list), tx.Now); err != nil {
		return "", err
	}
	_, err := tx.Exec(ctx, `DELETE FROM unit_upload WHERE person_id = $1 AND id NOT IN
		(SELECT id FROM unit_upload WHERE person_id = $1 ORDER BY id DESC LIMIT $2)`, by.Person, kept)
	return id, err
}

// Received returns a list that waits, to whoever sent it.
func Received(ctx context.Context, tx *store.Tx, by access.Actor, id string) (Upload, error) {
	u, err := store.One(ctx, tx, func(u *Upload) []any { return []any{&u.ID, &u.File, &u.AsOf, &u.body} },
		`SELECT id, file, as_of, body FROM unit_upload WHERE id = $1 AND person_id = $2`, id, by.Person)
	if errors.Is(err, store.ErrNone) {
		return Upload{}, refusal.New(refusal.NotFound, "Không có danh mục nào đang chờ ở đây; có thể đã nạp xong hoặc đã được thay.")
	}
	return u, err
}

// Confirm imports a list that waits.
func Confirm(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string) (Report, error) {
	u, err := Received(ctx, tx, by, id)
	if err != nil {
		return Report{}, err
	}
	report, err := Import(ctx, tx, by, day, u.List(), u.AsOf)
	if err != nil {
		return Report{}, err
	}
	_, err = tx.Exec(ctx, `DELETE FROM unit_upload WHERE id = $1`, id)
	return report, err
}
