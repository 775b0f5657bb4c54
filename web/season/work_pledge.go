package season

import (
	"context"
	"fmt"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// pledging is what the page of the pledge shows.
type pledging struct {
	season.PledgeDraft
	form               work.Form
	sign, draft, close bool // what the reader may do now
	unit               string
}

func pledgePage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p := pledging{form: f}
	var err error
	if p.PledgeDraft, err = season.PledgeDraftOf(ctx, tx, v.Season.ID); err != nil {
		return nil, err
	}
	if v.Season.Pledge.Signed() {
		return pledgeView(v, p), nil
	}
	var by access.Actor
	by, p.sign = v.OwnCapacity(access.JoinPledge)
	if p.unit = by.Unit; p.sign {
		_, done := p.SignedBy(p.unit)
		p.sign = !done && p.Revision > 0
	}
	_, p.draft = v.Capacity(access.DraftPledge)
	_, p.close = v.Capacity(access.SignPledge)
	return pledgeView(v, p), nil
}

// seenRevision is the revision of the words on the page that was sent.
func seenRevision(f work.Form) (n int) {
	_, _ = fmt.Sscan(f.Get("ban"), &n)
	return n
}

func draftPledge(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	by, _ := v.Capacity(access.DraftPledge)
	day, err := f.Day("day")
	if err != nil {
		return work.Done{}, err
	}
	err = season.DraftPledge(ctx, tx, by, v.Today, v.Season.ID, seenRevision(f), season.PledgeDraft{Day: day, Place: f.Get("place"), Text: f.Get("text")})
	return work.Done{Say: words("Đã ghi lời giao ước; lãnh đạo các đơn vị ký trên trang này.", "The pledge is recorded; the units' leaders sign on this page.")}, err
}

func joinPledge(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	by, _ := v.OwnCapacity(access.JoinPledge)
	return work.Done{Say: words("Đã ký giao ước cho đơn vị.", "The pledge is signed for your unit.")},
		season.JoinPledge(ctx, tx, by, v.Today, v.Season.ID, by.Unit, seenRevision(f))
}

func concludePledge(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	by, _ := v.Capacity(access.SignPledge)
	day, err := f.Day("day")
	if err != nil {
		return work.Done{}, err
	}
	err = season.ConcludePledge(ctx, tx, by, v.Today, v.Season.ID, day, f.Get("place"), f.All("units"))
	return work.Done{Say: words("Giao ước đã ký kết.", "The pledge is concluded.")}, err
}

// unsigned are the members that have not signed at their desks.
func (p pledging) unsigned(v work.Visit) (options []ui.Option) {
	for _, m := range v.Members {
		if _, signed := p.SignedBy(m.Unit); !signed {
			options = append(options, ui.Option{Value: m.Unit, Label: m.Name})
		}
	}
	return options
}

// typedIn reports whether the form that was sent is the one of that act.
func (p pledging) typedIn(act string) bool { return p.form.Get("viec") == act }

// on is a field's value, in the form of that act only.
func (p pledging) on(act, name, recorded string) string {
	if p.typedIn(act) {
		return p.form.Value(name, recorded)
	}
	return recorded
}

func (p pledging) err(act, name string) string {
	if p.typedIn(act) {
		return p.form.Err(name)
	}
	return ""
}

func shortOr(d, otherwise vi.Day) string {
	if d.IsZero() {
		d = otherwise
	}
	return d.Short()
}
