package voting

// base returns the number that the rule's share is taken of; nil when no rule
// was stated or the number was not reported.
func (v Vote) base() *int {
	switch v.Denominator {
	case OfEstablishment:
		return v.Establishment
	case OfPresent:
		return v.Present
	case OfIssued:
		return v.Issued
	case OfReturned:
		return v.Returned
	case OfValid:
		return v.Valid
	}
	return nil
}

// voters is how many could vote: those present and those absent who wrote; the
// whole establishment when nobody counted who was present; nil when unknown.
func (v Vote) voters() *int {
	if v.Present == nil {
		return v.Establishment
	}
	n := *v.Present
	if v.AbsentInWriting != nil {
		n += *v.AbsentInWriting
	}
	return &n
}

// counted fills an open vote's missing counts from its roll call.
func (v Vote) counted() Vote {
	if len(v.Roll) == 0 {
		return v
	}
	options := append([]Option(nil), v.Options...)
	for i := range options {
		o := &options[i]
		fill(&o.For, v.called(o.Label, ForIt))
		fill(&o.Against, v.called(o.Label, AgainstIt))
		fill(&o.Blank, v.called(o.Label, Abstained))
	}
	v.Options = options
	return v
}

func fill(count **int, n int) {
	if *count == nil {
		*count = &n
	}
}

// called counts the roll's lines with that choice for the option.
func (v Vote) called(label string, c Choice) (n int) {
	for _, b := range v.Roll {
		if b.Choice == c && v.optionOf(b) == label {
			n++
		}
	}
	return n
}

// optionOf is the option a line of the roll speaks of: the only one, when the
// line does not say.
func (v Vote) optionOf(b Ballot) string {
	if b.Option == "" && len(v.Options) == 1 {
		return v.Options[0].Label
	}
	return b.Option
}
