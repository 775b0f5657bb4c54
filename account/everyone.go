package account

import (
	"context"

	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Everyone returns all people with an account, in Vietnamese order of name.
func Everyone(ctx context.Context, tx *store.Tx) ([]Person, error) {
	return store.All(ctx, tx, (*Person).into, `SELECT `+personColumns+` FROM person p ORDER BY p.sort_key, p.id`)
}

// Held returns every capacity held on the day, by person id.
func Held(ctx context.Context, tx *store.Tx, day vi.Day) (map[string][]Grant, error) {
	rows, err := store.All(ctx, tx, (*Grant).into, selectGrant+` WHERE g.from_day <= $1 AND (g.until_day = '' OR g.until_day > $1)
		ORDER BY g.from_day, g.id`, day)
	all := make(map[string][]Grant, len(rows))
	for _, g := range rows {
		all[g.Person] = append(all[g.Person], g)
	}
	return all, err
}

// ByLogin returns the person of that login or mail, or a refusal of kind NotFound.
// It is for those who may know who is here; the sign-in never tells.
func ByLogin(ctx context.Context, tx *store.Tx, typed string) (Person, error) {
	p, err := byNameOrMail(ctx, tx, typed)
	if err == nil && p.ID == "" {
		return Person{}, refusal.New(refusal.NotFound, "Không có người dùng “"+vi.Clean(typed)+"”.")
	}
	return p, err
}
