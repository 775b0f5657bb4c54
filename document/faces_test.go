package document

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"thidua/internal/testkit"
)

// found is the line that begins with the text.
func found(t *testing.T, lines []testkit.Printed, text string) testkit.Printed {
	t.Helper()
	for _, l := range lines {
		if strings.HasPrefix(l.Text, text) {
			return l
		}
	}
	t.Fatalf("no line %q is printed", text)
	return testkit.Printed{}
}

// worded is a paragraph of a Word file with the face it comes to: its style's, as far as it says nothing itself.
type worded struct {
	text                         string
	size                         float64 // points
	bold, italic                 bool
	align                        string
	before, after, line          float64 // points; line as a multiple
	left, firstLine, right, rule float64 // millimetres; rule: 0 where no rule stands above it
}

var (
	paraMark  = regexp.MustCompile(`(?s)<w:p>.*?</w:p>`)
	styleMark = regexp.MustCompile(`(?s)<w:style w:type="paragraph" w:customStyle="1" w:styleId="(\w+)">(.*?)</w:style>`)
	idMark    = regexp.MustCompile(`<w:pStyle w:val="(\w+)"/>`)
	textMark  = regexp.MustCompile(`<w:t xml:space="preserve">([^<]*)</w:t>|<w:br/>`)
)

// wordedOf reads the paragraphs of a Word file in order.
func wordedOf(t *testing.T, docx []byte) (all []worded) {
	t.Helper()
	parts := unpack(t, docx)
	styles := map[string]string{}
	for _, m := range styleMark.FindAllStringSubmatch(parts["word/styles.xml"], -1) {
		styles[m[1]] = m[2]
	}
	for _, p := range paraMark.FindAllString(parts["word/document.xml"], -1) {
		own := ""
		if m := idMark.FindStringSubmatch(p); m != nil {
			own = styles[m[1]]
		}
		number := func(name string, of float64) float64 {
			mark := regexp.MustCompile(` w:` + name + `="(\d+)"`)
			for _, x := range []string{p, own} {
				if m := mark.FindStringSubmatch(x); m != nil {
					n, err := strconv.ParseFloat(m[1], 64)
					if err != nil {
						t.Fatal(err)
					}
					return n / of
				}
			}
			return 0
		}
		w := worded{bold: strings.Contains(p+own, "<w:b/>"), italic: strings.Contains(p+own, "<w:i/>"),
			before: number("before", 20), after: number("after", 20), line: number("line", 240),
			left: number("left", 1440/25.4), right: number("right", 1440/25.4), firstLine: number("firstLine", 1440/25.4)}
		for _, m := range textMark.FindAllStringSubmatch(p, -1) {
			w.text += testkit.PlainXML(m[1])
		}
		for _, x := range []string{own, p} {
			if m := regexp.MustCompile(`<w:sz w:val="(\d+)"/>`).FindStringSubmatch(x); m != nil {
				half, err := strconv.ParseFloat(m[1], 64)
				if err != nil {
					t.Fatal(err)
				}
				w.size = half / 2
			}
			if m := regexp.MustCompile(`<w:jc w:val="(\w+)"/>`).FindStringSubmatch(x); m != nil {
				w.align = m[1]
			}
		}
		if strings.Contains(p, `<w:top w:val="single" w:sz="6"`) {
			w.rule = 1
		}
		all = append(all, w)
	}
	return all
}

// wordedAs is the paragraph that begins with the text, with the one behind it.
func wordedAs(t *testing.T, all []worded, text string) (p, next worded) {
	t.Helper()
	for i, w := range all {
		if strings.HasPrefix(w.text, text) {
			if i+1 < len(all) {
				next = all[i+1]
			}
			return w, next
		}
	}
	t.Fatalf("the Word file has no paragraph %q", text)
	return worded{}, worded{}
}
