package voting

import (
	"context"
	"errors"
	"net/url"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/exact"
	"thidua/meeting"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
	"thidua/web/ui"
	"thidua/web/work"
)

func escape(address string) string { return url.QueryEscape(address) }

// asking is what the form of a question needs.
type asking struct {
	form        work.Form
	poll        voting.Poll // the one that is rewritten, or voted on again; zero for a new one
	again       bool        // another round
	rules       season.Rules
	conferences []meeting.Conference
}

// question sets the form by which a vote is prepared.
func question(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	a := asking{form: f}
	var err error
	if a.rules, err = season.RulesOf(ctx, tx, v.Season.ID); err != nil {
		return nil, err
	}
	if a.conferences, err = meeting.OfSeason(ctx, tx, v.Season.ID); err != nil {
		return nil, err
	}
	asked := v.Request().URL.Query()
	a.called(asked.Get("hoi-nghi"), asked.Get("muc"))
	if a.again = asked.Get("vong-sau") != ""; a.again {
		a.poll, err = pollOf(ctx, tx, v, asked.Get("vong-sau"))
		a.poll.Round++
	} else if id := asked.Get("sua"); id != "" {
		a.poll, err = pollOf(ctx, tx, v, id)
	}
	return questionPage(v, a), err
}

// called takes the conference, and the question from its agenda's item counted
// from 1, of a link that leads here from there.
func (a *asking) called(conference, item string) {
	for _, c := range a.conferences {
		if c.ID != conference {
			continue
		}
		a.poll.Conference = c.ID
		if i, err := strconv.Atoi(item); err == nil && i >= 1 && i <= len(c.Agenda) {
			a.poll.Question = c.Agenda[i-1].Content
		}
	}
}

// pollOf is a vote of this very year, whoever asks for it by its id.
func pollOf(ctx context.Context, tx *store.Tx, v work.Visit, id string) (voting.Poll, error) {
	p, err := voting.PollByID(ctx, tx, id)
	if refusal.Is(err, refusal.NotFound) {
		recorded, byFile := voting.ByID(ctx, tx, id)
		p, err = voting.Poll{Vote: recorded, State: voting.Closed}, byFile
	}
	if err == nil && p.Season != v.Season.ID {
		return voting.Poll{}, refusal.New(refusal.NotFound, "Không có cuộc biểu quyết này.")
	}
	return p, err
}

// prepare puts the question on record.
func prepare(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	w, err := voteOf(ctx, tx, v, f)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.RecordVote)
	id, err := voting.Prepare(ctx, tx, by, v.Today, w)
	if err != nil {
		return work.Done{}, renamed(err, "options", "khac")
	}
	return work.Done{To: v.Lam("bieu-quyet", id), Say: ui.Words{Vietnamese: "Đã ghi nội dung biểu quyết; cuộc biểu quyết chưa mở.", English: "The question is recorded; the vote is not open yet."}}, nil
}

func voteOf(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (voting.Vote, error) {
	w := voting.Vote{ID: v.Request().URL.Query().Get("sua"), Season: v.Season.ID, Conference: f.Get("conference"), Question: f.Get("question"),
		Body: voting.Body(f.Get("body")), Method: voting.Method(f.Get("method")), Denominator: voting.Denominator(f.Get("denominator")), Strict: f.Get("strict") != "", Personal: f.Get("personal") != ""}
	if w.Body == "" {
		w.Body = voting.Cluster
	}
	var faults []error
	for _, n := range []struct {
		field string
		into  *int
	}{{"round", &w.Round}, {"seats", &w.Seats}} {
		if text := vi.Clean(f.Get(n.field)); text != "" {
			number, err := strconv.Atoi(text)
			if err != nil || number < 0 || number > 1000 {
				faults = append(faults, refusal.Field(n.field, "Ghi một số nguyên."))
			}
			*n.into = number
		}
	}
	share, err := shareOf(f.Get("threshold"))
	w.Threshold = share
	options, err2 := optionsOf(ctx, tx, v, f)
	w.Options = options
	return w, errors.Join(append(faults, err, err2)...)
}

// shareOf reads a share as people write it: "2/3", "80 %", "80".
func shareOf(text string) (exact.Number, error) {
	text = vi.Clean(text)
	if text == "" {
		return exact.Number{}, nil
	}
	if above, below, fraction := strings.Cut(text, "/"); fraction {
		a, err := strconv.ParseInt(strings.TrimSpace(above), 10, 32)
		b, err2 := strconv.ParseInt(strings.TrimSpace(below), 10, 32)
		if err != nil || err2 != nil || b == 0 {
			return exact.Number{}, refusal.Field("threshold", "Ghi tỷ lệ như 2/3 hoặc 80 %.")
		}
		return exact.Ratio(a, b), nil
	}
	percent, err := vi.ParseNumber(text)
	if err != nil {
		return exact.Number{}, refusal.Field("threshold", err.Error())
	}
	return exact.Of(percent).Quo(exact.Int(100)), nil
}

// optionsOf are the members that were ticked, then what was typed, a line each.
// A line that names exactly one unit on record, with its kind, means that unit.
func optionsOf(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (options []voting.Option, err error) {
	for _, m := range v.Members {
		for _, unit := range f.All("thanh-vien") {
			if unit == m.Unit {
				options = append(options, voting.Option{Label: m.Name, Candidate: m.Unit})
			}
		}
	}
	for _, line := range strings.Split(f.Get("khac"), "\n") {
		if line = vi.Clean(line); line == "" {
			continue
		}
		option := voting.Option{Label: line}
		if kind, _ := vi.SplitUnitName(line); kind != "" {
			units, err := org.Find(ctx, tx, line, vi.Day{})
			if err != nil {
				return nil, err
			}
			if len(units) == 1 {
				option.Candidate = units[0].ID
			}
		}
		options = append(options, option)
	}
	return options, nil
}

// renamed gives refusals of the act's fields the name of the form's own field.
func renamed(err error, prefix, name string) error {
	all := refusal.All(err)
	if all == nil {
		return err
	}
	var faults []error
	for _, e := range all {
		if strings.HasPrefix(e.Field, prefix) {
			e = &refusal.Error{Kind: e.Kind, Field: name, Rule: e.Rule, Sentence: e.Sentence}
		}
		faults = append(faults, e)
	}
	return errors.Join(faults...)
}

// others are the options on record that are no members, a line each.
func (a asking) others(v work.Visit) string {
	var lines []string
	for _, o := range a.poll.Options {
		if !isMember(v, o.Candidate) {
			lines = append(lines, o.Label)
		}
	}
	return strings.Join(lines, "\n")
}

func isMember(v work.Visit, unit string) bool {
	for _, m := range v.Members {
		if m.Unit == unit {
			return true
		}
	}
	return false
}

// ticked reports whether the member is on the ballot, as typed or on record.
func (a asking) ticked(unit string) bool {
	if a.form.Posted() {
		for _, x := range a.form.All("thanh-vien") {
			if x == unit {
				return true
			}
		}
		return false
	}
	for _, o := range a.poll.Options {
		if o.Candidate == unit {
			return true
		}
	}
	return false
}

// ruleOpen reports whether the signed rules leave the method or the share to
// the meeting.
func (a asking) ruleOpen() bool {
	b := a.rules.Ballot
	return b.Method == "" || b.Method != string(voting.Consensus) && (b.Denominator == "" || !b.Threshold.Known())
}

// mayCouncil reports whether the reader takes votes of the council too.
func mayCouncil(v work.Visit) bool {
	by, _ := v.Capacity(access.RecordVote)
	return by.Role == access.StandingBody || by.Role == access.CouncilSecretary
}

func (a asking) field(name, label, recorded string) ui.Field {
	return ui.Field{Name: name, Label: label, Value: a.form.Value(name, recorded), Error: a.form.Err(name)}
}

// checked is a box: as ticked in the form that was sent, else as on record.
func (a asking) checked(name, label string, recorded bool) ui.Field {
	f := ui.Field{Name: name, Label: label, Value: a.form.Get(name), Error: a.form.Err(name)}
	if !a.form.Posted() && recorded {
		f.Value = "co"
	}
	return f
}

func (a asking) conferenceOptions() []ui.Option {
	options := []ui.Option{{Value: "", Label: "– chọn –"}}
	for _, c := range a.conferences {
		options = append(options, ui.Option{Value: c.ID, Label: conferenceWords(c)})
	}
	return options
}

// conference is the one on record, or the last called.
func (a asking) conference() string {
	if a.poll.Conference != "" || len(a.conferences) == 0 {
		return a.poll.Conference
	}
	return a.conferences[len(a.conferences)-1].ID
}

func number0(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func methodOptions() []ui.Option {
	var all []ui.Option
	for _, m := range []voting.Method{voting.Consensus, voting.Open, voting.Paper} {
		all = append(all, ui.Option{Value: string(m), Label: m.Label()})
	}
	return all
}

func denominatorOptions() []ui.Option {
	all := []ui.Option{{Value: "", Label: "– không nêu –"}}
	for _, d := range []voting.Denominator{voting.OfEstablishment, voting.OfPresent, voting.OfIssued, voting.OfReturned, voting.OfValid} {
		all = append(all, ui.Option{Value: string(d), Label: "tổng số " + d.Label()})
	}
	return all
}

// signedRule is the cluster's own rule as a reader checks it.
func (a asking) signedRule() string {
	b := a.rules.Ballot
	v := voting.Vote{}.Under(b)
	if v.Method == "" {
		return ""
	}
	words := v.Method.Label() + ". " + v.RuleWords()
	if v.Quorum.Known() {
		words += " Phải có mặt từ " + voting.ShareWords(v.Quorum) + " số thành viên trở lên."
	}
	if b.Rounds > 0 {
		words += " Nhiều nhất " + strconv.Itoa(b.Rounds) + " vòng."
	}
	return words
}
