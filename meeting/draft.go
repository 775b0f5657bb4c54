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

// DraftMinutes begins the minutes of a conference that has ended, with what the
// record of it gives.
func DraftMinutes(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, sections []Section) error {
	s, err := takeUp(ctx, tx, by, day, access.TakeMinutes, id)
	if err != nil {
		return err
	}
	t, err := s.Stage.after(Draft)
	if err != nil {
		return err
	}
	if sections, err = tidied(sections); err != nil {
		return err
	}
	if err := keepMinutes(ctx, tx, Minutes{Conference: s.ID, Number: 1, Sections: sections}); err != nil {
		return err
	}
	s.Stage = t.To
	return s.tell(ctx, tx, Event{Kind: EventKind(Draft)})
}

// EditMinutes rewrites the draft. version is the one the writer read: when
// somebody wrote meanwhile, the second is told and nothing is lost.
func EditMinutes(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, version int, sections []Section) error {
	s, err := takeUp(ctx, tx, by, day, access.TakeMinutes, id)
	if err != nil {
		return err
	}
	if err := s.needs("sửa dự thảo biên bản", Drafted); err != nil {
		return err
	}
	m, err := newest(ctx, tx, id)
	if err != nil {
		return err
	}
	if m.Version != version {
		return refusal.New(refusal.Conflict, "Trong lúc đồng chí sửa, người khác đã lưu dự thảo. Bản của đồng chí còn trong ô; hãy so với bản đã lưu ở dưới rồi lưu lại.")
	}
	if m.Sections, err = tidied(sections); err != nil {
		return err
	}
	if err := keepMinutes(ctx, tx, m); err != nil {
		return err
	}
	return s.tell(ctx, tx, Event{Kind: Edited})
}

// tidied cleans the sections' texts and leaves out empty lines.
func tidied(sections []Section) ([]Section, error) {
	var faults []error
	all := make([]Section, len(sections))
	for i, s := range sections {
		field := fmt.Sprintf("sections[%d]", i)
		faults = append(faults, written(field, &s.Title))
		lines := s.Lines
		s.Lines = nil
		for _, line := range lines {
			if err := written(field, &line); err != nil {
				faults = append(faults, err)
			} else if line != "" {
				s.Lines = append(s.Lines, line)
			}
		}
		all[i] = s
	}
	return all, errors.Join(faults...)
}

// CirculateMinutes lays the draft before the units that were present. From here
// on it changes only by their amendments.
func CirculateMinutes(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string) error {
	s, err := takeUp(ctx, tx, by, day, access.TakeMinutes, id)
	if err != nil {
		return err
	}
	t, err := s.Stage.after(Circulate)
	if err != nil {
		return err
	}
	m, err := newest(ctx, tx, id)
	if err != nil {
		return err
	}
	if m.Empty() {
		return refusal.New(refusal.Unsatisfied, "Dự thảo biên bản chưa có nội dung nào.")
	}
	s.Stage = t.To
	return s.tell(ctx, tx, Event{Kind: EventKind(Circulate)})
}
