package award

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"thidua/award"
	"thidua/exact"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// matter is one award with what became of it.
type matter struct {
	award.Award
	Life award.Life
}

func matterOf(ctx context.Context, tx *store.Tx, v work.Visit) (m matter, err error) {
	sc, err := scope(ctx, tx, v)
	if err != nil {
		return m, err
	}
	if m.Award, err = award.Find(ctx, tx, v.Asked("award"), sc); err != nil {
		return m, err
	}
	m.Life, err = award.LifeOf(ctx, tx, m.Award)
	return m, err
}

func one(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	m, err := matterOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return onePage(v, m, revokes(v)), nil
}

// amendForm is the page of an amendment; one that was revoked takes none.
func amendForm(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	m, err := matterOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return amendPage(v, m, f), nil
}

func changePage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	m, err := matterOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return changeForm(v, m, f), nil
}

// decisionTyped is the decision that a form names.
func decisionTyped(f work.Form) (award.Decision, error) {
	day, err := f.Day("day")
	return award.Decision{Number: f.Get("number"), Day: day, Authority: f.Get("authority"), Signer: f.Get("signer")}, err
}

func revoke(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if _, err := matterOf(ctx, tx, v); err != nil {
		return work.Done{}, err
	}
	d, err := decisionTyped(f)
	if err != nil {
		return work.Done{}, err
	}
	err = award.Revoke(ctx, tx, v.By, v.Today, award.Revocation{Award: v.Asked("award"), Decision: d, Ground: award.Ground(f.Get("ground")), Reason: f.Get("reason")})
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi quyết định thu hồi; khen thưởng vẫn đứng trong sổ như đã tặng.", English: "The revocation is on record; the award stays in the register as it was given."}}, err
}

func amend(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if _, err := matterOf(ctx, tx, v); err != nil {
		return work.Done{}, err
	}
	d, err := decisionTyped(f)
	if err != nil {
		return work.Done{}, err
	}
	err = award.Adjust(ctx, tx, v.By, v.Today, award.Amendment{Award: v.Asked("award"), Decision: d, Reason: f.Get("reason"),
		Name: f.Get("name"), UnitName: f.Get("unit"), Achievement: f.Get("achievement")})
	return work.Done{To: awardAt(v.Asked("award")), Say: ui.Words{Vietnamese: "Đã ghi quyết định điều chỉnh.", English: "The amendment is on record."}}, err
}

func recovered(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if _, err := matterOf(ctx, tx, v); err != nil {
		return work.Done{}, err
	}
	day, err := f.Day("recovered_on")
	if err != nil {
		return work.Done{}, err
	}
	money, err := award.MoneyWritten(f.Get("money"))
	if err != nil {
		return work.Done{}, err
	}
	err = award.Recover(ctx, tx, v.By, v.Today, award.Recovered{Award: v.Asked("award"), Day: day, What: award.Thing(f.Get("what")), Money: money, Note: f.Get("note")})
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi việc thu lại.", English: "The recovery is on record."}}, err
}

// vnd is a sum as people read it.
func vnd(n exact.Number) string {
	if !n.Known() {
		return "không ghi"
	}
	return vi.FormatInt(n.Floor()) + " đồng"
}

// revocation is what took the award back; zero while nothing did.
func (m matter) revocation() award.Event {
	for _, e := range m.Life.Events {
		if e.Kind == award.Withdraw {
			return e
		}
	}
	return award.Event{}
}

// revoked lists what was taken back, and what of it has not come back yet.
func revoked(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	sc, err := scope(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	awards, err := award.RevokedWithin(ctx, tx, sc)
	if err != nil {
		return nil, err
	}
	all := make([]matter, len(awards))
	for i, a := range awards {
		if all[i].Life, err = award.LifeOf(ctx, tx, a); err != nil {
			return nil, err
		}
		all[i].Award = a
	}
	return revokedList(v, all), nil
}

// owed says what of a revoked award has not come back yet.
func (m matter) owed() (lines []string) {
	if m.Money.Known() && m.Life.Money.Cmp(m.Money) < 0 {
		lines = append(lines, "Tiền thưởng còn phải thu: "+vnd(m.Money.Sub(m.Life.Money))+".")
	}
	if m.Life.Artefact == "" {
		lines = append(lines, "Hiện vật chưa thu lại.")
	}
	return lines
}

func grounds() []ui.Option {
	all := make([]ui.Option, len(award.Grounds))
	for i, g := range award.Grounds {
		all[i] = ui.Option{Value: string(g), Label: g.Label()}
	}
	return all
}

func things() []ui.Option {
	return []ui.Option{{Value: string(award.Money), Label: award.Money.Label()}, {Value: string(award.Artefact), Label: award.Artefact.Label()},
		{Value: string(award.ArtefactLost), Label: award.ArtefactLost.Label()}}
}

// groundSource is where the grounds stand in the law of a day, in words.
func groundSource(day vi.Day) string {
	if source := award.GroundSource(day); source != "" {
		return source
	}
	return "căn cứ của luật trước năm 2024: chưa kiểm chứng"
}

// reveal shows a person's private particulars once; the journal tells who read
// them.
func reveal(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	sc, err := scope(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	p, err := award.Sensitive(ctx, tx, v.By, v.Today, v.Asked("person"), sc)
	if err != nil {
		return work.Done{}, err
	}
	birth, sex := award.BirthShort(p.Birth), p.Sex
	if birth == "" {
		birth = "không ghi"
	}
	if sex == "" {
		sex = "không ghi"
	}
	return work.Done{Say: ui.Words{Vietnamese: "Ngày sinh: " + birth + "; giới tính: " + sex + ". Nhật ký đã ghi việc xem.", English: "Born: " + birth + "; sex: " + sex + ". The journal notes that you read this."}}, nil
}

// unite records that another recipient is this one.
func unite(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	sc, err := scope(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	other := entryTyped(f.Get("other"))
	for _, id := range []string{v.Asked("person"), other} {
		seen, err := award.History(ctx, tx, award.Who{Person: id}, sc)
		if err != nil {
			return work.Done{}, err
		}
		if len(seen) == 0 {
			return work.Done{}, refusal.Field("other", "Không có mục này trong phần sổ đồng chí được xem.")
		}
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi là một; lịch sử gồm cả hai cách viết.", English: "Recorded as one; the history has both."}},
		award.Unite(ctx, tx, v.By, v.Today, v.Asked("person"), other, f.Get("reason"))
}

// entryTyped is the number of an entry that was typed, or whose page's address
// was.
func entryTyped(text string) string {
	path, _, _ := strings.Cut(strings.TrimSpace(text), "?")
	return path[strings.LastIndexByte(path, '/')+1:]
}
