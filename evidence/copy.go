package evidence

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"thidua/store"
)

var errChanged = errors.New("evidence: the bytes kept are not those that came")

// Copy writes the file's bytes part by part, each read in a transaction of its
// own, for parts never change: nobody's slow line holds the records or the
// memory. When the bytes are not those that came it is an error, and the last
// part is not written.
func (e Evidence) Copy(ctx context.Context, db *store.DB, to io.Writer) error {
	sum := sha256.New()
	for position, more := 0, true; more; position++ {
		var part []byte
		if err := db.Read(ctx, func(tx *store.Tx) (err error) {
			part, more, err = e.part(ctx, tx, position)
			return err
		}); err != nil {
			return err
		}
		_, _ = sum.Write(part)
		if !more && hex.EncodeToString(sum.Sum(nil)) != e.SHA256 {
			return errChanged
		}
		if _, err := to.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// part is the file's bytes from the position on, and whether more follow.
func (e Evidence) part(ctx context.Context, tx *store.Tx, position int) (body []byte, more bool, err error) {
	body, err = store.One(ctx, tx, func(b *[]byte) []any { return []any{b} },
		`SELECT body FROM evidence_part WHERE stored = $1 AND position = $2`, e.stored, position)
	return body, int64(position+1)*partSize < e.Size, err
}
