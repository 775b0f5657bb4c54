package bulletin_test

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"thidua/access"
	"thidua/bulletin"
	"thidua/cluster"
	"thidua/dossier"
	"thidua/exact"
	"thidua/exemplar"
	"thidua/internal/testkit"
	"thidua/meeting"
	"thidua/movement"
	"thidua/org"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
	"thidua/yearbook"
)

func unit(id, name, parent string) org.Unit {
	u := org.Guess(name)
	u.ID, u.Parent = id, parent
	return u
}

// seed is the meeting of 22/11/2014 as its report tells it, with a ranking of
// no source.
func seed() yearbook.Year {
	var units []org.Unit
	y := yearbook.Year{
		Season: season.Season{ID: "s", Label: "2014", Year: 2014, MembersCount: 5, Sources: []season.Source{{Title: "Giao ban Cụm đường 7", Publisher: "Báo Nghệ An"}}},
		Cluster: cluster.Cluster{ID: "c", Name: "Cụm thi đua đường 7", Kind: cluster.Cum, Level: "province", Province: "Nghệ An",
			About: "Cụm gồm các huyện có đường biên giới giáp các tỉnh nước bạn Lào"},
		Notes: []season.Note{
			{ID: "1", Kind: season.Context, Text: "Điều kiện kinh tế - xã hội có nhiều khó khăn, nhất là hệ thống giao thông còn hạn chế; đời sống của nhân dân còn nhiều vất vả."},
			{ID: "2", Kind: season.Achievement, Text: "Các đơn vị đã quan tâm đổi mới công tác thi đua – khen thưởng."},
			{ID: "3", Kind: season.Finding, Text: "Các phong trào thi đua chất lượng chưa cao, chưa đồng đều, nhất là trong xây dựng nông thôn mới.", Key: true},
			{ID: "4", Kind: season.Task, Text: "Rà soát lại các chỉ tiêu nhiệm vụ của cả nhiệm kỳ 2010 – 2015 để đẩy mạnh thực hiện các chỉ tiêu, nhiệm vụ gần đạt."},
			{ID: "5", Kind: season.Task, Text: "Giải quyết đơn thư khiếu nại, tố cáo của công dân."},
		},
		Movements: []movement.Movement{
			{ID: "1", Name: "Học tập và làm theo tấm gương đạo đức Hồ Chí Minh"}, {ID: "2", Name: "Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư"},
			{ID: "3", Name: "Chung sức xây dựng nông thôn mới", Results: "Tạo ra nhiều bước chuyển về hạ tầng cơ sở, chuyển đổi cơ cấu cây trồng."}},
		Exemplars: []exemplar.Exemplar{
			{ID: "1", Kind: exemplar.Statement, Story: "Nhân rộng nhiều điển hình tiên tiến, nhân tố điển hình mới.", State: exemplar.Published},
			{ID: "2", Kind: exemplar.Person, Name: "Người Chưa Công Bố", Story: "Chuyện riêng.", State: exemplar.Recognised}},
		Standings: []scoring.Standing{{Unit: "con-cuong", Stage: season.Self, Rank: 4}, {Unit: "con-cuong", Stage: season.Final, Rank: 1, Points: exact.Must("991.2"), Band: "Hoàn thành xuất sắc nhiệm vụ", Sample: true}},
		Conferences: []meeting.Conference{
			{ID: "k0", Kind: meeting.Interim, Day: vi.MustDay("2014-07-10"), Place: "huyện Anh Sơn", Held: true, Sample: true},
			{ID: "k1", Kind: meeting.Briefing, Title: "Hội nghị giao ban công tác thi đua – khen thưởng năm 2014", Day: vi.MustDay("2014-11-22"), TimeOfDay: "sáng", Place: "huyện Thanh Chương", ConvenedBy: "Sở Nội vụ", Held: true,
				Delegates: []meeting.Delegate{{Name: "Cao Thị Hiền", Post: "Giám đốc", Body: "Sở Nội vụ", Role: "tham dự và phát biểu tại hội nghị"}},
				Speeches:  []meeting.Speech{{Post: "Chủ tịch UBND huyện Anh Sơn", Unit: "anh-son", About: "nêu ý kiến tại hội nghị"}},
				Photos:    []string{"Toàn cảnh hội nghị"}}},
		Votes: []voting.Vote{{ID: "v", Method: voting.Consensus, Body: voting.Cluster, Question: "Suy tôn", Unanimous: true, Options: []voting.Option{{Label: "Con Cuông"}}}},
	}
	for i, name := range []string{"Huyện Kỳ Sơn", "Huyện Tương Dương", "Huyện Con Cuông", "Huyện Anh Sơn", "Huyện Thanh Chương"} {
		u := unit(strings.ReplaceAll(vi.Fold(name[len("Huyện "):]), " ", "-"), name, "")
		units = append(units, u)
		y.Members = append(y.Members, cluster.Member{Unit: u.ID, Name: u.Name, ShortName: u.ShortName, Kind: u.Kind, Position: i + 1})
	}
	for _, id := range []string{"con-cuong", "thanh-linh"} {
		y.Nominations = append(y.Nominations, dossier.Nomination{ID: id, CandidateUnit: id, CandidateKind: dossier.Collective, Member: id == "con-cuong",
			Title: "Cờ thi đua của Chính phủ", Reason: "Đã có nhiều thành tích xuất sắc trong các phong trào thi đua năm 2014", Vote: "v", Status: dossier.Endorsed})
	}
	return y.WithUnits(append(units, unit("thanh-linh", "Xã Thanh Lĩnh", "thanh-chuong"))...)
}

func TestWrite_tellsEveryFactOfTheReport(t *testing.T) {
	story := bulletin.Write(seed()).Text()
	for _, fact := range []string{
		"Giao ban công tác thi đua – khen thưởng năm 2014 của Cụm thi đua đường 7\n",
		"Sáng 22/11/2014, tại huyện Thanh Chương, Sở Nội vụ tổ chức Hội nghị giao ban công tác thi đua – khen thưởng năm 2014 của Cụm thi đua đường 7.",
		"Đồng chí Cao Thị Hiền, Giám đốc Sở Nội vụ tham dự và phát biểu tại hội nghị.",
		"đường biên giới giáp các tỉnh nước bạn Lào. Cụm thi đua đường 7 gồm 5 đơn vị thành viên: các huyện Kỳ Sơn, Tương Dương, Con Cuông, Anh Sơn và Thanh Chương.",
		"nhiều khó khăn, nhất là hệ thống giao thông còn hạn chế",
		"“Học tập và làm theo tấm gương đạo đức Hồ Chí Minh”; “Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư”; “Chung sức xây dựng nông thôn mới”.",
		"Phong trào “Chung sức xây dựng nông thôn mới” đã có kết quả: tạo ra nhiều bước chuyển về hạ tầng cơ sở, chuyển đổi cơ cấu cây trồng.",
		"Nhân rộng nhiều điển hình tiên tiến, nhân tố điển hình mới.",
		"Đáng quan tâm là các phong trào thi đua chất lượng chưa cao, chưa đồng đều, nhất là trong xây dựng nông thôn mới.",
		"Nhiệm vụ trọng tâm năm 2015\nRà soát lại các chỉ tiêu nhiệm vụ của cả nhiệm kỳ 2010 – 2015", "Giải quyết đơn thư khiếu nại, tố cáo của công dân",
		"Các đơn vị thống nhất suy tôn, đề nghị tặng Cờ thi đua của Chính phủ cho huyện Con Cuông và xã Thanh Lĩnh (huyện Thanh Chương) vì đã có nhiều thành tích xuất sắc trong các phong trào thi đua năm 2014.",
		"Xã Thanh Lĩnh (huyện Thanh Chương) không phải đơn vị thành viên của cụm.",
		"Chủ tịch UBND huyện Anh Sơn nêu ý kiến tại hội nghị.", "Toàn cảnh hội nghị",
		"Thứ 1: Huyện Con Cuông, 991,2 điểm, hoàn thành xuất sắc nhiệm vụ", "Ngày 10/07/2014, tại huyện Anh Sơn, Cụm thi đua đường 7 tổ chức Hội nghị sơ kết năm 2014.",
	} {
		if !strings.Contains(story, fact) {
			t.Errorf("the report lacks %q:\n%s", fact, story)
		}
	}
	if strings.Contains(story, "Thứ 4") {
		t.Error("the report gives the ranking of a stage that does not decide")
	}
}

func TestWrite_leavesOutWhatIsNotPublic(t *testing.T) {
	y := seed()
	y.Nominations = append(y.Nominations, dossier.Nomination{ID: "p", CandidateName: "Nguyễn Văn Mẫu", CandidateKind: dossier.Person, Title: "Bằng khen", Status: dossier.Endorsed})
	story := bulletin.Write(y).Text()
	for _, secret := range []string{"Người Chưa Công Bố", "Chuyện riêng", "Nguyễn Văn Mẫu"} {
		if strings.Contains(story, secret) {
			t.Errorf("the report tells %q", secret)
		}
	}
	y.Nominations[2].Status, y.Nominations[2].Decision = dossier.Decided, dossier.Decision{Number: "12/QĐ-UBND", Day: vi.MustDay("2015-01-20"), By: "Chủ tịch Ủy ban nhân dân tỉnh"}
	if story = bulletin.Write(y).Text(); !strings.Contains(story, "Chủ tịch Ủy ban nhân dân tỉnh đã tặng Bằng khen cho Nguyễn Văn Mẫu (Quyết định số 12/QĐ-UBND ngày 20/01/2015).") {
		t.Errorf("the report does not tell of a decided award:\n%s", story)
	}
}

func TestWrite_saysOfEveryRunWhereItComesFromAndWhetherItHasASource(t *testing.T) {
	s := bulletin.Write(seed())
	marked := map[string]bool{}
	check := func(l bulletin.Line) {
		for _, r := range l {
			if r.Origin == "" || strings.HasSuffix(r.Origin, ":") {
				t.Errorf("%q comes from %q", r.Text, r.Origin)
			}
			marked[r.Origin] = marked[r.Origin] || r.Sample
		}
	}
	check(s.Lead)
	for _, part := range s.Sections {
		for _, l := range append(append([]bulletin.Line{}, part.Paragraphs...), part.List...) {
			check(l)
		}
	}
	for origin, want := range map[string]bool{"standing:con-cuong": true, "conference:k0": true, "conference:k1": false, "note:3": false, "nomination:con-cuong": false} {
		if got, told := marked[origin]; !told || got != want {
			t.Errorf("%s: told %v, marked %v", origin, told, got)
		}
	}
}

func TestWrite_ofAnOutcomeAloneIsShort(t *testing.T) {
	y := yearbook.Year{Season: season.Season{Label: "2018", Year: 2018}, Cluster: cluster.Cluster{Name: "Hội đồng Thi đua - Khen thưởng tỉnh Bến Tre", Kind: cluster.Council},
		Tallies: []dossier.Tally{{ID: "1", Title: "Cờ thi đua của Chính phủ", Proposed: new(5), Passed: new(5)}, {ID: "2", Title: "Bằng khen", CandidateKind: dossier.Person, Passed: new(441)}}}
	want := "Hội đồng Thi đua - Khen thưởng tỉnh Bến Tre: kết quả thi đua năm 2018\nKết quả thi đua năm 2018 của Hội đồng Thi đua - Khen thưởng tỉnh Bến Tre.\n" +
		"Suy tôn, đề nghị khen thưởng\nCờ thi đua của Chính phủ: đề nghị 5, thông qua 5\nBằng khen, cá nhân: thông qua 441\n"
	if got := bulletin.Write(y).Text(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPublish_keepsTheReportAsItWasWritten(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		ctx := context.Background()
		by := access.Actor{Name: "Sở Nội vụ", Role: access.StandingBody}
		story := bulletin.Write(seed())
		work := func(tx *store.Tx) error {
			if _, err := bulletin.Of(ctx, tx, "s"); !refusal.Is(err, refusal.NotFound) {
				t.Errorf("before publication: %v", err)
			}
			if err := bulletin.Publish(ctx, tx, by, vi.MustDay("2014-11-22"), "s", bulletin.Story{Headline: "Bản đầu", Lead: story.Lead}); err != nil {
				return err
			}
			return bulletin.Publish(ctx, tx, by, vi.MustDay("2014-11-23"), "s", story)
		}
		putSeason(t, db)
		if err := db.Write(ctx, work); err != nil {
			t.Fatal(err)
		}
		err := db.Read(ctx, func(tx *store.Tx) error {
			counted, statements := store.CountStatements(ctx)
			got, err := bulletin.Of(counted, tx, "s")
			if *statements != 1 || got.On != vi.MustDay("2014-11-23") || !reflect.DeepEqual(got.Story, story) {
				t.Errorf("%d statements, on %s, the same story: %v", *statements, got.On, reflect.DeepEqual(got.Story, story))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestPublish_refuses(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		putSeason(t, db)
		story := bulletin.Write(seed())
		for name, c := range map[string]struct {
			role   access.Role
			season string
			story  bulletin.Story
			want   refusal.Kind
		}{
			"the cluster's head":     {access.ClusterHead, "s", story, refusal.NotAllowed},
			"a season not on record": {access.StandingBody, "x", story, refusal.NotFound},
			"an empty report":        {access.StandingBody, "s", bulletin.Story{}, refusal.Invalid},
		} {
			t.Run(name, func(t *testing.T) {
				err := db.Write(context.Background(), func(tx *store.Tx) error {
					return bulletin.Publish(context.Background(), tx, access.Actor{Name: "x", Role: c.role}, vi.MustDay("2014-11-22"), c.season, c.story)
				})
				if !refusal.Is(err, c.want) {
					t.Errorf("got %v, want %s", err, c.want)
				}
			})
		}
	})
}

func putSeason(t *testing.T, db *store.DB) {
	t.Helper()
	ctx := context.Background()
	err := db.Write(ctx, func(tx *store.Tx) error {
		if _, err := tx.Exec(ctx, `INSERT INTO cluster (id, name, fold, kind) VALUES ($1, $2, $3, $4)`, "c", "Cụm thi đua đường 7", "cum thi dua duong 7", "cum"); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `INSERT INTO season (id, cluster_id, slug, label, year, phase, calendar, members_count, published_on, pledge, elected, sources, illustrative)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`, "s", "c", "duong7-2014", "2014", 2014, "set_up", "[]", 5, "", "{}", "{}", "[]", false)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
