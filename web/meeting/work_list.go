package meeting

import (
	"cmp"
	"context"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/meeting"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// readList sets the year's conferences as a list.
func readList(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := meeting.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	if v.Visit, err = v.Knows(ctx, tx, units(all)); err != nil {
		return nil, err
	}
	view := conferencesTable(v).Of(v.Here(), all)
	if view.Excel() {
		return view.File(v.Name()), nil
	}
	return workList(v, view, may(v, access.HoldConference)), nil
}

func conferencesTable(v work.Visit) list.Table[meeting.Conference] {
	return list.Table[meeting.Conference]{
		Name:   ui.Words{Vietnamese: "Hội nghị của năm", English: "Conferences of the year"},
		File:   "hoi-nghi",
		Empty:  ui.Words{Vietnamese: "Chưa có hội nghị nào được triệu tập trong năm này.", English: "No conference has been called this year."},
		Search: func(c meeting.Conference) string { return c.Name() + " " + c.Place + " " + v.Unit(c.Host) },
		Sort:   "ngay", Desc: true,
		Filters: []list.Filter[meeting.Conference]{{Key: "buoc", Words: ui.Words{Vietnamese: "Đang ở", English: "Stage"}, Options: stageOptions(),
			Keep: func(c meeting.Conference, chosen string) bool { return string(c.Stage) == chosen }}},
		Columns: []list.Column[meeting.Conference]{
			{Key: "ten", Words: ui.Words{Vietnamese: "Hội nghị", English: "Conference"}, Wide: true, Width: 40,
				Text: func(c meeting.Conference) string { return c.Name() }, Cell: func(c meeting.Conference) templ.Component { return nameCell(v, c) }},
			{Key: "ngay", Words: ui.Words{Vietnamese: "Ngày", English: "Day"}, Width: 12, Text: func(c meeting.Conference) string { return c.Day.Short() },
				Order: func(a, b meeting.Conference) int { return cmp.Compare(a.Day.String(), b.Day.String()) }},
			{Key: "noi", Words: ui.Words{Vietnamese: "Địa điểm", English: "Place"}, Width: 24, Text: func(c meeting.Conference) string { return cmp.Or(c.Place, v.Unit(c.Host)) }},
			{Key: "buoc", Words: ui.Words{Vietnamese: "Đang ở", English: "Stage"}, Width: 22, Text: func(c meeting.Conference) string { return c.Stage.Label() },
				Cell: func(c meeting.Conference) templ.Component { return ui.Tag(stageTone(c.Stage), c.Stage.Label()) }},
		},
	}
}

func stageOptions() (all []ui.Option) {
	for _, s := range meeting.Stages {
		all = append(all, ui.Option{Value: string(s), Label: s.Label()})
	}
	return all
}

// stageTone colours a stage: what is over is done, what waits for somebody due.
func stageTone(s meeting.Stage) ui.Tone {
	switch s {
	case meeting.Signed:
		return ui.Done
	case meeting.Running, meeting.Paused, meeting.Amended, meeting.Frozen:
		return ui.Due
	}
	return ui.Plain
}
