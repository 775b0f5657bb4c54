package bonus

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Payment is the money of one award of the register.
type Payment struct {
	Given
	ID       string
	Decision string // decision id in the register
	Number   string // its number
	Name     string // the recipient as named in the decision
	UnitName string
	Kind     Recipient
	VND      int64 // 0 unless it is paid or to be paid
	State    State
	Words    string // how the money was found
	Document string // paid: the voucher; an amount by hand: the document that gives it
	PaidOn   vi.Day
	MadeBy   string // person id of who recorded the decision
	Sample   bool
}

// List puts the payments of a decision on record. They are settled together
// with what the same recipients were given on the same day by other decisions.
func List(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, payments []Payment) error {
	for _, p := range payments {
		if p.Amount.Words == "" {
			p.Amount = Of(p.Code, p.Kind, p.Day)
		}
		p.ID, p.MadeBy = store.NewID(), by.Person
		p.settled(Settle([]Given{p.Given})[0])
		if err := insertPayment(ctx, tx, p); err != nil {
			return err
		}
		if err := settleDay(ctx, tx, p.Recipient, p.Day); err != nil {
			return err
		}
		if err := journal.Record(ctx, tx, by, day, access.RecordDecision, "bonus_payment:"+p.ID, map[string]any{"award": p.Award, "decision": p.Decision}); err != nil {
			return err
		}
	}
	return nil
}

func (p *Payment) settled(d Due) {
	p.State, p.VND, p.Words = d.State, d.VND, d.Words
}

// settleDay settles everything one recipient was given on one day. What was
// paid stays paid: when the rule would then pay another, nothing more is
// computed and the difference is left to a document.
func settleDay(ctx context.Context, tx *store.Tx, recipient string, day vi.Day) error {
	all, err := payments(ctx, tx, ` WHERE recipient = $1 AND day = $2 ORDER BY id`, recipient, day)
	if err != nil || len(all) < 2 {
		return err
	}
	given := make([]Given, len(all))
	for i, p := range all {
		given[i] = p.Given
		given[i].Amount = Of(p.Code, p.Kind, p.Day)
	}
	for i, d := range Settle(given) {
		rival := func(p Payment) bool { return p.State == Paid && p.ID != all[i].ID && p.rival() == d.rival() }
		switch {
		case all[i].State == Paid || all[i].Document != "":
			continue
		case d.State == ToPay && slices.ContainsFunc(all, rival):
			d.State, d.VND, d.Words = Unknown, 0, "Chưa tính: đã chi tiền cho danh hiệu cùng kỳ; phần chênh lệch ghi theo văn bản. "+d.Words
		}
		all[i].settled(d)
		if err := savePayment(ctx, tx, all[i]); err != nil {
			return err
		}
	}
	return nil
}

// SetAmount records an amount by hand where none could be computed: the number
// of the document that gives it is kept with it.
func SetAmount(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, vnd int64, document string) error {
	p, err := payable(ctx, tx, by, id)
	if err != nil {
		return err
	}
	if p.State != Unknown {
		return refusal.New(refusal.Closed, "Chỉ ghi số tiền theo văn bản khi chương trình chưa tính được.")
	}
	if err := refusal.Texts(refusal.Text{Field: "document", Value: &document}); err != nil {
		return err
	}
	switch {
	case vnd <= 0 || vnd > mostVND:
		return refusal.Field("vnd", "Số tiền phải lớn hơn 0.")
	case document == "":
		return refusal.Field("document", "Ghi số văn bản quy định số tiền.")
	}
	p.State, p.VND, p.Document = ToPay, vnd, document
	p.Words = fmt.Sprintf("%s đồng theo %s. %s", vi.FormatInt(vnd), document, p.Words)
	if err := savePayment(ctx, tx, p); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.PayBonus, "bonus_payment:"+p.ID, map[string]any{"vnd": vnd, "document": document})
}

// Pay records that payments of one decision were paid on a day by a voucher, and
// takes them out of the fund. Nobody pays what they decided themselves.
func Pay(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, ids []string, from Fund, on vi.Day, voucher string) error {
	if len(ids) == 0 {
		return refusal.Field("payments", "Chọn ít nhất một khoản phải chi.")
	}
	ids = slices.Compact(slices.Sorted(slices.Values(ids)))
	for _, id := range ids {
		p, err := payable(ctx, tx, by, id)
		if err != nil {
			return err
		}
		switch {
		case p.State != ToPay:
			return refusal.Field("payments", fmt.Sprintf("%s: khoản này đang ở trạng thái “%s”.", p.Name, p.State.Label()))
		case on.Before(p.Day) && !on.IsZero():
			return refusal.Field("day", fmt.Sprintf("Ngày chi trước ngày quyết định (%s).", p.Day.Short()))
		}
		e := Entry{Year: from.Year, Level: from.Level, Kind: BonusMoney, VND: p.VND, Day: on, Document: voucher, Payment: p.ID, Sample: p.Sample,
			Note: fmt.Sprintf("%s, %s, Quyết định số %s", p.Name, p.Title, p.Number)}
		if _, err := enter(ctx, tx, access.Actor{Name: by.Name, Role: by.Role, Person: by.Person}, day, e); err != nil {
			return err
		}
		p.State, p.PaidOn, p.Document = Paid, on, vi.Clean(voucher)
		if err := savePayment(ctx, tx, p); err != nil {
			return err
		}
		if err := journal.Record(ctx, tx, by, day, access.PayBonus, "bonus_payment:"+p.ID, map[string]any{"paid_on": on, "voucher": p.Document, "vnd": p.VND}); err != nil {
			return err
		}
	}
	return nil
}

// payable reads a payment and refuses whoever may not pay it.
func payable(ctx context.Context, tx *store.Tx, by access.Actor, id string) (Payment, error) {
	if err := permit(by, access.PayBonus); err != nil {
		return Payment{}, err
	}
	p, err := PaymentByID(ctx, tx, id)
	if err == nil && by.Desk() && p.MadeBy == by.Person {
		return p, refusal.By("decider_pays", "Người ghi quyết định khen thưởng không ghi chi tiền của chính quyết định ấy: việc này phải do người khác làm.")
	}
	return p, err
}

// PaymentByID returns the payment, or a refusal of kind NotFound.
func PaymentByID(ctx context.Context, tx *store.Tx, id string) (Payment, error) {
	all, err := payments(ctx, tx, ` WHERE id = $1`, id)
	if err == nil && len(all) == 0 {
		return Payment{}, refusal.New(refusal.NotFound, "Không có khoản tiền thưởng này.")
	}
	if err != nil {
		return Payment{}, err
	}
	return all[0], nil
}

// Payments returns every payment, the newest decision first. One statement.
func Payments(ctx context.Context, tx *store.Tx) ([]Payment, error) {
	return payments(ctx, tx, ` ORDER BY day DESC, decision_id, id`)
}

// OfDecision returns the payments of one decision in its order. One statement.
func OfDecision(ctx context.Context, tx *store.Tx, decision string) ([]Payment, error) {
	return payments(ctx, tx, ` WHERE decision_id = $1 ORDER BY id`, decision)
}

func (p *Payment) into() []any {
	return []any{&p.ID, &p.Award, &p.Decision, &p.Number, &p.Day, &p.Recipient, &p.Name, &p.UnitName, &p.Kind, &p.Code, &p.Title, &p.Commends,
		&p.Period, &p.Achievement, &p.VND, &p.State, &p.Words, &p.Document, &p.PaidOn, &p.MadeBy, &p.Sample}
}

func payments(ctx context.Context, tx *store.Tx, where string, args ...any) ([]Payment, error) {
	return store.All(ctx, tx, (*Payment).into, `SELECT id, award_id, decision_id, number, day, recipient, name, unit_name, kind, title_code, title_name,
		commends, period, achievement, amount, state, words, document, paid_on, made_by, illustrative FROM bonus_payment`+where, args...)
}

var errTwice = errors.New("bonus: the award already has its money")

func insertPayment(ctx context.Context, tx *store.Tx, p Payment) error {
	added, err := tx.Exec(ctx, `INSERT INTO bonus_payment (id, award_id, decision_id, number, day, recipient, name, unit_name, kind, title_code, title_name,
		commends, period, achievement, amount, state, words, document, paid_on, made_by, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21) ON CONFLICT (award_id) DO NOTHING`,
		p.ID, p.Award, p.Decision, p.Number, p.Day, p.Recipient, p.Name, p.UnitName, p.Kind, p.Code, p.Title,
		p.Commends, p.Period, p.Achievement, p.VND, p.State, p.Words, p.Document, p.PaidOn, p.MadeBy, p.Sample)
	if err == nil && added == 0 {
		err = errTwice
	}
	return err
}

func savePayment(ctx context.Context, tx *store.Tx, p Payment) error {
	_, err := tx.Exec(ctx, `UPDATE bonus_payment SET amount = $1, state = $2, words = $3, document = $4, paid_on = $5 WHERE id = $6`,
		p.VND, p.State, p.Words, p.Document, p.PaidOn, p.ID)
	return err
}
