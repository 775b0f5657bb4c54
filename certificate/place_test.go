package certificate_test

import (
	"bytes"
	"iter"
	"math"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"thidua/award"
	"thidua/certificate"
	"thidua/internal/testkit"
	"thidua/refusal"
	"thidua/vi"
)

var a4 = certificate.Blank{Name: "Giấy khen A4", Width: certificate.A4Width, Height: certificate.A4Height}

func praise(name string) award.Award {
	return award.Award{ID: "1-7", Decision: "1", Place: 7, Kind: award.Individual, Name: name, Post: "Trưởng phòng", UnitName: "Huyện Con Cuông", Title: "certificate_of_praise", TitleName: "Giấy khen",
		Year: 2025, Achievement: "đã có thành tích xuất sắc trong phong trào thi đua năm 2025",
		By: award.Decision{Number: "155/QĐ-UBND", Day: vi.MustDay("2026-02-05"), Authority: "Chủ tịch UBND huyện Con Cuông", Signer: "Vi Văn Sơn"}}
}

// starting is the layout of article 104 with the words it needs.
func starting() certificate.Layout {
	l := certificate.Starting(certificate.A4Width, certificate.A4Height)
	for i := range l.Spots {
		switch l.Spots[i].Field {
		case certificate.PlaceDay:
			l.Spots[i].Words = "Con Cuông"
		case certificate.SignerPost:
			l.Spots[i].Words = "CHỦ TỊCH"
		}
	}
	return l
}

func one(p certificate.Page) iter.Seq2[certificate.Page, error] {
	return func(yield func(certificate.Page, error) bool) { yield(p, nil) }
}

func pdf(t testing.TB, p certificate.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := certificate.WritePDF(&b, vi.MustDay("2026-02-06"), nil, one(p)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func place(t testing.TB, b certificate.Blank, a award.Award) certificate.Page {
	t.Helper()
	p, err := certificate.Place(b, starting(), a)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPlace_setsTheLinesOfArticle104InOrderColourAndCut(t *testing.T) {
	lines := place(t, a4, praise("Lương Thị Ước")).Lines
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.Text)
		if red := l.Field == certificate.Authority || l.Field == certificate.Title; l.Red != red {
			t.Errorf("%q: red %v", l.Text, l.Red)
		}
		if both := l.Field == certificate.DecisionNo || l.Field == certificate.GoldenBook || l.Field == certificate.PlaceDay; l.Italic != both || both && !l.Bold {
			t.Errorf("%q: bold %v, italic %v", l.Text, l.Bold, l.Italic)
		}
	}
	want := []string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "CHỦ TỊCH UBND HUYỆN CON CUÔNG", "TẶNG", "GIẤY KHEN", "Lương Thị Ước", "Trưởng phòng, Huyện Con Cuông",
		"đã có thành tích xuất sắc trong phong trào thi đua năm 2025", "Quyết định số 155/QĐ-UBND ngày 05 tháng 02 năm 2026", "Số sổ vàng: 7", "Con Cuông, ngày 05 tháng 02 năm 2026", "CHỦ TỊCH", "Vi Văn Sơn"}
	if !slices.Equal(texts, want) {
		t.Errorf("got %q", texts)
	}
}

func TestPlace_saysTheTitleInFullAndWhoGivesACommendationOnlyAbove(t *testing.T) {
	a := praise("Lô Văn Thái")
	a.Title, a.TitleName = "base_emulation_fighter", "Chiến sĩ thi đua cơ sở"
	if said := certificate.Say(a); said[certificate.Gives] != "TẶNG DANH HIỆU" || said[certificate.Title] != "CHIẾN SĨ THI ĐUA CƠ SỞ" {
		t.Errorf("%v", said)
	}
	a.Title, a.TitleName, a.By.Kind = "province_certificate_of_merit", "Bằng khen của Chủ tịch UBND tỉnh", award.Posthumous
	if said := certificate.Say(a); said[certificate.Gives] != "TRUY TẶNG" || said[certificate.Title] != "BẰNG KHEN" {
		t.Errorf("%v", said)
	}
}

func TestPlace_shrinksThenBreaksALongName(t *testing.T) {
	full := nameLines(t, praise("Lương Thị Ước"))
	if len(full) != 1 || full[0].Size != 22 {
		t.Fatalf("a short name: %+v", full)
	}
	long := nameLines(t, praise("Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện Con Cuông"))
	if len(long) != 1 || long[0].Size >= 22 || long[0].Size < 0.8*22 {
		t.Errorf("a long name shrinks first: %+v", long)
	}
	longer := nameLines(t, praise("Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh và Hội Liên hiệp Thanh niên Việt Nam huyện Con Cuông"))
	if len(longer) != 2 {
		t.Errorf("a longer one breaks: %+v", longer)
	}
	if _, err := certificate.Place(a4, starting(), praise(strings.Repeat("Trung tâm Giáo dục ", 60))); !refusal.Is(err, refusal.Unsatisfied) {
		t.Errorf("what fits nowhere: %v", err)
	}
}

func nameLines(t *testing.T, a award.Award) (all []certificate.Line) {
	for _, l := range place(t, a4, a).Lines {
		if l.Field == certificate.Name {
			all = append(all, l)
		}
	}
	return all
}

func TestPlace_keepsEveryLineWithinItsWidthAndEveryWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom(strings.Fields("Trung tâm Giáo dục nghề nghiệp Nguyễn Thị Thùy Dương huyện Quỳ Châu UBND Ủy")), 1, 60).Draw(t, "words")
		l := starting()
		for i := range l.Spots {
			if l.Spots[i].Field == certificate.Name {
				l.Spots[i].Size = rapid.IntRange(8, 120).Draw(t, "size")
				l.Spots[i].Width = certificate.Length(rapid.IntRange(500, 2170).Draw(t, "width"))
			}
		}
		page, err := certificate.Place(a4, l, praise(strings.Join(words, " ")))
		if err != nil {
			if !refusal.Is(err, refusal.Unsatisfied) {
				t.Fatal(err)
			}
			return
		}
		var said []string
		spot := l.Spot(certificate.Name)
		for _, line := range page.Lines {
			if line.Field != certificate.Name {
				continue
			}
			said = append(said, line.Text)
			if line.Left < spot.X.MM()-0.01 || line.Left+line.Width > spot.X.MM()+spot.Width.MM()+0.01 || line.Size < 8 {
				t.Fatalf("%+v outside %+v", line, spot)
			}
		}
		if got := strings.Join(said, " "); got != strings.Join(words, " ") || len(said) > 2 {
			t.Fatalf("%d lines: %q", len(said), got)
		}
	})
}

func TestWritePDF_printsWithinAMillimetreOfThePlace(t *testing.T) {
	b := a4
	for _, shift := range []certificate.Length{0, 35, -20} {
		b.ShiftX, b.ShiftY = shift, -shift
		page := place(t, b, praise("Lương Thị Ước"))
		printed := testkit.PrintedOf(t, pdf(t, page))
		for _, l := range page.Lines {
			i := slices.IndexFunc(printed, func(p testkit.Printed) bool {
				return norm.NFC.IsNormalString(p.Text) && strings.TrimSpace(p.Text) == l.Text
			})
			if i < 0 {
				t.Fatalf("%q is not in the PDF: %+v", l.Text, printed)
			}
			p := printed[i]
			if math.Abs(p.Left-l.Left) > 1 || math.Abs(p.Right-(l.Left+l.Width)) > 1 || p.Top > l.Baseline || p.Bottom < l.Baseline-1 || p.Top < l.Baseline-l.Size*0.5 {
				t.Errorf("shift %s: %q stands at %.1f–%.1f × %.1f–%.1f, not %.1f–%.1f on %.1f", shift, l.Text, p.Left, p.Right, p.Top, p.Bottom, l.Left, l.Left+l.Width, l.Baseline)
			}
			if p.Bold != l.Bold || p.Italic != l.Italic || (p.Colour == "#000000") == l.Red {
				t.Errorf("%q: %+v", l.Text, p)
			}
		}
	}
	still, moved := place(t, a4, praise("An")), place(t, b, praise("An"))
	if d := moved.Lines[0].Left - still.Lines[0].Left; math.Abs(d+2) > 1e-9 {
		t.Errorf("a shift of −2 mm moved by %v", d)
	}
}

func TestWritePDF_isTheSizeOfTheBlank(t *testing.T) {
	b := certificate.Blank{Name: "Bằng khen A3", Width: 4200, Height: 2970}
	page, err := certificate.Place(b, certificate.Starting(b.Width, b.Height), praise("Lương Thị Ước"))
	if err != nil {
		t.Fatal(err)
	}
	if file := pdf(t, page); !bytes.Contains(file, []byte("/MediaBox [0 0 1190.55 841.89]")) {
		t.Error("the page is not 420 × 297 mm")
	}
}

func TestWriteCalibration_hasItsCrossesWhereItSays(t *testing.T) {
	var b bytes.Buffer
	if err := certificate.WriteCalibration(&b, vi.MustDay("2026-02-06"), a4); err != nil {
		t.Fatal(err)
	}
	printed := testkit.PrintedOf(t, b.Bytes())
	for _, at := range certificate.Crosses(a4) {
		says := "trái " + at[0].String() + " mm, trên " + at[1].String() + " mm"
		i := slices.IndexFunc(printed, func(p testkit.Printed) bool { return strings.TrimSpace(p.Text) == says })
		if i < 0 {
			t.Fatalf("no cross says %q: %+v", says, printed)
		}
		if x := printed[i].Left - 1; math.Abs(x-at[0].MM()) > 0.6 || math.Abs(printed[i].Bottom-at[1].MM()) > 1.6 {
			t.Errorf("%q stands at %.1f × %.1f", says, x, printed[i].Bottom)
		}
	}
}

func TestLength_isReadAsItIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := certificate.Length(rapid.IntRange(-99999, 99999).Draw(t, "tenths"))
		if got, ok := certificate.ParseLength(l.String()); !ok || got != l {
			t.Fatalf("%s came back as %v", l, got)
		}
	})
	for _, s := range []string{"", "a", "1,25", "NaN", "Inf", "99999", "1,2,3"} {
		if l, ok := certificate.ParseLength(s); ok {
			t.Errorf("%q was read as %s", s, l)
		}
	}
}
