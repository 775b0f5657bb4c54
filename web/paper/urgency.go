package paper

import (
	"slices"
	"strings"

	"thidua/document"
	"thidua/paper"
	"thidua/vi"
	"thidua/web/ui"
)

// urgencyKey of the address asks for a stamp on the papers.
const urgencyKey = "khan"

// named is the stamp as the address names it: "hoa-toc".
func named(u document.Urgency) string { return strings.ReplaceAll(vi.Fold(string(u)), " ", "-") }

// takesUrgency reports whether the stamp has its place on the paper: under its
// number, in the layout whose stamps were read (NĐ 30/2020/NĐ-CP, Phụ lục I).
func takesUrgency(p paper.Paper) bool {
	return p.Doc.Layout == document.Decree30 && p.Doc.Number != ""
}

func anyTakesUrgency(offers []paper.Offer) bool {
	return slices.ContainsFunc(offers, func(o paper.Offer) bool { return slices.ContainsFunc(o.Papers, takesUrgency) })
}

// stamped is the paper with the stamp that the address asks for; as it was where
// that asks for none.
func stamped(p paper.Paper, asked string) paper.Paper {
	for _, u := range document.Urgencies {
		if named(u) == asked && takesUrgency(p) {
			p.Doc.Urgency = u
		}
	}
	return p
}

// urged is the link of a paper with its stamp.
func urged(l Link, p paper.Paper) Link {
	if p.Doc.Urgency == "" {
		return l
	}
	query := "?" + urgencyKey + "=" + named(p.Doc.Urgency)
	for i := range l.Files {
		l.Files[i].Address += query
	}
	if l.Read != "" {
		l.Read += query
	}
	return l
}

func urgencyChoices(none string) []ui.Option {
	all := []ui.Option{{Value: "", Label: none}}
	for _, u := range document.Urgencies {
		all = append(all, ui.Option{Value: named(u), Label: string(u)})
	}
	return all
}
