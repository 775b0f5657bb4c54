package certificate

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/award"
	"thidua/certificate"
	"thidua/store"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// kept is a blank with how many sheets there are.
type kept struct {
	certificate.Blank
	certificate.Balance
}

func home(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	s, err := scope(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	blanks, err := certificate.Blanks(ctx, tx)
	if err != nil {
		return nil, err
	}
	balances, err := certificate.Balances(ctx, tx)
	if err != nil {
		return nil, err
	}
	var rows []kept
	for _, b := range blanks {
		rows = append(rows, kept{b, balances[b.ID]})
	}
	view := blankTable().Of(v.Request().URL, rows)
	if view.Excel() {
		return view.File(""), nil
	}
	number := strings.TrimSpace(v.Request().URL.Query().Get("so"))
	found, err := decisions(ctx, tx, number, s)
	return homePage(v, f, view, number, found), err
}

// mostLooked is how many awards are looked through for their decisions.
const mostLooked = 300

// decisions are those of the register whose number begins so, the newest first;
// without a number those of the newest awards.
func decisions(ctx context.Context, tx *store.Tx, number string, s award.Scope) (all []award.Decision, err error) {
	page, err := award.Search(ctx, tx, award.Query{Decision: number, Limit: mostLooked}, s)
	for _, a := range page.Awards {
		if !slices.ContainsFunc(all, func(d award.Decision) bool { return d.ID == a.Decision }) {
			all = append(all, a.By)
		}
	}
	return all, err
}

func blankTable() list.Table[kept] {
	count := func(key, vietnamese, english string, of func(kept) int) list.Column[kept] {
		return list.Column[kept]{Key: key, Words: ui.Words{Vietnamese: vietnamese, English: english}, Num: true, Width: 12, Fixed: true,
			Text: func(k kept) string {
				if k.Plain {
					return "không đếm"
				}
				return vi.FormatInt(int64(of(k)))
			}}
	}
	return list.Table[kept]{
		Name: ui.Words{Vietnamese: "Các phôi bằng", English: "Blanks"}, File: "phoi-bang",
		Empty: ui.Words{Vietnamese: "Chưa có phôi nào.", English: "No blank yet."},
		Columns: []list.Column[kept]{
			{Key: "ten", Words: ui.Words{Vietnamese: "Phôi", English: "Blank"}, Width: 30, Text: func(k kept) string { return k.Name }, Cell: toBlank},
			{Key: "kho", Words: ui.Words{Vietnamese: "Khổ (mm)", English: "Size (mm)"}, Width: 14, Fixed: true, Text: func(k kept) string { return k.Width.String() + " × " + k.Height.String() }},
			count("nhap", "Đã nhập", "In", func(k kept) int { return k.In }),
			count("in", "Đã in", "Printed", func(k kept) int { return k.Issued }),
			count("hong", "Hỏng", "Spoiled", func(k kept) int { return k.Spoiled }),
			count("con", "Còn", "Left", func(k kept) int { return k.Left() }),
		},
	}
}

// add enters a blank.
func add(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if err := unbound(v); err != nil {
		return work.Done{}, err
	}
	b, err := typed(f, certificate.Blank{Plain: f.Has("plain")})
	if err != nil {
		return work.Done{}, err
	}
	id, err := certificate.Define(ctx, tx, v.By, v.Today, b)
	return work.Done{To: blankAt(id), Say: ui.Words{Vietnamese: "Đã lập phôi. Hãy đặt vị trí in.", English: "Entered. Now set the places."}}, err
}

// typed is a blank as the form describes it.
func typed(f work.Form, b certificate.Blank) (certificate.Blank, error) {
	width, err1 := length(f, "width")
	height, err2 := length(f, "height")
	b.Name, b.Width, b.Height, b.Ground = f.Get("name"), width, height, f.Has("ground")
	return b, errors.Join(err1, err2)
}

func may(v work.Visit, act access.Act) bool { return access.Check(v.By, act, "") == nil }
