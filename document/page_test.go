package document

import (
	"os/exec"
	"strings"
	"testing"

	"thidua/internal/testkit"
)

func TestPage_ofTheWordFileIsTheDecrees(t *testing.T) {
	page := layouts[Decree30]
	for name, c := range map[string]struct{ got, from, to float64 }{
		"width": {page.width, 210, 210}, "height": {page.height, 297, 297}, "top": {page.top, 20, 25}, "bottom": {page.bottom, 20, 25},
		"left": {page.left, 30, 35}, "right": {page.right, 15, 20},
	} {
		if c.got < c.from || c.got > c.to {
			t.Errorf("%s %v mm, want %v to %v", name, c.got, c.from, c.to)
		}
	}
	body, _ := wordedAs(t, wordedOf(t, docxOf(t, whole(Decree30))), "Nội dung")
	if body.firstLine < 9.9 || body.firstLine > 12.8 || body.before+body.after < 6 || body.line < 1 || body.line > 1.5 {
		t.Errorf("body: indent %v mm, %v points apart, line %v; want 10 to 12.7, at least 6, 1 to 1.5", body.firstLine, body.before+body.after, body.line)
	}
	subject, _ := wordedAs(t, wordedOf(t, docxOf(t, official(Decree30))), "V/v")
	if subject.before != 6 {
		t.Errorf("the subject of a công văn stands %v points below the number, want 6", subject.before)
	}
	if number := components[pageNumber]; number.size < 13 || number.size > 14 || number.align != AlignCentre || number.bold || number.italic {
		t.Errorf("page number %+v, want 13 to 14, upright, centred", number)
	}
}

func TestPage_ofThePDFIsTheDecrees(t *testing.T) {
	pdf := pdfOf(t, whole(Decree30))
	lines := testkit.PrintedOf(t, pdf)
	last := lines[len(lines)-1].Page
	if last < 3 {
		t.Fatalf("%d pages, want at least 3", last)
	}
	for _, l := range lines {
		inTop := l.Bottom < 20
		if inTop && (l.Page == 1 || l.Size < 13 || l.Size > 14 || l.Bold || l.Italic || !near((l.Left+l.Right)/2, 112.5)) {
			t.Errorf("page %d: %q stands in the top margin as %+v", l.Page, l.Text, l)
		}
		if !inTop && (l.Left < 29.8 || l.Right > 195.2 || l.Top < 19.8 || l.Bottom > 277.2) {
			t.Errorf("page %d: %q stands outside the margins: %+v", l.Page, l.Text, l)
		}
	}
	for page := 2; page <= last; page++ {
		if number := found(t, lines[firstOf(lines, page):], string(rune('0'+page))); number.Page != page || number.Bottom > 20 {
			t.Errorf("page %d has no number in its top margin", page)
		}
	}
	checkBody(t, lines)
}

func firstOf(lines []testkit.Printed, page int) int {
	for i, l := range lines {
		if l.Page == page {
			return i
		}
	}
	return len(lines)
}

// checkBody holds the first paragraph of the body to its indent, its right edge and its lines.
func checkBody(t *testing.T, lines []testkit.Printed) {
	t.Helper()
	first := found(t, lines, "Nội") // a stretched line is read word by word
	if indent := first.Left - 30; indent < 9.8 || indent > 12.9 {
		t.Errorf("the body is indented by %.1f mm, want 10 to 12.7", indent)
	}
	right := 0.0
	for _, l := range lines {
		right = max(right, l.Right)
	}
	if !near(right, 195) {
		t.Errorf("justified lines end at %.1f mm, want 195", right)
	}
}

func TestPDF_embedsItsFontsAndIsAtLeastVersion14(t *testing.T) {
	pdf := pdfOf(t, whole(Decree30))
	for _, c := range []struct {
		program string
		holds   func(string) bool
	}{
		{"pdfinfo", func(out string) bool {
			return strings.Contains(out, "PDF version:     1.4") && strings.Contains(out, "(A4)")
		}},
		{"pdffonts", func(out string) bool {
			fonts := strings.Split(strings.TrimSpace(out), "\n")[2:]
			for _, line := range fonts {
				if fields := strings.Fields(line); len(fields) < 8 || fields[len(fields)-5] != "yes" || fields[len(fields)-3] != "yes" {
					return false
				}
			}
			return len(fonts) == faceCount
		}},
	} {
		command := exec.Command(c.program, "-")
		command.Stdin = strings.NewReader(string(pdf))
		out, err := command.Output()
		if err != nil {
			t.Fatalf("%s (Debian package poppler-utils) is needed: %v", c.program, err)
		}
		if !c.holds(string(out)) {
			t.Errorf("%s says\n%s", c.program, out)
		}
	}
}

func TestSerial_padsNumbersBelowTen(t *testing.T) {
	for n, want := range map[int]string{0: roomForNumber, 1: "01", 9: "09", 10: "10", 123: "123"} {
		if got := Serial(n); got != want {
			t.Errorf("%d is written %q, want %q", n, got, want)
		}
	}
}
