package dossier

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/season"
	"thidua/vi"
)

var seedDay = vi.MustDay("2014-11-22")

func TestCodeOf_knowsATitleByTheNamesSourcesUse(t *testing.T) {
	for name, want := range map[string]Code{
		"Cờ thi đua của Chính phủ":          GovernmentFlag,
		"Cờ Thi đua của Chính phủ năm 2014": GovernmentFlag,
		"co thi dua chinh phu":              GovernmentFlag,
		"Cờ thi đua của UBND tỉnh":          ProvinceFlag,
		"Bằng khen của Chủ tịch UBND tỉnh":  ProvinceMerit,
		"Huân chương Lao động hạng Ba":      LabourOrder,
		"Cờ thi đua năm 2025":               "", // of which level, the source does not say
		"Cờ thi đua của NHNN":               "",
		"Bằng khen":                         "",
	} {
		if got := CodeOf(name); got != want {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestDecidedBy_followsTheLawOfTheDay(t *testing.T) {
	flag, _ := TitleByCode(GovernmentFlag)
	for day, want := range map[string]string{"2014-11-22": "Chính phủ", "2023-03-14": "Thủ tướng Chính phủ", "2025-12-26": "Thủ tướng Chính phủ", "2017-09-01": "", "2026-10-01": ""} {
		got, known := flag.DecidedBy(vi.MustDay(day))
		if got.Sentence != want || known != (want != "") {
			t.Errorf("%s: got %q", day, got.Sentence)
		}
	}
	flag, _ = TitleByCode(ProvinceFlag)
	if got, known := flag.DecidedBy(seedDay); known {
		t.Errorf("who decided the provincial flag in 2014 is not verified, yet got %q", got.Sentence)
	}
}

func TestFindingsOf_theSeedsFlag(t *testing.T) {
	member := Nomination{CandidateName: "huyện Con Cuông", CandidateKind: Collective, Member: true, TitleCode: GovernmentFlag, Path: usualPath(GovernmentFlag)}
	guest := Nomination{CandidateName: "xã Thanh Lĩnh", CandidateKind: Collective, TitleCode: GovernmentFlag}
	for _, n := range []Nomination{member, guest} {
		for _, f := range FindingsOf(n, seedDay) {
			if f.Mark.Enforced() && f.Source == "" {
				t.Errorf("%q is shown as law without a source", f.Sentence)
			}
		}
	}
	law := FindingsOf(member, seedDay)[0]
	if !law.Mark.Enforced() || !strings.HasSuffix(law.Source, "Điều 25") || !strings.Contains(law.Sentence, "tiêu biểu xuất sắc trong toàn quốc") {
		t.Errorf("the law of the day: %+v", law)
	}
	if !slices.ContainsFunc(FindingsOf(member, seedDay), func(f Finding) bool {
		return f.Mark == Unverified && strings.Contains(f.Sentence, "số lượng cờ và thời hạn trình")
	}) {
		t.Error("the quota and the day of submission of 2014 are not shown as unverified")
	}
	if got := FindingsOf(guest, seedDay); !says(got, FromRecord, "Xã Thanh Lĩnh không phải đơn vị thành viên của cụm: hồ sơ phải nêu rõ lý do và căn cứ đề nghị.") ||
		!says(got, FromRecord, "Đường đề nghị chưa xác định: hồ sơ phải nêu rõ.") {
		t.Errorf("a candidate from outside: %+v", got)
	}
	if says(FindingsOf(member, seedDay), FromRecord, "Đường đề nghị chưa xác định: hồ sơ phải nêu rõ.") {
		t.Error("a member's way up is called unknown")
	}
}

func TestFindingsOf_doNotJudgeByALawWhoseTextIsNotAtHand(t *testing.T) {
	got := FindingsOf(Nomination{CandidateKind: Collective, Member: true, TitleCode: GovernmentFlag}, vi.MustDay("2026-11-22"))
	if len(got) != 1 || got[0].Mark != Unverified || !strings.Contains(got[0].Source, "06/2026/QH16") {
		t.Fatalf("%+v", got)
	}
}

func says(findings []Finding, mark Mark, sentence string) bool {
	return slices.ContainsFunc(findings, func(f Finding) bool { return f.Mark == mark && f.Sentence == sentence })
}

func TestChecklist_citesADecreeOnlyWhileItIsInForce(t *testing.T) {
	for day, absent := range map[string]string{"2025-06-30": "152/2025", "2025-07-01": "98/2023"} {
		for _, title := range rulebook.Names() {
			for _, r := range Checklist(title.Code, vi.MustDay(day), nil) {
				if strings.Contains(r.Source, absent) {
					t.Errorf("%s on %s: %q cites %s", title.Name, day, r.Name, r.Source)
				}
			}
		}
	}
}

func TestChecklist_ofEveryRegimeNamesKindsOfPaperThatThereAre(t *testing.T) {
	for _, r := range rulebook.Regimes() {
		for _, title := range r.Titles {
			for _, line := range ChecklistUnder(r, title.Code, nil) {
				if !line.Kind.known() || line.Name == "" || line.Mark.Enforced() && line.Source == "" {
					t.Errorf("%s, %s: %+v", r.ID, title.Code, line)
				}
			}
		}
	}
}

func TestChecklist_followsTitleAndDay(t *testing.T) {
	for name, c := range map[string]struct {
		code Code
		day  string
		want []PaperKind
	}{
		"the seed's flag":                   {GovernmentFlag, "2014-11-22", []PaperKind{SubmissionLetter, AchievementReport, ReviewMinutes, VoteResult, Opinions}},
		"a flag of 2022":                    {GovernmentFlag, "2022-12-12", []PaperKind{SubmissionLetter, AchievementReport, ReviewMinutes, VoteResult, Originals}},
		"a flag of 2024":                    {GovernmentFlag, "2024-12-26", []PaperKind{SubmissionLetter, AchievementReport, ReviewMinutes, VoteResult, Opinions, Originals}},
		"a title of another body":           {"", "2014-11-22", nil},
		"the months whose law is not known": {GovernmentFlag, "2017-09-01", nil},
		"a law whose text is not at hand":   {GovernmentFlag, "2026-11-22", nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []PaperKind
			for _, r := range Checklist(c.code, vi.MustDay(c.day), nil) {
				got = append(got, r.Kind)
			}
			if !slices.Equal(got, c.want) {
				t.Fatalf("got %v", got)
			}
		})
	}
}

func TestChecklist_marksThePapersThatAreThere(t *testing.T) {
	var had []PaperKind
	for _, r := range Checklist(GovernmentFlag, seedDay, []PaperKind{SubmissionLetter, ReviewMinutes}) {
		if r.Have {
			had = append(had, r.Kind)
		}
	}
	if !slices.Equal(had, []PaperKind{SubmissionLetter, ReviewMinutes}) {
		t.Fatal(had)
	}
}

func TestCheckQuota_countsWhatTheRuleCounts(t *testing.T) {
	list := []Nomination{
		{Title: "Cờ thi đua của Chính phủ", Member: true, Status: Endorsed},
		{Title: "Cờ thi đua Chính phủ", CandidateKind: Collective, Status: Endorsed},
		{Title: "Cờ thi đua của Chính phủ", Member: true, Status: NotEndorsed},
		{Title: "Cờ thi đua của Chính phủ", Member: true, Status: Cut},
		{Title: "Bằng khen", Member: true, Status: Endorsed},
	}
	flag := season.Quota{Title: "Cờ thi đua của Chính phủ", Max: 1}
	with := func(bend func(*season.Quota)) season.Quota { q := flag; bend(&q); return q }
	for name, c := range map[string]struct {
		quota   season.Quota
		members int
		want    string
	}{
		"a candidate from outside takes no place":  {flag, 5, ""},
		"unless the rule says so":                  {with(func(q *season.Quota) { q.Outside = true }), 5, "Cụm được đề nghị 1 Cờ thi đua của Chính phủ, danh sách có 2."},
		"a percent of the members":                 {with(func(q *season.Quota) { q.Max, q.Percent = 0, exact.Int(19) }), 5, "Cụm được đề nghị 0 Cờ thi đua của Chính phủ, danh sách có 1."},
		"a percent of nobody knows how many":       {with(func(q *season.Quota) { q.Max, q.Percent = 0, exact.Int(19) }), 0, ""},
		"a percent rounded up":                     {with(func(q *season.Quota) { q.Max, q.Percent, q.Round = 0, exact.Int(19), "up" }), 5, ""},
		"a quota without a number limits nothing":  {season.Quota{Title: "Cờ thi đua của Chính phủ"}, 5, ""},
		"another title's quota is not touched":     {season.Quota{Title: "Cờ thi đua của UBND tỉnh", Max: 1}, 5, ""},
		"a title of another body is known by name": {season.Quota{Title: "BẰNG KHEN năm 2014", Max: 1}, 5, ""},
	} {
		t.Run(name, func(t *testing.T) {
			err := CheckQuota([]season.Quota{c.quota}, c.members, true, list)
			if c.want == "" && err != nil || c.want != "" && (!refusal.Is(err, refusal.Unsatisfied) || err.Error() != c.want) {
				t.Fatalf("got %v", err)
			}
		})
	}
}

func TestCheckQuota_countsACollectiveThatMayBeAMember(t *testing.T) {
	quota := []season.Quota{{Title: "Bằng khen", Max: 1}}
	list := []Nomination{{Title: "Bằng khen", CandidateKind: Collective, Status: Endorsed}, {Title: "Bằng khen", CandidateKind: Collective, Status: Endorsed}}
	if err := CheckQuota(quota, 12, false, list); !refusal.Is(err, refusal.Unsatisfied) {
		t.Fatalf("with some members unnamed: %v", err)
	}
	if err := CheckQuota(quota, 12, true, list); err != nil {
		t.Fatalf("with all members named: %v", err)
	}
	person := []Nomination{{Title: "Bằng khen", CandidateKind: Person, Status: Endorsed}, {Title: "Bằng khen", CandidateKind: Person, Status: Endorsed}}
	if err := CheckQuota(quota, 12, true, person); !refusal.Is(err, refusal.Unsatisfied) {
		t.Fatalf("persons: %v", err)
	}
}

func TestCheckQuota_refusesExactlyTheFirstOneTooMany(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		allowed := rapid.IntRange(1, 9).Draw(t, "allowed")
		quota := []season.Quota{{Title: "Bằng khen", Max: allowed}}
		for n := range allowed + 2 {
			list := slices.Repeat([]Nomination{{Title: "Bằng khen", Member: true, Status: Endorsed}}, n)
			if err := CheckQuota(quota, 5, true, list); (err != nil) != (n > allowed) {
				t.Fatalf("%d of %d: %v", n, allowed, err)
			}
		}
	})
}

func TestCheckTally_refuses(t *testing.T) {
	for want, tally := range map[string]Tally{
		"Chưa ghi danh hiệu, hình thức khen thưởng.":          {Passed: new(1)},
		"Số lượng không thể âm.":                              {Title: "Bằng khen", Proposed: new(-1)},
		"Không có loại đối tượng tên “club”.":                 {Title: "Bằng khen", CandidateKind: "club"},
		"Bằng khen: thông qua 75, nhiều hơn 74 được đề nghị.": {Title: "Bằng khen", Proposed: new(74), Passed: new(75)},
	} {
		if err := CheckTally(tally); err == nil || err.Error() != want {
			t.Errorf("%q: got %v", want, err)
		}
	}
	if err := CheckTally(Tally{Title: "Bằng khen", Passed: new(69)}); err != nil {
		t.Errorf("a count without a proposal: %v", err)
	}
}

func TestFlagShare_asksAndDoesNotJudge(t *testing.T) {
	council := func(government, province int) []Tally {
		return []Tally{{TitleCode: GovernmentFlag, Passed: &government}, {TitleCode: ProvinceFlag, Passed: &province}}
	}
	got, told := FlagShare(2018, council(5, 48))
	if !told || got.Mark != FromRecord || got.Sentence != "5 Cờ thi đua của Chính phủ trên 48 cờ thi đua cấp tỉnh, bằng 10,42 %." {
		t.Errorf("within the share: %+v", got)
	}
	got, _ = FlagShare(2022, council(12, 54))
	if got.Mark != Unverified || got.Source != "Nghị định 91/2017/NĐ-CP, Điều 11 khoản 1" || !strings.Contains(got.Sentence, "bằng 22,22 %. Cao hơn 20 %: cần hỏi lại") {
		t.Errorf("above the share: %+v", got)
	}
	if got, _ = FlagShare(2014, council(12, 54)); got.Mark != FromRecord || strings.Contains(got.Sentence, "20 %") {
		t.Errorf("a year without a verified share: %+v", got)
	}
	if _, told = FlagShare(2022, council(12, 54)[:1]); told {
		t.Error("a share of nothing was told")
	}
}

func TestStatus_neverLeavesAnEnd(t *testing.T) {
	for _, end := range []Status{NotEndorsed, Cut, Decided} {
		for next := range statusLabels {
			if end.MayBecome(next) {
				t.Errorf("%s became %s", end, next)
			}
		}
	}
	if !Proposed.MayBecome(Endorsed) || !Passed.MayBecome(Cut) || Endorsed.MayBecome(NotEndorsed) {
		t.Error("the steps in between")
	}
}

func TestCheck_refuses(t *testing.T) {
	good := Nomination{CandidateName: "Huyện Con Cuông", CandidateKind: Collective, Title: "Bằng khen"}
	for name, c := range map[string]struct {
		bend            func(*Nomination)
		field, sentence string
	}{
		"nobody":                      {func(n *Nomination) { n.CandidateName = "" }, "candidate", "Chưa ghi ai được đề nghị."},
		"an unknown kind":             {func(n *Nomination) { n.CandidateKind = "club" }, "candidate_kind", "Không có loại đối tượng tên “club”; chỉ có tập thể, cá nhân, hộ gia đình."},
		"no title":                    {func(n *Nomination) { n.Title = "" }, "title", "Chưa ghi danh hiệu, hình thức khen thưởng được đề nghị."},
		"an unknown status":           {func(n *Nomination) { n.Status = "lost" }, "status", "Không có trạng thái đề nghị tên “lost”."},
		"a decision before the award": {func(n *Nomination) { n.Decision.Number = "231/QĐ-TTg" }, "decision", "Đã ghi quyết định thì trạng thái phải là đã có quyết định khen thưởng."},
		"an unknown paper":            {func(n *Nomination) { n.Papers = []PaperKind{"napkin"} }, "papers[0]", "Không có loại giấy tờ tên “napkin”."},
	} {
		t.Run(name, func(t *testing.T) {
			n := good
			c.bend(&n)
			faults := refusal.All(Check(n))
			if len(faults) != 1 || faults[0].Field != c.field || faults[0].Sentence != c.sentence {
				t.Fatalf("got %v", Check(n))
			}
		})
	}
}
