package org

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// NewName is a new name (and, where it says so, kind or parent) of a unit from
// a day on.
type NewName struct {
	Unit   string // id
	On     vi.Day // first day of the new name
	Name   string
	Act    string // the document, "1243/NQ-UBTVQH15"; may be empty
	Kind   Kind   // empty: as the name says, else as before
	Parent string // id; empty: as before
}

// Rename records the new name. When the same name is recorded already, but from a
// later day (a list shows it only afterwards), that day is corrected.
func Rename(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, n NewName) error {
	if err := access.Check(by, access.ImportUnits, ""); err != nil {
		return err
	}
	names, err := Names(ctx, tx, n.Unit)
	if err != nil {
		return err
	}
	u, err := ByID(ctx, tx, n.Unit, vi.Day{})
	if err != nil {
		return err
	}
	if err := n.check(u); err != nil {
		return err
	}
	if err := n.checkParent(ctx, tx); err != nil {
		return err
	}
	if err := n.write(ctx, tx, n.apply(u), names[len(names)-1]); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.ImportUnits, "unit:"+n.Unit, n)
}

func (n NewName) check(u Unit) error {
	if sentence := checkName(vi.Clean(n.Name)); sentence != "" {
		return refusal.Field("name", vi.UpperFirst(sentence))
	}
	if n.On.IsZero() {
		return refusal.Field("on", "Phải ghi ngày bắt đầu mang tên mới.")
	}
	if !u.ExistsOn(n.On) {
		return refusal.Field("on", fmt.Sprintf("%s không tồn tại vào ngày %s.", u.title(), n.On.Short()))
	}
	return nil
}

// checkParent refuses a unit above that is not there, or that stands below the
// unit itself.
func (n NewName) checkParent(ctx context.Context, tx *store.Tx) error {
	if n.Parent == "" {
		return nil
	}
	seen := map[string]bool{}
	for above := n.Parent; above != ""; {
		if above == n.Unit || seen[above] {
			return refusal.Field("parent", "Đơn vị không thể thuộc chính nó hay thuộc một đơn vị ở dưới nó.")
		}
		seen[above] = true
		u, err := ByID(ctx, tx, above, n.On)
		if refusal.Is(err, refusal.NotFound) {
			return refusal.Field("parent", "Không có đơn vị cấp trên này.")
		}
		if err != nil {
			return err
		}
		above = u.Parent
	}
	return nil
}

// apply is the unit as it is from then on.
func (n NewName) apply(u Unit) Unit {
	u.Name = vi.Clean(n.Name)
	if word, _ := vi.SplitUnitName(u.Name); n.Kind != "" {
		u.Kind = n.Kind
	} else if kind, ok := kindAt(word, u.Level); ok {
		u.Kind = kind
	}
	if n.Parent != "" {
		u.Parent = n.Parent
	}
	u.ShortName = shortName(u.Kind, u.Name)
	return u
}

func (n NewName) write(ctx context.Context, tx *store.Tx, u Unit, newest Name) error {
	switch {
	case !n.On.Before(newest.From):
		return replaceNames(ctx, tx, n.On, []Unit{u})
	case vi.SpellingKey(newest.Name) == vi.SpellingKey(u.Name):
		return advanceName(ctx, tx, n.Unit, newest.From, n.On)
	}
	return refusal.New(refusal.Conflict, fmt.Sprintf("Từ ngày %s đơn vị đã mang tên %s; không thể đặt tên khác cho thời gian trước đó.", newest.From.Short(), newest.Name))
}

// advanceName lets a name that was known from one day begin on an earlier one.
func advanceName(ctx context.Context, tx *store.Tx, unit string, from, earlier vi.Day) error {
	touched, err := tx.Exec(ctx, `UPDATE unit_name SET until_day = $1 WHERE unit_id = $2 AND until_day = $3 AND from_day < $1`, earlier, unit, from)
	if err != nil {
		return err
	}
	if touched == 0 {
		return refusal.New(refusal.Conflict, "Ngày này rơi vào một tên cũ hơn của đơn vị.")
	}
	_, err = tx.Exec(ctx, `UPDATE unit_name SET from_day = $1 WHERE unit_id = $2 AND from_day = $3`, earlier, unit, from)
	return err
}
