package account

import (
	"context"

	"github.com/a-h/templ"

	"thidua/account"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

func (d *Door) keysPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := account.PasskeysOf(ctx, tx, v.Person.ID)
	return keysPage(v, d, d.fresh(ctx), all, f.Refusals), err
}

func (d *Door) dropKey(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if err := d.mustBeFresh(ctx); err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã bỏ khóa truy cập.", English: "The passkey is removed."}},
		account.DropPasskey(ctx, tx, v.Today, v.Person, f.Get("khoa"))
}

func (d *Door) sessionsPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	all, err := account.SessionsOf(ctx, tx, v.Person.ID)
	return sessionsPage(v, all, f.Refusals), err
}

func (d *Door) endSession(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Đã kết thúc phiên làm việc.", English: "The session has ended."}},
		account.EndSession(ctx, tx, v.Today, v.Person, f.Get("phien"))
}

func (d *Door) endOthers(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Đã đăng xuất ở mọi nơi khác.", English: "You are signed out everywhere else."}},
		account.EndOtherSessions(ctx, tx, v.Today, v.Person)
}
