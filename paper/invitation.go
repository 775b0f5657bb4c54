package paper

import (
	"strings"

	"thidua/document"
	"thidua/vi"
	"thidua/yearbook"
)

// writeInvitation follows the form of a giấy mời (TT 01/2011/TT-BNV, NĐ
// 30/2020/NĐ-CP): who invites, whom, to what, when and where.
func writeInvitation(o occasion) draft {
	from := o.convening()
	c := o.conference
	body := []document.Block{document.Text(vi.UpperFirst(from.name) + " trân trọng kính mời:")}
	body = append(body, o.invited(from)...)
	body = append(body, document.Text("Tới dự: "+o.CalledInFull(c)+"."))
	body = append(body, o.timeAndPlace()...)
	body = append(body, document.Text(o.request()))
	return draft{from: from, typeName: "GIẤY MỜI", subject: "Dự " + o.CalledInFull(c), body: closed(body),
		signatures: from.sign(), recipients: []string{"- Như thành phần mời;", "- Lưu: VT."}, sample: o.sample()}
}

// invited lists guests, those of the inviting body left out, and the members.
func (o occasion) invited(from office) (lines []document.Block) {
	for _, d := range o.conference.Delegates {
		if d.Body == "" || !sameBody(d.Body, from.name) {
			lines = append(lines, bullet(d.Sample, bare(yearbook.Guest(d))+";"))
		}
	}
	switch {
	case o.council():
		lines = append(lines, bullet(false, "Các thành viên Hội đồng"))
	case o.members() != "":
		lines = append(lines, bullet(false, "Đại diện "+o.members()))
	default:
		lines = append(lines, bullet(false, "Đại diện các đơn vị thành viên "+o.Cluster.Name))
	}
	return lines
}

// sameBody reports whether two writings begin with the same body's name.
func sameBody(a, b string) bool {
	x, y := vi.Fold(a), vi.Fold(b)
	return strings.HasPrefix(x, y) || strings.HasPrefix(y, x)
}

// timeAndPlace are the lines of time, place, host and chair, as far as known.
func (o occasion) timeAndPlace() (lines []document.Block) {
	c := o.conference
	line := func(label, text string) {
		if text != "" {
			lines = append(lines, document.Text(label+": "+ended(text)))
		}
	}
	when := vi.UpperFirst(yearbook.When(c))
	if !c.Day.IsZero() {
		when += " (" + c.Day.Weekday() + ")"
	}
	line("Thời gian", when)
	line("Địa điểm", vi.UpperFirst(o.Where(c)))
	if host := o.InSentence(c.Host); !strings.Contains(o.Where(c), host) {
		line("Đơn vị đăng cai", vi.UpperFirst(host))
	}
	line("Chủ trì", c.Chair)
	return lines
}

// request closes the invitation, and points to the agenda when there is one.
func (o occasion) request() string {
	text := "Rất mong các đại biểu đến dự đúng thời gian và địa điểm nêu trên"
	if len(o.conference.Agenda) > 0 {
		return text + " (có chương trình kèm theo)."
	}
	return text + "."
}
