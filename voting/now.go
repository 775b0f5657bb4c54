package voting

import (
	"context"
	"fmt"

	"thidua/store"
)

// Asked is what everybody in the hall may know of a vote under way. It has no
// place for a count.
type Asked struct {
	ID       string
	Question string
	Round    int
	Method   Method
	Options  []string
	Rule     string // the rule in words
	OpenedAt store.Time
}

// OpenNow returns the votes that are open at the conference, the last opened
// last: for the screen of the hall.
func OpenNow(ctx context.Context, tx *store.Tx, conference string) ([]Asked, error) {
	open, err := polls(ctx, tx, ` WHERE conference_id = $1 AND state = 'opened' ORDER BY opened_at, id`, conference)
	all := make([]Asked, len(open))
	for i, p := range open {
		all[i] = Asked{p.ID, p.Question, p.Round, p.Method, p.labels(), p.RuleWords(), *p.OpenedAt}
	}
	return all, err
}

func (v Vote) labels() []string {
	labels := make([]string, len(v.Options))
	for i, o := range v.Options {
		labels[i] = o.Label
	}
	return labels
}

// RuleWords is the rule by which the vote is decided, as a Vietnamese
// sentence, with the arithmetic as far as the numbers are known.
func (v Vote) RuleWords() string {
	if v.Method == Consensus {
		return "Thảo luận, thống nhất: được thông qua khi không đơn vị có mặt nào phản đối."
	}
	if v.Denominator == "" || !v.Threshold.Known() {
		return "Quy tắc của cụm không nêu tỷ lệ phải đạt, nên chương trình ghi số phiếu mà không kết luận."
	}
	of := v.Denominator.Label()
	if base := v.base(); base != nil {
		of = fmt.Sprintf("%d %s", *base, of)
		if needed := Needed(*base, v.Threshold, v.Strict); needed > 0 {
			return fmt.Sprintf("Được thông qua khi đồng ý %s tính trên tổng số %s, tức ít nhất %d %s.", v.mark(), of, needed, v.noun())
		}
	}
	return fmt.Sprintf("Được thông qua khi đồng ý %s tính trên tổng số %s.", v.mark(), of)
}

// SeatWords says how many may be chosen; "" when that is not limited.
func (v Vote) SeatWords() string {
	if v.Seats <= 0 || len(v.Options) <= v.Seats {
		return ""
	}
	return fmt.Sprintf("Chọn nhiều nhất %d trong %d; ai đạt tỷ lệ thì lấy theo số phiếu từ cao xuống.", v.Seats, len(v.Options))
}
