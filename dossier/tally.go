package dossier

import (
	"errors"
	"fmt"

	"thidua/exact"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/vi"
	"thidua/voting"
)

// CheckTally refuses, all at once, what is wrong with a reported count.
func CheckTally(t Tally) error {
	var faults []error
	add := func(field, format string, args ...any) {
		faults = append(faults, refusal.Field(field, fmt.Sprintf(format, args...)))
	}
	if t.Title == "" {
		add("title", "Chưa ghi danh hiệu, hình thức khen thưởng.")
	}
	if t.CandidateKind != "" && t.CandidateKind.Label() == "" {
		add("candidate_kind", "Không có loại đối tượng tên “%s”.", t.CandidateKind)
	}
	for _, n := range []struct {
		count *int
		field string
	}{{t.Proposed, "proposed"}, {t.Passed, "passed"}} {
		if n.count != nil && *n.count < 0 {
			add(n.field, "Số lượng không thể âm.")
		}
	}
	if t.Proposed != nil && t.Passed != nil && *t.Passed > *t.Proposed {
		add("passed", "%s: thông qua %d, nhiều hơn %d được đề nghị.", t.Title, *t.Passed, *t.Proposed)
	}
	return errors.Join(faults...)
}

// FlagShare compares the Government flags a council passed with the provincial
// flags it passed in the same year; false when either is not reported. The
// quota's base is read in two ways (collectives that meet the standard, or
// leaders of all clusters and blocks), so a share above it is a question and no
// verdict.
func FlagShare(year int, tallies []Tally) (Finding, bool) {
	flags, base := passed(tallies, GovernmentFlag), passed(tallies, ProvinceFlag)
	if flags == nil || base == nil || *base == 0 {
		return Finding{}, false
	}
	share := exact.Ratio(int64(*flags), int64(*base))
	sentence := fmt.Sprintf("%d Cờ thi đua của Chính phủ trên %d cờ thi đua cấp tỉnh, bằng %s.", *flags, *base, voting.PercentWords(share))
	last, _ := vi.NewDay(year, 12, 31)
	q, told := rulebook.QuotaFor(GovernmentFlag, last)
	if !told || !q.Percent.Known() || share.Mul(exact.Int(100)).Cmp(q.Percent) <= 0 {
		return Finding{Sentence: sentence, Mark: FromRecord}, true
	}
	sentence += fmt.Sprintf(" Cao hơn %s %%: cần hỏi lại số tập thể làm căn cứ tính, vì số tập thể dẫn đầu cụm, khối có thể nhiều hơn số cờ được thống kê.", q.Percent.Figure("half_up", 0))
	f := Finding{Sentence: sentence, Mark: Unverified}
	if q.Enforced() {
		f.Source = q.Cite.String()
	}
	return f, true
}

func passed(tallies []Tally, code Code) *int {
	for _, t := range tallies {
		if t.TitleCode == code {
			return t.Passed
		}
	}
	return nil
}
