package template

import (
	"slices"

	"thidua/document"
)

// paragraphOrder is the order of the parts of w:pPr (ISO/IEC 29500-1, 17.3.1.26).
var paragraphOrder = []string{"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr",
	"w:suppressLineNumbers", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
	"w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
	"w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap",
	"w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"}

// ask puts a part into w:pPr at its place, instead of one of its name.
func ask(frame, part *node) {
	drop(frame, part.name)
	rank := slices.Index(paragraphOrder, part.name)
	at := slices.IndexFunc(frame.kids, func(n *node) bool { return slices.Index(paragraphOrder, n.name) > rank })
	if at < 0 {
		at = len(frame.kids)
	}
	frame.kids = slices.Insert(frame.kids, at, part)
}

func drop(frame *node, names ...string) {
	frame.kids = slices.DeleteFunc(frame.kids, func(n *node) bool { return slices.Contains(names, n.name) })
}

// frame is the field's w:pPr with what the block asks for. What concerns the place
// of the field and not its look stays behind (see atEnds). An indent that is not
// asked for is said to be none: the style of the paragraph may have one.
func (l look) frame(align document.Align, noIndent, keepNext bool) *node {
	out := el("w:pPr")
	if l.paragraph != nil {
		out = l.paragraph.copy()
	}
	drop(out, "w:sectPr", "w:pPrChange", "w:keepNext", "w:pageBreakBefore")
	if noIndent {
		ask(out, el("w:ind").with("w:left", "0", "w:firstLine", "0"))
	}
	if keepNext {
		ask(out, el("w:keepNext"))
	}
	if word := alignWords[align]; word != "" {
		ask(out, el("w:jc").with("w:val", word))
	}
	return out
}

var alignWords = map[document.Align]string{document.AlignLeft: "left", document.AlignCentre: "center", document.AlignRight: "right", document.AlignJustify: "both"}

// atEnds lets the first of what is set begin the page that the field's paragraph
// begins, and the last stay with what that stays with: asked of all, each would
// stand on a page of its own, or all on one.
func (l look) atEnds(all []*node) []*node {
	if l.paragraph == nil || len(all) == 0 {
		return all
	}
	if l.paragraph.child("w:pageBreakBefore") != nil {
		if frame := all[0].child("w:pPr"); frame != nil {
			ask(frame, el("w:pageBreakBefore"))
		} else {
			all = slices.Insert(all, 0, pageBreak())
		}
	}
	if frame := all[len(all)-1].child("w:pPr"); frame != nil && l.paragraph.child("w:keepNext") != nil {
		ask(frame, el("w:keepNext"))
	}
	return all
}
