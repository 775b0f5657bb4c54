package notice

import (
	"context"

	"github.com/a-h/templ"

	"thidua/notice"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// wish shows how the person wants letters.
func wish(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	how, err := notice.WishOf(ctx, tx, v.Person.ID)
	return wishPage(v, f, how), err
}

func keepWish(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	return work.Done{Say: ui.Words{Vietnamese: "Đã lưu cách nhận thư.", English: "Saved."}}, notice.Wish(ctx, tx, v.Person.ID, notice.How(f.Get("cach")))
}

func ways(ctx context.Context) (all []ui.Option) {
	for _, h := range notice.Ways {
		all = append(all, ui.Option{Value: string(h), Label: ui.Words(h.Words()).In(ctx)})
	}
	return all
}
