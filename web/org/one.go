package org

import (
	"context"

	"github.com/a-h/templ"

	"thidua/cluster"
	"thidua/org"
	"thidua/store"
	"thidua/vi"
	"thidua/web/work"
)

// matter is everything that is told of one unit.
type matter struct {
	org.Unit
	Names    []org.Name
	Above    map[string]org.Unit // the units above it, of any time
	Children []org.Unit          // directly under it today, or on its last day
	Lineage  org.Ancestry
	Years    []cluster.Membership
}

func one(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	m, err := matterOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return onePage(v, m, v.CanOpen("/don-vi/them")), nil
}

func matterOf(ctx context.Context, tx *store.Tx, v work.Visit) (m matter, err error) {
	if m.Unit, err = unitAsked(ctx, tx, v); err != nil {
		return m, err
	}
	if m.Names, err = org.Names(ctx, tx, m.ID); err != nil {
		return m, err
	}
	ids := []string{m.Parent}
	for _, n := range m.Names {
		ids = append(ids, n.Parent)
	}
	if m.Above, err = org.ByIDs(ctx, tx, ids, vi.Day{}); err != nil {
		return m, err
	}
	if m.Children, err = org.Children(ctx, tx, m.ID, m.lastDay(v.Today)); err != nil {
		return m, err
	}
	if m.Lineage, err = org.Lineage(ctx, tx, m.ID); err != nil {
		return m, err
	}
	m.Years, err = cluster.Memberships(ctx, tx, m.ID)
	return m, err
}

// lastDay is today, or the unit's last day when it has ended.
func (m matter) lastDay(today vi.Day) vi.Day {
	if !m.Until.IsZero() && !today.Before(m.Until) {
		return m.Until.AddDays(-1)
	}
	return today
}

// unitAsked is the unit of the address, as it is last known.
func unitAsked(ctx context.Context, tx *store.Tx, v work.Visit) (org.Unit, error) {
	return org.ByID(ctx, tx, v.Asked("unit"), vi.Day{})
}

// span says when something held: "từ 01/01/2020", "đến 30/06/2025".
func span(from, until vi.Day) string {
	switch {
	case from.IsZero() && until.IsZero():
		return "trước nay"
	case from.IsZero():
		return "đến " + until.AddDays(-1).Short()
	case until.IsZero():
		return "từ " + from.Short()
	}
	return "từ " + from.Short() + " đến " + until.AddDays(-1).Short()
}

var shares = map[org.Share]string{org.Full: "toàn bộ", org.Partial: "một phần"}

// mostChildren is how many units below are named one by one.
const mostChildren = 60
