package pdf

import (
	"bytes"
	"fmt"
)

// Element is a part of what the file says, for readers that do not see the page: a
// heading, a paragraph, a table, a row, a cell (ISO 32000-1, 14.8). A nil Element stands
// for what only decorates the page.
type Element struct {
	kind     string // the standard structure type: H1, P, Table, TR, TH, TD…
	id       int
	parent   *Element
	children []*Element
	content  []content
	says     string // of a figure: what it shows
	head     bool   // of a cell: it names a column
	rows     int    // of a cell: how many it spans
	columns  int
}

// content is a stretch of a page by its number there.
type content struct{ page, number int }

// Root is the element that holds all others.
func (f *File) Root() *Element { return f.root }

// Element makes an element of that structure type, the last one of its parent.
func (f *File) Element(parent *Element, kind string) *Element {
	e := &Element{kind: kind, id: f.reserve(), parent: parent}
	parent.children = append(parent.children, e)
	return e
}

// Figure makes an element for a picture, with what it shows in words.
func (f *File) Figure(parent *Element, says string) *Element {
	e := f.Element(parent, "Figure")
	e.says = says
	return e
}

// Cell makes a cell of a table's row that spans so many rows and columns; a head names its
// column.
func (f *File) Cell(row *Element, head bool, rows, columns int) *Element {
	e := f.Element(row, "TD")
	if head {
		e.kind = "TH"
	}
	e.head, e.rows, e.columns = head, rows, columns
	return e
}

// attributes are those of a figure and of a cell (ISO 32000-1, 14.9.3 and 14.8.5.7).
func (e *Element) attributes() string {
	switch {
	case e.says != "":
		return " /Alt " + text(e.says)
	case e.head:
		return fmt.Sprintf(" /A <</O /Table /Scope /Column /RowSpan %d /ColSpan %d>>", e.rows, e.columns)
	case e.rows > 1 || e.columns > 1:
		return fmt.Sprintf(" /A <</O /Table /RowSpan %d /ColSpan %d>>", e.rows, e.columns)
	}
	return ""
}

// Mark says whose content the texts are that follow; nil for what repeats or decorates.
func (f *File) Mark(e *Element) { f.mark = e }

// enter opens the marked content that what follows belongs to.
func (f *File) enter(e *Element) {
	p := f.page
	if p.marked && p.open == e {
		return
	}
	p.close()
	p.open, p.marked = e, true
	if e == nil {
		p.content = append(p.content, "/Artifact BMC\n"...)
		return
	}
	page := len(f.pages) - 1
	p.content = fmt.Appendf(p.content, "/%s <</MCID %d>> BDC\n", e.kind, len(f.parents[page]))
	e.content = append(e.content, content{p.id, len(f.parents[page])})
	f.parents[page] = append(f.parents[page], e)
}

func (p *page) close() {
	if p.marked {
		p.content = append(p.content, "EMC\n"...)
	}
	p.open, p.marked = nil, false
}

// writeTags writes the tree of elements and, for each page, whose content is whose.
func (f *File) writeTags() {
	f.writeElement(f.root, treeID)
	var parents bytes.Buffer
	for page, owners := range f.parents {
		fmt.Fprintf(&parents, "%d [", page)
		for _, e := range owners {
			fmt.Fprintf(&parents, "%d 0 R ", e.id)
		}
		parents.WriteString("] ")
	}
	f.object(treeID, "<</Type /StructTreeRoot /K %d 0 R /ParentTree <</Nums [%s]>> /ParentTreeNextKey %d>>", f.root.id, parents.Bytes(), len(f.parents))
}

func (f *File) writeElement(e *Element, parent int) {
	var kids bytes.Buffer
	for _, c := range e.content {
		fmt.Fprintf(&kids, "<</Type /MCR /Pg %d 0 R /MCID %d>> ", c.page, c.number)
	}
	for _, child := range e.children {
		fmt.Fprintf(&kids, "%d 0 R ", child.id)
	}
	f.object(e.id, "<</Type /StructElem /S /%s /P %d 0 R%s /K [%s]>>", e.kind, parent, e.attributes(), kids.Bytes())
	for _, child := range e.children {
		f.writeElement(child, e.id)
	}
}
