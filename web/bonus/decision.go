package bonus

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/bonus"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// paylist is what one decision's awards are paid.
type paylist struct {
	form  work.Form
	all   []bonus.Payment
	view  list.View[bonus.Payment]
	funds []bonus.Fund
	pays  bool // the reader may pay it
	total int64
}

func ofDecision(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	if err := unbound(v); err != nil {
		return nil, err
	}
	p := paylist{form: f}
	var err error
	if p.all, err = bonus.OfDecision(ctx, tx, v.Asked("decision")); err != nil {
		return nil, err
	}
	if len(p.all) == 0 {
		return nil, refusal.New(refusal.NotFound, "Quyết định này không có danh sách tiền thưởng.")
	}
	if p.funds, err = bonus.Funds(ctx, tx); err != nil {
		return nil, err
	}
	by, may := capacity(v, access.PayBonus)
	p.pays = may && p.all[0].MadeBy != by.Person
	for _, x := range p.all {
		p.total += x.VND
	}
	p.view = paymentTable(v, false).Of(v.Request().URL, p.all)
	if p.view.Excel() {
		return p.view.File("Quyết định số "+decisionWords(p.all[0]), remarks(p.all)...), nil
	}
	return decisionPage(v, p), nil
}

func (p paylist) in(s bonus.State) (all []bonus.Payment) {
	for _, x := range p.all {
		if x.State == s {
			all = append(all, x)
		}
	}
	return all
}

func (p paylist) fundOptions() []ui.Option {
	all := []ui.Option{{Label: "chọn"}}
	for _, f := range p.funds {
		all = append(all, ui.Option{Value: fundKey(f), Label: f.Name()})
	}
	return all
}

func fundKey(f bonus.Fund) string { return strconv.Itoa(f.Year) + "/" + string(f.Level) }

func has(all []string, one string) bool { return slices.Contains(all, one) }

// mineOf refuses a payment of another decision than the page's.
func mineOf(ctx context.Context, tx *store.Tx, v work.Visit, ids ...string) error {
	if err := unbound(v); err != nil {
		return err
	}
	for _, id := range ids {
		p, err := bonus.PaymentByID(ctx, tx, id)
		if err != nil {
			return err
		}
		if p.Decision != v.Asked("decision") {
			return refusal.New(refusal.NotFound, "Không có khoản tiền thưởng này trong quyết định.")
		}
	}
	return nil
}

// pay records that ticked payments were paid.
func pay(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if err := mineOf(ctx, tx, v, f.All("payments")...); err != nil {
		return work.Done{}, err
	}
	day, err := f.Day("day")
	fund, fault := fundOf(f.Get("fund"))
	if err := errors.Join(err, fault); err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.PayBonus)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi chi tiền thưởng.", English: "The payments are recorded."}},
		bonus.Pay(ctx, tx, by, v.Today, f.All("payments"), fund, day, f.Get("document"))
}

// fundOf reads a fund as the form names it: "2026/province".
func fundOf(text string) (bonus.Fund, error) {
	year, level, _ := strings.Cut(text, "/")
	f := bonus.Fund{Level: bonus.Level(level)}
	var err error
	if f.Year, err = strconv.Atoi(year); err != nil || f.Level.Label() == "" {
		return f, refusal.Field("fund", "Chọn quỹ chi tiền thưởng; quỹ phải có số thu trước.")
	}
	return f, nil
}

// setAmount records an amount that a document gives.
func setAmount(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	id := f.Get("payment")
	if id == "" {
		return work.Done{}, refusal.Field("payment", "Chọn khoản chưa tính được.")
	}
	if err := mineOf(ctx, tx, v, id); err != nil {
		return work.Done{}, err
	}
	vnd, err := money(f, "vnd")
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.PayBonus)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi số tiền theo văn bản.", English: "The amount is recorded with its document."}},
		bonus.SetAmount(ctx, tx, by, v.Today, id, vnd, f.Get("document"))
}

func unknownOptions(all []bonus.Payment) []ui.Option {
	options := []ui.Option{{Label: "chọn"}}
	for _, p := range all {
		options = append(options, ui.Option{Value: p.ID, Label: p.Name + ": " + p.Title})
	}
	return options
}

func dong(vnd int64) string { return vi.FormatInt(vnd) + " đồng" }
