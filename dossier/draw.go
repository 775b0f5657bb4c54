package dossier

import (
	"fmt"
	"slices"

	"thidua/rulebook"
	"thidua/target"
	"thidua/vi"
)

// drawn says of which record each fact is drawn; what is not in it only an
// officer can state.
var drawn = map[string]func(records) (rulebook.Fact, bool){
	"leads_cluster":              records.leads,
	"compared_in_cluster":        records.compared,
	"targets_exceeded":           records.exceeds,
	"acclaimed":                  records.acclaimed,
	"frozen":                     records.isFrozen,
	"province_flag_chosen":       records.chosen,
	"achievement_rewarded":       records.rewarded,
	"province_merit":             func(r records) (rulebook.Fact, bool) { return r.had(ProvinceMerit) },
	"base_fighter_years":         func(r records) (rulebook.Fact, bool) { return r.given(rulebook.BaseFighter) },
	"province_fighter_years":     func(r records) (rulebook.Fact, bool) { return r.given(ProvinceFighter) },
	"excellent_collective_years": func(r records) (rulebook.Fact, bool) { return r.given(ExcellentCollective) },
}

// leads tells whether the candidate stands first in the published ranking. A
// body that is surely no member cannot lead the cluster.
func (r records) leads() (rulebook.Fact, bool) {
	for _, s := range r.ranking {
		if s.Unit != "" && s.Unit == r.CandidateUnit {
			return rulebook.Truth(s.Rank == 1, fmt.Sprintf("Kết quả xếp hạng năm %s của cụm: hạng %d trên %d đơn vị", r.year.Label, s.Rank, len(r.ranking))), true
		}
	}
	return rulebook.Truth(false, r.rosterWords()), r.stranger
}

// compared tells whether the candidate was held against others in the cluster:
// members that were ranked, or voted on.
func (r records) compared() (rulebook.Fact, bool) {
	yes := r.Member && (len(r.ranking) > 0 || r.Vote != "")
	return rulebook.Truth(true, "Xếp hạng, biểu quyết suy tôn của cụm năm "+r.year.Label), yes
}

func (r records) rosterWords() string {
	return "Danh sách thành viên cụm năm " + r.year.Label + ": không phải đơn vị thành viên"
}

// exceeds tells whether every target of the year that was set for the unit was
// reached and at least one exceeded; not known while a figure is missing that
// could change it, or when none was set.
func (r records) exceeds() (rulebook.Fact, bool) {
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
	missed := set - over - met - silent
	from := fmt.Sprintf("Chỉ tiêu năm %d trong sổ: giao %d, vượt %d, đạt %d, chưa đạt %d, chưa có số liệu %d", r.year.Year, set, over, met, missed, silent)
	return rulebook.Truth(over > 0 && over+met == set, from), set > 0 && (silent == 0 || missed > 0)
}

// acclaimed tells whether the cluster endorsed the candidate.
func (r records) acclaimed() (rulebook.Fact, bool) {
	from := "Biểu quyết suy tôn của cụm năm " + r.year.Label
	switch r.Status {
	case Endorsed, Passed, Decided:
		return rulebook.Truth(true, from), true
	case NotEndorsed:
		return rulebook.Truth(false, from), true
	}
	return rulebook.Fact{}, false
}

// isFrozen tells whether something keeps the candidate from being awarded today;
// always known, for the register of holds is the record.
func (r records) isFrozen() (rulebook.Fact, bool) {
	found := frozen(r.Nomination, r.holds, r.today)
	if len(found) == 0 {
		return rulebook.Truth(false, "Sổ tạm dừng khen thưởng: không có việc nào đang mở"), true
	}
	return rulebook.Truth(true, fmt.Sprintf("Sổ tạm dừng khen thưởng: đang tạm dừng từ ngày %s", found[0].From.Short())), true
}

// given are the years for which the candidate holds the title in force; known
// only when the register has any award of the candidate: an empty one says
// nothing. What lies before the end of a discipline does not count.
func (r records) given(code Code) (rulebook.Fact, bool) {
	var years []int
	for _, a := range r.awards {
		if Code(a.Title) == code && !r.tooOld(a.Year) && !slices.Contains(years, a.Year) {
			years = append(years, a.Year)
		}
	}
	return rulebook.InYears(years, r.registerWords()), len(r.awards) > 0
}

// had tells whether the candidate was ever given the title.
func (r records) had(code Code) (rulebook.Fact, bool) {
	f, known := r.given(code)
	return rulebook.Truth(len(f.Years) > 0, f.From), known
}

// chosen tells whether the province chose the candidate for its flag this year.
func (r records) chosen() (rulebook.Fact, bool) {
	if f, _ := r.given(ProvinceFlag); slices.Contains(f.Years, r.year.Year) {
		return rulebook.Truth(true, f.From), true
	}
	for _, n := range r.others {
		if n.TitleCode == ProvinceFlag && n.sameCandidate(r.Nomination) && (n.Status == Passed || n.Status == Decided || n.Status == Cut) {
			return rulebook.Truth(n.Status != Cut, "Đề nghị "+n.Title+" cùng năm: "+vi.LowerFirst(n.Status.Label())), true
		}
	}
	return rulebook.Fact{}, false
}

// rewarded tells whether this very achievement, or this title of the year, was
// rewarded already, as far as the register has the candidate.
func (r records) rewarded() (rulebook.Fact, bool) {
	claims := []Claim{r.claim(r.year.Year)}
	for _, a := range r.awards {
		claims = append(claims, claimed(a))
	}
	for _, p := range Duplicates(claims) {
		if p.Found == OneAchievement || p.Found == AlreadyAwarded {
			return rulebook.Truth(true, "Sổ khen thưởng: "+p.Says), true
		}
	}
	return rulebook.Truth(false, r.registerWords()+", không có lần nào cho thành tích này"), len(r.awards) > 0
}

// tooOld reports whether a year's achievements were wiped out by a discipline
// that ended in it or later.
func (r records) tooOld(year int) bool {
	from := CountsFrom(r.Nomination, r.holds)
	return !from.IsZero() && year < from.Year()
}

func (r records) registerWords() string {
	return fmt.Sprintf("Sổ khen thưởng: %d lần được khen thưởng", len(r.awards))
}
