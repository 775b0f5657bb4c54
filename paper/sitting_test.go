package paper_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"thidua/document"
	"thidua/journal"
	"thidua/meeting"
	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	"thidua/voting"
)

func moment(hour, minute int) store.Time {
	return store.At(time.Date(2014, 11, 22, hour-7, minute, 0, 0, time.UTC)) // Việt Nam is UTC+7
}

func TestFirstDraft_takesUpHoursRollSpeechesAndVotesOfItsOwnConference(t *testing.T) {
	y := border2014()
	y.Votes = append(y.Votes, voting.Vote{Conference: "another", Question: "Của hội nghị khác", Method: voting.Consensus, Unanimous: true})
	sections := paper.FirstDraft(y, "k1", []meeting.Event{
		{Kind: meeting.RollCalled, At: moment(7, 50), Unit: y.Members[0].Unit, Words: "có mặt"},
		{Kind: meeting.EventKind(meeting.Begin), At: moment(8, 5)},
		{Kind: meeting.RollCalled, At: moment(9, 15), Unit: y.Members[0].Unit, Words: "về trước"},
		{Kind: meeting.EventKind(meeting.End), At: moment(11, 30)},
	})
	lines := map[string][]string{}
	for _, s := range sections {
		lines[s.Title] = s.Lines
	}
	if got := lines["Thời gian, địa điểm"]; len(got) != 2 || !strings.HasPrefix(got[0], "Khai mạc lúc 08 giờ 05, ngày 22 tháng 11 năm 2014, tại ") || got[1] != "Bế mạc lúc 11 giờ 30." {
		t.Errorf("hours %q", got)
	}
	roll := strings.Join(lines["Thành phần tham dự"], "\n")
	if !strings.Contains(roll, "Từ 09 giờ 15: "+y.InSentence(y.Members[0].Unit)+" về trước.") || strings.Contains(roll, "07 giờ 50") {
		t.Errorf("the roll: %q", roll)
	}
	if votes := lines["Biểu quyết, suy tôn"]; len(votes) == 0 || strings.Contains(strings.Join(votes, ""), "Của hội nghị khác") {
		t.Errorf("votes %q", votes)
	}
	if paper.FirstDraft(y, "none", nil) != nil {
		t.Error("a conference that is not there has minutes")
	}
}

func TestOfConference_saysWhatIsMissing(t *testing.T) {
	y := border2014()
	if p, err := paper.OfConference(y, paper.Invitation, "k1"); err != nil || p.Kind != paper.Invitation {
		t.Errorf("%v, %v", p.Kind, err)
	}
	y.Conferences[0].Place, y.Conferences[0].Host = "", ""
	if _, err := paper.OfConference(y, paper.Invitation, "k1"); !refusal.Is(err, refusal.Unsatisfied) || !strings.Contains(err.Error(), "có địa điểm") {
		t.Errorf("got %v", err)
	}
	for kind, id := range map[paper.Kind]string{paper.Invitation: "none", "poem": "k1"} {
		if _, err := paper.OfConference(y, kind, id); !refusal.Is(err, refusal.NotFound) {
			t.Errorf("%s of %s: %v", kind, id, err)
		}
	}
}

// words are all texts of a paper's body.
func words(p paper.Paper) string {
	var all []string
	for _, b := range p.Doc.Body {
		switch b := b.(type) {
		case document.Heading:
			all = append(all, b.Text)
		case document.Bullet:
			all = append(all, b.Runs[0].Text)
		case document.Paragraph:
			all = append(all, b.Runs[0].Text)
		}
	}
	return strings.Join(all, "\n")
}

func TestDeskMinutes_printTheProofOnlyOnceTheyAreFrozen(t *testing.T) {
	y, sum := border2014(), strings.Repeat("0123456789abcdef", 4)
	m := meeting.Minutes{Conference: "k1", Number: 1, Sections: []meeting.Section{{Title: "Kết luận", Lines: []string{"Rà soát chỉ tiêu."}}, {Title: "Nội dung khác"}}}
	p, err := paper.DeskMinutes(y, m)
	if text := words(p); err != nil || p.Doc.TypeName != "BIÊN BẢN (DỰ THẢO)" || strings.Contains(text, "SHA-256") || strings.Contains(text, "NỘI DUNG KHÁC") || !strings.Contains(text, "I. KẾT LUẬN\nRà soát chỉ tiêu.") {
		t.Errorf("the draft: %v %q %q", err, p.Doc.TypeName, text)
	}
	m.Frozen, m.SHA256, m.Number, m.Why = "…", sum, 2, "sai tên"
	m.Signatures = []meeting.Signature{{Seat: meeting.Chair, Name: "Nguyễn Văn Ánh", At: moment(14, 5), Head: journal.Head{Seq: 91, Hash: sum}}}
	p, _ = paper.DeskMinutes(y, m)
	text := words(p)
	for _, want := range []string{"01234567 89abcdef 01234567", "ở mục số 91", "không phải chữ ký số", "đính chính biên bản đã ký trước (lần 1). Lý do: sai tên."} {
		if !strings.Contains(text, want) {
			t.Errorf("the paper lacks %q", want)
		}
	}
	if p.Doc.TypeName != "BIÊN BẢN ĐÍNH CHÍNH" || !strings.HasSuffix(p.File, "-dinh-chinh-1") || p.Doc.Signatures[1].Name != "Nguyễn Văn Ánh" || !strings.Contains(p.Doc.Signatures[1].Note, "14 giờ 05") {
		t.Errorf("%q %q %+v", p.Doc.TypeName, p.File, p.Doc.Signatures)
	}
}

func TestCompose_leavesMinutesOfTheDeskToTheDesk(t *testing.T) {
	y := border2014()
	y.Conferences[0].Stage = meeting.Signed
	if slices.Contains(kinds(y), paper.Minutes) {
		t.Error("a second set of minutes was drawn up beside the signed one")
	}
}
