package exemplar_test

import (
	"context"
	"strings"
	"testing"

	"thidua/access"
	"thidua/exemplar"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

func TestExemplar_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		testkit.Exec(t, db, testkit.Season("over", "c", 2013, "closed", 2))
		id := discovered(t, db)
		discovering := func(by access.Actor, change func(*exemplar.Exemplar)) work {
			return func(ctx context.Context, tx *store.Tx) error {
				e := model()
				change(&e)
				_, err := exemplar.Discover(ctx, tx, by, day, e, vi.Day{})
				return err
			}
		}
		quoting := func(by access.Actor, change func(*exemplar.Exemplar)) work {
			return func(ctx context.Context, tx *store.Tx) error {
				e := statement()
				change(&e)
				_, err := exemplar.Quote(ctx, tx, by, day, e, vi.Day{}, "")
				return err
			}
		}
		advancing := func(by access.Actor, state exemplar.State, step exemplar.Step) work {
			return func(ctx context.Context, tx *store.Tx) error {
				if _, err := tx.Exec(ctx, `UPDATE exemplar SET state = $1`, state); err != nil {
					return err
				}
				return exemplar.Advance(ctx, tx, by, day, id, step)
			}
		}
		adopting := func(by access.Actor, state exemplar.State, a exemplar.Adoption) work {
			return func(ctx context.Context, tx *store.Tx) error {
				if _, err := tx.Exec(ctx, `UPDATE exemplar SET state = $1`, state); err != nil {
					return err
				}
				a.Exemplar = id
				_, err := exemplar.Adopt(ctx, tx, by, day, a)
				return err
			}
		}
		same := func(*exemplar.Exemplar) {}
		ownHead := access.Actor{Role: access.ClusterHead, Unit: "con_cuong"}
		for _, c := range []struct {
			name string
			try  work
			kind refusal.Kind
			says string
		}{
			{"an exemplar without a name", discovering(officer, func(e *exemplar.Exemplar) { e.Name = "" }), refusal.Invalid, "có tên"},
			{"a statement discovered", discovering(officer, func(e *exemplar.Exemplar) { e.Kind = exemplar.Statement }), refusal.Invalid, "trích báo cáo"},
			{"an unknown kind", discovering(officer, func(e *exemplar.Exemplar) { e.Kind = "x" }), refusal.Invalid, "tập thể"},
			{"a count of one exemplar", discovering(officer, func(e *exemplar.Exemplar) { e.Count = 2 }), refusal.Invalid, "số lượng"},
			{"an unknown unit", discovering(officer, func(e *exemplar.Exemplar) { e.Unit = "x" }), refusal.Invalid, "đơn vị"},
			{"a movement of another season", discovering(officer, func(e *exemplar.Exemplar) { e.Movement = "x" }), refusal.Invalid, "phong trào"},
			{"an unknown season", discovering(officer, func(e *exemplar.Exemplar) { e.Season = "x" }), refusal.NotFound, "năm thi đua"},
			{"a season that is over", discovering(officer, func(e *exemplar.Exemplar) { e.Season, e.Movement = "over", "" }), refusal.Closed, "đã kết thúc"},
			{"the administrator", discovering(access.Actor{Role: access.Admin}, same), refusal.NotAllowed, "Điển hình"},
			{"a statement quoted by a unit", quoting(officer, same), refusal.NotAllowed, "trưởng cụm hoặc cơ quan thường trực"},
			{"a statement with a name", quoting(head, func(e *exemplar.Exemplar) { e.Name = "Tên" }), refusal.Invalid, "tên riêng"},
			{"a statement that says nothing", quoting(head, func(e *exemplar.Exemplar) { e.Story = "" }), refusal.Invalid, "báo cáo nêu"},
			{"a named exemplar quoted past verification", quoting(head, func(e *exemplar.Exemplar) { e.Kind = exemplar.Person }), refusal.Invalid, "phải qua xác minh"},
			{"verifying one's own", advancing(ownHead, exemplar.Discovered, exemplar.Step{Act: exemplar.Verifying}), refusal.NotAllowed, "tự xác minh"},
			{"publishing what is only verified", advancing(standing, exemplar.Verified, exemplar.Step{Act: exemplar.Publication}), refusal.Conflict, "đã xác minh"},
			{"recognising without a paper", advancing(standing, exemplar.Verified, exemplar.Step{Act: exemplar.Recognition}), refusal.Invalid, "văn bản"},
			{"recognising as cluster head", advancing(head, exemplar.Verified, exemplar.Step{Act: exemplar.Recognition, Note: "x"}), refusal.NotAllowed, "cơ quan thường trực"},
			{"verifying before the discovery", advancing(standing, exemplar.Discovered, exemplar.Step{Act: exemplar.Verifying, On: vi.MustDay("2014-04-01")}), refusal.Invalid, "01/04/2014"},
			{"a step of tomorrow", advancing(standing, exemplar.Discovered, exemplar.Step{Act: exemplar.Verifying, On: vi.MustDay("2014-11-23")}), refusal.Invalid, "23/11/2014"},
			{"replication without an adopter", advancing(standing, exemplar.Published, exemplar.Step{Act: exemplar.Replication}), refusal.Invalid, "nơi học tập"},
			{"adopting what is not published", adopting(head, exemplar.Recognised, exemplar.Adoption{Unit: "thanh_chuong"}), refusal.Conflict, "đã công nhận"},
			{"adoption by nobody", adopting(head, exemplar.Published, exemplar.Adoption{}), refusal.Invalid, "học tập, làm theo"},
			{"adoption by its own unit", adopting(head, exemplar.Published, exemplar.Adoption{Unit: "con_cuong"}), refusal.Invalid, "phải khác"},
			{"adoption told for another unit", adopting(officer, exemplar.Published, exemplar.Adoption{Unit: "thanh_chuong"}), refusal.NotAllowed, "của mình"},
			{"adoption by an unknown unit", adopting(head, exemplar.Published, exemplar.Adoption{Unit: "x"}), refusal.Invalid, "Không có đơn vị"},
		} {
			t.Run(c.name, func(t *testing.T) {
				err := testkit.Try(db, c.try)
				if !refusal.Is(err, c.kind) || !strings.Contains(err.Error(), c.says) {
					t.Errorf("want %s saying %q, got %v", c.kind, c.says, err)
				}
			})
		}
	})
}
