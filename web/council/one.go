package council

import (
	"context"
	"fmt"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/council"
	"thidua/exact"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// body is a council as its page shows it.
type body struct {
	council.Council
	form           work.Form
	establishments []council.Establishment // the newest first
	meetings       list.View[council.Meeting]
}

func one(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	c, err := councilOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	b := body{Council: c, form: f}
	if b.establishments, err = council.Establishments(ctx, tx, c.ID); err != nil {
		return nil, err
	}
	meetings, err := council.Meetings(ctx, tx, c.ID)
	b.meetings = meetingTable(v).Of(v.Request().URL, meetings)
	if b.meetings.Excel() {
		return b.meetings.File(c.Name), err
	}
	return onePage(v, b), err
}

func meetingTable(v work.Visit) list.Table[council.Meeting] {
	return list.Table[council.Meeting]{
		Name: ui.Words{Vietnamese: "Các cuộc họp", English: "Meetings"}, File: "cuoc-hop",
		Search: func(m council.Meeting) string { return m.Name },
		Filters: []list.Filter[council.Meeting]{{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"}, Options: stateOptions(),
			Keep: func(m council.Meeting, chosen string) bool { return string(m.State) == chosen }}},
		Empty: ui.Words{Vietnamese: "Hội đồng chưa có cuộc họp nào.", English: "No meeting yet."},
		Columns: []list.Column[council.Meeting]{
			{Key: "ngay", Words: ui.Words{Vietnamese: "Ngày", English: "Day"}, Width: 14, Text: func(m council.Meeting) string { return m.Day.Short() },
				Order: func(a, b council.Meeting) int { return a.Day.Compare(b.Day) }},
			{Key: "ten", Words: ui.Words{Vietnamese: "Cuộc họp", English: "Meeting"}, Width: 50, Wide: true, Text: func(m council.Meeting) string { return m.Name }, Cell: toMeeting},
			{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"}, Width: 24, Text: func(m council.Meeting) string { return m.State.Label() }, Cell: stateTag},
			{Key: "co-mat", Words: ui.Words{Vietnamese: "Có mặt", English: "Present"}, Num: true, Width: 10, Text: func(m council.Meeting) string { return fmt.Sprint(m.Present()) }, Value: func(m council.Meeting) any { return m.Present() }},
		},
	}
}

func stateOptions() (all []ui.Option) {
	for _, s := range council.States {
		all = append(all, ui.Option{Value: string(s), Label: s.Label()})
	}
	return all
}

func tone(s council.State) ui.Tone {
	switch s {
	case council.Voting:
		return ui.Due
	case council.Closed:
		return ui.Done
	case council.Cancelled:
		return ui.Late
	}
	return ui.Plain
}

func meetingPath(m council.Meeting) string { return "/hoi-dong/" + m.Council + "/cuoc-hop/" + m.ID }

// now is the establishment in force on the day, and whether there is one.
func (b body) now(day vi.Day) (council.Establishment, bool) {
	for _, e := range b.establishments {
		if e.On(day) {
			return e, true
		}
	}
	return council.Establishment{}, false
}

func spanWords(e council.Establishment) string {
	words := "từ ngày " + e.From.Short()
	if !e.Until.IsZero() {
		words += " đến hết ngày " + e.Until.Short()
	}
	return words
}

func shareText(n exact.Number) string {
	if !n.Known() {
		return ""
	}
	return voting.ShareWords(n)
}

func ticked(yes bool) string {
	if yes {
		return "co"
	}
	return ""
}

// call calls a meeting and leads to it.
func call(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c, err := councilOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	day, err := f.Day("day")
	if err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.CallCouncil)
	id, err := council.Call(ctx, tx, by, v.Today, council.Meeting{Council: c.ID, Name: f.Get("name"), Day: day, Place: f.Get("place")})
	return work.Done{To: "/hoi-dong/" + c.ID + "/cuoc-hop/" + id, Say: ui.Words{Vietnamese: "Đã triệu tập. Hãy đưa hồ sơ vào danh sách.", English: "The meeting is called. Put dossiers on its list."}}, err
}
