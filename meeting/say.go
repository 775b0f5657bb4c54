package meeting

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// longest bounds one text written down in a conference, in letters.
const longest = 5000

// written tidies a text that somebody wrote at the desk, or refuses it by its
// field.
func written(field string, s *string) error {
	if err := refusal.Texts(refusal.Text{Field: field, Value: s}); err != nil {
		return err
	}
	if len([]rune(*s)) > longest {
		return refusal.Field(field, fmt.Sprintf("Dài quá %s chữ cái; hãy ghi tóm tắt hoặc tách làm hai.", vi.FormatInt(longest)))
	}
	return nil
}

// Speak writes down what somebody said. A member unit that is absent has not
// spoken.
func Speak(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, sp Speech) error {
	s, err := takeUp(ctx, tx, by, day, access.TakeMinutes, id)
	if err != nil {
		return err
	}
	if err := s.needs("ghi ý kiến", Running, Paused, Ended); err != nil {
		return err
	}
	if err := sp.tidy(); err != nil {
		return err
	}
	if err := s.checkSpeaker(ctx, tx, sp); err != nil {
		return err
	}
	sp.Item = s.Current()
	s.Speeches = append(s.Speeches, sp)
	return s.tell(ctx, tx, Event{Kind: Spoke, Unit: sp.Unit, Item: sp.Item, Words: joined(sp.Name, sp.Post, sp.Body) + ": " + joined(sp.About, sp.Summary)})
}

func (sp *Speech) tidy() error {
	var faults []error
	for field, text := range map[string]*string{"name": &sp.Name, "post": &sp.Post, "body": &sp.Body, "about": &sp.About, "summary": &sp.Summary} {
		faults = append(faults, written(field, text))
	}
	switch {
	case sp.Name == "" && sp.Post == "":
		faults = append(faults, refusal.Field("name", "Ghi họ tên hoặc chức vụ người phát biểu."))
	case sp.Unit == "" && sp.Body == "":
		faults = append(faults, refusal.Field("unit", "Chọn đơn vị, hoặc ghi cơ quan của người phát biểu."))
	case sp.Summary == "":
		faults = append(faults, refusal.Field("summary", "Ghi tóm tắt ý kiến."))
	}
	return errors.Join(faults...)
}

func (s sitting) checkSpeaker(ctx context.Context, tx *store.Tx, sp Speech) error {
	if sp.Unit == "" {
		return nil
	}
	c := s.Conference
	c.Speeches = []Speech{sp}
	if err := checkUnits(ctx, tx, s.season, c); err != nil {
		return refusal.Field("unit", "Đơn vị này không có trong danh mục.")
	}
	if how := s.Attendance.Of(sp.Unit).How; how == Absent {
		return refusal.Field("unit", "Đơn vị này vắng, không phát biểu được.")
	}
	return nil
}

// HearReport writes down a report that was read out.
func HearReport(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, report string) error {
	return writeDown(ctx, tx, by, day, id, "report", report, Reported, func(c *Conference, text string) { c.Reports = append(c.Reports, text) })
}

// Conclude writes down what the chair concluded.
func Conclude(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, conclusion string) error {
	return writeDown(ctx, tx, by, day, id, "conclusion", conclusion, Concluded, func(c *Conference, text string) { c.Conclusions = append(c.Conclusions, text) })
}

func writeDown(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id, field, text string, kind EventKind, keep func(*Conference, string)) error {
	s, err := takeUp(ctx, tx, by, day, access.TakeMinutes, id)
	if err != nil {
		return err
	}
	if err := s.needs("ghi diễn biến", Running, Paused, Ended); err != nil {
		return err
	}
	if err := written(field, &text); err != nil {
		return err
	}
	if text == "" {
		return refusal.Field(field, "Chưa ghi nội dung.")
	}
	keep(&s.Conference, text)
	return s.tell(ctx, tx, Event{Kind: kind, Item: s.Current(), Words: text})
}

// joined puts the parts that say something together by commas.
func joined(parts ...string) (all string) {
	for _, p := range parts {
		if p != "" && all != "" {
			all += ", "
		}
		all += p
	}
	return all
}
