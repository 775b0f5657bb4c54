package journal

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"

	"thidua/store"
)

// Extract is a part of the journal to be handed on: whoever has it can check
// without the database that no entry was altered, and that this installation
// issued it. It does not prove that nothing was left out between its entries;
// the sequence numbers tell.
type Extract struct {
	For     string  // what was asked for, in words
	By      string  // who took it
	At      string  // when, UTC
	Head    Head    // the journal's newest entry then
	Entries []Entry // newest first
	Key     string  // the installation's public key, Ed25519 (RFC 8032), base64
	Sign    string  // signature over the extract's JSON without this field, base64
}

// Seal signs the extract with the installation's key.
func Seal(ctx context.Context, tx *store.Tx, x Extract) (Extract, error) {
	key, err := signingKey(ctx, tx)
	if err != nil {
		return x, err
	}
	if x.Head, err = CurrentHead(ctx, tx); err != nil {
		return x, err
	}
	x.At, x.Key, x.Sign = tx.Now.String(), base64.StdEncoding.EncodeToString(key.Public().(ed25519.PublicKey)), ""
	x.Sign = base64.StdEncoding.EncodeToString(ed25519.Sign(key, []byte(store.Text(x))))
	return x, nil
}

// ReadExtract reads an extract's JSON.
func ReadExtract(raw []byte) (x Extract, err error) {
	if err := json.Unmarshal(raw, &x); err != nil {
		return x, fmt.Errorf("journal: extract: %w", err)
	}
	return x, nil
}

// Check reports everything that is wrong with the extract: a signature that is
// not the key's, entries that do not carry their own hash, neighbours that are
// not chained.
func (x Extract) Check() (faults []Fault) {
	sign, key := x.Sign, decoded(x.Key)
	x.Sign = ""
	if len(key) != ed25519.PublicKeySize || !ed25519.Verify(key, []byte(store.Text(x)), decoded(sign)) {
		faults = append(faults, Fault{Sentence: "Chữ ký của bản trích không đúng: nội dung đã bị sửa, hoặc không do hệ thống này xuất."})
	}
	for i, e := range x.Entries {
		if e.sum() != e.Hash {
			faults = append(faults, Fault{e.Seq, fmt.Sprintf("Mục %d đã bị sửa sau khi ghi.", e.Seq)})
		}
		if i > 0 && x.Entries[i-1].Seq == e.Seq+1 && x.Entries[i-1].Prev != e.Hash {
			faults = append(faults, Fault{e.Seq, fmt.Sprintf("Mục %d không nối với mục sau nó.", e.Seq)})
		}
	}
	return faults
}

func decoded(text string) []byte {
	b, err := base64.StdEncoding.DecodeString(text)
	if err != nil {
		return nil
	}
	return b
}

func (e Entry) sum() string {
	return sum(e.Seq, e.Person, e.Scope, e.At.String(), e.Day.String(), e.Actor, e.Role, e.Act, e.Object, e.Detail, e.Prev)
}

// signingKey is the installation's key, made at its first use.
func signingKey(ctx context.Context, tx *store.Tx) (ed25519.PrivateKey, error) {
	seed, err := store.One(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT seed FROM journal_key WHERE place = 1`)
	if errors.Is(err, store.ErrNone) {
		fresh := make([]byte, ed25519.SeedSize)
		_, _ = rand.Read(fresh) // it never fails
		seed = base64.StdEncoding.EncodeToString(fresh)
		_, err = tx.Exec(ctx, `INSERT INTO journal_key (place, seed, made_at) VALUES (1, $1, $2)`, seed, tx.Now)
	}
	if err != nil {
		return nil, err
	}
	return ed25519.NewKeyFromSeed(decoded(seed)), nil
}
