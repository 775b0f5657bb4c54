package voting

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"thidua/store"
)

// sealed are one teller's counts, each as the SHA-256 of the poll's salt, the
// field and the count: equal counts have equal seals, and no page, export or
// copy of the database tells a count before the vote is over. Whoever holds the
// database could still try numbers one by one; what is sealed is a small number.
type sealed map[string]string

// entry is one teller's sealed counts.
type entry struct {
	person string
	sealed sealed
}

// differs names the fields in which the two counts differ, in order.
func (s sealed) differs(other sealed) (fields []string) {
	for _, field := range slices.Sorted(maps.Keys(s)) {
		if s[field] != other[field] {
			fields = append(fields, field)
		}
	}
	return fields
}

// tallied are the counts a teller enters, by the fields of the form.
func (v Vote) tallied() []number {
	all := (&check{Vote: v}).counts()[3:] // from the ballots issued on
	for i, o := range v.Options {
		at := fmt.Sprintf("options[%d].", i)
		all = append(all, number{o.For, at + "for", "đồng ý"}, number{o.Against, at + "against", "không đồng ý"}, number{o.Blank, at + "blank", "không có ý kiến"})
	}
	return all
}

// salt gives the poll the random text its seals are made with.
func salt(ctx context.Context, tx *store.Tx, id string) error {
	_, err := tx.Exec(ctx, `UPDATE poll SET salt = $1 WHERE id = $2`, rand.Text(), id)
	return err
}

// seal closes the counts of v, which are all known.
func seal(ctx context.Context, tx *store.Tx, id string, v Vote) (sealed, error) {
	salt, err := store.One(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT salt FROM poll WHERE id = $1`, id)
	s := sealed{}
	for _, n := range v.tallied() {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%d", salt, n.field, *n.count))
		s[n.field] = hex.EncodeToString(sum[:])
	}
	return s, err
}

// entriesOf are the entries of the poll's present attempt.
func entriesOf(ctx context.Context, tx *store.Tx, p Poll) ([]entry, error) {
	type row struct {
		person string
		sealed store.JSON[sealed]
	}
	rows, err := store.All(ctx, tx, func(r *row) []any { return []any{&r.person, &r.sealed} },
		`SELECT person_id, sealed FROM poll_entry WHERE poll_id = $1 AND attempt = $2 ORDER BY entered_at`, p.ID, p.Attempt)
	all := make([]entry, len(rows))
	for i, r := range rows {
		all[i] = entry{r.person, r.sealed.V}
	}
	return all, err
}

func saveEntry(ctx context.Context, tx *store.Tx, p Poll, e entry) error {
	_, err := tx.Exec(ctx, `INSERT INTO poll_entry (poll_id, attempt, person_id, sealed, entered_at) VALUES ($1, $2, $3, $4, $5)`,
		p.ID, p.Attempt, e.person, store.Text(e.sealed), tx.Now)
	return err
}

// Entered are the person ids that have counted in the present attempt, first
// first; what they counted is not told.
func Entered(ctx context.Context, tx *store.Tx, p Poll) (people []string, err error) {
	entries, err := entriesOf(ctx, tx, p)
	for _, e := range entries {
		people = append(people, e.person)
	}
	return people, err
}
