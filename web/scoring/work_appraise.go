package scoring

import (
	"context"
	"slices"

	"github.com/a-h/templ"

	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

var appraiseTitle = ui.Words{Vietnamese: "Thẩm định điểm", English: "Appraisal"}

func readAppraisal(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return readJudged(ctx, tx, v, f, season.Appraised)
}

// appraising is one unit on the appraiser's list.
type appraising struct {
	judging
	By   string // others who sent an appraisal of it, as far as the visitor sees
	Mine bool   // the visitor may appraise it
}

// appraiseList lists every unit but the appraiser's own.
func appraiseList(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	seen, err := see(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	var rows []appraising
	for _, m := range v.Members {
		a := appraising{judging: judgingOf(v, seen, scoring.Assignment{Unit: m.Unit}, season.Appraised)}
		a.Mine = season.Permit(v.By, actOf(season.Appraised), m.Unit, v.Season) == nil
		if m.Unit == v.By.Unit {
			continue
		}
		for _, h := range seen.Heads {
			if h.Unit == m.Unit && h.Stage == season.Appraised && h.Scorer != v.By.Unit {
				a.By = join(a.By, h.ScorerName)
			}
		}
		rows = append(rows, a)
	}
	view := appraiseTable(v).Of(v.Here(), rows)
	if view.Excel() {
		return view.File(v.Name(), remarksOf(v.Season)...), nil
	}
	return appraiseListPage(v, f, seen, rows, view), nil
}

func join(all, one string) string {
	if all == "" {
		return one
	}
	return all + ", " + one
}

func appraiseTable(v work.Visit) list.Table[appraising] {
	return list.Table[appraising]{
		Name: ui.Words{Vietnamese: "Đơn vị thẩm định", English: "Units to appraise"}, File: "tham-dinh",
		Search: func(a appraising) string { return a.Name },
		Empty:  ui.Words{Vietnamese: "Chưa có đơn vị nào để thẩm định.", English: "No unit to appraise."},
		Columns: []list.Column[appraising]{
			{Key: "don-vi", Words: ui.Words{Vietnamese: "Đơn vị", English: "Unit"}, Width: 28, Text: func(a appraising) string { return a.Name },
				Cell: func(a appraising) templ.Component { return judgingLink(v, "tham-dinh", a.judging) }},
			{Key: "trang-thai", Words: ui.Words{Vietnamese: "Phiếu của tôi", English: "My sheet"}, Width: 30, Text: func(a appraising) string { return a.state() },
				Cell: func(a appraising) templ.Component { return ui.Tag(a.tone(), a.state()) }},
			{Key: "nguoi-khac", Words: ui.Words{Vietnamese: "Nơi khác đã thẩm định", English: "Appraised by others"}, Width: 30, Text: func(a appraising) string { return a.By }},
		},
	}
}

// untouched are the units that can be agreed with at once.
func untouched(rows []appraising) []appraising {
	return slices.DeleteFunc(slices.Clone(rows), func(a appraising) bool { return !a.Ready || a.Begun || !a.Mine })
}

func agreeAll(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Đã gửi thẩm định: đồng ý toàn bộ điểm của các đơn vị đã chọn.", English: "The appraisals were sent: everything is agreed with."}},
		scoring.Agree(ctx, tx, v.By, v.Today, v.Season.ID, f.All("units"))
}
