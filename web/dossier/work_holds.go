package dossier

import (
	"context"
	"errors"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/org"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// holdsPath is the register of what freezes awards.
const holdsPath = "/ho-so/tam-dung"

// register is the page of holds.
type register struct {
	form  work.Form
	view  list.View[dossier.Hold]
	today vi.Day
	open  []dossier.Hold // without a conclusion
}

// holds sets the register of what freezes proposals and awards.
func holds(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := dossier.Holds(ctx, tx)
	if err != nil {
		return nil, err
	}
	r := register{form: f, view: holdTable(v.Today).Of(v.Request().URL, all), today: v.Today}
	if r.view.Excel() {
		return r.view.File(""), nil
	}
	for _, h := range all {
		if h.Outcome == "" {
			r.open = append(r.open, h)
		}
	}
	return holdsPage(v, r), nil
}

func holdTable(today vi.Day) list.Table[dossier.Hold] {
	var kinds []ui.Option
	for _, k := range dossier.HoldKinds {
		kinds = append(kinds, ui.Option{Value: string(k), Label: k.Label()})
	}
	return list.Table[dossier.Hold]{
		Name: ui.Words{Vietnamese: "Việc tạm dừng khen thưởng", English: "Holds"}, File: "tam-dung-khen-thuong",
		Search: func(h dossier.Hold) string { return h.Subject + " " + h.Source },
		Empty:  ui.Words{Vietnamese: "Không có việc nào.", English: "Nothing is held."},
		Filters: []list.Filter[dossier.Hold]{
			{Key: "loai", Words: ui.Words{Vietnamese: "Loại việc", English: "Kind"}, Options: kinds, Keep: func(h dossier.Hold, k string) bool { return string(h.Kind) == k }},
		},
		Columns: []list.Column[dossier.Hold]{
			{Key: "ten", Words: ui.Words{Vietnamese: "Đơn vị, người", English: "Of whom"}, Width: 30, Text: func(h dossier.Hold) string { return h.Subject }},
			{Key: "loai", Words: ui.Words{Vietnamese: "Loại việc", English: "Kind"}, Width: 36, Wide: true, Text: func(h dossier.Hold) string { return h.Kind.Label() }},
			{Key: "tu", Words: ui.Words{Vietnamese: "Từ ngày", English: "From"}, Width: 12, Text: func(h dossier.Hold) string { return h.From.Short() }, Order: func(a, b dossier.Hold) int { return a.From.Compare(b.From) }},
			{Key: "nguon", Words: ui.Words{Vietnamese: "Căn cứ", English: "Source"}, Width: 30, Wide: true, Text: func(h dossier.Hold) string { return h.Source }},
			{Key: "ket-qua", Words: ui.Words{Vietnamese: "Kết luận", English: "Conclusion"}, Width: 40, Wide: true, Text: concluded},
			{Key: "trang-thai", Words: ui.Words{Vietnamese: "Hôm nay", English: "Today"}, Width: 14, Text: func(h dossier.Hold) string { return frozenWords(h, today) },
				Cell: func(h dossier.Hold) templ.Component { return holdTag(h, today) }},
		},
	}
}

func concluded(h dossier.Hold) string {
	switch h.Outcome {
	case dossier.Cleared:
		return "Không có vi phạm (" + h.Conclusion + ", ngày " + h.ConcludedOn.Short() + ")"
	case dossier.Violation:
		return "Có vi phạm (" + h.Conclusion + ", ngày " + h.ConcludedOn.Short() + "); thành tích tính từ ngày " + h.CountsFrom.Short()
	}
	return "chưa có"
}

func frozenWords(h dossier.Hold, today vi.Day) string {
	if h.Freezes(today) {
		return "đang tạm dừng"
	}
	return "đã hết"
}

// openOptions are the holds that may be concluded.
func (r register) openOptions() []ui.Option {
	all := []ui.Option{{Value: "", Label: "– chọn –"}}
	for _, h := range r.open {
		all = append(all, ui.Option{Value: h.ID, Label: h.Subject + ": " + vi.LowerFirst(h.Kind.Label())})
	}
	return all
}

func kindsOfHold() (all []ui.Option) {
	for _, k := range dossier.HoldKinds {
		all = append(all, ui.Option{Value: string(k), Label: k.Label()})
	}
	return all
}

func outcomes() []ui.Option {
	return []ui.Option{{Value: string(dossier.Cleared), Label: "Không có vi phạm: tiếp tục đề nghị, xét khen thưởng"}, {Value: string(dossier.Violation), Label: "Có vi phạm, bị kỷ luật"}}
}

func (r register) field(name, label string) ui.Field {
	return ui.Field{Name: name, Label: label, Value: r.form.Get(name), Error: r.form.Err(name)}
}

func keepHold(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	h := dossier.Hold{Subject: f.Get("subject"), Kind: dossier.HoldKind(f.Get("kind")), Source: f.Get("source")}
	var err error
	if h.From, err = f.Day("from"); err != nil {
		return work.Done{}, err
	}
	if h.Unit, err = unitNamed(ctx, tx, f.Get("unit"), h.Subject); err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.KeepHold)
	_, err = dossier.KeepHold(ctx, tx, by, v.Today, h)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi việc tạm dừng.", English: "The hold is recorded."}}, err
}

// unitNamed is the unit of that name, or of the subject's own name when it is
// one on record; "" when the name means none or several.
func unitNamed(ctx context.Context, tx *store.Tx, names ...string) (string, error) {
	for _, name := range names {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		units, err := org.Find(ctx, tx, vi.Clean(name), vi.Day{})
		if err != nil || len(units) == 1 {
			return first(units), err
		}
	}
	return "", nil
}

func first(units []org.Unit) string {
	if len(units) == 0 {
		return ""
	}
	return units[0].ID
}

func concludeHold(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	on, err := f.Day("concluded_on")
	from, err2 := f.Day("counts_from")
	if err := errors.Join(err, err2); err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.KeepHold)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi kết luận.", English: "The conclusion is recorded."}},
		dossier.ConcludeHold(ctx, tx, by, v.Today, f.Get("hold"), dossier.HoldOutcome(f.Get("outcome")), on, from, f.Get("conclusion"))
}
