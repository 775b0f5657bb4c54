package dossier

import (
	"fmt"
	"strings"

	"thidua/cluster"
	"thidua/dossier"
	"thidua/season"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/year"
)

// statusTone colours where a nomination stands.
func statusTone(s dossier.Status) ui.Tone {
	switch s {
	case dossier.NotEndorsed, dossier.Cut:
		return ui.Late
	case dossier.Decided:
		return ui.Award
	case dossier.Proposed:
		return ui.Due
	}
	return ui.Done
}

// markTone shows what may be read as law in the colour of law.
func markTone(m dossier.Mark) ui.Tone {
	switch {
	case m.Enforced():
		return ui.Law
	case m == dossier.Unverified:
		return ui.Due
	}
	return ui.Plain
}

// membership says whether the candidate is a member of the cluster, as far as
// its members are named.
func membership(v year.Visit, n dossier.Nomination) string {
	switch {
	case n.Member:
		return "đơn vị thành viên"
	case n.CandidateKind == dossier.Collective && v.Season.Complete(len(v.Members)):
		return "không phải đơn vị thành viên"
	}
	return vi.LowerFirst(n.CandidateKind.Label())
}

// decided says by which act the award was given.
func decided(d dossier.Decision) string {
	words := strings.TrimSpace("Quyết định " + d.Number)
	if !d.Day.IsZero() {
		words += " ngày " + d.Day.Short()
	}
	if d.By != "" {
		words += " của " + d.By
	}
	return words + "."
}

// checklist is the papers that the nomination's dossier needs by the law of the
// day on which the cluster conferred.
func checklist(v year.Visit, n dossier.Nomination) []dossier.Requirement {
	return dossier.Checklist(n.TitleCode, dossier.LawDay(v.Season), n.Papers)
}

// owner is who must see to a task; empty when nobody was named.
func owner(v year.Visit, n season.Note) string {
	if name := v.Unit(n.Owner); name != "" {
		return name
	}
	return n.OwnerText
}

// number prints a count; a dash where nobody reported one.
func number(n *int) string {
	if n == nil {
		return "–"
	}
	return fmt.Sprint(*n)
}

func headName(v year.Visit) string { return cluster.Head.Label(v.Cluster.Kind) }

func deputyName(v year.Visit) string { return cluster.Deputy.Label(v.Cluster.Kind) }
