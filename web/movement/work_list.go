package movement

import (
	"context"
	"fmt"
	"net/url"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/movement"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// line is one movement in the list.
type line struct {
	movement.Movement
	state   movement.State
	of      int    // members
	mine    string // "đã báo cáo", "chưa báo cáo"; empty for those who work for no unit
	address string // of its page, leading back here
}

var table = list.Table[line]{
	Name:   words("Phong trào thi đua của năm", "Movements of the year"),
	File:   "phong-trao",
	Search: func(l line) string { return l.Name + " " + l.LaunchedBy },
	Columns: []list.Column[line]{
		{Key: "ten", Words: words("Phong trào", "Movement"), Text: func(l line) string { return l.Name }, Cell: nameCell, Wide: true, Width: 60},
		{Key: "loai", Words: words("Loại", "Kind"), Text: func(l line) string { return l.Kind.Label() }, Width: 22},
		{Key: "tu", Words: words("Phát động", "Launched"), Text: func(l line) string { return l.LaunchedOn.Short() }, Order: func(a, b line) int { return a.LaunchedOn.Compare(b.LaunchedOn) }, Width: 14},
		{Key: "den", Words: words("Kết thúc", "Ends"), Text: func(l line) string { return l.EndsOn.Short() }, Order: func(a, b line) int { return a.EndsOn.Compare(b.EndsOn) }, Width: 14},
		{Key: "tt", Words: words("Tình trạng", "State"), Text: func(l line) string { return l.state.Label() }, Width: 18},
		{Key: "huong-ung", Words: words("Đơn vị hưởng ứng", "Responses"), Text: func(l line) string { return fmt.Sprintf("%d/%d", len(l.Responses), l.of) }, Order: func(a, b line) int { return len(a.Responses) - len(b.Responses) }, Num: true, Width: 18},
		{Key: "toi", Words: words("Đơn vị tôi", "My unit"), Text: func(l line) string { return l.mine }, Cell: mineCell, Width: 18},
	},
	Filters: []list.Filter[line]{{Key: "tt", Words: words("Tình trạng", "State"), Options: []ui.Option{{Value: string(movement.Upcoming), Label: movement.Upcoming.Label()},
		{Value: string(movement.Running), Label: movement.Running.Label()}, {Value: string(movement.Ended), Label: movement.Ended.Label()}},
		Keep: func(l line, s string) bool { return string(l.state) == s }}},
	Empty: words("Chưa phát động phong trào nào.", "No movement was launched yet."),
}

func deskList(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := movement.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	unit := v.UnitHere()
	var lines []line
	for _, m := range all {
		l := line{Movement: m, state: m.StateOn(v.Today), of: len(v.Members), address: v.Lam("phong-trao", m.ID) + "?" + url.Values{"ve": {v.HereAgain()}}.Encode()}
		if unit != "" {
			l.mine = "chưa báo cáo"
			if _, done := m.ResponseOf(unit); done {
				l.mine = "đã báo cáo"
			}
		}
		lines = append(lines, l)
	}
	view := table.Of(v.Request().URL, lines)
	if view.Excel() {
		return view.File(v.Name(), remarks(v.Season)...), nil
	}
	_, may := v.Capacity(access.LaunchMovement)
	return deskListPage(v, view, may), nil
}

func remarks(s season.Season) []string {
	if s.Sample {
		return []string{"Số liệu minh họa"}
	}
	return nil
}

func launchPage(_ context.Context, _ *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return launchForm(v, f), nil
}

func launch(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	by, _ := v.Capacity(access.LaunchMovement)
	m := movement.Movement{Season: v.Season.ID, Name: f.Get("name"), Kind: movement.Kind(f.Get("kind")), LaunchedBy: f.Get("launched_by"), Period: f.Get("period"), Sample: v.Season.Sample}
	var err error
	if m.LaunchedOn, err = f.Day("launched_on"); err != nil {
		return work.Done{}, err
	}
	if m.EndsOn, err = f.Day("ends_on"); err != nil {
		return work.Done{}, err
	}
	if m.Kind == movement.Campaign && m.EndsOn.IsZero() {
		return work.Done{}, refusal.Field("ends_on", "Phong trào theo đợt phải ghi ngày kết thúc.")
	}
	id, err := movement.Launch(ctx, tx, by, v.Today, m)
	return work.Done{To: v.Lam("phong-trao", id), Say: words("Đã phát động phong trào.", "The movement is launched.")}, err
}
