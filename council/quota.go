package council

import (
	"fmt"

	"thidua/dossier"
	"thidua/exact"
	"thidua/vi"
	"thidua/voting"
)

// Quota is how many Government flags may be proposed of those who could have
// one, as the two readings of Decree 91/2017, Article 11(1) have it.
type Quota struct {
	Share  exact.Number // of the base
	Base   string       // what the base counts
	Source string
}

// flagQuota is the share as the Ministry of Home Affairs reads it (letter
// 5007/BNV-TĐKT of 5/9/2023, by a secondary source): of all collectives judged
// leader of a cluster or block. Its rounding was read nowhere, so the number
// allowed is told as a span, and a share above it is a question, never a refusal.
var flagQuota = Quota{exact.Ratio(20, 100), "tập thể dẫn đầu cụm, khối thi đua", "Nghị định 91/2017/NĐ-CP, Điều 11 khoản 1; Công văn 5007/BNV-TĐKT, theo nguồn thứ cấp"}

// The days between which a text on the quota was read.
var (
	quotaFrom  = vi.MustDay("2018-01-01")
	quotaUntil = vi.MustDay("2023-12-31")
)

// FlagQuestion compares the Government flags that passed with the base of their
// quota on the day. base is nil when it is not known: then the provincial flags
// stand for it and the answer is at most a question. False when no Government
// flag passed, or there is nothing to compare with.
func FlagQuestion(day vi.Day, flags, provincial int, base *int) (dossier.Finding, bool) {
	of, what := provincial, "cờ thi đua cấp tỉnh"
	if base != nil {
		of, what = *base, flagQuota.Base
	}
	if flags == 0 || of == 0 {
		return dossier.Finding{}, false
	}
	share := exact.Ratio(int64(flags), int64(of))
	words := fmt.Sprintf("%d Cờ thi đua của Chính phủ trên %d %s, bằng %s.", flags, of, what, voting.PercentWords(share))
	if day.Before(quotaFrom) || day.After(quotaUntil) {
		return dossier.Finding{Sentence: words + " Tỷ lệ được phép ở thời điểm này: chưa kiểm chứng.", Mark: dossier.Unverified}, true
	}
	if base != nil {
		return judged(words, flags, *base), true
	}
	if share.Cmp(flagQuota.Share) <= 0 {
		return dossier.Finding{Sentence: words, Mark: dossier.FromRecord}, true
	}
	words += fmt.Sprintf(" Cao hơn 20 %%: cần hỏi lại số %s, vì số ấy có thể nhiều hơn số cờ; chưa biết thì chưa kết luận.", flagQuota.Base)
	return dossier.Finding{Sentence: words, Mark: dossier.Unverified, Source: flagQuota.Source}, true
}

// judged compares with a known base. Between rounding down and up the text
// decides nothing.
func judged(words string, flags, base int) dossier.Finding {
	limit := flagQuota.Share.Mul(exact.Int(int64(base)))
	down, up := int(limit.Floor()), int(limit.Ceil())
	f := dossier.Finding{Mark: dossier.FromSecondary, Source: flagQuota.Source}
	switch {
	case flags <= down:
		f.Sentence = fmt.Sprintf("%s Được phép không quá %d.", words, down)
	case flags <= up:
		f.Mark = dossier.Unverified
		f.Sentence = fmt.Sprintf("%s 20 %% của %d là %s: cách làm tròn chưa kiểm chứng, nên chưa kết luận.", words, base, vi.FormatRatTrim(limit.Rat(), 2, vi.HalfUp))
	default:
		f.Sentence = fmt.Sprintf("%s Vượt số được phép (không quá %d).", words, up)
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
