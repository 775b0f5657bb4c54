package meeting

import (
	"context"
	"strconv"

	"github.com/a-h/templ"

	"thidua/meeting"
	"thidua/store"
	"thidua/vi"
	"thidua/web/roundtrip"
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

// callRoll records the form: the line of every unit that stands in it.
func callRoll(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c, v, err := asked(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	var marks []meeting.Mark
	for _, m := range v.Members {
		if !f.Has(rollField(m.Unit, "how")) {
			continue
		}
		get := func(part string) string { return f.Get(rollField(m.Unit, part)) }
		marks = append(marks, meeting.Mark{Unit: m.Unit, How: meeting.Presence(get("how")), Name: get("name"), Post: get("post"), Document: get("document"), Reason: get("reason")})
	}
	return say("Đã ghi điểm danh.", "The roll has been recorded."), meeting.CallRoll(ctx, tx, v.By, v.Today, c.ID, marks)
}

// rollByExcel lets the roll be filled in as an Excel file.
var rollByExcel = roundtrip.Table{Path: "/lam/{slug}/hoi-nghi/{id}/diem-danh", Title: ui.Words{Vietnamese: "Điểm danh", English: "Roll call"},
	File: "diem-danh", Sheet: rollSheet, Record: callRoll}

func rollSheet(ctx context.Context, tx *store.Tx, v work.Visit) (s roundtrip.Sheet, err error) {
	x, v, err := viewOf(ctx, tx, v)
	if err != nil {
		return s, err
	}
	if err := mustWrite(v, x.Conference); err != nil {
		return s, err
	}
	s = roundtrip.Sheet{Of: "diem-danh " + x.ID, Back: of(v, x.Conference, "diem-danh"), Columns: []roundtrip.Column{{Name: "Số", Width: 6}, {Name: "Đơn vị", Width: 34},
		{Name: "Có mặt, vắng", Width: 18}, {Name: "Họ tên người dự thay", Width: 26}, {Name: "Chức vụ", Width: 22}, {Name: "Giấy ủy quyền (số, ngày)", Width: 24}, {Name: "Lý do vắng hoặc về trước", Width: 30}}}
	for i, m := range v.Members {
		now := x.Attendance.Of(m.Unit)
		s.Rows = append(s.Rows, roundtrip.Row{Key: m.Unit, Name: m.Name, Cells: []roundtrip.Cell{{Text: strconv.Itoa(i + 1)}, {Text: m.Name},
			{Field: rollField(m.Unit, "how"), Text: string(now.How), Options: presences(x.Conference, now.How)},
			{Field: rollField(m.Unit, "name"), Text: now.Name}, {Field: rollField(m.Unit, "post"), Text: now.Post},
			{Field: rollField(m.Unit, "document"), Text: now.Document}, {Field: rollField(m.Unit, "reason"), Text: now.Reason}}})
	}
	return s, nil
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
