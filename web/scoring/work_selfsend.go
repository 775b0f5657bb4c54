package scoring

import (
	"context"
	"strconv"

	"github.com/a-h/templ"

	"thidua/refusal"
	"thidua/scoring"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// selfCheck lets the unit look over its sheet before it sends it.
func selfCheck(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p, err := readSelf(ctx, tx, v, work.Form{})
	p.Form = f
	return selfCheckPage(p), err
}

func selfSend(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	turn, err := turnOf(f)
	if err != nil {
		return work.Done{}, err
	}
	revision, err := strconv.ParseInt(f.Get("revision"), 10, 64)
	if err != nil {
		return work.Done{}, refusal.New(refusal.Invalid, "Trang gửi lên không đủ; hãy mở lại phiếu.")
	}
	if err := scoring.SendSelf(ctx, tx, v.By, v.Today, v.Season.ID, v.By.Unit, turn, revision); err != nil {
		return work.Done{}, err
	}
	return work.Done{To: v.Lam("tu-cham"), Say: ui.Words{Vietnamese: "Đã nộp phiếu tự chấm điểm.", English: "The sheet was sent."}}, nil
}

// selfRecallRead asks why the sheet is taken back.
func selfRecallRead(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p, err := readSelf(ctx, tx, v, work.Form{})
	p.Form = f
	return selfRecallPage(p), err
}

func selfRecall(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	turn, err := turnOf(f)
	if err != nil {
		return work.Done{}, err
	}
	if err := scoring.RecallSelf(ctx, tx, v.By, v.Today, v.Season.ID, v.By.Unit, turn, f.Get("reason")); err != nil {
		return work.Done{}, err
	}
	return work.Done{To: v.Lam("tu-cham"), Say: ui.Words{Vietnamese: "Đã thu hồi phiếu; đơn vị sửa rồi nộp lại trước hạn.", English: "The sheet was taken back; send it again before the deadline."}}, nil
}

// selfPrintRead sets the sheet for A4.
func selfPrintRead(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	p, err := readSelf(ctx, tx, v, work.Form{})
	return selfPrintPage(p), err
}
