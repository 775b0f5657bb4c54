package voting

import (
	"fmt"
	"strings"

	"thidua/exact"
)

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

func outcomeWords(passed bool) string {
	if passed {
		return "được thông qua"
	}
	return "không được thông qua"
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
		sentences = append(sentences, "Kết quả: "+outcomeWords(*r.Passed)+"; số phiếu không được ghi.")
	}
	return strings.Join(append(sentences, v.seatWords(r.Options)...), " ")
}

// agreement says in words that all agreed, or that somebody did not.
func (v Vote) agreement() string {
	switch {
	case v.Objections != "":
		return "Có ý kiến không nhất trí: " + strings.TrimSuffix(v.Objections, ".") + "."
	case v.Method == Consensus && (v.Unanimous || v.Stated != nil && *v.Stated):
		return "Các thành viên thảo luận, thống nhất."
	case v.Unanimous:
		return "Các thành viên nhất trí."
	}
	return ""
}
