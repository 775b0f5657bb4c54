package meeting

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// Run takes a conference through one of the steps of its sitting: Begin, Pause,
// Resume or End.
func Run(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, step Step) error {
	s, err := takeUp(ctx, tx, by, day, access.HoldConference, id)
	if err != nil {
		return err
	}
	t, err := s.Stage.after(step)
	if err != nil {
		return err
	}
	switch step {
	case Begin:
		err = s.mayBegin(ctx, tx)
	case End:
		err = s.mayEnd(ctx, tx)
	case Pause, Resume:
	default:
		err = refusal.New(refusal.Invalid, "Việc này không thuộc diễn biến của hội nghị.")
	}
	if err != nil {
		return err
	}
	s.Stage = t.To
	if step == End {
		s.finishCurrent()
		s.Held = true
	}
	return s.tell(ctx, tx, Event{Kind: EventKind(step)})
}

// mayEnd refuses to end while a vote is open: its voters would leave.
func (s sitting) mayEnd(ctx context.Context, tx *store.Tx) error {
	polls, err := voting.Polls(ctx, tx, s.season.ID)
	if err != nil {
		return err
	}
	for _, p := range polls {
		if p.Conference == s.ID && (p.State == voting.Opened || p.State == voting.Tied) {
			return refusal.New(refusal.Unsatisfied, fmt.Sprintf("Cuộc biểu quyết “%s” chưa kết thúc; kết thúc hoặc hủy cuộc biểu quyết rồi mới bế mạc.", p.Question))
		}
	}
	return nil
}

// Current is the place of the agenda item the conference is at, from 1; 0 when
// it is at none.
func (c Conference) Current() int {
	for i, a := range c.Agenda {
		if a.Status == ItemCurrent {
			return i + 1
		}
	}
	return 0
}

func (s *sitting) finishCurrent() {
	if n := s.Current(); n > 0 {
		s.Agenda[n-1].Status = ItemFinished
	}
}

// TakeItem makes an item of the agenda (from 1) the one the conference is at;
// the one before it is then done.
func TakeItem(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, item int) error {
	return changeItem(ctx, tx, by, day, id, item, ItemTaken, func(s *sitting) {
		s.finishCurrent()
		s.Agenda[item-1].Status = ItemCurrent
	})
}

// FinishItem marks an item of the agenda (from 1) as done.
func FinishItem(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, item int) error {
	return changeItem(ctx, tx, by, day, id, item, ItemDone, func(s *sitting) { s.Agenda[item-1].Status = ItemFinished })
}

func changeItem(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, item int, kind EventKind, change func(*sitting)) error {
	s, err := takeUp(ctx, tx, by, day, access.HoldConference, id)
	if err != nil {
		return err
	}
	if err := s.needs("chuyển mục chương trình", Running); err != nil {
		return err
	}
	if item < 1 || item > len(s.Agenda) {
		return refusal.New(refusal.NotFound, "Không có mục này trong chương trình.")
	}
	change(&s)
	return s.tell(ctx, tx, Event{Kind: kind, Item: item, Words: s.Agenda[item-1].Content})
}

// AddItem puts a matter on the agenda of a conference that sits.
func AddItem(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, id string, item AgendaItem) error {
	s, err := takeUp(ctx, tx, by, day, access.HoldConference, id)
	if err != nil {
		return err
	}
	if err := s.needs("thêm mục chương trình", Running, Paused); err != nil {
		return err
	}
	if err := written("content", &item.Content); err != nil {
		return err
	}
	if err := written("who", &item.Who); err != nil {
		return err
	}
	if item.Content == "" {
		return refusal.Field("content", "Mục chương trình phải có nội dung.")
	}
	s.Agenda = append(s.Agenda, AgendaItem{Content: item.Content, Who: item.Who, Length: item.Length})
	return s.tell(ctx, tx, Event{Kind: ItemAdded, Item: len(s.Agenda), Words: item.Content})
}
