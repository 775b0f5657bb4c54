package vi

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/internal/testkit"
)

// sharedTable reads an official list (testkit.Shared).
func sharedTable(t *testing.T, path string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(testkit.Shared(t, path))).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%s: %d rows, %v", path, len(rows), err)
	}
	var table []map[string]string
	for _, row := range rows[1:] {
		record := map[string]string{}
		for i, column := range rows[0] {
			record[strings.TrimPrefix(column, "\uFEFF")] = row[i]
		}
		table = append(table, record)
	}
	return table
}

// anyText mixes Vietnamese letters, composed and not, with arbitrary text.
func anyText() *rapid.Generator[string] {
	letters := rapid.SampledFrom([]rune("aăâbcdđeêghiklmnoôơpqrstuưvxyABĐQUYÐðấệợữỳỷỹýùàkK 0123456789-–'’.,\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323\u00A0\u200B\u00AD"))
	return rapid.OneOf(rapid.StringOf(letters), rapid.String())
}

// sentenceOf returns the Vietnamese sentence of a refusal, failing for any
// other error.
func sentenceOf(t interface {
	Helper()
	Fatalf(string, ...any)
}, err error) string {
	t.Helper()
	var refused *InputError
	if !errors.As(err, &refused) {
		t.Fatalf("want a refusal in Vietnamese, got %v", err)
	}
	if !strings.HasSuffix(refused.Sentence, ".") || ValidText(refused.Sentence) != nil {
		t.Fatalf("not a whole sentence: %q", refused.Sentence)
	}
	return refused.Sentence
}
