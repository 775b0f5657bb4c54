package scoring_test

import (
	"context"
	"errors"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
)

func fillJudged(db *store.DB, by access.Actor, id, unit string, stage season.Stage, entries ...scoring.Entry) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		_, err := scoring.FillJudged(ctx, tx, by, november, id, unit, stage, entries)
		return err
	})
}

func sendJudged(db *store.DB, by access.Actor, id, unit string, stage season.Stage) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		return scoring.SendJudged(ctx, tx, by, november, id, unit, stage)
	})
}

// sheetOn reads one scorer's sheet.
func sheetOn(t *testing.T, db *store.DB, id, unit string, stage season.Stage, scorer string) (s scoring.JudgedSheet) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		s, err = scoring.JudgedSheetOf(ctx, tx, id, unit, stage, scorer)
		return err
	})
	return s
}

func typed(code, field, text, why string, read int64) scoring.Entry {
	return scoring.Entry{Criterion: code, Read: read, Typed: scoring.Typed{field: text, "explanation": why}}
}

func TestCrossSheet_isFilledCellByCellAndKeepsTheRest(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := crossing(t, db, inRing())
		u1, leader := atDesk("p1", access.EmulationOfficer, "u1"), atDesk("l1", access.Leader, "u1")
		if err := fillJudged(db, u1, id, "u2", season.Cross, typed("2", "met", "khong-dat", "Báo cáo nộp ngày 20/11", 0)); err != nil {
			t.Fatal(err)
		}
		err := fillJudged(db, leader, id, "u2", season.Cross, typed("2", "met", "dat", "", 0))
		var clashes scoring.Clashes
		if !errors.As(err, &clashes) || clashes[0].Theirs.SavedBy != "Người p1" || clashes[0].Theirs.Mark.Explanation == "" {
			t.Errorf("a colleague's entry was written over: %v", err)
		}
		refused(t, fillJudged(db, u1, id, "u2", season.Cross, typed("1", "points", "10,01", "", 0)), refusal.Invalid, "marks.1.points", "trên mức tối đa")
		refused(t, fillJudged(db, u1, id, "u2", season.Cross, typed("1", "target", "5", "", 0)), refusal.Invalid, "marks.1.target", "không sửa")
		refused(t, fillJudged(db, u1, id, "u3", season.Cross, typed("1", "points", "1", "", 0)), refusal.NotAllowed, "", "không được phân công")
		if err := sendJudged(db, u1, id, "u2", season.Cross); err != nil {
			t.Fatal(err)
		}
		s := sheetOn(t, db, id, "u2", season.Cross, "u1")
		if s.State != scoring.Submitted || len(s.Marks) != 2 || s.Marks[0].Actual.String() != "20" || *s.Marks[1].Met || s.Marks[1].Explanation != "Báo cáo nộp ngày 20/11" {
			t.Errorf("%+v", s.Sheet)
		}
		refused(t, fillJudged(db, u1, id, "u2", season.Cross, typed("1", "points", "1", "", 0)), refusal.Conflict, "", "không sửa")
		refused(t, sendJudged(db, leader, id, "u2", season.Cross), refusal.Conflict, "", "không gửi lại")
	})
}

func TestCrossSheet_aLargeChangeWithoutAReasonIsNotSent(t *testing.T) {
	db := testkit.SQLite(t)
	id := crossing(t, db, inRing())
	u1 := atDesk("p1", access.EmulationOfficer, "u1")
	if err := fillJudged(db, u1, id, "u2", season.Cross, typed("2", "met", "khong-dat", "", 0)); err != nil {
		t.Fatal(err)
	}
	refused(t, sendJudged(db, u1, id, "u2", season.Cross), refusal.Invalid, "marks.2.explanation", "phải ghi lý do")
	if s := sheetOn(t, db, id, "u2", season.Cross, "u1"); s.State != scoring.Draft || s.Changed() != 1 {
		t.Errorf("%+v", s)
	}
}

func TestAppraisal_listsChangesOnlyAndAgreesWithManyAtOnce(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := crossing(t, db, inRing())
		toPhase(t, db, id, season.Appraisal)
		body := atDesk("s", access.StandingBody, "")
		if err := fillJudged(db, body, id, "u1", season.Appraised, typed("1", "actual", "18", "Theo Chi cục Thống kê", 0), typed("2", "explanation", "Đã xem báo cáo", "Đã xem báo cáo", 0)); err != nil {
			t.Fatal(err)
		}
		agree := func(units ...string) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return scoring.Agree(ctx, tx, body, november, id, units)
			})
		}
		refused(t, agree(), refusal.Invalid, "units", "Chọn đơn vị")
		refused(t, agree("u2", "u1"), refusal.Conflict, "", "Đã ghi thay đổi")
		if err := agree("u2", "u3"); err != nil {
			t.Fatal(err)
		}
		if err := sendJudged(db, body, id, "u1", season.Appraised); err != nil {
			t.Fatal(err)
		}
		s := sheetOn(t, db, id, "u1", season.Appraised, "")
		if len(s.Marks) != 2 || s.Marks[0].Actual.String() != "18" || s.Marks[0].Target.String() != "10" || s.Marks[1].Points.String() != "10" {
			t.Errorf("%+v", s.Marks)
		}
		if s := sheetOn(t, db, id, "u2", season.Appraised, ""); s.State != scoring.Submitted || len(s.Marks) != 0 {
			t.Errorf("%+v", s)
		}
	})
}

func TestAppraisal_ofAUnitThatSentNothingIsRefused(t *testing.T) {
	db := testkit.SQLite(t)
	id := openSeason(t, db, 3, inRing())
	toPhase(t, db, id, season.Appraisal)
	refused(t, sendJudged(db, atDesk("s", access.StandingBody, ""), id, "u1", season.Appraised), refusal.Unsatisfied, "", "chưa nộp phiếu tự chấm")
}
