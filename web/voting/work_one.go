package voting

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/meeting"
	"thidua/paper"
	"thidua/season"
	"thidua/store"
	"thidua/template"
	"thidua/vi"
	"thidua/voting"
	"thidua/web/ui"
	"thidua/web/work"
)

// matter is a vote as its page shows it. It holds no count of a vote that is
// not over: there is none to hold.
type matter struct {
	voting.Poll
	form       work.Form
	conference meeting.Conference // at which it is taken; zero when at none
	presence   voting.Presence    // who may vote if it were opened now
	tellers    []voting.Teller    // who may sit on the tally board
	entered    []string           // names of those who have counted in this attempt
	mine       bool               // the reader has
	rules      season.Rules
	records    bool          // the reader may take the vote
	counts     bool          // the reader may enter a count
	papers     []paper.Paper // ballot paper and tally minutes, for those who record
	holds      template.Holds
}

// one sets a vote as it stands.
func one(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p, err := pollOf(ctx, tx, v, v.Asked("vote"))
	if err != nil {
		return nil, err
	}
	m := matter{Poll: p, form: f}
	if m.rules, err = season.RulesOf(ctx, tx, v.Season.ID); err != nil {
		return nil, err
	}
	if p.Conference != "" {
		if m.conference, err = meeting.ByID(ctx, tx, p.Conference); err != nil {
			return nil, err
		}
	}
	by, may := v.Capacity(access.RecordVote)
	m.records = may && (p.Body == voting.Cluster || by.Role != access.ClusterHead)
	if err := m.prepare(ctx, tx, v); err != nil {
		return nil, err
	}
	if v.CanOpen(papersPath) {
		if m.papers, err = papersOf(ctx, tx, v, p); err != nil {
			return nil, err
		}
		if m.holds, err = template.HoldsFor(ctx, tx, v.Season.Cluster, v.Today); err != nil {
			return nil, err
		}
	}
	v.Visit, err = v.Knows(ctx, tx, voters(p))
	return onePage(v, m), err
}

// prepare reads what the state's form needs.
func (m *matter) prepare(ctx context.Context, tx *store.Tx, v work.Visit) (err error) {
	switch m.State {
	case voting.Prepared:
		m.presence = presenceOf(m.conference)
		if m.records && m.Method == voting.Paper {
			m.tellers, _, err = voting.Tellers(ctx, tx, m.Poll, v.Season, v.Members, v.Today)
		}
	case voting.Opened:
		err = m.readEntries(ctx, tx, v)
	}
	return err
}

// readEntries tells who has counted, never what.
func (m *matter) readEntries(ctx context.Context, tx *store.Tx, v work.Visit) error {
	entered, err := voting.Entered(ctx, tx, m.Poll)
	for _, t := range m.Board {
		if slices.Contains(entered, t.Person) {
			m.entered = append(m.entered, t.Name)
		}
	}
	m.mine = slices.Contains(entered, v.Person.ID)
	_, may := v.Capacity(access.CountBallots)
	m.counts = may && m.Counts(v.Person.ID)
	return err
}

// presenceOf is the roll call of the conference as it stands.
func presenceOf(c meeting.Conference) voting.Presence {
	return voting.Presence{Units: c.Attendance.Here(), Establishment: c.Attendance.Establishment, Present: c.Attendance.Count()}
}

// waits reports whether the reader has counted and another must.
func (m matter) waits() bool { return m.mine && len(m.entered) == 1 }

// third reports whether two have counted differently and the reader would be
// the third.
func (m matter) third() bool { return !m.mine && len(m.entered) == 2 }

// turnout is the quorum if the vote were opened now.
func (m matter) turnout(members int) string {
	establishment := m.presence.Establishment
	if members > 0 {
		establishment = &members
	}
	return voting.Quorum(new(len(m.presence.Units)), establishment, m.Quorum).Words
}

// present names the units in the roll call.
func present(v work.Visit, units []string) string {
	var names []string
	for _, u := range units {
		names = append(names, v.Unit(u))
	}
	return vi.JoinAnd(names)
}

// differs names the places where two counts differ, as people call them.
func (m matter) differs() (all []string) {
	for _, field := range m.Differs {
		all = append(all, m.place(field))
	}
	return all
}

// place is a field of the count in words: "Huyện Con Cuông: đồng ý".
func (m matter) place(field string) string {
	for i, o := range m.Options {
		for _, c := range choices {
			if field == countField(i, c.field) {
				return o.Label + ": " + c.words
			}
		}
	}
	for _, b := range ballots {
		if b.field == field {
			return "Số phiếu " + b.words
		}
	}
	return field
}

type named struct{ field, words string }

// The counts of a tally, in the order of the form of tally minutes.
var (
	ballots = []named{{"issued", "phát ra"}, {"returned", "thu về"}, {"valid", "hợp lệ"}, {"invalid", "không hợp lệ"}}
	choices = []named{{"for", "đồng ý"}, {"against", "không đồng ý"}, {"blank", "không có ý kiến"}}
)

func countField(option int, choice string) string {
	return fmt.Sprintf("options[%d].%s", option, choice)
}

func voiceField(unit string, option int) string { return fmt.Sprintf("voice[%s][%d]", unit, option) }

// voiceOptions are the choices of a voice.
func (m matter) voiceOptions() []ui.Option {
	if m.Method == voting.Consensus {
		return []ui.Option{{Value: string(voting.ForIt), Label: "thống nhất"}, {Value: string(voting.AgainstIt), Label: "không thống nhất"}}
	}
	return []ui.Option{{Value: string(voting.ForIt), Label: "đồng ý"}, {Value: string(voting.AgainstIt), Label: "không đồng ý"}, {Value: string(voting.Abstained), Label: "không có ý kiến"}}
}

func (m matter) field(name, label string) ui.Field {
	return ui.Field{Name: name, Label: label, Value: m.form.Get(name), Error: m.form.Err(name)}
}

// count is the field of a count: digits only, read as typed.
func (m matter) count(name, label string) ui.Field {
	f := narrow(required(m.field(name, label)))
	f.Attrs = templ.Attributes{"inputmode": "numeric", "autocomplete": "off"}
	return f
}

// chain is the signed order in which ties are decided, in words.
func chain(r season.Rules) string {
	var words []string
	for _, s := range r.Ties {
		words = append(words, voting.TieWords(s))
	}
	return strings.Join(words, " → ")
}

func tieOptions(r season.Rules) (all []ui.Option) {
	for _, s := range voting.TieSteps(r) {
		all = append(all, ui.Option{Value: string(s), Label: vi.UpperFirst(voting.TieWords(s))})
	}
	return all
}

// repeatable reports whether the question may be put to another round.
func (m matter) repeatable() bool {
	limit := m.rules.Ballot.Rounds
	return (m.State == voting.Closed || m.State == voting.Cancelled) && (limit == 0 || m.Round < limit)
}

// passed are the places on the ballot of those who were taken.
func (m matter) passed() (all []int) {
	for i, o := range m.Result().Options {
		if o.Passed != nil && *o.Passed {
			all = append(all, i)
		}
	}
	return all
}

func labels(options []voting.Option) (all []string) {
	for _, o := range options {
		all = append(all, o.Label)
	}
	return all
}

func contains(all []string, one string) bool { return slices.Contains(all, one) }

func upper(words string) string { return vi.UpperFirst(words) }

func optional(f ui.Field) ui.Field { f.Required = false; return f }

func (m matter) objection(unit, label string) ui.Field {
	f := m.field(fmt.Sprintf("text[%s]", unit), label)
	f.Hint = "Chỉ ghi khi không thống nhất"
	return f
}

// voters are the units a vote names beside its options.
func voters(p voting.Poll) []string {
	units := slices.Clone(p.Voters)
	for _, b := range p.Roll {
		if p.Body == voting.Cluster {
			units = append(units, b.Unit)
		}
	}
	return units
}
