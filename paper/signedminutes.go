package paper

import (
	"context"
	"fmt"
	"strings"

	"thidua/access"
	"thidua/document"
	"thidua/journal"
	"thidua/meeting"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/yearbook"
)

// DeskMinutes are minutes drawn up at the desk as a paper: a draft until they
// are frozen, then with the checksum of their text and with the signatures as
// they were recorded.
func DeskMinutes(y yearbook.Year, m meeting.Minutes) (Paper, error) {
	o, found := at(y, m.Conference)
	if !found {
		return Paper{}, refusal.New(refusal.NotFound, "Không có hội nghị này.")
	}
	id := strings.ToLower(m.Conference) // its end tells conferences apart: numbers shift when an earlier one is recorded later
	file := "bien-ban-da-ky-" + id[max(0, len(id)-6):]
	if m.Number > 1 {
		file += fmt.Sprintf("-dinh-chinh-%d", m.Number-1)
	}
	r := rule{kind: Minutes, label: "Biên bản", abbreviation: "BB", file: file, write: func(o occasion) draft { return o.deskMinutes(m) }}
	o.number = 1
	p := r.compose(o)
	if m.Number > 1 {
		p.Title += fmt.Sprintf(" (đính chính lần %d)", m.Number-1)
	}
	return p, nil
}

func (o occasion) deskMinutes(m meeting.Minutes) draft {
	body := []document.Block{o.opening()}
	if m.Why != "" {
		body = append(body, document.Text(ended(fmt.Sprintf("Biên bản này đính chính biên bản đã ký trước (lần %d). Lý do: %s", m.Number-1, m.Why))))
	}
	body = append(body, chapters(written(m.Sections)...)...)
	body = append(body, document.Text("Nội dung "+o.meetingWord()+" được ghi lại tại biên bản này."))
	body = closed(body)
	if m.Frozen != "" {
		body = append(body, proof(m)...)
	}
	name := "BIÊN BẢN"
	switch {
	case m.Frozen == "":
		name += " (DỰ THẢO)"
	case m.Number > 1:
		name += " ĐÍNH CHÍNH"
	}
	return draft{from: o.clusterOffice(), day: o.conference.Day, place: o.venue(), typeName: name, subject: o.CalledInFull(o.conference), body: body,
		signatures: []document.Signature{o.hand("THƯ KÝ", o.conference.Secretary, m.SignedBy(meeting.Secretary)), o.hand("CHỦ TỌA", o.conference.Chair, m.SignedBy(meeting.Chair))},
		recipients: o.sentTo(), sample: o.sample()}
}

func written(sections []meeting.Section) (all []section) {
	for _, s := range sections {
		one := section{title: s.Title}
		for _, line := range s.Lines {
			one.blocks = append(one.blocks, bullet(false, line))
		}
		all = append(all, one)
	}
	return all
}

// hand is a column of the signatures: recorded ones say when, the others leave
// room for the hand.
func (o occasion) hand(post, words string, s *meeting.Signature) document.Signature {
	if s == nil {
		return document.Signature{Post: post, Note: "(Ký, ghi rõ họ tên)", Name: personName(words)}
	}
	return document.Signature{Post: post, Note: fmt.Sprintf("(Đã ký trong chương trình lúc %s,\n%s)", meeting.Clock(s.At), vi.DayOf(s.At.Time).Long()), Name: s.Name}
}

// proof prints what the signatures rest on, so that anybody can check them
// against the text and the journal later.
func proof(m meeting.Minutes) []document.Block {
	blocks := []document.Block{
		document.Heading{Level: 3, Text: "Đối chiếu"},
		document.Bullet{Runs: document.Plain("Mã SHA-256 của nội dung đã chốt: " + spaced(m.SHA256) + ".")},
	}
	for _, s := range m.Signatures {
		blocks = append(blocks, document.Bullet{Runs: document.Plain(fmt.Sprintf("%s %s ký khi sổ nhật ký ở mục số %d, mã %s.",
			s.Seat.Label(), s.Name, s.Head.Seq, spaced(s.Head.Hash)))})
	}
	if len(m.Signatures) > 0 {
		blocks = append(blocks, document.Bullet{Runs: document.Plain("Việc ký được ghi trong sổ nhật ký của chương trình, không phải chữ ký số.")})
	}
	return blocks
}

// spaced parts a checksum into groups of eight, so that lines can break.
func spaced(sum string) string {
	var groups []string
	for len(sum) > 8 {
		groups, sum = append(groups, sum[:8]), sum[8:]
	}
	return strings.Join(append(groups, sum), " ")
}

// afterOthers is the place of signed minutes among a season's papers: behind
// those that are drawn up with the year.
const afterOthers = 1000

// KeepMinutes keeps signed minutes among the season's papers, public like them
// once the results are: p is DeskMinutes of m with its files. Papers drawn up later
// take nothing from it.
func KeepMinutes(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, m meeting.Minutes, p Issued) error {
	if len(m.Signatures) < 2 {
		return refusal.New(refusal.Unsatisfied, "Biên bản chưa có đủ hai chữ ký.")
	}
	sums := map[string]string{}
	for _, f := range p.Files {
		sums[f.Name] = checksum(f.Bytes)
		if err := keep(ctx, tx, seasonID, afterOthers+m.Number, p.Paper, f); err != nil {
			return err
		}
	}
	return journal.Record(ctx, tx, by, day, access.SignMinutes, "paper:"+seasonID+"/"+p.File, map[string]any{"title": p.Title, "sha256": sums})
}
