package voting

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var (
	head    = access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "a"}
	officer = access.Actor{Name: "Cán bộ TĐKT", Role: access.EmulationOfficer, Unit: "b"}
	day     = vi.MustDay("2014-11-22")
)

// year puts a season with five members on record, and their signed ballot rule.
func year(t *testing.T, db *store.DB) {
	t.Helper()
	rules := season.Rules{Version: 1, Ballot: season.Ballot{Method: "paper", Denominator: "establishment", Threshold: exact.Ratio(2, 3), Quorum: exact.Ratio(2, 3), Rounds: 2}}
	testkit.Exec(t, db,
		`INSERT INTO unit (id, level) VALUES ('a', 'district'), ('b', 'district'), ('c', 'district'), ('d', 'district'), ('e', 'district'), ('x', 'commune')`,
		`INSERT INTO unit_name (unit_id, name, short_name, kind, fold, sort_key) SELECT id, 'Huyện ' || id, id, 'district', id, id FROM unit`,
		`INSERT INTO cluster (id, name, fold, kind) VALUES ('k', 'Cụm', 'cum', 'cum')`,
		`INSERT INTO cluster_member (cluster_id, label, unit_id, position) SELECT 'k', '2014', id, 1 FROM unit WHERE id <> 'x'`,
		testkit.Season("s", "k", 2014, "conference", 5), testkit.Season("over", "k", 2013, "closed", 5),
		`INSERT INTO season_rules (season_id, version, signed_on, body) VALUES ('s', 1, '', '`+store.Text(rules)+`')`,
		conference("now", "s"), conference("then", "over"),
	)
}

func conference(id, seasonID string) string {
	return `INSERT INTO conference (id, season_id, kind, also, title, on_day, time_of_day, place, convened_by, chair, secretary, agenda, papers,
		attendance, delegates, reports, speeches, conclusions, photos, held, illustrative)
		VALUES ('` + id + `', '` + seasonID + `', 'closing', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', true, false)`
}

func try(db *store.DB, by access.Actor, v Vote) (id string, err error) {
	err = db.Write(context.Background(), func(tx *store.Tx) (err error) {
		id, err = Record(context.Background(), tx, by, day, v)
		return err
	})
	return id, err
}

func must(t *testing.T, db *store.DB, v Vote) string {
	t.Helper()
	id, err := try(db, head, v)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func ofSeason(t *testing.T, db *store.DB) (all []Vote) {
	t.Helper()
	ctx, statements := store.CountStatements(context.Background())
	if err := db.Read(ctx, func(tx *store.Tx) (err error) {
		all, err = OfSeason(ctx, tx, "s")
		return err
	}); err != nil || *statements != 1 {
		t.Fatal(*statements, err)
	}
	return all
}

// whole is a ballot with something in every field.
func whole() Vote {
	return paper(func(v *Vote) {
		v.Season, v.Conference, v.Round, v.Seats, v.Stated, v.Sample = "s", "now", 1, 1, new(true), true
		v.TallyBoard = []string{"Trưởng ban kiểm phiếu"}
		v.Options = []Option{{Label: "Huyện a", Candidate: "a", For: new(4)}, {Label: "Huyện b", Candidate: "b", For: new(4)}}
		v.Tie = Tie{Chosen: []string{"Huyện a"}, Reason: "Chủ tọa quyết định"}
	})
}

func TestRecord_keepsEverythingWithItsEntry(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		want := whole()
		want.ID = must(t, db, want)
		opened := paper(func(v *Vote) {
			v.Season, v.Question, v.Method, v.Round = "s", "Trưởng cụm năm sau", Open, 1
			v.Issued, v.Returned, v.Valid, v.Invalid = nil, nil, nil, nil
			v.Options = []Option{{Label: "Huyện b"}}
			v.Roll = []Ballot{{"a", "", ForIt}, {"b", "", ForIt}, {"c", "", ForIt}, {"d", "", ForIt}, {"e", "", AgainstIt}}
		})
		opened.ID = must(t, db, opened)
		if all := ofSeason(t, db); store.Text(all) != store.Text([]Vote{want, opened}) {
			t.Fatalf("got  %s\nwant %s", store.Text(all), store.Text([]Vote{want, opened}))
		}
		if err := db.Read(context.Background(), func(tx *store.Tx) error {
			last, err := journal.CurrentHead(context.Background(), tx)
			if last.Seq != 2 {
				t.Errorf("%d journal entries for two votes", last.Seq)
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	})
}

func TestRecord_leavesUnknownWhatNobodyReported(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		must(t, db, Vote{Season: "s", Question: "Suy tôn", Method: Paper, Body: Council})
		v := ofSeason(t, db)[0]
		if v.Establishment != nil || v.Present != nil || v.Valid != nil || v.Stated != nil || v.Threshold.Known() || v.Result().Passed != nil {
			t.Fatalf("%+v", v)
		}
	})
}

func TestRecord_takesTheRuleAndTheMembersFromTheYear(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		must(t, db, Vote{Season: "s", Question: "Suy tôn", Body: Cluster, Present: new(4), Options: []Option{{Label: "Huyện a", For: new(4)}}})
		v := ofSeason(t, db)[0]
		want := "4 phiếu đồng ý trên tổng số 5 thành viên, bằng 80,00 %; cần từ 2/3 trở lên, tức ít nhất 4 phiếu: đạt."
		if v.Method != Paper || v.Result().Words != want || v.Result().Turnout.Needed != 4 {
			t.Fatalf("%s: %q, quorum %+v", v.Method, v.Result().Words, v.Result().Turnout)
		}
	})
}

func TestRecord_takesASecondRoundOfTheSameQuestion(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		v := whole()
		must(t, db, v)
		v.Round = 2
		must(t, db, v)
		v.Round, v.Question = 3, "Suy tôn, hỏi lại"
		if _, err := try(db, head, v); refusal.Of(err) == nil || refusal.Of(err).Sentence != "Bộ quy tắc của cụm chỉ cho bỏ phiếu 2 vòng." {
			t.Fatalf("a third round: %v", err)
		}
	})
}

func TestRecord_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		year(t, db)
		first := whole()
		first.Question = "Suy tôn huyện Kỳ Sơn"
		must(t, db, first)
		for name, c := range map[string]struct {
			by              access.Actor
			bend            func(*Vote)
			kind            refusal.Kind
			field, sentence string
		}{
			"a member unit recording for the cluster": {officer, func(*Vote) {}, refusal.NotAllowed, "", "Kết quả biểu quyết, kiểm phiếu do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng ghi."},
			"an unknown season":                       {head, func(v *Vote) { v.Season = "none" }, refusal.NotFound, "", "Không có năm thi đua này."},
			"a season that is over":                   {head, func(v *Vote) { v.Season = "over" }, refusal.Closed, "", "Năm thi đua đã kết thúc, không ghi thêm biểu quyết."},
			"an unknown conference":                   {head, func(v *Vote) { v.Conference = "none" }, refusal.NotFound, "", "Không có hội nghị này."},
			"a conference of another year":            {head, func(v *Vote) { v.Conference = "then" }, refusal.Invalid, "conference", "Hội nghị này không thuộc năm thi đua của cuộc biểu quyết."},
			"an unknown candidate":                    {head, func(v *Vote) { v.Options[1].Candidate = "none" }, refusal.Invalid, "options[1].candidate", "Đơn vị này không có trong danh mục."},
			"more voters than members": {head, func(v *Vote) { v.Establishment = new(7) }, refusal.Invalid, "establishment",
				"Cụm có 5 đơn vị thành viên, nhưng cuộc biểu quyết ghi tổng số 7."},
			"a voter who is no member": {head, func(v *Vote) { v.Method, v.Roll = Open, []Ballot{{"x", "Huyện a", ForIt}} }, refusal.Invalid, "roll[0].unit",
				"Người được gọi tên thứ 1 không phải đơn vị thành viên của cụm năm 2014."},
			"the same question in other letters": {head, func(v *Vote) { v.Question = "Suy tôn  huyện KÌ SƠN" }, refusal.Conflict, "",
				"Nội dung “Suy tôn huyện KÌ SƠN” đã được ghi biểu quyết; bỏ phiếu lại thì ghi là vòng sau."},
			"a lost letter": {head, func(v *Vote) { v.Objections = "\uFFFD" }, refusal.Invalid, "objections", "Ký tự thứ 1 bị hỏng; hãy gõ lại hoặc lưu tệp bằng mã UTF-8."},
			"no quorum by the signed rules": {head, func(v *Vote) { *v = Vote{Season: "s", Question: "?", Body: Cluster, Present: new(3)} }, refusal.Unsatisfied, "present",
				"Không đủ số thành viên để biểu quyết: 3 trên tổng số 5 thành viên có mặt, bằng 60,00 %; cần từ 2/3 trở lên, tức ít nhất 4: chưa đủ số thành viên."},
			"the electronic ballot": {head, func(v *Vote) { v.Method = Electronic }, refusal.Invalid, "method",
				"Bỏ phiếu điện tử chưa mở; hãy ghi là thống nhất, biểu quyết công khai hoặc bỏ phiếu trên giấy."},
		} {
			t.Run(name, func(t *testing.T) {
				v := whole()
				c.bend(&v)
				_, err := try(db, c.by, v)
				if r := refusal.Of(err); r == nil || r.Kind != c.kind || r.Field != c.field || r.Sentence != c.sentence {
					t.Fatalf("got %#v", err)
				}
			})
		}
		if n := len(ofSeason(t, db)); n != 1 {
			t.Fatalf("refused votes left %d rows", n)
		}
	})
}
