package paper

import (
	"net/url"

	"thidua/document"
	"thidua/paper"
	"thidua/web/ui"
)

// urgencyKey of the address asks for a stamp on the papers.
const urgencyKey = "khan"

// urgencies are the stamps as the address names them.
var urgencies = map[string]document.Urgency{"hoa-toc": document.Express, "thuong-khan": document.VeryUrgent, "khan": document.Urgent}

// takesUrgency reports whether the stamp has its place on the paper: under its
// number, in the layout whose stamps were read (NĐ 30/2020/NĐ-CP, Phụ lục I).
func takesUrgency(p paper.Paper) bool {
	return p.Doc.Layout == document.Decree30 && p.Doc.Number != ""
}

func anyTakesUrgency(offers []paper.Offer) bool {
	for _, o := range offers {
		for _, p := range o.Papers {
			if takesUrgency(p) {
				return true
			}
		}
	}
	return false
}

// stamped is the paper with the stamp that the address asks for.
func stamped(p paper.Paper, asked string) paper.Paper {
	if takesUrgency(p) {
		p.Doc.Urgency = urgencies[asked]
	}
	return p
}

// urged is the link of a stamped paper.
func urged(l Link, p paper.Paper) Link {
	for asked, u := range urgencies {
		if u != p.Doc.Urgency {
			continue
		}
		query := "?" + url.Values{urgencyKey: {asked}}.Encode()
		for i := range l.Files {
			l.Files[i].Address += query
		}
		if l.Read != "" {
			l.Read += query
		}
	}
	return l
}

func urgencyChoices(none string) []ui.Option {
	all := []ui.Option{{Value: "", Label: none}}
	for _, u := range document.Urgencies {
		for asked, stamp := range urgencies {
			if stamp == u {
				all = append(all, ui.Option{Value: asked, Label: string(u)})
			}
		}
	}
	return all
}
