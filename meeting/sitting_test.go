package meeting_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/meeting"
	"thidua/refusal"
	"thidua/store"
)

// People at their desks, all in the cluster c: the chair heads it for Thanh
// Chương, the writer is an officer of Con Cuông.
var (
	chair    = access.Actor{Name: "Chủ tọa", Role: access.ClusterHead, Unit: "thanh_chuong", Person: "p1", Cluster: "c"}
	writer   = access.Actor{Name: "Thư ký", Role: access.EmulationOfficer, Unit: "con_cuong", Person: "p2", Cluster: "c"}
	leader   = access.Actor{Name: "Lãnh đạo", Role: access.Leader, Unit: "thanh_chuong", Person: "p3", Cluster: "c"}
	standing = access.Actor{Name: "Sở Nội vụ", Role: access.StandingBody, Person: "p4", Cluster: "c"}
	stranger = access.Actor{Name: "Trưởng cụm khác", Role: access.ClusterHead, Unit: "dien_chau", Person: "p5", Cluster: "other"}
)

// sit puts the year with its people and a conference that was called on record.
func sit(t *testing.T, db *store.DB) (id string) {
	t.Helper()
	year(t, db)
	testkit.Exec(t, db,
		`INSERT INTO person (id, name, fold, sort_key, login, state, made_at) VALUES ('p1', 'Chủ tọa', '', '1', 'p1', 'active', ''),
			('p2', 'Thư ký', '', '2', 'p2', 'active', ''), ('p3', 'Lãnh đạo', '', '3', 'p3', 'active', ''), ('p4', 'Sở Nội vụ', '', '4', 'p4', 'active', '')`,
		`INSERT INTO role_grant (id, person_id, role, unit_id, cluster_id, from_day, until_day, how, given_by, given_at) VALUES
			('g1', 'p1', 'cluster_head', 'thanh_chuong', 'c', '2014-01-01', '', 'own', '', ''),
			('g2', 'p2', 'emulation_officer', 'con_cuong', NULL, '2014-01-01', '', 'own', '', ''),
			('g3', 'p3', 'leader', 'thanh_chuong', NULL, '2014-01-01', '', 'own', '', ''),
			('g4', 'p4', 'standing_body', NULL, NULL, '2014-01-01', '', 'own', '', '')`,
		`INSERT INTO season_rules (season_id, version, signed_on, body) VALUES ('s', 1, '2014-03-20', '{"ballot":{"quorum":"2/3"}}')`)
	c := meeting.Conference{Season: "s", Kind: meeting.Briefing, Day: day, Place: "huyện Thanh Chương", ChairPerson: "p1", SecretaryPerson: "p2",
		Agenda: []meeting.AgendaItem{{Content: "Khai mạc"}, {Content: "Bình xét, suy tôn"}}}
	id, err := try(db, meeting.Call, chair, c)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// do is one act of the sitting as the tests list it.
type do func(ctx context.Context, tx *store.Tx, id string) error

func run(by access.Actor, step meeting.Step) do {
	return func(ctx context.Context, tx *store.Tx, id string) error {
		return meeting.Run(ctx, tx, by, day, id, step)
	}
}

func roll(by access.Actor, marks ...meeting.Mark) do {
	return func(ctx context.Context, tx *store.Tx, id string) error {
		return meeting.CallRoll(ctx, tx, by, day, id, marks)
	}
}

func all(how meeting.Presence) do {
	return roll(writer, meeting.Mark{Unit: "con_cuong", How: how}, meeting.Mark{Unit: "thanh_chuong", How: how})
}

func draft(by access.Actor) do {
	return func(ctx context.Context, tx *store.Tx, id string) error {
		return meeting.DraftMinutes(ctx, tx, by, day, id, []meeting.Section{{Title: "Kết luận", Lines: []string{"Thống nhất suy tôn huyện Con Cuông.", "  "}}, {Title: "Nội dung khác"}})
	}
}

func edit(by access.Actor, version int) do {
	return func(ctx context.Context, tx *store.Tx, id string) error {
		return meeting.EditMinutes(ctx, tx, by, day, id, version, []meeting.Section{{Title: "Kết luận", Lines: []string{"Câu một.", "Câu hai."}}})
	}
}

func circulate(by access.Actor) do {
	return func(ctx context.Context, tx *store.Tx, id string) error {
		return meeting.CirculateMinutes(ctx, tx, by, day, id)
	}
}

func amend(by access.Actor, old, new string) do {
	return func(ctx context.Context, tx *store.Tx, id string) error {
		return meeting.ProposeAmendment(ctx, tx, by, day, id, meeting.Amendment{Old: old, New: new})
	}
}

func decide(by access.Actor, n int, v meeting.Verdict, reason string) do {
	return func(ctx context.Context, tx *store.Tx, id string) error {
		return meeting.DecideAmendment(ctx, tx, by, day, id, n, v, reason)
	}
}

func freeze(by access.Actor) do {
	return func(ctx context.Context, tx *store.Tx, id string) error {
		return meeting.FreezeMinutes(ctx, tx, by, day, id)
	}
}

func sign(by access.Actor, seat meeting.Seat) do {
	return func(ctx context.Context, tx *store.Tx, id string) error {
		return meeting.SignMinutes(ctx, tx, by, day, id, seat)
	}
}

func correct(by access.Actor, why string) do {
	return func(ctx context.Context, tx *store.Tx, id string) error {
		return meeting.CorrectMinutes(ctx, tx, by, day, id, why)
	}
}

// The conference's life, cut where a test wants to stand.
var (
	toRunning = []do{all(meeting.Present), run(chair, meeting.Begin)}
	toEnded   = append(slices.Clone(toRunning), run(chair, meeting.End))
	toDrafted = append(slices.Clone(toEnded), draft(writer))
	toAmended = append(slices.Clone(toDrafted), circulate(writer))
	toFrozen  = append(slices.Clone(toAmended), freeze(chair))
	toSigned  = append(slices.Clone(toFrozen), sign(chair, meeting.Chair), sign(writer, meeting.Secretary))
)

func live(t *testing.T, db *store.DB, id string, acts ...do) {
	t.Helper()
	for i, act := range acts {
		if err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return act(ctx, tx, id) }); err != nil {
			t.Fatalf("act %d: %v", i+1, err)
		}
	}
}

func read(t *testing.T, db *store.DB, id string) (c meeting.Conference, minutes []meeting.Minutes, events []meeting.Event) {
	t.Helper()
	err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		if c, err = meeting.ByID(context.Background(), tx, id); err != nil {
			return err
		}
		if minutes, err = meeting.MinutesOf(context.Background(), tx, id); err != nil {
			return err
		}
		events, err = meeting.EventsOf(context.Background(), tx, id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return c, minutes, events
}

func TestConference_goesFromTheCallToSignedMinutes(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := sit(t, db)
		live(t, db, id,
			roll(writer, meeting.Mark{Unit: "con_cuong", How: meeting.Present},
				meeting.Mark{Unit: "thanh_chuong", How: meeting.ByProxy, Name: "Nguyễn Văn, A", Post: "Phó Chủ tịch", Document: "Giấy ủy quyền số 12"}),
			run(chair, meeting.Begin),
			func(ctx context.Context, tx *store.Tx, id string) error {
				return meeting.TakeItem(ctx, tx, chair, day, id, 1)
			},
			func(ctx context.Context, tx *store.Tx, id string) error {
				return meeting.TakeItem(ctx, tx, chair, day, id, 2)
			},
			func(ctx context.Context, tx *store.Tx, id string) error {
				return meeting.Speak(ctx, tx, writer, day, id, meeting.Speech{Post: "Chủ tịch", Unit: "con_cuong", Summary: "Nêu kết quả."})
			},
			func(ctx context.Context, tx *store.Tx, id string) error {
				return meeting.HearReport(ctx, tx, writer, day, id, "Báo cáo năm")
			},
			func(ctx context.Context, tx *store.Tx, id string) error {
				return meeting.Conclude(ctx, tx, chair, day, id, "Rà soát chỉ tiêu.")
			},
			run(chair, meeting.Pause), run(chair, meeting.Resume), run(chair, meeting.End),
			draft(writer), edit(writer, 1), circulate(writer),
			amend(writer, "Câu hai.", "Câu hai đã sửa."), decide(chair, 1, meeting.Accepted, ""),
			amend(leader, "", "Câu ba."), decide(chair, 2, meeting.Declined, "đã có ở câu một"),
			freeze(chair), sign(writer, meeting.Secretary), sign(chair, meeting.Chair))

		c, minutes, events := read(t, db, id)
		if c.Stage != meeting.Signed || !c.Held || c.Agenda[0].Status != meeting.ItemFinished || c.Agenda[1].Status != meeting.ItemFinished {
			t.Errorf("it stands at %q: %+v", c.Stage, c.Agenda)
		}
		if p := c.Attendance.Proxies; len(p) != 1 || p[0].By != "Nguyễn Văn A, Phó Chủ tịch" || p[0].Document != "Giấy ủy quyền số 12" {
			t.Errorf("proxies %+v", p)
		}
		if s := c.Speeches; len(s) != 1 || s[0].Item != 2 {
			t.Errorf("speeches %+v", s)
		}
		m := minutes[0]
		if !slices.Equal(m.Sections[0].Lines, []string{"Câu một.", "Câu hai đã sửa."}) {
			t.Errorf("the text is %q", m.Sections[0].Lines)
		}
		if want := "BIÊN BẢN hội nghị giao ban, ngày 22 tháng 11 năm 2014\n\nKết luận\n- Câu một.\n- Câu hai đã sửa.\n"; m.Frozen != want {
			t.Errorf("frozen %q", m.Frozen)
		}
		first, second := m.SignedBy(meeting.Secretary), m.SignedBy(meeting.Chair)
		if first == nil || second == nil || first.SHA256 != m.SHA256 || len(m.SHA256) != 64 || second.Head.Seq != first.Head.Seq+1 {
			t.Errorf("signatures %+v", m.Signatures)
		}
		for i, e := range events {
			if e.Seq != int64(i+1) || e.Actor == "" || e.Clock() != "09 giờ 00" {
				t.Errorf("event %d: %+v", i+1, e)
			}
		}
		if int64(len(events)) != c.Version || c.Version != 21 {
			t.Errorf("%d events, version %d", len(events), c.Version)
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			head, err := journal.CurrentHead(ctx, tx)
			if head.Seq != int64(len(events))+1 { // each event, and the call
				t.Errorf("%d entries in the journal for %d events", head.Seq, len(events))
			}
			return err
		})
	})
}

func TestSitting_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := sit(t, db)
		before := map[string]string{"": id}
		for name, acts := range map[string][]do{"running": toRunning, "ended": toEnded, "drafted": toDrafted, "amended": toAmended, "frozen": toFrozen, "signed": toSigned} {
			c := meeting.Conference{Season: "s", Kind: meeting.Briefing, Day: day, ChairPerson: "p1", SecretaryPerson: "p2", Agenda: []meeting.AgendaItem{{Content: "Khai mạc"}}}
			fresh, err := try(db, meeting.Call, chair, c)
			if err != nil {
				t.Fatal(err)
			}
			live(t, db, fresh, acts...)
			before[name] = fresh
		}
		speak := func(sp meeting.Speech) do {
			return func(ctx context.Context, tx *store.Tx, id string) error {
				return meeting.Speak(ctx, tx, writer, day, id, sp)
			}
		}
		for name, c := range map[string]struct {
			at   string
			act  do
			kind refusal.Kind
			says string
		}{
			"beginning before the roll is called": {"", run(chair, meeting.Begin), refusal.Unsatisfied, "Chưa điểm danh: Huyện Con Cuông và Huyện Thanh Chương."},
			"beginning twice":                     {"running", run(chair, meeting.Begin), refusal.Closed, "không khai mạc được"},
			"ending before the beginning":         {"", run(chair, meeting.End), refusal.Closed, "không bế mạc được"},
			"a member unit beginning it":          {"", run(writer, meeting.Begin), refusal.NotAllowed, "Hội nghị do trưởng cụm"},
			"another cluster's head beginning it": {"", run(stranger, meeting.Begin), refusal.NotAllowed, "không làm việc cho cụm này"},
			"a stranger to the year as chair": {"", func(ctx context.Context, tx *store.Tx, id string) error {
				return meeting.NameSigners(ctx, tx, chair, day, id, "p9", "p2")
			}, refusal.Invalid, "không làm việc cho cụm"},
			"one person as chair and secretary": {"", func(ctx context.Context, tx *store.Tx, id string) error {
				return meeting.NameSigners(ctx, tx, chair, day, id, "p1", "p1")
			}, refusal.Invalid, "người khác chủ tọa"},
			"signers changed after a signature": {"signed", func(ctx context.Context, tx *store.Tx, id string) error {
				return meeting.NameSigners(ctx, tx, chair, day, id, "p1", "p3")
			}, refusal.Closed, "đổi người ký"},
			"the roll called by a unit that does not write": {"", roll(leader, meeting.Mark{Unit: "con_cuong", How: meeting.Present}), refusal.NotAllowed, "do thư ký hội nghị ghi"},
			"a unit on the roll that is no member":          {"", roll(writer, meeting.Mark{Unit: "so_noi_vu", How: meeting.Present}), refusal.Invalid, "không phải thành viên"},
			"a proxy without a letter":                      {"", roll(writer, meeting.Mark{Unit: "con_cuong", How: meeting.ByProxy, Name: "A"}), refusal.Invalid, "giấy ủy quyền"},
			"a proxy without a person":                      {"", roll(writer, meeting.Mark{Unit: "con_cuong", How: meeting.ByProxy, Document: "Số 1"}), refusal.Invalid, "họ tên người dự thay"},
			"leaving before the beginning":                  {"", roll(writer, meeting.Mark{Unit: "con_cuong", How: meeting.Left}), refusal.Invalid, "đã có mặt"},
			"an unknown word on the roll":                   {"", roll(writer, meeting.Mark{Unit: "con_cuong", How: "asleep"}), refusal.Invalid, "Không có cách điểm danh này"},
			"the roll called after the end":                 {"ended", all(meeting.Absent), refusal.Closed, "không điểm danh được"},
			"an agenda item that is not there": {"running", func(ctx context.Context, tx *store.Tx, id string) error {
				return meeting.TakeItem(ctx, tx, chair, day, id, 9)
			}, refusal.NotFound, "Không có mục này"},
			"a speech before the beginning":                    {"", speak(meeting.Speech{Name: "A", Unit: "con_cuong", Summary: "…"}), refusal.Closed, "không ghi ý kiến được"},
			"a speech by nobody":                               {"running", speak(meeting.Speech{Unit: "con_cuong", Summary: "…"}), refusal.Invalid, "người phát biểu"},
			"a speech from nowhere":                            {"running", speak(meeting.Speech{Name: "A", Summary: "…"}), refusal.Invalid, "Chọn đơn vị"},
			"a speech without words":                           {"running", speak(meeting.Speech{Name: "A", Unit: "con_cuong"}), refusal.Invalid, "tóm tắt"},
			"a speech of a whole book":                         {"running", speak(meeting.Speech{Name: "A", Unit: "con_cuong", Summary: strings.Repeat("a", 5001)}), refusal.Invalid, "Dài quá 5.000"},
			"a speech by an unknown unit":                      {"running", speak(meeting.Speech{Name: "A", Unit: "none", Summary: "…"}), refusal.Invalid, "không có trong danh mục"},
			"minutes before the end":                           {"running", draft(writer), refusal.Closed, "không dự thảo biên bản được"},
			"minutes drafted by a unit that does not write":    {"ended", draft(leader), refusal.NotAllowed, "do thư ký hội nghị ghi"},
			"minutes edited over somebody else's words":        {"drafted", edit(writer, 7), refusal.Conflict, "người khác đã lưu"},
			"minutes edited while the units amend":             {"amended", edit(writer, 1), refusal.Closed, "không sửa dự thảo biên bản được"},
			"minutes edited after the freeze":                  {"frozen", edit(writer, 1), refusal.Closed, "không sửa dự thảo biên bản được"},
			"minutes edited after the signatures":              {"signed", edit(chair, 1), refusal.Closed, "không sửa dự thảo biên bản được"},
			"an amendment before the draft is laid before all": {"drafted", amend(leader, "", "Thêm."), refusal.Closed, "không đề nghị sửa biên bản được"},
			"an amendment after the freeze":                    {"frozen", amend(leader, "", "Thêm."), refusal.Closed, "không đề nghị sửa biên bản được"},
			"an amendment after the signatures":                {"signed", amend(leader, "", "Thêm."), refusal.Closed, "không đề nghị sửa biên bản được"},
			"an amendment by the standing body":                {"amended", amend(standing, "", "Thêm."), refusal.NotAllowed, "Chỉ đơn vị có mặt"},
			"an amendment of a line that is not there":         {"amended", amend(leader, "Câu lạ.", "Thêm."), refusal.Invalid, "không còn trong dự thảo"},
			"an amendment that changes nothing":                {"amended", amend(leader, "", ""), refusal.Invalid, "nội dung đề nghị"},
			"a decision on an amendment that is not there":     {"amended", decide(chair, 1, meeting.Accepted, ""), refusal.NotFound, "Không có đề nghị sửa này"},
			"freezing before the units could amend":            {"drafted", freeze(chair), refusal.Closed, "không chốt biên bản được"},
			"freezing by the secretary":                        {"amended", freeze(writer), refusal.NotAllowed, "Hội nghị do trưởng cụm"},
			"signing before the freeze":                        {"amended", sign(chair, meeting.Chair), refusal.Closed, "không ký biên bản được"},
			"signing in a seat one was not given":              {"frozen", sign(leader, meeting.Chair), refusal.NotAllowed, "không được cử làm chủ tọa"},
			"signing in a seat that does not exist":            {"frozen", sign(chair, "guest"), refusal.Invalid, "Chỉ chủ tọa và thư ký"},
			"signing by a file":                                {"frozen", sign(head, meeting.Chair), refusal.NotAllowed, "người có tài khoản"},
			"signing after both have signed":                   {"signed", sign(chair, meeting.Chair), refusal.Closed, "không ký biên bản được"},
			"a correction without a reason":                    {"signed", correct(chair, " "), refusal.Invalid, "lý do đính chính"},
			"a correction before the signatures":               {"frozen", correct(chair, "sai tên"), refusal.Closed, "không lập biên bản đính chính được"},
			"a conference that is not there": {"", func(ctx context.Context, tx *store.Tx, _ string) error {
				return meeting.Run(ctx, tx, chair, day, "none", meeting.Begin)
			}, refusal.NotFound, "Không có hội nghị này"},
			"drafting as if it were a step of the sitting": {"ended", run(chair, meeting.Draft), refusal.Invalid, "không thuộc diễn biến"},
		} {
			t.Run(name, func(t *testing.T) {
				was, _, _ := read(t, db, before[c.at])
				err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return c.act(ctx, tx, before[c.at]) })
				if r := refusal.Of(err); r == nil || r.Kind != c.kind || !strings.Contains(r.Sentence, c.says) {
					t.Errorf("got %#v", err)
				}
				if now, _, _ := read(t, db, before[c.at]); now.Version != was.Version || now.Stage != was.Stage {
					t.Error("the refused act left something behind")
				}
			})
		}
	})
}

func TestSitting_oneHandNeverDoesWhatIsTwoPeoples(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := sit(t, db)
		live(t, db, id, toAmended...)
		refused := func(name string, act do, rule string) {
			t.Helper()
			err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return act(ctx, tx, id) })
			if r := refusal.Of(err); r == nil || r.Rule != rule {
				t.Errorf("%s: %#v", name, err)
			}
		}
		live(t, db, id, amend(chair, "", "Thêm."))
		refused("deciding on one's own amendment", decide(chair, 1, meeting.Accepted, ""), "own_amendment")
		if err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return freeze(chair)(ctx, tx, id) }); !refusal.Is(err, refusal.Unsatisfied) {
			t.Errorf("frozen over an open amendment: %v", err)
		}
		if err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			return decide(standing, 1, meeting.Declined, "")(ctx, tx, id)
		}); !refusal.Is(err, refusal.Invalid) {
			t.Errorf("declined without a reason: %v", err)
		}
		live(t, db, id, decide(standing, 1, meeting.Declined, "đã có"))
		if err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
			return decide(standing, 1, meeting.Accepted, "")(ctx, tx, id)
		}); !refusal.Is(err, refusal.Conflict) {
			t.Errorf("decided twice: %v", err)
		}
		live(t, db, id, freeze(chair), sign(chair, meeting.Chair))
		refused("the chair signing for the secretary too", sign(chair, meeting.Secretary), "two_signatures")
		if c, _, _ := read(t, db, id); c.Stage != meeting.Frozen {
			t.Errorf("one signature brought it to %q", c.Stage)
		}
	})
}

func TestAmendments_comeOnlyFromUnitsThatWerePresent(t *testing.T) {
	for name, c := range map[string]struct {
		marks []do
		may   bool
	}{
		"present":                        {[]do{all(meeting.Present), run(chair, meeting.Begin)}, true},
		"present, and left early":        {[]do{all(meeting.Present), run(chair, meeting.Begin), roll(writer, meeting.Mark{Unit: "thanh_chuong", How: meeting.Left, Reason: "việc gấp"})}, true},
		"absent at first, and came late": {[]do{roll(writer, meeting.Mark{Unit: "con_cuong", How: meeting.Present}, meeting.Mark{Unit: "thanh_chuong", How: meeting.Absent}), run(chair, meeting.Begin), roll(writer, meeting.Mark{Unit: "thanh_chuong", How: meeting.Present})}, true},
		"absent throughout":              {[]do{roll(writer, meeting.Mark{Unit: "con_cuong", How: meeting.Present}, meeting.Mark{Unit: "thanh_chuong", How: meeting.Absent, Reason: "bão"}), run(chair, meeting.Begin)}, false},
	} {
		t.Run(name, func(t *testing.T) {
			db := testkit.SQLite(t)
			id := sit(t, db)
			testkit.Exec(t, db, `UPDATE season_rules SET body = '{"ballot":{"quorum":"1/2"}}'`)
			live(t, db, id, c.marks...)
			live(t, db, id, run(chair, meeting.End), draft(writer), circulate(writer))
			err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return amend(leader, "", "Thêm.")(ctx, tx, id) })
			if c.may != (err == nil) {
				t.Fatalf("got %v", err)
			}
			if r := refusal.Of(err); !c.may && (r.Kind != refusal.NotAllowed || r.Rule != string(access.AmendMinutes)) {
				t.Fatalf("got %#v", err)
			}
		})
	}
}

func TestBegin_needsTheQuorumOfTheSignedRules(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := sit(t, db)
		live(t, db, id, roll(writer, meeting.Mark{Unit: "con_cuong", How: meeting.Present}, meeting.Mark{Unit: "thanh_chuong", How: meeting.Absent, Reason: "bão"}))
		err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return run(chair, meeting.Begin)(ctx, tx, id) })
		if r := refusal.Of(err); r == nil || r.Sentence != "Không đủ số thành viên để khai mạc: 1 trên tổng số 2 thành viên có mặt, bằng 50,00 %; cần từ 2/3 trở lên, tức ít nhất 2: chưa đủ số thành viên." {
			t.Fatalf("got %v", err)
		}
	})
}

func TestCorrection_isADocumentOfItsOwn(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := sit(t, db)
		live(t, db, id, toSigned...)
		_, was, _ := read(t, db, id)
		live(t, db, id, correct(chair, "sai tên người"), edit(writer, 1), circulate(writer), freeze(chair), sign(chair, meeting.Chair), sign(writer, meeting.Secretary))
		c, now, _ := read(t, db, id)
		if len(now) != 2 || now[0].Frozen != was[0].Frozen || now[0].SHA256 != was[0].SHA256 || len(now[0].Signatures) != 2 {
			t.Fatalf("the signed document changed: %+v", now[0])
		}
		if c.Stage != meeting.Signed || now[1].Number != 2 || !strings.Contains(now[1].Frozen, "Đính chính: sai tên người") || now[1].SHA256 == now[0].SHA256 {
			t.Fatalf("the correction is %+v", now[1])
		}
	})
}

func TestSign_refusesATextThatWasTamperedWith(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		id := sit(t, db)
		live(t, db, id, toFrozen...)
		testkit.Exec(t, db, `UPDATE conference_minutes SET frozen = 'Nội dung khác'`)
		err := testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return sign(chair, meeting.Chair)(ctx, tx, id) })
		if !refusal.Is(err, refusal.Conflict) {
			t.Fatalf("got %v", err)
		}
	})
}

func TestAttendance_everyUnitStandsOnOneLineOfTheRoll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks := rapid.SliceOf(rapid.Custom(func(t *rapid.T) meeting.Mark {
			return meeting.Mark{Unit: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "unit"),
				How: rapid.SampledFrom([]meeting.Presence{meeting.Present, meeting.ByProxy, meeting.Absent, meeting.Left}).Draw(t, "how"), Name: "N", Document: "D"}
		})).Draw(t, "marks")
		var a meeting.Attendance
		last := map[string]meeting.Presence{}
		for _, m := range marks {
			a, last[m.Unit] = a.With(m, "10 giờ 15"), m.How
		}
		lines := len(a.Present) + len(a.Proxies) + len(a.Absent)
		if lines != len(last) {
			t.Fatalf("%d lines for %d units", lines, len(last))
		}
		for unit, how := range last {
			if got := a.Of(unit).How; got != how {
				t.Fatalf("%s is %q, was marked %q", unit, got, how)
			}
			if here := slices.Contains(a.Here(), unit); here != (how == meeting.Present || how == meeting.ByProxy) || a.Attended(unit) != (how != meeting.Absent) {
				t.Fatalf("%s, marked %q: here %v, attended %v", unit, how, here, a.Attended(unit))
			}
		}
	})
}

func TestTransitions_areWholeAndNeverReachBackBehindAFreeze(t *testing.T) {
	for _, row := range meeting.Transitions {
		if row.From.Label() == "" || row.To.Label() == "" || row.Step.Label() == "" {
			t.Errorf("%+v has no words", row)
		}
		if _, known := access.Of(row.Act); !known {
			t.Errorf("%+v is nobody's act", row)
		}
		frozen := row.From == meeting.Frozen || row.From == meeting.Signed
		if frozen && row.Step != meeting.Sign && row.Step != meeting.Correct {
			t.Errorf("%s leads out of %s", row.Step, row.From)
		}
	}
	for _, from := range meeting.Stages {
		for _, step := range []meeting.Step{meeting.Begin, meeting.Pause, meeting.Resume, meeting.End, meeting.Draft, meeting.Circulate, meeting.Freeze, meeting.Sign, meeting.Correct} {
			known := slices.ContainsFunc(meeting.Transitions, func(r meeting.Transition) bool { return r.From == from && r.Step == step })
			if from.May(step) != known {
				t.Errorf("%s from %s: %v", step, from, from.May(step))
			}
		}
	}
}
