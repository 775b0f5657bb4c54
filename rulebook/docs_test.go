package rulebook_test

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"thidua/rulebook"
)

func guide(t *testing.T) string {
	t.Helper()
	raw, err := os.ReadFile("../docs/guide/tep-quy-dinh.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

func TestGuide_everyExampleIsAByLaw(t *testing.T) {
	examples := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(guide(t), -1)
	if len(examples) != 2 {
		t.Fatalf("%d examples", len(examples))
	}
	for _, e := range examples {
		if l, faults := rulebook.CheckLocal([]byte(e[1])); len(faults) > 0 || !rulebook.IsLocal([]byte(e[1])) {
			t.Errorf("%s: %q", l.ID, faults)
		}
	}
}

func TestGuide_namesEveryKeyEveryTitleAndEveryFact(t *testing.T) {
	text := guide(t)
	for key := range keys(reflect.TypeFor[rulebook.Local](), map[string]bool{}) {
		if !strings.Contains(text, "`"+key+"`") {
			t.Errorf("the key %s is not told", key)
		}
	}
	for _, x := range rulebook.Terms() {
		if !strings.Contains(text, "| `"+x.Name+"` | "+x.Kind.Label()+" | "+x.Label+" |") {
			t.Errorf("the fact %s is not told as it is", x.Name)
		}
	}
	for _, n := range rulebook.Names() {
		if !strings.Contains(text, "| `"+string(n.Code)+"` | "+n.Name+" |") {
			t.Errorf("the title %s is not told as it is", n.Code)
		}
	}
}

// keys gathers the keys of a file that is read into a value of the type.
func keys(of reflect.Type, seen map[string]bool) map[string]bool {
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice:
		return keys(of.Elem(), seen)
	case reflect.Struct:
		for field := range of.Fields() {
			key, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
			if key == "" && !field.Anonymous || seen[key] {
				continue
			}
			if key != "" {
				seen[key] = true
			}
			keys(field.Type, seen)
		}
	}
	return seen
}
