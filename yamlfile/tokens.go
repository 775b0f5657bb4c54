package yamlfile

import (
	"fmt"

	"github.com/goccy/go-yaml/token"
)

// notPlain are the marks of YAML that such a file may not use. Anchors,
// aliases and merges are how a small file grows into a huge one, tags nest
// without end, and nobody who writes by hand needs them.
var notPlain = map[token.Type]string{
	token.AnchorType:     "neo (&)",
	token.AliasType:      "bí danh (*)",
	token.TagType:        "thẻ (!)",
	token.MergeKeyType:   "phép gộp (<<)",
	token.MappingKeyType: "khóa phức (?)",
	token.DirectiveType:  "chỉ thị (%)",
}

// maxNotPlain is how many of them are told; whoever uses more knows by then.
const maxNotPlain = 100

// beyondPlain looks at the file word by word, before the parser, which follows
// nesting as deep as it goes, ever sees it.
func beyondPlain(tokens token.Tokens) (faults []Fault) {
	var n nesting
	for _, t := range tokens {
		if what := notPlain[t.Type]; what != "" && len(faults) < maxNotPlain {
			faults = append(faults, at(t, "Tệp không dùng %s của YAML; hãy viết thẳng giá trị, hoặc đặt trong dấu nháy nếu đó là chữ.", what))
		}
		if sentence := n.enter(t); sentence != "" {
			return append(faults, at(t, "%s", sentence))
		}
	}
	return faults
}

func at(t *token.Token, format string, args ...any) Fault {
	return Fault{Line: t.Position.Line, Column: t.Position.Column, Sentence: fmt.Sprintf(format, args...)}
}

// nesting is how deep the file stands at a token.
type nesting struct {
	blocks   []block // open blocks, the outermost first
	brackets int
	line     int
}

// block is the lines that begin at one column, within one outer line.
type block struct{ column, lines int }

// enter goes on to the next token and returns what is too much about it, if
// anything.
func (n *nesting) enter(t *token.Token) string {
	switch t.Type {
	case token.SequenceStartType, token.MappingStartType:
		n.brackets++
	case token.SequenceEndType, token.MappingEndType:
		n.brackets = max(0, n.brackets-1)
	case token.CommentType:
		return ""
	}
	if t.Position.Line != n.line || t.Type == token.SequenceEntryType {
		n.begin(t)
	}
	switch {
	case len(n.blocks)+n.brackets > maxDepth:
		return fmt.Sprintf("Các mục lồng nhau quá sâu (hơn %d tầng).", maxDepth)
	case n.blocks[len(n.blocks)-1].lines > maxKeys:
		return fmt.Sprintf("Quá nhiều dòng liền nhau trong một mục (hơn %d).", maxKeys)
	}
	return ""
}

// begin counts a token that begins a line, or an item of a list, in the block
// of its column.
func (n *nesting) begin(t *token.Token) {
	n.line = t.Position.Line
	last := len(n.blocks) - 1
	for last >= 0 && n.blocks[last].column > t.Position.Column {
		last--
	}
	n.blocks = n.blocks[:last+1]
	if last < 0 || n.blocks[last].column < t.Position.Column {
		n.blocks = append(n.blocks, block{column: t.Position.Column})
		last++
	}
	n.blocks[last].lines++
}
