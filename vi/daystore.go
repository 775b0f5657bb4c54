package vi

import (
	"database/sql/driver"
	"fmt"
)

// MarshalText writes a day into JSON and YAML as String does.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what ParseDay reads; nothing written is the zero Day.
func (d *Day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Day{}
		return nil
	}
	day, err := ParseDay(string(text))
	if err == nil {
		*d = day
	}
	return err
}

// Value stores a day as text that sorts by time, "" for the zero Day.
func (d Day) Value() (driver.Value, error) { return d.String(), nil }

// Scan reads a stored day; NULL and "" are the zero Day.
func (d *Day) Scan(stored any) error {
	switch v := stored.(type) {
	case nil:
		*d = Day{}
		return nil
	case string:
		return d.UnmarshalText([]byte(v))
	case []byte:
		return d.UnmarshalText(v)
	}
	return fmt.Errorf("vi: a stored day is text, not %T", stored)
}
