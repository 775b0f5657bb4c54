package award_test

import (
	"context"
	"strings"
	"testing"

	"thidua/award"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

func TestAsAmended_readsAsTheLastAmendmentsSayAndTheDecisionStays(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		first := person("Nguyễn Đức Hòa", "Sở Nội vụ")
		first.Achievement = "Hoàn thành tốt"
		id := record(t, db, decision("155/QĐ-UBND"), first, person("Lý Thị Thúy", "Sở Tài chính"), person("Vi Văn Sơn", "Sở Y tế"))
		record(t, db, decision("156/QĐ-UBND"), person("Lô Văn Ba", "Sở Nội vụ"))
		by := award.Decision{Number: "201/QĐ-UBND", Day: vi.MustDay("2014-03-01"), Authority: "Chủ tịch UBND tỉnh Nghệ An"}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			for _, m := range []award.Amendment{{Award: id + "-1", Name: "Nguyễn Đức Hoà A"}, {Award: id + "-1", Name: "Nguyễn Đức Hòa B", UnitName: "Sở Tư pháp"}, {Award: id + "-2", Achievement: "Có sáng kiến"}} {
				m.Decision, m.Reason = by, "Ghi sai"
				if err := award.Adjust(ctx, tx, standing, today, m); err != nil {
					return err
				}
			}
			return award.Revoke(ctx, tx, standing, today, award.Revocation{Award: id + "-3", Ground: award.ForgedPapers, Reason: "Kết luận",
				Decision: award.Decision{Number: "202/QĐ-UBND", Day: by.Day, Authority: by.Authority}})
		})
		if err := db.Read(ctx, func(tx *store.Tx) error {
			d, all, err := award.AsAmended(ctx, tx, id, award.Whole)
			if err != nil {
				return err
			}
			var lines []string
			for _, a := range all {
				lines = append(lines, strings.Join([]string{a.Name, a.UnitName, a.Achievement, string(a.State), a.Last.By.Number}, "|"))
			}
			want := "Nguyễn Đức Hòa B|Sở Tư pháp|Hoàn thành tốt|amended|201/QĐ-UBND\nLý Thị Thúy|Sở Tài chính|Có sáng kiến|amended|201/QĐ-UBND\nVi Văn Sơn|Sở Y tế||revoked|"
			if got := strings.Join(lines, "\n"); got != want || d.Number != "155/QĐ-UBND" {
				t.Errorf("%s:\n%s", d.Number, got)
			}
			if _, decided, err := award.Of(ctx, tx, id, award.Whole); err != nil || decided[0].Name != "Nguyễn Đức Hòa" || decided[1].Achievement != "" {
				t.Errorf("the decision itself reads %+v, %v", decided, err)
			}
			for _, c := range []struct {
				decision string
				s        award.Scope
			}{{"99", award.Whole}, {"x", award.Whole}, {id, award.Scope{}}} {
				if _, _, err := award.AsAmended(ctx, tx, c.decision, c.s); refusal.Of(err) == nil || refusal.Of(err).Kind != refusal.NotFound {
					t.Errorf("%q within %+v: %v", c.decision, c.s, err)
				}
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	})
}
