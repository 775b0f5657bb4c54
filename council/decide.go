package council

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"thidua/access"
	"thidua/award"
	"thidua/bonus"
	"thidua/dossier"
	"thidua/exact"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Drawing is a decision drawn from a meeting's list of those who passed; a list
// may be drawn from several times, for a title or a decider each.
type Drawing struct {
	Meeting     string
	Nominations []string // in the order of the decision: their places in the golden book
	Decision    award.Decision
}

// Draw enters the decision into the register with an award for each nomination,
// lists its bonus money, and takes the nominations to decided. It returns the
// decision's id in the register. Whoever opened the meeting's ballot or counted
// it does not decide on its result.
func Draw(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, d Drawing) (string, error) {
	m, _, _, err := at(ctx, tx, by, d.Meeting, access.RecordDecision, Deciding)
	if err != nil {
		return "", err
	}
	if by.Desk() && m.Handled(by.Person) {
		return "", refusal.By("council_hands", "Người mở cuộc bỏ phiếu hoặc kiểm phiếu ở một cuộc họp không ghi quyết định từ kết quả của cuộc họp ấy: việc này phải do người khác làm.")
	}
	chosen, err := m.chosen(ctx, tx, d.Nominations)
	if err != nil {
		return "", err
	}
	if err := m.checkDecision(d.Decision, chosen, day); err != nil {
		return "", err
	}
	awards, err := awardsOf(ctx, tx, d.Decision, chosen)
	if err != nil {
		return "", err
	}
	d.Decision.Sample = m.Sample
	id, err := award.Record(ctx, tx, by, day, d.Decision, awards)
	if err != nil {
		return "", named(err)
	}
	if err := listMoney(ctx, tx, by, day, id); err != nil {
		return "", err
	}
	for _, n := range chosen {
		if err := m.decided(ctx, tx, by, day, n, id, d.Decision); err != nil {
			return "", err
		}
	}
	return id, m.note(ctx, tx, by, day, Deciding, map[string]any{"decision": id, "nominations": d.Nominations})
}

// Handled reports whether the person opened the meeting's ballot or counts it.
func (m Meeting) Handled(person string) bool {
	return person != "" && person == m.OpenedBy || m.Counts(person)
}

// chosen reads the nominations and refuses one that did not pass here, has its
// decision, is frozen, or stands twice.
func (m Meeting) chosen(ctx context.Context, tx *store.Tx, ids []string) (all []dossier.Nomination, err error) {
	if len(ids) == 0 {
		return nil, refusal.Field("nominations", "Chọn ít nhất một người, tập thể đã được thông qua.")
	}
	lines, err := Lines(ctx, tx, m)
	if err != nil {
		return nil, err
	}
	var faults []error
	for i, id := range ids {
		at := slices.IndexFunc(lines, func(l Line) bool { return l.Item.Nomination == id })
		if at < 0 {
			return nil, refusal.New(refusal.NotFound, "Hồ sơ này không có trong danh sách của cuộc họp.")
		}
		n := lines[at].Nomination
		passed := lines[at].Passed(m)
		switch {
		case slices.Contains(ids[:i], id):
			faults = append(faults, refusal.Field("nominations", fmt.Sprintf("%s có hai lần trong danh sách.", n.CandidateName)))
		case passed == nil || !*passed:
			faults = append(faults, refusal.Field("nominations", fmt.Sprintf("%s không được Hội đồng thông qua.", n.CandidateName)))
		case n.Status == dossier.Decided:
			faults = append(faults, refusal.Field("nominations", fmt.Sprintf("%s đã có quyết định (%s).", n.CandidateName, n.Decision.Number)))
		case n.Status != dossier.Passed:
			faults = append(faults, refusal.Field("nominations", fmt.Sprintf("%s đang ở trạng thái “%s”.", n.CandidateName, n.Status.Label())))
		}
		all = append(all, n)
	}
	return all, errors.Join(faults...)
}

// checkDecision refuses a day that cannot be, an authority that the law does not
// know as the decider of these titles, and a signer on the list.
func (m Meeting) checkDecision(d award.Decision, chosen []dossier.Nomination, today vi.Day) error {
	var faults []error
	switch {
	case d.Day.IsZero():
		faults = append(faults, refusal.Field("day", "Ghi ngày quyết định."))
	case today.Before(d.Day):
		faults = append(faults, refusal.Field("day", "Ngày quyết định chưa tới."))
	case d.Day.Before(m.Day):
		faults = append(faults, refusal.Field("day", fmt.Sprintf("Ngày quyết định trước ngày Hội đồng họp (%s).", m.Day.Short())))
	}
	if vi.Clean(d.Signer) == "" {
		faults = append(faults, refusal.Field("signer", "Ghi người ký quyết định."))
	}
	for _, n := range chosen {
		if vi.SpellingKey(n.CandidateName) == vi.SpellingKey(d.Signer) {
			faults = append(faults, &refusal.Error{Kind: refusal.NotAllowed, Field: "signer", Rule: "own_award", Sentence: "Người ký có tên trong danh sách khen thưởng: quyết định này phải do người khác ký."})
		}
		if err := CheckAuthority(d.Authority, n, d.Day); err != nil {
			faults = append(faults, err)
		}
	}
	return errors.Join(unique(faults)...)
}

// CheckAuthority refuses an authority that, by the law of the day as far as it
// was read, does not decide on the nomination's title.
func CheckAuthority(authority string, n dossier.Nomination, day vi.Day) error {
	who, known := DeciderOf(n.TitleCode, day)
	if !known || vi.Clean(authority) == "" || sameAuthority(authority, who.Sentence) {
		return nil
	}
	return refusal.Field("authority", fmt.Sprintf("%s do %s quyết định (%s, %s).", n.Title, who.Sentence, who.Source, who.Mark.Label()))
}

// sameAuthority compares an authority as a decision names it, with its place and
// shortened, with the law's word for it.
func sameAuthority(named, law string) bool {
	return strings.Contains(vi.Fold(shortened.Replace(named)), vi.Fold(law))
}

var shortened = strings.NewReplacer("UBND", "Ủy ban nhân dân", "TTg", "Thủ tướng")

// DeciderOf is who decides on the title on the day, by the law that was read.
func DeciderOf(code dossier.Code, day vi.Day) (dossier.Finding, bool) {
	title, ok := dossier.TitleByCode(code)
	if !ok {
		return dossier.Finding{}, false
	}
	return title.DecidedBy(day)
}

// awardsOf are the nominations as the register names them, with their money as
// far as it can be computed.
func awardsOf(ctx context.Context, tx *store.Tx, d award.Decision, chosen []dossier.Nomination) (all []award.Award, err error) {
	years := map[string]int{}
	for _, n := range chosen {
		if years[n.Season] == 0 {
			s, err := season.ByID(ctx, tx, n.Season)
			if err != nil {
				return nil, err
			}
			years[n.Season] = s.Year
		}
		a := award.Award{Kind: recipientOf(n.CandidateKind), Unit: n.CandidateUnit, Name: n.CandidateName, Title: award.Code(n.TitleCode), TitleName: n.Title, Category: n.Category,
			Year: years[n.Season], Achievement: n.Reason, Sample: n.Sample}
		if a.Kind != award.Collective && a.Unit == "" {
			a.Unit = n.ProposedBy
		}
		if a.Title == "" {
			a.Title = "other"
		}
		if m := bonus.Of(n.TitleCode, bonus.Recipient(a.Kind), d.Day); m.Known {
			a.Money = exact.Int(m.VND)
		}
		all = append(all, a)
	}
	return all, nil
}

func recipientOf(k dossier.CandidateKind) award.Recipient {
	switch k {
	case dossier.Person:
		return award.Individual
	case dossier.Household:
		return award.Household
	}
	return award.Collective
}

// listMoney lists what the decision's awards are paid.
func listMoney(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, decision string) error {
	d, awards, err := award.Of(ctx, tx, decision, award.Whole)
	if err != nil {
		return err
	}
	return bonus.List(ctx, tx, by, day, bonus.PaymentsOf(d, awards))
}

// decided takes one nomination to its decision; there is only one.
func (m Meeting) decided(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, n dossier.Nomination, id string, d award.Decision) error {
	if err := dossier.NotFrozen(ctx, tx, n, day); err != nil {
		return about(n, err)
	}
	if err := dossier.Decide(ctx, tx, by, day, n.ID, dossier.Decided, dossier.Decision{Number: d.Number, Day: d.Day, By: d.Authority}); err != nil {
		return about(n, err)
	}
	_, err := tx.Exec(ctx, `INSERT INTO council_decision (nomination_id, meeting_id, decision_id) VALUES ($1, $2, $3)`, n.ID, m.ID, id)
	return err
}

// named says of which candidate the register refuses a line; the decision's own
// fields keep their names.
func named(err error) error {
	var all []error
	for _, e := range refusal.All(err) {
		field := e.Field
		if strings.HasPrefix(field, "awards") {
			field = "nominations"
		}
		all = append(all, &refusal.Error{Kind: e.Kind, Field: field, Rule: e.Rule, Sentence: e.Sentence})
	}
	if all == nil {
		return err
	}
	return errors.Join(all...)
}

// Decision is a decision drawn from a meeting.
type Decision struct {
	ID          string // in the register
	Nominations []string
}

// Decisions are those drawn from the meeting, in their order. One statement.
func Decisions(ctx context.Context, tx *store.Tx, meeting string) (all []Decision, err error) {
	type pair struct{ decision, nomination string }
	rows, err := store.All(ctx, tx, func(p *pair) []any { return []any{&p.decision, &p.nomination} },
		`SELECT decision_id, nomination_id FROM council_decision WHERE meeting_id = $1 ORDER BY decision_id, nomination_id`, meeting)
	for _, p := range rows {
		if len(all) == 0 || all[len(all)-1].ID != p.decision {
			all = append(all, Decision{ID: p.decision})
		}
		last := &all[len(all)-1]
		last.Nominations = append(last.Nominations, p.nomination)
	}
	return all, err
}
