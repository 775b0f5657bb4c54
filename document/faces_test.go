package document

import (
	"bytes"
	"compress/zlib"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// printed is a line of text on a page of a PDF, in one face. Lengths are millimetres from the upper left corner.
type printed struct {
	page                     int
	text                     string
	size                     float64 // points
	bold, italic             bool
	colour                   string
	left, top, right, bottom float64
}

// printedOf reads the lines of a PDF with their faces; poppler rounds to whole points.
func printedOf(t *testing.T, pdf []byte) (all []printed) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "paper.pdf") // pdftohtml reads no pipe
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftohtml", "-xml", "-zoom", "1", "-hidden", "-i", "-stdout", path).Output()
	if err != nil {
		t.Fatalf("pdftohtml (Debian package poppler-utils) is needed: %v", err)
	}
	var file struct {
		Pages []struct {
			Number int `xml:"number,attr"`
			Fonts  []struct {
				ID     string  `xml:"id,attr"`
				Size   float64 `xml:"size,attr"`
				Family string  `xml:"family,attr"`
				Colour string  `xml:"color,attr"`
			} `xml:"fontspec"`
			Lines []struct {
				Top    float64 `xml:"top,attr"`
				Left   float64 `xml:"left,attr"`
				Width  float64 `xml:"width,attr"`
				Height float64 `xml:"height,attr"`
				Font   string  `xml:"font,attr"`
				Inner  string  `xml:",innerxml"`
			} `xml:"text"`
		} `xml:"page"`
	}
	if err := xml.Unmarshal(out, &file); err != nil {
		t.Fatal(err)
	}
	fonts := map[string]printed{}
	for _, page := range file.Pages {
		for _, f := range page.Fonts {
			_, style, _ := strings.Cut(f.Family, "liberationserif")
			fonts[f.ID] = printed{size: f.Size, bold: strings.Contains(style, "B"), italic: strings.Contains(style, "I"), colour: f.Colour}
		}
		for _, l := range page.Lines {
			p := fonts[l.Font]
			p.page, p.text = page.Number, plainText(l.Inner)
			p.left, p.top, p.right, p.bottom = l.Left*mmOfPoint, l.Top*mmOfPoint, (l.Left+l.Width)*mmOfPoint, (l.Top+l.Height)*mmOfPoint
			all = append(all, p)
		}
	}
	return all
}

var anyTag = regexp.MustCompile(`<[^>]*>`)

func plainText(inner string) string {
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&amp;", "&").Replace(anyTag.ReplaceAllString(inner, ""))
}

// found is the line that begins with the text.
func found(t *testing.T, lines []printed, text string) printed {
	t.Helper()
	for _, l := range lines {
		if strings.HasPrefix(l.text, text) {
			return l
		}
	}
	t.Fatalf("no line %q is printed", text)
	return printed{}
}

// drawn is a straight line on a page, in millimetres.
type drawn struct{ left, right, top float64 }

var (
	streamMark = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	lineMark   = regexp.MustCompile(`([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S`)
)

// rulesOf reads the horizontal lines of a PDF's upright pages.
func rulesOf(t *testing.T, pdf []byte) (all []drawn) {
	t.Helper()
	for _, stream := range streamMark.FindAllSubmatch(pdf, -1) {
		r, err := zlib.NewReader(bytes.NewReader(stream[1]))
		if err != nil {
			continue // not packed: an object of another kind
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range lineMark.FindAllSubmatch(content, -1) {
			var at [4]float64
			for i := range at {
				if at[i], err = strconv.ParseFloat(string(m[i+1]), 64); err != nil {
					t.Fatal(err)
				}
				at[i] *= mmOfPoint
			}
			if near(at[1], at[3]) {
				all = append(all, drawn{at[0], at[2], 297 - at[1]})
			}
		}
	}
	return all
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
			w.text += plainText(m[1])
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
