package meeting

import (
	"context"

	"github.com/a-h/templ"

	"thidua/meeting"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

func readRoll(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	x, v, err := viewOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	if err := mustWrite(v, x.Conference); err != nil {
		return nil, err
	}
	return rollPage(v, f, x), nil
}

// callRoll records the whole form: every unit's line as it stands there.
func callRoll(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c, v, err := asked(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	var marks []meeting.Mark
	for _, m := range v.Members {
		get := func(part string) string { return f.Get(rollField(m.Unit, part)) }
		marks = append(marks, meeting.Mark{Unit: m.Unit, How: meeting.Presence(get("how")), Name: get("name"), Post: get("post"), Document: get("document"), Reason: get("reason")})
	}
	return say("Đã ghi điểm danh.", "The roll has been recorded."), meeting.CallRoll(ctx, tx, v.By, v.Today, c.ID, marks)
}

// markRest marks as present every unit that was not called yet.
func markRest(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	c, v, err := asked(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	var marks []meeting.Mark
	for _, m := range v.Members {
		if c.Attendance.Of(m.Unit).How == "" {
			marks = append(marks, meeting.Mark{Unit: m.Unit, How: meeting.Present})
		}
	}
	return say("Đã ghi các đơn vị còn lại có mặt.", "The remaining units are marked present."), meeting.CallRoll(ctx, tx, v.By, v.Today, c.ID, marks)
}

func rollField(unit, part string) string { return "roll." + unit + "." + part }

// presences are the choices for a unit that stands so on the roll now.
func presences(c meeting.Conference, now meeting.Presence) (all []ui.Option) {
	list := []meeting.Presence{meeting.Present, meeting.ByProxy, meeting.Absent}
	if c.Stage.Live() && now != "" && now != meeting.Absent {
		list = append(list, meeting.Left)
	}
	if now == "" {
		all = append(all, ui.Option{Value: "", Label: "Chưa điểm danh"})
	}
	for _, p := range list {
		all = append(all, ui.Option{Value: string(p), Label: vi.UpperFirst(p.Label())})
	}
	return all
}

// detailed reports whether a unit's further fields are shown open: something
// stands in them, or is wrong with them.
func detailed(f work.Form, unit string, now meeting.Mark) bool {
	for _, part := range []string{"name", "post", "document", "reason"} {
		if f.Err(rollField(unit, part)) != "" || f.Get(rollField(unit, part)) != "" {
			return true
		}
	}
	return now.Name != "" || now.Reason != ""
}
