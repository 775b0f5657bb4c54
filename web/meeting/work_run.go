package meeting

import (
	"context"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/meeting"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

func readRun(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	x, v, err := viewOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	if err := mustWrite(v, x.Conference); err != nil {
		return nil, err
	}
	return runPage(v, f, x), nil
}

// runActs are what can be done while a conference sits, by the name of the
// button.
var runActs = map[string]work.Act{
	"khai-mac": stepAct(meeting.Begin, ui.Words{Vietnamese: "Hội nghị đã khai mạc.", English: "The conference has begun."}),
	"tam-nghi": stepAct(meeting.Pause, ui.Words{Vietnamese: "Hội nghị tạm nghỉ.", English: "The conference is at rest."}),
	"hop-tiep": stepAct(meeting.Resume, ui.Words{Vietnamese: "Hội nghị họp tiếp.", English: "The conference goes on."}),
	"be-mac":   stepAct(meeting.End, ui.Words{Vietnamese: "Hội nghị đã bế mạc. Bước sau: dự thảo biên bản.", English: "The conference has ended. Next: draft the minutes."}),
	"muc": sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, f work.Form) error {
		return meeting.TakeItem(ctx, tx, v.By, v.Today, c.ID, itemOf(f))
	}, ui.Words{Vietnamese: "Đã chuyển sang mục này.", English: "The conference is at this item."}),
	"xong": sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, f work.Form) error {
		return meeting.FinishItem(ctx, tx, v.By, v.Today, c.ID, itemOf(f))
	}, ui.Words{Vietnamese: "Mục này đã xong.", English: "The item is done."}),
	"them-muc": sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, f work.Form) error {
		return meeting.AddItem(ctx, tx, v.By, v.Today, c.ID, meeting.AgendaItem{Content: f.Get("content"), Who: f.Get("who")})
	}, ui.Words{Vietnamese: "Đã thêm mục vào chương trình.", English: "The item has been added."}),
	"y-kien": sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, f work.Form) error {
		return meeting.Speak(ctx, tx, v.By, v.Today, c.ID, meeting.Speech{Name: f.Get("name"), Post: f.Get("post"), Unit: f.Get("unit"), Body: f.Get("body"), About: f.Get("about"), Summary: f.Get("summary")})
	}, ui.Words{Vietnamese: "Đã ghi ý kiến.", English: "The speech has been written down."}),
	"bao-cao": sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, f work.Form) error {
		return meeting.HearReport(ctx, tx, v.By, v.Today, c.ID, f.Get("report"))
	}, ui.Words{Vietnamese: "Đã ghi báo cáo.", English: "The report has been written down."}),
	"ket-luan": sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, f work.Form) error {
		return meeting.Conclude(ctx, tx, v.By, v.Today, c.ID, f.Get("conclusion"))
	}, ui.Words{Vietnamese: "Đã ghi kết luận.", English: "The conclusion has been written down."}),
}

// sittingAct is an act on the conference of the address, with the sentence it
// leaves behind.
func sittingAct(do func(context.Context, *store.Tx, work.Visit, meeting.Conference, work.Form) error, words ui.Words) work.Act {
	return func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
		c, v, err := asked(ctx, tx, v)
		if err != nil {
			return work.Done{}, err
		}
		return work.Done{Say: words}, do(ctx, tx, v, c, f)
	}
}

func stepAct(step meeting.Step, words ui.Words) work.Act {
	return sittingAct(func(ctx context.Context, tx *store.Tx, v work.Visit, c meeting.Conference, _ work.Form) error {
		return meeting.Run(ctx, tx, v.By, v.Today, c.ID, step)
	}, words)
}

// itemOf is the agenda item a button belongs to, 0 when the form names none.
func itemOf(f work.Form) int {
	n, _ := strconv.Atoi(f.Get("so"))
	return n
}

// voteAddress leads to a new vote on an agenda item.
func voteAddress(v work.Visit, c meeting.Conference, item int) string {
	return v.Lam("bieu-quyet", "moi") + "?hoi-nghi=" + c.ID + "&muc=" + strconv.Itoa(item)
}

// mayVote reports whether the visitor may open the page of a new vote.
func mayVote(v work.Visit) bool { return v.CanOpen("/lam/{slug}/bieu-quyet/moi") }

// speakers are the units that may have spoken: all but those absent.
func speakers(v work.Visit, c meeting.Conference) []ui.Option {
	all := memberOptions(v, "– không phải đơn vị thành viên –")
	for i, o := range all {
		all[i].Off = c.Attendance.Of(o.Value).How == meeting.Absent
	}
	return all
}

// itemAbout joins what is known of an agenda item in one line.
func itemAbout(a meeting.AgendaItem) string {
	var parts []string
	for _, p := range []string{a.Time, a.Who} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if a.Length > 0 {
		parts = append(parts, strconv.Itoa(a.Length)+" phút")
	}
	return strings.Join(parts, " · ")
}
