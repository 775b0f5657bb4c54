package org

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

func address(unit string) string { return "/don-vi/" + url.PathEscape(unit) }

func addPage(_ context.Context, _ *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return addForm(v, f), nil
}

func add(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	u := org.Unit{Name: f.Get("name"), ShortName: f.Get("short_name"), Kind: org.Kind(f.Get("kind")), Level: org.Level(f.Get("level")),
		Code: strings.TrimSpace(f.Get("code"))}
	var err1, err2, err3 error
	u.From, err1 = f.Day("from")
	u.Until, err2 = lastDay(f, "until")
	u.Parent, err3 = parent(ctx, tx, f, u.From)
	if err := errors.Join(err1, err2, err3, code(u.Code)); err != nil {
		return work.Done{}, err
	}
	id, err := org.Add(ctx, tx, v.By, v.Today, u)
	return work.Done{To: address(id), Say: ui.Words{Vietnamese: "Đã thêm đơn vị.", English: "The unit was added."}}, err
}

// lastDay reads the last day something exists, as people say it, and returns
// the first on which it does not.
func lastDay(f work.Form, name string) (vi.Day, error) {
	day, err := f.Day(name)
	return day.AddDays(1), err
}

// parent is the unit above that was typed; none for nothing.
func parent(ctx context.Context, tx *store.Tx, f work.Form, day vi.Day) (string, error) {
	if strings.TrimSpace(f.Get("parent")) == "" {
		return "", nil
	}
	u, err := org.Named(ctx, tx, "parent", f.Get("parent"), day)
	return u.ID, err
}

// code refuses what no official code is: the lists know digits only.
func code(text string) error {
	if strings.Trim(text, "0123456789") != "" || len(text) > 5 {
		return refusal.Field("code", "Mã hành chính chỉ gồm 2 đến 5 chữ số; đơn vị không có mã thì để trống.")
	}
	return nil
}

func renamePage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	u, err := unitAsked(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return renameForm(v, u, f), nil
}

func rename(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n := org.NewName{Unit: v.Asked("unit"), Name: f.Get("name"), Act: f.Get("act"), Kind: org.Kind(f.Get("kind"))}
	var err1, err2 error
	n.On, err1 = f.Day("on")
	n.Parent, err2 = parent(ctx, tx, f, n.On)
	if err := errors.Join(err1, err2, refusal.Texts(refusal.Text{Field: "act", Value: &n.Act})); err != nil {
		return work.Done{}, err
	}
	if n.Kind != "" && n.Kind.Label() == "" {
		return work.Done{}, refusal.Field("kind", "Không có loại đơn vị này.")
	}
	err := org.Rename(ctx, tx, v.By, v.Today, n)
	return work.Done{To: address(n.Unit), Say: ui.Words{Vietnamese: "Đã ghi tên mới; tên cũ vẫn tra được.", English: "The new name is on record; the former one is still found."}}, err
}

func succeedPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	u, err := unitAsked(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return succeedForm(v, u, f), nil
}

// succeed records that the unit of the address, with others, became others.
func succeed(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	u, err := unitAsked(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	s := org.Succession{Act: f.Get("act"), Share: org.Share(f.Get("share")), Note: f.Get("note")}
	if err := refusal.Texts(refusal.Text{Field: "act", Value: &s.Act}, refusal.Text{Field: "note", Value: &s.Note}); err != nil {
		return work.Done{}, err
	}
	if s.Share != org.Full && s.Share != org.Partial {
		return work.Done{}, refusal.Field("share", "Chọn toàn bộ hay một phần.")
	}
	if s.On, err = f.Day("on"); err != nil {
		return work.Done{}, err
	}
	with, err1 := named(ctx, tx, f, "from", s.On.AddDays(-1))
	to, err2 := named(ctx, tx, f, "to", s.On)
	if err := errors.Join(err1, err2); err != nil {
		return work.Done{}, err
	}
	s.From, s.To = append([]string{u.ID}, with...), to
	slices.Sort(s.From[1:])
	s.From = slices.Compact(s.From)
	return work.Done{To: address(u.ID), Say: ui.Words{Vietnamese: "Đã ghi việc sáp nhập, chia tách.", English: "The succession is on record."}}, org.Succeed(ctx, tx, v.By, v.Today, s)
}

// mostNamed is how many units one form may name.
const mostNamed = 60

// named are the units that a field names, one a line.
func named(ctx context.Context, tx *store.Tx, f work.Form, field string, day vi.Day) (ids []string, err error) {
	var faults []error
	for _, line := range strings.Split(f.Get(field), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if len(ids) == mostNamed {
			return nil, refusal.Field(field, fmt.Sprintf("Mỗi lần ghi nhiều nhất %d đơn vị.", mostNamed))
		}
		u, err := org.Named(ctx, tx, field, line, day)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		ids = append(ids, u.ID)
	}
	return ids, errors.Join(faults...)
}
