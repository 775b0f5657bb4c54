package dossier

import (
	"context"
	"slices"
	"testing"

	"thidua/access"
	"thidua/internal/testkit"
	"thidua/journal"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

var (
	head    = access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead, Unit: "thanh_chuong"}
	officer = access.Actor{Name: "Cán bộ TĐKT", Role: access.EmulationOfficer, Unit: "con_cuong"}

	secretary = access.Actor{Name: "Thư ký Hội đồng", Role: access.CouncilSecretary}
)

// begin puts a season with two members on record, two communes that are none
// (one of them founded later), and a quota of one Government flag for members.
func begin(t *testing.T, db *store.DB) {
	t.Helper()
	rules := season.Rules{Version: 1, Quotas: []season.Quota{{Title: "Cờ thi đua của Chính phủ", Max: 1}}}
	testkit.Exec(t, db,
		`INSERT INTO unit (id, level, valid_from) VALUES ('con_cuong', 'district', ''), ('thanh_chuong', 'district', ''), ('thanh_linh', 'commune', ''), ('bich_hao', 'commune', '2025-07-01')`,
		`INSERT INTO unit_name (unit_id, name, short_name, kind, fold, sort_key) VALUES
			('con_cuong', 'Huyện Con Cuông', 'Con Cuông', 'district', 'con cuong', '1'),
			('thanh_chuong', 'Huyện Thanh Chương', 'Thanh Chương', 'district', 'thanh chuong', '2'),
			('thanh_linh', 'Xã Thanh Lĩnh', 'Thanh Lĩnh', 'commune', 'thanh linh', '3'),
			('bich_hao', 'Xã Bích Hào', 'Bích Hào', 'commune', 'bich hao', '4')`,
		`INSERT INTO cluster (id, name, fold, kind) VALUES ('c', 'Cụm', 'cum', 'cum')`,
		`INSERT INTO cluster_member (cluster_id, label, unit_id, position) VALUES ('c', '2014', 'con_cuong', 1), ('c', '2014', 'thanh_chuong', 2)`,
		testkit.Season("s", "c", 2014, "conference", 2), testkit.Season("over", "c", 2013, "closed", 2), testkit.Season("other", "c", 2012, "work", 2),
		`INSERT INTO season_rules (season_id, version, signed_on, body) VALUES ('s', 1, '', '`+store.Text(rules)+`')`,
	)
}

type work = func(context.Context, *store.Tx) error

func nominating(by access.Actor, n Nomination, id *string) work {
	return func(ctx context.Context, tx *store.Tx) (err error) {
		*id, err = Nominate(ctx, tx, by, seedDay, n)
		return err
	}
}

func nominate(t *testing.T, db *store.DB, n Nomination) (id string) {
	t.Helper()
	testkit.Write(t, db, nominating(head, n, &id))
	return id
}

func vote(t *testing.T, db *store.DB, v voting.Vote) (id string) {
	t.Helper()
	v.Body = voting.Cluster
	testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = voting.Record(ctx, tx, head, seedDay, v)
		return err
	})
	return id
}

func ofSeason(t *testing.T, db *store.DB) (all []Nomination, tallies []Tally) {
	t.Helper()
	ctx, statements := store.CountStatements(context.Background())
	if err := db.Read(ctx, func(tx *store.Tx) (err error) {
		if all, err = OfSeason(ctx, tx, "s"); err != nil {
			return err
		}
		tallies, err = Tallies(ctx, tx, "s")
		return err
	}); err != nil || *statements != 2 {
		t.Fatal(*statements, err)
	}
	return all, tallies
}

func flagFor(unit string) Nomination {
	return Nomination{Season: "s", CandidateUnit: unit, Title: "Cờ thi đua của Chính phủ", Reason: "Có nhiều thành tích xuất sắc trong các phong trào thi đua năm 2014"}
}

func TestNominate_theSeedsMemberAndItsGuest(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		agreed := vote(t, db, voting.Vote{Season: "s", Question: "Suy tôn đề nghị tặng Cờ thi đua của Chính phủ", Method: voting.Consensus, Stated: new(true),
			Options: []voting.Option{{Label: "Huyện Con Cuông", Candidate: "con_cuong"}, {Label: "Xã Thanh Lĩnh", Candidate: "thanh_linh"}}})
		for _, unit := range []string{"con_cuong", "thanh_linh"} {
			n := flagFor(unit)
			n.Vote, n.ProposedBy = agreed, "thanh_chuong"
			nominate(t, db, n)
		}
		all, _ := ofSeason(t, db)
		member, guest := all[0], all[1]
		if !member.Member || member.CandidateName != "Huyện Con Cuông" || member.Status != Endorsed || len(member.Path) != 5 || member.TitleCode != GovernmentFlag {
			t.Errorf("the member: %+v", member)
		}
		if guest.Member || guest.Status != Endorsed || len(guest.Path) != 0 || !says(guest.Findings, FromRecord, "Đường đề nghị chưa xác định: hồ sơ phải nêu rõ.") {
			t.Errorf("the guest: %+v", guest)
		}
	})
}

func TestNominate_keepsEverythingWithItsEntry(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		want := Nomination{Season: "s", CandidateUnit: "thanh_linh", CandidateName: "xã Thanh Lĩnh (huyện Thanh Chương)", CandidateKind: Collective, Category: rulebook.Thematic,
			Reason: "Điển hình nông thôn mới", ProposedBy: "thanh_chuong", Title: "Giấy khen", TitleCode: rulebook.CertificateOfPraise, Path: []string{"Ủy ban nhân dân huyện"}, Status: Decided,
			Decision: Decision{"12/QĐ-UBND", vi.MustDay("2015-01-15"), "Chủ tịch Ủy ban nhân dân huyện"}, Papers: []PaperKind{SubmissionLetter},
			Findings: []Finding{{Sentence: "Chưa có xác nhận thuế.", Mark: FromRecord}}, Sample: true}
		want.ID = nominate(t, db, want)
		want.Findings = append(want.Findings, FindingsOf(want, seedDay)...)
		if all, _ := ofSeason(t, db); store.Text(all) != store.Text([]Nomination{want}) {
			t.Fatalf("got  %s\nwant %s", store.Text(all), store.Text(want))
		}
		testkit.Write(t, db, func(ctx context.Context, tx *store.Tx) error {
			last, err := journal.CurrentHead(ctx, tx)
			if last.Seq != 1 {
				t.Errorf("%d journal entries", last.Seq)
			}
			return err
		})
	})
}

func TestNominate_aPersonNeedsNoReasonForBeingNoUnit(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		nominate(t, db, Nomination{Season: "s", CandidateName: "Trưởng phòng Nội vụ", CandidateKind: Person, CandidateUnit: "con_cuong", Title: "Bằng khen"})
		all, _ := ofSeason(t, db)
		if all[0].Member || len(all[0].Findings) != 0 || all[0].Status != Proposed {
			t.Fatalf("%+v", all[0])
		}
	})
}

func TestNominate_leavesAnUndecidedVoteOpen(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		n := flagFor("con_cuong")
		n.Vote = vote(t, db, voting.Vote{Season: "s", Question: "Suy tôn", Method: voting.Paper})
		nominate(t, db, n)
		all, _ := ofSeason(t, db)
		if all[0].Status != Proposed || !says(all[0].Findings, FromRecord, "Kết quả biểu quyết “Suy tôn” không đủ số liệu để kết luận.") {
			t.Fatalf("%+v", all[0])
		}
	})
}

func TestNominate_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		nominate(t, db, flagFor("con_cuong"))
		failed := vote(t, db, voting.Vote{Season: "s", Question: "Suy tôn Bằng khen", Method: voting.Paper, Stated: new(false)})
		passed := vote(t, db, voting.Vote{Season: "s", Question: "Suy tôn Giấy khen", Method: voting.Paper, Stated: new(true),
			Options: []voting.Option{{Label: "Huyện Con Cuông"}, {Label: "Huyện Kỳ Sơn"}}})
		earlier := vote(t, db, voting.Vote{Season: "other", Question: "Suy tôn năm 2012", Method: voting.Paper})
		for name, c := range map[string]struct {
			by              access.Actor
			bend            func(*Nomination)
			kind            refusal.Kind
			field, sentence string
		}{
			"a member unit nominating for the cluster": {officer, func(*Nomination) {}, refusal.NotAllowed, "", "Đề nghị khen thưởng do trưởng cụm, cơ quan thường trực hoặc thư ký hội đồng lập."},
			"an unknown season":                        {head, func(n *Nomination) { n.Season = "none" }, refusal.NotFound, "", "Không có năm thi đua này."},
			"a season that is over":                    {head, func(n *Nomination) { n.Season = "over" }, refusal.Closed, "", "Năm thi đua đã kết thúc, không ghi thêm đề nghị khen thưởng."},
			"one more than the quota":                  {head, func(*Nomination) {}, refusal.Unsatisfied, "title", "Cụm được đề nghị 1 Cờ thi đua của Chính phủ, danh sách có 2."},
			"the same candidate again":                 {head, func(n *Nomination) { n.CandidateUnit, n.Title = "con_cuong", "Cờ thi đua Chính phủ" }, refusal.Conflict, "", "Huyện Con Cuông đã được đề nghị Cờ thi đua của Chính phủ (công trạng)."},
			"an unknown candidate":                     {head, func(n *Nomination) { n.CandidateUnit = "none" }, refusal.Invalid, "candidate", "Đơn vị được đề nghị không có trong danh mục."},
			"a unit that was not there yet":            {head, func(n *Nomination) { n.CandidateUnit = "bich_hao" }, refusal.Invalid, "candidate", "Năm 2014 không có xã Bích Hào."},
			"a guest without a reason":                 {head, func(n *Nomination) { n.CandidateUnit, n.Reason = "thanh_linh", " " }, refusal.Invalid, "reason", "Xã Thanh Lĩnh không phải đơn vị thành viên của cụm: phải ghi lý do đề nghị."},
			"a proposer who is no member":              {head, func(n *Nomination) { n.ProposedBy = "thanh_linh" }, refusal.Invalid, "proposed_by", "Đơn vị giới thiệu không phải thành viên của cụm năm 2014."},
			"an unknown vote":                          {head, func(n *Nomination) { n.Vote = "none" }, refusal.Invalid, "vote", "Không có cuộc biểu quyết này."},
			"a vote of another year":                   {head, func(n *Nomination) { n.Vote = earlier }, refusal.Invalid, "vote", "Cuộc biểu quyết này không thuộc năm thi đua của đề nghị."},
			"a candidate who failed the vote": {head, func(n *Nomination) { n.Title, n.Vote = "Bằng khen", failed }, refusal.Unsatisfied, "",
				"Huyện Thanh Chương không được suy tôn nên không đề nghị được. Kết quả: không được thông qua; số phiếu không được ghi."},
			"a candidate who was not voted on": {head, func(n *Nomination) { n.Title, n.Vote = "Giấy khen", passed }, refusal.Invalid, "vote",
				"Cuộc biểu quyết “Suy tôn Giấy khen” không có huyện Thanh Chương."},
			"a status against the vote": {head, func(n *Nomination) {
				n.CandidateUnit, n.Title, n.Vote, n.Status = "con_cuong", "Giấy khen", passed, NotEndorsed
			}, refusal.Invalid, "status", "Huyện Con Cuông đã được suy tôn, không thể ghi là không được suy tôn."},
			"a lost letter": {head, func(n *Nomination) { n.Reason = "\uFFFD" }, refusal.Invalid, "reason", "Ký tự thứ 1 bị hỏng; hãy gõ lại hoặc lưu tệp bằng mã UTF-8."},
		} {
			t.Run(name, func(t *testing.T) {
				n, id := flagFor("thanh_chuong"), ""
				c.bend(&n)
				err := testkit.Try(db, nominating(c.by, n, &id))
				if r := refusal.Of(err); r == nil || r.Kind != c.kind || r.Field != c.field || r.Sentence != c.sentence {
					t.Fatalf("got %#v", err)
				}
			})
		}
		if all, _ := ofSeason(t, db); len(all) != 1 {
			t.Fatalf("refused nominations left %d rows", len(all))
		}
	})
}

func TestDecide_followsTheStepsAndNoOthers(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		id := nominate(t, db, flagFor("con_cuong"))
		decide := func(by access.Actor, status Status, d Decision) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error { return Decide(ctx, tx, by, seedDay, id, status, d) })
		}
		award := Decision{"231/QĐ-TTg", vi.MustDay("2015-03-14"), "Thủ tướng Chính phủ"}
		if err := decide(secretary, Passed, award); refusal.Of(err) == nil || refusal.Of(err).Field != "decision" {
			t.Errorf("a decision before the award: %v", err)
		}
		if err := decide(officer, Passed, Decision{}); !refusal.Is(err, refusal.NotAllowed) {
			t.Errorf("a member unit deciding: %v", err)
		}
		if err := decide(head, Passed, Decision{}); !refusal.Is(err, refusal.NotAllowed) {
			t.Errorf("the cluster's head speaking for the council: %v", err)
		}
		for _, step := range []struct {
			status Status
			award  Decision
		}{{Endorsed, Decision{}}, {Passed, Decision{}}, {Decided, award}} {
			if err := decide(secretary, step.status, step.award); err != nil {
				t.Fatal(step.status, err)
			}
		}
		want := "Đề nghị đang ở trạng thái “Đã có quyết định khen thưởng”, không chuyển thành “Hội đồng không thông qua” được."
		if err := decide(secretary, Cut, Decision{}); !refusal.Is(err, refusal.Closed) || err.Error() != want {
			t.Errorf("an award was cut: %v", err)
		}
		if all, _ := ofSeason(t, db); all[0].Status != Decided || all[0].Decision != award {
			t.Errorf("%+v", all[0])
		}
	})
}

func TestRecordTally_countsATitleOnceAYear(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		begin(t, db)
		tally := func(by access.Actor, x Tally) error {
			return testkit.Try(db, func(ctx context.Context, tx *store.Tx) error {
				_, err := RecordTally(ctx, tx, by, seedDay, x)
				return err
			})
		}
		provincial := Tally{Season: "s", Title: "Cờ thi đua của UBND tỉnh", Proposed: new(69), Passed: new(48)}
		for _, x := range []Tally{provincial, {Season: "s", Title: "Bằng khen", CandidateKind: Person}, {Season: "s", Title: "Bằng khen", CandidateKind: Collective, Sample: true}} {
			if err := tally(secretary, x); err != nil {
				t.Fatal(err)
			}
		}
		if err := tally(secretary, provincial); !refusal.Is(err, refusal.Conflict) || err.Error() != "Số liệu về Cờ thi đua của UBND tỉnh năm này đã được ghi." {
			t.Errorf("twice: %v", err)
		}
		if err := tally(officer, provincial); !refusal.Is(err, refusal.NotAllowed) {
			t.Errorf("a member unit: %v", err)
		}
		provincial.Passed = new(70)
		if err := tally(secretary, provincial); !refusal.Is(err, refusal.Invalid) {
			t.Errorf("more passed than proposed: %v", err)
		}
		_, all := ofSeason(t, db)
		if len(all) != 3 || all[0].TitleCode != ProvinceFlag || *all[0].Passed != 48 || all[1].Proposed != nil || !slices.ContainsFunc(all, func(x Tally) bool { return x.Sample }) {
			t.Errorf("%+v", all)
		}
	})
}
