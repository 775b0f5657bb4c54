package template

import (
	"fmt"
	"slices"
	"strings"

	"thidua/document"
)

// sampleMark follows a text of no source; what it means stands at the end.
const sampleMark = "(*)"

// look is how the paragraph of a field looks: what is set in its place takes it.
type look struct {
	f         *filling
	paragraph *node // w:pPr
	run       *node // w:rPr
}

// blocks sets whole paragraphs and tables in the place of a field.
func (f *filling) blocks(p *node, w wording, s spot, blocks []document.Block) (all []*node) {
	l := look{f: f, paragraph: p.child("w:pPr"), run: runLook(p, w.pieces[w.pieceOf(s.from)])}
	for _, b := range blocks {
		all = append(all, l.block(b)...)
	}
	return l.atEnds(all)
}

// runLook is the look of the run in which a text stands.
func runLook(p, text *node) (found *node) {
	p.each(func(n *node) {
		if slices.Contains(n.kids, text) {
			found = n.child("w:rPr")
		}
	})
	return found
}

func (l look) block(b document.Block) []*node {
	switch b := b.(type) {
	case document.Paragraph:
		centred := b.Align == document.AlignCentre || b.Align == document.AlignRight
		return []*node{l.set(l.frame(b.Align, b.NoIndent || centred, b.KeepNext), b.Runs)}
	case document.Heading:
		return []*node{l.set(l.frame(document.AlignUsual, false, true), document.Bold(b.Text))}
	case document.Bullet:
		return []*node{l.set(l.frame(document.AlignUsual, false, false), append(document.Plain("- "), b.Runs...))}
	case document.LegalBases:
		return l.block(document.Text(strings.Join(b.Lines, "\n")))
	case document.Table:
		return l.table(b)
	case document.Appendix:
		all := []*node{pageBreak()}
		for _, text := range []string{b.Label, b.Title, b.With} {
			if text != "" {
				all = append(all, l.set(l.frame(document.AlignCentre, true, true), document.Bold(text)))
			}
		}
		return all
	case document.PageBreak:
		return []*node{pageBreak()}
	}
	return nil
}

func pageBreak() *node {
	return el("w:p", el("w:r", el("w:br").with("w:type", "page")))
}

// set is a paragraph of runs.
func (l look) set(frame *node, runs []document.Run) *node {
	p := el("w:p")
	if frame != nil {
		p.kids = append(p.kids, frame)
	}
	for _, r := range runs {
		text := r.Text
		if r.Illustrative {
			text += " " + sampleMark
			l.f.marked = true
		}
		t := el("w:t")
		setText(t, printable(text))
		run := el("w:r", t)
		if face := l.face(r.Bold, r.Italic); face != nil {
			run.kids = []*node{face, t}
		}
		p.kids = append(p.kids, run)
	}
	return p
}

// face is the field's w:rPr, bold or italic where the run is.
func (l look) face(bold, italic bool) *node {
	out := el("w:rPr")
	if l.run != nil {
		out = l.run.copy()
	}
	at := 0
	for at < len(out.kids) && (out.kids[at].name == "w:rStyle" || out.kids[at].name == "w:rFonts") {
		at++
	}
	if italic && out.child("w:i") == nil {
		out.kids = slices.Insert(out.kids, at, el("w:i"))
	}
	if bold && out.child("w:b") == nil {
		out.kids = slices.Insert(out.kids, at, el("w:b"))
	}
	if len(out.kids) == 0 {
		return nil
	}
	return out
}

// tagAll says on a paper that rests on data of no source that it does: at its
// head and in every header and footer there is.
func tagAll(p pack) {
	tag := func() *node {
		return el("w:p", el("w:pPr", el("w:jc").with("w:val", "right")),
			el("w:r", el("w:rPr", el("w:i")), el("w:t", &node{text: "số liệu minh họa"})))
	}
	for _, x := range p {
		switch {
		case x.root == nil:
		case x.name == mainPart:
			body := x.root.child("w:body")
			body.kids = slices.Insert(body.kids, 0, tag())
		default:
			x.root.kids = append(x.root.kids, tag())
		}
	}
}

// note explains the mark at the end of the text.
func note(p pack) {
	body := p.part(mainPart).root.child("w:body")
	at := len(body.kids)
	for at > 0 && (body.kids[at-1].name == "w:sectPr" || body.kids[at-1].name == "") {
		at--
	}
	text := fmt.Sprintf("%s số liệu minh họa", sampleMark)
	body.kids = slices.Insert(body.kids, at, el("w:p", el("w:r", el("w:rPr", el("w:i")), el("w:t", &node{text: text}))))
}
