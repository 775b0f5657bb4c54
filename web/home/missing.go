package home

import (
	"context"
	"fmt"

	"github.com/a-h/templ"

	"thidua/notice"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/todo"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// owing is a unit that has not sent what a step asks for.
type owing struct {
	Step      todo.Step
	Unit      string // id
	Name      string
	Due       season.Span
	SampleDue bool // the day is not from a source, of a year that is
	Today     vi.Day
	Reminded  notice.Reminder // the last one; zero when never
}

func (o owing) remindedToday() bool { return o.Reminded.Day == o.Today }

// stepKey is the filter of the address that chooses a step.
const stepKey = "buoc"

var owingTable = list.Table[owing]{
	Name:   ui.Words{Vietnamese: "Đơn vị chưa nộp", English: "Units that have not sent"},
	File:   "don-vi-chua-nop",
	Search: func(o owing) string { return o.Name + " " + o.Step.Say.Vietnamese },
	Columns: []list.Column[owing]{
		{Key: "don-vi", Words: ui.Words{Vietnamese: "Đơn vị", English: "Unit"}, Text: func(o owing) string { return o.Name }, Width: 24},
		{Key: "viec", Words: ui.Words{Vietnamese: "Chưa nộp", English: "Not sent"}, Text: func(o owing) string { return vi.UpperFirst(o.Step.Say.Vietnamese) }, Width: 32},
		{Key: "han", Words: ui.Words{Vietnamese: "Hạn", English: "Due"}, Text: func(o owing) string { return o.Due.To.Short() }, Cell: dueCell,
			Order: func(a, b owing) int { return a.Due.To.Compare(b.Due.To) }, Width: 14},
		{Key: "nhac", Words: ui.Words{Vietnamese: "Nhắc gần nhất", English: "Last reminded"}, Text: lastReminded,
			Order: func(a, b owing) int { return a.Reminded.Day.Compare(b.Reminded.Day) }, Width: 36},
		{Key: "nut", Words: ui.Words{Vietnamese: "Nhắc", English: "Remind"}, Text: func(owing) string { return "" }, Cell: remindCell, Fixed: true, NoXls: true},
	},
	Filters: []list.Filter[owing]{{Key: stepKey, Words: ui.Words{Vietnamese: "Việc", English: "Step"}, Options: stepOptions(),
		Keep: func(o owing, chosen string) bool { return string(o.Step.Kind) == chosen }}},
	Empty: ui.Words{Vietnamese: "Mọi đơn vị đã nộp những gì bước này của năm yêu cầu.", English: "Every unit has sent what this step of the year asks for."},
}

func stepOptions() (all []ui.Option) {
	for _, s := range todo.Steps {
		all = append(all, ui.Option{Value: string(s.Kind), Label: vi.UpperFirst(s.Say.Vietnamese)})
	}
	return all
}

func lastReminded(o owing) string {
	if o.Reminded.Day.IsZero() {
		return ""
	}
	return o.Reminded.Day.Short() + ", " + o.Reminded.Actor
}

// owed reads what every unit still owes in the year's phase of now.
func owed(ctx context.Context, tx *store.Tx, v work.Visit) (all []owing, err error) {
	years, err := todo.Load(ctx, tx, []season.Season{v.Season})
	if err != nil {
		return nil, err
	}
	reminders, err := notice.Reminders(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	for _, s := range todo.Steps {
		if !s.Open(years[0]) {
			continue
		}
		for _, unit := range s.Missing(years[0]) {
			o := owing{Step: s, Unit: unit, Name: years[0].Unit(unit), Due: s.Due(years[0]), SampleDue: s.Due(years[0]).Sample && !v.Season.Sample, Today: v.Today}
			for _, r := range reminders {
				if r.Unit == unit && r.Step == s.Kind {
					o.Reminded = r
					break
				}
			}
			all = append(all, o)
		}
	}
	return all, nil
}

func missing(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := owed(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	view := owingTable.Of(v.Request().URL, all)
	if view.Excel() {
		return view.File(v.Name()), nil
	}
	return missingPage(v, f, view), nil
}

// remind asks one unit for one step.
func remind(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	err := notice.Remind(ctx, tx, v.By, v.Today, v.Season.ID, f.Get("don-vi"), todo.Kind(f.Get("buoc")))
	name := ""
	for _, m := range v.Members {
		if m.Unit == f.Get("don-vi") {
			name = m.Name
		}
	}
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã nhắc %s; cán bộ và lãnh đạo đơn vị được báo trên trang và bằng thư (nếu có địa chỉ thư).", name),
		English: fmt.Sprintf("%s was reminded.", name)}}, err
}

// remindAll asks every unit of the list that was not reminded today.
func remindAll(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	all, err := owed(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	n := 0
	for _, o := range owingTable.Of(v.Request().URL, all).All {
		if o.remindedToday() {
			continue
		}
		if err := notice.Remind(ctx, tx, v.By, v.Today, v.Season.ID, o.Unit, o.Step.Kind); err != nil {
			return work.Done{}, err
		}
		n++
	}
	if n == 0 {
		return work.Done{}, refusal.New(refusal.Conflict, "Hôm nay đã nhắc tất cả các đơn vị trong danh sách; mỗi ngày chỉ nhắc một lần.")
	}
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã gửi %d lời nhắc.", n), English: fmt.Sprintf("%d reminders sent.", n)}}, nil
}
