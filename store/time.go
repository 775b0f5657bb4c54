package store

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// timeLayout has a fixed width, so that stored times compare as text.
const timeLayout = "2006-01-02T15:04:05.000000Z"

// Time is a moment in UTC with microsecond precision, stored as text of fixed
// width, so that both engines compare and sort it alike.
type Time struct{ time.Time }

// At cuts t to what the database keeps.
func At(t time.Time) Time { return Time{t.UTC().Truncate(time.Microsecond)} }

// String is the stored form.
func (t Time) String() string { return t.UTC().Format(timeLayout) }

// Value implements driver.Valuer.
func (t Time) Value() (driver.Value, error) { return t.String(), nil }

// Scan implements sql.Scanner.
func (t *Time) Scan(src any) error {
	s, ok := src.(string)
	if !ok {
		return fmt.Errorf("store: time from %T", src)
	}
	parsed, err := time.Parse(timeLayout, s)
	if err != nil {
		return fmt.Errorf("store: time: %w", err)
	}
	t.Time = parsed
	return nil
}
