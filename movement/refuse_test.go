package movement_test

import (
	"context"
	"strings"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/movement"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// work is one try within a transaction.
type work = func(context.Context, *store.Tx) error

func TestMovement_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		id := launch(t, db, newCountryside())
		answer := movement.Response{Movement: id, Unit: "con_cuong", Summary: "Hưởng ứng."}
		launching := func(by access.Actor, change func(*movement.Movement)) work {
			return func(ctx context.Context, tx *store.Tx) error {
				m := newCountryside()
				m.Name = "Phong trào khác"
				change(&m)
				_, err := movement.Launch(ctx, tx, by, day, m)
				return err
			}
		}
		responding := func(by access.Actor, on string, change func(*movement.Response)) work {
			return func(ctx context.Context, tx *store.Tx) error {
				r := answer
				change(&r)
				return movement.Respond(ctx, tx, by, vi.MustDay(on), r)
			}
		}
		reviewing := func(r movement.Review) work {
			return func(ctx context.Context, tx *store.Tx) error {
				_, err := movement.RecordReview(ctx, tx, head, vi.MustDay("2014-11-22"), r)
				return err
			}
		}
		after := func(statement string, work work) work {
			return func(ctx context.Context, tx *store.Tx) error {
				if _, err := tx.Exec(ctx, statement); err != nil {
					return err
				}
				return work(ctx, tx)
			}
		}
		same := func(*movement.Response) {}
		for _, c := range []struct {
			name string
			work work
			kind refusal.Kind
			says string
		}{
			{"a member unit launching for the cluster", launching(officer, func(*movement.Movement) {}), refusal.NotAllowed, "trưởng cụm"},
			{"the same name without accents", launching(head, func(m *movement.Movement) { m.Name = "chung suc xay dung nong thon moi" }), refusal.Conflict, "đã có"},
			{"no name", launching(head, func(m *movement.Movement) { m.Name = " " }), refusal.Invalid, "tên"},
			{"an unknown kind", launching(head, func(m *movement.Movement) { m.Kind = "x" }), refusal.Invalid, "thường xuyên"},
			{"an end before the launch", launching(head, func(m *movement.Movement) { m.EndsOn = vi.MustDay("2014-01-01") }), refusal.Invalid, "01/01/2014"},
			{"an unknown season", launching(head, func(m *movement.Movement) { m.Season = "none" }), refusal.NotFound, "năm thi đua"},
			{"an invisible character", launching(head, func(m *movement.Movement) { m.Name = "a\x07" }), refusal.Invalid, "Ký tự"},
			{"a closed season", after(`UPDATE season SET phase = 'closed'`, launching(head, func(*movement.Movement) {})), refusal.Closed, "kết thúc"},
			{"answering for another unit", responding(officer, "2014-04-10", func(r *movement.Response) { r.Unit = "thanh_chuong" }), refusal.NotAllowed, "Mỗi đơn vị"},
			{"a unit outside the cluster", responding(guest, "2014-04-10", func(r *movement.Response) { r.Unit = "do_luong" }), refusal.Invalid, "không phải thành viên"},
			{"answering before the launch", responding(officer, "2014-03-27", same), refusal.Closed, "28/03/2014"},
			{"an answer dated after the report", responding(officer, "2014-04-10", func(r *movement.Response) { r.On = vi.MustDay("2014-04-11") }), refusal.Invalid, "11/04/2014"},
			{"an empty answer", responding(officer, "2014-04-10", func(r *movement.Response) { r.Summary = "" }), refusal.Invalid, "làm gì"},
			{"a figure without a value", responding(officer, "2014-04-10", func(r *movement.Response) { r.Figures = []movement.Figure{{Name: "xã"}} }), refusal.Invalid, "thứ 1"},
			{"an unknown movement", responding(officer, "2014-04-10", func(r *movement.Response) { r.Movement = "none" }), refusal.NotFound, "phong trào"},
			{"answering after the results are public", after(`UPDATE season SET published_on = '2014-04-09'`, responding(officer, "2014-04-10", same)), refusal.Closed, "09/04/2014"},
			{"answering after the final review", after(`INSERT INTO movement_review (id, movement_id, kind, on_day, wording, illustrative) VALUES ('r', '`+id+`', 'final', '2014-04-09', 'x', false)`, responding(officer, "2014-04-10", same)), refusal.Closed, "đã tổng kết"},
			{"a second final review", after(`INSERT INTO movement_review (id, movement_id, kind, on_day, wording, illustrative) VALUES ('r', '`+id+`', 'final', '', 'x', false)`, reviewing(movement.Review{Movement: id, Kind: movement.Final, Text: "x"})), refusal.Conflict, "đã được tổng kết"},
			{"a review without text", reviewing(movement.Review{Movement: id, Kind: movement.Interim}), refusal.Invalid, "nội dung"},
			{"a review of unknown kind", reviewing(movement.Review{Movement: id, Kind: "x", Text: "x"}), refusal.Invalid, "sơ kết"},
			{"a review before the launch", reviewing(movement.Review{Movement: id, Kind: movement.Interim, On: vi.MustDay("2014-01-01"), Text: "x"}), refusal.Invalid, "Sơ kết (01/01/2014)"},
		} {
			t.Run(c.name, func(t *testing.T) {
				err := testkit.Try(db, c.work)
				if !refusal.Is(err, c.kind) || !strings.Contains(err.Error(), c.says) {
					t.Errorf("want %s saying %q, got %v", c.kind, c.says, err)
				}
			})
		}
	})
}
