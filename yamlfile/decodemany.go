package yamlfile

import (
	"reflect"
	"strings"
	"sync"

	"github.com/goccy/go-yaml/ast"
)

// entries are the key–value pairs of a mapping node; nil when n is no mapping.
func entries(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch x := n.(type) {
	case *ast.MappingNode:
		return x.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{x}, true
	}
	return nil, false
}

func key(e *ast.MappingValueNode) string {
	s, ok := plain(e.Key)
	if !ok {
		s = e.Key.String()
	}
	return Visible(s)
}

// Field is one key of a struct's schema.
type Field struct {
	Index []int
	Key   string
	Words string // those allowed, parted by "|"; empty = any
	need  bool
	short bool
}

// schemas keeps what Fields found, by type: a sheet has hundreds of marks.
var schemas sync.Map

// Fields lists a struct's keys, those of embedded structs included.
func Fields(t reflect.Type) []Field {
	if known, ok := schemas.Load(t); ok {
		return known.([]Field)
	}
	var all []Field
	for _, f := range reflect.VisibleFields(t) {
		tag, ok := f.Tag.Lookup("yaml")
		if !ok {
			continue
		}
		name, option, _ := strings.Cut(tag, ",")
		all = append(all, Field{f.Index, name, f.Tag.Get("words"), f.Tag.Get("need") == "true", option == "short"})
	}
	schemas.Store(t, all)
	return all
}

func (d *Decoder) mapping(path string, n ast.Node, v reflect.Value) {
	schema := Fields(v.Type())
	pairs, ok := entries(n)
	if !ok {
		d.shortForm(path, n, v, schema)
		return
	}
	seen := map[string]bool{}
	for _, pair := range pairs {
		name := key(pair)
		f, known := lookup(schema, name)
		if !known {
			line, column := place(pair)
			d.Places[Join(path, name)] = [2]int{line, column}
			if sentence, split := cutSentence(name, pair.Value, schema); split != "" {
				d.Fault(path, "%s", sentence)
				seen[split] = true
				continue
			}
			d.Fault(Join(path, name), "%s", unknownKey(name, afterComma(n, pair), schema))
			continue
		}
		seen[name] = true
		d.value(Join(path, name), pair.Value, v.FieldByIndex(f.Index), f.Words)
		d.note(Join(path, name), pair)
		if _, null := pair.Value.(*ast.NullNode); null {
			seen[name] = false
		}
	}
	for _, f := range schema {
		if f.need && !seen[f.Key] {
			d.Fault(Join(path, f.Key), "Thiếu khóa “%s”, khóa này bắt buộc phải có.", f.Key)
		}
	}
}

// shortForm reads a bare value as the one field that may stand for the whole.
func (d *Decoder) shortForm(path string, n ast.Node, v reflect.Value, schema []Field) {
	for _, f := range schema {
		if f.short {
			d.value(path, n, v.FieldByIndex(f.Index), f.Words)
			return
		}
	}
	d.Fault(path, "Chỗ này cần các mục con dạng “khóa: giá trị”.")
}

func (d *Decoder) list(path string, n ast.Node, v reflect.Value, words string) {
	nodes := []ast.Node{n} // one value may stand for a list of one
	if seq, ok := n.(*ast.SequenceNode); ok {
		nodes = seq.Values
	}
	for i, node := range nodes {
		one := reflect.New(v.Type().Elem()).Elem()
		d.value(Item(path, i), node, one, words)
		v.Set(reflect.Append(v, one))
	}
}

// table reads a mapping whose keys are the writer's own: criteria codes, years.
func (d *Decoder) table(path string, n ast.Node, v reflect.Value) {
	pairs, ok := entries(n)
	if !ok {
		d.Fault(path, "Chỗ này cần các mục con dạng “khóa: giá trị”.")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for _, pair := range pairs {
		one := reflect.New(v.Type().Elem()).Elem()
		name := key(pair)
		d.value(Join(path, name), pair.Value, one, "")
		d.note(Join(path, name), pair)
		v.SetMapIndex(reflect.ValueOf(name), one)
	}
}

func lookup(schema []Field, name string) (Field, bool) {
	for _, f := range schema {
		if f.Key == name {
			return f, true
		}
	}
	return Field{}, false
}

// cutSentence is the fault of a sentence that its colon cut into a key and a
// value, and the key for which the whole of it was meant; empty for another key.
func cutSentence(name string, value ast.Node, schema []Field) (sentence, meant string) {
	if _, null := value.(*ast.NullNode); null {
		return "", ""
	}
	for _, f := range schema {
		if f.short && strings.Contains(name, " ") && !strings.Contains(name, "_") {
			return "Câu này bị dấu hai chấm cắt làm hai, sau “" + Shorten(name) + "”; hãy đặt cả câu trong dấu nháy.", f.Key
		}
	}
	return "", ""
}

// afterComma reports a key without a value within braces: most often the rest of
// a value with a comma in it, {total: 97,5}.
func afterComma(mapping ast.Node, pair *ast.MappingValueNode) bool {
	m, ok := mapping.(*ast.MappingNode)
	_, null := pair.Value.(*ast.NullNode)
	return ok && m.IsFlowStyle && null
}

// unknownKey names the nearest known key, or all of them.
func unknownKey(name string, afterComma bool, schema []Field) string {
	if afterComma {
		return "“" + Shorten(name) + "” bị hiểu thành một khóa riêng vì đứng sau dấu phẩy; hãy đặt cả giá trị trong dấu nháy."
	}
	best, distance := "", 4
	var all []string
	for _, f := range schema {
		all = append(all, f.Key)
		if n := Edits(name, f.Key); n < distance {
			best, distance = f.Key, n
		}
	}
	if best != "" {
		return "Không có khóa “" + Shorten(name) + "”; có phải là “" + best + "”?"
	}
	return "Không có khóa “" + Shorten(name) + "”; ở đây dùng được: " + strings.Join(all, ", ") + "."
}

// Edits counts the letters to insert, drop or replace to get from a to b
// (Levenshtein distance), for names of ordinary length.
func Edits(a, b string) int {
	if len(a) > 40 {
		return len(a)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			above := row[j+1]
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			row[j+1] = min(cost, above+1, row[j]+1)
			diagonal = above
		}
	}
	return row[len(b)]
}
