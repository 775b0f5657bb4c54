package account

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Passkey is a key that lives in a person's telephone or computer and opens only
// this site. It proves both the device and, by finger, face or PIN, its holder.
type Passkey struct {
	ID         string // as the browser names it
	Person     string // person id
	Label      string // what its owner calls it
	Credential string // its public half with counters, as JSON
	MadeAt     store.Time
	UsedAt     string // when it last opened, as stored; empty when never
}

func (k *Passkey) into() []any {
	return []any{&k.ID, &k.Person, &k.Label, &k.Credential, &k.MadeAt, &k.UsedAt}
}

// mostPasskeys bounds what one person may register.
const mostPasskeys = 10

// PasskeysOf returns a person's passkeys, oldest first.
func PasskeysOf(ctx context.Context, tx *store.Tx, person string) ([]Passkey, error) {
	return store.All(ctx, tx, (*Passkey).into,
		`SELECT key_id, person_id, label, credential, made_at, used_at FROM passkey WHERE person_id = $1 ORDER BY made_at, key_id`, person)
}

// AddPasskey keeps a new passkey of a person.
func AddPasskey(ctx context.Context, tx *store.Tx, day vi.Day, p Person, k Passkey) error {
	k.Label = vi.Clean(k.Label)
	if err := vi.ValidText(k.Label); err != nil {
		return refusal.Field("label", err.Error())
	}
	if k.Label == "" || len([]rune(k.Label)) > 60 {
		return refusal.Field("label", "Tên khóa dài từ 1 đến 60 chữ cái.")
	}
	all, err := PasskeysOf(ctx, tx, p.ID)
	if err != nil {
		return err
	}
	if len(all) >= mostPasskeys {
		return refusal.New(refusal.Conflict, fmt.Sprintf("Mỗi người có nhiều nhất %d khóa truy cập; xin bỏ bớt một khóa.", mostPasskeys))
	}
	n, err := tx.Exec(ctx, `INSERT INTO passkey (key_id, person_id, label, credential, made_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
		k.ID, p.ID, k.Label, k.Credential, tx.Now)
	if err != nil {
		return err
	}
	if n == 0 {
		return refusal.New(refusal.Conflict, "Khóa truy cập này đã có trong hệ thống.")
	}
	return journal.Record(ctx, tx, self(p), day, access.ChangePasskey, "person:"+p.ID, map[string]string{"added": k.Label})
}

// DropPasskey takes away one of a person's own passkeys.
func DropPasskey(ctx context.Context, tx *store.Tx, day vi.Day, p Person, id string) error {
	n, err := tx.Exec(ctx, `DELETE FROM passkey WHERE key_id = $1 AND person_id = $2`, id, p.ID)
	if err != nil {
		return err
	}
	if n == 0 {
		return refusal.New(refusal.NotFound, "Không có khóa truy cập này.")
	}
	return journal.Record(ctx, tx, self(p), day, access.ChangePasskey, "person:"+p.ID, map[string]string{"removed": id})
}

// PasskeyUsed keeps a passkey's counters after it opened.
func PasskeyUsed(ctx context.Context, tx *store.Tx, person, id, credential string) error {
	n, err := tx.Exec(ctx, `UPDATE passkey SET credential = $1, used_at = $2 WHERE key_id = $3 AND person_id = $4`, credential, tx.Now, id, person)
	if err == nil && n == 0 {
		return errors.New("account: the passkey has gone")
	}
	return err
}
