package paper

import (
	"fmt"

	"thidua/document"
	"thidua/season"
)

// writeCallLetter is the công văn by which the head tells the members the dates
// of the year: what each step is, from when until when, and where.
func writeCallLetter(o occasion) draft {
	body := []document.Block{document.Text(fmt.Sprintf("Để việc thi đua năm %s của %s đúng tiến độ, %s đề nghị các đơn vị thành viên thực hiện các bước sau đây:",
		o.Season.Label, o.Cluster.Name, "trưởng "+o.shortWord()))}
	sample := true
	for _, s := range o.dates() {
		sample = sample && s.Sample
		body = append(body, bullet(s.Sample, s.Phase.Label()+": "+span(s)))
	}
	body = append(body, document.Text("Đề nghị các đơn vị thành viên phối hợp thực hiện."))
	return draft{from: o.clusterOffice(), subject: "V/v thực hiện các bước thi đua năm " + o.Season.Label, to: o.addressedMembers(), body: closed(body),
		signatures: []document.Signature{o.signForCluster(sample)}, recipients: []string{"- Như trên;", "- Lưu: VT."}, sample: sample}
}

// span is the time of a step in words: "từ ngày 01/11/2014 đến hết ngày
// 20/11/2014, tại huyện Thanh Chương".
func span(s season.Span) string {
	when := ""
	switch {
	case s.From.IsZero():
		when = "trước hết ngày " + s.To.Short()
	case s.To.IsZero():
		when = "từ ngày " + s.From.Short()
	case s.From == s.To:
		when = "ngày " + s.From.Short()
	default:
		when = "từ ngày " + s.From.Short() + " đến hết ngày " + s.To.Short()
	}
	return joined(", tại ", when, s.Place)
}

// mostAddressees is how many members an address names one by one.
const mostAddressees = 8

// addressedMembers are the members' offices, or all at once where they are many
// or not known.
func (o occasion) addressedMembers() (to []string) {
	if len(o.Members) == 0 || len(o.Members) > mostAddressees {
		return []string{"Các đơn vị thành viên " + o.Cluster.Name}
	}
	for _, id := range o.MemberIDs() {
		to = append(to, o.officeOf(o.Unit(id)).name)
	}
	return to
}
