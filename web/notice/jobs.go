package notice

import (
	"context"
	"fmt"

	"github.com/a-h/templ"

	"thidua/job"
	"thidua/notice"
	"thidua/store"
	"thidua/web/home"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// kindLabels are the sorts of work in words.
var kindLabels = func() map[string]string {
	all := map[string]string{job.Tidy.Name: job.Tidy.Label}
	for _, k := range notice.Jobs(notice.Post{Server: "smtp://localhost"}) {
		all[k.Name] = k.Label
	}
	return all
}()

var jobTable = list.Table[job.Job]{
	Name:   ui.Words{Vietnamese: "Việc chạy nền gặp lỗi", English: "Background work in trouble"},
	File:   "viec-chay-nen",
	Search: func(j job.Job) string { return kindLabels[j.Kind] + " " + j.Error },
	Columns: []list.Column[job.Job]{
		{Key: "viec", Words: ui.Words{Vietnamese: "Việc", English: "Work"}, Text: func(j job.Job) string { return kindLabels[j.Kind] }, Width: 28},
		{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"}, Text: func(j job.Job) string { return j.State.Label() }, Cell: jobState, Width: 16},
		{Key: "lan", Words: ui.Words{Vietnamese: "Số lần làm", English: "Tries"}, Text: func(j job.Job) string { return fmt.Sprint(j.Attempts) },
			Value: func(j job.Job) any { return j.Attempts }, Num: true, Order: func(a, b job.Job) int { return a.Attempts - b.Attempts }},
		{Key: "lap", Words: ui.Words{Vietnamese: "Lập lúc", English: "Made at"}, Text: func(j job.Job) string { return home.When(j.MadeAt) }, Order: func(a, b job.Job) int { return a.MadeAt.Compare(b.MadeAt.Time) }, Width: 18},
		{Key: "sau", Words: ui.Words{Vietnamese: "Làm lại lúc", English: "Next try"}, Text: nextTry, Fixed: true, Width: 18},
		{Key: "loi", Words: ui.Words{Vietnamese: "Lỗi", English: "Error"}, Text: func(j job.Job) string { return j.Error }, Fixed: true, Wide: true, Width: 60},
		{Key: "nut", Words: ui.Words{Vietnamese: "Xử lý", English: "Handle"}, Text: func(job.Job) string { return "" }, Cell: jobActs, Fixed: true, NoXls: true},
	},
	Filters: []list.Filter[job.Job]{{Key: "tt", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"},
		Options: []ui.Option{{Value: string(job.Dead), Label: job.Dead.Label()}, {Value: string(job.Waiting), Label: job.Waiting.Label()}},
		Keep:    func(j job.Job, chosen string) bool { return string(j.State) == chosen }}},
	Empty: ui.Words{Vietnamese: "Không có việc nào gặp lỗi.", English: "Nothing is in trouble."},
}

func nextTry(j job.Job) string {
	if j.State == job.Dead {
		return ""
	}
	return home.When(j.RunAfter)
}

func jobs(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := job.Troubled(ctx, tx)
	if err != nil {
		return nil, err
	}
	view := jobTable.Of(v.Request().URL, all)
	if view.Excel() {
		return view.File(""), nil
	}
	return jobsPage(v, f, view), nil
}

func retryJob(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Việc sẽ được làm lại ngay.", English: "It will be tried again at once."}}, job.Retry(ctx, tx, v.By, v.Today, f.Get("id"))
}

func dropJob(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Đã bỏ việc này.", English: "It was given up."}}, job.Drop(ctx, tx, v.By, v.Today, f.Get("id"))
}
