package meeting

import (
	"cmp"
	"fmt"
	"strings"

	"thidua/meeting"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/year"
)

// pair is one line of what the invitation says.
type pair struct {
	name  ui.Words
	value string
}

// invitation is when, where and by whom, as far as it is on record.
func invitation(v year.Visit, c meeting.Conference) (lines []pair) {
	add := func(vietnamese, english, value string) {
		if value != "" {
			lines = append(lines, pair{ui.Words{Vietnamese: vietnamese, English: english}, value})
		}
	}
	add("Thời gian", "When", when(c))
	add("Địa điểm", "Where", c.Place)
	add("Đơn vị đăng cai", "Host", v.Unit(c.Host))
	add("Đơn vị tổ chức", "Convened by", cmp.Or(c.ConvenedBy, v.Unit(c.ConvenedByUnit)))
	add("Chủ trì", "Chair", c.Chair)
	add("Thư ký", "Secretary", c.Secretary)
	return lines
}

// when joins the hour and the day: "sáng thứ Bảy, 22/11/2014".
func when(c meeting.Conference) string {
	if c.Day.IsZero() {
		return c.TimeOfDay
	}
	return vi.UpperFirst(strings.TrimSpace(c.TimeOfDay+" "+c.Day.Weekday())) + ", " + c.Day.Short()
}

// attendance says who came, who was represented and who was absent.
func attendance(v year.Visit, a meeting.Attendance) (lines []string) {
	if n := a.Count(); n != nil {
		line := fmt.Sprintf("%d đơn vị có mặt", *n)
		if a.Establishment != nil {
			line = fmt.Sprintf("%d trên %d đơn vị có mặt", *n, *a.Establishment)
		}
		if len(a.Present) > 0 {
			line += ": " + vi.JoinAnd(names(v, a.Present))
		}
		lines = append(lines, line+".")
	}
	for _, p := range a.Proxies {
		lines = append(lines, fmt.Sprintf("%s ủy quyền: %s dự thay.", v.Unit(p.Unit), p.By))
	}
	for _, x := range a.Absent {
		line := v.Unit(x.Unit) + " vắng"
		if x.Left != "" {
			line = v.Unit(x.Unit) + " về trước, lúc " + x.Left
		}
		if x.Reason != "" {
			line += ": " + x.Reason
		}
		lines = append(lines, line+".")
	}
	return lines
}

func names(v year.Visit, ids []string) (all []string) {
	for _, id := range ids {
		all = append(all, v.Unit(id))
	}
	return all
}

// person joins what is known of somebody: "Đồng chí A, Giám đốc, Sở Nội vụ".
func person(parts ...string) string {
	var known []string
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, ", ")
}

// speaker is who spoke, and for whom unless the post says that already.
func speaker(v year.Visit, s meeting.Speech) string {
	body := s.Body
	if name := v.Unit(s.Unit); name != "" && !v.Named(s.Unit, s.Post) {
		body = name
	}
	return person(s.Name, s.Post, body)
}

// speech is what was said, as far as it is on record: "về nông thôn mới: …".
func speech(s meeting.Speech) string {
	var parts []string
	for _, p := range []string{s.About, s.Summary} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, ": ")
}

// minuted reports whether anything of how it went is on record.
func minuted(c meeting.Conference) bool {
	return c.Attendance.Count() != nil || len(c.Attendance.Absent) > 0 || len(c.Delegates) > 0 || len(c.Reports) > 0 || len(c.Speeches) > 0 || len(c.Conclusions) > 0
}

// allSample reports whether every item is made up: the agenda then says so once.
func allSample(items []meeting.AgendaItem) bool {
	for _, a := range items {
		if !a.Sample {
			return false
		}
	}
	return len(items) > 0
}
