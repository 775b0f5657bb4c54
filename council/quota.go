package council

import (
	"fmt"

	"thidua/dossier"
	"thidua/exact"
	"thidua/rulebook"
	"thidua/vi"
	"thidua/voting"
)

// FlagQuestion compares the Government flags that passed with the base of their
// quota on the day. base is how many led a cluster or block, nil when it is not
// known: then the provincial flags stand for it and the answer is at most a
// question. False when no Government flag passed, or there is nothing to compare
// with.
func FlagQuestion(day vi.Day, flags, provincial int, base *int) (dossier.Finding, bool) {
	of, what := provincial, "cờ thi đua cấp tỉnh"
	if base != nil {
		of, what = *base, "tập thể dẫn đầu cụm, khối thi đua"
	}
	if flags == 0 || of == 0 {
		return dossier.Finding{}, false
	}
	words := fmt.Sprintf("%d Cờ thi đua của Chính phủ trên %d %s, bằng %s.", flags, of, what, voting.PercentWords(exact.Ratio(int64(flags), int64(of))))
	q, known := rulebook.QuotaFor(rulebook.GovernmentFlag, day)
	switch {
	case !known || !q.Enforced():
		return dossier.Finding{Sentence: words + " Tỷ lệ được phép ở thời điểm này: chưa kiểm chứng.", Mark: dossier.Unverified}, true
	case base != nil:
		return judged(q, words, flags, *base), true
	case exact.Int(int64(flags)*100).Cmp(q.Percent.Mul(exact.Int(int64(of)))) <= 0:
		return dossier.Finding{Sentence: words, Mark: dossier.FromRecord}, true
	}
	words += fmt.Sprintf(" Cao hơn %s %%: cần hỏi lại số tập thể dẫn đầu cụm, khối thi đua, vì số ấy có thể nhiều hơn số cờ; chưa biết thì chưa kết luận.", q.Percent)
	return dossier.Finding{Sentence: words, Mark: dossier.Unverified, Source: source(q)}, true
}

// source is where the quota stands; the letter by which its base is read another
// way goes with it.
func source(q rulebook.Quota) string {
	if q.Note == "" {
		return q.Cite.String()
	}
	return q.Cite.String() + ". " + q.Note
}

// judged compares with a known base. Where the way of rounding is not known and
// matters, the text decides nothing.
func judged(q rulebook.Quota, words string, flags, base int) dossier.Finding {
	allowed, sure := q.Allowed(base)
	f := dossier.Finding{Mark: dossier.FromText, Source: source(q)}
	if q.Base != "cluster_leaders" || q.Mark == rulebook.Secondary {
		f.Mark = dossier.FromSecondary // the base of leaders is the letter's reading
	}
	switch {
	case flags <= allowed:
		f.Sentence = fmt.Sprintf("%s Được phép không quá %d.", words, allowed)
	case !sure && flags == allowed+1:
		limit := q.Percent.Mul(exact.Int(int64(base))).Quo(exact.Int(100))
		f.Mark = dossier.Unverified
		f.Sentence = fmt.Sprintf("%s %s %% của %d là %s: cách làm tròn chưa kiểm chứng, nên chưa kết luận.", words, q.Percent, base, vi.FormatRatTrim(limit.Rat(), 2, vi.HalfUp))
	default:
		f.Sentence = fmt.Sprintf("%s Vượt số được phép (không quá %d).", words, allowed+map[bool]int{false: 1}[sure])
	}
	return f
}

// FlagQuestionOf is FlagQuestion of what a meeting passed.
func FlagQuestionOf(m Meeting, sums []Sum) (dossier.Finding, bool) {
	flags, provincial := 0, 0
	for _, s := range sums {
		switch s.Code {
		case dossier.GovernmentFlag:
			flags += s.Passed
		case dossier.ProvinceFlag:
			provincial += s.Passed
		}
	}
	return FlagQuestion(m.Day, flags, provincial, m.FlagBase)
}
