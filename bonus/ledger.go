package bonus

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Enter appends money in or out to the ledger and returns the entry's id.
func Enter(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, e Entry) (string, error) {
	if err := permit(by, access.KeepFund); err != nil {
		return "", err
	}
	if e.Kind == BonusMoney {
		return "", refusal.Field("kind", "Chi tiền thưởng ghi ở danh sách chi của quyết định.")
	}
	e.Payment, e.Corrects = "", ""
	return enter(ctx, tx, by, day, e)
}

func enter(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, e Entry) (string, error) {
	if err := refusal.Texts(refusal.Text{Field: "document", Value: &e.Document}, refusal.Text{Field: "note", Value: &e.Note}); err != nil {
		return "", err
	}
	if err := CheckEntry(e); err != nil {
		return "", err
	}
	if day.Before(e.Day) {
		return "", refusal.Field("day", "Ngày thu, chi chưa tới.")
	}
	entries, err := Entries(ctx, tx, e.Year, e.Level)
	if err != nil {
		return "", err
	}
	if err := BalanceOf(entries).fits(e); err != nil {
		return "", err
	}
	return insertEntry(ctx, tx, by, day, e)
}

// Correct takes an entry back by one of its own that says why. What was spent
// since must still be covered; a payment taken back is to be paid again.
func Correct(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, reason string) error {
	if err := permit(by, access.KeepFund); err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "reason", Value: &reason}); err != nil {
		return err
	}
	if reason == "" {
		return refusal.Field("reason", "Ghi lý do điều chỉnh.")
	}
	e, err := entryByID(ctx, tx, id)
	if err != nil {
		return err
	}
	entries, err := Entries(ctx, tx, e.Year, e.Level)
	if err != nil {
		return err
	}
	switch taken, _ := correctedBy(entries, id); {
	case e.Kind == Correction:
		return refusal.New(refusal.Closed, "Bút toán điều chỉnh không điều chỉnh tiếp được; hãy ghi lại bút toán đúng.")
	case taken:
		return refusal.New(refusal.Closed, "Bút toán này đã được điều chỉnh.")
	case e.Kind.In() && BalanceOf(entries).Left() < e.VND:
		return refusal.New(refusal.Unsatisfied, "Số thu này đã chi, nên không lấy lại được.")
	}
	if e.Payment != "" {
		if _, err := tx.Exec(ctx, `UPDATE bonus_payment SET state = $1, paid_on = '', document = '' WHERE id = $2`, ToPay, e.Payment); err != nil {
			return err
		}
	}
	_, err = insertEntry(ctx, tx, by, day, Entry{Year: e.Year, Level: e.Level, Kind: Correction, VND: e.VND, Day: day, Document: e.Document, Note: reason, Payment: e.Payment, Corrects: id, Sample: e.Sample})
	return err
}

func correctedBy(entries []Entry, id string) (bool, Entry) {
	for _, e := range entries {
		if e.Corrects == id {
			return true, e
		}
	}
	return false, Entry{}
}

// permit is the permission for the province's money: whoever works for one
// cluster only has none.
func permit(by access.Actor, act access.Act) error {
	if err := access.Check(by, act, ""); err != nil {
		return err
	}
	if by.Cluster != "" {
		return refusal.By("cluster", "Quỹ thi đua, khen thưởng không của riêng một cụm; đồng chí chỉ làm việc cho một cụm.")
	}
	return nil
}

func insertEntry(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, e Entry) (string, error) {
	e.ID, e.By = store.NewID(), by.Name
	_, err := tx.Exec(ctx, `INSERT INTO fund_entry (id, fund_year, level, kind, amount, day, document, note, payment_id, corrects, entered_by, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		e.ID, e.Year, e.Level, e.Kind, e.VND, e.Day, e.Document, e.Note, e.Payment, e.Corrects, e.By, e.Sample)
	if err != nil {
		return "", err
	}
	return e.ID, journal.Record(ctx, tx, by, day, access.KeepFund, "fund_entry:"+e.ID, e)
}

const selectEntry = `SELECT id, fund_year, level, kind, amount, day, document, note, payment_id, corrects, entered_by, illustrative FROM fund_entry`

func (e *Entry) into() []any {
	return []any{&e.ID, &e.Year, &e.Level, &e.Kind, &e.VND, &e.Day, &e.Document, &e.Note, &e.Payment, &e.Corrects, &e.By, &e.Sample}
}

// Entries are the lines of one fund, oldest first. One statement.
func Entries(ctx context.Context, tx *store.Tx, year int, level Level) ([]Entry, error) {
	return store.All(ctx, tx, (*Entry).into, selectEntry+` WHERE fund_year = $1 AND level = $2 ORDER BY id`, year, level)
}

func entryByID(ctx context.Context, tx *store.Tx, id string) (Entry, error) {
	e, err := store.One(ctx, tx, (*Entry).into, selectEntry+` WHERE id = $1`, id)
	if errors.Is(err, store.ErrNone) {
		return e, refusal.New(refusal.NotFound, "Không có bút toán này.")
	}
	return e, err
}

// Fund names one fund.
type Fund struct {
	Year  int
	Level Level
}

// Name is the fund as a heading says it.
func (f Fund) Name() string {
	return fmt.Sprintf("Quỹ %s năm %d", vi.LowerFirst(f.Level.Label()), f.Year)
}

// Balances are the funds that have entries with what each holds, the newest year
// first. One statement.
func Balances(ctx context.Context, tx *store.Tx) (funds []Fund, holds []Balance, err error) {
	entries, err := store.All(ctx, tx, (*Entry).into, selectEntry+` ORDER BY fund_year DESC, level, id`)
	for len(entries) > 0 {
		fund := Fund{entries[0].Year, entries[0].Level}
		n := 1
		for n < len(entries) && (Fund{entries[n].Year, entries[n].Level}) == fund {
			n++
		}
		funds, holds, entries = append(funds, fund), append(holds, BalanceOf(entries[:n])), entries[n:]
	}
	return funds, holds, err
}

// Funds are the funds that have entries, the newest year first. One statement.
func Funds(ctx context.Context, tx *store.Tx) ([]Fund, error) {
	return store.All(ctx, tx, func(f *Fund) []any { return []any{&f.Year, &f.Level} },
		`SELECT DISTINCT fund_year, level FROM fund_entry ORDER BY fund_year DESC, level`)
}
