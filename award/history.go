package award

import (
	"context"
	"errors"

	"thidua/access"
	"thidua/journal"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Who is whose history is asked: a recipient by the register's id, or a unit by
// its id in the list of units.
type Who struct{ Person, Unit string }

// HistoryOf is every award of somebody, oldest first. A unit's history has the
// awards of those it came from and of those it became, each told apart by
// Through; none of them moved.
func HistoryOf(ctx context.Context, tx *store.Tx, who Who) ([]Award, error) {
	return History(ctx, tx, who, Whole)
}

// History is HistoryOf as far as the scope goes.
func History(ctx context.Context, tx *store.Tx, who Who, s Scope) ([]Award, error) {
	if who.Unit != "" {
		return unitHistory(ctx, tx, who.Unit, s)
	}
	ids, err := samePerson(ctx, tx, ordinal(who.Person))
	if err != nil {
		return nil, err
	}
	q := asked{}
	q.in("a.recipient_id", ids)
	return q.oldestFirst(ctx, tx, s)
}

func (q *asked) oldestFirst(ctx context.Context, tx *store.Tx, s Scope) ([]Award, error) {
	if err := q.among(ctx, tx, s); err != nil {
		return nil, err
	}
	rows, err := store.All(ctx, tx, (*row).into, `SELECT `+columns+` FROM award a`+joins+` WHERE true`+q.where+
		` ORDER BY a.year, COALESCE(d.day, ''), a.decision_id, a.place`, q.args...)
	return awards(rows), err
}

// mostRevoked bounds the list of what was taken back.
const mostRevoked = 500

// RevokedWithin are the awards within the scope that were taken back, the last
// first; at most 500.
func RevokedWithin(ctx context.Context, tx *store.Tx, s Scope) ([]Award, error) {
	q := asked{}
	if err := q.among(ctx, tx, s); err != nil {
		return nil, err
	}
	rows, err := store.All(ctx, tx, (*row).into, `SELECT `+columns+` FROM (SELECT decision_id, place, by_decision FROM award_event WHERE kind = 'revoke') t
		JOIN award a ON a.decision_id = t.decision_id AND a.place = t.place`+joins+` WHERE true`+q.where+` ORDER BY t.by_decision DESC, a.decision_id, a.place`+limit(mostRevoked), q.args...)
	return awards(rows), err
}

// samePerson are all recipients that are one, as far as was recorded.
func samePerson(ctx context.Context, tx *store.Tx, n int) ([]int, error) {
	return store.All(ctx, tx, func(n *int) []any { return []any{n} },
		`WITH main (id) AS (SELECT CASE WHEN same_as = 0 THEN id ELSE same_as END FROM recipient WHERE id = $1)
		SELECT id FROM main UNION SELECT r.id FROM recipient r JOIN main ON r.same_as = main.id WHERE r.same_as <> 0`, n)
}

func unitHistory(ctx context.Context, tx *store.Tx, unit string, s Scope) ([]Award, error) {
	names, units, err := lineNames(ctx, tx, unit)
	if err != nil {
		return nil, err
	}
	q := asked{}
	q.and("a.recipient_id IN (SELECT id FROM recipient WHERE unit_id <> '' AND unit_id IN (SELECT j.key FROM json_each(%s) AS j))", set(units))
	all, err := q.oldestFirst(ctx, tx, s)
	for i, a := range all {
		all[i].Through = names[a.Unit]
	}
	return all, err
}

// lineNames are the unit with all it came from and became, and what each of the
// others was called.
func lineNames(ctx context.Context, tx *store.Tx, unit string) (names map[string]string, units []string, err error) {
	line, err := org.Lineage(ctx, tx, unit)
	if err != nil {
		return nil, nil, err
	}
	names = map[string]string{}
	for _, step := range line.Before {
		names[step.From] = step.FromName
	}
	for _, step := range line.After {
		names[step.To] = step.ToName
	}
	delete(names, unit)
	units = []string{unit}
	for u := range names {
		units = append(units, u)
	}
	return names, units, nil
}

// Person is a recipient as the register knows them.
type Person struct {
	ID     string
	Kind   Recipient
	Name   string // as first named
	Unit   string // of a collective that is in the list of units
	Sample bool
}

// PersonByID returns a recipient, or a refusal.NotFound.
func PersonByID(ctx context.Context, tx *store.Tx, id string) (Person, error) {
	p, err := store.One(ctx, tx, func(p *Person) []any { return []any{&p.Kind, &p.Name, &p.Unit, &p.Sample} },
		`SELECT kind, name, unit_id, illustrative FROM recipient WHERE id = $1`, ordinal(id))
	p.ID = id
	if errors.Is(err, store.ErrNone) {
		return Person{}, noRecipient()
	}
	return p, err
}

// Unite records that two recipients are one person under several spellings: the
// other's awards stay as decided, and both have one history.
func Unite(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, one, other, reason string) error {
	if err := access.Check(by, access.KeepRegister, ""); err != nil {
		return err
	}
	a, err := PersonByID(ctx, tx, one)
	if err != nil {
		return err
	}
	b, err := PersonByID(ctx, tx, other)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &reason}); err != nil {
		return err
	}
	switch {
	case one == other || a.Kind != b.Kind:
		return refusal.Field("other", "Chỉ ghi là một khi cùng là cá nhân, cùng là tập thể hoặc cùng là hộ gia đình, và là hai mục khác nhau của sổ.")
	case reason == "":
		return refusal.Field("reason", "Phải ghi vì sao là một người.")
	}
	if err := joinPersons(ctx, tx, ordinal(one), ordinal(other)); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.KeepRegister, "recipient:"+one, map[string]string{"same": other, "reason": reason})
}

// joinPersons leads the other, and all it is already one with, to the one.
func joinPersons(ctx context.Context, tx *store.Tx, one, other int) error {
	main, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT CASE WHEN same_as = 0 THEN id ELSE same_as END FROM recipient WHERE id = $1`, one)
	if err != nil {
		return err
	}
	all, err := samePerson(ctx, tx, other)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `UPDATE recipient SET same_as = $1 WHERE id <> $1 AND id IN (SELECT CAST(j.key AS integer) FROM json_each($2) AS j)`, main, numbers(all))
	return err
}
