package voting

import "thidua/exact"

// Result is what a vote came to, as far as the reported numbers go.
type Result struct {
	Turnout    Turnout
	Base       *int           // the number shares are taken of; nil = not known
	Options    []OptionResult // in the order of the ballot
	Passed     *bool          // nil when neither the numbers nor the source tell
	FromCounts bool           // Passed follows from the numbers; else only from what the source says
	Words      string         // the whole arithmetic in Vietnamese sentences
}

// OptionResult is what one option came to.
type OptionResult struct {
	Label     string
	Candidate string       // unit id; may be empty
	For       *int         // nil = not reported
	Needed    int          // the smallest number of votes that passes; 0 = cannot be told
	Percent   exact.Number // For in percent of the base, exact; unknown when either is
	Reached   *bool        // whether the votes reach the threshold; nil = cannot be told
	Passed    *bool        // reached, and within the seats; or as the source says
	Words     string       // the arithmetic as one Vietnamese sentence
}

// Needed is the smallest number of votes out of base that passes: share of it
// or more, or above share when strict. It is at least 1, and 0 when share is
// unknown.
func Needed(base int, share exact.Number, strict bool) int {
	if !share.Known() {
		return 0
	}
	mark := share.Mul(exact.Int(int64(base)))
	if strict {
		return max(1, int(mark.Floor())+1)
	}
	return max(1, int(mark.Ceil()))
}

// Result computes the outcome. Where a number is missing it gives no verdict
// of its own and only repeats what the source says.
func (v Vote) Result() Result {
	v = v.counted()
	r := Result{Turnout: Quorum(v.Present, v.Establishment, v.Quorum), Base: v.base()}
	for _, o := range v.Options {
		r.Options = append(r.Options, v.option(o, r.Base))
	}
	v.seat(r.Options)
	r.conclude(v)
	r.Words = v.words(r)
	return r
}

func (v Vote) option(o Option, base *int) OptionResult {
	r := OptionResult{Label: o.Label, Candidate: o.Candidate, For: o.For}
	if base != nil && *base > 0 {
		r.Needed = Needed(*base, v.Threshold, v.Strict)
		if o.For != nil {
			r.Percent = exact.Ratio(int64(*o.For)*100, int64(*base))
		}
	}
	if r.Needed > 0 && o.For != nil {
		r.Reached = new(*o.For >= r.Needed)
		r.Passed = new(*r.Reached)
	}
	r.Words = v.optionWords(r, base)
	return r
}

// conclude settles the vote: it passed when an option passed by the numbers;
// else the source's word, or a consensus without objection, stands.
func (r *Result) conclude(v Vote) {
	if passed := anyPassed(r.Options); passed != nil {
		r.Passed, r.FromCounts = passed, true
		return
	}
	r.Passed = v.said()
	if r.Passed == nil || v.anyCount() && len(r.Options) > 1 && !v.Unanimous {
		return // it is not told which of the options passed
	}
	for i := range r.Options {
		r.Options[i].Passed = new(*r.Passed)
	}
}

// anyPassed is true when one option passed, false when all failed, nil when
// the numbers leave it open.
func anyPassed(options []OptionResult) *bool {
	known := len(options) > 0
	for _, o := range options {
		if o.Passed == nil {
			known = false
		} else if *o.Passed {
			return new(true)
		}
	}
	if known {
		return new(false)
	}
	return nil
}

// said is the outcome without arithmetic: as stated, or as agreement and
// objection imply.
func (v Vote) said() *bool {
	switch {
	case v.Stated != nil:
		return v.Stated
	case v.Unanimous:
		return new(true)
	case v.Method == Consensus && v.Objections != "":
		return new(false)
	}
	return nil
}

func (v Vote) anyCount() bool {
	for _, o := range v.Options {
		if o.For != nil {
			return true
		}
	}
	return false
}
