package work

import (
	"strings"

	"thidua/refusal"
	"thidua/vi"
)

// Day is the field as a day; zero when nothing was typed, and a refusal by the
// field's name when it is none.
func (f Form) Day(name string) (vi.Day, error) {
	if strings.TrimSpace(f.Get(name)) == "" {
		return vi.Day{}, nil
	}
	day, err := vi.ParseDay(f.Get(name))
	if err != nil {
		return vi.Day{}, refusal.Field(name, err.Error())
	}
	return day, nil
}
