package paper_test

import (
	"testing"

	"thidua/award"
	"thidua/council"
	"thidua/dossier"
	"thidua/exact"
	"thidua/paper"
	"thidua/vi"
	"thidua/voting"
)

// hall2025 is a meeting of a council of five, two of whose three dossiers passed.
func hall2025() paper.CouncilMeeting {
	m := paper.CouncilMeeting{
		Meeting: council.Meeting{ID: "m", Name: "Phiên họp lần 1 năm 2025", Day: vi.MustDay("2025-12-05"), Place: "trụ sở UBND tỉnh", State: council.Closed,
			Roll:  []council.Attendance{{Seat: 1, Presence: council.Here}, {Seat: 2, Presence: council.Here}, {Seat: 3, Presence: council.Here}, {Seat: 4, Presence: council.Here}},
			Board: []voting.Teller{{Person: "p", Name: "Người kiểm phiếu thứ nhất"}, {Person: "q", Name: "Người kiểm phiếu thứ hai"}}},
		Of:  council.Council{ID: "c", Name: "Hội đồng Thi đua - Khen thưởng tỉnh Nghệ An", Rules: council.Rules{Quorum: council.TwoThirds}},
		Sat: council.Establishment{Document: "12/QĐ-UBND", Day: vi.MustDay("2025-01-02"), Seats: []council.Seat{{Place: 1, Name: "Nguyễn Văn Mẫu", Office: council.Chair}, {Place: 2, Name: "B", Office: council.Member}, {Place: 3, Name: "C", Office: council.Member}, {Place: 4, Name: "D", Office: council.Member}, {Place: 5, Name: "E", Office: council.Member}}},
	}
	for i, x := range []struct {
		name, title string
		code        dossier.Code
		votes       int
	}{{"Huyện Con Cuông", "Cờ thi đua của Ủy ban nhân dân tỉnh", dossier.ProvinceFlag, 4}, {"Huyện Kỳ Sơn", "Cờ thi đua của Ủy ban nhân dân tỉnh", dossier.ProvinceFlag, 1}, {"Huyện Anh Sơn", "Cờ thi đua của Chính phủ", dossier.GovernmentFlag, 4}} {
		status := dossier.Passed
		if x.votes < 4 {
			status = dossier.Cut
		}
		id := string(rune('a' + i))
		m.Lines = append(m.Lines, council.Line{Item: council.Item{Meeting: "m", Nomination: id, Place: i + 1, Basis: council.Basis{Source: "quy chế"}},
			Nomination: dossier.Nomination{ID: id, CandidateName: x.name, CandidateKind: dossier.Collective, Title: x.title, TitleCode: x.code, Reason: "Dẫn đầu phong trào", Status: status},
			Poll: voting.Poll{State: voting.Closed, Vote: voting.Vote{Method: voting.Paper, Body: voting.Council, Establishment: new(5), Present: new(4), Issued: new(4), Returned: new(4), Valid: new(4), Invalid: new(0),
				Denominator: voting.OfEstablishment, Threshold: exact.Ratio(80, 100), Options: []voting.Option{{Label: x.name, For: new(x.votes), Against: new(4 - x.votes)}}}}})
	}
	return m
}

// ofCouncil is the meeting's paper of that kind; a test fails without it.
func ofCouncil(t *testing.T, m paper.CouncilMeeting, kind paper.Kind) paper.Paper {
	t.Helper()
	for _, p := range m.Papers() {
		if p.Kind == kind {
			return p
		}
	}
	t.Fatalf("the meeting has no %s", kind)
	return paper.Paper{}
}

func TestCouncilMeeting_drawsUpItsPapersFromTheRecord(t *testing.T) {
	m := hall2025()
	has(t, ofCouncil(t, m, paper.Invitation), "HỘI ĐỒNG\nTHI ĐUA - KHEN THƯỞNG\nTỈNH NGHỆ AN", "Số:      /GM-HĐTĐKT", "Thời gian: Ngày 05 tháng 12 năm 2025", "bỏ phiếu về 03 hồ sơ")
	ballot := ofCouncil(t, m, paper.BallotPaper)
	has(t, ballot, "1 | Huyện Con Cuông: Cờ thi đua của Ủy ban nhân dân tỉnh |  | ", "không hợp lệ")
	hasNot(t, ballot, "Không có ý kiến")
	has(t, ofCouncil(t, m, paper.Minutes), "Hội đồng có 5 thành viên", "đề nghị 02, thông qua 01, không thông qua 01", "Nguyễn Văn Mẫu")
	has(t, ofCouncil(t, m, paper.TallyMinutes), "- Người kiểm phiếu thứ nhất.", "Tổng số thành viên 05; có mặt 04", "1 | Huyện Con Cuông | Cờ thi đua của Ủy ban nhân dân tỉnh | 04 | 0 | 0 | 80,00 | Đạt", "Không đạt")
}

func TestCouncilMeeting_draftsADecisionOnlyForThoseWhoPassedAndTheCommitteeDecidesOn(t *testing.T) {
	m := hall2025()
	p := ofCouncil(t, m, paper.Decision)
	has(t, p, "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN", "Số:      /QĐ-UBND", "QUYẾT ĐỊNH\nVề việc tặng Cờ thi đua của Ủy ban nhân dân tỉnh", "Căn cứ kết quả phiên họp lần 1 năm 2025",
		"Điều 1. Tặng Cờ thi đua của Ủy ban nhân dân tỉnh cho 01 tập thể (có danh sách kèm theo).", "1 | Huyện Con Cuông | Tập thể | ", "CHỦ TỊCH")
	hasNot(t, p, "Huyện Kỳ Sơn", "Huyện Anh Sơn", "Cờ thi đua của Chính phủ")
	m.Lines[0].Nomination.Status = dossier.Decided
	for _, p := range m.Papers() {
		if p.Kind == paper.Decision {
			t.Errorf("a decision is drafted again: %s", p.Title)
		}
	}
}

func TestCouncilMeeting_setsADecisionOnRecordWithNumberDayAndSigner(t *testing.T) {
	m := hall2025()
	d := award.Decision{ID: "01X", Number: "05/QĐ-UBND", Day: vi.MustDay("2026-02-09"), Authority: "Chủ tịch UBND tỉnh Nghệ An", Signer: "Nguyễn Văn Mẫu"}
	p, set := m.OfDecision(d, []string{"a"})
	has(t, p, "Số: 05/QĐ-UBND\nNghệ An", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "Huyện Con Cuông", "CHỦ TỊCH\nNguyễn Văn Mẫu")
	if !set || p.Doc.Day != d.Day.Time() || gapIn(p.Doc) != "" {
		t.Errorf("set %v, day %s, %s", set, p.Doc.Day, gapIn(p.Doc))
	}
	d.Authority = "Thủ tướng Chính phủ"
	if _, set := m.OfDecision(d, []string{"c"}); set {
		t.Error("a decision of the Prime Minister is drawn up here")
	}
}

func TestCouncilMeeting_tellsNoResultBeforeItsEnd(t *testing.T) {
	m := hall2025()
	m.State = council.Voting
	for _, p := range m.Papers() {
		if p.Kind == paper.TallyMinutes || p.Kind == paper.Decision {
			t.Errorf("%s is drawn up while ballots are counted", p.Kind)
		}
		hasNot(t, p, "đồng ý,", "thông qua 0")
	}
	m.State, m.Roll = council.Called, nil
	if n := len(m.Papers()); n != 2 {
		t.Errorf("%d papers before the roll call, want invitation and ballot", n)
	}
	m.State = council.Cancelled
	if n := len(m.Papers()); n != 0 {
		t.Errorf("%d papers of a cancelled meeting", n)
	}
}
