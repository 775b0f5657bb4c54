package scoring_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

func TestSubmitSheet_refuses(t *testing.T) {
	good := []scoring.Mark{actual("10", "8"), met(true)}
	for _, c := range []struct {
		name  string
		by    access.Actor
		on    vi.Day
		sheet scoring.Sheet
		kind  refusal.Kind
		field string
		words string
	}{
		{"a unit cross-scoring itself", officer("u1"), november, sheetOf("", "u1", season.Cross, good...), refusal.NotAllowed, "", "không đơn vị nào chấm chéo cho mình"},
		{"self-scoring another unit", officer("u2"), november, sheetOf("", "u1", season.Self, good...), refusal.NotAllowed, "", "chỉ tự chấm điểm cho mình"},
		{"a head appraising its own unit", access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "u1"}, november, sheetOf("", "u1", season.Appraised, good...), refusal.NotAllowed, "", "phó trưởng cụm hoặc cơ quan thường trực"},
		{"the head of another cluster appraising", access.Actor{Name: "Trưởng cụm khác", Role: access.ClusterHead, Unit: stranger}, november, sheetOf("", "u1", season.Appraised, good...), refusal.NotAllowed, "", "của cụm mình"},
		{"the deputy of another cluster appraising", access.Actor{Name: "Phó trưởng cụm khác", Role: access.ClusterDeputy, Unit: stranger}, november, sheetOf("", "u1", season.Appraised, good...), refusal.NotAllowed, "", "của cụm mình"},
		{"a head of no unit appraising", access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead}, november, sheetOf("", "u1", season.Appraised, good...), refusal.NotAllowed, "", "của cụm mình"},
		{"a unit appraising another", officer("u2"), november, sheetOf("", "u1", season.Appraised, good...), refusal.NotAllowed, "", "phó trưởng cụm hoặc cơ quan thường trực"},
		{"a unit of another cluster cross-scoring", officer(stranger), november, sheetOf("", "u1", season.Cross, good...), refusal.Invalid, "scorer", "phải là thành viên"},
		{"points below zero", officer("u1"), november, sheetOf("", "u1", season.Self, stated("1", "-0.1"), met(true)), refusal.Invalid, "marks.1.points", "dưới mức thấp nhất"},
		{"sending another unit's sheet", officer("u2"), november, scoring.Sheet{Unit: "u1", Stage: season.Cross, Scorer: "u3", Marks: good}, refusal.NotAllowed, "", "không gửi thay"},
		{"a unit that is no member", standingBody, november, sheetOf("", stranger, season.Appraised, good...), refusal.Invalid, "unit", "không phải là thành viên"},
		{"after the deadline", officer("u1"), day(2014, 12, 1), sheetOf("", "u1", season.Self, good...), refusal.Closed, "", "hết hạn ngày 30/11/2014"},
		{"before the phase opens", officer("u1"), day(2014, 10, 31), sheetOf("", "u1", season.Self, good...), refusal.Closed, "", "chưa mở"},
		{"an older version of the rules", officer("u1"), november, scoring.Sheet{Unit: "u1", Stage: season.Self, RulesVersion: 7, Marks: good}, refusal.Conflict, "", "bản 7"},
		{"a stage that does not exist", officer("u1"), november, sheetOf("", "u1", season.Final, good...), refusal.Invalid, "stage", "Không có bước"},
		{"points above the maximum", officer("u1"), november, sheetOf("", "u1", season.Self, stated("1", "10.5"), met(true)), refusal.Invalid, "marks.1.points", "trên mức tối đa 10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.SQLite(t)
			c.sheet.Season = openSeason(t, db, 3, twoLeaves())
			refused(t, submit(db, c.by, c.on, c.sheet), c.kind, c.field, c.words)
		})
	}
}

func TestSubmitSheet_refusesTheSecondOfTheSameScorer(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 2, twoLeaves())
		sheet := sheetOf(id, "u1", season.Self, actual("10", "8"), met(true))
		mustSubmit(t, db, officer("u1"), sheet)
		refused(t, submit(db, officer("u1"), november, sheet), refusal.Conflict, "", "đã gửi ngày 10/11/2014")
	})
}

func TestSubmitSheet_refusesAGapWithoutAReason(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 2, twoLeaves())
		mustSubmit(t, db, officer("u1"), sheetOf(id, "u1", season.Self, actual("10", "10"), met(true)))
		mustSubmit(t, db, officer("u2"), sheetOf(id, "u2", season.Self, actual("10", "20"), met(true)))
		harsh := sheetOf(id, "u1", season.Cross, actual("10", "4"), met(true))
		refused(t, submit(db, officer("u2"), november, harsh), refusal.Invalid, "marks.1.explanation", "chênh 30 %")
		harsh.Marks[0].Explanation = "Số liệu của ngành là 4 xã"
		mustSubmit(t, db, officer("u2"), harsh)
	})
}

func TestSubmitSheet_measuresAGapAgainstTheWholeCluster(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 2, twoLeaves())
		mustSubmit(t, db, officer("u1"), sheetOf(id, "u1", season.Self, actual("10", "15"), met(true)))
		mustSubmit(t, db, officer("u2"), sheetOf(id, "u2", season.Self, actual("10", "20"), met(true)))
		// 7,5 behind the leader and 5 on target are 25 % apart; without the
		// leader's own sheet it would look like 10 and 5.
		mustSubmit(t, db, officer("u2"), sheetOf(id, "u1", season.Cross, actual("10", "10"), met(true)))
	})
}

func TestSubmitSheet_refusesMixingTotalsWithMarks(t *testing.T) {
	db := testkit.SQLite(t)
	id := openSeason(t, db, 3, season.Rules{Scale: n("20"), Criteria: twoLeaves().Criteria})
	mustSubmit(t, db, officer("u2"), sheetOf(id, "u1", season.Cross, actual("10", "4"), met(true)))
	total := scoring.Sheet{Season: id, Unit: "u1", Stage: season.Cross, Total: n("18")}
	refused(t, submit(db, officer("u3"), november, total), refusal.Invalid, "marks", "chỉ ghi tổng điểm")
}

func TestDraft_neverReplacesASheetThatWasSent(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 2, twoLeaves())
		mustSubmit(t, db, officer("u1"), sheetOf(id, "u1", season.Self, actual("10", "8"), met(true)))
		refused(t, testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			_, err := scoring.KeepDraft(ctx, tx, officer("u1"), november, sheetOf(id, "u1", season.Self, actual("10", "20"), met(true)))
			return err
		}), refusal.Conflict, "", "phiếu đã gửi không gửi lại")
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			all, err := scoring.Sheets(ctx, tx, id)
			if len(all) != 1 || all[0].State != scoring.Submitted || all[0].Marks[0].Actual.String() != "8" {
				t.Errorf("got %+v", all)
			}
			return err
		})
	})
}

// Two windows of one officer send at the same moment: one sheet counts.
func TestSubmitSheet_takesOneOfTwoSentAtOnce(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 2, twoLeaves())
		results := make(chan error)
		for _, value := range []string{"8", "9", "10", "11"} {
			go func() {
				results <- submit(db, officer("u1"), november, sheetOf(id, "u1", season.Self, actual("10", value), met(true)))
			}()
		}
		var sent int
		for range 4 {
			if err := <-results; err == nil {
				sent++
			} else if !refusal.Is(err, refusal.Conflict) {
				t.Errorf("neither sent nor refused: %v", err)
			}
		}
		if sent != 1 {
			t.Errorf("%d of four were sent", sent)
		}
	})
}

func TestEnded_yearTakesNoSheetAndNoResult(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 2, twoLeaves())
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			for _, act := range []string{"start_work", "convene", "close"} {
				if err := season.Move(ctx, tx, standingBody, november, id, act); err != nil {
					return err
				}
			}
			return nil
		})
		refused(t, submit(db, officer("u1"), november, sheetOf(id, "u1", season.Self, actual("10", "8"), met(true))), refusal.Closed, "", "đã kết thúc")
		refused(t, testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			_, err := scoring.Recompute(ctx, tx, standingBody, november, id, scoring.Ties{})
			return err
		}), refusal.Closed, "", "đã kết thúc")
	})
}

func TestPublished_closesSheetsAndResults(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 2, twoLeaves())
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			return season.Publish(ctx, tx, standingBody, day(2014, 11, 9), id, false)
		})
		refused(t, submit(db, officer("u1"), november, sheetOf(id, "u1", season.Self, actual("10", "8"), met(true))), refusal.Closed, "", "đã công bố ngày 09/11/2014")
		refused(t, testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			_, err := scoring.Recompute(ctx, tx, standingBody, november, id, scoring.Ties{})
			return err
		}), refusal.Closed, "", "không sửa được nữa")
	})
}
