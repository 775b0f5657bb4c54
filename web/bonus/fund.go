package bonus

import (
	"context"
	"slices"
	"strconv"

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

// balance is a fund with what it holds.
type balance struct {
	bonus.Fund
	bonus.Balance
}

// funds lists the funds and takes money in and out.
func funds(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	if err := unbound(v); err != nil {
		return nil, err
	}
	all, holds, err := bonus.Balances(ctx, tx)
	if err != nil {
		return nil, err
	}
	var rows []balance
	for i, x := range all {
		rows = append(rows, balance{x, holds[i]})
	}
	view := fundTable().Of(v.Request().URL, rows)
	if view.Excel() {
		return view.File(""), nil
	}
	return fundsPage(v, f, view), nil
}

func fundTable() list.Table[balance] {
	sum := func(key, vietnamese, english string, of func(balance) int64) list.Column[balance] {
		return list.Column[balance]{Key: key, Words: ui.Words{Vietnamese: vietnamese, English: english}, Num: true, Width: 20, Text: func(b balance) string { return vi.FormatInt(of(b)) },
			Fixed: true, Value: func(b balance) any { return float64(of(b)) }}
	}
	return list.Table[balance]{
		Name: ui.Words{Vietnamese: "Các quỹ", English: "Funds"}, File: "quy-thi-dua",
		Empty: ui.Words{Vietnamese: "Quỹ chưa có số thu nào.", English: "No money came in yet."},
		Columns: []list.Column[balance]{
			{Key: "quy", Words: ui.Words{Vietnamese: "Quỹ", English: "Fund"}, Width: 30, Fixed: true, Text: func(b balance) string { return b.Name() }, Cell: toLedger},
			sum("thu", "Thu (đồng)", "In", func(b balance) int64 { return b.In }),
			sum("chi", "Chi (đồng)", "Out", func(b balance) int64 { return b.Out }),
			sum("con", "Còn (đồng)", "Left", func(b balance) int64 { return b.Left() }),
		},
	}
}

func enter(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	e := bonus.Entry{Level: bonus.Level(f.Get("level")), Kind: bonus.Kind(f.Get("kind")), Document: f.Get("document"), Note: f.Get("note")}
	var err error
	if e.Year, err = strconv.Atoi(vi.Clean(f.Get("year"))); err != nil {
		return work.Done{}, refusal.Field("year", "Ghi năm của quỹ, ví dụ 2026.")
	}
	if e.VND, err = money(f, "vnd"); err != nil {
		return work.Done{}, err
	}
	if e.Day, err = f.Day("day"); err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.KeepFund)
	_, err = bonus.Enter(ctx, tx, by, v.Today, e)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi vào sổ quỹ.", English: "Entered in the ledger."}}, err
}

// book is the ledger of one fund.
type book struct {
	bonus.Fund
	form    work.Form
	entries []bonus.Entry
	view    list.View[bonus.Entry]
	balance bonus.Balance
}

// fundAsked is the fund of the address.
func fundAsked(v work.Visit) (bonus.Fund, error) {
	f, err := fundOf(v.Asked("year") + "/" + v.Asked("level"))
	if err != nil {
		return f, refusal.New(refusal.NotFound, "Không có quỹ này.")
	}
	return f, nil
}

func ledger(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	if err := unbound(v); err != nil {
		return nil, err
	}
	b := book{form: f}
	var err error
	if b.Fund, err = fundAsked(v); err != nil {
		return nil, err
	}
	if b.entries, err = bonus.Entries(ctx, tx, b.Year, b.Level); err != nil {
		return nil, err
	}
	if len(b.entries) == 0 {
		return nil, refusal.New(refusal.NotFound, "Quỹ này chưa có bút toán nào.")
	}
	b.balance, b.view = bonus.BalanceOf(b.entries), entryTable().Of(v.Request().URL, b.entries)
	if b.view.Excel() {
		return b.view.File(b.Name()), nil
	}
	return ledgerPage(v, b), nil
}

func entryTable() list.Table[bonus.Entry] {
	way := func(key, vietnamese, english string, in bool) list.Column[bonus.Entry] {
		shown := func(e bonus.Entry) bool { return e.Kind != bonus.Correction && e.Kind.In() == in }
		return list.Column[bonus.Entry]{Key: key, Words: ui.Words{Vietnamese: vietnamese, English: english}, Num: true, Fixed: true, Width: 18,
			Text: func(e bonus.Entry) string {
				if !shown(e) {
					return ""
				}
				return vi.FormatInt(e.VND)
			},
			Value: func(e bonus.Entry) any {
				if !shown(e) {
					return ""
				}
				return float64(e.VND)
			}}
	}
	return list.Table[bonus.Entry]{
		Name: ui.Words{Vietnamese: "Bút toán", English: "Entries"}, File: "so-quy",
		Search: func(e bonus.Entry) string { return e.Document + " " + e.Note },
		Columns: []list.Column[bonus.Entry]{
			{Key: "ngay", Words: ui.Words{Vietnamese: "Ngày", English: "Day"}, Width: 14, Text: func(e bonus.Entry) string { return e.Day.Short() }, Order: func(a, b bonus.Entry) int { return a.Day.Compare(b.Day) }},
			{Key: "noi-dung", Words: ui.Words{Vietnamese: "Nội dung", English: "Kind"}, Width: 30, Text: func(e bonus.Entry) string { return e.Kind.Label() }},
			way("thu", "Thu (đồng)", "In", true), way("chi", "Chi (đồng)", "Out", false),
			{Key: "chung-tu", Words: ui.Words{Vietnamese: "Chứng từ", English: "Document"}, Width: 24, Text: func(e bonus.Entry) string { return e.Document }},
			{Key: "ghi-chu", Words: ui.Words{Vietnamese: "Ghi chú", English: "Note"}, Width: 60, Wide: true, Fixed: true, Text: noteWords},
			{Key: "nguoi-ghi", Words: ui.Words{Vietnamese: "Người ghi", English: "By"}, Width: 30, Text: func(e bonus.Entry) string { return e.By }},
		},
	}
}

func noteWords(e bonus.Entry) string {
	if e.Kind == bonus.Correction {
		return "Lấy lại " + dong(e.VND) + ": " + e.Note
	}
	return e.Note
}

// correctable are the entries that may be taken back.
func (b book) correctable() []ui.Option {
	taken := map[string]bool{}
	for _, e := range b.entries {
		taken[e.Corrects] = true
	}
	all := []ui.Option{{Label: "chọn"}}
	for _, e := range b.entries {
		if e.Kind != bonus.Correction && !taken[e.ID] {
			all = append(all, ui.Option{Value: e.ID, Label: e.Day.Short() + ", " + e.Kind.Label() + ", " + dong(e.VND) + ", " + e.Document})
		}
	}
	return all
}

func correct(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if f.Get("entry") == "" {
		return work.Done{}, refusal.Field("entry", "Chọn bút toán ghi sai.")
	}
	fund, err := fundAsked(v)
	if err != nil {
		return work.Done{}, err
	}
	entries, err := bonus.Entries(ctx, tx, fund.Year, fund.Level)
	if err != nil {
		return work.Done{}, err
	}
	if !slices.ContainsFunc(entries, func(e bonus.Entry) bool { return e.ID == f.Get("entry") }) {
		return work.Done{}, refusal.New(refusal.NotFound, "Không có bút toán này trong quỹ.")
	}
	by, _ := capacity(v, access.KeepFund)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi bút toán điều chỉnh.", English: "The correction is entered."}}, bonus.Correct(ctx, tx, by, v.Today, f.Get("entry"), f.Get("reason"))
}

func levelOptions() []ui.Option {
	all := []ui.Option{{Label: "chọn"}}
	for _, l := range bonus.Levels {
		all = append(all, ui.Option{Value: string(l), Label: l.Label()})
	}
	return all
}

func kindOptions() []ui.Option {
	all := []ui.Option{{Label: "chọn"}}
	for _, k := range bonus.Income {
		all = append(all, ui.Option{Value: string(k), Label: "Thu: " + k.Label()})
	}
	for _, k := range bonus.Expense {
		if k != bonus.BonusMoney {
			all = append(all, ui.Option{Value: string(k), Label: "Chi: " + k.Label()})
		}
	}
	return all
}
