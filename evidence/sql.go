package evidence

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

const columns = `id, unit_id, name, format, kind, description, day, size, sha256, sensitive, retired_on, retired_why, added_on, added_by, illustrative, signatures, stored`

func (e *Evidence) into() []any {
	return []any{&e.ID, &e.Unit, &e.Name, &e.Format, &e.Kind, &e.Description, &e.Day, &e.Size, &e.SHA256, &e.Sensitive,
		&e.RetiredOn, &e.RetiredWhy, &e.AddedOn, &e.AddedBy, &e.Sample, &e.Signatures, &e.stored}
}

// ByID returns one file, or a refusal of kind NotFound. It asks for no
// permission: MayRead and whoever shows the sheet that cites it do.
func ByID(ctx context.Context, tx *store.Tx, id string) (Evidence, error) {
	e, err := store.One(ctx, tx, (*Evidence).into, `SELECT `+columns+` FROM evidence WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return e, NotFound()
	}
	return e, err
}

// NotFound is the one answer about a file that is not there and about one that
// the asker may not know of.
func NotFound() error { return refusal.New(refusal.NotFound, "Không có minh chứng này.") }

// ByIDs returns the files of those ids by id, in one statement; ids that are
// not there are left out. For the entries of a sheet: ByIDs(ctx, tx,
// Cited(mark.Evidence)). As with ByID, showing them is the caller's to permit.
func ByIDs(ctx context.Context, tx *store.Tx, ids []string) (map[string]Evidence, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	asked := make(map[string]bool, len(ids))
	for _, id := range ids {
		asked[id] = true
	}
	rows, err := store.All(ctx, tx, (*Evidence).into,
		`SELECT `+columns+` FROM evidence WHERE id IN (SELECT j.key FROM json_each($1) AS j)`, store.Text(asked))
	all := make(map[string]Evidence, len(rows))
	for _, e := range rows {
		all[e.ID] = e
	}
	return all, err
}

// Library returns every file of the unit, retired ones too, newest first.
func Library(ctx context.Context, tx *store.Tx, unit string) ([]Evidence, error) {
	return store.All(ctx, tx, (*Evidence).into, `SELECT `+columns+` FROM evidence WHERE unit_id = $1 ORDER BY id DESC`, unit)
}

// OfUnit returns the unit's files that may be cited anew, newest first: those
// whose name or description holds every word of query, accents aside; an empty
// query means all. It is what a picker offers to the unit's own people.
func OfUnit(ctx context.Context, tx *store.Tx, unit, query string) (found []Evidence, err error) {
	all, err := Library(ctx, tx, unit)
	for _, e := range all {
		if !e.Retired() && e.matches(strings.Fields(vi.Fold(query))) {
			found = append(found, e)
		}
	}
	return found, err
}

func (e Evidence) matches(words []string) bool {
	text := vi.Fold(e.Name + " " + e.Description)
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// Used is how many bytes the unit's files take.
func Used(ctx context.Context, tx *store.Tx, unit string) (int64, error) {
	return store.One(ctx, tx, func(n *int64) []any { return []any{n} },
		`SELECT CAST(COALESCE(sum(size), 0) AS bigint) FROM evidence WHERE unit_id = $1`, unit)
}

func bySum(ctx context.Context, tx *store.Tx, unit, sum string) (Evidence, error) {
	return store.One(ctx, tx, (*Evidence).into, `SELECT `+columns+` FROM evidence WHERE unit_id = $1 AND sha256 = $2`, unit, sum)
}

// partSize is how many bytes lie in one part.
const partSize = 256 << 10

func insert(ctx context.Context, tx *store.Tx, e Evidence, body io.ReaderAt) error {
	if _, err := tx.Exec(ctx, `INSERT INTO evidence (`+columns+`) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
		e.ID, e.Unit, e.Name, e.Format, e.Kind, e.Description, e.Day, e.Size, e.SHA256, e.Sensitive,
		e.RetiredOn, e.RetiredWhy, e.AddedOn, e.AddedBy, e.Sample, store.Text(e.Signatures.V), e.stored); err != nil {
		return err
	}
	part := make([]byte, partSize)
	for at, position := int64(0), 0; at < e.Size; at, position = at+partSize, position+1 {
		n, err := body.ReadAt(part[:min(partSize, e.Size-at)], at)
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("evidence: read: %w", err)
		}
		if _, err := tx.Exec(ctx, `INSERT INTO evidence_part (stored, position, body) VALUES ($1, $2, $3)`, e.stored, position, part[:n]); err != nil {
			return err
		}
	}
	return nil
}

func update(ctx context.Context, tx *store.Tx, e Evidence) error {
	_, err := tx.Exec(ctx, `UPDATE evidence SET kind = $1, description = $2, day = $3, sensitive = $4, retired_on = $5, retired_why = $6 WHERE id = $7`,
		e.Kind, e.Description, e.Day, e.Sensitive, e.RetiredOn, e.RetiredWhy, e.ID)
	return err
}

// randomName is a name nobody can guess: 128 random bits.
func randomName() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // it never fails
	return hex.EncodeToString(b[:])
}
