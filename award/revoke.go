package award

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"thidua/access"
	"thidua/exact"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Revocation takes an award back by a decision of its own.
type Revocation struct {
	Award    string   // id
	Decision Decision // number, day, authority, signer of the revoking decision
	Ground   Ground
	Reason   string // what was found, and by which conclusion or verdict
}

// Revoke records a revocation. One decision may take back several awards: the
// second time it is the same decision. The award stays in the register as it
// was given.
func Revoke(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, r Revocation) error {
	if r.Ground.Label() == "" {
		return refusal.Field("ground", "Chọn một trong bốn căn cứ thu hồi.")
	}
	r.Decision.Kind = Withdraw
	return change(ctx, tx, by, day, r.Award, r.Decision, event{kind: Withdraw, ground: r.Ground, reason: r.Reason})
}

// Amendment alters what an award says, by a decision of its own; a text left
// empty stays as it was.
type Amendment struct {
	Award       string // id
	Decision    Decision
	Reason      string
	Name        string
	UnitName    string
	Achievement string
}

// Adjust records an amendment. The award stays as it was given; what it says
// from now on stands beside it, and it is found by the new name too.
func Adjust(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, m Amendment) error {
	new := Amendment{Name: m.Name, UnitName: m.UnitName, Achievement: m.Achievement}
	if err := refusal.Texts(refusal.Text{Field: "name", Value: &new.Name}, refusal.Text{Field: "unit", Value: &new.UnitName},
		refusal.Text{Field: "achievement", Value: &new.Achievement}); err != nil {
		return err
	}
	if new.Name == "" && new.UnitName == "" && new.Achievement == "" {
		return refusal.Field("name", "Phải ghi nội dung được điều chỉnh.")
	}
	if err := errors.Join(short("name", new.Name, longestName), short("unit", new.UnitName, longestName), short("achievement", new.Achievement, longestAchievement)); err != nil {
		return err
	}
	m.Decision.Kind = Amend
	return change(ctx, tx, by, day, m.Award, m.Decision, event{kind: Amend, reason: m.Reason, amended: new})
}

// event is what a later decision did to an award.
type event struct {
	kind    Kind
	ground  Ground
	reason  string
	amended Amendment
}

// change records a decision on an award that stands.
func change(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, award string, d Decision, e event) error {
	if err := access.Check(by, access.RevokeAward, ""); err != nil {
		return err
	}
	a, err := Find(ctx, tx, award, Whole)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &e.reason}); err != nil {
		return err
	}
	if err := d.clean(); err != nil {
		return err
	}
	switch {
	case e.reason == "":
		return refusal.Field("reason", "Phải ghi lý do.")
	case a.State == Revoked:
		return refusal.New(refusal.Conflict, "Khen thưởng này đã bị thu hồi.")
	case d.Day.Before(a.By.Day):
		return refusal.Field("day", fmt.Sprintf("Quyết định này không thể có trước quyết định khen thưởng (%s).", a.By.Day.Short()))
	case d.Day.After(day):
		return refusal.Field("day", "Ngày của quyết định ở sau hôm nay.")
	}
	return e.write(ctx, tx, by, day, a, d)
}

func (e event) write(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, a Award, d Decision) error {
	n, err := d.enterOnce(ctx, tx)
	if err != nil {
		return err
	}
	decision, place, _ := readID(a.ID)
	if _, err := tx.Exec(ctx, `INSERT INTO award_event (decision_id, place, seq, by_decision, kind, ground, reason, amended)
		SELECT CAST($1 AS integer), CAST($2 AS integer), COALESCE(max(seq), 0) + 1, CAST($3 AS integer), CAST($4 AS text), CAST($5 AS text), CAST($6 AS text), CAST($7 AS text)
		FROM award_event WHERE decision_id = $1 AND place = $2`, decision, place, n, e.kind, e.ground, e.reason, store.Text(e.amended)); err != nil {
		return err
	}
	if e.amended.Name != "" {
		if err := alsoFoundBy(ctx, tx, ordinal(a.Person), e.amended.Name); err != nil {
			return err
		}
	}
	return journal.Record(ctx, tx, by, day, access.RevokeAward, "award:"+a.ID,
		map[string]string{"kind": string(e.kind), "decision": strconv.Itoa(n), "ground": string(e.ground), "reason": e.reason})
}

// enterOnce is the decision's id; one of the same kind and day that is there
// already is the same.
func (d Decision) enterOnce(ctx context.Context, tx *store.Tx) (int, error) {
	n, err := d.registered(ctx, tx)
	if err != nil {
		return 0, err
	}
	if n == 0 {
		p, err := newPen(ctx, tx)
		if err != nil {
			return 0, err
		}
		return p.open(ctx, d)
	}
	same, err := store.One(ctx, tx, func(x *Decision) []any { return []any{&x.Kind, &x.Day} }, `SELECT kind, day FROM award_decision WHERE id = $1`, n)
	if err == nil && (same.Kind != d.Kind || same.Day != d.Day) {
		err = d.free(ctx, tx)
	}
	return n, err
}

// alsoFoundBy lets a recipient be found by another name.
func alsoFoundBy(ctx context.Context, tx *store.Tx, recipient int, name string) error {
	for _, key := range wordKeys(vi.Fold(name)) {
		if _, err := tx.Exec(ctx, `INSERT INTO recipient_word (key, recipient_id) VALUES ($1, $2) ON CONFLICT (key, recipient_id) DO NOTHING`, []byte(key), recipient); err != nil {
			return err
		}
	}
	return nil
}

// Recovered is one step of getting back what came with a revoked award.
type Recovered struct {
	Award string
	Day   vi.Day
	What  Thing
	Money exact.Number // VND, of Money only
	Note  string       // the receipt, or why it cannot be had
}

// Thing is what is got back.
type Thing string

// What is got back, or cannot be.
const (
	Money        Thing = "money"
	Artefact     Thing = "artefact"
	ArtefactLost Thing = "artefact_lost"
)

// Label is the step as people say it.
func (w Thing) Label() string { return thingLabels[w] }

var thingLabels = map[Thing]string{Money: "Thu lại tiền thưởng", Artefact: "Thu lại hiện vật", ArtefactLost: "Hiện vật không thu lại được"}
