// Package refusal says why an act was not done: one of six kinds, with a
// sentence in Vietnamese that the person at the desk can act upon.
package refusal

import "errors"

// Kind is the reason's class; the edge maps it to an HTTP status or exit code
// in one place.
type Kind string

// The kinds of refusal. Anything else that goes wrong is a fault of ours.
const (
	NotFound    Kind = "not_found"   // nothing of that name is visible to the asker
	NotAllowed  Kind = "not_allowed" // role, scope or separation of duties forbids it
	Invalid     Kind = "invalid"     // a value is wrong; Field says which
	Conflict    Kind = "conflict"    // someone else changed it, or it exists already
	Closed      Kind = "closed"      // the phase is over, or has not begun
	Unsatisfied Kind = "unsatisfied" // a condition of the rules is not met (quorum, quota)
)

// Error is a refusal. Sentence is complete Vietnamese, safe to show as it is.
type Error struct {
	Kind     Kind
	Field    string // the field at fault, as the form or file names it; may be empty
	Rule     string // the rule that forbids it, by its name in package access; may be empty
	Sentence string
}

func (e *Error) Error() string { return e.Sentence }

// New refuses without naming a field.
func New(kind Kind, sentence string) *Error { return &Error{Kind: kind, Sentence: sentence} }

// Field refuses because of one field's value.
func Field(field, sentence string) *Error {
	return &Error{Kind: Invalid, Field: field, Sentence: sentence}
}

// By refuses because a rule of package access forbids it; the rule's page
// explains it.
func By(rule, sentence string) *Error {
	return &Error{Kind: NotAllowed, Rule: rule, Sentence: sentence}
}

// Of returns the refusal inside err, or nil when err is a fault of ours.
func Of(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return nil
}

// Is reports whether err is a refusal of that kind.
func Is(err error, kind Kind) bool {
	e := Of(err)
	return e != nil && e.Kind == kind
}

// All returns every refusal inside err, those of joined errors included; nil
// when err is a fault of ours.
func All(err error) []*Error {
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all []*Error
		for _, e := range joined.Unwrap() {
			one := All(e)
			if one == nil {
				return nil
			}
			all = append(all, one...)
		}
		return all
	}
	if e := Of(err); e != nil {
		return []*Error{e}
	}
	return nil
}

// Under puts refusals of one thing's fields under the thing: a refusal of "name"
// under "p.7" is one of "p.7.name". A fault of ours stays as it is.
func Under(prefix string, err error) error {
	all := All(err)
	if all == nil {
		return err
	}
	var under []error
	for _, e := range all {
		moved := *e
		moved.Field = prefix + "." + e.Field
		under = append(under, &moved)
	}
	return errors.Join(under...)
}
