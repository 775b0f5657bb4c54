package document

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// drawRuns draws text of Vietnamese words, spaces, breaks and words longer than a line, in several faces.
func drawRuns(t *rapid.T) []Run {
	text := rapid.StringOfN(rapid.SampledFrom([]rune("aễệữỹĐW  \n")), 0, 80, -1)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Run {
		return Run{Text: text.Draw(t, "text"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic")}
	}), 0, 6).Draw(t, "runs")
}

func TestBreakLines_keepsEveryLetterAndFitsTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runs, width := drawRuns(t), rapid.Float64Range(-5, 165).Draw(t, "width")
		s := components[body]
		var want, got strings.Builder
		for _, run := range runs {
			want.WriteString(run.Text)
		}
		lines := breakLines(runs, s, width)
		for i, l := range lines {
			room := width
			if i == 0 {
				room -= s.firstLine
			}
			letters := 0
			for _, w := range l.words {
				for _, p := range w.pieces {
					got.WriteString(p.text)
					letters += utf8.RuneCountInString(p.text)
				}
			}
			if l.width > room+2*roundingRoom && letters > 1 {
				t.Fatalf("line %d is %.3f mm wide in a room of %.3f", i, l.width, room)
			}
		}
		if g, w := got.String(), strings.Join(strings.Fields(want.String()), ""); g != w {
			t.Fatalf("letters %q, want %q", g, w)
		}
		if !lines[len(lines)-1].last {
			t.Fatal("the last line would be stretched")
		}
	})
}

func TestBreakLines_breaksWhereTheTextSays(t *testing.T) {
	for _, c := range []struct {
		states, text string
		want         int
	}{
		{"one line", "Nghệ An", 1},
		{"a forced break", "HUYỆN\nCON CUÔNG", 2},
		{"a blank line between", "a\n\nb", 3},
		{"nothing", "", 1},
		{"spaces kept in one line", "Số:      /TTr", 1},
	} {
		if got := len(breakLines(Plain(c.text), components[number], 100)); got != c.want {
			t.Errorf("%s: %d lines, want %d", c.states, got, c.want)
		}
	}
}

func TestSplitWords_holdsTogetherAtNoBreakSpacesAndAcrossFaces(t *testing.T) {
	runs := []Run{{Text: "ngày 22\u00a0tháng (đậ"}, {Text: "m)", Bold: true}}
	var words []string
	for _, w := range splitWords(runs, components[body]) {
		text := ""
		for _, p := range w.pieces {
			text += p.text
		}
		words = append(words, text)
	}
	if got, want := strings.Join(words, "|"), "ngày|22\u00a0tháng|(đậm)"; got != want {
		t.Errorf("words %q, want %q", got, want)
	}
}

func TestBalance_breaksAnOfficeNameEvenly(t *testing.T) {
	p := newPara(issuer, Run{Text: "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN"})
	lines := breakLines(p.runs, p.balance(72).style, 72)
	if len(lines) != 2 || lines[0].width > 1.6*lines[1].width {
		t.Errorf("%d lines of %.0f and %.0f mm", len(lines), lines[0].width, lines[len(lines)-1].width)
	}
}

func TestMotto_ruleIsAsLongAsTheLine(t *testing.T) {
	items := nationalSide(Letterhead{}, 92)
	if got, want := items[2].(*rule).width, measure(nationalMotto, boldFace, components[motto].size); got != want {
		t.Errorf("rule of %.2f mm under a line of %.2f", got, want)
	}
}

func TestTallRow_goesOnOverSeveralPages(t *testing.T) {
	d := &Doc{Layout: Decree30, Body: []Block{Table{Columns: []Column{{Width: 1}, {Width: 1}}, Head: [][]Cell{Row("Đơn vị", "Thành tích")},
		Rows: [][]Cell{Row("Kỳ Sơn", strings.Repeat("thành tích ", 2000)), Row("Con Cuông", "tốt")}}}}
	pages := pagesOf(t, pdfOf(t, d))
	words := 0
	for i, page := range pages {
		above, below := outside(page)
		words += strings.Count(texts(page), "thành")
		if len(below) > 0 || len(above) > min(i, 1) {
			t.Errorf("page %d runs into the margins: %q %q", i+1, texts(above), texts(below))
		}
	}
	if words != 2000 || len(pages) < 3 {
		t.Errorf("%d words on %d pages, want all 2000", words, len(pages))
	}
}
