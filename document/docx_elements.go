package document

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// style notes the names of the styles.
func (r *partReader) style(token xml.Token) {
	start, ok := token.(xml.StartElement)
	switch {
	case !ok:
	case start.Name.Local == "style":
		r.id = attribute(start, "styleId")
	case start.Name.Local == "name" && r.id != "":
		r.names[r.id], r.id = attribute(start, "val"), ""
	}
}

// token takes the next piece of the main text.
func (r *partReader) token(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		r.inText = t.Name.Local == "t"
		r.start(t)
	case xml.EndElement:
		r.inText = false
		r.end(t.Name.Local)
	case xml.CharData:
		if r.inText {
			r.now.Text += string(t)
		}
	}
}

func (r *partReader) start(e xml.StartElement) {
	switch e.Name.Local {
	case "p":
		r.now = Part{}
	case "pStyle":
		r.now.Name = r.names[attribute(e, "val")]
	case "outlineLvl":
		if n, err := strconv.Atoi(attribute(e, "val")); err == nil && n >= 0 && n < 3 {
			r.now.Level = n + 1
		}
	case "r":
		r.inRun = true
	case "br":
		if attribute(e, "type") != "page" {
			r.now.Text += "\n"
		}
	case "tab":
		if r.inRun { // and not a place where tabs stop
			r.now.Text += "\t"
		}
	case "tbl":
		r.tables = append(r.tables, &openTable{})
	default:
		r.startCell(e)
	}
}

// startCell opens rows and cells and notes what they say of themselves.
func (r *partReader) startCell(e xml.StartElement) {
	t := r.table()
	if t == nil {
		return
	}
	switch e.Name.Local {
	case "tr":
		t.rows = append(t.rows, openRow{})
	case "tc":
		if row := t.row(); row != nil {
			row.cells = append(row.cells, openCell{span: 1})
		}
	case "tblHeader":
		if row := t.row(); row != nil {
			row.head = on(e)
		}
	case "gridSpan":
		if cell := t.cell(); cell != nil {
			cell.span = spanOf(e)
		}
	case "vMerge":
		if cell := t.cell(); cell != nil {
			cell.continues = attribute(e, "val") != "restart"
		}
	}
}

func (r *partReader) end(name string) {
	switch name {
	case "r":
		r.inRun = false
	case "p":
		if strings.TrimSpace(r.now.Text) != "" {
			r.add(r.now)
		}
		r.now = Part{}
	case "tbl":
		if t := r.table(); t != nil {
			r.tables = r.tables[:len(r.tables)-1]
			for _, p := range t.closed() {
				r.add(p)
			}
		}
	}
}

// add puts a part where it stands: into the open cell, else into the text.
func (r *partReader) add(p Part) {
	t := r.table()
	if t == nil {
		r.parts = append(r.parts, p)
		return
	}
	t.parts = append(t.parts, p)
	t.ruled = t.ruled || p.Name == components[tableHead].name || p.Name == components[tableCell].name
	if cell := t.cell(); cell != nil {
		cell.lines = append(cell.lines, p.Text)
	}
}

// attribute is the value of an attribute of any name space; "" when it is not there.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on tells whether a switch such as <w:tblHeader/> is on: it says nothing, or not "no".
func on(e xml.StartElement) bool {
	value := attribute(e, "val")
	return value != "false" && value != "0" && value != "off"
}

// mostColumns is what a table of a Word file may have; Word's own limit is 63.
const mostColumns = 100

// spanOf reads a number of columns; 1 where none stands.
func spanOf(e xml.StartElement) int {
	n, err := strconv.Atoi(attribute(e, "val"))
	if err != nil || n < 1 || n > mostColumns {
		return 1
	}
	return n
}
