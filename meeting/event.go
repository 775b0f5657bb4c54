package meeting

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/store"
	"thidua/vi"
)

// EventKind is what happened: a step, or one of the kinds below.
type EventKind string

// The kinds of event beside the steps.
const (
	SignersNamed  EventKind = "signers_named"  // cử chủ tọa, thư ký
	RollCalled    EventKind = "roll"           // một đơn vị được điểm danh
	ItemAdded     EventKind = "item_added"     // thêm mục chương trình
	ItemTaken     EventKind = "item_taken"     // bắt đầu một mục
	ItemDone      EventKind = "item_done"      // xong một mục
	Spoke         EventKind = "spoke"          // ý kiến phát biểu
	Reported      EventKind = "reported"       // báo cáo được trình bày
	Concluded     EventKind = "concluded"      // kết luận
	Edited        EventKind = "edited"         // sửa dự thảo biên bản
	AmendProposed EventKind = "amend_proposed" // đề nghị sửa biên bản
	AmendDecided  EventKind = "amend_decided"  // chủ tọa quyết định đề nghị sửa
)

// Event is one thing that happened in a conference; it is never changed.
type Event struct {
	Seq   int64       `json:"seq"` // 1, 2, 3… of the conference
	At    store.Time  `json:"at"`
	Kind  EventKind   `json:"kind"`
	Unit  string      `json:"unit,omitempty"`  // unit id it concerns; may be empty
	Item  int         `json:"item,omitempty"`  // place on the agenda, from 1; 0 = none
	Words string      `json:"words,omitempty"` // what was said or changed
	Actor string      `json:"actor"`           // who recorded it
	Role  access.Role `json:"role"`            // in which capacity
}

// Clock is the hour of an event as minutes write it: "08 giờ 05".
func (e Event) Clock() string { return Clock(e.At) }

// Clock is the hour in Việt Nam as minutes write it: "08 giờ 05".
func Clock(at store.Time) string {
	t := at.In(vi.Location)
	return fmt.Sprintf("%02d giờ %02d", t.Hour(), t.Minute())
}

var eventLabels = map[EventKind]string{
	SignersNamed: "Cử chủ tọa, thư ký", RollCalled: "Điểm danh", ItemAdded: "Thêm vào chương trình", ItemTaken: "Bắt đầu mục", ItemDone: "Xong mục",
	Spoke: "Ý kiến", Reported: "Báo cáo", Concluded: "Kết luận", Edited: "Sửa dự thảo biên bản",
	AmendProposed: "Đề nghị sửa biên bản", AmendDecided: "Quyết định về đề nghị sửa",
}

// Label is the kind's Vietnamese name.
func (k EventKind) Label() string {
	if label := eventLabels[k]; label != "" {
		return label
	}
	return vi.UpperFirst(Step(k).Label())
}

// Told is the event in one line, without its hour: "Điểm danh: huyện Con Cuông
// có mặt". name gives a unit's name.
func (e Event) Told(name func(unit string) string) string {
	words := e.Words
	if e.Unit != "" && e.Kind == RollCalled {
		words = name(e.Unit) + " " + words
	} else if e.Unit != "" {
		words = name(e.Unit) + " – " + words
	}
	if words == "" {
		return e.Kind.Label()
	}
	return e.Kind.Label() + ": " + words
}

// EventsOf returns what happened in a conference, in its order.
func EventsOf(ctx context.Context, tx *store.Tx, conference string) ([]Event, error) {
	return store.All(ctx, tx, func(e *Event) []any {
		return []any{&e.Seq, &e.At, &e.Kind, &e.Unit, &e.Item, &e.Words, &e.Actor, &e.Role}
	}, `SELECT seq, at, kind, unit_id, item, words, actor, role FROM conference_event WHERE conference_id = $1 ORDER BY seq`, conference)
}

// tell keeps an event of the conference, with its entry in the journal.
func (c *Conference) tell(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, act access.Act, e Event) error {
	c.Version++
	e.Seq, e.At, e.Actor, e.Role = c.Version, tx.Now, by.Name, by.Role
	if _, err := tx.Exec(ctx, `INSERT INTO conference_event (conference_id, seq, at, kind, unit_id, item, words, actor, role)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`, c.ID, e.Seq, e.At, e.Kind, e.Unit, e.Item, e.Words, e.Actor, e.Role); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, act, "conference:"+c.ID, e)
}
