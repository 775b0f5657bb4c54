package exemplar

import (
	"context"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// text is a field that people write, by the name the form or file gives it.
type text struct {
	field string
	value *string
}

// cleanTexts puts each text into its stored form, or refuses the first that
// cannot have been meant.
func cleanTexts(texts ...text) error {
	for _, t := range texts {
		if err := vi.ValidText(*t.value); err != nil {
			return refusal.Field(t.field, err.Error())
		}
		*t.value = vi.Clean(*t.value)
	}
	return nil
}

func record(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, detail any) error {
	return journal.Append(ctx, tx, journal.Entry{Day: day, Actor: by.Name, Role: string(by.Role), Act: string(access.RecordExemplar), Object: "exemplar:" + id}, detail)
}
