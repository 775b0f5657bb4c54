package org

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Share says how much of a unit went to its successor.
type Share string

// The shares.
const (
	Full         Share = "full"    // the whole unit; it ends, unless it is its own successor
	Partial      Share = "partial" // a part; whether the unit goes on, others say
	ShareUnknown Share = ""
)

// Succession is a merge (several From, one To), a split (one From, several To)
// or a unit becoming another.
type Succession struct {
	From, To []string // unit ids; one that goes on under the same id stands in both
	On       vi.Day   // first day of the successors' taking over
	Act      string   // the document, "1678/NQ-UBTVQH15"; may be empty
	Share    Share
	Note     string
}

// Succeed records who came out of whom. A unit that was taken in fully ends on
// that day, or on that day rather than later when a list already ended it.
func Succeed(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s Succession) error {
	if err := access.Check(by, access.ImportUnits, ""); err != nil {
		return err
	}
	units, err := ByIDs(ctx, tx, append(slices.Clone(s.From), s.To...), s.On)
	if err != nil {
		return err
	}
	if err := s.Check(units); err != nil {
		return err
	}
	links, ended := s.links(units)
	if err := insertLinks(ctx, tx, links); err != nil {
		return err
	}
	if err := setUntil(ctx, tx, s.On, ended); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.ImportUnits, "unit:"+s.From[0], s)
}

// Check refuses a succession that cannot have been: units gives those named, as
// of any day.
func (s Succession) Check(units map[string]Unit) error {
	switch {
	case len(s.From) == 0:
		return refusal.Field("from", "Phải ghi đơn vị cũ.")
	case len(s.To) == 0:
		return refusal.Field("to", "Phải ghi đơn vị mới.")
	case s.On.IsZero():
		return refusal.Field("on", "Phải ghi ngày sáp nhập, chia tách.")
	}
	for _, id := range s.From {
		if u, ok := units[id]; !ok {
			return refusal.Field("from", "Không có đơn vị cũ này.")
		} else if !s.On.After(u.From) && !u.From.IsZero() {
			return refusal.Field("on", fmt.Sprintf("%s có từ ngày %s, không thể là đơn vị cũ vào ngày %s.", u.title(), u.From.Short(), s.On.Short()))
		}
	}
	for _, id := range s.To {
		if u, ok := units[id]; !ok {
			return refusal.Field("to", "Không có đơn vị mới này.")
		} else if !u.ExistsOn(s.On) {
			return refusal.Field("to", fmt.Sprintf("%s không tồn tại vào ngày %s.", u.title(), s.On.Short()))
		}
	}
	return nil
}

// link is one row of unit_succession on its way into the table.
type link struct {
	From  string `json:"from"`
	To    string `json:"to"`
	On    vi.Day `json:"on"`
	Act   string `json:"act"`
	Share Share  `json:"share"`
	Note  string `json:"note"`
}

// links is every pair, and the units that end by it.
func (s Succession) links(units map[string]Unit) (links []link, ended []string) {
	for _, from := range s.From {
		for _, to := range s.To {
			links = append(links, link{From: from, To: to, On: s.On, Act: vi.Clean(s.Act), Share: s.Share, Note: vi.Clean(s.Note)})
		}
		if s.Share == Full && !slices.Contains(s.To, from) && units[from].outlives(s.On) {
			ended = append(ended, from)
		}
	}
	return links, ended
}

// outlives reports whether the unit is recorded as existing on the day or
// ending after it.
func (u Unit) outlives(day vi.Day) bool { return u.Until.IsZero() || u.Until.After(day) }

// insertLinks writes any number of links in one statement; one recorded before
// takes the new document, share and note.
func insertLinks(ctx context.Context, tx *store.Tx, links []link) error {
	rows := make(map[string]link, len(links))
	for _, l := range links {
		rows[l.From+" "+l.To+" "+l.On.String()] = l
	}
	_, err := tx.Exec(ctx, `INSERT INTO unit_succession (from_unit, to_unit, on_day, act, share, note)
		SELECT j.value ->> 'from', j.value ->> 'to', j.value ->> 'on', j.value ->> 'act', j.value ->> 'share', j.value ->> 'note'
		FROM json_each($1) AS j WHERE true
		ON CONFLICT (from_unit, to_unit, on_day) DO UPDATE SET act = excluded.act, share = excluded.share, note = excluded.note`, store.Text(rows))
	return err
}
