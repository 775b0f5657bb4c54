// Package notice sets the pages of what people are told: the notices, how each
// person wants letters, the link that ends them, and for the administrator the
// work behind the desks that could not be done.
package notice

import (
	"context"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/notice"
	"thidua/store"
	"thidua/web/home"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// Path is the page of all notices.
const Path = "/thong-bao"

// Desk are the pages.
var Desk = []work.Page{
	{Path: Path, Title: ui.Words{Vietnamese: "Thông báo", English: "Notices"}, Read: notices, Acts: map[string]work.Act{"xem": follow, "doc-het": readAll}},
	{Path: "/tai-khoan/thu-nhac", Title: ui.Words{Vietnamese: "Thư thông báo", English: "Letters"}, Read: wish, Acts: map[string]work.Act{"luu": keepWish}},
	{Path: "/quan-tri/viec-nen", Title: ui.Words{Vietnamese: "Việc chạy nền", English: "Background work"}, Who: []access.Role{access.Admin}, Read: jobs,
		Acts: map[string]work.Act{"lam-lai": retryJob, "bo": dropJob}},
}

// mostInFile bounds the Excel file, in notices.
const mostInFile = 5000

// The filters of the list.
const (
	kindKey  = "loai"
	stateKey = "trang-thai"
	unread   = "chua-doc"
)

var table = list.Table[notice.Notice]{
	Name:   ui.Words{Vietnamese: "Thông báo", English: "Notices"},
	File:   "thong-bao",
	Search: func(n notice.Notice) string { return n.Say.Vietnamese },
	Columns: []list.Column[notice.Notice]{
		{Key: "luc", Words: ui.Words{Vietnamese: "Lúc", English: "At"}, Text: func(n notice.Notice) string { return home.When(n.At) }, Width: 18},
		{Key: "noi-dung", Words: ui.Words{Vietnamese: "Nội dung", English: "What"}, Text: func(n notice.Notice) string { return n.Say.Vietnamese }, Cell: home.Notice, Fixed: true, Wide: true, Width: 90},
		{Key: "loai", Words: ui.Words{Vietnamese: "Loại", English: "Kind"}, Text: func(n notice.Notice) string { return n.Kind.Label() }, Fixed: true, Width: 14},
		{Key: "doc", Words: ui.Words{Vietnamese: "Đã đọc lúc", English: "Read at"}, Text: readAt, Fixed: true, Width: 18},
	},
	Filters: []list.Filter[notice.Notice]{
		{Key: stateKey, Words: ui.Words{Vietnamese: "Trạng thái", English: "State"}, Options: []ui.Option{{Value: unread, Label: "Chưa đọc"}}},
		{Key: kindKey, Words: ui.Words{Vietnamese: "Loại", English: "Kind"}, Options: kinds()},
	},
	Sort: "luc", Desc: true,
	Empty: ui.Words{Vietnamese: "Chưa có thông báo nào.", English: "No notices yet."},
}

func kinds() (all []ui.Option) {
	for _, k := range []notice.Kind{notice.Happened, notice.Due, notice.Urgent} {
		all = append(all, ui.Option{Value: string(k), Label: k.Label()})
	}
	return all
}

func readAt(n notice.Notice) string {
	if n.Unread() {
		return ""
	}
	return home.When(n.ReadAt)
}

func notices(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	here := v.Request().URL
	q := table.Query(here)
	asked := notice.Asked{Search: q.Search, Unread: q.Chosen[stateKey] == unread, Kind: notice.Kind(q.Chosen[kindKey]), Oldest: !q.Desc,
		Limit: table.PageSize(), Offset: (q.Page - 1) * table.PageSize()}
	if table.Part(here, nil, 0).Excel() {
		asked.Limit, asked.Offset = mostInFile, 0
	}
	rows, total, err := notice.Of(ctx, tx, v.Person.ID, asked)
	if err != nil {
		return nil, err
	}
	view := table.Part(here, rows, total)
	if view.Excel() {
		return view.File(v.Person.Name), nil
	}
	return noticesPage(v, f, view), nil
}

// follow marks a notice as read and leads to its page.
func follow(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	link, err := notice.Follow(ctx, tx, v.Person.ID, f.Get("id"))
	return work.Done{To: ui.PathHere(link, Path)}, err
}

func readAll(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Đã đánh dấu tất cả là đã đọc.", English: "All marked as read."}}, notice.Read(ctx, tx, v.Person.ID, "")
}
