package dossier

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/org"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
	"thidua/web/ui"
	"thidua/web/work"
)

// blank is what the form of a nomination needs.
type blank struct {
	form   work.Form
	from   dossier.Nomination // what the vote that led here says of the candidate
	votes  []voting.Vote      // the members' votes that are over
	places []dossier.Places
}

// proposal sets the form of a new nomination; a vote that endorsed somebody may
// lead to it with the candidate filled in.
func proposal(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	b := blank{form: f}
	votes, err := voting.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	for _, x := range votes {
		if x.Body == voting.Cluster {
			b.votes = append(b.votes, x)
		}
	}
	b.from = candidateOf(b.votes, v.Request().URL.Query().Get("bieu-quyet"), v.Request().URL.Query().Get("thu"))
	rules, err := season.RulesOf(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	list, err := dossier.OfSeason(ctx, tx, v.Season.ID)
	named := len(v.Members)
	b.places = dossier.PlacesOf(rules.Quotas, v.Season.Members(named), v.Season.Complete(named), list)
	return proposalPage(v, b), err
}

// candidateOf is whom the vote's option of that place speaks of.
func candidateOf(votes []voting.Vote, id, place string) (n dossier.Nomination) {
	i, err := strconv.Atoi(place)
	for _, v := range votes {
		if v.ID == id && err == nil && i >= 0 && i < len(v.Options) {
			return dossier.Nomination{CandidateUnit: v.Options[i].Candidate, CandidateName: v.Options[i].Label, Vote: v.ID}
		}
	}
	return n
}

// nominate puts the nomination on record.
func nominate(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n := dossier.Nomination{Season: v.Season.ID, CandidateUnit: f.Get("unit"), CandidateName: f.Get("candidate"), CandidateKind: dossier.CandidateKind(f.Get("candidate_kind")),
		Category: rulebook.Category(f.Get("category")), Title: f.Get("title"), Reason: f.Get("reason"), ProposedBy: f.Get("proposed_by"), Vote: f.Get("vote"), Path: lines(f.Get("path"))}
	if n.CandidateKind != dossier.Collective {
		n.CandidateUnit = ""
	}
	if err := recognise(ctx, tx, &n); err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.Nominate)
	id, err := dossier.Nominate(ctx, tx, by, v.Today, n)
	if err != nil {
		return work.Done{}, renamed(err, "path[", "path")
	}
	return work.Done{To: v.Lam("de-nghi", id), Say: ui.Words{Vietnamese: "Đã lập đề nghị.", English: "Nominated."}}, nil
}

// recognise finds the unit that a collective's name means, when it means
// exactly one on record: a candidate need not be a member.
func recognise(ctx context.Context, tx *store.Tx, n *dossier.Nomination) error {
	if n.CandidateUnit != "" {
		n.CandidateName = ""
		return nil
	}
	kind, _ := vi.SplitUnitName(n.CandidateName)
	if n.CandidateKind != dossier.Collective || kind == "" {
		return nil
	}
	units, err := org.Find(ctx, tx, vi.Clean(n.CandidateName), vi.Day{})
	if err == nil && len(units) == 1 {
		n.CandidateUnit = units[0].ID
	}
	return err
}

func lines(text string) (all []string) {
	for _, line := range strings.Split(text, "\n") {
		if line = vi.Clean(line); line != "" {
			all = append(all, line)
		}
	}
	return all
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

func (b blank) field(name, label, recorded string) ui.Field {
	return ui.Field{Name: name, Label: label, Value: b.form.Value(name, recorded), Error: b.form.Err(name)}
}

// unitOptions are the members, and the choice that it is somebody else.
func unitOptions(v work.Visit) []ui.Option {
	all := []ui.Option{{Value: "", Label: "– đơn vị khác, cá nhân, hộ gia đình: ghi tên ở dưới –"}}
	for _, m := range v.Members {
		all = append(all, ui.Option{Value: m.Unit, Label: m.Name})
	}
	return all
}

func proposers(v work.Visit) []ui.Option {
	all := unitOptions(v)
	all[0].Label = "– không nêu –"
	return all
}

// candidateUnit is the member that the vote endorsed; "" when it is none.
func (b blank) candidateUnit(v work.Visit) string {
	for _, m := range v.Members {
		if m.Unit == b.from.CandidateUnit {
			return m.Unit
		}
	}
	return ""
}

// candidateName is the name of a candidate who is no member.
func (b blank) candidateName(v work.Visit) string {
	if b.candidateUnit(v) != "" {
		return ""
	}
	return b.from.CandidateName
}

// voteOptions are the votes on which a nomination may rest.
func voteOptions(votes []voting.Vote) []ui.Option {
	all := []ui.Option{{Value: "", Label: "– chưa biểu quyết –"}}
	for _, v := range votes {
		label := v.Question
		if v.Round > 1 {
			label += fmt.Sprintf(", vòng %d", v.Round)
		}
		all = append(all, ui.Option{Value: v.ID, Label: label})
	}
	return all
}

func required(f ui.Field) ui.Field { f.Required = true; return f }

func hinted(f ui.Field, hint string) ui.Field { f.Hint = hint; return f }

func narrow(f ui.Field) ui.Field { f.Narrow = true; return f }

func suggested(f ui.Field) ui.Field {
	f.Attrs = templ.Attributes{"list": "danh-hieu", "autocomplete": "off"}
	return f
}
