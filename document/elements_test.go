package document

import (
	"math"
	"strings"
	"testing"
	"time"

	"thidua/internal/testkit"
)

// Columns in which an element stands: millimetres from the left edge of the sheet.
var (
	wholeWidth   = [2]float64{30, 195}
	issuerColumn = [2]float64{30, 30 + 165*issuerShare}
	nameColumn   = [2]float64{30 + 165*issuerShare, 195}
	signerColumn = [2]float64{30 + 165.0/2, 195}
)

// element is one row of the table of NĐ 30/2020/NĐ-CP, Phụ lục I: what it is, the text by which it is known in
// the samples below, and what the decree says of its face and place.
type element struct {
	name, text   string
	sizes        [2]float64 // points, from and to
	bold, italic bool
	align        string     // as Word writes it
	column       [2]float64 // in which a centred one stands in the middle
	rule         [2]float64 // of the line above it, from and to; 0, 0: no rule
}

var centred = "center"

// elements of a paper with a name of type.
var elements = []element{
	{"Quốc hiệu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", [2]float64{12, 13}, true, false, centred, nameColumn, [2]float64{}},
	{"Tiêu ngữ, rule as long as the line", "Độc lập - Tự do - Hạnh phúc", [2]float64{13, 14}, true, false, centred, nameColumn, [2]float64{0.98, 1.02}},
	{"superior agency", "UBND TỈNH NGHỆ AN", [2]float64{12, 13}, false, false, centred, issuerColumn, [2]float64{}},
	{"issuing agency, rule 1/3–1/2", "CỤM THI ĐUA SỐ 1", [2]float64{12, 13}, true, false, centred, issuerColumn, [2]float64{1.0 / 3, 0.5}},
	{"number", "Số: 05/TTr-CTĐ", [2]float64{13, 13}, false, false, centred, issuerColumn, [2]float64{}},
	{"place and date", "Nghệ An, ngày 05 tháng 02 năm 2024", [2]float64{13, 14}, false, true, centred, nameColumn, [2]float64{}},
	{"name of type", "TỜ TRÌNH", [2]float64{13, 14}, true, false, centred, wholeWidth, [2]float64{}},
	{"trích yếu, rule 1/3–1/2", "Về việc đề nghị", [2]float64{13, 14}, true, false, centred, wholeWidth, [2]float64{1.0 / 3, 0.5}},
	{"Kính gửi", "Kính gửi: Hội đồng", [2]float64{13, 14}, false, false, centred, wholeWidth, [2]float64{}},
	{"legal basis, not the last", "Căn cứ Luật;", [2]float64{13, 14}, false, true, "both", wholeWidth, [2]float64{}},
	{"legal basis, the last", "Căn cứ biên bản.", [2]float64{13, 14}, false, true, "both", wholeWidth, [2]float64{}},
	{"body", "Nội dung", [2]float64{13, 14}, false, false, "both", wholeWidth, [2]float64{}},
	{"heading", "1. Tiêu đề", [2]float64{13, 14}, true, false, "both", wholeWidth, [2]float64{}},
	{"authority", "TM. CỤM THI ĐUA", [2]float64{13, 14}, true, false, centred, signerColumn, [2]float64{}},
	{"post", "TRƯỞNG CỤM", [2]float64{13, 14}, true, false, centred, signerColumn, [2]float64{}},
	{"signer", "Họ và tên", [2]float64{13, 14}, true, false, centred, signerColumn, [2]float64{}},
	{"Nơi nhận", "Nơi nhận:", [2]float64{12, 12}, true, true, "left", wholeWidth, [2]float64{}},
	{"list of Nơi nhận", "- Như trên;", [2]float64{11, 11}, false, false, "left", wholeWidth, [2]float64{}},
	{"label of an appendix", "Phụ lục I", [2]float64{14, 14}, true, false, centred, wholeWidth, [2]float64{}},
	{"title of an appendix", "DANH SÁCH", [2]float64{13, 14}, true, false, centred, wholeWidth, [2]float64{}},
	{"with which paper an appendix goes", "(Kèm theo Tờ trình", [2]float64{13, 14}, false, true, centred, wholeWidth, [2]float64{}},
}

// whole is a paper of all elements over three pages.
func whole(l Layout) *Doc {
	long := strings.Repeat("Nội dung của văn bản được trình bày thành đoạn. ", 12)
	d := &Doc{Layout: l, Letterhead: Letterhead{Superior: "UBND TỈNH NGHỆ AN", Issuer: "CỤM THI ĐUA SỐ 1"},
		Number: "Số: " + Serial(5) + "/TTr-CTĐ", Place: "Nghệ An", Day: day(2024, time.February, 5),
		TypeName: "TỜ TRÌNH", Subject: "Về việc đề nghị khen thưởng", To: []string{"Hội đồng Thi đua - Khen thưởng"},
		Body:       []Block{LegalBases{[]string{"Căn cứ Luật.", "Căn cứ biên bản;"}}, Heading{2, "1. Tiêu đề"}},
		Signatures: []Signature{{Authority: "TM. CỤM THI ĐUA", Post: "TRƯỞNG CỤM", Name: "Họ và tên"}},
		Recipients: []string{"- Như trên;", "- Lưu: VT."}}
	for range 6 {
		d.Body = append(d.Body, Text(long))
	}
	d.Body = append(d.Body, Appendix{"Phụ lục I", "DANH SÁCH", "(Kèm theo Tờ trình số 05/TTr-CTĐ)"}, Text(long))
	return d
}

// official is a công văn: no name of type, the subject below the number.
func official(l Layout) *Doc {
	return &Doc{Layout: l, Letterhead: Letterhead{Issuer: "CỤM THI ĐUA SỐ 1"}, Number: "Số: 05/CTĐ", Place: "Nghệ An",
		Subject: "V/v tự chấm điểm", Urgency: VeryUrgent, To: []string{"Huyện Con Cuông", "Huyện Kỳ Sơn"}, Body: []Block{Text("Nội dung.")}}
}

// officialElements are those that only a công văn has.
var officialElements = []element{
	{"V/v, below the number", "V/v tự chấm điểm", [2]float64{12, 13}, false, false, centred, issuerColumn, [2]float64{}},
	{"Kính gửi of several", "Kính gửi:", [2]float64{13, 14}, false, false, "left", wholeWidth, [2]float64{}},
	{"one of several addressees", "- Huyện Con Cuông;", [2]float64{13, 14}, false, false, "left", wholeWidth, [2]float64{}},
}

// samplesOf pairs the papers with the elements they show.
func samplesOf(l Layout) map[*Doc][]element {
	return map[*Doc][]element{whole(l): elements, official(l): officialElements}
}

func TestElements_inTheWordFileHaveTheFaceAndPlaceOfTheDecree(t *testing.T) {
	for d, rows := range samplesOf(Decree30) {
		all := wordedOf(t, docxOf(t, d))
		for _, e := range rows {
			p, next := wordedAs(t, all, e.text)
			if p.size < e.sizes[0] || p.size > e.sizes[1] || p.bold != e.bold || p.italic != e.italic || p.align != e.align {
				t.Errorf("%s: size %v, bold %v, italic %v, %s; want %v, %v, %v, %s", e.name, p.size, p.bold, p.italic, p.align, e.sizes, e.bold, e.italic, e.align)
			}
			if e.rule == [2]float64{} {
				continue
			}
			column := e.column[1] - e.column[0]
			share := (column - next.left - next.right) / measure(p.text, faceOf(e.bold, e.italic), p.size)
			if next.rule == 0 || share < e.rule[0] || share > e.rule[1] || math.Abs(next.left-next.right) > 0.1 {
				t.Errorf("%s: rule %v of the line, %v mm from the left, %v from the right", e.name, share, next.left, next.right)
			}
		}
	}
}

func TestElements_onThePagesOfThePDFHaveTheFaceAndPlaceOfTheDecree(t *testing.T) {
	for d, rows := range samplesOf(Decree30) {
		pdf := pdfOf(t, d)
		lines, rules := testkit.PrintedOf(t, pdf), testkit.RulesOf(t, pdf)
		for _, e := range rows {
			p := found(t, lines, e.text)
			if p.Size < e.sizes[0] || p.Size > e.sizes[1] || p.Bold != e.bold || p.Italic != e.italic || p.Colour != "#000000" {
				t.Errorf("%s: size %v, bold %v, italic %v, %s; want %v, %v, %v in black", e.name, p.Size, p.Bold, p.Italic, p.Colour, e.sizes, e.bold, e.italic)
			}
			if middle := (e.column[0] + e.column[1]) / 2; e.align == centred && !near((p.Left+p.Right)/2, middle) {
				t.Errorf("%s: its middle stands %.1f mm from the left, want %.1f", e.name, (p.Left+p.Right)/2, middle)
			}
			if e.rule == [2]float64{} {
				continue
			}
			share, middle := ruleBelowOf(t, rules, p)
			if share < e.rule[0]-0.01 || share > e.rule[1]+0.01 || !near(middle, (p.Left+p.Right)/2) {
				t.Errorf("%s: rule %.2f of the line, its middle at %.1f mm, want %v below %.1f", e.name, share, middle, e.rule, (p.Left+p.Right)/2)
			}
		}
	}
}

// ruleBelowOf is the rule that stands next below a line: its share of the line's length, and its middle.
func ruleBelowOf(t *testing.T, rules []testkit.Rule, p testkit.Printed) (share, middle float64) {
	t.Helper()
	for _, r := range rules {
		if r.Left > p.Left-2 && r.Right < p.Right+2 && r.Top > p.Bottom-2 && r.Top < p.Bottom+3 {
			return (r.Right - r.Left) / (p.Right - p.Left), (r.Left + r.Right) / 2
		}
	}
	t.Fatalf("no rule below %q", p.Text)
	return 0, 0
}
