package seasonfile

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
	return visible(s)
}

// field is one key of a struct's schema.
type field struct {
	index []int
	key   string
	words string
	need  bool
	short bool
}

// schemas keeps what fields found, by type: a sheet has hundreds of marks.
var schemas sync.Map

// fields lists a struct's keys, those of embedded structs included.
func fields(t reflect.Type) []field {
	if known, ok := schemas.Load(t); ok {
		return known.([]field)
	}
	var all []field
	for _, f := range reflect.VisibleFields(t) {
		tag, ok := f.Tag.Lookup("yaml")
		if !ok {
			continue
		}
		name, option, _ := strings.Cut(tag, ",")
		all = append(all, field{f.Index, name, f.Tag.Get("words"), f.Tag.Get("need") == "true", option == "short"})
	}
	schemas.Store(t, all)
	return all
}

func (d *decoder) mapping(path string, n ast.Node, v reflect.Value) {
	schema := fields(v.Type())
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
			d.places[join(path, name)] = [2]int{line, column}
			if sentence, split := cutSentence(name, pair.Value, schema); split != "" {
				d.fault(path, "%s", sentence)
				seen[split] = true
				continue
			}
			d.fault(join(path, name), "%s", unknownKey(name, afterComma(n, pair), schema))
			continue
		}
		seen[name] = true
		d.value(join(path, name), pair.Value, v.FieldByIndex(f.index), f.words)
		d.note(join(path, name), pair)
		if _, null := pair.Value.(*ast.NullNode); null {
			seen[name] = false
		}
	}
	for _, f := range schema {
		if f.need && !seen[f.key] {
			d.fault(join(path, f.key), "Thiếu khóa “%s”, khóa này bắt buộc phải có.", f.key)
		}
	}
}

// shortForm reads a bare value as the one field that may stand for the whole.
func (d *decoder) shortForm(path string, n ast.Node, v reflect.Value, schema []field) {
	for _, f := range schema {
		if f.short {
			d.value(path, n, v.FieldByIndex(f.index), f.words)
			return
		}
	}
	d.fault(path, "Chỗ này cần các mục con dạng “khóa: giá trị”.")
}

func (d *decoder) list(path string, n ast.Node, v reflect.Value, words string) {
	nodes := []ast.Node{n} // one value may stand for a list of one
	if seq, ok := n.(*ast.SequenceNode); ok {
		nodes = seq.Values
	}
	for i, node := range nodes {
		one := reflect.New(v.Type().Elem()).Elem()
		d.value(item(path, i), node, one, words)
		v.Set(reflect.Append(v, one))
	}
}

// table reads a mapping whose keys are the writer's own: criteria codes, years.
func (d *decoder) table(path string, n ast.Node, v reflect.Value) {
	pairs, ok := entries(n)
	if !ok {
		d.fault(path, "Chỗ này cần các mục con dạng “khóa: giá trị”.")
		return
	}
	v.Set(reflect.MakeMap(v.Type()))
	for _, pair := range pairs {
		one := reflect.New(v.Type().Elem()).Elem()
		name := key(pair)
		d.value(join(path, name), pair.Value, one, "")
		d.note(join(path, name), pair)
		v.SetMapIndex(reflect.ValueOf(name), one)
	}
}

func lookup(schema []field, name string) (field, bool) {
	for _, f := range schema {
		if f.key == name {
			return f, true
		}
	}
	return field{}, false
}

// cutSentence is the fault of a sentence that its colon cut into a key and a
// value, and the key for which the whole of it was meant; empty for another key.
func cutSentence(name string, value ast.Node, schema []field) (sentence, meant string) {
	if _, null := value.(*ast.NullNode); null {
		return "", ""
	}
	for _, f := range schema {
		if f.short && strings.Contains(name, " ") && !strings.Contains(name, "_") {
			return "Câu này bị dấu hai chấm cắt làm hai, sau “" + shorten(name) + "”; hãy đặt cả câu trong dấu nháy.", f.key
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
func unknownKey(name string, afterComma bool, schema []field) string {
	if afterComma {
		return "“" + shorten(name) + "” bị hiểu thành một khóa riêng vì đứng sau dấu phẩy; hãy đặt cả giá trị trong dấu nháy."
	}
	best, distance := "", 4
	var all []string
	for _, f := range schema {
		all = append(all, f.key)
		if n := edits(name, f.key); n < distance {
			best, distance = f.key, n
		}
	}
	if best != "" {
		return "Không có khóa “" + shorten(name) + "”; có phải là “" + best + "”?"
	}
	return "Không có khóa “" + shorten(name) + "”; ở đây dùng được: " + strings.Join(all, ", ") + "."
}

// edits counts the letters to insert, drop or replace to get from a to b
// (Levenshtein distance), for names of ordinary length.
func edits(a, b string) int {
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
