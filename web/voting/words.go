// Package voting sets a vote as readers may check it: the question, the counts
// as reported, and the arithmetic in words.
package voting

import (
	"fmt"
	"strings"

	"thidua/voting"
	"thidua/web/ui"
	"thidua/web/year"
)

// outcome is the result in one tag; both are empty when nothing tells it.
func outcome(r voting.Result) (ui.Tone, string) {
	switch {
	case r.Passed == nil:
		return ui.Plain, ""
	case *r.Passed:
		return ui.Done, "được thông qua"
	}
	return ui.Late, "không được thông qua"
}

// how is the method, the body, the round and the counts in one line.
func how(v voting.Vote) string {
	words := v.Method.Label()
	if v.Body == voting.Council {
		words += " trong Hội đồng Thi đua - Khen thưởng"
	}
	if v.Round > 1 {
		words += fmt.Sprintf(", vòng %d", v.Round)
	}
	if numbers := counts(v); numbers != "" {
		words += ": " + numbers
	}
	return words
}

// counts lists the numbers the source gives, in the order of a tally: "phát ra
// 5, thu về 5, hợp lệ 5".
func counts(v voting.Vote) string {
	var parts []string
	for _, c := range []struct {
		n     *int
		words string
	}{
		{v.Establishment, "tổng số thành viên %d"}, {v.Present, "có mặt %d"}, {v.AbsentInWriting, "vắng gửi ý kiến bằng văn bản %d"},
		{v.Issued, "phiếu phát ra %d"}, {v.Returned, "thu về %d"}, {v.Valid, "hợp lệ %d"}, {v.Invalid, "không hợp lệ %d"},
	} {
		if c.n != nil {
			parts = append(parts, fmt.Sprintf(c.words, *c.n))
		}
	}
	return strings.Join(parts, " · ")
}

// hasNumbers reports whether the options have counts worth a table.
func hasNumbers(v voting.Vote) bool {
	for _, o := range v.Options {
		if o.For != nil || o.Against != nil || o.Blank != nil {
			return true
		}
	}
	return false
}

// number prints a count; a dash where nobody reported one.
func number(n *int) string {
	if n == nil {
		return "–"
	}
	return fmt.Sprint(*n)
}

// choice is a voice of the roll call in words.
func choice(c voting.Choice) string {
	switch c {
	case voting.ForIt:
		return "đồng ý"
	case voting.AgainstIt:
		return "không đồng ý"
	}
	return "không có ý kiến"
}

// voter is who cast a voice: a unit on record, or a name as the minutes write it.
func voter(v year.Visit, b voting.Ballot) string {
	if name := v.Unit(b.Unit); name != "" {
		return name
	}
	return b.Unit
}
