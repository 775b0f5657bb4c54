package dossier

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/refusal"
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
	form     work.Form
	law      rulebook.Regime
	chosen   string // the other regime asked for, side by side
	now      rulebook.Verdict
	all      []rulebook.Verdict
	stated   []dossier.StatedFact
	received dossier.Taken // how it was received for appraisal; zero before
	may      bool          // state facts now
}

// verdict sets what the law says of the candidate: each condition with its
// article, the fact used and where that came from; and the same under every
// other regime.
func verdict(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	n, err := nominationOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	if err := mayReadConditions(v, n); err != nil {
		return nil, err
	}
	x := explained{form: f, chosen: v.Request().URL.Query().Get("so")}
	if x.Case, err = dossier.CaseOf(ctx, tx, n, v.Today); err != nil {
		return nil, err
	}
	x.law, _ = dossier.LawOf(n, v.Season, v.Today)
	x.now, x.all = x.Under(x.law), x.UnderAll()
	taken, err := dossier.History(ctx, tx, n.ID)
	if err != nil {
		return nil, err
	}
	x.received, _ = dossier.ReceptionOf(taken)
	x.stated, err = dossier.StatedFacts(ctx, tx, n.ID)
	_, x.may = v.Capacity(access.StateFact)
	x.may = x.may && n.UnderWay()
	return verdictPage(v, x), err
}

// mayReadConditions refuses a unit's people to read what is known of another
// unit's candidate.
func mayReadConditions(v work.Visit, n dossier.Nomination) error {
	if v.Holds(wide...) || v.Holds(access.ClusterHead, access.ClusterDeputy) {
		return nil
	}
	for _, g := range v.Grants {
		if g.Unit != "" && (g.Unit == n.CandidateUnit || g.Unit == n.ProposedBy) {
			return nil
		}
	}
	return refusal.By("page", "Chỉ đơn vị được đề nghị và đơn vị giới thiệu xem phần xét điều kiện của đề nghị này.")
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

// pathWords is the way up that the nomination names, or that none is known.
func pathWords(n dossier.Nomination) string {
	if len(n.Path) == 0 {
		return "chưa xác định"
	}
	return strings.Join(n.Path, " → ")
}

// markOf is how far a clause was verified.
func markOf(f rulebook.Finding) dossier.Mark { return dossier.MarkOf(f.Known) }

// lawWords says why this law is the one that judges.
func (x explained) lawWords(v work.Visit) string {
	switch {
	case !x.ReceivedOn.IsZero():
		return "cố định từ ngày tiếp nhận " + x.ReceivedOn.Short()
	case v.Today.After(dossier.LawDay(v.Season)):
		return "quy định của ngày hội nghị " + dossier.LawDay(v.Season).Short()
	}
	return "quy định của ngày " + v.Today.Short()
}
