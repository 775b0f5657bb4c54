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
)

// atDesk is a person acting in the test's cluster.
func atDesk(person string, role access.Role, unit string) access.Actor {
	return access.Actor{Name: "Người " + person, Role: role, Unit: unit, Person: person, Cluster: "c"}
}

func toPhase(t *testing.T, db *store.DB, id string, phase season.Phase) {
	t.Helper()
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE season SET phase = $1 WHERE id = $2`, phase, id)
		return err
	})
}

func confirm(db *store.DB, by access.Actor, id, reason string, plan ...scoring.Assignment) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		return scoring.ConfirmPlan(ctx, tx, by, november, id, plan, reason)
	})
}

// inRing is twoLeaves cross-scored in a ring.
func inRing() season.Rules {
	rules := twoLeaves()
	rules.Scoring.Cross = season.CrossRing
	return rules
}

// crossing opens a year of four units in a ring, each self-scored, in the phase
// of cross-scoring.
func crossing(t *testing.T, db *store.DB, rules season.Rules) string {
	t.Helper()
	id := openSeason(t, db, 4, rules)
	for _, m := range members(4) {
		mustSubmit(t, db, officer(m.Unit), sheetOf(id, m.Unit, season.Self, actual("10", "20"), met(true)))
	}
	if err := confirm(db, standingBody, id, "", scoring.Assign(season.CrossRing, members(4), nil)...); err != nil {
		t.Fatal(err)
	}
	toPhase(t, db, id, season.CrossScoring)
	return id
}

func TestConfirmPlan_refusesWhatCannotBe(t *testing.T) {
	ring := scoring.Assign(season.CrossRing, members(4), nil)
	head := atDesk("h", access.ClusterHead, "u1")
	elsewhere := head
	elsewhere.Cluster = "d"
	pair := func(scorer, unit string) []scoring.Assignment {
		return append(ring[:len(ring):len(ring)], scoring.Assignment{Scorer: scorer, Unit: unit})
	}
	for name, c := range map[string]struct {
		by           access.Actor
		phase        season.Phase
		plan         []scoring.Assignment
		kind         refusal.Kind
		field, words string
	}{
		"by an officer":                    {atDesk("o", access.EmulationOfficer, "u1"), season.SelfScoring, ring, refusal.NotAllowed, "", "trưởng cụm hoặc cơ quan thường trực"},
		"by the head of another cluster":   {elsewhere, season.SelfScoring, ring, refusal.NotAllowed, "", "không làm việc cho cụm này"},
		"once cross-scoring is open":       {head, season.CrossScoring, ring, refusal.Closed, "", "chỉ làm ở bước"},
		"a unit that scores itself":        {head, season.SelfScoring, pair("u2", "u2"), refusal.Invalid, "assignments.4", "chính mình"},
		"a unit that scores another twice": {head, season.SelfScoring, pair("u1", "u2"), refusal.Invalid, "assignments.4", "hai lần"},
		"a unit that is no member":         {head, season.SelfScoring, pair("u1", stranger), refusal.Invalid, "assignments.4", "không phải là thành viên"},
		"a scorer that is no member":       {head, season.SelfScoring, pair(stranger, "u1"), refusal.Invalid, "assignments.4", "phải là thành viên"},
		"a unit that nobody scores":        {head, season.SelfScoring, ring[:3], refusal.Invalid, "assignments", "huyện A"},
		"another plan without a reason":    {head, season.SelfScoring, pair("u1", "u3"), refusal.Invalid, "reason", "phải ghi lý do"},
	} {
		t.Run(name, func(t *testing.T) {
			db := testkit.SQLite(t)
			id := openSeason(t, db, 4, inRing())
			toPhase(t, db, id, c.phase)
			refused(t, confirm(db, c.by, id, "", c.plan...), c.kind, c.field, c.words)
		})
	}
}

func TestConfirmPlan_keepsTheLastOneWithItsReason(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := openSeason(t, db, 4, inRing())
		toPhase(t, db, id, season.SelfScoring)
		ring := scoring.Assign(season.CrossRing, members(4), nil)
		other := append(ring[:4:4], scoring.Assignment{Scorer: "u1", Unit: "u3", Groups: []string{"1"}})
		if err := confirm(db, standingBody, id, "", ring...); err != nil {
			t.Fatal(err)
		}
		if err := confirm(db, atDesk("h", access.ClusterHead, "u1"), id, "Huyện C đề nghị thêm người chấm", other...); err != nil {
			t.Fatal(err)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			p, err := scoring.PlanOf(ctx, tx, id)
			if a, ok := p.Find("u1", "u3"); err != nil || !ok || a.Groups[0] != "1" || !p.Confirmed() || p.Reason == "" || p.ConfirmedBy != "Người h" || len(p.Of("u1")) != 2 {
				t.Errorf("%+v, %v", p, err)
			}
			return nil
		})
	})
}

// Each of these got through in a system of this kind.
func TestCrossSheet_attacks(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := crossing(t, db, inRing())
		cross := func(by access.Actor, unit string) error {
			return submit(db, by, november, sheetOf(id, unit, season.Cross, actual("10", "20"), met(true)))
		}
		u1 := atDesk("p1", access.EmulationOfficer, "u1")
		t.Run("scoring one's own unit", func(t *testing.T) {
			refused(t, cross(u1, "u1"), refusal.NotAllowed, "", "không đơn vị nào chấm chéo cho mình")
		})
		t.Run("scoring outside the assignment", func(t *testing.T) {
			refused(t, cross(u1, "u3"), refusal.NotAllowed, "", "không được phân công")
		})
		t.Run("scoring in another unit's name", func(t *testing.T) {
			s := sheetOf(id, "u3", season.Cross, met(true))
			s.Scorer = "u2"
			refused(t, submit(db, u1, november, s), refusal.NotAllowed, "", "không gửi thay")
		})
		t.Run("scoring in a cluster that is not one's own", func(t *testing.T) {
			foreign := u1
			foreign.Cluster = "d"
			refused(t, cross(foreign, "u2"), refusal.NotAllowed, "", "không làm việc cho cụm này")
		})
		t.Run("one person self-scores a unit and cross-scores it for another", func(t *testing.T) {
			testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
				return season.TakeDuty(ctx, tx, atDesk("p2", access.EmulationOfficer, "u2"), id, "u2", access.SelfScores)
			})
			refused(t, cross(atDesk("p2", access.EmulationOfficer, "u1"), "u2"), refusal.NotAllowed, "", "tự chấm điểm")
		})
		t.Run("a total in the place of criteria", func(t *testing.T) {
			s := sheetOf(id, "u2", season.Cross)
			s.Total = n("20")
			refused(t, submit(db, u1, november, s), refusal.Invalid, "total", "từng tiêu chí")
		})
		t.Run("sending twice", func(t *testing.T) {
			if err := cross(u1, "u2"); err != nil {
				t.Fatal(err)
			}
			refused(t, cross(u1, "u2"), refusal.Conflict, "", "không gửi lại")
		})
		t.Run("after cross-scoring", func(t *testing.T) {
			toPhase(t, db, id, season.Appraisal)
			refused(t, cross(atDesk("p3", access.EmulationOfficer, "u3"), "u4"), refusal.Closed, "", "chỉ làm ở bước")
		})
	})
}

func TestCrossSheet_atADeskWithoutAConfirmedPlanIsRefused(t *testing.T) {
	db := testkit.SQLite(t)
	id := openSeason(t, db, 2, inRing())
	toPhase(t, db, id, season.CrossScoring)
	refused(t, submit(db, atDesk("p1", access.EmulationOfficer, "u1"), november, sheetOf(id, "u2", season.Cross, met(true))), refusal.Closed, "", "Chưa có phân công")
	mustSubmit(t, db, officer("u1"), sheetOf(id, "u2", season.Cross, met(true))) // a season file tells of a year gone by
}

func TestCrossSheet_aDepartmentMarksItsOwnFieldOnly(t *testing.T) {
	db := testkit.SQLite(t)
	rules := twoLeaves()
	rules.Scoring.Cross = season.CrossDepartments
	id := openSeason(t, db, 2, rules)
	plan := scoring.Assign(season.CrossDepartments, members(2), []scoring.Department{{Unit: stranger, Groups: []string{"2"}}})
	if err := confirm(db, standingBody, id, "", plan...); err != nil {
		t.Fatal(err)
	}
	refused(t, submit(db, officer(stranger), november, sheetOf(id, "u1", season.Cross, actual("10", "20"), met(true))), refusal.Invalid, "marks.1", "không thuộc lĩnh vực")
	mustSubmit(t, db, officer(stranger), sheetOf(id, "u1", season.Cross, met(true)))
}

// Points by comparison hang on every member's figures. A cross scorer who sends
// without having to give a reason must not learn from that how good the hidden
// ones are.
func TestCrossSheet_theDemandForAReasonTellsNothingOfHiddenSheets(t *testing.T) {
	send := func(hidden string) error {
		db := testkit.SQLite(t)
		id := openSeason(t, db, 4, inRing())
		for i, m := range members(4) {
			mustSubmit(t, db, officer(m.Unit), sheetOf(id, m.Unit, season.Self, actual("10", []string{"11", "12", hidden, "11"}[i]), met(true)))
		}
		if err := confirm(db, standingBody, id, "", scoring.Assign(season.CrossRing, members(4), nil)...); err != nil {
			t.Fatal(err)
		}
		toPhase(t, db, id, season.CrossScoring)
		return submit(db, atDesk("p1", access.EmulationOfficer, "u1"), november, sheetOf(id, "u2", season.Cross, scoring.Mark{Criterion: "1", Points: n("6")}, met(true)))
	}
	low, high := send("11"), send("100")
	if low == nil || high == nil || low.Error() != high.Error() {
		t.Errorf("hidden 11: %v\nhidden 100: %v", low, high)
	}
}

func TestAppraisal_attacks(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := crossing(t, db, inRing())
		head, deputy, body := atDesk("h", access.ClusterHead, "u1"), atDesk("d", access.ClusterDeputy, "u2"), atDesk("s", access.StandingBody, "")
		appraise := func(by access.Actor, unit string, marks ...scoring.Mark) error {
			return submit(db, by, november, sheetOf(id, unit, season.Appraised, marks...))
		}
		t.Run("before the appraisal", func(t *testing.T) {
			refused(t, appraise(body, "u3"), refusal.Closed, "", "chỉ làm ở bước")
		})
		toPhase(t, db, id, season.Appraisal)
		t.Run("the head appraises its own unit", func(t *testing.T) {
			refused(t, appraise(head, "u1"), refusal.NotAllowed, "", "đơn vị trưởng cụm do phó trưởng cụm")
		})
		t.Run("an officer appraises", func(t *testing.T) {
			refused(t, appraise(atDesk("o", access.EmulationOfficer, "u3"), "u4"), refusal.NotAllowed, "", "Thẩm định")
		})
		t.Run("the head of a unit that is no member", func(t *testing.T) {
			refused(t, appraise(atDesk("x", access.ClusterHead, stranger), "u4"), refusal.NotAllowed, "", "cụm mình")
		})
		t.Run("a large change without a reason", func(t *testing.T) {
			refused(t, appraise(deputy, "u1", met(false)), refusal.Invalid, "marks.2.explanation", "phải ghi lý do")
		})
		t.Run("whoever cross-scored the unit appraises it", func(t *testing.T) {
			testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
				return season.TakeDuty(ctx, tx, atDesk("s", access.EmulationOfficer, "u4"), id, "u3", access.CrossScores)
			})
			refused(t, appraise(body, "u3"), refusal.NotAllowed, "", "chấm chéo cho một đơn vị")
		})
		t.Run("the deputy agrees with all of the head's unit", func(t *testing.T) {
			if err := appraise(deputy, "u1"); err != nil {
				t.Fatal(err)
			}
		})
		t.Run("the appraiser publishes", func(t *testing.T) {
			if err := appraise(body, "u4"); err != nil {
				t.Fatal(err)
			}
			refused(t, publish(db, body, id, "Hết thời hạn"), refusal.NotAllowed, "", "thẩm định trong năm này không được công bố")
		})
	})
}

func TestConflict_parts(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := crossing(t, db, inRing())
		u1, body := atDesk("p1", access.EmulationOfficer, "u1"), atDesk("s", access.StandingBody, "")
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			for _, p := range []string{"p1", "p2", "s"} {
				if _, err := tx.Exec(ctx, `INSERT INTO person (id, name, fold, sort_key, login, state, made_at) VALUES ($1, 'A', 'a', 'a', $2, 'active', '')`, p, p); err != nil {
					return err
				}
			}
			return nil
		})
		declare := func(by access.Actor, c scoring.Conflict) (cid string, err error) {
			c.Season = id
			err = testkit.Try(db, func(ctx context.Context, tx *store.Tx) (err error) {
				cid, err = scoring.DeclareConflict(ctx, tx, by, november, c)
				return err
			})
			return cid, err
		}
		sees := func(by access.Actor) (count int) {
			testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
				year, err := season.ByID(ctx, tx, id)
				if err != nil {
					return err
				}
				seen, err := scoring.VisibleSheets(ctx, tx, by, year, november)
				count = len(seen)
				return err
			})
			return count
		}
		for name, c := range map[string]struct {
			by           access.Actor
			conflict     scoring.Conflict
			kind         refusal.Kind
			field, words string
		}{
			"with one's own unit":       {u1, scoring.Conflict{Unit: "u1", Kind: scoring.Family}, refusal.Invalid, "unit", "đơn vị khác"},
			"with a unit that is none":  {u1, scoring.Conflict{Unit: stranger, Kind: scoring.Family}, refusal.Invalid, "unit", "không phải là thành viên"},
			"of no kind":                {u1, scoring.Conflict{Unit: "u2", Kind: "friend"}, refusal.Invalid, "kind", "Chọn loại"},
			"of another kind unsaid":    {u1, scoring.Conflict{Unit: "u2", Kind: scoring.Other}, refusal.Invalid, "note", "Ghi rõ"},
			"in another person's name":  {u1, scoring.Conflict{Unit: "u2", Kind: scoring.Family, Person: "p2"}, refusal.NotAllowed, "", "tự khai"},
			"of a person nobody knows":  {body, scoring.Conflict{Unit: "u2", Kind: scoring.Family, Person: "nobody"}, refusal.Invalid, "person", "Không có người này"},
			"by somebody without a say": {access.Actor{Role: access.Admin, Person: "a"}, scoring.Conflict{Unit: "u2", Kind: scoring.Family}, refusal.NotAllowed, "", "xung đột lợi ích"},
		} {
			t.Run(name, func(t *testing.T) {
				_, err := declare(c.by, c.conflict)
				refused(t, err, c.kind, c.field, c.words)
			})
		}
		if sees(u1) != 2 || sees(body) != 4 {
			t.Fatalf("before: %d and %d sheets", sees(u1), sees(body))
		}
		cid, err := declare(u1, scoring.Conflict{Unit: "u2", Kind: scoring.Family})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := declare(body, scoring.Conflict{Unit: "u3", Kind: scoring.Dispute}); err != nil {
			t.Fatal(err)
		}
		if sees(u1) != 1 || sees(body) != 3 {
			t.Errorf("after: %d and %d sheets", sees(u1), sees(body))
		}
		_, err = declare(body, scoring.Conflict{Unit: "u2", Kind: scoring.Family, Person: "p1"})
		refused(t, err, refusal.Conflict, "", "đã được khai")
		refused(t, submit(db, u1, november, sheetOf(id, "u2", season.Cross, met(true))), refusal.NotAllowed, "", "xung đột lợi ích")
		end := func(by access.Actor, why string) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return scoring.EndConflict(ctx, tx, by, november, id, cid, why)
			})
		}
		refused(t, end(u1, "Hết"), refusal.NotAllowed, "", "không do chính người khai")
		refused(t, end(body, " "), refusal.Invalid, "why", "Phải ghi lý do")
		if err := end(body, "Người thân đã chuyển công tác"); err != nil || sees(u1) != 2 {
			t.Errorf("ended: %v, %d sheets", err, sees(u1))
		}
	})
}

func TestQuestion_isBetweenScorerAndUnit(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := crossing(t, db, inRing())
		u1, u2, u3 := atDesk("p1", access.EmulationOfficer, "u1"), atDesk("p2", access.Leader, "u2"), atDesk("p3", access.EmulationOfficer, "u3")
		ask := func(by access.Actor, unit, criterion, text string) (qid string, err error) {
			err = testkit.Try(db, func(ctx context.Context, tx *store.Tx) (err error) {
				qid, err = scoring.Ask(ctx, tx, by, november, scoring.Question{Season: id, Unit: unit, Criterion: criterion, Text: text})
				return err
			})
			return qid, err
		}
		answer := func(by access.Actor, qid string) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				return scoring.AnswerQuestion(ctx, tx, by, november, id, qid, "Số liệu đến 30/10")
			})
		}
		_, err := ask(u1, "u3", "1", "Số liệu nào?")
		refused(t, err, refusal.NotAllowed, "", "không được phân công")
		_, err = ask(u1, "u2", "9", "Số liệu nào?")
		refused(t, err, refusal.Invalid, "criterion", "không có tiêu chí")
		_, err = ask(u1, "u2", "1", "  ")
		refused(t, err, refusal.Invalid, "question", "Ghi câu hỏi")
		qid, err := ask(u1, "u2", "1", "Số liệu lấy đến ngày nào?")
		if err != nil {
			t.Fatal(err)
		}
		refused(t, answer(u3, qid), refusal.NotFound, "", "Không có câu hỏi")
		refused(t, answer(u1, qid), refusal.NotAllowed, "", "tự chấm điểm cho mình")
		if err := answer(u2, qid); err != nil {
			t.Fatal(err)
		}
		refused(t, answer(u2, qid), refusal.Conflict, "", "đã được trả lời")
	})
}

func publish(db *store.DB, by access.Actor, id, reason string) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		return scoring.PublishResult(ctx, tx, by, november, id, scoring.Ties{}, reason)
	})
}

func TestPublishResult_isTheLastWord(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := crossing(t, db, inRing())
		for i, m := range members(4) {
			by := atDesk("c"+m.Unit, access.EmulationOfficer, m.Unit)
			if err := submit(db, by, november, sheetOf(id, members(4)[(i+1)%4].Unit, season.Cross, actual("10", "20"), met(true))); err != nil {
				t.Fatal(err)
			}
		}
		toPhase(t, db, id, season.Appraisal)
		body, other := atDesk("s", access.StandingBody, ""), atDesk("s2", access.StandingBody, "")
		refused(t, publish(db, other, id, "Hết hạn"), refusal.Unsatisfied, "", "Chưa có điểm cuối cùng")
		for _, m := range members(3) {
			if err := submit(db, body, november, sheetOf(id, m.Unit, season.Appraised)); err != nil {
				t.Fatal(err)
			}
		}
		refused(t, publish(db, atDesk("h", access.ClusterHead, "u1"), id, "Hết hạn"), refusal.NotAllowed, "", "Công bố kết quả")
		refused(t, publish(db, other, id, " "), refusal.Invalid, "reason", "Còn 1 việc chưa xong")
		if err := publish(db, other, id, "Huyện D xin thẩm định sau"); err != nil {
			t.Fatal(err)
		}
		refused(t, publish(db, other, id, "Lần nữa"), refusal.Conflict, "", "đã công bố")
		for name, err := range map[string]error{
			"an appraisal":       submit(db, body, november, sheetOf(id, "u4", season.Appraised)),
			"a self sheet":       submit(db, officer("u4"), november, sheetOf(id, "u4", season.Self, met(true))),
			"a plan":             confirm(db, standingBody, id, "Khác", scoring.Assign(season.CrossAll, members(4), nil)...),
			"a computation":      computeAgain(db, id),
			"a stated ranking":   stateAfter(db, id),
			"a question":         askAfter(db, id),
			"a new set of rules": signAgain(db, id),
		} {
			if e := refusal.Of(err); e == nil || e.Kind != refusal.Closed || e.Sentence == "" {
				t.Errorf("%s after the publication: %v", name, err)
			}
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			p, ok, err := scoring.PublicationOf(ctx, tx, id)
			if !ok || err != nil || p.By != "Người s2" || len(p.Questions) != 1 || p.Reason == "" {
				t.Errorf("%+v, %v, %v", p, ok, err)
			}
			rows, err := scoring.Standings(ctx, tx, id)
			if err != nil || len(rows) != 4+4+3+3 {
				t.Errorf("%d standings, %v", len(rows), err)
			}
			return nil
		})
	})
}

func computeAgain(db *store.DB, id string) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		_, err := scoring.Recompute(ctx, tx, standingBody, november, id, scoring.Ties{})
		return err
	})
}

func stateAfter(db *store.DB, id string) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		return scoring.StateRanking(ctx, tx, standingBody, november, id, []scoring.Standing{{Unit: "u1", Rank: 1}})
	})
}

func askAfter(db *store.DB, id string) error {
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		_, err := scoring.Ask(ctx, tx, standingBody, november, scoring.Question{Season: id, Unit: "u1", Criterion: "1", Text: "Vì sao?"})
		return err
	})
}

func signAgain(db *store.DB, id string) error {
	rules := inRing()
	rules.Version = 2
	return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
		return season.Sign(ctx, tx, standingBody, november, id, rules)
	})
}
