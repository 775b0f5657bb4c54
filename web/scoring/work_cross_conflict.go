package scoring

import (
	"context"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/account"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

var conflictTitle = ui.Words{Vietnamese: "Xung đột lợi ích", English: "Conflicts of interest"}

// conflictRow is one declared conflict with its person's name.
type conflictRow struct {
	scoring.Conflict
	Name string
}

// conflictRead shows people what they declared; the standing body, everything.
func conflictRead(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := scoring.Conflicts(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, c := range all {
		ids = append(ids, c.Person)
	}
	people, err := account.People(ctx, tx, ids)
	if err != nil {
		return nil, err
	}
	var rows []conflictRow
	for _, c := range all {
		if c.Person == v.By.Person || v.By.Role == access.StandingBody {
			rows = append(rows, conflictRow{c, people[c.Person].Name})
		}
	}
	view := conflictTable(v).Of(v.Here(), rows)
	if view.Excel() {
		return view.File(v.Name(), remarksOf(v.Season)...), nil
	}
	others, err := others(ctx, tx, v)
	return conflictPage(v, f, rows, others, view), err
}

// others are the people for whom the standing body may declare a conflict.
func others(ctx context.Context, tx *store.Tx, v work.Visit) ([]ui.Option, error) {
	if v.By.Role != access.StandingBody {
		return nil, nil
	}
	reach := account.Reach{Cluster: v.Cluster.ID, StandingBody: v.Cluster.StandingBody}
	for _, m := range v.Members {
		reach.Members = append(reach.Members, m.Unit)
	}
	holders, err := account.Holders(ctx, tx, reach, v.Today)
	options, seen := []ui.Option{{Value: "", Label: "Khai cho mình"}}, map[string]bool{v.By.Person: true}
	for _, h := range holders {
		if !seen[h.Person.ID] {
			options = append(options, ui.Option{Value: h.Person.ID, Label: h.Person.Name})
		}
		seen[h.Person.ID] = true
	}
	return options, err
}

func conflictTable(v work.Visit) list.Table[conflictRow] {
	column := func(key, vietnamese, english string, text func(conflictRow) string) list.Column[conflictRow] {
		return list.Column[conflictRow]{Key: key, Words: ui.Words{Vietnamese: vietnamese, English: english}, Text: text, Width: 28}
	}
	t := list.Table[conflictRow]{Name: conflictTitle, File: "xung-dot-loi-ich",
		Empty:  ui.Words{Vietnamese: "Chưa khai xung đột lợi ích nào.", English: "No conflict was declared."},
		Search: func(r conflictRow) string { return r.Name + " " + withWhom(v, r.Conflict) + " " + r.Note },
		Columns: []list.Column[conflictRow]{
			column("nguoi", "Người", "Person", func(r conflictRow) string { return r.Name }),
			column("voi", "Với đơn vị", "With", func(r conflictRow) string { return withWhom(v, r.Conflict) }),
			column("loai", "Loại", "Kind", func(r conflictRow) string { return r.Kind.Label() }),
			column("ghi-chu", "Ghi chú", "Note", func(r conflictRow) string { return r.Note }),
			column("khai", "Khai ngày", "Declared on", func(r conflictRow) string { return r.DeclaredOn.Short() + ", " + r.DeclaredBy }),
			column("het", "Đã hết", "Ended", func(r conflictRow) string {
				if r.EndedOn.IsZero() {
					return "Chưa"
				}
				return r.EndedOn.Short() + ": " + r.EndedWhy
			}),
		}}
	t.Columns[2].Wide, t.Columns[3].Wide = true, true
	return t
}

func withWhom(v work.Visit, c scoring.Conflict) string {
	if c.Unit == "" {
		return "Cả năm thi đua"
	}
	return v.Unit(c.Unit)
}

// unitOptions are the units a conflict may be with: not the visitor's own.
func unitOptions(v work.Visit) []ui.Option {
	options := []ui.Option{{Value: "", Label: "Cả năm thi đua"}}
	for _, m := range v.Members {
		if m.Unit != v.By.Unit {
			options = append(options, ui.Option{Value: m.Unit, Label: m.Name})
		}
	}
	return options
}

func kindOptions() []ui.Option {
	options := []ui.Option{{Value: "", Label: "Chọn loại"}}
	for _, k := range scoring.ConflictKinds {
		options = append(options, ui.Option{Value: string(k), Label: k.Label()})
	}
	return options
}

func declareConflict(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	_, err := scoring.DeclareConflict(ctx, tx, v.By, v.Today, scoring.Conflict{Season: v.Season.ID, Unit: f.Get("unit"),
		Kind: scoring.ConflictKind(f.Get("kind")), Note: f.Get("note"), Person: f.Get("person")})
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi xung đột lợi ích; từ bây giờ người đã khai không xem, không chấm đơn vị ấy.", English: "The conflict is on record and holds from now on."}}, err
}

func endConflict(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi là hết xung đột lợi ích.", English: "The conflict is recorded as ended."}},
		scoring.EndConflict(ctx, tx, v.By, v.Today, v.Season.ID, f.Get("conflict"), f.Get("why"))
}

// lasting are the conflicts that the visitor may conclude.
func lasting(v work.Visit, rows []conflictRow) []ui.Option {
	options := []ui.Option{{Value: "", Label: "Chọn bản khai"}}
	for _, r := range rows {
		if r.EndedOn.IsZero() && r.Person != v.By.Person && v.By.Role == access.StandingBody {
			options = append(options, ui.Option{Value: r.ID, Label: r.Name + " – " + withWhom(v, r.Conflict)})
		}
	}
	return options
}

func mayDeclare(v work.Visit) bool {
	return season.Permit(v.By, access.DeclareConflict, "", v.Season) == nil
}
