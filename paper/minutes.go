package paper

import (
	"fmt"
	"strings"

	"thidua/document"
	"thidua/vi"
	"thidua/voting"
	"thidua/yearbook"
)

// writeMinutes is the biên bản of a conference. The conference that closes the
// year also records what the year came to; an earlier one only what it did
// itself.
func writeMinutes(o occasion) draft {
	body := []document.Block{o.opening()}
	body = append(body, chapters(
		section{"Thành phần tham dự", o.present()},
		section{"Nội dung " + o.meetingWord(), points(o.matters()...)},
	)...)
	body = append(body, document.Text("Nội dung "+o.meetingWord()+" được ghi lại tại biên bản này."))
	return draft{from: o.clusterOffice(), day: o.conference.Day, place: o.venue(), typeName: "BIÊN BẢN", subject: o.CalledInFull(o.conference), body: closed(body),
		signatures: []document.Signature{
			{Post: "THƯ KÝ", Note: "(Ký, ghi rõ họ tên)", Name: personName(o.conference.Secretary)},
			{Post: "CHỦ TỌA", Note: "(Ký, ghi rõ họ tên)", Name: personName(o.conference.Chair)},
		},
		recipients: o.sentTo(), sample: o.sample()}
}

// opening says when, where and by whom the conference was held.
func (o occasion) opening() document.Block {
	c := o.conference
	text := "Hôm nay, " + yearbook.When(c)
	if where := o.Where(c); where != "" {
		text += ", tại " + where
	}
	if who := o.Convener(c); who != "" {
		return document.Text(text + ", " + who + " tổ chức " + o.CalledInFull(c) + ".")
	}
	return document.Text(text + ", " + fullCouncil(o.Cluster.Name) + " tổ chức " + o.Called(c) + ".")
}

// venue is the địa danh of minutes: the place where the conference met, when
// that is a place by name; else "".
func (o occasion) venue() string {
	where := o.Where(o.conference)
	if kind, _ := vi.SplitUnitName(where); kind == "" || strings.Contains(where, ",") {
		return ""
	}
	return placeName(where)
}

// matters are the parts of the minutes in the order in which a conference
// takes them.
func (o occasion) matters() []section {
	parts := []section{
		{"Chương trình, báo cáo và tài liệu", o.heard()},
	}
	if o.closing {
		parts = append(parts,
			section{"Đặc điểm, tình hình", o.situation()},
			section{"Kết quả các phong trào thi đua", o.movements()},
			section{"Điển hình tiên tiến, nhân tố mới", o.exemplars()},
			section{"Thực hiện chỉ tiêu, nhiệm vụ", o.targets()},
			section{"Kết quả chấm điểm, xếp hạng", o.ranking()},
			section{"Hạn chế, tồn tại", o.limitations()})
	}
	parts = append(parts,
		section{"Ý kiến phát biểu", o.speeches()},
		section{"Biểu quyết, suy tôn", o.votes()})
	if o.closing {
		parts = append(parts,
			section{"Đề nghị khen thưởng", o.nominations()},
			section{o.TasksTitle(), o.tasks()},
			section{o.electionTitle(), o.election()})
	}
	return append(parts, section{"Kết luận", o.concluded()})
}

// present tells who took part, with the numbers and whether they were enough.
func (o occasion) present() (blocks []document.Block) {
	c := o.conference
	for _, d := range c.Delegates {
		text := yearbook.Guest(d)
		if d.Role != "" {
			text += " – " + d.Role
		}
		blocks = append(blocks, bullet(d.Sample, text))
	}
	if who := o.membership(); who != "" {
		blocks = append(blocks, bullet(false, who))
	}
	blocks = append(blocks, o.roll()...)
	for _, line := range []struct{ label, text string }{{"Chủ trì", c.Chair}, {"Thư ký", c.Secretary}} {
		if line.text != "" {
			blocks = append(blocks, bullet(false, line.label+": "+line.text))
		}
	}
	return blocks
}

// membership names the members of the cluster, and gives their number, as far
// as known.
func (o occasion) membership() string {
	n, named := o.MembersInAll(), o.Joined(o.MemberIDs())
	switch {
	case o.council() || n == 0 && named == "":
		return ""
	case n == 0:
		return "Trong các đơn vị thành viên của " + o.Cluster.Name + " có " + named
	case named == "":
		return fmt.Sprintf("%s có %s đơn vị thành viên", o.Cluster.Name, count(n))
	case len(o.Members) < n:
		return fmt.Sprintf("%s có %s đơn vị thành viên, trong đó có %s", o.Cluster.Name, count(n), named)
	}
	return fmt.Sprintf("%s có %s đơn vị thành viên: %s", o.Cluster.Name, count(n), named)
}

// roll is the attendance of those entitled to vote.
func (o occasion) roll() (blocks []document.Block) {
	a := o.conference.Attendance
	if len(a.Present) > 0 {
		blocks = append(blocks, bullet(false, "Có mặt: "+o.Joined(a.Present)))
	}
	for _, p := range a.Proxies {
		text := vi.UpperFirst(o.InSentence(p.Unit)) + " ủy quyền cho " + p.By + " dự"
		if p.Document != "" {
			text += " (" + p.Document + ")"
		}
		blocks = append(blocks, bullet(false, text))
	}
	for _, x := range a.Absent {
		text := "Vắng: " + o.InSentence(x.Unit)
		if x.Left != "" {
			text = "Về trước, lúc " + x.Left + ": " + o.InSentence(x.Unit)
		}
		if x.Reason != "" {
			text += " (" + x.Reason + ")"
		}
		blocks = append(blocks, bullet(false, text))
	}
	if words := o.turnout(); words != "" {
		blocks = append(blocks, bullet(false, words))
	}
	return blocks
}

// turnout is the arithmetic of presence against the quorum of the rules.
func (o occasion) turnout() string {
	a := o.conference.Attendance
	establishment := a.Establishment
	if n := o.MembersInAll(); establishment == nil && n > 0 && !o.council() {
		establishment = &n
	}
	if t := voting.Quorum(a.Count(), establishment, o.Rules.Ballot.Quorum); t.Words != "" {
		return t.Words
	}
	if n := a.Count(); n != nil {
		return count(*n) + " thành viên có mặt"
	}
	return ""
}
