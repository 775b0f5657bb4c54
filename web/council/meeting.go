package council

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/award"
	"thidua/council"
	"thidua/dossier"
	"thidua/refusal"
	"thidua/store"
	"thidua/template"
	"thidua/voting"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// session is a meeting as its page shows it. It holds no count of a vote that is
// not over: there is none to hold.
type session struct {
	council.Meeting
	of         council.Council
	sat        council.Establishment
	form       work.Form
	lines      []council.Line
	candidates []dossier.Nomination // who could be put on the list
	tellers    []voting.Teller      // who may sit on the tally board
	tallying   council.Tallying
	results    list.View[council.Line]
	notices    map[string]council.Notice
	decisions  []drawn
	holds      template.Holds // over the council's papers
	calls      bool           // what the reader may do here and now
	records    bool
	decides    bool
	hands      bool // the reader opened or counted the ballot, so somebody else decides
}

// drawn is a decision that was drawn from the meeting.
type drawn struct {
	award.Decision
	names       []string
	nominations []string // ids of those it was drawn for
}

// meetingOf is the meeting of the address, within the reader's reach.
func meetingOf(ctx context.Context, tx *store.Tx, v work.Visit) (s session, err error) {
	if s.Meeting, s.of, s.sat, err = council.Whole(ctx, tx, v.Asked("meeting")); err != nil {
		return s, err
	}
	if s.of.ID != v.Asked("council") || !reaches(v, s.of) {
		return s, refusal.New(refusal.NotFound, "Không có cuộc họp này.")
	}
	return s, nil
}

func meeting(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	s, err := meetingOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	s.form = f
	_, s.calls = capacity(v, access.CallCouncil)
	_, s.records = capacity(v, access.RecordCouncil)
	decider, may := capacity(v, access.RecordDecision)
	s.hands = may && s.Handled(decider.Person)
	s.decides = may && !s.hands
	if s.lines, err = council.Lines(ctx, tx, s.Meeting); err != nil {
		return nil, err
	}
	if s.holds, err = template.HoldsFor(ctx, tx, s.of.ID, v.Today); err != nil {
		return nil, err
	}
	if err := s.prepare(ctx, tx, v); err != nil {
		return nil, err
	}
	if s.State == council.Closed && s.results.Excel() {
		return s.results.File(s.of.Name+", "+s.Name, remarks(s.Sample)...), nil
	}
	return meetingPage(v, s), nil
}

func remarks(sample bool) []string {
	if sample {
		return []string{"Số liệu minh họa"}
	}
	return nil
}

// prepare reads what the state's forms need.
func (s *session) prepare(ctx context.Context, tx *store.Tx, v work.Visit) (err error) {
	switch s.State {
	case council.Called:
		if by, may := capacity(v, access.CallCouncil); may {
			if s.candidates, err = council.Candidates(ctx, tx, by, s.of); err != nil {
				return err
			}
		}
		s.tellers, err = council.Tellers(ctx, tx, s.Meeting, v.Today)
	case council.Voting:
		s.tallying, err = council.TallyingOf(ctx, tx, s.Meeting, s.lines, v.Person.ID)
	case council.Closed:
		err = s.readResults(ctx, tx, v)
	}
	return err
}

func (s *session) readResults(ctx context.Context, tx *store.Tx, v work.Visit) (err error) {
	s.results = resultTable(s.Meeting).Of(v.Request().URL, s.lines)
	if s.notices, err = council.Notices(ctx, tx, s.ID); err != nil {
		return err
	}
	s.decisions, err = drawnFrom(ctx, tx, s.Meeting)
	return err
}

// drawnFrom are the decisions drawn from the meeting, as the register has them.
func drawnFrom(ctx context.Context, tx *store.Tx, m council.Meeting) (decisions []drawn, err error) {
	all, err := council.Decisions(ctx, tx, m.ID)
	if err != nil {
		return nil, err
	}
	for _, d := range all {
		of, awards, err := award.Of(ctx, tx, d.ID, award.Whole)
		if err != nil {
			return nil, err
		}
		x := drawn{Decision: of, nominations: d.Nominations}
		for _, a := range awards {
			x.names = append(x.names, a.Name)
		}
		decisions = append(decisions, x)
	}
	return decisions, nil
}

// resultTable is the list of results with the arithmetic of each vote.
func resultTable(m council.Meeting) list.Table[council.Line] {
	return list.Table[council.Line]{
		Name: ui.Words{Vietnamese: "Kết quả xét của Hội đồng", English: "Results"}, File: "ket-qua-hoi-dong",
		Search:  func(l council.Line) string { return l.Nomination.CandidateName + " " + l.Nomination.Title },
		Filters: []list.Filter[council.Line]{{Key: "ket-qua", Words: ui.Words{Vietnamese: "Kết quả", English: "Result"}, Options: outcomeOptions, Keep: func(l council.Line, chosen string) bool { return outcome(m, l) == chosen }}},
		Empty:   ui.Words{Vietnamese: "Danh sách không có hồ sơ nào.", English: "The list is empty."},
		Columns: []list.Column[council.Line]{
			{Key: "thu-tu", Words: ui.Words{Vietnamese: "STT", English: "No."}, Num: true, Width: 6, Text: func(l council.Line) string { return fmt.Sprint(l.Place) }, Order: func(a, b council.Line) int { return a.Place - b.Place }, Value: func(l council.Line) any { return l.Place }},
			{Key: "ten", Words: ui.Words{Vietnamese: "Tên", English: "Candidate"}, Width: 36, Wide: true, Text: func(l council.Line) string { return l.Nomination.CandidateName }},
			{Key: "danh-hieu", Words: ui.Words{Vietnamese: "Danh hiệu, hình thức", English: "Title"}, Width: 36, Wide: true, Text: func(l council.Line) string { return l.Nomination.Title }},
			{Key: "ket-qua", Words: ui.Words{Vietnamese: "Kết quả", English: "Result"}, Width: 20, Text: func(l council.Line) string { return outcomeWords[outcome(m, l)] }, Cell: func(l council.Line) templ.Component { return outcomeTag(m, l) }},
			{Key: "cach-tinh", Words: ui.Words{Vietnamese: "Cách tính", English: "Arithmetic"}, Width: 90, Wide: true, Fixed: true, Text: func(l council.Line) string { return l.Words(m) }},
		},
	}
}

var outcomeOptions = []ui.Option{{Value: "thong-qua", Label: "Thông qua"}, {Value: "khong", Label: "Không thông qua"}, {Value: "chua", Label: "Không có kết quả"}}

var outcomeWords = map[string]string{"thong-qua": "Thông qua", "khong": "Không thông qua", "chua": "Không có kết quả"}

func outcome(m council.Meeting, l council.Line) string {
	switch p := l.Passed(m); {
	case p == nil:
		return "chua"
	case *p:
		return "thong-qua"
	}
	return "khong"
}

func outcomeTone(word string) ui.Tone {
	switch word {
	case "thong-qua":
		return ui.Done
	case "khong":
		return ui.Late
	}
	return ui.Plain
}

// basis is the share that would decide on the dossier if the ballot were opened
// now, in words.
func (s session) basis(l council.Line) string {
	b := l.Basis
	if s.State == council.Called {
		var known bool
		if b, known = council.BasisOf(s.of.Rules, l.Nomination.TitleCode, s.Day); !known {
			return "tỷ lệ phải đạt: chưa kiểm chứng, cần ghi theo quy chế của Hội đồng"
		}
	}
	needed := voting.Needed(s.sat.Members(), b.Share, false)
	return fmt.Sprintf("cần từ %s trên tổng số %d thành viên, tức ít nhất %d phiếu (%s)", voting.ShareWords(b.Share), s.sat.Members(), needed, b.Source)
}

// toDecide are those who passed and wait for a decision; toTell those who did not
// pass and wait for a notice.
func (s session) toDecide() []council.Line {
	return s.where(func(l council.Line) bool { return l.Nomination.Status == dossier.Passed })
}

func (s session) toTell() []council.Line {
	return s.where(func(l council.Line) bool {
		_, told := s.notices[l.Item.Nomination]
		return l.Nomination.Status == dossier.Cut && outcome(s.Meeting, l) == "khong" && !told
	})
}

func (s session) told() []council.Line {
	return s.where(func(l council.Line) bool { _, told := s.notices[l.Item.Nomination]; return told })
}

func (s session) where(is func(council.Line) bool) (all []council.Line) {
	for _, l := range s.lines {
		if is(l) {
			all = append(all, l)
		}
	}
	return all
}

// decider is who decides on the titles that wait, where all have the same.
func (s session) decider(v work.Visit) string {
	var all []string
	for _, l := range s.toDecide() {
		if who, known := council.DeciderOf(l.Nomination.TitleCode, v.Today); known && !slices.Contains(all, who.Sentence) {
			all = append(all, who.Sentence)
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return ""
}

// deciderWords says who decides on a title, with its source.
func deciderWords(v work.Visit, n dossier.Nomination) string {
	who, known := council.DeciderOf(n.TitleCode, v.Today)
	if !known {
		return "cấp quyết định: chưa kiểm chứng"
	}
	return who.Sentence + " quyết định (" + who.Source + ", " + who.Mark.Label() + ")"
}

// stillHere says that a dossier has yet to be sent on before it is decided on.
func stillHere(n dossier.Nomination) string {
	if n.Place != dossier.AtCouncil {
		return ""
	}
	return fmt.Sprintf("; hồ sơ đang ở bước “%s”, phải trình Chủ tịch UBND tỉnh trước khi ghi quyết định", n.Place.Label())
}

func (s session) field(act, name, label string) ui.Field { return field(s.form, act, name, label, "") }

func tellerNames(all []voting.Teller) string {
	var names []string
	for _, t := range all {
		names = append(names, t.Name)
	}
	return strings.Join(names, "; ")
}

// votingSeats are the members, without the clerk.
func (s session) votingSeats() (all []council.Seat) {
	for _, x := range s.sat.Seats {
		if x.Office.Votes() {
			all = append(all, x)
		}
	}
	return all
}

func (s session) flagQuestion() (dossier.Finding, bool) {
	return council.FlagQuestionOf(s.Meeting, council.Sums(s.Meeting, s.lines))
}
