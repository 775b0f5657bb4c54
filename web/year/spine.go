package year

import (
	"context"
	"fmt"

	"thidua/season"
	"thidua/vi"
	"thidua/web/ui"
)

// step is one phase on the spine.
type step struct {
	Phase  season.Phase
	State  string // "done", "now" or "" for what comes
	To     string // address of the phase's page
	When   string // its days and place in words; may be empty
	Sample bool   // the days are not from a source
	Parts  []part // further pages of the phase
}

// part is a page that belongs to a phase besides its first.
type part struct {
	Words ui.Words
	To    string
}

// steps are the phases that the spine shows: those every year goes through, and
// those it may step over when its calendar names them or it stands there.
func (v Visit) steps(ctx context.Context) (all []step) {
	now := v.Season.Phase
	for _, p := range season.Phases {
		span, stated := v.Season.Calendar.Of(p)
		if !stated && p != now && v.mayPassOver(p) {
			continue
		}
		s := step{Phase: p, To: v.stepPage(p), When: v.when(ctx, span, p == now), Sample: span.Sample}
		switch {
		case p.Index() < now.Index() || now == season.Closed:
			s.State = "done"
		case p == now:
			s.State = "now"
		}
		s.Parts = v.parts(p)
		all = append(all, s)
	}
	return all
}

// stepPage is the address a step leads to; empty when its reader may not open
// the page.
func (v Visit) stepPage(p season.Phase) string {
	if !v.Working {
		return v.To(pages[p]...)
	}
	name := workPages[p].first
	if name == "" {
		return v.Lam()
	}
	if !v.opens(name) {
		return ""
	}
	return v.Lam(name)
}

func (v Visit) opens(name string) bool { return v.Opens == nil || v.Opens(name) }

// parts are the further pages of a phase that the reader may open.
func (v Visit) parts(p season.Phase) (all []part) {
	if !v.Working {
		if p == season.Work {
			return []part{{targetsPage, v.To("chi-tieu")}, {exemplarsPage, v.To("dien-hinh")}}
		}
		return nil
	}
	for _, x := range workPages[p].parts {
		if v.opens(x.name) {
			all = append(all, part{x.words, v.Lam(x.name)})
		}
	}
	return all
}

// mayPassOver reports whether the year may have gone on without the phase: a
// pledge that nobody recorded is not said to be done.
func (v Visit) mayPassOver(p season.Phase) bool {
	if p == season.Pledging {
		return !v.Season.Pledge.Signed() && p.Index() < v.Season.Phase.Index()
	}
	return skippable[p]
}

// skippable are the phases a cluster may step over, and the two ends, which are
// shown only while the year stands there.
var skippable = map[season.Phase]bool{
	season.SetUp: true, season.InterimReview: true, season.SelfScoring: true,
	season.CrossScoring: true, season.Appraisal: true, season.Closed: true,
}

// pages tells which page of the year a phase leads to; the year itself when it
// has none of its own.
var pages = map[season.Phase][]string{
	season.Work:          {"phong-trao"},
	season.InterimReview: {"hoi-nghi"},
	season.SelfScoring:   {"xep-hang"},
	season.CrossScoring:  {"xep-hang"},
	season.Appraisal:     {"xep-hang"},
	season.Conferring:    {"hoi-nghi"},
	season.Nomination:    {"suy-ton"},
	season.Council:       {"suy-ton"},
	season.Awarding:      {"ban-tin"},
	season.Closed:        {"ban-tin"},
}

var (
	targetsPage   = ui.Words{Vietnamese: "Chỉ tiêu", English: "Targets"}
	exemplarsPage = ui.Words{Vietnamese: "Điển hình", English: "Exemplars"}
)

// named is a working page by the last part of its address.
type named struct {
	words ui.Words
	name  string
}

// workPages tells which working pages belong to a phase; the year's own desk
// where none is first.
var workPages = map[season.Phase]struct {
	first string
	parts []named
}{
	season.SetUp:    {"thiet-lap", []named{{ui.Words{Vietnamese: "Tiêu chí", English: "Criteria"}, "tieu-chi"}}},
	season.Pledging: {"giao-uoc", []named{{ui.Words{Vietnamese: "Đăng ký", English: "Registration"}, "dang-ky"}}},
	season.Work: {"phong-trao", []named{{targetsPage, "chi-tieu"}, {exemplarsPage, "dien-hinh"},
		{ui.Words{Vietnamese: "Hạn chế, nhiệm vụ", English: "Findings and tasks"}, "han-che"}}},
	season.InterimReview: {"hoi-nghi", nil},
	season.SelfScoring:   {"tu-cham", []named{{ui.Words{Vietnamese: "Ai chưa nộp", English: "Who has not sent"}, "chua-nop"}}},
	season.CrossScoring:  {"cham-cheo", []named{{ui.Words{Vietnamese: "Phân công chấm chéo", English: "Assignment"}, "phan-cong"}}},
	season.Appraisal: {"tham-dinh", []named{{ui.Words{Vietnamese: "Đối chiếu", English: "Reconciliation"}, "doi-chieu"},
		{ui.Words{Vietnamese: "Cờ báo", English: "Flags"}, "co-bao"}, {ui.Words{Vietnamese: "Công bố kết quả", English: "Publication"}, "cong-bo"}}},
	season.Conferring: {"hoi-nghi", []named{{ui.Words{Vietnamese: "Biểu quyết", English: "Votes"}, "bieu-quyet"},
		{ui.Words{Vietnamese: "Trưởng cụm năm sau", English: "Next year's head"}, "truong-cum"}}},
	season.Nomination: {"de-nghi", nil},
	season.Council:    {"de-nghi", nil},
	season.Awarding:   {"cong-bo", nil},
}

// when says a phase's days in few words: "13/11 – 17/11", "còn 3 ngày, đến
// 12/11", "22/11 tại Thanh Chương".
func (v Visit) when(ctx context.Context, s season.Span, now bool) string {
	words := v.days(ctx, s)
	if left := v.Today.DaysUntil(s.To); now && !s.To.IsZero() && left > 0 {
		words = fmt.Sprintf(ui.T(ctx, "còn %d ngày, đến %s", "%d days left, until %s"), left, v.Short(s.To))
	} else if now && !s.To.IsZero() && left == 0 {
		words = ui.T(ctx, "hạn hôm nay, ", "due today, ") + v.Short(s.To)
	}
	switch {
	case s.Place == "":
		return words
	case words == "":
		return s.Place
	}
	return fmt.Sprintf(ui.T(ctx, "%s tại %s", "%s, %s"), words, s.Place)
}

func (v Visit) days(ctx context.Context, s season.Span) string {
	switch {
	case s.From == s.To:
		return v.Short(s.From)
	case s.From.IsZero():
		return ui.T(ctx, "đến ", "until ") + v.Short(s.To)
	case s.To.IsZero():
		return ui.T(ctx, "từ ", "from ") + v.Short(s.From)
	}
	return v.Short(s.From) + " – " + v.Short(s.To)
}

// Short is a day as a reader of this year's pages needs it: "22/11", with the
// year only when it is another.
func (v Visit) Short(d vi.Day) string {
	if d.IsZero() || d.Year() != v.Season.Year {
		return d.Short()
	}
	return fmt.Sprintf("%02d/%02d", d.DayOfMonth(), d.Month())
}
