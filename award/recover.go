package award

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/exact"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Recover records one step of getting back money or artefact of a revoked award.
func Recover(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, r Recovered) error {
	if err := access.Check(by, access.RevokeAward, ""); err != nil {
		return err
	}
	a, err := Find(ctx, tx, r.Award, Whole)
	if err != nil {
		return err
	}
	life, err := LifeOf(ctx, tx, a)
	if err != nil {
		return err
	}
	if err := life.takes(&r, a, day); err != nil {
		return err
	}
	decision, place, _ := readID(a.ID)
	money := int64(0)
	if r.Money.Known() {
		money = r.Money.Floor()
	}
	if _, err := tx.Exec(ctx, `INSERT INTO award_recovery (decision_id, place, seq, day, what, money, note) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		decision, place, len(life.Recovered)+1, r.Day, r.What, money, r.Note); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.RevokeAward, "award:"+a.ID, map[string]any{"recovered": r.What, "money": r.Money, "day": r.Day, "note": r.Note})
}

// takes refuses a step that cannot have been.
func (l Life) takes(r *Recovered, a Award, day vi.Day) error {
	if err := refusal.Texts(refusal.Text{Field: "note", Value: &r.Note}); err != nil {
		return err
	}
	switch {
	case a.State != Revoked:
		return refusal.New(refusal.Unsatisfied, "Chỉ thu lại tiền, hiện vật của khen thưởng đã bị thu hồi.")
	case r.What.Label() == "":
		return refusal.Field("what", "Chọn tiền hoặc hiện vật.")
	case r.Day.IsZero() || r.Day.After(day) || r.Day.Before(l.revokedOn()):
		return refusal.Field("recovered_on", "Ngày thu phải từ ngày quyết định thu hồi đến hôm nay.")
	case r.Note == "":
		return refusal.Field("note", "Phải ghi chứng từ, hoặc lý do không thu được.")
	case r.What != Money && l.Artefact != "":
		return refusal.New(refusal.Conflict, "Hiện vật đã được ghi: "+vi.LowerFirst(l.Artefact.Label())+".")
	case r.What == Money && (r.Money.Sign() <= 0 || r.Money.Floor() != r.Money.Ceil() || r.Money.Floor() > mostMoney):
		return refusal.Field("money", "Ghi số đồng đã thu, lớn hơn 0.")
	case r.What == Money && a.Money.Known() && l.Money.Add(r.Money).Cmp(a.Money) > 0:
		return refusal.Field("money", fmt.Sprintf("Tổng đã thu không thể quá số tiền thưởng %s đồng.", vi.FormatInt(a.Money.Floor())))
	}
	return nil
}

// Event is what a later decision did to an award.
type Event struct {
	By      Decision
	Kind    Kind
	Ground  Ground
	Reason  string
	Amended Amendment // what it says from then on; empty fields as before
}

// Life is what became of an award after it was given.
type Life struct {
	Events    []Event // oldest first
	Recovered []Recovered
	Money     exact.Number // got back so far, VND
	Artefact  Thing        // what was recorded of it; empty while nothing was
}

func (l Life) revokedOn() vi.Day {
	for _, e := range l.Events {
		if e.Kind == Withdraw {
			return e.By.Day
		}
	}
	return vi.Day{}
}

// LifeOf returns what became of the award.
func LifeOf(ctx context.Context, tx *store.Tx, a Award) (Life, error) {
	decision, place, _ := readID(a.ID)
	l := Life{Money: exact.Int(0)}
	type kept struct {
		Event
		amended store.JSON[Amendment]
	}
	events, err := store.All(ctx, tx, func(k *kept) []any {
		return []any{&k.Kind, &k.Ground, &k.Reason, &k.amended, &k.By.ID, &k.By.Number, &k.By.Day, &k.By.Authority, &k.By.Signer, &k.By.Kind}
	}, `SELECT e.kind, e.ground, e.reason, e.amended, CAST(d.id AS text), d.number, d.day, d.authority, d.signer, d.kind
		FROM award_event e JOIN award_decision d ON d.id = e.by_decision WHERE e.decision_id = $1 AND e.place = $2 ORDER BY e.seq`, decision, place)
	if err != nil {
		return l, err
	}
	for _, k := range events {
		k.Amended = k.amended.V
		l.Events = append(l.Events, k.Event)
	}
	type step struct {
		Recovered
		money int64
	}
	steps, err := store.All(ctx, tx, func(s *step) []any { return []any{&s.Day, &s.What, &s.money, &s.Note} },
		`SELECT day, what, money, note FROM award_recovery WHERE decision_id = $1 AND place = $2 ORDER BY seq`, decision, place)
	for _, s := range steps {
		s.Recovered.Money, s.Award = exact.Int(s.money), a.ID
		l.Money = l.Money.Add(s.Recovered.Money)
		if s.What != Money {
			l.Artefact = s.What
		}
		l.Recovered = append(l.Recovered, s.Recovered)
	}
	return l, err
}
