package refusal

import (
	"errors"

	"thidua/vi"
)

// Text is something people wrote, by the name the form or file gives its field.
type Text struct {
	Field string
	Value *string
}

// Texts puts each text into the form in which it is kept, one clean line, or
// refuses every one that cannot have been meant (see vi.ValidText), each by its
// field. What it refuses stays as it was written.
func Texts(texts ...Text) error {
	var refused []error
	for _, t := range texts {
		if err := vi.ValidText(*t.Value); err != nil {
			refused = append(refused, Field(t.Field, err.Error()))
			continue
		}
		*t.Value = vi.Clean(*t.Value)
	}
	return errors.Join(refused...)
}
