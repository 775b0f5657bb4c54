package meeting

import (
	"context"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Call puts a conference on record before it is held: what the invitation and
// the agenda say. It returns the conference's id.
func Call(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, c Conference) (string, error) {
	c.Held, c.Stage = false, Called
	return record(ctx, tx, by, day, c)
}

// Hold records a conference that has been held, whole and at once: who came,
// who spoke, what was concluded. With the ID of a conference that was called it
// completes that record; a conference already held is not rewritten.
func Hold(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, c Conference) (string, error) {
	c.Held, c.Stage = true, Ended
	return record(ctx, tx, by, day, c)
}

func record(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, c Conference) (string, error) {
	s, err := season.ByID(ctx, tx, c.Season)
	if err != nil {
		return "", err
	}
	if err := season.Permit(by, access.HoldConference, "", s); err != nil {
		return "", err
	}
	if c, err = c.cleaned(); err != nil {
		return "", err
	}
	if err := Check(c); err != nil {
		return "", err
	}
	if err := checkState(ctx, tx, s, c); err != nil {
		return "", err
	}
	if err := c.checkPeople(ctx, tx, s, day); err != nil {
		return "", err
	}
	if c.ID == "" {
		c.ID = store.NewID()
	}
	if err := save(ctx, tx, c); err != nil {
		return "", err
	}
	return c.ID, journal.Record(ctx, tx, by, day, access.HoldConference, "conference:"+c.ID, c)
}

// checkState compares the conference with the year: it must still be open, the
// record not yet closed, and the units those of the year.
func checkState(ctx context.Context, tx *store.Tx, s season.Season, c Conference) error {
	if err := s.NotClosed("hội nghị"); err != nil {
		return err
	}
	if c.ID != "" {
		if err := checkCalled(ctx, tx, c); err != nil {
			return err
		}
	}
	return checkUnits(ctx, tx, s, c)
}

func checkCalled(ctx context.Context, tx *store.Tx, c Conference) error {
	called, err := ByID(ctx, tx, c.ID)
	switch {
	case err != nil:
		return err
	case called.Season != c.Season:
		return refusal.New(refusal.NotFound, "Không có hội nghị này.")
	case called.Held:
		return refusal.New(refusal.Conflict, "Hội nghị này đã được ghi là đã họp.")
	case called.Stage != Called:
		return refusal.New(refusal.Closed, "Hội nghị đã khai mạc; diễn biến được ghi ở trang điều hành.")
	}
	return nil
}
