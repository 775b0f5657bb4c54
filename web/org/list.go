package org

import (
	"context"
	"slices"

	"github.com/a-h/templ"

	"thidua/org"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// The list's filters and columns by their names in the address.
const (
	byLevel    = "cap"
	byProvince = "tinh"
	byState    = "con"
)

var sorts = map[string]string{"ten": "name", "ma": "code", "cap": "level", "tu": "from"}

func units(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	provinces, err := org.Provinces(ctx, tx)
	if err != nil {
		return nil, err
	}
	here := v.Request().URL
	table := tableOf(provinces, v.HereAgain())
	seek := seekOf(table.Query(here), table.PageSize())
	excel := table.Part(here, nil, 0).Excel()
	if excel {
		seek.Limit, seek.Offset = 0, 0
	}
	page, total, err := org.Search(ctx, tx, seek, v.Today)
	if err != nil {
		return nil, err
	}
	if len(page) == 0 && total > 0 { // a page beyond the last: the first instead
		seek.Offset = 0
		if page, total, err = org.Search(ctx, tx, seek, v.Today); err != nil {
			return nil, err
		}
	}
	view := table.Part(here, page, total)
	if excel {
		return view.File("", sampled(page)...), nil
	}
	return listPage(v, view, v.CanOpen("/don-vi/them")), nil
}

// sampled is the remark of a list that holds made-up units.
func sampled(page []org.Found) []string {
	if slices.ContainsFunc(page, func(f org.Found) bool { return f.Sample }) {
		return []string{"Có số liệu minh họa."}
	}
	return nil
}

func seekOf(q list.Query, size int) org.Seek {
	return org.Seek{Text: q.Search, Level: org.Level(q.Chosen[byLevel]), Under: q.Chosen[byProvince], State: org.State(q.Chosen[byState]),
		Sort: sorts[q.Sort], Desc: q.Desc, Limit: size, Offset: (q.Page - 1) * size}
}

// tableOf is the table as it stands at an address, to which the pages of its
// units lead back.
func tableOf(provinces []org.Unit, here string) list.Table[org.Found] {
	var under []ui.Option
	for _, p := range provinces {
		label := p.ShortName
		if !p.Until.IsZero() {
			label += " (đến " + p.Until.AddDays(-1).Short() + ")"
		}
		under = append(under, ui.Option{Value: p.ID, Label: label})
	}
	return list.Table[org.Found]{
		Name:   ui.Words{Vietnamese: "Danh mục đơn vị", English: "Units"},
		File:   "don-vi",
		Search: func(f org.Found) string { return f.Name },
		Sort:   "ten",
		Columns: []list.Column[org.Found]{
			{Key: "ten", Words: ui.Words{Vietnamese: "Tên", English: "Name"}, Text: func(f org.Found) string { return f.Name }, Cell: func(f org.Found) templ.Component { return nameCell(f, here) }, Width: 36, Wide: true},
			{Key: "ma", Words: ui.Words{Vietnamese: "Mã", English: "Code"}, Text: func(f org.Found) string { return f.Code }, Width: 9},
			{Key: "cap", Words: ui.Words{Vietnamese: "Cấp", English: "Level"}, Text: func(f org.Found) string { return f.Level.Label() }},
			{Key: "loai", Words: ui.Words{Vietnamese: "Loại", English: "Kind"}, Text: func(f org.Found) string { return f.Kind.Label() }, Fixed: true},
			{Key: "tren", Words: ui.Words{Vietnamese: "Thuộc", English: "Under"}, Text: func(f org.Found) string { return f.ParentName }, Fixed: true, Width: 30},
			{Key: "tu", Words: ui.Words{Vietnamese: "Có từ", English: "Since"}, Text: func(f org.Found) string { return f.From.Short() }, Width: 12},
			{Key: "den", Words: ui.Words{Vietnamese: "Đến hết", English: "Until"}, Text: func(f org.Found) string { return f.Until.AddDays(-1).Short() }, Fixed: true, Width: 12},
		},
		Filters: []list.Filter[org.Found]{
			{Key: byLevel, Words: ui.Words{Vietnamese: "Cấp", English: "Level"}, Options: levels()},
			{Key: byProvince, Words: ui.Words{Vietnamese: "Thuộc tỉnh, thành phố", English: "Province"}, Options: under},
			{Key: byState, Words: ui.Words{Vietnamese: "Tình trạng", English: "State"}, Options: []ui.Option{{Value: string(org.Living), Label: "Đang hoạt động"}, {Value: string(org.Ended), Label: "Đã kết thúc"}}},
		},
		Empty: ui.Words{Vietnamese: "Chưa có đơn vị nào. Nạp danh mục hành chính, hoặc thêm từng đơn vị.", English: "No units yet. Import an official list, or add them one by one."},
	}
}
