package council

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Found puts a council on record and returns its id.
func Found(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, c Council) (string, error) {
	if err := permit(by, access.EstablishCouncil); err != nil {
		return "", err
	}
	c, err := c.cleaned()
	if err != nil {
		return "", err
	}
	if err := Check(c); err != nil {
		return "", err
	}
	c.ID = store.NewID()
	added, err := tx.Exec(ctx, `INSERT INTO council (id, name, fold, body_unit, rules, illustrative) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (fold) DO NOTHING`, c.ID, c.Name, key(c.Name), c.Body, store.Text(c.Rules), c.Sample)
	if err != nil {
		return "", err
	}
	if added == 0 {
		return "", &refusal.Error{Kind: refusal.Conflict, Field: "name", Sentence: fmt.Sprintf("%s đã có.", c.Name)}
	}
	return c.ID, journal.Record(ctx, tx, by, day, access.EstablishCouncil, "council:"+c.ID, c)
}

// ChangeRules replaces the council's own rules. Ballots that are open keep theirs.
func ChangeRules(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, r Rules) error {
	if err := permit(by, access.EstablishCouncil); err != nil {
		return err
	}
	c, err := ByID(ctx, tx, id)
	if err != nil {
		return err
	}
	c.Rules = r
	if c, err = c.cleaned(); err != nil {
		return err
	}
	if err := Check(c); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE council SET rules = $1 WHERE id = $2`, store.Text(c.Rules), id); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.EstablishCouncil, "council:"+id, c.Rules)
}

// permit is the permission for what concerns the whole council: whoever works
// for one cluster only has none.
func permit(by access.Actor, act access.Act) error {
	if err := access.Check(by, act, ""); err != nil {
		return err
	}
	if by.Cluster != "" {
		return refusal.By("cluster", "Hội đồng xét hồ sơ của mọi cụm; đồng chí chỉ làm việc cho một cụm.")
	}
	return nil
}

// Establish records who sits on the council from e.From on and returns the
// establishment's id. What was in force ends the day before: that is a renewal.
func Establish(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, e Establishment) (string, error) {
	if err := permit(by, access.EstablishCouncil); err != nil {
		return "", err
	}
	if _, err := ByID(ctx, tx, e.Council); err != nil {
		return "", err
	}
	e, err := e.cleaned()
	if err != nil {
		return "", err
	}
	if err := CheckEstablishment(e); err != nil {
		return "", err
	}
	if err := checkSeats(ctx, tx, e.Seats); err != nil {
		return "", err
	}
	if err := succeed(ctx, tx, e); err != nil {
		return "", err
	}
	e.ID = store.NewID()
	if err := insertEstablishment(ctx, tx, e); err != nil {
		return "", err
	}
	return e.ID, journal.Record(ctx, tx, by, day, access.EstablishCouncil, "council:"+e.Council, e)
}

// succeed ends the establishment in force the day before, and refuses one that
// would begin inside another or before a meeting already called by the old list.
func succeed(ctx context.Context, tx *store.Tx, e Establishment) error {
	all, err := Establishments(ctx, tx, e.Council)
	if err != nil {
		return err
	}
	for _, old := range all {
		switch {
		case !e.From.After(old.From):
			return refusal.Field("from", fmt.Sprintf("Hội đồng đã có danh sách từ ngày %s; ngày có hiệu lực phải sau ngày ấy.", old.From.Short()))
		case !old.On(e.From):
			continue
		}
		last, err := lastMeeting(ctx, tx, old.ID)
		if err != nil {
			return err
		}
		if !last.Before(e.From) && !last.IsZero() {
			return refusal.Field("from", fmt.Sprintf("Hội đồng đã họp ngày %s theo danh sách cũ; ngày có hiệu lực phải sau ngày ấy.", last.Short()))
		}
		if _, err := tx.Exec(ctx, `UPDATE council_establishment SET until_day = $1 WHERE id = $2`, e.From.AddDays(-1), old.ID); err != nil {
			return err
		}
	}
	return nil
}

// checkSeats refuses ids that are not on record.
func checkSeats(ctx context.Context, tx *store.Tx, seats []Seat) error {
	var units []string
	for _, s := range seats {
		if s.Unit != "" {
			units = append(units, s.Unit)
		}
	}
	known, err := org.ByIDs(ctx, tx, units, vi.Day{})
	if err != nil {
		return err
	}
	for i, s := range seats {
		if _, ok := known[s.Unit]; s.Unit != "" && !ok {
			return refusal.Field(seatField(i, "unit"), "Đơn vị này không có trong danh mục.")
		}
		if s.Person == "" {
			continue
		}
		n, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM person WHERE id = $1`, s.Person)
		if err != nil {
			return err
		}
		if n == 0 {
			return refusal.Field(seatField(i, "person"), "Không có tài khoản này.")
		}
	}
	return nil
}
