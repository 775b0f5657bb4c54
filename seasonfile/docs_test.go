package seasonfile_test

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/paper"
	"thidua/seasonfile"
)

const (
	reference = "../docs/season-file.md"
	guide     = "../docs/guide/tep-nam-thi-dua.md"
)

func read(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(raw)
}

// fence is an example with the line below it that lists its papers.
var fence = regexp.MustCompile("(?s)```yaml\n(.*?)```\n(?:\n(?:Papers|Văn bản): ([^\n]*)\\.\n)?")

func TestDocs_everyExampleLoadsAndGivesThePapersListedBelowIt(t *testing.T) {
	for path, least := range map[string]int{reference: 8, guide: 5} {
		examples := fence.FindAllStringSubmatch(read(t, path), -1)
		if len(examples) < least {
			t.Errorf("%s: only %d examples found", path, len(examples))
		}
		for _, e := range examples {
			name := filepath.Base(path) + ": " + strings.Join(strings.Fields(e[1])[:14], " ")
			t.Run(name, func(t *testing.T) { checkExample(t, e[1], e[2]) })
		}
	}
}

func checkExample(t *testing.T, text, papers string) {
	db, ctx := testkit.SQLite(t), context.Background()
	outcome, faults, err := seasonfile.Run(ctx, db, []byte(text))
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	var want, got []string
	for _, span := range code.FindAllStringSubmatch(papers, -1) {
		want = append(want, span[1]+".docx", span[1]+".pdf")
	}
	for _, f := range outcome.Files {
		got = append(got, f.Name)
	}
	slices.Sort(want)
	slices.Sort(got)
	if papers == "" || !slices.Equal(got, want) {
		t.Errorf("papers %v, the page says %q", got, papers)
	}
}

var code = regexp.MustCompile("`([^`]+)`")

// entry is a row of a table of the reference: a key, what it takes, and what
// holds without it.
type entry struct{ key, takes, without string }

// tables reads the reference's tables by the paths in the headings above them.
func tables(text string) map[string][]entry {
	all := map[string][]entry{}
	for section := range strings.SplitSeq(text, "\n### ") {
		heading, body, _ := strings.Cut(section, "\n")
		body, _, _ = strings.Cut(body, "\n## ")
		var rows []entry
		for line := range strings.Lines(body) {
			cells := strings.Split(strings.TrimSpace(line), " | ")
			if len(cells) < 3 || !strings.HasPrefix(cells[0], "| `") {
				continue
			}
			rows = append(rows, entry{strings.Trim(cells[0], "| `"), strings.Join(cells[1:3], " "), strings.Trim(cells[len(cells)-1], " |")})
		}
		paths := code.FindAllStringSubmatch(heading, -1)
		if heading == "The file" {
			paths = [][]string{{"", ""}}
		}
		for _, p := range paths {
			all[p[1]] = rows
		}
	}
	return all
}

func TestDocs_theReferenceHasEveryKeyOfEveryPartAndNoOther(t *testing.T) {
	documented := tables(read(t, reference))
	seen := map[reflect.Type]bool{}
	var visit func(path string, typ reflect.Type)
	visit = func(path string, typ reflect.Type) {
		seen[typ] = true
		rows := documented[path]
		for _, f := range reflect.VisibleFields(typ) {
			key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
			if key == "" || key == "illustrative" && path != "" {
				continue
			}
			i := slices.IndexFunc(rows, func(e entry) bool { return e.key == key })
			if i < 0 {
				t.Errorf("%q: key %s is not in its table", path, key)
				continue
			}
			checkEntry(t, path, f, rows[i])
			rows = slices.Delete(slices.Clone(rows), i, i+1)
			if inner, suffix := part(f.Type); inner != nil && !seen[inner] {
				visit(strings.TrimPrefix(path+"."+key+suffix, "."), inner)
			}
		}
		for _, e := range rows {
			t.Errorf("%q: there is no key %s", path, e.key)
		}
	}
	visit("", reflect.TypeFor[seasonfile.File]())
	if len(seen) < 35 {
		t.Errorf("only %d parts of the file were found", len(seen))
	}
}

// checkEntry holds a row to the schema: whether the key is required, and which
// words it takes.
func checkEntry(t *testing.T, path string, f reflect.StructField, e entry) {
	t.Helper()
	if required := e.without == "**required**"; required != (f.Tag.Get("need") == "true") {
		t.Errorf("%q: %s is wrongly marked: %q", path, e.key, e.without)
	}
	for word := range strings.SplitSeq(f.Tag.Get("words"), "|") {
		if word != "" && !strings.Contains(e.takes, "`"+word+"`") {
			t.Errorf("%q: the word %s of %s is not named", path, word, e.key)
		}
	}
}

// part is the struct that a key holds, with what its path ends in; nil for a
// text, a number or a day.
func part(t reflect.Type) (reflect.Type, string) {
	suffix := ""
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		if t.Kind() == reflect.Slice {
			suffix = "[]"
		}
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || !strings.HasSuffix(t.PkgPath(), "seasonfile") {
		return nil, ""
	}
	return t, suffix
}

func TestDocs_theReferenceNamesEveryFieldOfTheResult(t *testing.T) {
	_, section, _ := strings.Cut(read(t, reference), "\n## result.json\n")
	section, _, _ = strings.Cut(section, "\n## ")
	var visit func(typ reflect.Type)
	visit = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		for _, f := range reflect.VisibleFields(typ) {
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if !strings.Contains(section, "`"+key+"`") && !strings.Contains(section, "`"+key+"[]`") {
				t.Errorf("%s.%s is not described", typ.Name(), key)
			}
			visit(f.Type)
		}
	}
	visit(reflect.TypeFor[seasonfile.Result]())
}

func TestDocs_theReferenceNamesEveryKindOfPaper(t *testing.T) {
	_, section, _ := strings.Cut(read(t, reference), "\n## What the papers need\n")
	for _, k := range []paper.Kind{paper.Invitation, paper.Agenda, paper.ScoreTable, paper.Minutes, paper.TallyMinutes, paper.SubmissionLetter, paper.ConclusionNotice} {
		if !strings.Contains(section, "| `"+string(k)+"` |") {
			t.Errorf("%s is not in the table", k)
		}
	}
}

// quoted are the guide's quotations of what the program says.
var quoted = regexp.MustCompile(`(?m)^> (.*)$`)

func TestDocs_theGuideQuotesOnlySentencesTheProgramSays(t *testing.T) {
	said := map[string]bool{}
	for _, m := range slices.Concat(wrongFacts, slips) {
		said[m.sentence] = true
	}
	quotes := quoted.FindAllStringSubmatch(read(t, guide), -1)
	if len(quotes) < 20 {
		t.Errorf("only %d quotations found", len(quotes))
	}
	for _, q := range quotes {
		if !said[q[1]] {
			t.Errorf("no test makes the program say %q", q[1])
		}
	}
}
