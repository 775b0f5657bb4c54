package meeting

import (
	"errors"
	"fmt"

	"thidua/refusal"
)

// Check refuses, all at once, what is wrong with the conference by itself;
// units are compared with the members on record by Call and Hold.
func Check(c Conference) error {
	var faults []error
	add := func(field, format string, args ...any) {
		faults = append(faults, refusal.Field(field, fmt.Sprintf(format, args...)))
	}
	checkKinds(c, add)
	checkLists(c, add)
	checkRoll(c.Attendance, add)
	checkFigures(c.Attendance, add)
	return errors.Join(faults...)
}

type report func(field, format string, args ...any)

func checkKinds(c Conference, add report) {
	if c.Kind.Label() == "" {
		add("kind", "Không có loại hội nghị tên “%s”.", c.Kind)
	}
	seen := map[Kind]bool{c.Kind: true}
	for i, k := range c.Also {
		switch {
		case k.Label() == "":
			add(fmt.Sprintf("also[%d]", i), "Không có loại hội nghị tên “%s”.", k)
		case seen[k]:
			add(fmt.Sprintf("also[%d]", i), "Loại hội nghị “%s” được ghi hai lần.", k.Label())
		}
		seen[k] = true
	}
}

// checkLists refuses lines that say nothing: a paper would print them as gaps.
func checkLists(c Conference, add report) {
	for i, item := range c.Agenda {
		if item.Content == "" {
			add(fmt.Sprintf("agenda[%d].content", i), "Mục %d của chương trình chưa có nội dung.", i+1)
		}
	}
	for i, d := range c.Delegates {
		if d.Name == "" && d.Post == "" && d.Body == "" {
			add(fmt.Sprintf("delegates[%d]", i), "Đại biểu thứ %d chưa có họ tên, chức vụ hoặc cơ quan.", i+1)
		}
	}
	for i, s := range c.Speeches {
		if s.Name == "" && s.Post == "" && s.Unit == "" && s.Body == "" {
			add(fmt.Sprintf("speeches[%d]", i), "Ý kiến phát biểu thứ %d chưa ghi ai phát biểu.", i+1)
		}
	}
}

func checkRoll(a Attendance, add report) {
	seen := map[string]bool{}
	for _, n := range a.units() {
		if seen[n.unit] {
			add("attendance."+n.field, "Một đơn vị được điểm danh hai lần.")
		}
		seen[n.unit] = true
	}
	for i, p := range a.Proxies {
		if p.By == "" {
			add(fmt.Sprintf("attendance.proxies[%d].by", i), "Ủy quyền dự thì phải ghi ai dự thay.")
		}
	}
}

func checkFigures(a Attendance, add report) {
	if a.Establishment != nil && *a.Establishment <= 0 {
		add("attendance.establishment", "Tổng số thành viên phải lớn hơn 0.")
		return
	}
	present := a.Count()
	switch {
	case present == nil:
		return
	case *present < 0:
		add("attendance.present_count", "Số thành viên có mặt không thể âm.")
	case a.PresentCount != nil && *a.PresentCount != *present:
		add("attendance.present_count", "Ghi %d thành viên có mặt nhưng điểm danh được %d.", *a.PresentCount, *present)
	case a.Establishment != nil && *present > *a.Establishment:
		add("attendance.present", "%d thành viên có mặt, nhiều hơn tổng số %d.", *present, *a.Establishment)
	case a.Establishment != nil && *present+len(a.Absent) > *a.Establishment:
		add("attendance.absent", "%d có mặt và %d vắng, nhiều hơn tổng số %d thành viên.", *present, len(a.Absent), *a.Establishment)
	}
}
