package season

import (
	"context"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/cluster"
	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

func electionPage(_ context.Context, _ *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	_, may := v.Capacity(access.ElectHead)
	return electionView(v, f, may), nil
}

func elect(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	by, _ := v.Capacity(access.ElectHead)
	e := season.Election{Head: f.Get("next_head"), Deputy: f.Get("next_deputy"), Method: f.Get("method"), Sample: v.Season.Sample}
	return work.Done{Say: words("Đã ghi trưởng cụm năm sau.", "Next year's head is recorded.")}, season.Elect(ctx, tx, by, v.Today, v.Season.ID, e)
}

// membersOr are the members to choose from, after a first choice of none.
func membersOr(v work.Visit, none string) []ui.Option {
	all := []ui.Option{{Value: "", Label: none}}
	for _, m := range v.Members {
		all = append(all, ui.Option{Value: m.Unit, Label: m.Name})
	}
	return all
}

// holding is the member in the role this year; empty when nobody is.
func holding(v work.Visit, role cluster.Role) string {
	for _, m := range v.Members {
		if m.Role == role {
			return m.Name
		}
	}
	return ""
}

func noteTone(n followed) ui.Tone { return stepTone(n.state()) }

func stepTone(s season.NoteState) ui.Tone {
	switch s {
	case season.NoteDone:
		return ui.Done
	case season.NoteReported:
		return ui.Due
	}
	return ui.Plain
}
