package meeting_test

import (
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/meeting"
	"thidua/refusal"
)

func TestConference_isNamedByItsKindsUnlessItHasAName(t *testing.T) {
	for name, c := range map[string]struct {
		conference meeting.Conference
		want       string
	}{
		"its own title":       {meeting.Conference{Kind: meeting.Briefing, Title: "Hội nghị giao ban Cụm đường 7"}, "Hội nghị giao ban Cụm đường 7"},
		"one kind":            {meeting.Conference{Kind: meeting.Interim}, "Hội nghị sơ kết"},
		"a review and pledge": {meeting.Conference{Kind: meeting.Closing, Also: []meeting.Kind{meeting.Signing}}, "Hội nghị tổng kết và ký kết giao ước thi đua"},
		"a council":           {meeting.Conference{Kind: meeting.Council}, "Họp Hội đồng Thi đua - Khen thưởng"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := c.conference.Name(); got != c.want {
				t.Fatalf("got %q", got)
			}
		})
	}
}

func TestCheck_refusesARecordThatContradictsItself(t *testing.T) {
	for name, c := range map[string]struct {
		bend            func(*meeting.Conference)
		field, sentence string
	}{
		"an unknown kind":           {func(c *meeting.Conference) { c.Kind = "party" }, "kind", "Không có loại hội nghị tên “party”."},
		"an unknown second kind":    {func(c *meeting.Conference) { c.Also = []meeting.Kind{"party"} }, "also[0]", "Không có loại hội nghị tên “party”."},
		"the same kind twice":       {func(c *meeting.Conference) { c.Also = []meeting.Kind{meeting.Briefing} }, "also[0]", "Loại hội nghị “giao ban” được ghi hai lần."},
		"an empty agenda line":      {func(c *meeting.Conference) { c.Agenda = []meeting.AgendaItem{{Time: "08 giờ 00"}} }, "agenda[0].content", "Mục 1 của chương trình chưa có nội dung."},
		"a delegate without a name": {func(c *meeting.Conference) { c.Delegates = []meeting.Delegate{{Role: "dự"}} }, "delegates[0]", "Đại biểu thứ 1 chưa có họ tên, chức vụ hoặc cơ quan."},
		"a speech by nobody":        {func(c *meeting.Conference) { c.Speeches = []meeting.Speech{{Summary: "…"}} }, "speeches[0]", "Ý kiến phát biểu thứ 1 chưa ghi ai phát biểu."},
		"a unit on the roll twice": {func(c *meeting.Conference) {
			c.Attendance = meeting.Attendance{Present: []string{"a"}, Absent: []meeting.Absence{{Unit: "a"}}}
		}, "attendance.absent", "Một đơn vị được điểm danh hai lần."},
		"a proxy without a person": {func(c *meeting.Conference) {
			c.Attendance.Proxies = []meeting.Proxy{{Unit: "a"}}
		}, "attendance.proxies[0].by", "Ủy quyền dự thì phải ghi ai dự thay."},
		"an establishment of nobody": {func(c *meeting.Conference) { c.Attendance.Establishment = new(0) }, "attendance.establishment", "Tổng số thành viên phải lớn hơn 0."},
		"a negative number present":  {func(c *meeting.Conference) { c.Attendance.PresentCount = new(-1) }, "attendance.present_count", "Số thành viên có mặt không thể âm."},
		"a number against the roll": {func(c *meeting.Conference) {
			c.Attendance = meeting.Attendance{Present: []string{"a", "b"}, PresentCount: new(3)}
		}, "attendance.present_count", "Ghi 3 thành viên có mặt nhưng điểm danh được 2."},
		"more present than members": {func(c *meeting.Conference) {
			c.Attendance = meeting.Attendance{Establishment: new(5), PresentCount: new(6)}
		}, "attendance.present", "6 thành viên có mặt, nhiều hơn tổng số 5."},
		"more on the roll than members": {func(c *meeting.Conference) {
			c.Attendance = meeting.Attendance{Establishment: new(5), PresentCount: new(5), Absent: []meeting.Absence{{Unit: "f"}}}
		}, "attendance.absent", "5 có mặt và 1 vắng, nhiều hơn tổng số 5 thành viên."},
	} {
		t.Run(name, func(t *testing.T) {
			conference := meeting.Conference{Kind: meeting.Briefing}
			c.bend(&conference)
			faults := refusal.All(meeting.Check(conference))
			if len(faults) != 1 || faults[0].Field != c.field || faults[0].Sentence != c.sentence {
				t.Fatalf("got %v", meeting.Check(conference))
			}
		})
	}
}

func TestCheck_takesAConferenceOfWhichLittleIsKnown(t *testing.T) {
	if err := meeting.Check(meeting.Conference{Kind: meeting.Closing}); err != nil {
		t.Fatal(err)
	}
}

func TestAttendance_countsProxiesAmongThosePresent(t *testing.T) {
	a := meeting.Attendance{Establishment: new(5), Present: []string{"a", "b", "c"}, Proxies: []meeting.Proxy{{Unit: "d", By: "Phó Chủ tịch"}}}
	turnout := a.Quorum(exact.Ratio(4, 5))
	if *a.Count() != 4 || !turnout.Met || turnout.Words != "4 trên tổng số 5 thành viên có mặt, bằng 80,00 %; cần từ 80 % trở lên, tức ít nhất 4: đủ số thành viên." {
		t.Fatalf("%d present: %+v", *a.Count(), turnout)
	}
}

func TestAttendance_leavesTheQuorumOpenWithoutFigures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := meeting.Attendance{PresentCount: new(rapid.IntRange(0, 9).Draw(t, "present"))}
		if got := a.Quorum(exact.Ratio(2, 3)); got.Known || got.Met || got.Words != "" {
			t.Fatalf("%+v", got)
		}
	})
}
