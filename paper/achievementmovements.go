package paper

import (
	"slices"

	"thidua/document"
	"thidua/dossier"
	"thidua/movement"
	"thidua/vi"
)

// answered is a movement of the year with the unit's answer, if it gave one.
type answered struct {
	movement.Movement
	response movement.Response
}

func (a answered) sample() bool {
	return a.Sample || a.response.Sample || slices.ContainsFunc(a.response.Figures, func(f movement.Figure) bool { return f.Sample })
}

// launched says by whom and when.
func (a answered) launched() string {
	on := ""
	if !a.LaunchedOn.IsZero() {
		on = "ngày " + a.LaunchedOn.Short()
	}
	return joined(", ", a.LaunchedBy, on)
}

// came is what the unit made of it: its own words, then its figures.
func (a answered) came() string {
	text := bare(a.response.Summary)
	for _, f := range a.response.Figures {
		text = joined("; ", text, joined(" ", vi.LowerFirst(f.Name), known(f.Value), f.Unit))
	}
	return text
}

// answeredBy are the movements that the unit answered.
func (o occasion) answeredBy(unit string) (all []answered) {
	for _, m := range o.Movements {
		if response, there := m.ResponseOf(unit); there && unit != "" {
			all = append(all, answered{m, response})
		}
	}
	return all
}

// movements is the table of those the unit answered, drives first; of anybody
// else, of those that the cluster launched in the year. False when there is none.
func (r Reported) movements(o occasion) (document.Table, bool) {
	caption, all := "Phong trào thi đua đã hưởng ứng", o.answeredBy(r.Nomination.CandidateUnit)
	if r.Nomination.CandidateKind != dossier.Collective || r.Nomination.CandidateUnit == "" {
		caption, all = "Phong trào thi đua của "+o.Cluster.Name+" trong năm", nil
		for _, m := range o.Movements {
			all = append(all, answered{Movement: m})
		}
	}
	slices.SortStableFunc(all, func(a, b answered) int { return order(a.Kind) - order(b.Kind) })
	return list(caption, samples(all, answered.sample), ordinals(len(all)),
		column{head: "Phong trào thi đua", width: 5, marked: true, cells: texts(all, func(a answered) string { return bare(a.Name) })},
		column{head: "Loại", width: 2.5, cells: texts(all, func(a answered) string { return vi.UpperFirst(a.Kind.Label()) })},
		column{head: "Phát động", width: 3, cells: texts(all, answered.launched)},
		column{head: "Hưởng ứng, kết quả", width: 5, cells: texts(all, answered.came)}), len(all) > 0
}

// order puts drives before what runs all year round.
func order(k movement.Kind) int {
	if k == movement.Campaign {
		return 0
	}
	return 1
}
