package dossier

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"thidua/refusal"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Checked is one thing a nomination is held against before it goes up.
type Checked struct {
	Name   string
	Answer rulebook.Answer // unknown: somebody must look
	Says   []string
}

// ChecksOf holds a nomination against everything at once on the day: the
// conditions of its title, what may be the same among these nominations and in
// the register, holds, the quota of the signed rules, the registration of the
// year, and the papers it must hold. It decides nothing: the acts refuse.
func ChecksOf(ctx context.Context, tx *store.Tx, n Nomination, among []Nomination, day vi.Day) ([]Checked, error) {
	c, err := CaseOf(ctx, tx, n, day)
	if err != nil {
		return nil, err
	}
	s, err := season.ByID(ctx, tx, n.Season)
	if err != nil {
		return nil, err
	}
	y, err := groundOf(ctx, tx, s)
	if err != nil {
		return nil, err
	}
	law, _ := LawOf(n, y.Season, day)
	all := []Checked{c.eligible(law)}
	for _, check := range []func(context.Context, *store.Tx, Nomination, []Nomination, year, vi.Day) (Checked, error){twice, frozenNow, within, announced} {
		one, err := check(ctx, tx, n, among, y, day)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return append(all, papersIn(law, n)), nil
}

func (c Case) eligible(law rulebook.Regime) Checked {
	v := c.Under(law)
	check := Checked{"Điều kiện của danh hiệu, hình thức", v.Answer, Against(v)}
	if v.Answer == rulebook.Unknown {
		check.Says = []string{fmt.Sprintf("Còn %d điều chưa biết.", len(v.Missing))}
	}
	return check
}

// twice asks whether somebody else's line, or an award, is the same one.
func twice(ctx context.Context, tx *store.Tx, n Nomination, among []Nomination, y year, _ vi.Day) (Checked, error) {
	check := Checked{"Trùng lặp", rulebook.Yes, nil}
	claims, err := ClaimsOf(ctx, tx, among, y.Year)
	for _, p := range Duplicates(claims) {
		if p.A.ID == n.ID || p.B.ID == n.ID {
			check.Answer, check.Says = rulebook.Unknown, append(check.Says, p.Says)
		}
	}
	return check, err
}

// frozenNow asks whether something keeps the candidate from being proposed. The
// matter itself is not told.
func frozenNow(ctx context.Context, tx *store.Tx, n Nomination, _ []Nomination, _ year, day vi.Day) (Checked, error) {
	err := NotFrozen(ctx, tx, n, day)
	if r := refusal.Of(err); r != nil {
		return Checked{"Việc tạm dừng", rulebook.No, []string{r.Sentence}}, nil
	}
	return Checked{"Việc tạm dừng", rulebook.Yes, nil}, err
}

// within asks how many places of the quota are left.
func within(_ context.Context, _ *store.Tx, n Nomination, among []Nomination, y year, _ vi.Day) (Checked, error) {
	own := slices.DeleteFunc(slices.Clone(among), func(x Nomination) bool { return x.Season != n.Season })
	for _, p := range PlacesOf(y.rules.Quotas, y.Members(len(y.roster)), y.whole(), own) {
		if sameTitle(p.Title, n.Title) {
			return Checked{"Số lượng theo quy tắc đã ký", answer(p.Taken <= p.Allowed), []string{p.Words}}, nil
		}
	}
	return Checked{"Số lượng theo quy tắc đã ký", rulebook.Yes, []string{"Quy tắc không giới hạn số lượng danh hiệu này."}}, nil
}

func answer(yes bool) rulebook.Answer {
	if yes {
		return rulebook.Yes
	}
	return rulebook.No
}

// announced asks whether the unit registered for the title at the year's
// beginning. Whether the law makes that a condition was not verified.
func announced(ctx context.Context, tx *store.Tx, n Nomination, _ []Nomination, _ year, _ vi.Day) (Checked, error) {
	check := Checked{"Đăng ký thi đua", rulebook.Unknown, []string{"Không thấy đăng ký danh hiệu này trong năm; có bắt buộc hay không: chưa kiểm chứng."}}
	all, err := season.Registrations(ctx, tx, n.Season)
	for _, r := range all {
		if r.Unit != "" && r.Unit == n.CandidateUnit && slices.ContainsFunc(r.Titles, func(t string) bool { return sameTitle(t, n.Title) }) {
			check = Checked{check.Name, rulebook.Yes, []string{"Đã đăng ký ngày " + r.Day.Short() + "."}}
			if r.Sample {
				check.Says[0] += " (số liệu minh họa)"
			}
		}
	}
	return check, err
}

// papersIn counts the papers that verified law asks for.
func papersIn(law rulebook.Regime, n Nomination) Checked {
	check := Checked{"Giấy tờ trong hồ sơ", rulebook.Yes, nil}
	var lacking []string
	for _, r := range ChecklistUnder(law, n.TitleCode, n.Papers) {
		if r.Mark.Enforced() && !r.Have {
			lacking = append(lacking, vi.LowerFirst(r.Name))
		}
	}
	if len(lacking) > 0 {
		check.Answer, check.Says = rulebook.No, []string{"Còn thiếu: " + strings.Join(lacking, "; ") + "."}
	}
	return check
}
