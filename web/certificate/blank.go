package certificate

import (
	"context"
	"errors"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"thidua/certificate"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// matter is a blank with all that belongs to it.
type matter struct {
	certificate.Blank
	stock   certificate.Stock
	layouts map[certificate.For]certificate.Layout
	picture bool
	moves   list.View[move] // of its sheets
}

func matterOf(ctx context.Context, tx *store.Tx, v work.Visit) (m matter, err error) {
	if err = unbound(v); err != nil {
		return m, err
	}
	if m.Blank, err = certificate.ByID(ctx, tx, v.Asked("blank")); err != nil {
		return m, err
	}
	if m.stock, err = certificate.StockOf(ctx, tx, m.ID); err != nil {
		return m, err
	}
	if m.picture, err = certificate.HasPicture(ctx, tx, m.ID); err != nil {
		return m, err
	}
	m.layouts, err = certificate.Layouts(ctx, tx, m.ID)
	return m, err
}

// choices are all titles for all kinds of recipients.
func choices() (all []certificate.For) {
	for _, name := range rulebook.Names() {
		for _, kind := range name.For {
			if !name.Flag {
				all = append(all, certificate.For{Title: name.Code, Kind: kind})
			}
		}
	}
	return all
}

// at is the address of the places for a title and a kind of recipient.
func (m matter) at(f certificate.For) string {
	return blankAt(m.ID) + "/" + string(f.Title) + "/" + string(f.Kind)
}

// laid are the choices that have places already, or have not.
func (m matter) laid(yes bool) (all []certificate.For) {
	return slices.DeleteFunc(choices(), func(f certificate.For) bool { _, has := m.layouts[f]; return has != yes })
}

func change(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if err := unbound(v); err != nil {
		return work.Done{}, err
	}
	b, err := certificate.ByID(ctx, tx, v.Asked("blank"))
	if err != nil {
		return work.Done{}, err
	}
	if b, err = typed(f, b); err != nil {
		return work.Done{}, err
	}
	_, err = certificate.Define(ctx, tx, v.By, v.Today, b)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi phôi.", English: "Recorded."}}, err
}

func calibrate(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	x, err1 := length(f, "shift_x")
	y, err2 := length(f, "shift_y")
	if err := errors.Join(unbound(v), err1, err2); err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi độ lệch; những lần in sau được dời theo.", English: "Recorded; later prints are moved."}},
		certificate.Calibrate(ctx, tx, v.By, v.Today, v.Asked("blank"), x, y)
}

func bringPicture(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if err := unbound(v); err != nil {
		return work.Done{}, err
	}
	file, _, err := f.File("picture")
	if errors.Is(err, http.ErrMissingFile) {
		return work.Done{}, refusal.Field("picture", "Chưa chọn ảnh.")
	}
	if err != nil {
		return work.Done{}, err
	}
	defer file.Close()
	raw, err := io.ReadAll(io.LimitReader(file, certificate.LargestPicture+1))
	if err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã nhận ảnh.", English: "Taken."}}, certificate.SetPicture(ctx, tx, v.By, v.Today, v.Asked("blank"), raw)
}

func receive(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	first, err1 := whole(f, "first")
	last, err2 := whole(f, "last")
	if err := errors.Join(unbound(v), err1, err2); err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã nhập kho.", English: "Received."}},
		certificate.Receive(ctx, tx, v.By, v.Today, v.Asked("blank"), certificate.Receipt{First: first, Last: last, Document: f.Get("document"), Day: v.Today})
}

func spoil(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	number, err := whole(f, "number")
	if err := errors.Join(unbound(v), err); err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi phôi hỏng.", English: "Recorded as spoiled."}},
		certificate.Spoil(ctx, tx, v.By, v.Today, v.Asked("blank"), certificate.Spoiled{Number: number, Reason: f.Get("reason"), Day: v.Today})
}

func whole(f work.Form, name string) (int, error) {
	n, err := strconv.Atoi(strings.TrimSpace(f.Get(name)))
	if err != nil {
		return 0, refusal.Field(name, "Ghi số in trên phôi, chỉ gồm chữ số.")
	}
	return n, nil
}
