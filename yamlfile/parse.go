package yamlfile

import (
	"errors"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
)

// tree parses the text into one mapping of plain values.
func tree(s string) (ast.Node, []Fault) {
	tokens := lexer.Tokenize(s)
	if faults := beyondPlain(tokens); len(faults) > 0 {
		return nil, faults
	}
	file, err := parser.Parse(tokens, 0)
	if err != nil {
		return nil, []Fault{syntaxFault(err)}
	}
	if len(file.Docs) != 1 || file.Docs[0].Body == nil {
		return nil, []Fault{secondYear(file)}
	}
	return file.Docs[0].Body, nil
}

// secondYear is the fault of a file that describes more than one year, or none.
func secondYear(file *ast.File) Fault {
	for _, d := range file.Docs[min(1, len(file.Docs)):] {
		if d.Start != nil {
			p := d.Start.Position
			return Fault{Line: p.Line, Column: p.Column, Sentence: "Mỗi tệp chỉ gồm một phần: bỏ dấu “---” này, hoặc tách thành hai tệp."}
		}
	}
	return *whole("Tệp chưa có mục nào.")
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
	{"found a tab", "Dòng này thụt vào bằng phím Tab; hãy dùng dấu cách."},
	{"end character", "Mở dấu nháy ở đây mà không đóng."},
	{"escape character", "Dấu gạch chéo ngược (\\) không dùng được trong dấu nháy kép; hãy dùng dấu nháy đơn."},
	{"character corresponding", "Có dấu đóng ngoặc mà không có dấu mở."},
	{"unexpected key name", "Dòng này thiếu dấu hai chấm sau khóa."},
	{"mapping value is not allowed", "Giá trị này có dấu hai chấm, hoặc dòng dưới nó thụt vào quá; hãy đặt cả câu trong dấu nháy, hoặc kéo dòng dưới cho thẳng cột."},
	{"map key-value is pre-defined", "Phần này thừa sau một giá trị đã xong: nếu là một câu thì đặt cả câu trong dấu nháy, nếu là dòng tiếp theo thì kiểm tra dấu cách đầu dòng; xem cả các dòng trên có dấu nháy nào chưa đóng."},
	{"value is not allowed in this context", "Dòng này thụt vào không khớp với dòng trên; các khóa cùng mục phải thẳng cột."},
	{"',' or ']'", "Danh sách trong ngoặc vuông thiếu dấu “,” hoặc “]”."},
	{"',' or '}'", "Mục trong ngoặc nhọn thiếu dấu “,” hoặc “}”."},
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
