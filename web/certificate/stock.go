package certificate

import (
	"context"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"thidua/certificate"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// move is what happened to sheets of a blank: they came, or one was spoiled.
type move struct {
	spoiled     bool
	first, last int
	why         string // the document by which they came; why it was spoiled
	day         vi.Day
}

func (m move) numbers() string {
	if m.first == m.last {
		return strconv.Itoa(m.first)
	}
	return strconv.Itoa(m.first) + " đến " + strconv.Itoa(m.last)
}

func (m move) what() string {
	if m.spoiled {
		return "hỏng"
	}
	return "nhập"
}

// movesOf are all moves of a stock, the newest first.
func movesOf(s certificate.Stock) (all []move) {
	for _, r := range s.Receipts {
		all = append(all, move{first: r.First, last: r.Last, why: r.Document, day: r.Day})
	}
	for _, x := range s.Spoiled {
		all = append(all, move{spoiled: true, first: x.Number, last: x.Number, why: x.Reason, day: x.Day})
	}
	slices.SortStableFunc(all, func(a, b move) int { return b.day.Compare(a.day) })
	return all
}

var moveTable = list.Table[move]{
	Name: ui.Words{Vietnamese: "Nhập kho, phôi hỏng", English: "Receipts and spoiled sheets"}, File: "kho-phoi",
	Empty:  ui.Words{Vietnamese: "Chưa nhập tờ nào.", English: "No sheet came in yet."},
	Search: func(m move) string { return m.numbers() + " " + m.why },
	Filters: []list.Filter[move]{{Key: "loai", Words: ui.Words{Vietnamese: "Việc", English: "What"}, Options: []ui.Option{{Value: "nhap", Label: "nhập"}, {Value: "hong", Label: "hỏng"}},
		Keep: func(m move, chosen string) bool { return m.spoiled == (chosen == "hong") }}},
	Columns: []list.Column[move]{
		{Key: "ngay", Words: ui.Words{Vietnamese: "Ngày", English: "Day"}, Width: 12, Text: func(m move) string { return m.day.Short() }, Order: func(a, b move) int { return a.day.Compare(b.day) }},
		{Key: "loai", Words: ui.Words{Vietnamese: "Việc", English: "What"}, Width: 10, Text: move.what},
		{Key: "so", Words: ui.Words{Vietnamese: "Số phôi", English: "Numbers"}, Width: 16, Text: move.numbers, Order: func(a, b move) int { return a.first - b.first }},
		{Key: "ly-do", Words: ui.Words{Vietnamese: "Phiếu nhập; vì sao hỏng", English: "Document; why spoiled"}, Width: 50, Wide: true, Text: func(m move) string { return m.why }},
	},
}

// blank is the page of a blank, or the moves of its sheets as a file.
func blank(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	m, err := matterOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	m.moves = moveTable.Of(v.Request().URL, movesOf(m.stock))
	if m.moves.Excel() {
		return m.moves.File(m.Name), nil
	}
	return blankPage(v, f, m), nil
}
