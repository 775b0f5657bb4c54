package dossier

import (
	"fmt"
	"slices"

	"thidua/scoring"
	"thidua/target"
	"thidua/vi"
)

// leads reports whether the candidate stands first in the published ranking;
// known is false when there is none or it is not in it.
func (r records) leads() (first bool, from string, known bool) {
	i := slices.IndexFunc(r.ranking, func(s scoring.Standing) bool { return s.Unit != "" && s.Unit == r.CandidateUnit })
	if i < 0 {
		return false, "", false
	}
	return r.ranking[i].Rank == 1, fmt.Sprintf("Kết quả xếp hạng năm %s của cụm: hạng %d trên %d đơn vị", r.year.Label, r.ranking[i].Rank, len(r.ranking)), true
}

// exceeds reports whether every target of the year that was set for the unit
// was exceeded or met, and at least one exceeded; known is false while a figure
// is missing or none was set.
func (r records) exceeds() (yes bool, from string, known bool) {
	set, met, over, silent := 0, 0, 0, 0
	for _, i := range r.targets {
		for _, t := range i.Targets {
			if t.Unit != r.CandidateUnit || t.Unit == "" {
				continue
			}
			switch i.YearStatus(t, r.year.Year).Met {
			case target.Exceeded:
				set, over = set+1, over+1
			case target.JustMet:
				set, met = set+1, met+1
			case target.NotMet:
				set++
			case target.Unreported:
				set, silent = set+1, silent+1
			}
		}
	}
	from = fmt.Sprintf("Chỉ tiêu năm %d trong sổ: giao %d, vượt %d, đạt %d, chưa đạt %d, chưa có số liệu %d", r.year.Year, set, over, met, set-over-met-silent, silent)
	return over > 0 && over+met == set, from, set > 0 && (silent == 0 || over+met+silent < set)
}

// applied reports whether the candidate registered for the title this year.
func (r records) applied() (yes bool, from string, known bool) {
	for _, x := range r.registered {
		if x.Unit == r.CandidateUnit && x.Unit != "" {
			yes = slices.ContainsFunc(x.Titles, func(t string) bool { return sameTitle(t, r.Title) })
			return yes, fmt.Sprintf("Đăng ký thi đua ngày %s", x.Day.Short()), true
		}
	}
	return false, "", false
}

// endorsed reports whether the cluster endorsed the candidate.
func (r records) endorsed() (yes bool, from string, known bool) {
	switch r.Status {
	case Endorsed, Passed, Decided:
		return true, "Biểu quyết suy tôn của cụm năm " + r.year.Label, true
	case NotEndorsed:
		return false, "Biểu quyết suy tôn của cụm năm " + r.year.Label, true
	}
	return false, "", false
}

// free reports whether nothing freezes the candidate today; always known, for
// the register of holds is the record.
func (r records) free() (yes bool, from string, known bool) {
	found := frozen(r.Nomination, r.holds, r.today)
	if len(found) == 0 {
		return true, "Sổ tạm dừng khen thưởng: không có việc nào đang mở", true
	}
	return false, fmt.Sprintf("Sổ tạm dừng khen thưởng: đang tạm dừng từ ngày %s", found[0].From.Short()), true
}

// given are the years for which the candidate holds the title in force; known
// only when the register has any award of the candidate: an empty one says
// nothing. What lies before the end of a discipline does not count.
func (r records) given(codes ...Code) (years []int, from string, known bool) {
	for _, a := range r.awards {
		if slices.Contains(codes, Code(a.Title)) && !r.tooOld(a.Year) && !slices.Contains(years, a.Year) {
			years = append(years, a.Year)
		}
	}
	return years, r.registerWords(), len(r.awards) > 0
}

// tooOld reports whether a year's achievements were wiped out by a discipline
// that ended in it or later.
func (r records) tooOld(year int) bool {
	from := CountsFrom(r.Nomination, r.holds)
	return !from.IsZero() && year < from.Year()
}

func (r records) registerWords() string {
	return fmt.Sprintf("Sổ khen thưởng: %d lần được khen thưởng của %s", len(r.awards), vi.LowerFirst(r.CandidateKind.Label()))
}
