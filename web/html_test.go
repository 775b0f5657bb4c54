package web

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// page parses what the site answers at an address, which must be there.
func page(t testing.TB, site http.Handler, address string, headers ...string) *html.Node {
	t.Helper()
	w := get(site, address, headers...)
	if w.Code != http.StatusOK {
		t.Fatalf("%s answers %d", address, w.Code)
	}
	return parse(t, w.Body)
}

func parse(t testing.TB, body io.Reader) *html.Node {
	t.Helper()
	root, err := html.Parse(body)
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// find returns the elements that a selector of names, classes and ids names,
// ancestors first: "table.wide th".
func find(root *html.Node, selector string) (found []*html.Node) {
	at := []*html.Node{root}
	for step := range strings.FieldsSeq(selector) {
		var next []*html.Node
		for _, n := range at {
			for d := range n.Descendants() {
				if fits(d, step) {
					next = append(next, d)
				}
			}
		}
		at = next
	}
	return at
}

// fits compares an element with one step: "name", ".class", "name.class", "#id".
func fits(n *html.Node, step string) bool {
	if n.Type != html.ElementNode {
		return false
	}
	if id, ok := strings.CutPrefix(step, "#"); ok {
		return attr(n, "id") == id
	}
	name, class, _ := strings.Cut(step, ".")
	return (name == "" || n.Data == name) && (class == "" || strings.Contains(" "+attr(n, "class")+" ", " "+class+" "))
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// text is what a reader reads, with single spaces.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// only returns the text of the one element that the selector names.
func only(t testing.TB, root *html.Node, selector string) string {
	t.Helper()
	found := find(root, selector)
	if len(found) != 1 {
		t.Fatalf("%d elements are %s, want one", len(found), selector)
	}
	return text(found[0])
}

// rows are the texts of a table's cells, row by row.
func rows(table *html.Node) (all [][]string) {
	for _, tr := range find(table, "tr") {
		var cells []string
		for c := range tr.ChildNodes() {
			if c.Type == html.ElementNode {
				cells = append(cells, text(c))
			}
		}
		all = append(all, cells)
	}
	return all
}
