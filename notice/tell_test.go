package notice_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"thidua/access"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/notice"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var today = vi.MustDay("2014-11-22")

func tell(t *testing.T, db *store.DB) {
	t.Helper()
	for more := true; more; {
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
			_, more, err = notice.Tell(ctx, tx)
			return err
		})
	}
}

// read returns what a person was told, newest first.
func read(t *testing.T, p *province.Province, who string) (said []string) {
	t.Helper()
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		page, _, err := notice.Of(ctx, tx, p.People[who].ID, notice.Asked{Limit: 100})
		said = nil
		for _, n := range page {
			said = append(said, n.Say.Vietnamese)
		}
		return err
	})
	return said
}

func record(t *testing.T, p *province.Province, who string, act access.Act, object string, detail any) {
	t.Helper()
	by := p.Actor(who)
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) error {
		return journal.Record(ctx, tx, by, today, act, object, detail)
	})
}

func sheet(t *testing.T, p *province.Province, id, unit, stage, scorer string) {
	t.Helper()
	testkit.Exec(t, p.DB, fmt.Sprintf(`INSERT INTO score_sheet (id, season_id, unit_id, stage, scorer, scorer_name, rules_version, day, state, marks, total, bonus, max_points, explanation, illustrative)
		VALUES ('%s', '%s', '%s', '%s', '%s', '', 1, '2014-11-20', 'submitted', '[]', '77.77', '', '', '', false)`, id, p.Season.ID, p.Unit[unit], stage, scorer))
}

// issued is the object of a paper that the desk issued.
func issued(t *testing.T, p *province.Province) string {
	t.Helper()
	testkit.Exec(t, p.DB, fmt.Sprintf(`INSERT INTO issued_paper (id, season_id, file, kind, title, issuer, issuer_name, year, number, symbol, on_day, illustrative)
		VALUES ('p1', '%s', 'giay-moi-so-03', 'invitation', 'Giấy mời số 03', 'cluster:x', '', 2014, 3, '', '2014-11-20', false)`, p.Season.ID))
	return "issued_paper:p1"
}

func TestTell_saysWhatASeasonFileRecordedToNobody(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		tell(t, db)
		for who := range p.People {
			if said := read(t, p, who); len(said) > 0 {
				t.Errorf("%s was told %v", who, said)
			}
		}
	})
}

// TestTell_whoIsToldOfWhat goes through acts of every kind: each is told to
// those in the row, once, and to nobody else.
func TestTell_whoIsToldOfWhat(t *testing.T) {
	everybody := "officer:ky-son leader:ky-son officer:tuong-duong leader:tuong-duong officer:con-cuong leader:con-cuong officer:anh-son leader:anh-son officer:thanh-chuong leader:thanh-chuong head deputy standing standing2 standing3 secretary member decider"
	for name, c := range map[string]struct {
		by     string
		act    access.Act
		object func(t *testing.T, p *province.Province) string
		detail any
		told   string // names of people; all others are not
		says   string
	}{
		"the year moves on": {"head", access.MovePhase, func(_ *testing.T, p *province.Province) string { return "season:" + p.Season.ID }, "open_cross_scoring",
			strings.ReplaceAll(everybody, " head ", " "), "chuyển sang bước “Chấm chéo”"},
		"a unit registers": {"officer:con-cuong", access.Register, func(_ *testing.T, p *province.Province) string { return "season:" + p.Season.ID }, nil,
			"head deputy standing standing2 standing3", "đã đăng ký thi đua"},
		"a self-score is sent": {"officer:con-cuong", access.SelfScore, func(t *testing.T, p *province.Province) string {
			sheet(t, p, "s1", "con-cuong", "self", p.Unit["con-cuong"])
			return "score_sheet:s1"
		}, map[string]any{"Total": "77.77"}, "leader:con-cuong standing standing2 standing3", "hiếu tự chấm"},
		"a cross-score is sent, which the unit that was scored is not told": {"officer:con-cuong", access.CrossScore, func(t *testing.T, p *province.Province) string {
			sheet(t, p, "s1", "anh-son", "cross", p.Unit["con-cuong"])
			return "score_sheet:s1"
		}, map[string]any{"Total": "77.77"}, "leader:con-cuong standing standing2 standing3", "hiếu chấm chéo"},
		"an appraisal is sent, of which nobody is told": {"standing", access.Appraise, func(t *testing.T, p *province.Province) string {
			sheet(t, p, "s1", "anh-son", "appraised", "")
			return "score_sheet:s1"
		}, nil, "", ""},
		"a sheet is filled in, of which nobody is told": {"officer:con-cuong", access.FillSheet, func(t *testing.T, p *province.Province) string {
			sheet(t, p, "s1", "con-cuong", "self", p.Unit["con-cuong"])
			return "score_sheet:s1"
		}, nil, "", ""},
		"a question is asked, without saying by whom": {"officer:con-cuong", access.CrossScore, func(t *testing.T, p *province.Province) string {
			testkit.Exec(t, p.DB, fmt.Sprintf(`INSERT INTO score_question (id, season_id, unit_id, asker, criterion, question, asked_on, answer, answered_on)
				VALUES ('q1', '%s', '%s', '%s', '1.2', 'Vì sao?', '', '', '')`, p.Season.ID, p.Unit["anh-son"], p.Unit["con-cuong"]))
			return "question:q1"
		}, nil, "officer:anh-son leader:anh-son", "câu hỏi về phiếu tự chấm, tiêu chí 1.2"},
		"a unit is reminded": {"head", access.Remind, func(_ *testing.T, p *province.Province) string {
			return "reminder:" + p.Season.ID + ":" + p.Unit["ky-son"]
		}, map[string]string{"step": "self_score"}, "officer:ky-son leader:ky-son", "Đề nghị đơn vị nộp phiếu tự chấm điểm"},
		"the results are published": {"standing", access.PublishResult, func(_ *testing.T, p *province.Province) string { return "season:" + p.Season.ID }, nil,
			strings.ReplaceAll(everybody, " standing ", " "), "công bố"},
		"an invitation is issued": {"head", access.IssuePaper, issued, map[string]any{"to_members": true},
			"officer:ky-son leader:ky-son officer:tuong-duong leader:tuong-duong officer:con-cuong leader:con-cuong officer:anh-son leader:anh-son officer:thanh-chuong leader:thanh-chuong", "Văn bản gửi các đơn vị: Giấy mời số 03"},
		"an invitation is recalled": {"head", access.RecallPaper, issued, map[string]any{"to_members": true, "why": "bí mật"},
			"officer:ky-son leader:ky-son officer:tuong-duong leader:tuong-duong officer:con-cuong leader:con-cuong officer:anh-son leader:anh-son officer:thanh-chuong leader:thanh-chuong", "Đã thu hồi văn bản gửi các đơn vị: Giấy mời số 03"},
		"an inner paper is issued, of which nobody is told": {"head", access.IssuePaper, issued, map[string]any{"to_members": false}, "", ""},
		"a role is given": {"admin", access.GrantRole, func(_ *testing.T, p *province.Province) string { return "person:" + p.People["member"].ID }, nil,
			"member", "Vai trò của đồng chí"},
		"somebody changes their own password": {"deputy", access.ChangePassword, func(_ *testing.T, p *province.Province) string { return "person:" + p.People["deputy"].ID }, nil,
			"deputy", "Mật khẩu của đồng chí vừa được đổi"},
		"somebody signs in, of which nobody is told": {"deputy", access.SignIn, func(_ *testing.T, p *province.Province) string { return "person:" + p.People["deputy"].ID }, nil, "", ""},
		"an object that is not there":                {"head", access.LaunchMovement, func(*testing.T, *province.Province) string { return "movement:none" }, nil, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
				p := province.New(t, db, province.Phase(season.CrossScoring))
				record(t, p, c.by, c.act, c.object(t, p), c.detail)
				tell(t, db)
				tell(t, db)
				want := map[string]bool{}
				for _, who := range strings.Fields(c.told) {
					want[who] = true
				}
				for who := range p.People {
					said := read(t, p, who)
					if want[who] != (len(said) == 1) || len(said) > 1 {
						t.Errorf("%s was told %v", who, said)
					}
					if len(said) == 1 && !strings.Contains(said[0], c.says) {
						t.Errorf("%s was told %q, want %q", who, said[0], c.says)
					}
				}
			})
		})
	}
}

func TestTell_neverSaysAMarkOrAWordOfTheDetail(t *testing.T) {
	db := testkit.SQLite(t)
	p := province.New(t, db, province.Phase(season.CrossScoring))
	sheet(t, p, "s1", "anh-son", "cross", p.Unit["con-cuong"])
	for _, act := range notice.Acts() {
		for _, object := range []string{"season:" + p.Season.ID, "score_sheet:s1", "person:" + p.People["head"].ID, "reminder:" + p.Season.ID + ":" + p.Unit["ky-son"]} {
			record(t, p, "standing", access.Act(act), object, map[string]any{"Total": "77.77", "marks": []string{"bí mật"}, "note": "bí mật"})
		}
	}
	tell(t, db)
	n := 0
	for who := range p.People {
		for _, said := range read(t, p, who) {
			n++
			if strings.Contains(said, "77") || strings.Contains(said, "bí mật") {
				t.Errorf("%s was told %q", who, said)
			}
		}
	}
	if n < 50 {
		t.Fatalf("only %d notices were read", n)
	}
}

func TestTell_whoeverDeclaredAConflictIsNotToldOfTheUnitsScore(t *testing.T) {
	db := testkit.SQLite(t)
	p := province.New(t, db, province.Phase(season.CrossScoring))
	testkit.Exec(t, db, fmt.Sprintf(`INSERT INTO interest_conflict (id, season_id, person_id, unit_id, kind, note, declared_on, declared_by, ended_on, ended_why)
		VALUES ('c1', '%s', '%s', '%s', 'family', '', '2014-11-01', '', '', '')`, p.Season.ID, p.People["standing2"].ID, p.Unit["con-cuong"]))
	sheet(t, p, "s1", "con-cuong", "self", p.Unit["con-cuong"])
	record(t, p, "officer:con-cuong", access.SelfScore, "score_sheet:s1", nil)
	tell(t, db)
	if said := read(t, p, "standing2"); len(said) > 0 {
		t.Errorf("the conflicted person was told %v", said)
	}
	if said := read(t, p, "standing3"); len(said) != 1 {
		t.Errorf("the other was told %v", said)
	}
}

func TestTell_lockedPeopleAndThoseWhoseRoleEndedAreToldNothing(t *testing.T) {
	db := testkit.SQLite(t)
	p := province.New(t, db, province.Phase(season.CrossScoring))
	testkit.Exec(t, db, fmt.Sprintf(`UPDATE person SET state = 'locked' WHERE id = '%s'`, p.People["leader:con-cuong"].ID),
		fmt.Sprintf(`UPDATE role_grant SET until_day = '2014-11-22' WHERE person_id = '%s'`, p.People["officer:anh-son"].ID))
	record(t, p, "head", access.MovePhase, "season:"+p.Season.ID, "open_appraisal")
	tell(t, db)
	for _, who := range []string{"leader:con-cuong", "officer:anh-son"} {
		if said := read(t, p, who); len(said) > 0 {
			t.Errorf("%s was told %v", who, said)
		}
	}
	if len(read(t, p, "leader:anh-son")) != 1 {
		t.Error("the others are told")
	}
}

func TestTell_actsRecordedWhileTheProgramWasOffAreToldOnceInOrder(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.CrossScoring))
		now := testkit.Today
		db.SetClock(func() time.Time { now = now.Add(time.Second); return now })
		for _, step := range []string{"open_self_scoring", "open_cross_scoring", "open_appraisal"} {
			record(t, p, "head", access.MovePhase, "season:"+p.Season.ID, step)
			for range 60 { // more than one batch between
				record(t, p, "head", access.Export, "page:/", nil)
			}
		}
		tell(t, db)
		said := read(t, p, "member")
		if len(said) != 3 || !strings.Contains(said[0], "Thẩm định") || !strings.Contains(said[2], "Tự chấm điểm") {
			t.Fatalf("got %v", said)
		}
	})
}

func TestFalling_tellsOnceAtEachMarkAndWhenLate(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.SelfScoring))
		testkit.Exec(t, db, `UPDATE season SET calendar = '[{"phase":"self_scoring","to":"2014-12-01"}]'`)
		officer := "officer:con-cuong"
		for _, c := range []struct {
			day  string
			want []string // beginnings, newest first
		}{
			{"2014-11-23", nil}, // eight days
			{"2014-11-24", []string{"Còn 7 ngày: Tự chấm điểm năm 2014 (hạn 01/12/2014)"}},
			{"2014-11-25", []string{"Còn 7 ngày"}},
			{"2014-11-29", []string{"Còn 2 ngày", "Còn 7 ngày"}}, // the program was off on the day before
			{"2014-11-30", []string{"Còn 1 ngày", "Còn 2 ngày", "Còn 7 ngày"}},
			{"2014-12-01", []string{"Còn 1 ngày", "Còn 2 ngày", "Còn 7 ngày"}},
			{"2014-12-02", []string{"Quá hạn 1 ngày", "Còn 1 ngày", "Còn 2 ngày", "Còn 7 ngày"}},
			{"2014-12-09", []string{"Quá hạn 1 ngày", "Còn 1 ngày", "Còn 2 ngày", "Còn 7 ngày"}},
		} {
			db.SetClock(func() time.Time { return vi.MustDay(c.day).Time().Add(6 * time.Hour) })
			for range 2 {
				testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { _, err := notice.Falling(ctx, tx); return err })
			}
			said := read(t, p, officer)
			if len(said) != len(c.want) {
				t.Fatalf("%s: got %q", c.day, said)
			}
			for i, want := range c.want {
				if !strings.HasPrefix(said[i], want) {
					t.Errorf("%s: got %q, want %q", c.day, said[i], want)
				}
			}
		}
		testkit.Exec(t, db, `UPDATE season SET calendar = '[{"phase":"self_scoring","to":"2014-12-12"}]'`)
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { _, err := notice.Falling(ctx, tx); return err })
		if said := read(t, p, officer); len(said) != 5 || !strings.HasPrefix(said[0], "Còn 3 ngày") {
			t.Errorf("a day that was put off is told anew: %q", said)
		}
	})
}

func TestFalling_saysNothingToWhoeverIsDone(t *testing.T) {
	db := testkit.SQLite(t)
	p := province.New(t, db, province.Phase(season.SelfScoring))
	testkit.Exec(t, db, `UPDATE season SET calendar = '[{"phase":"self_scoring","to":"2014-11-23"}]'`)
	sheet(t, p, "s1", "con-cuong", "self", p.Unit["con-cuong"])
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error { _, err := notice.Falling(ctx, tx); return err })
	if said := read(t, p, "officer:con-cuong"); len(said) != 0 {
		t.Errorf("got %q", said)
	}
	if said := read(t, p, "officer:ky-son"); len(said) != 1 {
		t.Errorf("got %q", said)
	}
}

func TestOf_findsWithoutAccentsAndOnlyOnesOwn(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.CrossScoring))
		record(t, p, "head", access.MovePhase, "season:"+p.Season.ID, "open_appraisal")
		record(t, p, "head", access.Remind, "reminder:"+p.Season.ID+":"+p.Unit["ky-son"], map[string]string{"step": "cross_score"})
		tell(t, db)
		person := p.People["officer:ky-son"].ID
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			for _, c := range []struct {
				asked notice.Asked
				want  int
			}{
				{notice.Asked{}, 2}, {notice.Asked{Search: "tham dinh"}, 1}, {notice.Asked{Search: "THẨM"}, 1}, {notice.Asked{Search: "khong co"}, 0},
				{notice.Asked{Kind: notice.Urgent}, 1}, {notice.Asked{Unread: true}, 2},
			} {
				c.asked.Limit = 10
				page, total, err := notice.Of(ctx, tx, person, c.asked)
				if err != nil {
					return err
				}
				if len(page) != c.want || total != c.want {
					t.Errorf("%+v: %d of %d, want %d", c.asked, len(page), total, c.want)
				}
			}
			page, _, err := notice.Of(ctx, tx, person, notice.Asked{Limit: 1})
			if err != nil {
				return err
			}
			if err := notice.Read(ctx, tx, p.People["officer:con-cuong"].ID, page[0].ID); err != nil {
				return err
			}
			if n, _ := notice.CountUnread(ctx, tx, person); n != 2 {
				t.Errorf("another person read mine: %d unread", n)
			}
			if err := notice.Read(ctx, tx, person, page[0].ID); err != nil {
				return err
			}
			if n, _ := notice.CountUnread(ctx, tx, person); n != 1 {
				t.Errorf("%d unread", n)
			}
			if err := notice.Read(ctx, tx, person, ""); err != nil {
				return err
			}
			n, err := notice.CountUnread(ctx, tx, person)
			if n != 0 {
				t.Errorf("%d unread", n)
			}
			return err
		})
	})
}
