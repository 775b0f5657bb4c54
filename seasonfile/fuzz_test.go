package seasonfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"thidua/vi"
	"thidua/yamlfile"
)

// nasty are files that nobody writes by hand, and mistakes that everybody makes.
var nasty = []string{
	"", "\n", "\xef\xbb\xbf", "thidua: 1", "thidua: 2\ncluster: A\nseason: 2014", "- thidua: 1", "thidua", "null", "~", "[]", "{}", "---\n---\n", "%YAML 1.2\n---\nthidua: 1",
	"thidua: 1\nthidua: 1\n", "thidua: !!int 1\n", "thidua: &a 1\nseason: *a\n", "cluster: {<<: {name: A}}\n", "? [a, b]\n: c\n", "thidua: 1\n\tcluster: A\n",
	"cluster: \"Cụm\nseason: 2014\n", "cluster: {name: Cụm, \n", "members: [A, B\n", "members:\n- A\n - B\n", "cluster: Cụm: mới\n", "a: b: c\n", "cluster: @A\n", "cluster: |\n  Cụm\n  mới\nseason: >-\n  2014\n",
	"votes: [{issued: 1e400, for: .inf, against: .nan}]\n", "votes: [{threshold: 2/0}]\n", "rules: {scale: 99999999999999999999999999}\n", "published_on: 2014-02-30\n", "published_on: [2014]\n",
	"scores: [{marks: {\"1\": {points: 1}, 1: 2}}]\n", "scores: [{marks: [1, 2]}]\n", "cluster: {name: {name: {name: A}}}\n", "head: [A, B]\n", "head: {unit: {unit: A}}\n",
	"rules: {criteria: [{code: \"1\", children: [{code: \"1\", children: [{code: \"1\", children: {}}]}]}]}\n",
	"cluster: C\u0323um thi \u0111ua\n", "cluster: \u202eA\n", "cluster: \"\\u0000\"\n", "cluster: \"\\xff\"\n", "clusters: A\n", "members: [A, B, 1, true, 2014-01-01, ~]\n", "cluster: Cụm # lời bàn\n", "\r\nthidua: 1\r\ncluster: A\r\n",
	strings.Repeat("[", 2000), strings.Repeat("{a: ", 500), strings.Repeat("- ", 500), strings.Repeat("a:\n ", 60), "a: " + strings.Repeat("'", 3001), strings.Repeat("? ", 1000), "members: [" + strings.Repeat("A,", 3000) + "]",
	"a: &x [1]\nb: &y [*x,*x,*x]\nc: &z [*y,*y,*y]\nd: [*z,*z,*z]\n", "cluster: \"" + strings.Repeat("\\", 999) + "\"\n", strings.Repeat("x", 5000) + ": 1\n", "a: >\n" + strings.Repeat(" ", 5000) + "x\n",
}

const (
	fuzzBytes = 64 << 10
	fuzzTime  = 2 * time.Second
)

// FuzzRead holds the reader to three promises for any file of ordinary length:
// it does not panic, it answers in time, and every fault says in a Vietnamese
// sentence, at a place in the file, what is wrong.
func FuzzRead(f *testing.F) {
	for _, s := range nasty {
		f.Add([]byte(s))
	}
	files, err := filepath.Glob("../testdata/seasons/[0-9]*.yaml")
	if err != nil || len(files) == 0 {
		f.Fatal("no season files to begin with", err)
	}
	for _, path := range append(files, "builtin/"+Demo+".yaml") {
		raw, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > fuzzBytes {
			return
		}
		begun := time.Now()
		file, d := read(raw)
		if took := time.Since(begun); took > fuzzTime {
			t.Errorf("reading %d bytes took %v", len(raw), took)
		}
		if file == nil && len(d.Faults) == 0 {
			t.Error("the file could not be read, and nothing says why")
		}
		lines := strings.Count(string(raw), "\n") + strings.Count(string(raw), "\r") + 1
		for _, fault := range yamlfile.InOrder(d.Faults) {
			checkFault(t, fault, lines)
		}
	})
}

func checkFault(t *testing.T, f Fault, lines int) {
	t.Helper()
	if f.Line < 1 || f.Column < 1 || f.Line > lines {
		t.Errorf("no place in a file of %d lines: %v", lines, f)
	}
	first, _ := utf8.DecodeRuneInString(f.Sentence)
	last, _ := utf8.DecodeLastRuneInString(f.Sentence)
	vietnamese := strings.ContainsFunc(f.Sentence, func(r rune) bool { return r > unicode.MaxLatin1 })
	if vi.ValidText(f.Sentence) != nil || !(unicode.IsUpper(first) || first == '“') || !strings.ContainsRune(".?", last) || !vietnamese {
		t.Errorf("no sentence: %q", f.Sentence)
	}
}
