package province

import (
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Node is a part of a page that was answered.
type Node struct{ *html.Node }

// Page parses an answer, which must have that status.
func Page(t testing.TB, w *httptest.ResponseRecorder, status int) Node {
	t.Helper()
	if w.Code != status {
		t.Fatalf("answered %d, want %d: %s", w.Code, status, w.Body.String())
	}
	root, err := html.Parse(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return Node{root}
}

// Find returns the elements that a selector of names, classes, ids and
// attributes names, in their order: "main .error", "input[name=code]".
func (n Node) Find(selector string) []Node {
	at := []Node{n}
	for step := range strings.FieldsSeq(selector) {
		var next []Node
		for _, x := range at {
			for d := range x.Descendants() {
				if (Node{d}).fits(step) {
					next = append(next, Node{d})
				}
			}
		}
		at = next
	}
	return at
}

// fits compares an element with one step: "name.class[attribute=value]", "#id".
func (n Node) fits(step string) bool {
	if n.Type != html.ElementNode {
		return false
	}
	if id, ok := strings.CutPrefix(step, "#"); ok {
		return n.Attr("id") == id
	}
	step, attribute, _ := strings.Cut(strings.TrimSuffix(step, "]"), "[")
	name, class, _ := strings.Cut(step, ".")
	key, value, _ := strings.Cut(attribute, "=")
	return (name == "" || n.Data == name) && (class == "" || strings.Contains(" "+n.Attr("class")+" ", " "+class+" ")) &&
		(key == "" || n.Attr(key) == value)
}

// Attr is the attribute's value; empty when it is not there.
func (n Node) Attr(name string) string {
	for _, a := range n.Node.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// apart are the elements that stand apart from the text before them.
const apart = " td th li p div dt dd h1 h2 h3 option button label caption legend summary "

// Text is what a reader reads in it, with single spaces.
func (n Node) Text() string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode:
			b.WriteString(d.Data)
		case strings.Contains(apart, " "+d.Data+" "):
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Only is the one element that the selector names.
func (n Node) Only(t testing.TB, selector string) Node {
	t.Helper()
	found := n.Find(selector)
	if len(found) != 1 {
		t.Fatalf("%d elements are %s, want one", len(found), selector)
	}
	return found[0]
}
