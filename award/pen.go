package award

import (
	"context"

	"thidua/store"
	"thidua/vi"
)

// pen writes awards into the register, many rows a statement. It numbers what
// it writes on from what is there, which holds because writes follow one
// another.
type pen struct {
	tx         *store.Tx
	decision   int // the greatest ids in use
	recipient  int
	workplace  int
	workplaces map[string]workplace // by unit id and name
	units      map[string]string    // unit ids by name and day
	noUnits    map[string]bool      // names that are no unit's on any day
	unitWords  map[string]bool      // what names of units end in, without accents; nil until asked for
	waiting    []entry
	words      []word // of new recipients, waiting
}

// entry is an award on its way into the register.
type entry struct {
	Award
	decision  int
	workplace int
	recipient int
	identity  string // of the recipient
	day       vi.Day
}

// workplace is a unit as awards name it.
type workplace struct {
	id   int
	unit string
}

// chunk is how many awards are written at a time, so that what lies side by side
// in an index is written together; mostWords is how many words of names are,
// which lie far apart; remembered is how many units are kept in mind
// while writing.
const (
	chunk      = 2000
	mostWords  = 200_000
	remembered = 50_000
)

func newPen(ctx context.Context, tx *store.Tx) (*pen, error) {
	p := &pen{tx: tx, workplaces: map[string]workplace{}, units: map[string]string{}, noUnits: map[string]bool{}}
	for _, x := range []struct {
		table string
		last  *int
	}{{"award_decision", &p.decision}, {"recipient", &p.recipient}, {"workplace", &p.workplace}} {
		n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT COALESCE(max(id), 0) FROM `+x.table)
		if err != nil {
			return nil, err
		}
		*x.last = n
	}
	return p, nil
}

// open writes a decision and returns its id.
func (p *pen) open(ctx context.Context, d Decision) (int, error) {
	p.decision++
	_, err := p.tx.Exec(ctx, `INSERT INTO award_decision (id, number, number_key, day, year, authority, authority_key, signer, kind, batch_id, illustrative, recorded_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`, p.decision, d.Number, []byte(numberKey(d.Number)), d.Day, d.Day.Year(),
		d.Authority, authorityKey(d.Authority), d.Signer, d.Kind, d.Batch, d.Sample, p.tx.Now)
	return p.decision, err
}

// add writes an award into the decision, sooner or later; close ends it.
func (p *pen) add(ctx context.Context, decision int, day vi.Day, a Award) error {
	p.waiting = append(p.waiting, entry{Award: a, decision: decision, day: day})
	if len(p.waiting) < chunk {
		return nil
	}
	return p.flush(ctx)
}

// close writes all that still waits.
func (p *pen) close(ctx context.Context) error {
	if err := p.flush(ctx); err != nil {
		return err
	}
	return p.writeWords(ctx)
}

// flush writes the awards that wait.
func (p *pen) flush(ctx context.Context) error {
	if len(p.waiting) == 0 {
		return nil
	}
	if err := p.placeAll(ctx); err != nil {
		return err
	}
	if err := p.nameAll(ctx); err != nil {
		return err
	}
	rows := make([][]any, len(p.waiting))
	for i, e := range p.waiting {
		money := int64(-1)
		if e.Money.Known() {
			money = e.Money.Floor()
		}
		rows[i] = []any{e.decision, e.Place, e.Kind, e.recipient, e.Name, e.Post, e.workplace, e.Title, e.TitleName, e.Category, e.Year, e.Achievement, money, e.Sample}
	}
	p.waiting = p.waiting[:0]
	return store.Insert(ctx, p.tx, `award (decision_id, place, kind, recipient_id, name, post, workplace_id, title, title_name, category, year, achievement, money, illustrative)`, rows)
}
