package paper

import (
	"fmt"

	"thidua/document"
	"thidua/vi"
	"thidua/yearbook"
)

// writeConclusionNotice is the thông báo kết luận: what the conference found
// wanting, what it decided, and what is to be done by whom.
func writeConclusionNotice(o occasion) draft {
	from := o.convening()
	body := append([]document.Block{document.Text(o.noticeOpening(from))}, points(o.conclusions()...)...)
	body = append(body, document.Text(fmt.Sprintf("%s thông báo để các đơn vị biết, thực hiện.", vi.UpperFirst(from.name))))
	return draft{from: from, typeName: "THÔNG BÁO", subject: o.noticeSubject(), body: closed(body),
		signatures: from.sign(), recipients: o.sentTo(), sample: o.sample()}
}

func (o occasion) noticeSubject() string {
	if o.conference.ID == "" && o.conference.Kind == "" {
		return "Kết quả thi đua năm " + o.Season.Label + " của " + o.Cluster.Name
	}
	return "Kết luận tại " + o.CalledInFull(o.conference)
}

// conclusions are the parts of the notice. Findings, awards and tasks belong
// to the year, and so to its closing conference.
func (o occasion) conclusions() (parts []section) {
	if o.closing {
		parts = []section{{"Hạn chế, tồn tại", o.limitations()}, {o.TasksTitle(), o.tasks()}}
	}
	parts = append(parts, section{"Kết luận", o.concluded()})
	var kept []section
	for _, p := range parts {
		if len(p.blocks) > 0 {
			kept = append(kept, p)
		}
	}
	if len(kept) > 0 && o.closing {
		kept = append(kept, section{"Đề nghị khen thưởng", o.nominations()}, section{o.electionTitle(), o.election()})
	}
	return kept
}

func (o occasion) noticeOpening(from office) string {
	c := o.conference
	if c.Day.IsZero() {
		return "Kết quả được thông báo như sau:"
	}
	text := vi.UpperFirst(yearbook.When(c))
	if where := o.Where(c); where != "" {
		text += ", tại " + where
	}
	return fmt.Sprintf("%s, %s tổ chức %s. Kết luận của %s như sau:", text, from.name, o.CalledInFull(c), o.meetingWord())
}
