package meeting

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// sitting is a conference taken up for an act: its record, its year, and who
// acts on which day.
type sitting struct {
	Conference
	season season.Season
	by     access.Actor
	day    vi.Day
	act    access.Act
}

// takeUp reads the conference and its year by the conference's own id, and
// refuses whoever may not do the act there.
func takeUp(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, act access.Act, id string) (s sitting, err error) {
	s = sitting{by: by, day: day, act: act}
	if s.Conference, err = ByID(ctx, tx, id); err != nil {
		return s, err
	}
	if s.season, err = season.ByID(ctx, tx, s.Season); err != nil {
		return s, err
	}
	if err = season.Permit(by, act, by.Unit, s.season); err != nil {
		return s, err
	}
	if act == access.TakeMinutes && !s.MayWrite(by) {
		rule, _ := access.Of(act)
		return s, refusal.By(string(act), rule.Says)
	}
	return s, nil
}

// MayWrite reports whether the person writes this conference down: its own
// secretary, or whoever may hold it.
func (c Conference) MayWrite(by access.Actor) bool {
	return !by.Desk() || by.Person == c.SecretaryPerson || access.Check(by, access.HoldConference, "") == nil
}

// tell keeps an event and the record as it stands after it.
func (s *sitting) tell(ctx context.Context, tx *store.Tx, e Event) error {
	if err := s.Conference.tell(ctx, tx, s.by, s.day, s.act, e); err != nil {
		return err
	}
	return save(ctx, tx, s.Conference)
}

// needs refuses unless the conference stands at one of the stages. what names
// the act in the refusal's sentence: "điểm danh".
func (c Conference) needs(what string, stages ...Stage) error {
	for _, s := range stages {
		if c.Stage == s {
			return nil
		}
	}
	return refusal.New(refusal.Closed, fmt.Sprintf("Hội nghị đang ở bước “%s”, không %s được.", c.Stage.Label(), what))
}
