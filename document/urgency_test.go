package document

import (
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"thidua/internal/testkit"
)

// stamps are as wide as the frames of NĐ 30/2020/NĐ-CP, Phụ lục I, in millimetres.
var stamps = map[Urgency]float64{"HỎA TỐC": 30, "THƯỢNG KHẨN": 40, "KHẨN": 20}

func urgent(u Urgency) *Doc {
	d := official(Decree30)
	d.Urgency = u
	return d
}

func TestUrgency_isARedFrameOfTheDecreesSizeInThePDF(t *testing.T) {
	for u, width := range stamps {
		pdf := pdfOf(t, urgent(u))
		frames := testkit.FramesOf(t, pdf)
		if len(frames) != 1 || math.Abs(frames[0].Width-width) > 0.1 || math.Abs(frames[0].Height-8) > 0.1 {
			t.Errorf("%s: %+v", u, frames)
			continue
		}
		f, p := frames[0], found(t, testkit.PrintedOf(t, pdf), string(u))
		if p.Colour != "#ff0000" || !p.Bold || !near((p.Left+p.Right)/2, f.Left+f.Width/2) || p.Top < f.Top || p.Bottom > f.Top+f.Height {
			t.Errorf("%s stands at %+v in %+v", u, p, f)
		}
		if middle := (issuerColumn[0] + issuerColumn[1]) / 2; !near(f.Left+f.Width/2, middle) {
			t.Errorf("%s: its middle stands %.1f mm from the left, want %.1f", u, f.Left+f.Width/2, middle)
		}
	}
	if frames := testkit.FramesOf(t, pdfOf(t, urgent(""))); len(frames) != 0 {
		t.Errorf("a paper that is not urgent has %d frames", len(frames))
	}
}

func TestUrgency_isARedFrameOfTheDecreesSizeInTheWordFile(t *testing.T) {
	column := twips(165 * issuerShare)
	for u, width := range stamps {
		text := unpack(t, docxOf(t, urgent(u)))["word/document.xml"]
		at := strings.Index(text, `<w:pStyle w:val="DauKhan"/>`)
		if at < 0 {
			t.Fatalf("%s: no stamp", u)
		}
		var left, right int
		stamp := text[at : at+strings.Index(text[at:], "</w:p>")]
		if _, err := fmt.Sscanf(stamp[strings.Index(stamp, "<w:ind "):], `<w:ind w:left="%d" w:right="%d"`, &left, &right); err != nil {
			t.Fatal(err)
		}
		if got := column - left - right; got < twips(width)-2 || got > twips(width)+2 {
			t.Errorf("%s is %d twips wide, want %d", u, got, twips(width))
		}
		for _, says := range []string{`w:line="454" w:lineRule="exact"`, `<w:color w:val="FF0000"/>`, string(u)} {
			if !strings.Contains(stamp, says) {
				t.Errorf("%s lacks %s: %s", u, says, stamp)
			}
		}
		if n := strings.Count(stamp, `w:val="single" w:sz="6" w:space="0" w:color="FF0000"`); n != 4 {
			t.Errorf("%s has %d edges", u, n)
		}
	}
}

func TestUrgency_ofNoSuchStampIsRefused(t *testing.T) {
	if err := WritePDF(io.Discard, urgent("GẤP")); err == nil {
		t.Error("a stamp that is not there was set")
	}
}
