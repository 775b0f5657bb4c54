package paper

import (
	"fmt"
	"strings"

	"thidua/council"
	"thidua/document"
	"thidua/vi"
)

// CouncilMeeting is a meeting of the council with what its papers tell.
type CouncilMeeting struct {
	council.Meeting
	Of    council.Council
	Sat   council.Establishment
	Lines []council.Line
}

// Papers are those for which the record of the meeting suffices: invitation and
// ballot paper as soon as there is a list, minutes once the roll was called,
// tally minutes and decisions once the results are told. All are drafts.
func (m CouncilMeeting) Papers() (papers []Paper) {
	if len(m.Lines) > 0 && m.State != council.Cancelled {
		papers = append(papers, m.paper(Invitation, "Giấy mời", "giay-moi", "GM", m.invitation()),
			m.paper(BallotPaper, "Phiếu bầu", "phieu-bau", "", m.ballotPaper()))
	}
	if len(m.Roll) > 0 && m.State != council.Cancelled {
		papers = append(papers, m.paper(Minutes, "Biên bản", "bien-ban-hop", "BB", m.minutes()))
	}
	if m.State == council.Closed {
		papers = append(papers, m.paper(TallyMinutes, "Biên bản kiểm phiếu", "bien-ban-kiem-phieu", "BB", m.tallyMinutes()))
	}
	return append(papers, m.decisions()...)
}

func (m CouncilMeeting) paper(kind Kind, label, file, abbreviation string, d draft) Paper {
	p := Paper{Kind: kind, Title: label + " " + vi.LowerFirst(d.subject), File: file, Day: m.Day, of: m.occasion()}
	if !d.day.IsZero() {
		p.Day = d.day
	}
	d.subject = vi.UpperFirst(strings.Replace(d.subject, " của "+m.office().name, "\ncủa "+m.office().name, 1))
	return d.framed(p, abbreviation)
}

// office is the council's own. Its place is that of its name's end.
func (m CouncilMeeting) office() office {
	name := fullCouncil(m.Of.Name)
	f := office{name: name, issuer: vi.Upper(name), symbol: "HĐTĐKT", authority: "TM. HỘI ĐỒNG", post: "CHỦ TỊCH"}
	if _, place, found := strings.Cut(name, "Khen thưởng "); found {
		f.place = placeName(place)
		f.issuer = vi.Upper(strings.NewReplacer(" "+place, "\n"+place, "Hội đồng Thi đua", "Hội đồng\nThi đua").Replace(name))
	}
	return f
}

// called is the meeting within a sentence.
func (m CouncilMeeting) called() string { return vi.LowerFirst(m.Name) + " của " + m.office().name }

func (m CouncilMeeting) invitation() draft {
	f := m.office()
	body := []document.Block{document.Text(f.name + " trân trọng kính mời:"), bullet(false, "Các thành viên Hội đồng"),
		document.Text("Tới dự: " + m.called() + "."), document.Text(fmt.Sprintf("Thời gian: %s (%s).", vi.UpperFirst(m.Day.Long()), m.Day.Weekday()))}
	if m.Place != "" {
		body = append(body, document.Text("Địa điểm: "+ended(m.Place)))
	}
	body = append(body, document.Text(fmt.Sprintf("Nội dung: xét, bỏ phiếu về %s hồ sơ đề nghị khen thưởng.", count(len(m.Lines)))),
		document.Text("Rất mong các thành viên đến dự đúng thời gian và địa điểm nêu trên."))
	return draft{from: f, typeName: "GIẤY MỜI", subject: "dự " + m.called(), body: closed(body), signatures: f.sign(),
		recipients: []string{"- Như thành phần mời;", "- Lưu: VT."}, sample: m.Sample}
}

func (m CouncilMeeting) ballotPaper() draft {
	labels := texts(m.Lines, func(l council.Line) string { return judged(l.Nomination) })
	return draft{from: m.office(), day: m.Day, typeName: "PHIẾU BẦU", subject: "xét khen thưởng tại " + m.called(),
		body: append(howToMark(0, len(labels), false), boxes(labels, false)), sample: m.Sample}
}

// minutes state what the council's rules demand of them.
func (m CouncilMeeting) minutes() draft {
	var said []document.Block
	for _, sentence := range council.Minutes(m.Of, m.Sat, m.Meeting, m.Lines) {
		said = append(said, bullet(m.Sample, sentence))
	}
	parts := []section{{"Thành phần, diễn biến, kết quả bỏ phiếu", said}}
	if m.State == council.Closed {
		parts = append(parts, section{"Tổng hợp", m.sums()})
	}
	body := append([]document.Block{m.opening("họp để xét khen thưởng.")}, chapters(parts...)...)
	body = append(body, document.Text("Nội dung cuộc họp được ghi lại tại biên bản này."))
	return draft{from: m.office(), day: m.Day, typeName: "BIÊN BẢN", subject: m.called(), body: closed(body), sample: m.Sample,
		signatures: []document.Signature{{Post: "THƯ KÝ", Note: "(Ký, ghi rõ họ tên)", Name: m.seated(council.Secretary)}, {Post: "CHỦ TỌA", Note: "(Ký, ghi rõ họ tên)", Name: m.seated(council.Chair)}},
		recipients: []string{"- Các thành viên Hội đồng;", "- Lưu: VT."}}
}

func (m CouncilMeeting) opening(what string) document.Block {
	text := "Hôm nay, " + m.Day.Long()
	if m.Place != "" {
		text += ", tại " + m.Place
	}
	return document.Text(text + ", " + m.office().name + " " + what)
}

// seated is who holds the office and was present; "" leaves the name to the
// hand of who sat in their place.
func (m CouncilMeeting) seated(o council.Office) string {
	for _, s := range m.Sat.Seats {
		if s.Office == o && m.Meeting.Of(s.Place).Presence == council.Here {
			return s.Name
		}
	}
	return ""
}

func (m CouncilMeeting) sums() (blocks []document.Block) {
	for _, s := range council.Sums(m.Meeting, m.Lines) {
		blocks = append(blocks, bullet(m.Sample, fmt.Sprintf("%s (%s): đề nghị %s, thông qua %s, không thông qua %s",
			s.Title, vi.LowerFirst(s.Kind.Label()), count(s.Proposed), count(s.Passed), count(s.Cut()))))
	}
	return blocks
}
