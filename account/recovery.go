package account

import (
	"context"
	"crypto/rand"
	"encoding/base32"
	"errors"
	"strings"

	"thidua/store"
)

// recoveryCodes is how many are given out at once.
const recoveryCodes = 10

// newRecoveryCodes replaces the person's recovery codes and returns the new ones
// to be written down: 80 bits each, in groups of four. Only their SHA-256 is
// kept, which is enough for what nobody chose.
func newRecoveryCodes(ctx context.Context, tx *store.Tx, person string) ([]string, error) {
	if _, err := tx.Exec(ctx, `DELETE FROM recovery_code WHERE person_id = $1`, person); err != nil {
		return nil, err
	}
	all, hashes := make([]string, recoveryCodes), map[string]bool{}
	for i := range all {
		raw := make([]byte, 10)
		if _, err := rand.Read(raw); err != nil {
			return nil, err
		}
		code := strings.ToLower(base32.StdEncoding.EncodeToString(raw))
		all[i] = code[:4] + "-" + code[4:8] + "-" + code[8:12] + "-" + code[12:]
		hashes[hashed(code)] = true
	}
	_, err := tx.Exec(ctx, `INSERT INTO recovery_code (person_id, hash) SELECT CAST($1 AS text), j.key FROM json_each($2) AS j`, person, store.Text(hashes))
	return all, err
}

// NewRecoveryCodes gives a person new recovery codes in place of the old.
func NewRecoveryCodes(ctx context.Context, tx *store.Tx, p Person) ([]string, error) {
	c, err := CredentialOf(ctx, tx, p.ID)
	if err != nil {
		return nil, err
	}
	if !c.Second() {
		return nil, errCode
	}
	return newRecoveryCodes(ctx, tx, p.ID)
}

// spendRecoveryCode takes a code once.
func spendRecoveryCode(ctx context.Context, tx *store.Tx, person, code string) error {
	plain := strings.ToLower(strings.NewReplacer("-", "", " ", "").Replace(code))
	n, err := tx.Exec(ctx, `UPDATE recovery_code SET used_at = $1 WHERE person_id = $2 AND hash = $3 AND used_at = ''`, tx.Now, person, hashed(plain))
	if err == nil && n == 0 {
		return errCode
	}
	return err
}

// RecoveryCodesLeft is how many codes a person has not spent.
func RecoveryCodesLeft(ctx context.Context, tx *store.Tx, person string) (int, error) {
	n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM recovery_code WHERE person_id = $1 AND used_at = ''`, person)
	if errors.Is(err, store.ErrNone) {
		return 0, nil
	}
	return n, err
}
