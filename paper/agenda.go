package paper

import (
	"thidua/document"
	"thidua/meeting"
)

// writeAgenda is the programme of a conference as a table; the columns of time
// and of who leads stand only when something was recorded in them.
func writeAgenda(o occasion) draft {
	from := o.convening()
	body := append(o.timeAndPlace(), o.agendaTable())
	return draft{from: from, typeName: "CHƯƠNG TRÌNH", subject: o.CalledInFull(o.conference), body: body,
		signatures: from.sign(), recipients: []string{"- Đại biểu dự hội nghị;", "- Lưu: VT."}, sample: o.sampleAgenda()}
}

func (o occasion) agendaTable() document.Table {
	items := o.conference.Agenda
	return list("", samples(items, func(a meeting.AgendaItem) bool { return a.Sample }),
		ordinals(len(items)),
		column{head: "Thời gian", width: 3, align: document.AlignCentre, cells: texts(items, func(a meeting.AgendaItem) string { return a.Time })},
		column{head: "Nội dung", width: 8, marked: true, cells: texts(items, func(a meeting.AgendaItem) string { return a.Content })},
		column{head: "Người thực hiện", width: 4, cells: texts(items, func(a meeting.AgendaItem) string { return a.Who })})
}

// sampleAgenda reports whether no item of the agenda has a source.
func (o occasion) sampleAgenda() bool {
	for _, a := range o.conference.Agenda {
		if !a.Sample {
			return o.sample()
		}
	}
	return true
}
