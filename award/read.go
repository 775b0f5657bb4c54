package award

import (
	"context"
	"errors"
	"strconv"

	"thidua/access"
	"thidua/exact"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// columns and joins read awards from the rows "a" of a statement. The other
// tables are looked into row by row, so that an award is never read by way of a
// whole table.
const (
	columns = `a.decision_id, a.place, a.kind, a.recipient_id, a.name, a.post, COALESCE(w.name, ''), COALESCE(w.unit_id, ''),
		CASE WHEN a.kind = 'collective' THEN (SELECT o.unit_id FROM recipient o WHERE o.id = a.recipient_id) ELSE '' END,
		a.title, a.title_name, a.category, a.year, a.achievement, a.money, a.illustrative,
		COALESCE(d.number, ''), COALESCE(d.day, ''), COALESCE(d.authority, ''), COALESCE(d.signer, ''), COALESCE(d.kind, ''), COALESCE(d.batch_id, ''), COALESCE(d.illustrative, false),
		COALESCE((SELECT max(e.kind) FROM award_event e WHERE e.decision_id = a.decision_id AND e.place = a.place), '')`
	joins = ` LEFT JOIN award_decision d ON d.id = a.decision_id LEFT JOIN workplace w ON w.id = a.workplace_id`
)

// row is an award as the tables hold it.
type row struct {
	Award
	decision, recipient int
	money               int64
	workUnit, ownUnit   string
	event               Kind
}

func (r *row) into() []any {
	return []any{&r.decision, &r.Place, &r.Kind, &r.recipient, &r.Name, &r.Post, &r.UnitName, &r.workUnit, &r.ownUnit,
		&r.Title, &r.TitleName, &r.Category, &r.Year, &r.Achievement, &r.money, &r.Sample,
		&r.By.Number, &r.By.Day, &r.By.Authority, &r.By.Signer, &r.By.Kind, &r.By.Batch, &r.By.Sample, &r.event}
}

// award is the row as others know it. The greatest kind of event counts: one
// that was amended and then revoked is revoked.
func (r row) award() Award {
	a := r.Award
	a.ID, a.Decision, a.Person = id(r.decision, r.Place), strconv.Itoa(r.decision), strconv.Itoa(r.recipient)
	a.By.ID, a.Unit = a.Decision, r.workUnit
	if a.Kind == Collective {
		a.Unit = r.ownUnit
	}
	if r.money >= 0 {
		a.Money = exact.Int(r.money)
	}
	switch r.event {
	case Withdraw:
		a.State = Revoked
	case Amend:
		a.State = Amended
	default:
		a.State = InForce
	}
	return a
}

func awards(rows []row) []Award {
	all := make([]Award, len(rows))
	for i, r := range rows {
		all[i] = r.award()
	}
	return all
}

// Find returns the award of that id within the scope, or a refusal.NotFound.
func Find(ctx context.Context, tx *store.Tx, award string, s Scope) (Award, error) {
	none := refusal.New(refusal.NotFound, "Không có khen thưởng này trong sổ.")
	decision, place, ok := readID(award)
	if !ok {
		return Award{}, none
	}
	q := asked{}
	q.and("a.decision_id = %s AND a.place = %s", decision, place)
	if err := q.among(ctx, tx, s); err != nil {
		return Award{}, err
	}
	r, err := store.One(ctx, tx, (*row).into, `SELECT `+columns+` FROM award a`+joins+` WHERE true`+q.where, q.args...)
	if errors.Is(err, store.ErrNone) {
		return Award{}, none
	}
	return r.award(), err
}

// Of returns a decision with its awards in their order, or a refusal.NotFound.
func Of(ctx context.Context, tx *store.Tx, decision string, s Scope) (Decision, []Award, error) {
	n, err := strconv.Atoi(decision)
	if err != nil || n < 1 || n > maxID {
		return Decision{}, nil, refusal.New(refusal.NotFound, "Không có quyết định này trong sổ.")
	}
	q := asked{}
	q.and("a.decision_id = %s", n)
	if err := q.among(ctx, tx, s); err != nil {
		return Decision{}, nil, err
	}
	rows, err := store.All(ctx, tx, (*row).into, `SELECT `+columns+` FROM award a`+joins+` WHERE true`+q.where+` ORDER BY a.place`, q.args...)
	if err != nil {
		return Decision{}, nil, err
	}
	if len(rows) == 0 {
		return Decision{}, nil, refusal.New(refusal.NotFound, "Không có quyết định này trong sổ.")
	}
	all := awards(rows)
	d := all[0].By
	d.Awards = len(all)
	return d, all, nil
}

// Private is what the register knows of a person beyond their awards.
type Private struct {
	Birth string // "1970" or "1970-11-22"
	Sex   string
}

// Sensitive returns a person's private particulars, and the journal tells who
// read them.
func Sensitive(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, person string, s Scope) (Private, error) {
	seen, err := History(ctx, tx, Who{Person: person}, s)
	if err != nil {
		return Private{}, err
	}
	if len(seen) == 0 {
		return Private{}, noRecipient()
	}
	p, err := store.One(ctx, tx, func(p *Private) []any { return []any{&p.Birth, &p.Sex} },
		`SELECT birth, sex FROM recipient WHERE id = $1`, ordinal(person))
	if err != nil {
		return Private{}, err
	}
	return p, journal.Record(ctx, tx, by, day, access.ReadSensitive, "recipient:"+person, map[string]string{"read": "birth, sex"})
}

func noRecipient() error {
	return refusal.New(refusal.NotFound, "Sổ khen thưởng không có người, tập thể hoặc hộ gia đình này.")
}

// ordinal reads an id that came from outside; 0 is nobody's.
func ordinal(id string) int {
	n, err := strconv.Atoi(id)
	if err != nil || n < 1 || n > maxID {
		return 0
	}
	return n
}
