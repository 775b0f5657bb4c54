package notice

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"

	"thidua/refusal"
	"thidua/store"
	"thidua/todo"
)

// How is how a person wants letters.
type How string

// The ways.
const (
	Daily  How = "daily"   // một thư mỗi ngày
	AtOnce How = "at_once" // gửi ngay
	Never  How = "never"   // không gửi
)

// Ways are all ways, as a form offers them.
var Ways = []How{Daily, AtOnce, Never}

// Words is the way as a form offers it.
func (h How) Words() todo.Words { return howWords[h] }

var howWords = map[How]todo.Words{
	Daily:  {Vietnamese: "Gom thành một thư mỗi ngày, khoảng 7 giờ sáng (việc gấp gửi ngay)", English: "One letter a day, about 7 in the morning (urgent ones at once)"},
	AtOnce: {Vietnamese: "Gửi ngay khi có thông báo", English: "A letter at once for every notice"},
	Never:  {Vietnamese: "Không gửi thư; chỉ xem thông báo trên trang", English: "No letters; notices on the page only"},
}

// wish is how a person wants letters, with the token that ends them.
type wish struct {
	how   How
	token string
}

// WishOf is how the person wants letters; daily until they say otherwise.
func WishOf(ctx context.Context, tx *store.Tx, person string) (How, error) {
	w, err := wishOf(ctx, tx, person)
	if errors.Is(err, store.ErrNone) {
		return Daily, nil
	}
	return w.how, err
}

func wishOf(ctx context.Context, tx *store.Tx, person string) (wish, error) {
	return store.One(ctx, tx, func(w *wish) []any { return []any{&w.how, &w.token} }, `SELECT how, token FROM notice_mail WHERE person_id = $1`, person)
}

// Wish keeps how the person wants letters.
func Wish(ctx context.Context, tx *store.Tx, person string, how How) error {
	if howWords[how] == (todo.Words{}) {
		return refusal.Field("cach", "Hãy chọn cách nhận thư.")
	}
	token, err := newToken()
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `INSERT INTO notice_mail (person_id, how, token) VALUES ($1, $2, $3)
		ON CONFLICT (person_id) DO UPDATE SET how = excluded.how`, person, how, token)
	return err
}

// wished is the person's wish with a token, made when there is none yet.
func wished(ctx context.Context, tx *store.Tx, person string) (wish, error) {
	w, err := wishOf(ctx, tx, person)
	if !errors.Is(err, store.ErrNone) {
		return w, err
	}
	if err := Wish(ctx, tx, person, Daily); err != nil {
		return w, err
	}
	return wishOf(ctx, tx, person)
}

// newToken is 256 random bits: whoever has it can do nothing but end letters.
func newToken() (string, error) {
	raw := make([]byte, 32)
	_, err := rand.Read(raw)
	return hex.EncodeToString(raw), err
}

// KnownToken reports whether letters carry the token.
func KnownToken(ctx context.Context, tx *store.Tx, token string) (bool, error) {
	n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM notice_mail WHERE token = $1`, token)
	return n > 0, err
}

// EndLetters ends the letters that carry the token; again is no fault.
func EndLetters(ctx context.Context, tx *store.Tx, token string) error {
	n, err := tx.Exec(ctx, `UPDATE notice_mail SET how = $1 WHERE token = $2`, Never, token)
	if err == nil && n == 0 {
		return refusal.New(refusal.NotFound, "Đường liên kết này không đúng.")
	}
	return err
}
