package voting

import (
	"errors"
	"fmt"

	"thidua/exact"
	"thidua/refusal"
	"thidua/vi"
)

// check collects what is wrong with one vote.
type check struct {
	Vote
	faults []error
}

func (k *check) add(field, format string, args ...any) {
	k.faults = append(k.faults, refusal.Field(field, fmt.Sprintf(format, args...)))
}

// Check refuses, all at once, what is wrong with the vote by itself: words that
// mean nothing, numbers that do not add up, a body without quorum, an outcome
// that contradicts its numbers. Who may be named in a roll call is checked by
// Record against the members of the year.
func Check(v Vote) error {
	k := &check{Vote: v}
	k.words()
	k.rule()
	if k.impossible() {
		return errors.Join(k.faults...)
	}
	k.presence()
	k.ballots()
	k.options()
	k.rollCall()
	if len(k.faults) == 0 { // the outcome of wrong numbers would only repeat them
		k.outcome()
	}
	return errors.Join(k.faults...)
}

func (k *check) words() {
	if k.Question == "" {
		k.add("question", "Chưa ghi nội dung biểu quyết.")
	}
	switch {
	case k.Method == Electronic:
		k.add("method", "Bỏ phiếu điện tử chưa mở; hãy ghi là thống nhất, biểu quyết công khai hoặc bỏ phiếu trên giấy.")
	case k.Method.Label() == "":
		k.add("method", "Không có hình thức biểu quyết tên “%s”.", k.Method)
	}
	if k.Body != Cluster && k.Body != Council {
		k.add("body", "Không có cơ quan biểu quyết tên “%s”; chỉ có cụm hoặc hội đồng.", k.Body)
	}
}

func (k *check) rule() {
	if k.Denominator != "" && k.Denominator.Label() == "" {
		k.add("denominator", "Không có cách tính tỷ lệ tên “%s”.", k.Denominator)
	}
	one := exact.Int(1)
	if t := k.Threshold; t.Known() && (t.Sign() <= 0 || t.Cmp(one) > 0) {
		k.add("threshold", "Tỷ lệ phải đạt phải lớn hơn 0 và không quá 1.")
	} else if k.Strict && t.Cmp(one) == 0 {
		k.add("threshold", "Không ai có thể được quá 100 %%: tỷ lệ phải đạt phải nhỏ hơn 1.")
	}
	if q := k.Quorum; q.Known() && (q.Sign() < 0 || q.Cmp(one) > 0) {
		k.add("quorum", "Tỷ lệ có mặt phải từ 0 đến 1.")
	}
	if k.Seats < 0 {
		k.add("seats", "Số được chọn không thể âm.")
	}
	if k.Round < 0 {
		k.add("round", "Vòng bỏ phiếu phải từ 1.")
	}
}

// number is a count with the field and words by which it is refused.
type number struct {
	count *int
	field string
	name  string // as in "Số …"
}

func (k *check) counts() []number {
	return []number{
		{k.Establishment, "establishment", "thành viên"},
		{k.Present, "present", "thành viên có mặt"},
		{k.AbsentInWriting, "absent_in_writing", "thành viên vắng gửi ý kiến bằng văn bản"},
		{k.Issued, "issued", "phiếu phát ra"},
		{k.Returned, "returned", "phiếu thu về"},
		{k.Valid, "valid", "phiếu hợp lệ"},
		{k.Invalid, "invalid", "phiếu không hợp lệ"},
	}
}

// most bounds every count: no body of more members votes, and sums stay numbers.
const most = 1_000_000

// impossible reports counts below zero or beyond any body; with those the sums
// mean nothing.
func (k *check) impossible() bool {
	before := len(k.faults)
	all := k.counts()
	for i, o := range k.Options {
		at := fmt.Sprintf("options[%d].", i)
		all = append(all, number{o.For, at + "for", "đồng ý"}, number{o.Against, at + "against", "không đồng ý"}, number{o.Blank, at + "blank", "không có ý kiến"})
	}
	for _, n := range all {
		if n.count != nil && *n.count < 0 {
			k.add(n.field, "Số %s không thể âm.", n.name)
		}
		if n.count != nil && *n.count > most {
			k.add(n.field, "Số %s không thể quá %s.", n.name, vi.FormatInt(most))
		}
	}
	if k.Establishment != nil && *k.Establishment == 0 {
		k.add("establishment", "Tổng số thành viên phải lớn hơn 0.")
	}
	return len(k.faults) > before
}

func (k *check) presence() {
	if k.Establishment == nil {
		return
	}
	if k.Present != nil && *k.Present > *k.Establishment {
		k.add("present", "%d thành viên có mặt, nhiều hơn tổng số %d.", *k.Present, *k.Establishment)
		return
	}
	absent := *k.Establishment
	if k.Present != nil {
		absent -= *k.Present
	}
	if k.AbsentInWriting != nil && *k.AbsentInWriting > absent {
		k.add("absent_in_writing", "%d thành viên vắng gửi ý kiến bằng văn bản, nhưng chỉ có %d người vắng.", *k.AbsentInWriting, absent)
	}
}
