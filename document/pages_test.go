package document

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

const mmOfPoint = 25.4 / 72

// placed is a word on a page, in millimetres from the upper left corner.
type placed struct {
	text                     string
	left, top, right, bottom float64
}

var (
	pageMark = regexp.MustCompile(`<page width="([\d.]+)" height="([\d.]+)">`)
	wordMark = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>`)
)

// pagesOf reads where the words of a PDF stand.
func pagesOf(t *testing.T, pdf []byte) [][]placed {
	t.Helper()
	var pages [][]placed
	for _, text := range strings.Split(pdfText(t, pdf, "-bbox"), "\n") {
		if pageMark.MatchString(text) {
			pages = append(pages, nil)
		}
		if m := wordMark.FindStringSubmatch(text); m != nil {
			var at [4]float64
			for i := range at {
				points, err := strconv.ParseFloat(m[i+1], 64)
				if err != nil {
					t.Fatal(err)
				}
				at[i] = points * mmOfPoint
			}
			last := len(pages) - 1
			pages[last] = append(pages[last], placed{m[5], at[0], at[1], at[2], at[3]})
		}
	}
	return pages
}

// outside lists the words above and below the text of a page.
func outside(page []placed) (above, below []placed) {
	for _, w := range page {
		switch {
		case w.bottom < 20:
			above = append(above, w)
		case w.top > 297-20:
			below = append(below, w)
		}
	}
	return above, below
}

func texts(words []placed) string {
	var all []string
	for _, w := range words {
		all = append(all, w.text)
	}
	return strings.Join(all, " ")
}

func near(got, want float64) bool { return got > want-1 && got < want+1 }

// checkPages asserts the margins of a paper of several pages: number hidden on page 1, then in the layout's
// place; the tag at the foot of all.
func checkPages(t *testing.T, l Layout, pdf []byte) {
	t.Helper()
	pages := pagesOf(t, pdf)
	if len(pages) < 3 {
		t.Fatalf("%d pages, want at least 3", len(pages))
	}
	for i, page := range pages {
		above, below := outside(page)
		wantAbove, wantBelow := "", illustrativeTag
		switch {
		case i > 0 && l == Decree30:
			wantAbove = fmt.Sprint(i + 1)
		case i > 0:
			wantBelow += fmt.Sprintf(" %d", i+1)
		}
		if texts(above) != wantAbove || texts(below) != wantBelow {
			t.Fatalf("page %d: %q above and %q below, want %q and %q", i+1, texts(above), texts(below), wantAbove, wantBelow)
		}
		if !near(below[0].left, 30) {
			t.Errorf("page %d: tag starts at %.1f mm, want 30", i+1, below[0].left)
		}
		switch {
		case i == 0:
		case l == Decree30:
			if centre := (above[0].left + above[0].right) / 2; !near(centre, 30+165.0/2) {
				t.Errorf("page %d: number centred on %.1f mm, want %.1f", i+1, centre, 30+165.0/2)
			}
		default:
			if right := below[len(below)-1].right; !near(right, 195) {
				t.Errorf("page %d: number ends at %.1f mm, want 195", i+1, right)
			}
		}
		for _, w := range page {
			if w.left < 29.5 || w.right > 195.5 {
				t.Errorf("page %d: %q stands in a side margin (%.1f–%.1f mm)", i+1, w.text, w.left, w.right)
			}
		}
		if i > 0 && i < len(pages)-1 && !strings.Contains(texts(page), "Thẩm") {
			t.Errorf("page %d lacks the table's head: %.60q", i+1, texts(page))
		}
	}
}

func TestPDF_numbersPagesWhereTheLayoutSaysAndRepeatsTableHeads(t *testing.T) {
	for _, l := range []Layout{Circular01, Decree30} {
		checkPages(t, l, pdfOf(t, minutes(l, 120)))
	}
}

// letterWords is the text of the letter of sample_test.go in the order of its parts.
func letterWords() []string {
	return strings.Fields("UBND TỈNH NGHỆ AN CỤM THI ĐUA ĐƯỜNG 7 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc " +
		"Số: /TTr-CTĐ Thanh Chương, ngày 22 tháng 11 năm 2014 TỜ TRÌNH Về việc đề nghị tặng Cờ thi đua của Chính phủ " +
		"Kính gửi: Hội đồng Thi đua - Khen thưởng tỉnh Nghệ An Căn cứ quy chế của cụm; Căn cứ biên bản hội nghị. " +
		"Chữ thường: " + accented + ". Chữ hoa: " + strings.ToUpper(accented) + ". I. Đơn vị được suy tôn - Huyện Con Cuông; " +
		"Tổng điểm: 95,5(*) điểm. (*) số liệu minh họa Nơi nhận: - Như trên; - Lưu: VT, TĐKT. " +
		"TM. CỤM THI ĐUA TRƯỞNG CỤM (Ký tên, đóng dấu) Họ và tên")
}

func TestPDF_textReadsBackInEveryVietnameseLetter(t *testing.T) {
	d := letter(Circular01)
	got := pdfText(t, pdfOf(t, d), "-raw")
	checkWords(t, got, letterWords())
	if n := len([]rune(accented + strings.ToUpper(accented))); n != 134 || !norm.NFC.IsNormalString(got) {
		t.Errorf("%d accented letters (want 134), NFC: %v", n, norm.NFC.IsNormalString(got))
	}
}

// checkWords compares word by word; the long alphabets may be broken over lines, so spaces are left aside.
func checkWords(t *testing.T, got string, want []string) {
	t.Helper()
	if g, w := strings.Join(strings.Fields(got), ""), strings.Join(want, ""); g != w {
		t.Errorf("text reads back as\n%s\nwant\n%s", g, w)
	}
}

func TestDOCX_opensInLibreOfficeWithTheSameTextAndPages(t *testing.T) {
	docx := map[string][]byte{"letter": docxOf(t, letter(Circular01))}
	for _, l := range []Layout{Circular01, Decree30} {
		docx[fmt.Sprint("minutes", l)] = docxOf(t, minutes(l, 120))
	}
	pdfs := viaLibreOffice(t, docx)
	checkWords(t, pdfText(t, pdfs["letter"], "-raw"), letterWords())
	for _, l := range []Layout{Circular01, Decree30} {
		checkPages(t, l, pdfs[fmt.Sprint("minutes", l)])
	}
}

func TestPDF_neverLeavesSignaturesWithoutTwoLinesOfText(t *testing.T) {
	overflowed := 0
	for lines := 18; lines < 29; lines++ {
		d := &Doc{Layout: Decree30, Signatures: []Signature{{Post: "CHỦ TỊCH", Name: "Họ và tên"}}}
		for range lines {
			d.Body = append(d.Body, Text("dòng"))
		}
		pages := pagesOf(t, pdfOf(t, d))
		last := texts(pages[len(pages)-1])
		overflowed += len(pages) - 1
		if n := strings.Count(last, "dòng"); n < 2 || !strings.Contains(last, "CHỦ TỊCH") {
			t.Errorf("%d lines: the last page holds %d of them with %q", lines, n, last)
		}
	}
	if overflowed < 3 {
		t.Errorf("only %d papers reached a second page", overflowed)
	}
}
