package seasonfile

import (
	"reflect"
	"strings"
	"testing"

	"thidua/yamlfile"
)

func TestGlosses_tellEveryWordOfTheSchemaInVietnamese(t *testing.T) {
	words := 0
	for _, s := range everyStruct(reflect.TypeFor[File](), map[reflect.Type]bool{}) {
		for _, f := range yamlfile.Fields(s) {
			for word := range strings.SplitSeq(f.Words, "|") {
				if word != "" {
					words++
				}
				if word != "" && glosses[word] == "" {
					t.Errorf("%s.%s: no gloss for %q", s.Name(), f.Key, word)
				}
			}
		}
	}
	if words < 100 {
		t.Fatalf("only %d words found in the schema", words)
	}
}

// everyStruct lists the structs that a file is made of.
func everyStruct(t reflect.Type, seen map[reflect.Type]bool) (all []reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return everyStruct(t.Elem(), seen)
	case reflect.Struct:
		if len(yamlfile.Fields(t)) == 0 || seen[t] {
			return nil // a day, a number
		}
		seen[t] = true
		all = append(all, t)
		for _, f := range yamlfile.Fields(t) {
			all = append(all, everyStruct(t.FieldByIndex(f.Index).Type, seen)...)
		}
	}
	return all
}
