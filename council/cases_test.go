package council_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/award"
	"thidua/council"
	"thidua/dossier"
	"thidua/exact"
	"thidua/internal/testkit"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// Bến Tre's council of 21/3/2019 passed 48 of 69 provincial flags for 2018.
func TestCase10_cutsSixtyNineToFortyEight(t *testing.T) {
	h := assemble(t, testkit.SQLite(t), own)
	var ids []string
	rows := map[string][3]int{}
	for i := range 69 {
		id := h.nominate(dossier.Nomination{CandidateName: fmt.Sprintf("Tập thể thử %02d", i+1), Title: "Cờ thi đua của Ủy ban nhân dân tỉnh", Reason: "Dẫn đầu khối thi đua"})
		rows[id] = [3]int{8, 2, 0}
		if i >= 48 {
			rows[id] = [3]int{7, 2, 1}
		}
		ids = append(ids, id)
	}
	h.putOn(ids...)
	h.roll(10, 0)
	if err := h.open("standing2", "member"); err != nil {
		t.Fatal(err)
	}
	h.bothCount(10, rows)
	if err := h.close(); err != nil {
		t.Fatal(err)
	}
	m, lines := h.lines()
	sums := council.Sums(m, lines)
	if len(sums) != 1 || sums[0].Proposed != 69 || sums[0].Passed != 48 || sums[0].Cut() != 21 {
		t.Errorf("%+v", sums)
	}
	if id, err := h.draw("decider", decision, ids[:48]...); err != nil {
		t.Error(err)
	} else {
		h.must(func(ctx context.Context, tx *store.Tx) error {
			_, awards, err := award.Of(ctx, tx, id, award.Whole)
			for i, a := range awards {
				if a.Place != i+1 || a.Name != fmt.Sprintf("Tập thể thử %02d", i+1) {
					t.Fatalf("place %d is %s", a.Place, a.Name)
				}
			}
			return err
		})
	}
}

func TestCases_ofTheQuotaOfGovernmentFlags(t *testing.T) {
	for name, c := range map[string]struct {
		day               string
		flags, provincial int
		base              *int
		mark              dossier.Mark
		says              string
	}{
		"case 10: 5 against 48":                              {"2019-03-21", 5, 48, nil, dossier.FromRecord, "5 Cờ thi đua của Chính phủ trên 48 cờ thi đua cấp tỉnh, bằng 10,42 %."},
		"case 10: 5 of 69 who led":                           {"2019-03-21", 5, 48, new(69), dossier.FromSecondary, "5 Cờ thi đua của Chính phủ trên 69 tập thể dẫn đầu cụm, khối thi đua, bằng 7,25 %. Được phép không quá 13."},
		"case 11: 5 against 57":                              {"2020-03-10", 5, 57, nil, dossier.FromRecord, "5 Cờ thi đua của Chính phủ trên 57 cờ thi đua cấp tỉnh, bằng 8,77 %."},
		"case 12: 12 against 54, base not known":             {"2022-12-12", 12, 54, nil, dossier.Unverified, "bằng 22,22 %. Cao hơn 20 %: cần hỏi lại số tập thể dẫn đầu cụm, khối thi đua"},
		"case 12: were the base 60":                          {"2022-12-12", 12, 54, new(60), dossier.FromSecondary, "bằng 20,00 %. Được phép không quá 12."},
		"case 12: were the base 54":                          {"2022-12-12", 12, 54, new(54), dossier.FromSecondary, "Vượt số được phép (không quá 11)."},
		"case 12: were the base 58, between two roundings":   {"2022-12-12", 12, 54, new(58), dossier.Unverified, "20 % của 58 là 11,6: cách làm tròn chưa kiểm chứng, nên chưa kết luận."},
		"case 21: 5 of a province whose base is not known":   {"2023-03-14", 5, 40, nil, dossier.FromRecord, "bằng 12,50 %"},
		"case 16: in 2025, whose text was not read":          {"2025-12-13", 1, 3, nil, dossier.Unverified, "Tỷ lệ được phép ở thời điểm này: chưa kiểm chứng."},
		"the seed's year: no text either, whatever the base": {"2014-11-22", 2, 3, new(5), dossier.Unverified, "chưa kiểm chứng"},
	} {
		t.Run(name, func(t *testing.T) {
			f, told := council.FlagQuestion(vi.MustDay(c.day), c.flags, c.provincial, c.base)
			if !told || f.Mark != c.mark || !strings.Contains(f.Sentence, c.says) {
				t.Errorf("%+v", f)
			}
		})
	}
	if _, told := council.FlagQuestion(today, 1, 0, nil); told {
		t.Error("one flag of a cluster without provincial flags is compared with nothing (case 16)")
	}
}

// Decision 231/QĐ-TTg of 14/3/2023: five Government flags of one province, in
// the year after.
func TestCase21_theDecisionComesInMarchFromAbove(t *testing.T) {
	h := assemble(t, testkit.SQLite(t), own)
	testkit.Exec(t, h.DB, `UPDATE season_rules SET body = replace(body, '"max":2', '"max":9')`)
	var ids []string
	rows := map[string][3]int{}
	for _, name := range []string{"Văn phòng UBND tỉnh Nghệ An", "Sở Giao thông Vận tải tỉnh Nghệ An", "Sở Giáo dục và Đào tạo tỉnh Nghệ An", "Sở Tư pháp tỉnh Nghệ An", "Báo Nghệ An"} {
		id := h.nominate(dossier.Nomination{CandidateName: name, Title: "Cờ thi đua của Chính phủ", Reason: "Dẫn đầu phong trào thi đua yêu nước của tỉnh"})
		ids, rows[id] = append(ids, id), [3]int{10, 0, 0}
	}
	h.putOn(ids...)
	h.roll(10, 0)
	if err := h.open("standing2", "member"); err != nil {
		t.Fatal(err)
	}
	h.bothCount(10, rows)
	if err := h.close(); err != nil {
		t.Fatal(err)
	}
	draw := func(authority string) error {
		return h.try(func(ctx context.Context, tx *store.Tx) error {
			_, err := council.Draw(ctx, tx, h.Actor("decider"), vi.MustDay("2023-03-20"), council.Drawing{Meeting: h.meet, Nominations: ids,
				Decision: award.Decision{Number: "231/QĐ-TTg", Day: vi.MustDay("2023-03-14"), Authority: authority, Signer: "Phó Thủ tướng thử"}})
			return err
		})
	}
	if err := draw("Chủ tịch UBND tỉnh Nghệ An"); err == nil || !strings.Contains(err.Error(), "do Thủ tướng Chính phủ quyết định (Nghị định 91/2017/NĐ-CP, Điều 51, theo nguồn thứ cấp)") {
		t.Errorf("the province decided on a Government flag: %v", err)
	}
	if err := draw("Thủ tướng Chính phủ"); err != nil {
		t.Error(err)
	}
}

func TestBasisOf_isTheLawsElseTheCouncilsOwn(t *testing.T) {
	for name, c := range map[string]struct {
		code dossier.Code
		day  string
		want exact.Number
		mark string
	}{
		"flags under Decree 98":                      {dossier.GovernmentFlag, "2025-01-10", exact.Ratio(80, 100), "V"},
		"provincial fighters under Decree 98":        {dossier.ProvinceFighter, "2025-01-10", exact.Ratio(90, 100), "V"},
		"provincial fighters under Decree 91":        {dossier.ProvinceFighter, "2020-01-10", exact.Ratio(90, 100), "V2"},
		"flags under Decree 91":                      {dossier.GovernmentFlag, "2020-01-10", own.Share, council.Own},
		"flags under Decree 152, which was not read": {dossier.GovernmentFlag, "2025-12-10", own.Share, council.Own},
		"a certificate, of which no text says":       {dossier.ProvinceMerit, "2025-01-10", own.Share, council.Own},
	} {
		t.Run(name, func(t *testing.T) {
			b, known := council.BasisOf(own, c.code, vi.MustDay(c.day))
			if !known || b.Share.Cmp(c.want) != 0 || b.Mark != c.mark || b.Source == "" {
				t.Errorf("%+v", b)
			}
		})
	}
	if _, known := council.BasisOf(council.Rules{}, dossier.GovernmentFlag, vi.MustDay("2025-12-10")); known {
		t.Error("a share from nowhere")
	}
}

func TestShare_isOfAllMembersHoweverFewVote(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		members := rapid.IntRange(1, 60).Draw(t, "members")
		percent := rapid.SampledFrom([]int64{80, 90}).Draw(t, "percent")
		present := rapid.IntRange(0, members).Draw(t, "present")
		yes := rapid.IntRange(0, present).Draw(t, "for")
		v := voting.Vote{Body: voting.Council, Method: voting.Paper, Establishment: &members, Present: &present, Valid: &present,
			Denominator: voting.OfEstablishment, Threshold: exact.Ratio(percent, 100), Options: []voting.Option{{Label: "x", For: &yes, Against: new(present - yes), Blank: new(0)}}}
		if passed := v.Result().Passed; passed == nil || *passed != (int64(yes)*100 >= percent*int64(members) && yes > 0) {
			t.Fatalf("%d of %d at %d %%: %v", yes, members, percent, passed)
		}
	})
}
