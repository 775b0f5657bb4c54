package template

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Bounds of one part of a template, far above what letters hold.
const (
	maxDepth = 200
	maxNodes = 400_000
)

// node is an element of a part, or a text (which has no name). Names keep the
// prefix under which the file has them.
type node struct {
	name  string
	attrs []xml.Attr
	text  string
	kids  []*node
}

var (
	errParse = errors.New("template: not well-formed")
	errDepth = errors.New("template: too deep or too long")
)

// parse reads a part. Comments are left out; a document type is refused, since
// it may define what unfolds.
func parse(raw []byte) (*node, error) {
	d := xml.NewDecoder(strings.NewReader(string(raw)))
	root := &node{}
	open := []*node{root}
	for count := 0; ; count++ {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil || len(open) == 0 {
			return nil, errParse
		}
		if count > maxNodes || len(open) > maxDepth {
			return nil, errDepth
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.Directive:
			return nil, errParse
		case xml.StartElement:
			n := &node{name: full(t.Name), attrs: t.Copy().Attr}
			top.kids = append(top.kids, n)
			open = append(open, n)
		case xml.EndElement:
			if len(open) < 2 || full(t.Name) != top.name {
				return nil, errParse
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 1 {
				top.kids = append(top.kids, &node{text: string(t)})
			}
		}
	}
	if len(open) != 1 || len(root.kids) != 1 {
		return nil, errParse
	}
	return root.kids[0], nil
}

func full(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// bytes is the part as a file.
func (n *node) bytes() []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	n.write(&b)
	return []byte(b.String())
}

func (n *node) write(b *strings.Builder) {
	if n.name == "" {
		_ = xml.EscapeText(b, []byte(n.text))
		return
	}
	b.WriteString("<" + n.name)
	for _, a := range n.attrs {
		b.WriteString(" " + full(a.Name) + `="`)
		_ = xml.EscapeText(b, []byte(a.Value))
		b.WriteString(`"`)
	}
	if len(n.kids) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteString(">")
	for _, k := range n.kids {
		k.write(b)
	}
	b.WriteString("</" + n.name + ">")
}

// el makes an element.
func el(name string, kids ...*node) *node { return &node{name: name, kids: kids} }

// with sets attributes, given as name and value in turn.
func (n *node) with(pairs ...string) *node {
	for i := 0; i+1 < len(pairs); i += 2 {
		n.attrs = append(n.attrs, attribute(pairs[i], pairs[i+1]))
	}
	return n
}

func attribute(name, value string) xml.Attr {
	prefix, local, found := strings.Cut(name, ":")
	if !found {
		prefix, local = "", name
	}
	return xml.Attr{Name: xml.Name{Space: prefix, Local: local}, Value: value}
}

// child is the first element of the name directly below; nil when there is none.
func (n *node) child(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// attr is an attribute's value; "" when it is not there.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if full(a.Name) == name {
			return a.Value
		}
	}
	return ""
}

// copy is the same again, for a row or paragraph that repeats: without the
// marks that must stand only once in a file.
func (n *node) copy() *node {
	c := &node{name: n.name, text: n.text}
	for _, a := range n.attrs {
		if a.Name.Local != "paraId" && a.Name.Local != "textId" {
			c.attrs = append(c.attrs, a)
		}
	}
	for _, k := range n.kids {
		if k.name != "w:bookmarkStart" && k.name != "w:bookmarkEnd" {
			c.kids = append(c.kids, k.copy())
		}
	}
	return c
}

// each visits the node and all below it.
func (n *node) each(visit func(*node)) {
	visit(n)
	for _, k := range n.kids {
		k.each(visit)
	}
}
