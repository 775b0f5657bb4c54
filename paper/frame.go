package paper

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"thidua/cluster"
	"thidua/document"
	"thidua/vi"
)

// draft is what a writer makes; the frame around it is the same for all kinds.
type draft struct {
	from       office // who issues it
	day        vi.Day // its own day; zero when nobody recorded it: then it is left to fill in
	number     string // số, ký hiệu as it was given; empty: that of the kind, to be numbered
	typeName   string // in capitals; empty for a công văn
	subject    string // on one line
	place      string // địa danh, when it is not the issuer's
	to         []string
	body       []document.Block
	signatures []document.Signature
	recipients []string
	landscape  bool
	sample     bool // the whole paper rests on data of no source
}

// compose puts the draft into its frame.
func (r rule) compose(o occasion) Paper {
	d := r.write(o)
	p := Paper{Kind: r.kind, Title: r.label + " " + o.titled(d.subject), File: r.fileName(o.number), Day: o.ruleDay(d.day), of: o}
	d.subject, d.sample = o.onTwoLines(vi.UpperFirst(d.subject)), d.sample || o.Season.Sample
	return d.framed(p, r.abbreviation)
}

// framed is the paper with the draft in the frame of its day.
func (d draft) framed(p Paper, abbreviation string) Paper {
	p.Issuer = d.from.id
	p.Doc = document.Doc{
		Layout: document.LayoutOn(p.Day.Time()), Kind: string(p.Kind),
		Letterhead: document.Letterhead{Superior: d.from.superior, Issuer: d.from.issuer, National: d.from.national},
		Number:     cmp.Or(d.number, d.from.number(abbreviation)), Place: cmp.Or(d.place, d.from.place), Day: d.day.Time(),
		TypeName: d.typeName, Subject: d.subject, To: d.to, Body: d.body,
		Signatures: d.signatures, Recipients: d.recipients,
		Illustrative: d.sample, Landscape: d.landscape,
		Title: p.Title, Author: d.from.name, Created: p.Day.Time(),
	}
	if p.Doc.Illustrative {
		p.Doc.Body = unmarked(p.Doc.Body)
	}
	return p
}

// onTwoLines breaks a long trích yếu before the cluster's name.
func (o occasion) onTwoLines(subject string) string {
	const long = 48 // letters that fit one line beside the margins with ease
	if rest, ok := strings.CutSuffix(subject, " của "+o.Cluster.Name); ok && utf8.RuneCountInString(subject) > long {
		return rest + "\ncủa " + o.Cluster.Name
	}
	return subject
}

// ruleDay is the day whose rules the paper follows (Paper.Day).
func (o occasion) ruleDay(own vi.Day) vi.Day {
	last, _ := vi.NewDay(o.Season.Year, 12, 31)
	return cmp.Or(own, o.conference.Day, last)
}

func (o occasion) council() bool { return o.Cluster.Kind == cluster.Council }

// titled is the trích yếu as it goes on after the paper's name: the cluster's
// own name keeps its capital.
func (o occasion) titled(subject string) string {
	if subject == o.Cluster.Name {
		return "của " + subject
	}
	return vi.LowerFirst(subject)
}
