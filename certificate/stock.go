package certificate

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Receipt is blanks that came in, by the numbers printed on them.
type Receipt struct {
	First, Last int
	Document    string // by which they came: "Phiếu nhập 12"
	Day         vi.Day
}

// Count is how many sheets came.
func (r Receipt) Count() int { return r.Last - r.First + 1 }

// Spoiled is one sheet that can no longer be used.
type Spoiled struct {
	Number int
	Reason string
	Day    vi.Day
}

// Stock is everything known of a blank's sheets.
type Stock struct {
	Receipts []Receipt // by their numbers
	Spoiled  []Spoiled // by their numbers
	Printed  []int     // numbers that a certificate was printed on, also those spoiled then
}

// Balance is how many sheets there are: In = Issued + Spoiled + Left. A sheet that
// was spoiled after printing counts as spoiled.
type Balance struct{ In, Issued, Spoiled int }

// Left is how many sheets are free.
func (b Balance) Left() int { return b.In - b.Issued - b.Spoiled }

// Balance counts the sheets.
func (s Stock) Balance() Balance {
	b := Balance{Spoiled: len(s.Spoiled)}
	for _, r := range s.Receipts {
		b.In += r.Count()
	}
	spoiled := s.spoiled()
	for _, n := range s.Printed {
		if !spoiled[n] {
			b.Issued++
		}
	}
	return b
}

func (s Stock) spoiled() map[int]bool {
	all := make(map[int]bool, len(s.Spoiled))
	for _, x := range s.Spoiled {
		all[x.Number] = true
	}
	return all
}

// Free are the lowest n free numbers, from first on; fewer when there are not so
// many.
func (s Stock) Free(first, n int) []int {
	used := s.spoiled()
	for _, p := range s.Printed {
		used[p] = true
	}
	var free []int
	for _, r := range s.Receipts {
		for no := max(r.First, first); no <= r.Last && len(free) < n; no++ {
			if !used[no] {
				free = append(free, no)
			}
		}
	}
	return free
}

// Has reports whether a sheet of that number ever came in.
func (s Stock) Has(number int) bool {
	for _, r := range s.Receipts {
		if r.First <= number && number <= r.Last {
			return true
		}
	}
	return false
}

// StockOf is a blank's stock.
func StockOf(ctx context.Context, tx *store.Tx, blank string) (s Stock, err error) {
	if s.Receipts, err = store.All(ctx, tx, func(r *Receipt) []any { return []any{&r.First, &r.Last, &r.Document, &r.Day} },
		`SELECT first_no, last_no, document, day FROM certificate_received WHERE blank_id = $1 ORDER BY first_no`, blank); err != nil {
		return s, err
	}
	if s.Spoiled, err = store.All(ctx, tx, func(x *Spoiled) []any { return []any{&x.Number, &x.Reason, &x.Day} },
		`SELECT sheet_no, reason, day FROM certificate_spoiled WHERE blank_id = $1 ORDER BY sheet_no`, blank); err != nil {
		return s, err
	}
	s.Printed, err = store.All(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT sheet_no FROM certificate_print WHERE blank_id = $1 AND sheet_no > 0 ORDER BY sheet_no`, blank)
	return s, err
}

// Balances are the balances of all blanks that sheets came of, by the blank.
func Balances(ctx context.Context, tx *store.Tx) (map[string]Balance, error) {
	type row struct {
		blank string
		Balance
	}
	rows, err := store.All(ctx, tx, func(r *row) []any { return []any{&r.blank, &r.In, &r.Issued, &r.Spoiled} },
		`SELECT r.blank_id, sum(r.last_no - r.first_no + 1),
			(SELECT count(*) FROM certificate_print p WHERE p.blank_id = r.blank_id AND p.sheet_no > 0
				AND NOT EXISTS (SELECT 1 FROM certificate_spoiled s WHERE s.blank_id = p.blank_id AND s.sheet_no = p.sheet_no)),
			(SELECT count(*) FROM certificate_spoiled s WHERE s.blank_id = r.blank_id)
		FROM certificate_received r GROUP BY r.blank_id`)
	if err != nil {
		return nil, err
	}
	all := make(map[string]Balance, len(rows))
	for _, r := range rows {
		all[r.blank] = r.Balance
	}
	return all, nil
}

// The bounds of a receipt: the numbers of blanks, and how many come at once.
const (
	greatestNumber = 99_999_999
	mostAtOnce     = 100_000
)

// Receive records blanks that came in.
func Receive(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, blank string, r Receipt) error {
	s, err := counted(ctx, tx, by, blank)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "document", Value: &r.Document}); err != nil {
		return err
	}
	switch {
	case r.First < 1 || r.First > greatestNumber:
		return refusal.Field("first", "Số phôi đầu là số nguyên từ 1.")
	case r.Last < r.First || r.Count() > mostAtOnce || r.Last > greatestNumber:
		return refusal.Field("last", "Số phôi cuối không trước số đầu; mỗi lần nhập không quá 100.000 tờ.")
	case r.Document == "":
		return refusal.Field("document", "Phải ghi phiếu nhập hoặc văn bản.")
	}
	for _, had := range s.Receipts {
		if r.First <= had.Last && had.First <= r.Last {
			return refusal.Field("first", fmt.Sprintf("Các số từ %d đến %d đã nhập trước đây (%s).", had.First, had.Last, had.Document))
		}
	}
	if _, err := tx.Exec(ctx, `INSERT INTO certificate_received (blank_id, first_no, last_no, document, day, recorded_at) VALUES ($1, $2, $3, $4, $5, $6)`,
		blank, r.First, r.Last, r.Document, day, tx.Now); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.KeepBlanks, "certificate_blank:"+blank, map[string]any{"first": r.First, "last": r.Last, "document": r.Document})
}

// Spoil records that a sheet can no longer be used, printed on or not.
func Spoil(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, blank string, x Spoiled) error {
	s, err := counted(ctx, tx, by, blank)
	if err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &x.Reason}); err != nil {
		return err
	}
	switch {
	case !s.Has(x.Number):
		return refusal.Field("number", "Số phôi này chưa nhập kho.")
	case s.spoiled()[x.Number]:
		return refusal.Field("number", "Số phôi này đã ghi là hỏng.")
	case x.Reason == "":
		return refusal.Field("reason", "Phải ghi vì sao hỏng.")
	}
	if _, err := tx.Exec(ctx, `INSERT INTO certificate_spoiled (blank_id, sheet_no, reason, day, recorded_at) VALUES ($1, $2, $3, $4, $5)`,
		blank, x.Number, x.Reason, day, tx.Now); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.KeepBlanks, "certificate_blank:"+blank, map[string]any{"spoiled": x.Number, "reason": x.Reason})
}

// counted is the stock of a blank whose sheets are counted, for its keeper.
func counted(ctx context.Context, tx *store.Tx, by access.Actor, blank string) (Stock, error) {
	if err := access.Check(by, access.KeepBlanks, ""); err != nil {
		return Stock{}, err
	}
	b, err := ByID(ctx, tx, blank)
	if err != nil {
		return Stock{}, err
	}
	if b.Plain {
		return Stock{}, refusal.New(refusal.Invalid, "Đây là giấy thường, không đếm số tờ.")
	}
	return StockOf(ctx, tx, blank)
}
