package dossier

import (
	"context"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// verdictReaders may read what the law says of a candidate, and why.
var verdictReaders = []access.Role{access.ClusterHead, access.ClusterDeputy, access.StandingBody, access.CouncilSecretary, access.CouncilMember, access.Decider, access.EmulationOfficer, access.Leader}

// verdictPath is the page that explains what the law says of a candidate.
const verdictPath = "/lam/{slug}/de-nghi/{nomination}/dieu-kien"

// explained is a nomination judged, with the whole reasoning.
type explained struct {
	dossier.Case
	form   work.Form
	law    rulebook.Regime
	chosen string // the other regime asked for, side by side
	now    rulebook.Verdict
	all    []rulebook.Verdict
	stated []dossier.StatedFact
	may    bool // state facts now
}

// verdict sets what the law says of the candidate: each condition with its
// article, the fact used and where that came from; and the same under every
// other regime.
func verdict(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	x := explained{form: f, chosen: v.Request().URL.Query().Get("so")}
	if x.Case, err = dossier.CaseOf(ctx, tx, n, v.Today); err != nil {
		return nil, err
	}
	x.law, _ = dossier.LawOf(n, v.Season, v.Today)
	x.now, x.all = x.Under(x.law), x.UnderAll()
	x.stated, err = dossier.StatedFacts(ctx, tx, n.ID)
	_, x.may = v.Capacity(access.StateFact)
	x.may = x.may && n.UnderWay()
	return verdictPage(v, x), err
}

// other is the verdict under the regime chosen to stand beside; false when none
// was.
func (x explained) other() (rulebook.Verdict, bool) {
	for _, v := range x.all {
		if v.Regime == x.chosen && v.Regime != x.law.ID {
			return v, true
		}
	}
	return rulebook.Verdict{}, false
}

func (x explained) field(name, label string) ui.Field {
	return ui.Field{Name: name, Label: label, Value: x.form.Get(name), Error: x.form.Err(name)}
}

// terms are the facts an officer may state: those no record tells.
func (x explained) terms() []ui.Option {
	all := []ui.Option{{Value: "", Label: "– chọn dữ kiện –"}}
	for _, t := range rulebook.Terms() {
		if f, known := x.Facts[t.Name]; !known || x.isStated(f) {
			all = append(all, ui.Option{Value: t.Name, Label: t.Label})
		}
	}
	return all
}

func (x explained) isStated(f rulebook.Fact) bool {
	for _, s := range x.stated {
		if f.From == s.Document+" ("+s.Actor+" ghi)" {
			return true
		}
	}
	return false
}

// stateFact records a fact that no record holds.
func stateFact(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.StateFact)
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi dữ kiện.", English: "The fact is recorded."}},
		dossier.StateFact(ctx, tx, by, v.Today, dossier.StatedFact{Dossier: n.ID, Name: f.Get("name"), Value: vi.Clean(f.Get("value")), Document: f.Get("document")})
}

func answerTone(a rulebook.Answer) ui.Tone {
	switch a {
	case rulebook.Yes:
		return ui.Done
	case rulebook.No:
		return ui.Late
	}
	return ui.Due
}

// cited is where a clause stands and how far it was verified.
func cited(f rulebook.Finding) string {
	words := f.Known.Trust()
	if f.Cite.Document == "" {
		return words
	}
	if words != "" {
		words = ", " + words
	}
	return f.Cite.String() + words
}
