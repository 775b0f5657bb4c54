package yamlfile

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"thidua/exact"
	"thidua/vi"
)

// Decoder fills structs from a parsed file. It never stops at
// the first fault, and remembers where every value stands, so that a rule
// broken later is shown at its place. The structs' tags are the schema:
//
//	yaml:"name"      the key; "name,short" also takes a bare value for the whole mapping
//	words:"a|b"      the only words allowed
//	need:"true"      must be there
type Decoder struct {
	Places  map[string][2]int // by path: line and column
	Glosses map[string]string // the words allowed, in Vietnamese
	Faults  []Fault
}

func (d *Decoder) Fault(path string, format string, args ...any) {
	at := d.Find(path)
	d.Faults = append(d.Faults, Fault{Line: at[0], Column: at[1], Path: path, Sentence: fmt.Sprintf(format, args...)})
}

// Find is the place of path, or of the nearest value around it.
func (d *Decoder) Find(path string) [2]int {
	for {
		if at, ok := d.Places[path]; ok {
			return at
		}
		if path == "" {
			return [2]int{1, 1}
		}
		path = Around(path)
	}
}

// Around is the path of the value that holds the one at path; "" for the file.
func Around(path string) string { return path[:max(0, strings.LastIndexAny(path, ".["))] }

func (d *Decoder) note(path string, n ast.Node) {
	line, column := place(n)
	d.Places[path] = [2]int{line, column}
}

func Join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

func Item(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// value reads node n into v, which path names.
func (d *Decoder) value(path string, n ast.Node, v reflect.Value, words string) {
	d.note(path, n)
	if _, null := n.(*ast.NullNode); null {
		return // a key without a value says nothing
	}
	switch target := v.Addr().Interface().(type) {
	case *vi.Day:
		d.day(path, n, target)
		return
	case *exact.Number:
		d.number(path, n, target)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		before, one := len(d.Faults), reflect.New(v.Type().Elem())
		if d.value(path, n, one.Elem(), words); one.Elem().Kind() == reflect.Struct || len(d.Faults) == before {
			v.Set(one) // a number that cannot be read stays unknown, and is not 0
		}
	case reflect.Struct:
		d.mapping(path, n, v)
	case reflect.Slice:
		d.list(path, n, v, words)
	case reflect.Map:
		d.table(path, n, v)
	default:
		d.scalar(path, n, v, words)
	}
}

// plain is the text of a scalar as it was written.
func plain(n ast.Node) (string, bool) {
	switch x := n.(type) {
	case *ast.LiteralNode:
		return x.Value.Value, true
	case *ast.StringNode:
		return x.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return "", false
}

func (d *Decoder) scalar(path string, n ast.Node, v reflect.Value, words string) {
	s, ok := plain(n)
	if !ok {
		d.Fault(path, "Chỗ này cần một giá trị, không phải danh sách hay mục con.")
		return
	}
	switch v.Kind() {
	case reflect.String:
		d.str(path, s, v, words)
	case reflect.Bool:
		d.truth(path, s, v)
	case reflect.Int:
		i, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || i < -1_000_000 || i > 1_000_000_000 {
			d.Fault(path, "“%s” không phải số nguyên.", Shorten(s))
			return
		}
		v.SetInt(int64(i))
	}
}

func (d *Decoder) str(path, s string, v reflect.Value, words string) {
	if err := vi.ValidText(s); err != nil {
		d.Fault(path, "%s", err.Error())
		return
	}
	s = vi.Clean(s)
	if words != "" && !oneOf(s, words) {
		d.Fault(path, "%s", d.wrongWord(s, words))
		return
	}
	v.SetString(s)
}

func oneOf(s, words string) bool {
	for w := range strings.SplitSeq(words, "|") {
		if s == w {
			return true
		}
	}
	return false
}

func (d *Decoder) truth(path, s string, v reflect.Value) {
	switch strings.ToLower(vi.Clean(s)) {
	case "true", "yes", "có":
		v.SetBool(true)
	case "false", "no", "không":
		v.SetBool(false)
	default:
		d.Fault(path, "“%s” phải là true (có) hoặc false (không).", Shorten(s))
	}
}

func (d *Decoder) day(path string, n ast.Node, into *vi.Day) {
	s, ok := plain(n)
	if !ok {
		d.Fault(path, "Chỗ này cần một ngày, ví dụ 2014-11-22.")
		return
	}
	day, err := vi.ParseDay(s)
	if err != nil {
		d.Fault(path, "%s", err.Error())
		return
	}
	*into = day
}

func (d *Decoder) number(path string, n ast.Node, into *exact.Number) {
	s, ok := plain(n)
	if !ok {
		d.Fault(path, "Chỗ này cần một số.")
		return
	}
	if a, b, fraction := strings.Cut(s, "/"); fraction && !strings.Contains(b, "/") {
		x, y := d.part(path, a), d.part(path, b)
		if x.Known() && y.Sign() > 0 {
			*into = x.Quo(y)
		} else if x.Known() && y.Known() {
			d.Fault(path, "Mẫu số phải lớn hơn 0.")
		}
		return
	}
	*into = d.part(path, s)
}

func (d *Decoder) part(path, s string) exact.Number {
	r, err := vi.ParseNumber(s)
	if err != nil {
		d.Fault(path, "%s", err.Error())
		return exact.Number{}
	}
	return exact.Of(r)
}

func Shorten(s string) string {
	s = Visible(s)
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// Read decodes raw into the struct that into points to, as far as it can be
// understood; false when it cannot be read at all. first names the key a file
// begins with, for a file that has none.
func Read(raw []byte, into any, glosses map[string]string, first string) (*Decoder, bool) {
	d := &Decoder{Places: map[string][2]int{}, Glosses: glosses}
	s, fault := text(raw)
	if fault != nil {
		d.Faults = []Fault{*fault}
		return d, false
	}
	root, faults := tree(s)
	if len(faults) > 0 {
		d.Faults = faults
		return d, false
	}
	if _, ok := entries(root); !ok {
		d.Faults = []Fault{*whole("Tệp phải gồm các mục dạng “khóa: giá trị”; mục đầu tiên là %s.", first)}
		return d, false
	}
	d.value("", root, reflect.ValueOf(into).Elem(), "")
	return d, true
}
