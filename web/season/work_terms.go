package season

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/exact"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

func termsPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	d, err := season.DraftOf(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	return termsForm(v, f, d), nil
}

// saveTerms records the scale, the rounding, who scores and how votes are taken.
func saveTerms(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	t, err := typedTerms(f)
	if err != nil {
		return work.Done{}, err
	}
	err = editDraft(ctx, tx, v, f, "terms", nil, func(r *season.Rules) error {
		r.Basis, r.Scale, r.Rounding, r.Scoring, r.Ballot = t.Basis, t.Scale, t.Rounding, t.Scoring, t.Ballot
		return nil
	})
	return work.Done{To: criteria(v), Say: words("Đã ghi quy định chung.", "Saved.")}, err
}

func typedTerms(f work.Form) (season.Rules, error) {
	r := season.Rules{Basis: f.Get("basis"), Rounding: season.Rounding{Mode: exact.Mode(f.Get("mode")), At: f.Get("at")},
		Scoring: season.Scoring{Cross: f.Get("cross"), Decides: season.Stage(f.Get("decides"))},
		Ballot:  season.Ballot{Method: f.Get("method"), Denominator: f.Get("denominator"), Strict: f.Has("strict")}}
	faults := []error{
		refusal.Texts(refusal.Text{Field: "basis", Value: &r.Basis}),
		numberOf(f, "scale", &r.Scale), numberOf(f, "gap", &r.Scoring.GapNeedsReason),
		numberOf(f, "ballot.threshold", &r.Ballot.Threshold), numberOf(f, "ballot.quorum", &r.Ballot.Quorum),
		countOf(f, "decimals", 6, &r.Rounding.Decimals), countOf(f, "ballot.rounds", 20, &r.Ballot.Rounds),
		among(f, "mode", string(exact.HalfUp), string(exact.Cut), string(exact.None)), among(f, "at", season.RoundLeaf, season.RoundTotal),
		among(f, "cross", season.CrossRules...), among(f, "decides", string(season.Self), string(season.Cross), string(season.Appraised)),
		among(f, "method", season.BallotMethods...), among(f, "denominator", season.Denominators...),
	}
	if r.Rounding.Mode == "" {
		r.Rounding = season.Rounding{}
	}
	return r, errors.Join(faults...)
}

// countOf reads a whole number; 0 when nothing was typed.
func countOf(f work.Form, name string, most int, into *int) error {
	text := strings.TrimSpace(f.Get(name))
	if text == "" {
		return nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > most {
		return refusal.Field(name, "Ghi số nguyên từ 0 đến "+strconv.Itoa(most)+".")
	}
	*into = n
	return nil
}

// among refuses a choice that the form does not offer.
func among(f work.Form, name string, offered ...string) error {
	chosen := f.Get(name)
	for _, o := range append(offered, "") {
		if chosen == o {
			return nil
		}
	}
	return refusal.Field(name, "Chọn một trong các mục đã nêu.")
}

// labelled are choices with their words, after the one that says nothing.
func labelled(unsaid string, values []string, labels map[string]string) []ui.Option {
	all := []ui.Option{{Value: "", Label: unsaid}}
	for _, value := range values {
		all = append(all, ui.Option{Value: value, Label: labels[value]})
	}
	return all
}

// stageLabels are season.StageLabels under plain words.
func stageLabels() map[string]string {
	all := map[string]string{}
	for stage, label := range season.StageLabels {
		all[string(stage)] = label
	}
	return all
}

// decimalsOf is what a form proposes: two where nobody said.
func decimalsOf(r season.Rounding) string {
	if r.Mode == "" {
		return "2"
	}
	return strconv.Itoa(r.Decimals)
}

// some is a count as typed, empty for none.
func some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
