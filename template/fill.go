package template

import (
	"slices"
	"strings"

	"thidua/paper"
)

// Fill writes a paper's facts into a template that was checked for its kind, and
// returns a Word file. The same facts give the same bytes. What rests on data of
// no source says so, whether or not the template has room for it.
func Fill(file []byte, facts paper.Facts) ([]byte, error) {
	p, _, err := open(facts.Kind, file)
	if err != nil {
		return nil, err
	}
	f := filling{facts: map[string]paper.Fact{}}
	for _, x := range facts.All {
		f.facts[key(x.Name)] = x
	}
	for _, x := range p {
		if x.root == nil {
			continue
		}
		f.below(x.root)
		breakLines(x.root)
	}
	if facts.Illustrative() {
		tagAll(p)
	}
	if f.marked {
		note(p)
	}
	return p.bytes()
}

// filling is a template as it is being filled.
type filling struct {
	facts  map[string]paper.Fact // by key
	list   string                // the list that repeats; "" outside of one
	row    int                   // of that list
	marked bool                  // something was marked (*)
}

// below fills what stands within an element; paragraphs and rows may become
// none or many.
func (f *filling) below(parent *node) {
	var kids []*node
	left := false // within a condition that does not hold
	for _, n := range parent.kids {
		condition, closing := conditionOf(n)
		switch {
		case closing:
			left = false
		case condition != "":
			left = f.facts[condition].Empty()
		case left:
		case n.name == "w:dataBinding": // would show other data in the place of what is filled in
		default:
			kids = append(kids, f.filled(n)...)
		}
	}
	parent.kids = kids
	mend(parent)
}

// filled is an element with its fields filled: once, or once for each row.
func (f *filling) filled(n *node) []*node {
	switch n.name {
	case "w:tr":
		if list := f.listOf(rowSpots(n)); list != "" && list != f.list {
			return f.repeated(n, list)
		}
	case "w:p":
		return f.paragraph(n)
	}
	f.below(n)
	return []*node{n}
}

// conditionOf is the field that a paragraph asks for, when it is the head or the
// end of an optional part.
func conditionOf(n *node) (name string, closing bool) {
	if n.name != "w:p" {
		return "", false
	}
	all, _ := spots(wordingOf(n).text)
	if len(all) != 1 || all[0].mark == plainField {
		return "", false
	}
	return all[0].name, all[0].mark == closes
}

// listOf is the list whose columns are among the fields.
func (f *filling) listOf(all []spot) string {
	for _, s := range all {
		if s.column != "" && f.facts[s.name].Shape == paper.Rows {
			return s.name
		}
	}
	return ""
}

// repeated is one copy of the element for each row of the list.
func (f *filling) repeated(n *node, list string) (all []*node) {
	list0, row0 := f.list, f.row
	for i := range f.facts[list].Rows {
		c := n.copy()
		f.list, f.row = list, i
		if c.name == "w:p" {
			f.put(c)
		}
		f.below(c)
		all = append(all, c)
	}
	f.list, f.row = list0, row0
	return all
}

func (f *filling) paragraph(p *node) []*node {
	w := wordingOf(p)
	all, _ := spots(w.text)
	if len(all) == 1 && w.only(all[0]) {
		switch fact := f.facts[all[0].name]; fact.Shape {
		case paper.Lines:
			return f.lines(p, fact.Lines)
		case paper.Blocks:
			return f.blocks(p, w, all[0], fact.Blocks)
		}
	}
	if list := f.listOf(all); list != "" && list != f.list {
		return f.repeated(p, list)
	}
	f.put(p)
	f.below(p)
	return []*node{p}
}

// lines are one paragraph for each line.
func (f *filling) lines(p *node, lines []string) (all []*node) {
	for _, line := range lines {
		c := p.copy()
		w := wordingOf(c)
		found, _ := spots(w.text)
		w.put(found, []string{printable(line)})
		if frame := c.child("w:pPr"); frame != nil && len(all) > 0 {
			drop(frame, "w:pageBreakBefore")
		}
		all = append(all, c)
	}
	return all
}

// put fills a paragraph's own fields.
func (f *filling) put(p *node) {
	w := wordingOf(p)
	all, _ := spots(w.text)
	if len(all) == 0 {
		return
	}
	values := make([]string, len(all))
	for i, s := range all {
		values[i] = printable(f.value(s))
		f.marked = f.marked || strings.HasSuffix(values[i], sampleMark)
	}
	w.put(all, values)
}

func (f *filling) value(s spot) string {
	fact := f.facts[s.name]
	switch fact.Shape {
	case paper.Lines:
		var parts []string
		for _, line := range fact.Lines {
			parts = append(parts, strings.TrimRight(line, "; "))
		}
		return strings.Join(parts, "; ")
	case paper.Rows:
		if c := columnOf(fact.Field, s.column); c >= 0 && f.row < len(fact.Rows) {
			return fact.Rows[f.row][c]
		}
		return ""
	}
	return fact.Text
}

// printable drops what an XML file cannot hold.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}

// mend keeps what Word asks of a part: a cell, header, footer or text box ends
// with a paragraph, a table has a row.
func mend(n *node) {
	switch n.name {
	case "w:tc", "w:hdr", "w:ftr", "w:txbxContent":
		if len(n.kids) == 0 || n.kids[len(n.kids)-1].name != "w:p" && !strings.HasPrefix(n.kids[len(n.kids)-1].name, "w:sdt") {
			n.kids = append(n.kids, el("w:p"))
		}
	case "w:sdtContent":
		if len(n.kids) == 0 {
			n.kids = append(n.kids, el("w:p"))
		}
	}
	n.kids = slices.DeleteFunc(n.kids, func(k *node) bool { return k.name == "w:tbl" && k.child("w:tr") == nil && !nests(k) })
	if n.name == "w:tc" && n.child("w:p") == nil && n.child("w:sdt") == nil {
		n.kids = append(n.kids, el("w:p"))
	}
}

// nests reports a table whose rows stand within controls.
func nests(t *node) bool { return t.child("w:sdt") != nil || t.child("w:customXml") != nil }
