package council_test

import (
	"context"
	"testing"

	"thidua/access"
	"thidua/account"
	"thidua/council"
	"thidua/dossier"
	"thidua/exact"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

var today = vi.MustDay("2014-11-22")

// hall is a province whose year stands at the council, with a council of ten
// members and one clerk, and a meeting called for today.
type hall struct {
	*province.Province
	t             *testing.T
	council, meet string
	actors        map[string]access.Actor
}

// Actor is read once: no act may begin to look for it within a transaction.
func (h *hall) Actor(who string) access.Actor { return h.actors[who] }

// own is the share that the council's own rules say.
var own = council.Rules{Share: exact.Ratio(80, 100), Source: "Quy chế làm việc của Hội đồng (minh họa)"}

func assemble(t *testing.T, db *store.DB, rules council.Rules) *hall {
	t.Helper()
	h := &hall{Province: province.New(t, db, province.Phase(season.Council)), t: t}
	h.actors = map[string]access.Actor{}
	h.Hire("member2", "Ủy viên Hội đồng thứ hai", account.Grant{Role: access.CouncilMember})
	for who := range h.People {
		a := h.Province.Actor(who)
		a.Cluster = "" // as on the pages of the council, which are of no year
		h.actors[who] = a
	}
	h.must(func(ctx context.Context, tx *store.Tx) (err error) {
		h.council, err = council.Found(ctx, tx, h.Actor("standing"), today, council.Council{Name: "Hội đồng thử", Rules: rules, Sample: true})
		return err
	})
	h.establish("2014-01-02", 10)
	h.meet = h.call("Phiên họp lần 1")
	return h
}

// must does an act that must succeed.
func (h *hall) must(work func(ctx context.Context, tx *store.Tx) error) {
	h.t.Helper()
	if err := h.try(work); err != nil {
		h.t.Fatal(err)
	}
}

func (h *hall) try(work func(ctx context.Context, tx *store.Tx) error) error {
	return testkit.Try(h.DB, work)
}

// seats are so many members: a chair, the province's two council members with
// accounts, a director at Con Cuông, others; and a clerk.
func (h *hall) seats(members int) (all []council.Seat) {
	all = []council.Seat{
		{Name: "Chủ tịch thử", Post: "Chủ tịch Ủy ban nhân dân tỉnh", Office: council.Chair},
		{Name: "Ủy viên Hội đồng", Office: council.Member, Person: h.People["member"].ID},
		{Name: "Ủy viên Hội đồng thứ hai", Office: council.Member, Person: h.People["member2"].ID},
		{Name: "Ủy viên ở Con Cuông", Office: council.Member, Unit: h.Unit["con-cuong"]},
	}
	for len(all) < members {
		all = append(all, council.Seat{Name: "Ủy viên thử " + string(rune('A'+len(all))), Office: council.Member})
	}
	return append(all, council.Seat{Name: "Thư ký Hội đồng", Office: council.Clerk, Person: h.People["secretary"].ID})
}

func (h *hall) establish(from string, members int) {
	h.t.Helper()
	h.must(func(ctx context.Context, tx *store.Tx) error {
		_, err := council.Establish(ctx, tx, h.Actor("standing"), today, council.Establishment{Council: h.council, Document: "12/QĐ-UBND",
			Day: vi.MustDay(from), From: vi.MustDay(from), Seats: h.seats(members)})
		return err
	})
}

func (h *hall) call(name string) (id string) {
	h.t.Helper()
	h.must(func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = council.Call(ctx, tx, h.Actor("standing"), today, council.Meeting{Council: h.council, Name: name, Day: today})
		return err
	})
	return id
}

// nominate proposes a candidate from the season file's side, which may do so in
// every phase.
func (h *hall) nominate(n dossier.Nomination) (id string) {
	h.t.Helper()
	n.Season = h.Season.ID
	h.must(func(ctx context.Context, tx *store.Tx) (err error) {
		id, err = dossier.Nominate(ctx, tx, access.Actor{Name: "Trưởng cụm", Role: access.ClusterHead}, today, n)
		return err
	})
	return id
}

func (h *hall) flag(unit string) string {
	return h.nominate(dossier.Nomination{CandidateUnit: h.Unit[unit], Category: rulebook.Thematic, Title: "Cờ thi đua của Ủy ban nhân dân tỉnh", Reason: "Dẫn đầu phong trào thi đua"})
}

func (h *hall) putOn(ids ...string) {
	h.t.Helper()
	h.must(func(ctx context.Context, tx *store.Tx) error {
		return council.PutOn(ctx, tx, h.Actor("standing"), today, h.meet, ids)
	})
}

// roll takes the roll: so many present, then so many in writing, the rest away.
func (h *hall) roll(here, writing int) {
	h.t.Helper()
	var roll []council.Attendance
	for i := range here {
		roll = append(roll, council.Attendance{Seat: i + 1, Presence: council.Here})
	}
	for i := range writing {
		roll = append(roll, council.Attendance{Seat: here + i + 1, Presence: council.Writing, Document: "15/CV ngày 20/11/2014"})
	}
	h.must(func(ctx context.Context, tx *store.Tx) error {
		return council.TakeRoll(ctx, tx, h.Actor("secretary"), today, h.meet, roll)
	})
}

func (h *hall) board(who ...string) (ids []string) {
	for _, w := range who {
		ids = append(ids, h.People[w].ID)
	}
	return ids
}

func (h *hall) open(who ...string) error {
	return h.try(func(ctx context.Context, tx *store.Tx) error {
		return council.Open(ctx, tx, h.Actor("secretary"), today, h.meet, h.board(who...))
	})
}

// count enters one person's sheet: rows of for, against and invalid.
func (h *hall) count(who string, papers int, rows map[string][3]int) (p council.Progress, err error) {
	sheet := council.Sheet{Issued: &papers, Returned: &papers, Rows: map[string]council.Row{}}
	for id, r := range rows {
		sheet.Rows[id] = council.Row{For: new(r[0]), Against: new(r[1]), Invalid: new(r[2])}
	}
	err = h.try(func(ctx context.Context, tx *store.Tx) (err error) {
		p, err = council.Count(ctx, tx, h.Actor(who), today, h.meet, sheet)
		return err
	})
	return p, err
}

// bothCount has two people count the same.
func (h *hall) bothCount(papers int, rows map[string][3]int) {
	h.t.Helper()
	for _, who := range []string{"standing2", "member"} {
		if _, err := h.count(who, papers, rows); err != nil {
			h.t.Fatal(err)
		}
	}
}

func (h *hall) close() error {
	return h.try(func(ctx context.Context, tx *store.Tx) error {
		return council.Close(ctx, tx, h.Actor("secretary"), today, h.meet)
	})
}

func (h *hall) lines() (m council.Meeting, lines []council.Line) {
	h.t.Helper()
	h.must(func(ctx context.Context, tx *store.Tx) (err error) {
		if m, err = council.MeetingByID(ctx, tx, h.meet); err != nil {
			return err
		}
		lines, err = council.Lines(ctx, tx, m)
		return err
	})
	return m, lines
}

func (h *hall) status(id string) (s dossier.Status) {
	h.t.Helper()
	h.must(func(ctx context.Context, tx *store.Tx) error {
		n, err := dossier.ByID(ctx, tx, id)
		s = n.Status
		return err
	})
	return s
}
