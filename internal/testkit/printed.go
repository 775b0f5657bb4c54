package testkit

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

// Printed is a line of text on a page of a PDF, in one face. Lengths are
// millimetres from the upper left corner.
type Printed struct {
	Page                     int
	Text                     string
	Size                     float64 // points
	Bold, Italic             bool
	Colour                   string
	Left, Top, Right, Bottom float64
}

// mmOfPoint is a point in millimetres.
const mmOfPoint = 25.4 / 72

// PrintedOf reads the lines of a PDF with their faces; poppler rounds to whole
// points, and takes a stretched line word by word.
func PrintedOf(t testing.TB, pdf []byte) (all []Printed) {
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
	fonts := map[string]Printed{}
	for _, page := range file.Pages {
		for _, f := range page.Fonts {
			fonts[f.ID] = Printed{Size: f.Size, Colour: f.Colour}
		}
		for _, l := range page.Lines {
			p := fonts[l.Font]
			p.Page, p.Text = page.Number, PlainXML(l.Inner)
			p.Bold, p.Italic = strings.Contains(l.Inner, "<b>"), strings.Contains(l.Inner, "<i>")
			p.Left, p.Top, p.Right, p.Bottom = l.Left*mmOfPoint, l.Top*mmOfPoint, (l.Left+l.Width)*mmOfPoint, (l.Top+l.Height)*mmOfPoint
			all = append(all, p)
		}
	}
	return all
}

var anyTag = regexp.MustCompile(`<[^>]*>`)

// PlainXML is the text between the tags.
func PlainXML(inner string) string {
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&amp;", "&").Replace(anyTag.ReplaceAllString(inner, ""))
}

// Rule is a level line drawn on a page, in millimetres.
type Rule struct{ Left, Right, Top float64 }

var (
	streamMark = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	lineMark   = regexp.MustCompile(`([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S`)
	frameMark  = regexp.MustCompile(`([\d.]+) ([\d.]+) ([\d.]+) (-[\d.]+) re S`)
)

// RulesOf reads the level lines of a PDF's upright A4 pages.
func RulesOf(t testing.TB, pdf []byte) (all []Rule) {
	t.Helper()
	for _, at := range drawn(t, pdf, lineMark) {
		if at[1] == at[3] {
			all = append(all, Rule{at[0], at[2], 297 - at[1]})
		}
	}
	return all
}

// Frame is a rectangle of lines on a page: millimetres from its upper left corner.
type Frame struct{ Left, Top, Width, Height float64 }

// FramesOf reads the rectangles of a PDF's upright A4 pages.
func FramesOf(t testing.TB, pdf []byte) (all []Frame) {
	t.Helper()
	for _, at := range drawn(t, pdf, frameMark) {
		all = append(all, Frame{at[0], 297 - at[1], at[2], -at[3]})
	}
	return all
}

// drawn reads what a mark finds on the pages: four numbers in millimetres.
func drawn(t testing.TB, pdf []byte, mark *regexp.Regexp) (all [][4]float64) {
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
		for _, m := range mark.FindAllSubmatch(content, -1) {
			var at [4]float64
			for i := range at {
				if at[i], err = strconv.ParseFloat(string(m[i+1]), 64); err != nil {
					t.Fatal(err)
				}
				at[i] *= mmOfPoint
			}
			all = append(all, at)
		}
	}
	return all
}
