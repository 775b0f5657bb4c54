package seasonfile

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// tree parses the text into one mapping of plain values. Anchors, aliases, tags
// and merge keys are refused: they are how a small file grows into a huge one,
// and nobody describing a meeting needs them.
func tree(s string) (ast.Node, []Fault) {
	file, err := parser.ParseBytes([]byte(s), 0)
	if err != nil {
		return nil, []Fault{syntaxFault(err)}
	}
	if len(file.Docs) != 1 || file.Docs[0].Body == nil {
		return nil, []Fault{*whole("Mỗi tệp chỉ mô tả một năm thi đua: bỏ các dấu “---” ở giữa tệp.")}
	}
	var v plainValues
	ast.Walk(&v, file.Docs[0].Body)
	return file.Docs[0].Body, v.faults
}

// plainValues is a visitor that notes every construct beyond plain values.
type plainValues struct{ faults []Fault }

func (v *plainValues) Visit(n ast.Node) ast.Visitor {
	what := ""
	switch n.(type) {
	case *ast.AnchorNode:
		what = "neo (&)"
	case *ast.AliasNode:
		what = "bí danh (*)"
	case *ast.TagNode:
		what = "thẻ (!)"
	case *ast.MergeKeyNode:
		what = "phép gộp (<<)"
	case *ast.MappingKeyNode:
		what = "khóa phức (?)"
	case *ast.DirectiveNode:
		what = "chỉ thị (%)"
	}
	if what == "" {
		return v
	}
	line, column := place(n)
	v.faults = append(v.faults, Fault{Line: line, Column: column, Sentence: fmt.Sprintf("Tệp năm thi đua không dùng %s của YAML; hãy viết thẳng giá trị.", what)})
	return nil
}

// place is where a person would look for the node: the start of its key for a
// mapping, of its text otherwise.
func place(n ast.Node) (line, column int) {
	switch x := n.(type) {
	case *ast.MappingNode:
		if len(x.Values) > 0 && !x.IsFlowStyle {
			return place(x.Values[0].Key)
		}
	case *ast.MappingValueNode:
		return place(x.Key)
	}
	p := n.GetToken().Position
	return p.Line, p.Column
}

func syntaxFault(err error) Fault {
	var syntax *yaml.SyntaxError
	if !errors.As(err, &syntax) || syntax.Token == nil {
		return *whole("Tệp không đúng cú pháp YAML.")
	}
	p := syntax.Token.Position
	return Fault{Line: p.Line, Column: p.Column, Sentence: syntaxSentence(syntax.Message)}
}

// syntaxSentences puts the parser's common complaints into words that say what
// to do; the key is part of the parser's message.
var syntaxSentences = []struct{ part, sentence string }{
	{"already defined", "Khóa này đã viết ở trên; mỗi khóa chỉ viết một lần trong cùng một mục."},
	{"found character '\t'", "Dòng này thụt vào bằng phím Tab; hãy dùng dấu cách."},
	{"end character", "Thiếu dấu nháy đóng."},
	{"',' or ']'", "Danh sách trong ngoặc vuông thiếu dấu “,” hoặc “]”."},
	{"',' or '}'", "Mục trong ngoặc nhọn thiếu dấu “,” hoặc “}”."},
	{"mapping value is not allowed", "Dấu hai chấm ở đây làm YAML hiểu sai; hãy đặt cả câu trong dấu nháy."},
	{"block sequence entries are not allowed", "Dấu gạch đầu dòng phải xuống dòng mới, thụt vào dưới khóa."},
	{"reserved character", "Giá trị bắt đầu bằng ký tự đặc biệt; hãy đặt nó trong dấu nháy."},
}

func syntaxSentence(message string) string {
	for _, s := range syntaxSentences {
		if strings.Contains(message, s.part) {
			return s.sentence
		}
	}
	return "Chỗ này không đúng cú pháp YAML: kiểm tra dấu hai chấm, dấu cách đầu dòng và dấu nháy."
}
