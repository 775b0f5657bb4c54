package dossier_test

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"testing"

	"thidua/dossier"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/rulebook"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/store"
)

// seed is the year the product is about: the meeting of 22/11/2014 and its two
// candidates, on record beside the small province.
type seed struct {
	*province.Province
	year              season.Season
	district, commune dossier.Nomination
}

func seeded(t *testing.T, db *store.DB) (s seed) {
	t.Helper()
	s.Province = province.New(t, db, "")
	file, _ := seasonfile.Builtin(seasonfile.Demo)
	id, faults, err := seasonfile.Load(context.Background(), db, file)
	if err != nil || len(faults) > 0 {
		t.Fatalf("the year cannot be loaded: %v %v", faults, err)
	}
	if err := db.Read(context.Background(), func(tx *store.Tx) (err error) {
		if s.year, err = season.ByID(context.Background(), tx, id); err != nil {
			return err
		}
		all, err := dossier.OfSeason(context.Background(), tx, id)
		s.district, s.commune = all[0], all[1]
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if s.district.CandidateName != "Huyện Con Cuông" || s.commune.CandidateName != "Xã Thanh Lĩnh" {
		t.Fatalf("%s, %s", s.district.CandidateName, s.commune.CandidateName)
	}
	return s
}

func (s seed) judged(t *testing.T, n dossier.Nomination) (c dossier.Case) {
	t.Helper()
	if err := s.DB.Read(context.Background(), func(tx *store.Tx) (err error) {
		c, err = dossier.CaseOf(context.Background(), tx, n, day)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return c
}

// What a regime asks of a Government flag that nothing on record tells.
const (
	overTargets   = "cần biết: Hoàn thành vượt mức các chỉ tiêu, nhiệm vụ được giao trong năm"
	bestOfNation  = "cần biết: Tiêu biểu xuất sắc trong toàn quốc"
	bestOfTheLand = "cần biết: Tiêu biểu xuất sắc nhất trong phong trào thi đua của bộ, ngành, tỉnh"
	united        = "cần biết: Nội bộ đoàn kết"
	thrift        = "cần biết: Đi đầu thực hành tiết kiệm, chống lãng phí, chống tham nhũng và các tệ nạn xã hội"
	newModel      = "cần biết: Có nhân tố mới, mô hình mới để cả nước học tập"
	provinceFlag  = "cần biết: Đã được chọn tặng cờ thi đua của bộ, ngành, tỉnh"
	flagStandard  = "cần biết: Đạt tiêu chuẩn tặng cờ thi đua của bộ, ngành, tỉnh"
	centralLeader = "cần biết: Dẫn đầu cụm, khối thi đua do Hội đồng Thi đua - Khen thưởng Trung ương tổ chức"
	movement      = "cần biết: Dẫn đầu phong trào thi đua do Thủ tướng Chính phủ phát động, tổng kết sau 05 năm trở lên"
	excellent     = "cần biết: Có thành tích xuất sắc"
	leader        = "cần biết: Dẫn đầu cụm, khối thi đua"
	bodies        = "cần biết: Tổ chức đảng, đoàn thể trong sạch, vững mạnh"
	notFrozen     = "cần biết: Đang bị xem xét kỷ luật, điều tra, thanh tra, kiểm tra có dấu hiệu vi phạm hoặc có khiếu nại, tố cáo, báo nêu đang xác minh"
	rewardedOnce  = "cần biết: Thành tích này đã được khen thưởng bằng hình thức khác"
	thematic      = "cần biết: Chỉ lấy thành tích đột xuất, chuyên đề làm căn cứ đề nghị khen thưởng công trạng"
)

// told is one regime's answer: what it holds against the candidate, clause by
// clause, and every gap.
type told struct {
	clauses []string // citation, mark, answer
	missing []string
}

// toldOf is what each regime must say of a Government flag for 2014 when only
// what the article tells is known. Under the law of 2022 a member's place is
// missing; a commune surely does not lead a cluster of districts, so that its
// place is no gap.
func toldOf(member bool) map[string]told {
	place := func(gaps ...string) []string {
		if !member {
			return slices.DeleteFunc(gaps, func(g string) bool { return g == leader })
		}
		return gaps
	}
	law2022 := func(decree string) told {
		return told{[]string{"Luật 06/2022/QH15, Điều 25, V2, chưa xác định", decree + ", Điều 4, V, chưa xác định", decree + ", Điều 4, V, chưa xác định", decree + ", Điều 4, V, chưa xác định"},
			place(excellent, overTargets, leader, united, bodies, thrift, centralLeader, movement, notFrozen, rewardedOnce, thematic)}
	}
	return map[string]told{
		"A1": {[]string{"Luật 15/2003/QH11, Điều 25, V2, chưa xác định", ", ?, chưa xác định"},
			[]string{overTargets, bestOfNation, newModel, united, thrift, "Thiếu văn bản: Nghị định 121/2005/NĐ-CP, Nghị định 42/2010/NĐ-CP, Thông tư 02/2011/TT-BNV"}},
		"A2": {[]string{"Luật 15/2003/QH11 (sửa đổi năm 2013), Điều 25, V, chưa xác định", "Nghị định 42/2010/NĐ-CP, Điều 16 khoản 2, V2, chưa xác định", ", ?, chưa xác định"},
			[]string{overTargets, bestOfNation, bestOfTheLand, united, thrift, provinceFlag, "Thiếu văn bản: Nghị định 65/2014/NĐ-CP, Thông tư 07/2014/TT-BNV, Hướng dẫn 1500/HD-BTĐKT năm 2013"}},
		"A3": {[]string{"Nghị định 91/2017/NĐ-CP, Điều 11, V, chưa xác định", "Luật 15/2003/QH11 (sửa đổi năm 2013), Điều 25, V, chưa xác định"},
			[]string{flagStandard, bestOfTheLand, centralLeader, movement, overTargets, bestOfNation, united, thrift}},
		"B": law2022("Nghị định 98/2023/NĐ-CP"),
		"C": law2022("Nghị định 152/2025/NĐ-CP"),
		"D": {nil, []string{"Chưa có nguyên văn: Luật năm 2022 sửa đổi theo Luật 06/2026/QH16. Chương trình không tự xét."}},
	}
}

func TestSeed_bothCandidatesAreInDoubtUnderEveryRegimeAndEachGapIsNamed(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		s := seeded(t, db)
		for _, n := range []dossier.Nomination{s.district, s.commune} {
			c, want := s.judged(t, n), toldOf(n.Member)
			for _, v := range c.UnderAll() {
				if v.Answer != rulebook.Unknown {
					t.Errorf("%s, %s: %s", n.CandidateName, v.Regime, v.Answer.Whole())
				}
				var clauses []string
				for _, f := range v.Findings {
					clauses = append(clauses, f.Cite.String()+", "+string(f.Mark)+", "+f.Answer.Label())
				}
				if w := want[v.Regime]; !slices.Equal(clauses, w.clauses) || !slices.Equal(v.Missing, w.missing) {
					t.Errorf("%s, %s:\n%q\n%q", n.CandidateName, v.Regime, clauses, v.Missing)
				}
				delete(want, v.Regime)
			}
			if len(want) > 0 {
				t.Errorf("not judged: %v", want)
			}
		}
	})
}

func TestSeed_onlyWhatTheArticleTellsIsAFact(t *testing.T) {
	s := seeded(t, testkit.SQLite(t))
	known := func(facts rulebook.Facts) (all []string) {
		for name, f := range facts {
			all = append(all, name+": "+f.Says()+" ("+f.From+")")
		}
		slices.Sort(all)
		return all
	}
	c := s.judged(t, s.district)
	if got := known(c.Facts); !slices.Equal(got, []string{"acclaimed: có (Biểu quyết suy tôn của cụm năm 2014)", "compared_in_cluster: có (Biểu quyết suy tôn của cụm năm 2014)"}) {
		t.Errorf("%q", got)
	}
	if f := c.Samples["leads_cluster"]; f.Link != dossier.RankingRecord || !f.Sample || c.Samples["targets_exceeded"].Link != dossier.TargetsRecord || len(c.Samples) != 2 {
		t.Errorf("illustrative scores and figures are shown and decide nothing: %q", known(c.Samples))
	}
	c = s.judged(t, s.commune)
	if got := known(c.Facts); !slices.Equal(got, []string{"acclaimed: có (Biểu quyết suy tôn của cụm năm 2014)", "leads_cluster: không (Danh sách thành viên cụm năm 2014: không phải đơn vị thành viên)"}) {
		t.Errorf("%q", got)
	}
	if s.commune.Member || len(s.commune.Path) > 0 || s.commune.ProposedBy != "" {
		t.Errorf("the article tells no way up for the commune: %+v", s.commune)
	}
}

// texts are what a reader reads in each element that the selector names.
func texts(page province.Node, selector string) string {
	var all []string
	for _, n := range page.Find(selector) {
		all = append(all, n.Text())
	}
	return strings.Join(all, " | ")
}

func (s seed) conditions(t *testing.T, n dossier.Nomination, query string) province.Node {
	t.Helper()
	return province.Page(t, s.As("secretary").Get("/lam/"+s.year.Slug+"/de-nghi/"+n.ID+"/dieu-kien"+query), http.StatusOK)
}

func TestSeed_thePageTellsTheSame(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		s := seeded(t, db)
		for _, n := range []dossier.Nomination{s.district, s.commune} {
			page := s.conditions(t, n, "?so=C")
			for id, want := range toldOf(n.Member) {
				row := page.Only(t, "#neu-"+id)
				if got := row.Only(t, ".tag").Text(); got != "chưa xác định" {
					t.Errorf("%s, %s: %q", n.CandidateName, id, got)
				}
				for _, gap := range want.missing {
					if !strings.Contains(strings.ToLower(row.Text()), strings.ToLower(gap)) {
						t.Errorf("%s, %s: the page does not name %q", n.CandidateName, id, gap)
					}
				}
			}
			for section, marks := range map[string][]string{"A2": {"theo văn bản", "theo nguồn thứ cấp", "chưa kiểm chứng"}, "C": {"theo nguồn thứ cấp", "theo văn bản"}} {
				got := texts(page, ".beside #che-do-"+section+" .tag")
				for _, mark := range marks {
					if !strings.Contains(got, mark) {
						t.Errorf("%s, %s: no condition is marked %q: %s", n.CandidateName, section, mark, got)
					}
				}
			}
		}
	})
}

func TestSeed_theCommuneIsNoMemberAndItsWayIsNotInvented(t *testing.T) {
	s := seeded(t, testkit.SQLite(t))
	pairs := s.conditions(t, s.commune, "").Only(t, "dl.pairs").Text()
	for _, want := range []string{"Không phải đơn vị thành viên", "Đường đề nghị chưa xác định", "quy định của ngày 22/11/2014"} {
		if !strings.Contains(pairs, want) {
			t.Errorf("%q is missing in %q", want, pairs)
		}
	}
	if pairs := s.conditions(t, s.district, "").Only(t, "dl.pairs").Text(); !strings.Contains(pairs, "Đơn vị thành viên") || !strings.Contains(pairs, "Cụm thi đua suy tôn → Hội đồng") {
		t.Errorf("%q", pairs)
	}
}

func TestSeed_theFactsLeadToTheirRecords(t *testing.T) {
	s := seeded(t, testkit.SQLite(t))
	page := s.conditions(t, s.district, "")
	for _, f := range []string{"/lam/" + s.year.Slug + "/bieu-quyet/" + s.district.Vote, "/nam/" + s.year.Slug + "/xep-hang", "/lam/" + s.year.Slug + "/chi-tieu"} {
		found := page.Find("a.source[href=" + f + "]")
		if len(found) == 0 {
			t.Errorf("nothing leads to %s", f)
		} else if w := s.As("secretary").Get(f); w.Code != http.StatusOK {
			t.Errorf("%s: %d", f, w.Code)
		}
	}
	if got := texts(page, "tr.muted"); strings.Count(got, "Không dùng để xét.") != 2 || strings.Count(got, "số liệu minh họa") != 2 {
		t.Errorf("illustrative figures look like facts: %s", got)
	}
}
