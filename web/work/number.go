package work

import (
	"strings"

	"thidua/exact"
	"thidua/refusal"
	"thidua/vi"
)

// Number is the field as a number, with a decimal comma; unknown when nothing
// was typed, and a refusal by the field's name when it is none.
func (f Form) Number(name string) (exact.Number, error) {
	if strings.TrimSpace(f.Get(name)) == "" {
		return exact.Number{}, nil
	}
	n, err := vi.ParseNumber(f.Get(name))
	if err != nil {
		return exact.Number{}, refusal.Field(name, err.Error())
	}
	return exact.Of(n), nil
}
