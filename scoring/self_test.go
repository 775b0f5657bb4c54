package scoring_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// sitting is a person of a unit at their desk.
func sitting(person, unit string, role access.Role) access.Actor {
	return access.Actor{Name: "Người " + person, Role: role, Unit: unit, Person: person, Cluster: "c"}
}

var (
	an  = sitting("An", "u1", access.EmulationOfficer)
	chi = sitting("Chi", "u1", access.Leader)
)

// inPhase moves the season without asking anybody.
func inPhase(t *testing.T, db *store.DB, id string, p season.Phase) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE season SET phase = $1 WHERE id = $2`, p, id)
		return err
	})
}

func openSelfScoring(t *testing.T, db *store.DB) (id string) {
	t.Helper()
	id = openSeason(t, db, 3, twoLeaves())
	inPhase(t, db, id, season.SelfScoring)
	return id
}

func fillIn(db *store.DB, by access.Actor, on vi.Day, id string, turn int64, entries ...scoring.Entry) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		_, err := scoring.FillCells(ctx, tx, by, on, id, "u1", turn, entries)
		return err
	})
}

// entry types figures into leaf 1: target and actual; into leaf 2: met or not.
func entry(code string, read int64, fields ...string) scoring.Entry {
	e := scoring.Entry{Criterion: code, Read: read, Typed: scoring.Typed{}}
	for i := 0; i < len(fields); i += 2 {
		e.Typed[fields[i]] = fields[i+1]
	}
	return e
}

func sheetNow(t *testing.T, db *store.DB, id string) (s scoring.SelfSheet) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		s, err = scoring.SelfSheetOf(ctx, tx, id, "u1")
		return err
	})
	return s
}

// filled puts the whole sheet of u1 on record and returns it.
func filled(t *testing.T, db *store.DB, id string) scoring.SelfSheet {
	t.Helper()
	if err := fillIn(db, an, november, id, 0, entry("1", 0, "target", "10", "actual", "12"), entry("2", 0, "met", "dat")); err != nil {
		t.Fatal(err)
	}
	return sheetNow(t, db, id)
}

func sendSelf(db *store.DB, by access.Actor, on vi.Day, id string, s scoring.SelfSheet) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		return scoring.SendSelf(ctx, tx, by, on, id, "u1", s.Turn, s.Revision)
	})
}

func mustSendSelf(t *testing.T, db *store.DB, id string) scoring.SelfSheet {
	t.Helper()
	if err := sendSelf(db, an, november, id, sheetNow(t, db, id)); err != nil {
		t.Fatal(err)
	}
	return sheetNow(t, db, id)
}

func recall(db *store.DB, by access.Actor, on vi.Day, id string, turn int64, reason string) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		return scoring.RecallSelf(ctx, tx, by, on, id, "u1", turn, reason)
	})
}

func reopen(db *store.DB, by access.Actor, on vi.Day, id string, turn int64, o scoring.Opening) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		return scoring.ReopenSelf(ctx, tx, by, on, id, "u1", turn, o)
	})
}

func TestSelfSheet_isFilledSentAndCounts(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSelfScoring(t, db)
		s := filled(t, db, id)
		if s.State != scoring.Draft || s.Revision != 1 || s.SavedBy != an.Name || len(s.Marks) != 0 || len(s.Now()) != 2 {
			t.Fatalf("as filled in: %+v", s)
		}
		if err := sendSelf(db, chi, november, id, s); err != nil {
			t.Fatal(err)
		}
		s = sheetNow(t, db, id)
		if s.State != scoring.Submitted || s.Turn != 1 || len(s.Marks) != 2 || s.ScorerName != chi.Name {
			t.Errorf("as sent: %+v", s)
		}
	})
}

func TestFillCells_keepsBothValuesWhenTwoPeopleTypeIntoOneCell(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSelfScoring(t, db)
		filled(t, db, id)
		if err := fillIn(db, chi, november, id, 0, entry("1", 1, "target", "10", "actual", "13")); err != nil {
			t.Fatal(err)
		}
		err := fillIn(db, an, november, id, 0, entry("1", 1, "target", "10", "actual", "14"), entry("2", 1, "met", "khong-dat"))
		var clashes scoring.Clashes
		if !errors.As(err, &clashes) || len(clashes) != 1 || clashes[0].Theirs.SavedBy != chi.Name || clashes[0].Theirs.Mark.Actual.String() != "13" || clashes[0].Mine.Actual.String() != "14" {
			t.Fatalf("the second of two: %v", err)
		}
		refused(t, refusal.All(err)[0], refusal.Conflict, "marks.1", "Người Chi vừa ghi giá trị khác")
		s := sheetNow(t, db, id)
		if s.Cell("1").Mark.Actual.String() != "13" || !*s.Cell("2").Mark.Met {
			t.Errorf("something of the refused form was kept: %+v", s.Cells)
		}
		if err := fillIn(db, an, november, id, 0, entry("1", 2, "target", "10", "actual", "14"), entry("2", 1, "met", "khong-dat")); err != nil {
			t.Errorf("after choosing: %v", err)
		}
	})
}

func TestFillCells_mergesWhatDifferentPeopleTypeIntoDifferentCells(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSelfScoring(t, db)
		filled(t, db, id)
		if err := fillIn(db, chi, november, id, 0, entry("1", 1, "target", "10", "actual", "13")); err != nil {
			t.Fatal(err)
		}
		if err := fillIn(db, an, november, id, 0, entry("2", 1, "met", "khong-dat", "explanation", "Nộp chậm")); err != nil {
			t.Fatal(err)
		}
		s := sheetNow(t, db, id)
		if s.Cell("1").Mark.Actual.String() != "13" || *s.Cell("2").Mark.Met || s.Cell("2").Mark.Explanation != "Nộp chậm" {
			t.Errorf("%+v", s.Cells)
		}
	})
}

func TestFillCells_refuses(t *testing.T) {
	good := entry("1", 1, "target", "10", "actual", "11")
	for _, c := range []struct {
		name         string
		by           access.Actor
		on           vi.Day
		phase        season.Phase
		turn         int64
		entry        scoring.Entry
		kind         refusal.Kind
		field, words string
	}{
		{"points above the maximum", an, november, season.SelfScoring, 0, entry("1", 1, "points", "10,5"), refusal.Invalid, "marks.1.points", "trên mức tối đa 10"},
		{"points below zero", an, november, season.SelfScoring, 0, entry("1", 1, "points", "-1"), refusal.Invalid, "marks.1.points", "dưới mức thấp nhất"},
		{"points beside figures", an, november, season.SelfScoring, 0, entry("1", 1, "actual", "3", "points", "5"), refusal.Invalid, "marks.1.points", "để trống ô điểm"},
		{"no number", an, november, season.SelfScoring, 0, entry("1", 1, "actual", "nhiều"), refusal.Invalid, "marks.1.actual", "không phải là số"},
		{"a number that may be two", an, november, season.SelfScoring, 0, entry("1", 1, "actual", "1.000"), refusal.Invalid, "marks.1.actual", "hai cách"},
		{"a field of another kind of leaf", an, november, season.SelfScoring, 0, entry("2", 1, "count", "4"), refusal.Invalid, "marks.2.count", "không chấm theo số việc"},
		{"unassigned with figures", an, november, season.SelfScoring, 0, entry("1", 1, "actual", "4", "unassigned", "co"), refusal.Invalid, "marks.1.unassigned", "không giao chỉ tiêu"},
		{"neither met nor not", an, november, season.SelfScoring, 0, entry("2", 1, "met", "gần đạt"), refusal.Invalid, "marks.2.met", "“Đạt” hoặc “Không đạt”"},
		{"a text that turns the writing round", an, november, season.SelfScoring, 0, entry("2", 1, "explanation", "a\u202eb"), refusal.Invalid, "marks.2.explanation", "Ký tự thứ 2"},
		{"a criterion that does not exist", an, november, season.SelfScoring, 0, entry("9", 0, "points", "1"), refusal.Invalid, "marks.9", "không có tiêu chí “9”"},
		{"another unit's sheet", sitting("Hoa", "u2", access.EmulationOfficer), november, season.SelfScoring, 0, good, refusal.NotAllowed, "", "chỉ tự chấm điểm cho mình"},
		{"the standing body writing for the unit", sitting("Sở", "", access.StandingBody), november, season.SelfScoring, 0, good, refusal.NotAllowed, "", "chỉ tự chấm điểm cho mình"},
		{"a capacity of another cluster", access.Actor{Name: "An", Role: access.EmulationOfficer, Unit: "u1", Person: "An", Cluster: "d"}, november, season.SelfScoring, 0, good, refusal.NotAllowed, "", "cụm này"},
		{"after the deadline", an, day(2014, 12, 1), season.SelfScoring, 0, good, refusal.Closed, "", "hết hạn ngày 30/11/2014"},
		{"before self-scoring opens", an, november, season.Work, 0, good, refusal.Closed, "", "chỉ làm ở bước"},
		{"once cross-scoring has begun", an, november, season.CrossScoring, 0, good, refusal.Closed, "", "chỉ ghi ở bước “Tự chấm điểm”"},
		{"a form of another turn", an, november, season.SelfScoring, 3, good, refusal.Conflict, "", "không có tác dụng"},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.SQLite(t)
			id := openSelfScoring(t, db)
			filled(t, db, id)
			inPhase(t, db, id, c.phase)
			err := fillIn(db, c.by, c.on, id, c.turn, c.entry)
			if all := refusal.All(err); len(all) > 0 {
				err = all[0]
			}
			refused(t, err, c.kind, c.field, c.words)
			if s := sheetNow(t, db, id); s.Revision != 1 {
				t.Errorf("the sheet changed: %+v", s)
			}
		})
	}
}

func TestFillCells_refusesAfterPublicationAndAfterSending(t *testing.T) {
	db := testkit.SQLite(t)
	id := openSelfScoring(t, db)
	filled(t, db, id)
	sent := mustSendSelf(t, db, id)
	refused(t, fillIn(db, an, november, id, sent.Turn, entry("1", 1, "target", "10", "actual", "20")), refusal.Closed, "", "Phiếu đã nộp ngày 10/11/2014")
	refused(t, fillIn(db, an, november, id, 0, entry("1", 1, "target", "10", "actual", "20")), refusal.Conflict, "", "đã được Người An nộp")
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE season SET published_on = '2014-11-09' WHERE id = $1`, id)
		return err
	})
	refused(t, fillIn(db, an, november, id, sent.Turn, entry("1", 1, "target", "10", "actual", "20")), refusal.Closed, "", "đã công bố ngày 09/11/2014")
}

func TestSendSelf_refusesAnUnfinishedSheetByItsLeaves(t *testing.T) {
	db := testkit.SQLite(t)
	id := openSelfScoring(t, db)
	refused(t, sendSelf(db, an, november, id, scoring.SelfSheet{}), refusal.Unsatisfied, "", "chưa có điểm nào")
	if err := fillIn(db, an, november, id, 0, entry("1", 0, "target", "10")); err != nil {
		t.Fatal(err)
	}
	all := refusal.All(sendSelf(db, an, november, id, sheetNow(t, db, id)))
	if len(all) != 2 || all[0].Field != "marks.1.actual" || all[1].Field != "marks" {
		t.Fatalf("%v", all)
	}
}

func TestSendSelf_takesOneOfTwoTabsThatSendAtOnce(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSelfScoring(t, db)
		s := filled(t, db, id)
		errs := make([]error, 2)
		var both sync.WaitGroup
		for i, by := range []access.Actor{an, chi} {
			both.Go(func() { errs[i] = sendSelf(db, by, november, id, s) })
		}
		both.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Fatalf("exactly one must win: %v, %v", errs[0], errs[1])
		}
		refused(t, errors.Join(errs...), refusal.Conflict, "", "nộp lúc")
		if s := sheetNow(t, db, id); s.Turn != 1 {
			t.Errorf("turn %d", s.Turn)
		}
	})
}

func TestSendSelf_refusesWhatChangedSinceItWasReadOver(t *testing.T) {
	db := testkit.SQLite(t)
	id := openSelfScoring(t, db)
	s := filled(t, db, id)
	if err := fillIn(db, chi, november, id, 0, entry("1", 1, "target", "10", "actual", "9")); err != nil {
		t.Fatal(err)
	}
	refused(t, sendSelf(db, an, november, id, s), refusal.Conflict, "", "Người Chi vừa sửa phiếu")
}

func TestRecallSelf_opensTheSheetAndRefusesFormsReadBefore(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSelfScoring(t, db)
		before := filled(t, db, id)
		sent := mustSendSelf(t, db, id)
		refused(t, recall(db, an, november, id, sent.Turn, " "), refusal.Invalid, "reason", "lý do")
		if err := recall(db, chi, november, id, sent.Turn, "Trả lại để sửa tiêu chí 1"); err != nil {
			t.Fatal(err)
		}
		s := sheetNow(t, db, id)
		if s.State != scoring.Draft || s.Turn != 2 || len(s.Now()) != 2 {
			t.Errorf("after the recall: %+v", s)
		}
		refused(t, sendSelf(db, an, november, id, before), refusal.Conflict, "", "đã được thu hồi")
		refused(t, recall(db, an, november, id, sent.Turn, "lần nữa"), refusal.Conflict, "", "đã được thu hồi")
		refused(t, fillIn(db, an, november, id, before.Turn, entry("1", 1, "target", "10", "actual", "20")), refusal.Conflict, "", "đã được thu hồi")
	})
}

func TestRecallSelf_refusesOnceSomebodyScoredUponItOrItIsTooLate(t *testing.T) {
	db := testkit.SQLite(t)
	id := openSelfScoring(t, db)
	filled(t, db, id)
	sent := mustSendSelf(t, db, id)
	refused(t, recall(db, an, day(2014, 12, 1), id, sent.Turn, "sửa"), refusal.Closed, "", "hết hạn")
	mustSubmit(t, db, officer("u2"), sheetOf(id, "u1", season.Cross, actual("10", "12"), met(true)))
	refused(t, recall(db, an, november, id, sent.Turn, "sửa"), refusal.Closed, "", "Đã có nơi chấm")
	inPhase(t, db, id, season.CrossScoring)
	refused(t, recall(db, an, november, id, sent.Turn, "sửa"), refusal.Closed, "", "chỉ ghi ở bước")
}

func TestReopenSelf_letsOnlyTheNamedCriteriaBeChangedUntilTheDay(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSelfScoring(t, db)
		filled(t, db, id)
		sent := mustSendSelf(t, db, id)
		inPhase(t, db, id, season.CrossScoring)
		late := day(2014, 12, 3)
		opening := scoring.Opening{Criteria: []string{"1"}, Reason: "Số liệu ghi nhầm", Until: day(2014, 12, 5)}
		if err := reopen(db, sitting("Sở", "", access.StandingBody), late, id, sent.Turn, opening); err != nil {
			t.Fatal(err)
		}
		s := sheetNow(t, db, id)
		refused(t, fillIn(db, an, late, id, s.Turn, entry("2", 1, "met", "khong-dat")), refusal.Closed, "", "Phiếu đã nộp")
		refused(t, fillIn(db, an, day(2014, 12, 6), id, s.Turn, entry("1", 1, "target", "10", "actual", "20")), refusal.Closed, "", "Phiếu đã nộp")
		if err := fillIn(db, an, late, id, s.Turn, entry("1", 1, "target", "10", "actual", "20")); err != nil {
			t.Fatal(err)
		}
		s = sheetNow(t, db, id)
		if m := s.Marks[0]; s.State != scoring.Submitted || m.Actual.String() != "12" {
			t.Errorf("what was sent changed before it was sent again: %+v", m)
		}
		if err := sendSelf(db, an, late, id, s); err != nil {
			t.Fatal(err)
		}
		s = sheetNow(t, db, id)
		refused(t, fillIn(db, an, late, id, s.Turn, entry("1", 2, "target", "10", "actual", "30")), refusal.Closed, "", "Phiếu đã nộp")
		if got := s.Cell("1").Mark.Actual.String(); got != "20" || s.Openings[0].EndedOn != late {
			t.Errorf("sent again: %s, %+v", got, s.Openings)
		}
	})
}

func TestReopenSelf_refuses(t *testing.T) {
	body := sitting("Sở", "", access.StandingBody)
	until := day(2014, 12, 5)
	for _, c := range []struct {
		name         string
		by           access.Actor
		opening      scoring.Opening
		kind         refusal.Kind
		field, words string
	}{
		{"a unit reopening its own", an, scoring.Opening{Criteria: []string{"1"}, Reason: "x", Until: until}, refusal.NotAllowed, "", "không tự mở lại"},
		{"the head reopening its own unit's", access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "u1", Person: "h", Cluster: "c"}, scoring.Opening{Criteria: []string{"1"}, Reason: "x", Until: until}, refusal.NotAllowed, "", "không tự mở lại"},
		{"no reason", body, scoring.Opening{Criteria: []string{"1"}, Until: until}, refusal.Invalid, "reason", "lý do"},
		{"no last day", body, scoring.Opening{Criteria: []string{"1"}, Reason: "x"}, refusal.Invalid, "until", "ngày hết hạn"},
		{"a last day gone by", body, scoring.Opening{Criteria: []string{"1"}, Reason: "x", Until: day(2014, 11, 9)}, refusal.Invalid, "until", "đã qua"},
		{"no criterion", body, scoring.Opening{Reason: "x", Until: until}, refusal.Invalid, "criteria", "chọn tiêu chí"},
		{"a criterion that does not exist", body, scoring.Opening{Criteria: []string{"9"}, Reason: "x", Until: until}, refusal.Invalid, "criteria", "“9”"},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := testkit.SQLite(t)
			id := openSelfScoring(t, db)
			filled(t, db, id)
			sent := mustSendSelf(t, db, id)
			refused(t, reopen(db, c.by, november, id, sent.Turn, c.opening), c.kind, c.field, c.words)
		})
	}
}

func TestSelfSheet_thatASeasonFileSentIsTakenBackAndChangedAtTheDesk(t *testing.T) {
	db := testkit.SQLite(t)
	id := openSelfScoring(t, db)
	mustSubmit(t, db, officer("u1"), sheetOf(id, "u1", season.Self, actual("10", "12"), met(true)))
	if err := recall(db, an, november, id, 0, "sửa số liệu"); err != nil {
		t.Fatal(err)
	}
	if err := fillIn(db, an, november, id, 1, entry("1", 0, "target", "10", "actual", "15")); err != nil {
		t.Fatal(err)
	}
	s := mustSendSelf(t, db, id)
	if m := s.Cell("1").Mark; len(s.Marks) != 2 || m.Actual.String() != "15" {
		t.Errorf("%+v", s.Marks)
	}
}
