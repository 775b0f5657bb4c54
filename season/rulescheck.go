package season

import (
	"errors"
	"fmt"

	"thidua/exact"
	"thidua/refusal"
)

// Path is where the problem stands in the rules: "criteria[0].children[2].max".
func (p Problem) Path() string {
	path := ""
	for depth, i := range p.Index {
		if depth == 0 {
			path = fmt.Sprintf("criteria[%d]", i)
			continue
		}
		path += fmt.Sprintf(".children[%d]", i)
	}
	switch {
	case path == "":
		return p.Field
	case p.Field == "":
		return path
	}
	return path + "." + p.Field
}

// Check refuses rules that nobody could apply, for every reason at once, each
// with the path of the part at fault.
func (r Rules) Check() error {
	var faults []error
	for _, p := range r.CheckScoring() {
		faults = append(faults, refusal.Field(p.Path(), p.Sentence))
	}
	faults = append(faults, r.Ballot.check()...)
	for i, q := range r.Quotas {
		if sentence := q.fault(); sentence != "" {
			faults = append(faults, refusal.Field(fmt.Sprintf("quotas[%d]", i), sentence))
		}
	}
	return errors.Join(faults...)
}

func (b Ballot) check() (faults []error) {
	for _, share := range []struct {
		field, name string
		n           exact.Number
	}{{"ballot.threshold", "Tỷ lệ cần đạt", b.Threshold}, {"ballot.quorum", "Tỷ lệ có mặt tối thiểu", b.Quorum}} {
		if share.n.Known() && (share.n.Sign() <= 0 || share.n.Cmp(exact.Int(1)) > 0) {
			faults = append(faults, refusal.Field(share.field, share.name+" phải lớn hơn 0 và không quá 1, ví dụ 2/3 hoặc 0,8."))
		}
	}
	if b.Rounds < 0 {
		faults = append(faults, refusal.Field("ballot.rounds", "Số vòng bỏ phiếu không được âm."))
	}
	return faults
}

// fault is the sentence against a quota nobody could count by; empty when it is
// sound.
func (q Quota) fault() string {
	switch {
	case q.Title == "":
		return "Hạn mức phải nêu danh hiệu."
	case q.Max < 0:
		return "Hạn mức không được âm."
	case q.Max > 0 && q.Percent.Known():
		return "Hạn mức chỉ nêu một cách tính: số lượng (max) hoặc tỷ lệ (percent)."
	case q.Percent.Known() && (q.Percent.Sign() < 0 || q.Percent.Cmp(exact.Int(100)) > 0):
		return "Tỷ lệ hạn mức phải từ 0 đến 100."
	}
	return ""
}
