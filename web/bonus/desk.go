// Package bonus shows what awards are paid and why, and the fund it is paid from.
package bonus

import (
	"context"
	"regexp"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/bonus"
	"thidua/exact"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// readers may see what is paid.
var readers = []access.Role{access.StandingBody, access.CouncilSecretary, access.Decider, access.Inspector}

// Desk are the working pages of bonus money and of the fund.
var Desk = []work.Page{
	{Path: "/tien-thuong", Title: ui.Words{Vietnamese: "Tiền thưởng", English: "Bonus money"}, Who: readers, Read: payments},
	{Path: "/tien-thuong/quyet-dinh/{decision}", Title: ui.Words{Vietnamese: "Tiền thưởng theo quyết định", English: "Bonus money of a decision"}, Who: readers,
		Read: ofDecision, Acts: map[string]work.Act{"chi": pay, "so-tien": setAmount}},
	{Path: "/tien-thuong/quy", Title: ui.Words{Vietnamese: "Quỹ thi đua, khen thưởng", English: "The fund"}, Who: readers, Read: funds, Acts: map[string]work.Act{"ghi": enter}},
	{Path: "/tien-thuong/quy/{year}/{level}", Title: ui.Words{Vietnamese: "Sổ quỹ", English: "Ledger"}, Who: readers, Read: ledger, Acts: map[string]work.Act{"dieu-chinh": correct}},
}

// capacity is the first of the reader's capacities in which they may do the act;
// without any it is the one they act in, whose refusal tells why.
func capacity(v work.Visit, act access.Act) (access.Actor, bool) {
	for _, g := range v.Grants {
		if by := g.Actor(v.Person, ""); access.Check(by, act, "") == nil && by.Cluster == "" {
			return by, true
		}
	}
	return v.By, false
}

// unbound refuses whoever works for one cluster only: the money is not a
// cluster's.
func unbound(v work.Visit) error {
	if v.By.Cluster != "" {
		return refusal.By("cluster", "Tiền thưởng và quỹ không của riêng một cụm; đồng chí chỉ làm việc cho một cụm.")
	}
	return nil
}

// payments lists what every award is paid.
func payments(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	if err := unbound(v); err != nil {
		return nil, err
	}
	all, err := bonus.Payments(ctx, tx)
	view := paymentTable(v, true).Of(v.Request().URL, all)
	if view.Excel() {
		return view.File("", remarks(all)...), err
	}
	return paymentsPage(v, view), err
}

func remarks(all []bonus.Payment) []string {
	for _, p := range all {
		if p.Sample {
			return []string{"Số liệu minh họa"}
		}
	}
	return nil
}

// paymentTable lists payments; with the decision of each where they are of
// several.
func paymentTable(v work.Visit, several bool) list.Table[bonus.Payment] {
	t := list.Table[bonus.Payment]{
		Name: ui.Words{Vietnamese: "Danh sách tiền thưởng", English: "Payments"}, File: "tien-thuong",
		Search: func(p bonus.Payment) string { return p.Name + " " + p.UnitName + " " + p.Title + " " + p.Number },
		Filters: []list.Filter[bonus.Payment]{{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"}, Options: stateOptions(),
			Keep: func(p bonus.Payment, chosen string) bool { return string(p.State) == chosen }}},
		Empty: ui.Words{Vietnamese: "Chưa có khoản tiền thưởng nào: danh sách lập khi ghi quyết định khen thưởng.", English: "No payment yet: they are listed when a decision is recorded."},
	}
	if several {
		t.Columns = append(t.Columns, list.Column[bonus.Payment]{Key: "quyet-dinh", Words: ui.Words{Vietnamese: "Quyết định", English: "Decision"}, Width: 24,
			Text: decisionWords, Cell: toDecision})
	}
	t.Columns = append(t.Columns,
		list.Column[bonus.Payment]{Key: "ten", Words: ui.Words{Vietnamese: "Tên", English: "Recipient"}, Width: 36, Wide: true, Text: func(p bonus.Payment) string { return p.Name }},
		list.Column[bonus.Payment]{Key: "danh-hieu", Words: ui.Words{Vietnamese: "Danh hiệu, hình thức", English: "Title"}, Width: 36, Wide: true, Text: func(p bonus.Payment) string { return p.Title }},
		list.Column[bonus.Payment]{Key: "so-tien", Words: ui.Words{Vietnamese: "Số tiền (đồng)", English: "VND"}, Num: true, Width: 18, Text: amountWords,
			Order: func(a, b bonus.Payment) int { return exact.Int(a.VND).Cmp(exact.Int(b.VND)) }, Value: amountValue},
		list.Column[bonus.Payment]{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"}, Width: 24, Text: func(p bonus.Payment) string { return p.State.Label() }, Cell: stateTag},
		list.Column[bonus.Payment]{Key: "vi-sao", Words: ui.Words{Vietnamese: "Cách tính", English: "How"}, Width: 90, Wide: true, Fixed: true, Text: func(p bonus.Payment) string { return p.Words }},
		list.Column[bonus.Payment]{Key: "da-chi", Words: ui.Words{Vietnamese: "Ngày chi, chứng từ", English: "Paid"}, Width: 24, Text: paidWords})
	return t
}

func decisionWords(p bonus.Payment) string { return p.Number + ", " + p.Day.Short() }

func amountWords(p bonus.Payment) string {
	if p.State == bonus.Unknown {
		return "chưa tính"
	}
	return vi.FormatInt(p.VND)
}

func amountValue(p bonus.Payment) any {
	if p.State == bonus.Unknown {
		return "chưa tính"
	}
	return float64(p.VND)
}

func paidWords(p bonus.Payment) string {
	if p.State != bonus.Paid {
		return ""
	}
	return strings.Join([]string{p.PaidOn.Short(), p.Document}, ", ")
}

func stateOptions() (all []ui.Option) {
	for _, s := range bonus.States {
		all = append(all, ui.Option{Value: string(s), Label: s.Label()})
	}
	return all
}

func tone(s bonus.State) ui.Tone {
	switch s {
	case bonus.ToPay, bonus.Unknown:
		return ui.Due
	case bonus.Paid:
		return ui.Done
	}
	return ui.Plain
}

// field is a form's field with what was typed into that act's form.
func field(f work.Form, act, name, label, recorded string) ui.Field {
	if f.Get("viec") != act {
		return ui.Field{Name: name, Label: label, Value: recorded}
	}
	return ui.Field{Name: name, Label: label, Value: f.Value(name, recorded), Error: f.Err(name)}
}

func required(f ui.Field) ui.Field { f.Required = true; return f }

func narrow(f ui.Field) ui.Field { f.Narrow = true; return f }

// amount is whole VND as people write it, with or without dots between
// thousands: there is no fraction of it that a dot could begin.
var amount = regexp.MustCompile(`^(\d{1,3}(\.\d{3})+|\d{1,15})$`)

// money reads an amount of whole VND.
func money(f work.Form, name string) (int64, error) {
	text := vi.Clean(f.Get(name))
	n, err := strconv.ParseInt(strings.ReplaceAll(text, ".", ""), 10, 64)
	if err != nil || !amount.MatchString(text) {
		return 0, refusal.Field(name, "Ghi số tiền bằng đồng, ví dụ 20.240.000.")
	}
	return n, nil
}
