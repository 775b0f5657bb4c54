package certificate

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/award"
	"thidua/certificate"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

func asked(v work.Visit) certificate.For {
	return certificate.For{Title: award.Code(v.Asked("title")), Kind: award.Recipient(v.Asked("kind"))}
}

// places shows where the fields stand; a blank without a layout begins with that
// of the decree.
func places(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	m, err := matterOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	forWhat := asked(v)
	if !known(forWhat) {
		return nil, refusal.New(refusal.NotFound, "Không có danh hiệu, hình thức khen thưởng này cho đối tượng ấy.")
	}
	l, has := m.layouts[forWhat]
	if !has {
		l = certificate.Starting(m.Width, m.Height)
	}
	return placesPage(v, f, m, forWhat, l, has), nil
}

func known(f certificate.For) bool {
	for _, c := range choices() {
		if c == f {
			return true
		}
	}
	return false
}

// setPlaces records the layout as typed.
func setPlaces(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if err := unbound(v); err != nil {
		return work.Done{}, err
	}
	var l certificate.Layout
	var wrong []error
	for _, field := range certificate.Fields() {
		s, err := spotOf(f, field)
		wrong = append(wrong, err)
		l.Spots = append(l.Spots, s)
	}
	if err := errors.Join(wrong...); err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi vị trí in.", English: "Recorded."}}, certificate.SetLayout(ctx, tx, v.By, v.Today, v.Asked("blank"), asked(v), l)
}

func spotOf(f work.Form, field certificate.Field) (certificate.Spot, error) {
	name := string(field) + "."
	x, err1 := length(f, name+"x")
	y, err2 := length(f, name+"y")
	width, err3 := length(f, name+"width")
	size, err4 := strconv.Atoi(strings.TrimSpace(f.Get(name + "size")))
	if err4 != nil {
		err4 = refusal.Field(name+"size", "Ghi cỡ chữ bằng số nguyên.")
	}
	return certificate.Spot{Field: field, On: f.Has(name + "on"), X: x, Y: y, Width: width, Align: certificate.Align(f.Get(name + "align")), Size: size, Words: f.Get(name + "words")},
		errors.Join(err1, err2, err3, err4)
}

// tall is about how high a spot is, in millimetres, for the drawing.
func tall(s certificate.Spot) string {
	if s.Field == certificate.CheckCode {
		return svg(s.Width)
	}
	return strconv.FormatFloat(float64(s.Size)*25.4/72*1.2, 'f', 1, 64)
}

// svg is a length as drawings write it.
func svg(l certificate.Length) string { return strconv.FormatFloat(l.MM(), 'f', 1, 64) }

func aligns() (all []ui.Option) {
	for _, a := range certificate.Aligns {
		all = append(all, ui.Option{Value: string(a), Label: a.Label()})
	}
	return all
}
