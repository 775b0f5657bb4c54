package award

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Record enters a decision with all its awards and returns its id. The awards
// take the places 1, 2, 3… in the order given, unless each names its own, which
// must then be without gaps. A decision of that authority, number and year is
// recorded once.
func Record(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, d Decision, awards []Award) (string, error) {
	if err := access.Check(by, access.RecordDecision, ""); err != nil {
		return "", err
	}
	if d.Kind == Amend || d.Kind == Withdraw {
		return "", refusal.Field("kind", "Điều chỉnh, thu hồi thì ghi vào từng khen thưởng.")
	}
	if err := checkAll(&d, awards); err != nil {
		return "", err
	}
	if err := d.free(ctx, tx); err != nil {
		return "", err
	}
	p, err := newPen(ctx, tx)
	if err != nil {
		return "", err
	}
	n, err := p.open(ctx, d)
	if err != nil {
		return "", err
	}
	for _, a := range awards {
		if err := p.add(ctx, n, d.Day, a); err != nil {
			return "", err
		}
	}
	if err := p.close(ctx); err != nil {
		return "", err
	}
	return strconv.Itoa(n), journal.Record(ctx, tx, by, day, access.RecordDecision, "award_decision:"+strconv.Itoa(n),
		map[string]any{"number": d.Number, "day": d.Day, "authority": d.Authority, "kind": d.Kind, "awards": len(awards)})
}

// checkAll cleans the decision and its awards and gives them their places.
func checkAll(d *Decision, awards []Award) error {
	all := []error{d.clean()}
	if len(awards) == 0 {
		all = append(all, refusal.Field("awards", "Quyết định phải có ít nhất một người, tập thể hoặc hộ gia đình được khen."))
	}
	for i := range awards {
		if err := awards[i].clean(*d); err != nil {
			all = append(all, numbered(i, err)...)
		}
	}
	if !slices.ContainsFunc(awards, func(a Award) bool { return a.Place != 0 }) {
		for i := range awards {
			awards[i].Place = i + 1
		}
	}
	places := make([]int, len(awards))
	for i, a := range awards {
		places[i] = a.Place
	}
	slices.Sort(places)
	for i, place := range places {
		if place != i+1 {
			all = append(all, refusal.Field("awards", fmt.Sprintf("Số sổ vàng phải liền nhau từ 1 đến %d; thiếu hoặc trùng số %d.", len(awards), i+1)))
			break
		}
	}
	return errors.Join(all...)
}

// numbered puts the award's place in the list before the fields of what was
// refused: "awards[2].name".
func numbered(i int, err error) (all []error) {
	for _, e := range refusal.All(err) {
		all = append(all, refusal.Field(fmt.Sprintf("awards[%d].%s", i, e.Field), fmt.Sprintf("Dòng %d: %s", i+1, e.Sentence)))
	}
	if all == nil {
		return []error{err}
	}
	return all
}

// free refuses a decision that is in the register already.
func (d Decision) free(ctx context.Context, tx *store.Tx) error {
	n, err := d.registered(ctx, tx)
	if err != nil || n == 0 {
		return err
	}
	return refusal.New(refusal.Conflict, fmt.Sprintf("Quyết định số %s năm %d của %s đã có trong sổ.", d.Number, d.Day.Year(), d.Authority))
}

// registered is the id of the decision of that authority, number and year; 0
// for none.
func (d Decision) registered(ctx context.Context, tx *store.Tx) (int, error) {
	found, err := store.All(ctx, tx, func(id *int) []any { return []any{id} },
		`SELECT id FROM award_decision WHERE authority_key = $1 AND number_key = $2 AND year = $3 AND undone = ''`,
		authorityKey(d.Authority), []byte(numberKey(d.Number)), d.Day.Year())
	return sumOf(found), err
}
