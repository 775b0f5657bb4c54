package council

import (
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/award"
	"thidua/council"
	"thidua/dossier"
	"thidua/web/ui"
)

var presences = []ui.Option{{Value: string(council.Here), Label: "có mặt"}, {Value: string(council.Writing), Label: "vắng, gửi văn bản"}, {Value: string(council.Away), Label: "vắng"}}

var kindOptions = []ui.Option{{Value: string(award.Grant), Label: award.Grant.Label()}, {Value: string(award.Posthumous), Label: award.Posthumous.Label()}}

// presence is the seat's line of the roll as recorded; empty before the roll.
func (s session) presence(seat int) string {
	if len(s.Roll) == 0 {
		return ""
	}
	return string(s.Of(seat).Presence)
}

func (s session) lineOptions() []ui.Option { return optionsOf(s.lines) }

func optionsOf(lines []council.Line) []ui.Option {
	all := []ui.Option{{Label: "chọn"}}
	for _, l := range lines {
		all = append(all, ui.Option{Value: l.Item.Nomination, Label: l.Nomination.CandidateName + ": " + l.Nomination.Title})
	}
	return all
}

func (s session) seatOptions() []ui.Option {
	all := []ui.Option{{Label: "chọn"}}
	for _, x := range s.votingSeats() {
		all = append(all, ui.Option{Value: strconv.Itoa(x.Place), Label: x.Name})
	}
	return all
}

// number is the field of a count: digits only, read as typed.
func (s session) number(name, label string) ui.Field {
	f := narrow(required(s.field("dem", name, label)))
	f.Attrs = templ.Attributes{"inputmode": "numeric", "autocomplete": "off"}
	return f
}

func baseText(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// dueWords say until when whoever did not pass is told.
func (s session) dueWords(n dossier.Nomination) string {
	due, source, known := council.RefusalDue(s.Meeting, n.TitleCode)
	if !known {
		return "thời hạn thông báo: " + source
	}
	return "thông báo chậm nhất ngày " + due.Short() + " (" + source + ")"
}

// halfway reports whether somebody has counted what is not over.
func (s session) halfway() bool { return len(s.tallying.Entered) > 0 && s.tallying.Open > 0 }

func (s session) halfwayWords() string {
	return "Đã nhập: " + strings.Join(s.tallying.Entered, "; ") + ". Còn " + strconv.Itoa(s.tallying.Open) + " hồ sơ chưa kiểm xong."
}
