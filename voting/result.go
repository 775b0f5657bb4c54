package voting

import (
	"fmt"
	"strings"

	"thidua/exact"
)

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

func (v Vote) optionWords(r OptionResult, base *int) string {
	if r.For == nil {
		return ""
	}
	words := fmt.Sprintf("%d %s đồng ý", *r.For, v.noun())
	if !r.Percent.Known() {
		return words + "; không đủ số liệu để tính tỷ lệ."
	}
	words += fmt.Sprintf(" trên tổng số %d %s, bằng %s", *base, v.Denominator.Label(), PercentWords(r.Percent.Quo(exact.Int(100))))
	if r.Reached == nil {
		return words + "; tỷ lệ phải đạt không được nêu."
	}
	return fmt.Sprintf("%s; cần %s, tức ít nhất %d %s: %s.", words, v.mark(), r.Needed, v.noun(), verdict(*r.Reached))
}

// noun is what is counted: ballots, or the voices of an open vote.
func (v Vote) noun() string {
	if v.Method == Paper || v.Method == Electronic {
		return "phiếu"
	}
	return "ý kiến"
}

func (v Vote) mark() string {
	if v.Strict {
		return "trên " + ShareWords(v.Threshold)
	}
	return "từ " + ShareWords(v.Threshold) + " trở lên"
}

func verdict(passed bool) string {
	if passed {
		return "đạt"
	}
	return "không đạt"
}

func (v Vote) words(r Result) string {
	var sentences []string
	for _, o := range r.Options {
		switch {
		case o.Words == "":
		case len(r.Options) > 1:
			sentences = append(sentences, o.Label+": "+o.Words)
		default:
			sentences = append(sentences, o.Words)
		}
	}
	if s := v.agreement(); s != "" {
		sentences = append(sentences, s)
	}
	if len(sentences) == 0 && r.Passed != nil {
		sentences = append(sentences, "Nguồn chỉ nêu kết quả "+map[bool]string{true: "được thông qua", false: "không được thông qua"}[*r.Passed]+", không nêu số phiếu.")
	}
	return strings.Join(append(sentences, v.seatWords(r.Options)...), " ")
}

// agreement says in words that all agreed, or that somebody did not.
func (v Vote) agreement() string {
	switch {
	case v.Objections != "":
		return "Có ý kiến không nhất trí: " + strings.TrimSuffix(v.Objections, ".") + "."
	case v.Method == Consensus && (v.Unanimous || v.Stated != nil && *v.Stated):
		return "Các thành viên thảo luận, thống nhất; nguồn không nêu ý kiến không nhất trí."
	case v.Unanimous:
		return "Các thành viên nhất trí."
	}
	return ""
}
