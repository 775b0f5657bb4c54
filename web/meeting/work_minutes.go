package meeting

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/meeting"
	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	"thidua/template"
	"thidua/web/ui"
	"thidua/web/work"
	"thidua/yearbook"
)

// minutesView is the minutes of a conference as their page shows them.
type minutesView struct {
	view
	now     meeting.Minutes   // the document being drawn up, or the last one signed
	signed  []meeting.Minutes // those signed before it
	amends  bool              // the visitor's unit may ask for amendments
	absent  bool              // it may not, for it was absent
	person  string            // the visitor's person id
	visible bool              // the visitor may read the document as it stands
}

func readMinutes(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	m, v, err := minutesOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return minutesPage(v, f, m), nil
}

func minutesOf(ctx context.Context, tx *store.Tx, v work.Visit) (m minutesView, _ work.Visit, err error) {
	if m.view, v, err = viewOf(ctx, tx, v); err != nil {
		return m, v, err
	}
	all, err := meeting.MinutesOf(ctx, tx, m.ID)
	if err != nil {
		return m, v, err
	}
	if len(all) > 0 {
		m.now, m.signed = all[len(all)-1], all[:len(all)-1]
	}
	m.person, m.visible = v.Person.ID, len(all) > 0 && (m.writes || m.Stage != meeting.Drafted)
	ofUnit := may(v, access.AmendMinutes)
	m.amends = ofUnit && m.Attendance.Attended(v.By.Unit)
	m.absent = ofUnit && !m.amends
	return m, v, nil
}

// minutesActs are what can be done with the minutes, by the name of the button.
var minutesActs = map[string]work.Act{
	"du-thao": sittingAct(draftMinutes, ui.Words{Vietnamese: "Đã dự thảo biên bản từ diễn biến; đồng chí đọc lại và sửa.", English: "The minutes have been drafted; read and edit them."}),
	"luu":     sittingAct(editMinutes, ui.Words{Vietnamese: "Đã lưu dự thảo.", English: "The draft has been saved."}),
	"gop-y": sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, _ work.Form) error {
		return meeting.CirculateMinutes(ctx, tx, v.By, v.Today, c.ID)
	}, ui.Words{Vietnamese: "Đã gửi dự thảo để các đơn vị có mặt góp ý.", English: "The draft lies before the units that were present."}),
	"de-nghi":         sittingAct(proposeAmendment, ui.Words{Vietnamese: "Đã ghi đề nghị sửa; chủ tọa sẽ quyết định.", English: "The amendment waits for the chair."}),
	"chap-nhan":       decision(meeting.Accepted, ui.Words{Vietnamese: "Đã chấp nhận đề nghị sửa.", English: "The amendment is accepted."}),
	"khong-chap-nhan": decision(meeting.Declined, ui.Words{Vietnamese: "Đã ghi không chấp nhận.", English: "The amendment is declined."}),
	"chot": sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, _ work.Form) error {
		return meeting.FreezeMinutes(ctx, tx, v.By, v.Today, c.ID)
	}, ui.Words{Vietnamese: "Đã chốt biên bản. Chủ tọa và thư ký ký.", English: "The minutes are frozen. Chair and secretary sign."}),
	"ky-chu-toa": signature(meeting.Chair),
	"ky-thu-ky":  signature(meeting.Secretary),
	"dinh-chinh": sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, f work.Form) error {
		return meeting.CorrectMinutes(ctx, tx, v.By, v.Today, c.ID, f.Get("why"))
	}, ui.Words{Vietnamese: "Đã mở biên bản đính chính; biên bản đã ký giữ nguyên.", English: "A correction has been begun; the signed minutes stand."}),
}

// draftMinutes begins with what the record gives, in the words of the papers.
func draftMinutes(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, _ work.Form) error {
	y, err := yearbook.Load(ctx, tx, v.Season)
	if err != nil {
		return err
	}
	events, err := meeting.EventsOf(ctx, tx, c.ID)
	if err != nil {
		return err
	}
	return meeting.DraftMinutes(ctx, tx, v.By, v.Today, c.ID, paper.FirstDraft(y, c.ID, events))
}

// editMinutes rewrites the sections: one line of the form a line of the
// minutes; titles are those on record.
func editMinutes(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, f work.Form) error {
	m, err := lastMinutes(ctx, tx, c.ID)
	if err != nil {
		return err
	}
	version, _ := strconv.Atoi(f.Get("version"))
	sections := make([]meeting.Section, len(m.Sections))
	for i, s := range m.Sections {
		sections[i] = meeting.Section{Title: s.Title, Lines: strings.Split(f.Get(sectionField(i)), "\n")}
	}
	return meeting.EditMinutes(ctx, tx, v.By, v.Today, c.ID, version, sections)
}

func lastMinutes(ctx context.Context, tx *store.Tx, conference string) (meeting.Minutes, error) {
	all, err := meeting.MinutesOf(ctx, tx, conference)
	if err == nil && len(all) == 0 {
		err = refusal.New(refusal.NotFound, "Hội nghị này chưa có biên bản.")
	}
	if err != nil {
		return meeting.Minutes{}, err
	}
	return all[len(all)-1], nil
}

func sectionField(i int) string { return fmt.Sprintf("sections[%d]", i) }

// proposeAmendment reads the line that was chosen: its section, a bar, and the
// line as it reads; nothing behind the bar asks for a new one.
func proposeAmendment(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, f work.Form) error {
	number, line, _ := strings.Cut(f.Get("line"), "|")
	section, err := strconv.Atoi(number)
	if err != nil {
		section = -1
	}
	return meeting.ProposeAmendment(ctx, tx, v.By, v.Today, c.ID, meeting.Amendment{Section: section, Old: line, New: f.Get("new"), Why: f.Get("why")})
}

// lineOptions are the lines that can be amended, each under its section.
func lineOptions(m meeting.Minutes) (all []ui.Option) {
	for i, s := range m.Sections {
		all = append(all, ui.Option{Value: fmt.Sprintf("%d|", i), Label: s.Title + ": bổ sung ý mới"})
		for _, line := range s.Lines {
			all = append(all, ui.Option{Value: fmt.Sprintf("%d|%s", i, line), Label: s.Title + ": " + shortened(line)})
		}
	}
	return all
}

// shortened keeps a choice on one line of a phone's list.
func shortened(line string) string {
	const most = 80
	if r := []rune(line); len(r) > most {
		return string(r[:most]) + "…"
	}
	return line
}

func decision(verdict meeting.Verdict, words ui.Words) work.Act {
	return sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, f work.Form) error {
		n := itemOf(f)
		return meeting.DecideAmendment(ctx, tx, v.By, v.Today, c.ID, n, verdict, f.Get(fmt.Sprintf("reason.%d", n)))
	}, words)
}

// signature signs, and once both have signed keeps the minutes among the year's
// papers.
func signature(seat meeting.Seat) work.Act {
	return sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, _ work.Form) error {
		if err := meeting.SignMinutes(ctx, tx, v.By, v.Today, c.ID, seat); err != nil {
			return err
		}
		m, err := lastMinutes(ctx, tx, c.ID)
		if err != nil || len(m.Signatures) < 2 {
			return err
		}
		y, err := yearbook.Load(ctx, tx, v.Season)
		if err != nil {
			return err
		}
		p, err := paper.DeskMinutes(y, m)
		if err != nil {
			return err
		}
		draft, err := template.For(ctx, tx, v.Season.Cluster, p, v.Today)
		if err != nil {
			return err
		}
		ready, err := draft.Issued()
		if err != nil {
			return err
		}
		return paper.KeepMinutes(ctx, tx, v.By, v.Today, y.Season.ID, m, ready)
	}, ui.Words{Vietnamese: "Đã ghi chữ ký.", English: "The signature is on record."})
}

// maySeat reports whether the visitor is the one to sign in the seat now.
func (m minutesView) maySeat(seat meeting.Seat) bool {
	named := map[meeting.Seat]string{meeting.Chair: m.ChairPerson, meeting.Secretary: m.SecretaryPerson}[seat]
	return m.Stage == meeting.Frozen && named == m.person && m.now.SignedBy(seat) == nil
}

// open is how many amendments wait for the chair.
func (m minutesView) open() (n int) {
	for _, a := range m.now.Amendments {
		if a.Verdict == "" {
			n++
		}
	}
	return n
}

// fileOf is the address of the minutes as a file: fileOf(v, m, "docx").
func fileOf(v work.Visit, c meeting.Conference, m meeting.Minutes, form string) string {
	return of(v, c, "tai", fmt.Sprintf("bien-ban-%d.%s", m.Number, form))
}
