package org

import (
	"context"
	"errors"
	"fmt"

	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/roundtrip"
	"thidua/web/ui"
	"thidua/web/work"
)

// roomForUnits is how many empty lines the file has for units to be added.
const roomForUnits = 20

// byExcel lets new names of a unit and of those directly under it be filled in
// as an Excel file, each from a day on, and units be added there. All else
// changes by succession or by the official list, and is locked.
var byExcel = roundtrip.Table{Path: "/don-vi/{unit}/truc-thuoc", Title: ui.Words{Vietnamese: "Đơn vị và các đơn vị trực thuộc", English: "A unit and those under it"}, Who: keepers,
	File: "don-vi-truc-thuoc", Sheet: unitSheet, Record: recordUnits}

// Raws are the addresses that are no pages.
var Raws = []work.Raw{byExcel.Raw()}

// unitsHere are the unit of the address and those directly under it.
func unitsHere(ctx context.Context, tx *store.Tx, v work.Visit) ([]org.Unit, error) {
	u, err := unitAsked(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	under, err := org.Children(ctx, tx, u.ID, matter{Unit: u}.lastDay(v.Today))
	return append([]org.Unit{u}, under...), err
}

func unitSheet(ctx context.Context, tx *store.Tx, v work.Visit) (roundtrip.Sheet, error) {
	all, err := unitsHere(ctx, tx, v)
	if err != nil {
		return roundtrip.Sheet{}, err
	}
	s := roundtrip.Sheet{Of: "don-vi " + all[0].ID, Back: address(all[0].ID), At: address(all[0].ID) + "/truc-thuoc",
		Columns: []roundtrip.Column{{Name: "Mã", Width: 9}, {Name: "Loại", Width: 16}, {Name: "Tên", Width: 40}, {Name: "Từ ngày", Width: 14}, {Name: "Văn bản (số, ngày)", Width: 30}},
		Remarks: []string{all[0].Name, "Đổi tên: ghi tên mới, ngày bắt đầu mang tên và văn bản; tên cũ vẫn tra được.", "Thêm đơn vị trực thuộc: ghi vào các dòng trống ở cuối. Sáp nhập, chia tách thì ghi ở trang của từng đơn vị."}}
	for _, u := range all {
		s.Rows = append(s.Rows, roundtrip.Row{Key: u.ID, Name: u.Name, Cells: []roundtrip.Cell{{Text: u.Code}, {Text: u.Kind.Label()},
			{Field: unitField(u.ID, "name"), Text: u.Name}, {Field: unitField(u.ID, "on"), Day: true}, {Field: unitField(u.ID, "act")}}})
		if u.Sample && len(s.Remarks) == 3 {
			s.Remarks = append(s.Remarks, "Có số liệu minh họa")
		}
	}
	for i := range roomForUnits {
		key := newUnit(i)
		s.Rows = append(s.Rows, roundtrip.Row{Key: key, Name: fmt.Sprintf("Đơn vị thêm, dòng %d", i+1), Cells: []roundtrip.Cell{{Field: unitField(key, "code")}, {},
			{Field: unitField(key, "name")}, {Field: unitField(key, "from"), Day: true}, {}}})
	}
	return s, nil
}

func newUnit(i int) string { return fmt.Sprintf("moi-%d", i+1) }

func underUnit(key string) string { return "dv." + key }

func unitField(key, part string) string { return underUnit(key) + "." + part }

// recordUnits renames the units that stand in the form and adds those that are
// new, all or none.
func recordUnits(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	all, err := unitsHere(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	var faults []error
	renamed, added := 0, 0
	for _, u := range all {
		if f.Has(unitField(u.ID, "name")) {
			renamed, faults = renamed+1, append(faults, renameByExcel(ctx, tx, v, f, u))
		}
	}
	for i := range roomForUnits {
		if key := newUnit(i); f.Has(unitField(key, "name")) {
			added, faults = added+1, append(faults, addByExcel(ctx, tx, v, f, key, all[0].ID))
		}
	}
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã đổi tên %d đơn vị, thêm %d đơn vị.", renamed, added), English: fmt.Sprintf("%d units renamed, %d added.", renamed, added)}}, errors.Join(faults...)
}

func renameByExcel(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, u org.Unit) error {
	n := org.NewName{Unit: u.ID, Name: f.Get(unitField(u.ID, "name")), Act: f.Get(unitField(u.ID, "act"))}
	if n.Name == u.Name {
		return refusal.Field(unitField(u.ID, "name"), "Chưa ghi tên mới.")
	}
	var err error
	if n.On, err = f.Day(unitField(u.ID, "on")); err != nil {
		return err
	}
	if err := refusal.Texts(refusal.Text{Field: "act", Value: &n.Act}); err != nil {
		return refusal.Under(underUnit(u.ID), err)
	}
	return refusal.Under(underUnit(u.ID), org.Rename(ctx, tx, v.By, v.Today, n))
}

func addByExcel(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, key, parent string) error {
	u := org.Unit{Name: f.Get(unitField(key, "name")), Code: f.Get(unitField(key, "code")), Parent: parent}
	var err error
	if u.From, err = f.Day(unitField(key, "from")); err != nil {
		return err
	}
	if err := code(u.Code); err != nil {
		return refusal.Under(underUnit(key), err)
	}
	_, err = org.Add(ctx, tx, v.By, v.Today, u)
	return refusal.Under(underUnit(key), err)
}
