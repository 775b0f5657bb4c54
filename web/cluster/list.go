package cluster

import (
	"context"
	"fmt"
	"slices"

	"github.com/a-h/templ"

	"thidua/cluster"
	"thidua/org"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// row is a cluster as the list shows it.
type row struct {
	cluster.Cluster
	Body   string           // its standing body's name
	Newest cluster.Enrolled // the newest year with members; zero when there is none
}

func (r row) members() string {
	if r.Newest.Label == "" {
		return ""
	}
	return fmt.Sprint(r.Newest.Members)
}

// tableAt is the table as it stands at an address, to which the pages of its
// clusters lead back.
func tableAt(here string) list.Table[row] {
	return list.Table[row]{
		Name:   ui.Words{Vietnamese: "Cụm, khối thi đua", English: "Clusters"},
		File:   "cum-thi-dua",
		Search: func(r row) string { return r.Name + " " + r.Province + " " + r.Organisation },
		Columns: []list.Column[row]{
			{Key: "ten", Words: ui.Words{Vietnamese: "Tên", English: "Name"}, Text: func(r row) string { return r.Name }, Cell: func(r row) templ.Component { return nameCell(r, here) }, Width: 36, Wide: true},
			{Key: "loai", Words: ui.Words{Vietnamese: "Loại", English: "Kind"}, Text: func(r row) string { return r.Kind.Label() }},
			{Key: "tinh", Words: ui.Words{Vietnamese: "Tỉnh, tổ chức", English: "Province, organisation"}, Text: place, Width: 24},
			{Key: "thuong-truc", Words: ui.Words{Vietnamese: "Cơ quan thường trực", English: "Standing body"}, Text: func(r row) string { return r.Body }, Width: 30},
			{Key: "nam", Words: ui.Words{Vietnamese: "Năm mới nhất", English: "Newest year"}, Text: func(r row) string { return r.Newest.Label }},
			{Key: "thanh-vien", Words: ui.Words{Vietnamese: "Thành viên", English: "Members"}, Text: row.members, Num: true, Order: func(a, b row) int { return a.Newest.Members - b.Newest.Members },
				Value: func(r row) any { return r.Newest.Members }},
			{Key: "truong", Words: ui.Words{Vietnamese: "Trưởng cụm", English: "Head"}, Text: func(r row) string { return r.Newest.Head }},
		},
		Filters: []list.Filter[row]{{Key: "loai-cum", Words: ui.Words{Vietnamese: "Loại", English: "Kind"}, Options: kinds(),
			Keep: func(r row, chosen string) bool { return string(r.Kind) == chosen }}},
		Sort:  "ten",
		Empty: ui.Words{Vietnamese: "Chưa có cụm, khối thi đua nào.", English: "No clusters yet."},
	}
}

func kinds() (all []ui.Option) {
	for _, k := range []cluster.Kind{cluster.Cum, cluster.Khoi, cluster.Council, cluster.Other} {
		all = append(all, ui.Option{Value: string(k), Label: k.Label()})
	}
	return all
}

// place is whose cluster it is.
func place(r row) string {
	if r.Organisation != "" {
		return r.Organisation
	}
	return r.Province
}

// clusters lists those within the reader's reach, by the same rule by which
// each of them opens.
func clusters(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	rows, err := rowsFor(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	view := tableAt(v.HereAgain()).Of(v.Request().URL, rows)
	if view.Excel() {
		return view.File("", sampled(view.All)...), nil
	}
	return listPage(v, view, v.CanOpen("/cum/lap")), nil
}

// sampled is the remark of a list that holds made-up clusters.
func sampled(rows []row) []string {
	if slices.ContainsFunc(rows, func(r row) bool { return r.Sample }) {
		return []string{"Có số liệu minh họa."}
	}
	return nil
}

func rowsFor(ctx context.Context, tx *store.Tx, v work.Visit) (rows []row, err error) {
	all, err := cluster.All(ctx, tx)
	if err != nil {
		return nil, err
	}
	newest, err := newestYears(ctx, tx)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, c := range all {
		ids = append(ids, c.StandingBody)
	}
	named, err := org.ByIDs(ctx, tx, ids, vi.Day{})
	if err != nil {
		return nil, err
	}
	for _, c := range all {
		if sees(v, c) {
			rows = append(rows, row{Cluster: c, Body: named[c.StandingBody].Name, Newest: newest[c.ID]})
		}
	}
	return rows, nil
}

func newestYears(ctx context.Context, tx *store.Tx) (map[string]cluster.Enrolled, error) {
	years, err := cluster.EnrolledYears(ctx, tx, "")
	newest := map[string]cluster.Enrolled{}
	for _, y := range years {
		if _, there := newest[y.Cluster]; !there {
			newest[y.Cluster] = y
		}
	}
	return newest, err
}
