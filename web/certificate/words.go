package certificate

import (
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"thidua/award"
	"thidua/certificate"
	"thidua/web/ui"
	"thidua/web/work"
)

// ground is the box "print the picture too" as typed, else as on record.
func ground(f work.Form, b certificate.Blank) string {
	if f.Posted() {
		return f.Get("ground")
	}
	if b.Ground {
		return "co"
	}
	return ""
}

// on is a field's box as typed, else as on record.
func on(f work.Form, s certificate.Spot) bool {
	if f.Posted() {
		return f.Has(string(s.Field) + ".on")
	}
	return s.On
}

func ticked(f work.Form, place int) bool {
	return slices.Contains(f.All("places"), strconv.Itoa(place))
}

// wrong marks a cell whose value was refused.
func wrong(f work.Form, name string) templ.Attributes {
	if f.Err(name) == "" {
		return nil
	}
	return templ.Attributes{"aria-invalid": "true", "aria-describedby": ui.FieldID(name) + "-e"}
}

// printed is one printing in few words: "đã in 05/02/2026, phôi số 105, hỏng".
func printed(p certificate.Print) string {
	words := "đã in " + p.Day.Short()
	if p.Sheet > 0 {
		words += ", phôi số " + strconv.Itoa(p.Sheet)
	}
	if p.Spoiled {
		words += ", hỏng"
	}
	return words + why(p)
}

func why(p certificate.Print) string {
	if p.Reason == "" {
		return ""
	}
	return ", in lại: " + p.Reason
}

// proofOptions are the blanks on which the decision's first certificate can be
// tried.
func (o order) proofOptions() []ui.Option {
	return o.blankOptions()[1:]
}

func stateTone(s award.State) ui.Tone {
	switch s {
	case award.Revoked:
		return ui.Late
	case award.Amended:
		return ui.Due
	}
	return ui.Done
}
