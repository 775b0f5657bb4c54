package dossier

import (
	"fmt"
	"slices"

	"thidua/rulebook"
	"thidua/scoring"
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
	"thematic_only":              records.notByMerit,
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
			f := rulebook.Truth(s.Rank == 1, fmt.Sprintf("Kết quả xếp hạng năm %s của cụm: hạng %d trên %d đơn vị", r.year.Label, s.Rank, len(r.ranking)))
			return drawnFrom(RankingRecord, f, s.Sample), true
		}
	}
	return drawnFrom(RosterRecord, rulebook.Truth(false, r.rosterWords()), false), r.stranger
}

// compared tells whether the candidate was held against others in the cluster:
// members that were voted on, or ranked.
func (r records) compared() (rulebook.Fact, bool) {
	if r.Member && r.Vote != "" {
		return r.voted(true), true
	}
	f := rulebook.Truth(true, "Kết quả xếp hạng năm "+r.year.Label+" của cụm")
	return drawnFrom(RankingRecord, f, slices.ContainsFunc(r.ranking, func(s scoring.Standing) bool { return s.Sample })), r.Member && len(r.ranking) > 0
}

func (r records) rosterWords() string {
	return "Danh sách thành viên cụm năm " + r.year.Label + ": không phải đơn vị thành viên"
}

// exceeds tells whether every target of the year that was set for the unit was
// reached and at least one exceeded; not known while a figure is missing that
// could change it, or when none was set.
func (r records) exceeds() (rulebook.Fact, bool) {
	set, met, over, silent, sample := 0, 0, 0, 0, false
	for _, i := range r.targets {
		for _, t := range i.Targets {
			if t.Unit != r.CandidateUnit || t.Unit == "" {
				continue
			}
			status := i.YearStatus(t, r.year.Year)
			sample = sample || status.Sample && status.Met != target.Unassigned
			switch status.Met {
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
	return drawnFrom(TargetsRecord, rulebook.Truth(over > 0 && over+met == set, from), sample), set > 0 && (silent == 0 || missed > 0)
}

// acclaimed tells whether the cluster endorsed the candidate.
func (r records) acclaimed() (rulebook.Fact, bool) {
	switch r.Status {
	case Endorsed, Passed, Decided:
		return r.voted(true), true
	case NotEndorsed:
		return r.voted(false), true
	}
	return rulebook.Fact{}, false
}

func (r records) voted(yes bool) rulebook.Fact {
	record := ""
	if r.Vote != "" {
		record = VoteRecord + r.Vote
	}
	return drawnFrom(record, rulebook.Truth(yes, "Biểu quyết suy tôn của cụm năm "+r.year.Label), false)
}

// isFrozen tells whether something keeps the candidate from being awarded today;
// known once the register of holds is kept at all: an empty one says nothing.
func (r records) isFrozen() (rulebook.Fact, bool) {
	found := frozen(r.Nomination, r.holds, r.today)
	if len(found) == 0 {
		return drawnFrom(HoldsRecord, rulebook.Truth(false, "Sổ tạm dừng khen thưởng: không có việc nào đang mở"), false), len(r.holds) > 0
	}
	return drawnFrom(HoldsRecord, rulebook.Truth(true, fmt.Sprintf("Sổ tạm dừng khen thưởng: đang tạm dừng từ ngày %s", found[0].From.Short())), found[0].Sample), true
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
	return r.registered(rulebook.InYears(years, r.registerWords())), len(r.awards) > 0
}

// had tells whether the candidate was ever given the title.
func (r records) had(code Code) (rulebook.Fact, bool) {
	f, known := r.given(code)
	return r.registered(rulebook.Truth(len(f.Years) > 0, f.From)), known
}

// chosen tells whether the province chose the candidate for its flag this year.
func (r records) chosen() (rulebook.Fact, bool) {
	if f, _ := r.given(ProvinceFlag); slices.Contains(f.Years, r.year.Year) {
		return r.registered(rulebook.Truth(true, f.From)), true
	}
	for _, n := range r.others {
		if n.TitleCode == ProvinceFlag && n.sameCandidate(r.Nomination) && (n.Status == Passed || n.Status == Decided || n.Status == Cut) {
			f := rulebook.Truth(n.Status != Cut, "Đề nghị "+n.Title+" cùng năm: "+vi.LowerFirst(n.Status.Label()))
			return drawnFrom(NominationRecord+n.ID, f, n.Sample), true
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
			return r.registered(rulebook.Truth(true, "Sổ khen thưởng: "+p.Says)), true
		}
	}
	return r.registered(rulebook.Truth(false, r.registerWords()+", không có lần nào cho thành tích này")), len(r.awards) > 0
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
