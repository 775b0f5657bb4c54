package meeting_test

import (
	"context"
	"reflect"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/meeting"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

var (
	head    = access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "thanh_chuong"}
	officer = access.Actor{Name: "Cán bộ TĐKT", Role: access.EmulationOfficer, Unit: "con_cuong"}
	day     = vi.MustDay("2014-11-22")
)

// year puts a season with two members, and a department that is none, on record.
func year(t *testing.T, db *store.DB) {
	t.Helper()
	testkit.Exec(t, db,
		`INSERT INTO unit (id, level) VALUES ('con_cuong', 'district'), ('thanh_chuong', 'district'), ('so_noi_vu', 'department')`,
		`INSERT INTO unit_name (unit_id, name, short_name, kind, fold, sort_key) VALUES
			('con_cuong', 'Huyện Con Cuông', 'Con Cuông', 'district', 'con cuong', '1'),
			('thanh_chuong', 'Huyện Thanh Chương', 'Thanh Chương', 'district', 'thanh chuong', '2'),
			('so_noi_vu', 'Sở Nội vụ', 'Sở Nội vụ', 'department', 'so noi vu', '3')`,
		`INSERT INTO cluster (id, name, fold, kind) VALUES ('c', 'Cụm', 'cum', 'cum')`,
		`INSERT INTO cluster_member (cluster_id, label, unit_id, position) VALUES ('c', '2014', 'con_cuong', 1), ('c', '2014', 'thanh_chuong', 2)`,
		testkit.Season("s", "c", 2014, "conference", 2),
	)
}

type act func(context.Context, *store.Tx, access.Actor, vi.Day, meeting.Conference) (string, error)

func try(db *store.DB, do act, by access.Actor, c meeting.Conference) (id string, err error) {
	err = db.Write(context.Background(), func(tx *store.Tx) (err error) {
		id, err = do(context.Background(), tx, by, day, c)
		return err
	})
	return id, err
}

func must(t *testing.T, db *store.DB, do act, c meeting.Conference) string {
	t.Helper()
	id, err := try(db, do, head, c)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// full is a conference with something in every field.
func full() meeting.Conference {
	return meeting.Conference{
		Season: "s", Kind: meeting.Briefing, Also: []meeting.Kind{meeting.Review}, Title: "Hội nghị giao ban", Day: day,
		TimeOfDay: "sáng", Place: "huyện Thanh Chương", Host: "thanh_chuong", ConvenedBy: "Sở Nội vụ", ConvenedByUnit: "so_noi_vu",
		Chair: "Giám đốc Sở Nội vụ", Secretary: "Phòng Nội vụ", Agenda: []meeting.AgendaItem{{Time: "08 giờ 00", Content: "Khai mạc", Who: "Trưởng cụm"}},
		Papers:      []string{"Báo cáo tổng kết"},
		Attendance:  meeting.Attendance{Establishment: new(2), Present: []string{"con_cuong"}, Proxies: []meeting.Proxy{{Unit: "thanh_chuong", By: "Phó Chủ tịch"}}},
		Delegates:   []meeting.Delegate{{Post: "Giám đốc", Body: "Sở Nội vụ", Role: "dự và phát biểu chỉ đạo"}},
		Reports:     []string{"Báo cáo của trưởng cụm"},
		Speeches:    []meeting.Speech{{Post: "Chủ tịch Ủy ban nhân dân huyện", Unit: "con_cuong", About: "nông thôn mới", Summary: "Nêu kết quả."}},
		Conclusions: []string{"Rà soát chỉ tiêu."}, Photos: []string{"Toàn cảnh hội nghị"}, Sample: true,
	}
}

func TestHold_keepsEverythingInOneEntryAndReadsItBackInOneStatement(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		want := full()
		want.ID, want.Held, want.Stage = must(t, db, meeting.Hold, want), true, meeting.Ended
		must(t, db, meeting.Hold, meeting.Conference{Season: "s", Kind: meeting.Signing}) // nothing else is known of it
		ctx, statements := store.CountStatements(context.Background())
		if err := db.Read(ctx, func(tx *store.Tx) error {
			all, err := meeting.OfSeason(ctx, tx, "s")
			if err != nil {
				return err
			}
			if len(all) != 2 || *statements != 1 || all[0].Kind != meeting.Signing || !reflect.DeepEqual(all[1], want) {
				t.Errorf("%d statements:\n got %+v\nwant %+v", *statements, all[1], want)
			}
			last, err := journal.CurrentHead(ctx, tx)
			if last.Seq != 2 {
				t.Errorf("%d journal entries for two conferences", last.Seq)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	})
}

func TestHold_completesAConferenceThatWasCalled(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		called := full()
		called.Attendance, called.Speeches, called.Conclusions = meeting.Attendance{}, nil, nil
		held := full()
		held.ID = must(t, db, meeting.Call, called)
		if id := must(t, db, meeting.Hold, held); id != held.ID {
			t.Fatalf("a second record %s", id)
		}
		if _, err := try(db, meeting.Hold, head, held); !refusal.Is(err, refusal.Conflict) {
			t.Fatalf("the minutes were rewritten: %v", err)
		}
		if err := db.Read(context.Background(), func(tx *store.Tx) error {
			c, err := meeting.ByID(context.Background(), tx, held.ID)
			if !c.Held || len(c.Conclusions) != 1 {
				t.Errorf("%+v", c)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	})
}

func TestHold_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		testkit.Exec(t, db, testkit.Season("over", "c", 2013, "closed", 2))
		for name, c := range map[string]struct {
			by       access.Actor
			bend     func(*meeting.Conference)
			kind     refusal.Kind
			field    string
			sentence string
		}{
			"a member unit recording for the cluster": {officer, func(*meeting.Conference) {}, refusal.NotAllowed, "", "Hội nghị do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng ghi."},
			"an unknown season":                       {head, func(c *meeting.Conference) { c.Season = "none" }, refusal.NotFound, "", "Không có năm thi đua này."},
			"a season that is over":                   {head, func(c *meeting.Conference) { c.Season = "over" }, refusal.Closed, "", "Năm thi đua đã kết thúc, không ghi thêm hội nghị."},
			"a conference nobody called":              {head, func(c *meeting.Conference) { c.ID = "none" }, refusal.NotFound, "", "Không có hội nghị này."},
			"an unknown host":                         {head, func(c *meeting.Conference) { c.Host = "none" }, refusal.Invalid, "host", "Đơn vị này không có trong danh mục."},
			"an unknown speaker's unit":               {head, func(c *meeting.Conference) { c.Speeches[0].Unit = "none" }, refusal.Invalid, "speeches[0].unit", "Đơn vị này không có trong danh mục."},
			"a unit present that is no member": {head, func(c *meeting.Conference) { c.Attendance.Present = []string{"so_noi_vu"} }, refusal.Invalid,
				"attendance.present", "Sở Nội vụ không phải đơn vị thành viên của cụm năm 2014."},
			"a letter that was lost": {head, func(c *meeting.Conference) { c.Conclusions = []string{"R\uFFFD"} }, refusal.Invalid, "conclusions[0]", "Ký tự thứ 2 bị hỏng; hãy gõ lại hoặc lưu tệp bằng mã UTF-8."},
			"no kind":                {head, func(c *meeting.Conference) { c.Kind = "" }, refusal.Invalid, "kind", "Không có loại hội nghị tên “”."},
		} {
			t.Run(name, func(t *testing.T) {
				conference := full()
				c.bend(&conference)
				_, err := try(db, meeting.Hold, c.by, conference)
				if r := refusal.Of(err); r == nil || r.Kind != c.kind || r.Field != c.field || r.Sentence != c.sentence {
					t.Fatalf("got %#v", err)
				}
			})
		}
	})
}

func TestHold_takesACouncilWhoseMembersAreNoUnitsOfTheCluster(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		must(t, db, meeting.Hold, meeting.Conference{Season: "s", Kind: meeting.Council, Attendance: meeting.Attendance{Present: []string{"so_noi_vu"}, Establishment: new(15)}})
	})
}

func TestHold_leavesTheCallersListsAsTheyWere(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		c := full()
		c.Agenda[0].Content, c.Papers = "  Khai   mạc ", []string{" Báo cáo ", " "}
		id := must(t, db, meeting.Hold, c)
		if c.Agenda[0].Content != "  Khai   mạc " {
			t.Error("the caller's agenda was changed")
		}
		if err := db.Read(context.Background(), func(tx *store.Tx) error {
			got, err := meeting.ByID(context.Background(), tx, id)
			if got.Agenda[0].Content != "Khai mạc" || !reflect.DeepEqual(got.Papers, []string{"Báo cáo"}) {
				t.Errorf("stored untidy: %+v", got)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	})
}
