package season_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// noted puts a finding of A and a task of the head's own unit on record, with
// one of nobody, and returns their ids.
func noted(t *testing.T, db *store.DB) (ofA, ofB, ofNobody string) {
	t.Helper()
	pledging(t, db)
	testkit.Exec(t, db, `UPDATE season SET phase = 'conference'`)
	add := func(kind season.NoteKind, owner string) (id string) {
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
			id, err = season.Add(ctx, tx, headB, intime, "s", season.Note{Kind: kind, Text: "Phong trào chưa đều", Owner: owner, Due: late})
			return err
		})
		return id
	}
	return add(season.Finding, "a"), add(season.Task, "b"), add(season.Task, "")
}

func following(by access.Actor, note string, to season.NoteState) act {
	return func(ctx context.Context, tx *store.Tx) error {
		return season.FollowUp(ctx, tx, by, late, season.NoteStep{Note: note, State: to, Text: "Đã mở lớp tập huấn"})
	}
}

func TestFollowUp_isToldByTheOwnerAndConfirmedByOthers(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		a, _, _ := noted(t, db)
		testkit.Exec(t, db, `UPDATE season SET phase = 'closed'`) // tasks are done after their year
		for _, step := range []act{
			following(deskA, a, season.NoteWorking), following(leaderA, a, season.NoteReported), following(headB, a, season.NoteDone),
			following(bodyC, a, season.NoteWorking),
		} {
			testkit.Write(t, db, step)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			steps, err := season.NoteSteps(ctx, tx, "s")
			if len(steps[a]) != 4 || season.StateAfter(steps[a]) != season.NoteWorking || season.StateAfter(steps[a][:3]) != season.NoteDone || steps[a][1].By != "Lãnh đạo A" {
				t.Errorf("got %+v", steps[a])
			}
			return err
		})
	})
}

func TestFollowUp_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		a, b, nobody := noted(t, db)
		done := func(ctx context.Context, tx *store.Tx) error {
			if err := following(bodyC, a, season.NoteDone)(ctx, tx); err != nil {
				return err
			}
			return following(deskA, a, season.NoteWorking)(ctx, tx)
		}
		for name, c := range map[string]struct {
			try  act
			kind refusal.Kind
		}{
			"another unit's matter":                 {following(deskA, b, season.NoteWorking), refusal.NotAllowed},
			"a matter of no unit":                   {following(deskA, nobody, season.NoteWorking), refusal.NotAllowed},
			"a unit confirming itself":              {following(deskA, a, season.NoteDone), refusal.NotAllowed},
			"the head confirming its own unit":      {following(headB, b, season.NoteDone), refusal.NotAllowed},
			"another cluster's head":                {following(headD, a, season.NoteDone), refusal.NotAllowed},
			"a state that is none":                  {following(bodyC, a, "x"), refusal.Invalid},
			"back to not begun":                     {following(bodyC, a, season.NoteOpen), refusal.Invalid},
			"a note that is not there":              {following(bodyC, "x", season.NoteDone), refusal.NotFound},
			"the unit taking up what was confirmed": {done, refusal.Closed},
			"without a word": {func(ctx context.Context, tx *store.Tx) error {
				return season.FollowUp(ctx, tx, deskA, late, season.NoteStep{Note: a, State: season.NoteWorking})
			}, refusal.Invalid},
			"with another unit's file": {func(ctx context.Context, tx *store.Tx) error {
				return season.FollowUp(ctx, tx, deskA, late, season.NoteStep{Note: a, State: season.NoteWorking, Text: "x", Evidence: []string{"tep:" + store.NewID()}})
			}, refusal.Invalid},
		} {
			t.Run(name, func(t *testing.T) {
				if err := testkit.Try(db, c.try); !refusal.Is(err, c.kind) {
					t.Errorf("want %s, got %v", c.kind, err)
				}
			})
		}
	})
}

func TestAdd_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		noted(t, db)
		for name, c := range map[string]struct {
			by   access.Actor
			note season.Note
			kind refusal.Kind
		}{
			"a unit":                         {deskA, season.Note{Kind: season.Finding, Text: "x"}, refusal.NotAllowed},
			"another cluster's head":         {headD, season.Note{Kind: season.Finding, Text: "x"}, refusal.NotAllowed},
			"an owner that is no member":     {headB, season.Note{Kind: season.Finding, Text: "x", Owner: "x"}, refusal.Invalid},
			"no words":                       {headB, season.Note{Kind: season.Task}, refusal.Invalid},
			"a day gone by":                  {headB, season.Note{Kind: season.Task, Text: "x", Due: vi.MustDay("2014-01-01")}, refusal.Invalid},
			"what is no finding and no task": {headB, season.Note{Kind: season.Achievement, Text: "x"}, refusal.Invalid},
		} {
			t.Run(name, func(t *testing.T) {
				err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
					_, err := season.Add(ctx, tx, c.by, intime, "s", c.note)
					return err
				})
				if !refusal.Is(err, c.kind) {
					t.Errorf("want %s, got %v", c.kind, err)
				}
			})
		}
	})
}

func TestElect_atADeskNamesMembersAndTheWay(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		pledging(t, db)
		electing := func(by access.Actor, e season.Election) act {
			return func(ctx context.Context, tx *store.Tx) error { return season.Elect(ctx, tx, by, intime, "s", e) }
		}
		for name, c := range map[string]struct {
			try  act
			kind refusal.Kind
		}{
			"no head":                {electing(headB, season.Election{Method: "Bầu"}), refusal.Invalid},
			"a head of no member":    {electing(headB, season.Election{Head: "x", Method: "Bầu"}), refusal.Invalid},
			"one unit as both":       {electing(headB, season.Election{Head: "a", Deputy: "a", Method: "Bầu"}), refusal.Invalid},
			"no way told":            {electing(headB, season.Election{Head: "a"}), refusal.Invalid},
			"a unit electing":        {electing(leaderA, season.Election{Head: "a", Method: "Bầu"}), refusal.NotAllowed},
			"another cluster's head": {electing(headD, season.Election{Head: "a", Method: "Bầu"}), refusal.NotAllowed},
		} {
			t.Run(name, func(t *testing.T) {
				if err := testkit.Try(db, c.try); !refusal.Is(err, c.kind) {
					t.Errorf("want %s, got %v", c.kind, err)
				}
			})
		}
		testkit.Write(t, db, electing(headB, season.Election{Head: "a", Deputy: "b", Method: "Các đơn vị thống nhất"}))
	})
}
