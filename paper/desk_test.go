package paper_test

import (
	"slices"
	"strings"
	"testing"

	"thidua/dossier"
	"thidua/paper"
	"thidua/rulebook"
	"thidua/season"
	"thidua/vi"
	"thidua/voting"
	"thidua/yearbook"
)

// offered is the first paper of that kind at the desk; a test fails without it.
func offered(t *testing.T, y yearbook.Year, kind paper.Kind) paper.Paper {
	t.Helper()
	for _, o := range paper.Offers(y, true) {
		if o.Kind == kind && len(o.Papers) > 0 {
			return o.Papers[0]
		}
	}
	t.Fatalf("the desk offers no %s", kind)
	return paper.Paper{}
}

func TestOffers_tellEveryKindAndWhatIsMissing(t *testing.T) {
	empty := yearbook.Year{Season: season.Season{Label: "2025", Year: 2025}}
	for _, o := range paper.Offers(empty, true) {
		if o.Label == "" || o.Label != o.Kind.Label() || o.Needs == "" || len(o.Papers) > 0 {
			t.Errorf("an empty year: %+v", o)
		}
	}
	if n := len(paper.Offers(empty, true)); n != 11 {
		t.Errorf("%d kinds", n)
	}
	for _, o := range paper.Offers(border2014(), false) {
		if o.Kind.Scored() {
			t.Errorf("%s is offered before the results are published", o.Kind)
		}
	}
}

func TestCompose_keepsPapersOfTheDeskFromThePublic(t *testing.T) {
	y := bloc2022()
	y.Season.Calendar = calendar
	for _, kind := range []paper.Kind{paper.CallLetter, paper.BallotPaper, paper.NomineeList, paper.CoverNote} {
		offered(t, y, kind)
		if slices.Contains(kinds(y), kind) {
			t.Errorf("%s is among the public papers", kind)
		}
	}
}

func TestNamed_findsAPaperByItsFile(t *testing.T) {
	offers := paper.Offers(border2014(), true)
	if p, err := paper.Named(offers, "phieu-trinh"); err != nil || p.Kind != paper.CoverNote {
		t.Errorf("%s, %v", p.Kind, err)
	}
	if _, err := paper.Named(offers, "phieu"); err == nil {
		t.Error("a paper of an unknown file is found")
	}
}

var calendar = season.Calendar{
	{Phase: season.SelfScoring, From: vi.MustDay("2022-11-01"), To: vi.MustDay("2022-11-20")},
	{Phase: season.CrossScoring, To: vi.MustDay("2022-12-05"), Place: "Sở Giáo dục và Đào tạo"},
	{Phase: season.Appraisal},
}

func TestCallLetter_tellsTheDatesOfTheYearAndNoOthers(t *testing.T) {
	y := bloc2022()
	y.Season.Calendar = calendar
	p := offered(t, y, paper.CallLetter)
	has(t, p, "Số:      /KTĐ\n", "V/v thực hiện các bước thi đua năm 2022", "Ban Dân tộc tỉnh\nSở Giáo dục và Đào tạo\nSở Thông tin và Truyền thông",
		season.SelfScoring.Label()+": từ ngày 01/11/2022 đến hết ngày 20/11/2022.", season.CrossScoring.Label()+": trước hết ngày 05/12/2022, tại Sở Giáo dục và Đào tạo.", "./.")
	hasNot(t, p, season.Appraisal.Label(), "CÔNG VĂN")
}

func TestBallotPaper_hasABoxForEachAnswerAndNoNameOfTheVoter(t *testing.T) {
	y := bloc2022()
	p := offered(t, y, paper.BallotPaper)
	has(t, p, "PHIẾU BẦU\nSuy tôn đơn vị dẫn đầu khối", "TT | Nội dung lấy phiếu | Đồng ý | Không đồng ý | Không có ý kiến", "1 | Sở Giáo dục và Đào tạo |  |  | ", "Chọn không quá 01 trong 02 nội dung")
	if len(p.Doc.Signatures) > 0 || p.Doc.Number != "" {
		t.Errorf("signatures %v, number %q", p.Doc.Signatures, p.Doc.Number)
	}
	if _, err := paper.OfVote(border2014(), paper.BallotPaper, border2014().Votes[0]); err == nil || !strings.Contains(err.Error(), "bỏ phiếu trên giấy") {
		t.Errorf("a vote by consensus has a ballot paper: %v", err)
	}
	fresh := voting.Vote{ID: "x", Question: "Suy tôn lần hai", Method: voting.Paper, Options: []voting.Option{{Label: "Ban Dân tộc tỉnh"}}}
	if p, err := paper.OfVote(y, paper.BallotPaper, fresh); err != nil || !strings.Contains(text(p.Doc), "SUY TÔN") && !strings.Contains(text(p.Doc), "Suy tôn lần hai") {
		t.Errorf("%v, %v", p.Title, err)
	}
	if _, err := paper.OfVote(y, paper.TallyMinutes, fresh); err == nil {
		t.Error("tally minutes of a vote without a count")
	}
	if _, err := paper.OfVote(y, paper.Invitation, fresh); err == nil {
		t.Error("an invitation of a vote")
	}
}

func TestNomineeList_leavesDottedWhatTheRecordsDoNotKnow(t *testing.T) {
	y := bloc2022()
	y.Nominations = append(y.Nominations, dossier.Nomination{ID: "d2", CandidateName: "Người thử", CandidateKind: dossier.Person, Title: "Bằng khen của Chủ tịch UBND tỉnh", ProposedBy: "sgd", Status: dossier.Proposed})
	p := offered(t, y, paper.NomineeList)
	has(t, p, "DANH SÁCH TRÍCH NGANG\nĐề nghị khen thưởng năm 2022", "I. TẬP THỂ", "Ban Dân tộc tỉnh | ", "08 phiếu đồng ý (80,00 %)",
		"II. CÁ NHÂN", "1 | Người thử | …… | …… | Sở Giáo dục và Đào tạo | Bằng khen của Chủ tịch UBND tỉnh | ………")
	if !p.Doc.Landscape {
		t.Error("the list stands upright")
	}
}

func TestNomineeList_tellsForWhatKindOfAchievementWhereOneIsNotForMerit(t *testing.T) {
	y := bloc2022()
	for i := range y.Nominations {
		y.Nominations[i].Category = rulebook.Merit
	}
	hasNot(t, offered(t, y, paper.NomineeList), "Loại hình khen thưởng")
	person := dossier.Nomination{ID: "d2", CandidateName: "Người thử", CandidateKind: dossier.Person, Category: rulebook.Merit, Title: "Bằng khen", Status: dossier.Proposed}
	other := person
	other.ID, other.CandidateName, other.Category = "d3", "Người khác", rulebook.AdHoc
	y.Nominations = append(y.Nominations, person, other)
	has(t, offered(t, y, paper.NomineeList), "1 | Người thử | …… | …… | Bằng khen | Công trạng | ………", "2 | Người khác | …… | …… | Bằng khen | Đột xuất | ………")
}

func TestCoverNote_laysTheLetterBeforeTheHeadAndLeavesRoomForOpinions(t *testing.T) {
	p := offered(t, bloc2022(), paper.CoverNote)
	has(t, p, "PHIẾU TRÌNH\n", "Trưởng khối", "1. Nội dung trình", "- Ban Dân tộc tỉnh: Cờ thi đua của Ủy ban nhân dân tỉnh; 08 phiếu đồng ý (80,00 %)", "2. Hồ sơ kèm theo\nCó báo cáo thành tích và biên bản bình xét kèm theo.",
		"4. Ý kiến của lãnh đạo\n……", "NGƯỜI TRÌNH")
}

func TestOffers_ofTheDeskLeaveNoGaps(t *testing.T) {
	for _, y := range []yearbook.Year{border2014(), bloc2022()} {
		y.Season.Calendar = calendar
		for _, o := range paper.Offers(y, true) {
			for _, p := range o.Papers {
				if gap := gapIn(p.Doc); gap != "" {
					t.Errorf("%s: %s\n%s", p.Kind, gap, text(p.Doc))
				}
				if _, err := paper.Render(p); err != nil {
					t.Error(err)
				}
			}
		}
	}
}
