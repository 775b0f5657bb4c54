package meeting

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"thidua/access"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// CallRoll records who is present, before the beginning or while the conference
// sits; each line that changed is an event with its hour. Refusals name the
// fields "roll.<unit>.how", ".name", ".document" and so on.
func CallRoll(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, marks []Mark) error {
	s, err := takeUp(ctx, tx, by, day, access.TakeMinutes, id)
	if err != nil {
		return err
	}
	if err := s.needs("điểm danh", Called, Running, Paused); err != nil {
		return err
	}
	roster, err := cluster.Roster(ctx, tx, s.season.Cluster, s.season.Label)
	if err != nil {
		return err
	}
	if err := s.checkMarks(marks, roster); err != nil {
		return err
	}
	if n := s.season.Members(len(roster)); n > 0 {
		s.Attendance.Establishment = &n
	}
	s.Attendance.PresentCount = nil
	return s.mark(ctx, tx, marks)
}

func (s *sitting) mark(ctx context.Context, tx *store.Tx, marks []Mark) error {
	for _, m := range marks {
		if m == s.Attendance.Of(m.Unit) {
			continue
		}
		s.Attendance = s.Attendance.With(m, Clock(tx.Now))
		if err := s.Conference.tell(ctx, tx, s.by, s.day, s.act, Event{Kind: RollCalled, Unit: m.Unit, Words: m.words()}); err != nil {
			return err
		}
	}
	return save(ctx, tx, s.Conference)
}

// checkMarks tidies the lines in place and refuses strangers, unknown words,
// and a proxy without a person and letter.
func (s *sitting) checkMarks(marks []Mark, roster []cluster.Member) error {
	var faults []error
	for i := range marks {
		m := &marks[i]
		at := "roll." + m.Unit + "."
		faults = append(faults, written(at+"name", &m.Name), written(at+"post", &m.Post), written(at+"document", &m.Document), written(at+"reason", &m.Reason))
		m.Name = strings.ReplaceAll(m.Name, ",", "")
		faults = append(faults, m.check(at, s.Stage, s.Attendance))
		if !slices.ContainsFunc(roster, func(x cluster.Member) bool { return x.Unit == m.Unit }) {
			faults = append(faults, refusal.Field(at+"how", "Đơn vị này không phải thành viên của cụm trong năm."))
		}
	}
	return errors.Join(faults...)
}

func (m *Mark) check(at string, stage Stage, before Attendance) error {
	switch {
	case m.How != "" && m.How.Label() == "":
		return refusal.Field(at+"how", "Không có cách điểm danh này.")
	case m.How == "" && before.Of(m.Unit).How != "":
		return refusal.Field(at+"how", "Đơn vị đã được điểm danh; chọn lại một trong các mục.")
	case m.How == Left && !before.Attended(m.Unit):
		return refusal.Field(at+"how", "Chỉ đơn vị đã có mặt mới ghi là về trước.")
	case m.How == Left && !stage.Live():
		return refusal.Field(at+"how", "Hội nghị chưa khai mạc thì không ghi là về trước; hãy ghi vắng.")
	case m.How == ByProxy && m.Name == "":
		return refusal.Field(at+"name", "Ủy quyền dự thì phải ghi họ tên người dự thay.")
	case m.How == ByProxy && m.Document == "":
		return refusal.Field(at+"document", "Ghi số, ngày giấy ủy quyền (hoặc giấy cử người dự).")
	}
	if m.How != ByProxy {
		m.Name, m.Post, m.Document = "", "", ""
	}
	if m.How != Absent && m.How != Left {
		m.Reason = ""
	}
	return nil
}

// Turnout is whether enough members are present by the rule the members signed,
// with its arithmetic.
func (c Conference) Turnout(rules season.Rules, members int) voting.Turnout {
	a := c.Attendance
	if a.Establishment == nil && members > 0 {
		a.Establishment = &members
	}
	if a.Count() == nil && len(a.Absent) > 0 {
		a.PresentCount = new(0)
	}
	return a.Quorum(rules.Ballot.Quorum)
}

// notCalled are the names of the members that the roll does not tell of.
func notCalled(a Attendance, roster []cluster.Member) (names []string) {
	for _, m := range roster {
		if a.Of(m.Unit).How == "" {
			names = append(names, m.Name)
		}
	}
	return names
}

// mayBegin refuses a conference whose roll is not called, or which is too few.
func (s sitting) mayBegin(ctx context.Context, tx *store.Tx) error {
	roster, err := cluster.Roster(ctx, tx, s.season.Cluster, s.season.Label)
	if err != nil {
		return err
	}
	if missing := notCalled(s.Attendance, roster); len(missing) > 0 {
		return refusal.New(refusal.Unsatisfied, fmt.Sprintf("Chưa điểm danh: %s.", vi.JoinAnd(missing)))
	}
	rules, err := season.RulesOf(ctx, tx, s.season.ID)
	if err != nil {
		return err
	}
	if t := s.Turnout(rules, s.season.Members(len(roster))); t.Known && !t.Met {
		return refusal.New(refusal.Unsatisfied, "Không đủ số thành viên để khai mạc: "+t.Words)
	}
	return nil
}
