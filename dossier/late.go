package dossier

import (
	"context"

	"thidua/store"
	"thidua/vi"
)

// Waiting is something of a dossier that somebody must act on: the dossier
// itself where it lies, or an opinion that was asked.
type Waiting struct {
	Nomination
	Year    string // label of its year
	Slug    string // name of its year in addresses
	Cluster string // cluster id
	Name    string // of the cluster
	Whom    string // who must act: the place's label, or the agency asked
	For     vi.Day // the limit; zero = none runs
	Rule    string // where the limit comes from
}

// Late reports whether the limit had passed before the day.
func (w Waiting) Late(day vi.Day) bool { return !w.For.IsZero() && w.For.Before(day) }

const underWay = ` n.status IN ('proposed', 'endorsed', 'passed') AND n.place <> ''`

// UnderWay are all dossiers on their way up, and the opinions still awaited for
// them. Two statements.
func UnderWay(ctx context.Context, tx *store.Tx) ([]Waiting, error) {
	all, err := store.All(ctx, tx, func(w *Waiting) []any {
		return []any{&w.ID, &w.Season, &w.CandidateName, &w.CandidateKind, &w.Title, &w.TitleCode, &w.Status, &w.Place, &w.ReceivedOn, &w.Regime, &w.For, &w.Rule, &w.Sample, &w.Year, &w.Slug, &w.Cluster, &w.Name}
	}, `SELECT n.id, n.season_id, n.candidate_name, n.candidate_kind, n.title, n.title_code, n.status, n.place, n.received_on, n.regime, n.due_on, n.due_rule, n.illustrative,
		s.label, s.slug, c.id, c.name FROM nomination n JOIN season s ON s.id = n.season_id JOIN cluster c ON c.id = s.cluster_id WHERE`+underWay+` ORDER BY n.id`)
	if err != nil {
		return nil, err
	}
	for i := range all {
		all[i].Whom = all[i].Place.Label()
	}
	asked, err := store.All(ctx, tx, (*Opinion).into, opinionColumns+` JOIN nomination n ON n.id = o.nomination_id WHERE o.answer = '' AND`+underWay+` ORDER BY o.id`)
	return append(all, awaited(all, asked)...), err
}

// awaited are the opinions asked for these dossiers.
func awaited(all []Waiting, asked []Opinion) (more []Waiting) {
	of := map[string]Waiting{}
	for _, w := range all {
		of[w.ID] = w
	}
	for _, o := range asked {
		w := of[o.Dossier]
		w.Whom, w.For, w.Rule = "Hiệp y: "+o.Agency, o.DueOn, o.DueRule
		more = append(more, w)
	}
	return more
}
