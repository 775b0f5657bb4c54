package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"pgregory.net/rapid"

	"thidua/pdf"
)

func bytesOf(t testing.TB, f *pdf.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := f.WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var read = sync.OnceValues(func() (faces [4]*pdf.Face, err error) {
	for i, name := range []string{"Regular", "Bold", "Italic", "BoldItalic"} {
		file, err := os.ReadFile("../document/font/LiberationSerif-" + name + ".ttf")
		if err != nil {
			return faces, err
		}
		if faces[i], err = pdf.NewFace(file); err != nil {
			return faces, err
		}
	}
	return faces, nil
})

// face is a cut of the papers' typeface.
func face(bold, italic bool) *pdf.Face {
	faces, err := read()
	if err != nil {
		panic(err)
	}
	i := 0
	if bold {
		i++
	}
	if italic {
		i += 2
	}
	return faces[i]
}

// said is what a poppler program says of a file.
func said(t testing.TB, file []byte, program string, args ...string) string {
	t.Helper()
	command := exec.Command(program, args...)
	command.Stdin = bytes.NewReader(file)
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s (Debian package poppler-utils) is needed: %v", program, err)
	}
	return string(out)
}

var info = pdf.Info{Title: "Tờ trình", Author: "Cụm thi đua", Language: "vi-VN", Created: time.Date(2026, 2, 5, 8, 0, 0, 0, time.UTC)}

func TestFile_isValidAndSaysWhatItIs(t *testing.T) {
	f := pdf.New(info)
	f.Page(210, 297)
	f.Mark(f.Element(f.Root(), "H1"))
	f.Text(face(true, false), 14, pdf.Colour{}, 30, 40, "TỜ TRÌNH")
	f.Page(297, 210)
	f.Mark(f.Element(f.Root(), "P"))
	f.Text(face(false, true), 13, pdf.Colour{200, 16, 30}, 30, 40, "Kính gửi (số 1)")
	file := bytesOf(t, f)
	if err := api.Validate(bytes.NewReader(file), model.NewDefaultConfiguration()); err != nil {
		t.Error(err)
	}
	says := said(t, file, "pdfinfo", "-l", "2", "-")
	for _, want := range []string{"Title:           Tờ trình", "Author:          Cụm thi đua", "Producer:        thidua", "2026", "Tagged:          yes", "PDF version:     1.4",
		"size:  595.28 x 841.89 pts (A4)", "size:  841.89 x 595.28 pts (A4)"} {
		if !strings.Contains(says, want) {
			t.Errorf("pdfinfo does not say %q:\n%s", want, says)
		}
	}
}

func TestText_readsBackEvenWhereTheFaceLacksTheSign(t *testing.T) {
	const text = "Ẳ ẵ Ộ ữ ỵ Ệ đ Đ 1/2 – “ơn” → Ω ж 昆 𝄞 (\\)"
	f := pdf.New(info)
	f.Page(210, 297)
	f.Text(face(false, false), 13, pdf.Colour{}, 30, 40, text)
	if got := strings.TrimSpace(said(t, bytesOf(t, f), "pdftotext", "-", "-")); got != text {
		t.Errorf("reads back %q, want %q", got, text)
	}
}

func TestText_ofMoreCharactersThanAFileHoldsIsStillAValidFile(t *testing.T) {
	var every strings.Builder
	for r := rune(0x100); r < 0x20000; r++ {
		if r < 0xD800 || r > 0xDFFF {
			every.WriteRune(r)
		}
	}
	f := pdf.New(info)
	f.Page(210, 297)
	f.Text(face(false, false), 1, pdf.Colour{}, 0, 10, every.String())
	f.Text(face(true, false), 13, pdf.Colour{}, 30, 40, "Con Cuông")
	file := bytesOf(t, f)
	if err := api.Validate(bytes.NewReader(file), model.NewDefaultConfiguration()); err != nil {
		t.Error(err)
	}
	if text := said(t, file, "pdftotext", "-", "-"); !strings.Contains(text, "Con Cuông") {
		t.Error("what stands beside it is lost")
	}
}

func TestFonts_areSubsetsInTheFileOfEachFaceUsedOnce(t *testing.T) {
	f := pdf.New(info)
	f.Page(210, 297)
	for i := range 30 {
		f.Text(face(i%2 == 0, false), 13, pdf.Colour{}, 30, 40+float64(5*i), "Cụm")
	}
	fonts := strings.Split(strings.TrimSpace(said(t, bytesOf(t, f), "pdffonts", "-")), "\n")[2:]
	if len(fonts) != 2 {
		t.Fatalf("%d fonts: %v", len(fonts), fonts)
	}
	for _, font := range fonts {
		if !strings.Contains(font, "+LiberationSerif") || !strings.Contains(font, "yes yes yes") {
			t.Errorf("not a subset in the file whose text can be read: %s", font)
		}
	}
}

func TestTags_tellHeadingsAndTablesAndLeaveOutWhatDecorates(t *testing.T) {
	f := pdf.New(info)
	f.Page(210, 297)
	upright := face(false, false)
	say := func(e *pdf.Element, y float64, text string) {
		f.Mark(e)
		f.Text(upright, 13, pdf.Colour{}, 30, y, text)
	}
	heading, table := f.Element(f.Root(), "H1"), f.Element(f.Root(), "Table")
	say(heading, 40, "Biên")
	f.Frame(pdf.Pen{Width: 0.2}, 20, 30, 100, 30)
	say(heading, 45, "bản")
	row := f.Element(table, "TR")
	say(f.Cell(row, true, 1, 2), 50, "Điểm")
	say(f.Cell(f.Element(table, "TR"), false, 1, 1), 55, "91,5")
	say(nil, 60, "Trang 2")
	got := strings.Join(strings.Fields(said(t, bytesOf(t, f), "pdfinfo", "-struct-text", "-")), " ")
	want := `Document H1 (block) "Biên" "bản" Table (block) TR TH: /Scope /Column /RowSpan 1 /ColSpan 2 "Điểm" TR TD "91,5"`
	if strings.ReplaceAll(got, " (block)", "") != strings.ReplaceAll(want, " (block)", "") {
		t.Errorf("the structure is\n%s\nwant\n%s", got, want)
	}
}

// Whatever is drawn in whatever order: the file is valid, and all its text can be read.
func TestFile_staysValidWhateverIsDrawn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := pdf.New(info)
		f.Page(210, 297)
		parts := []*pdf.Element{nil, f.Root()}
		want := 0
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			at := rapid.Float64Range(0, 290).Draw(t, "at")
			switch rapid.IntRange(0, 5).Draw(t, "what") {
			case 0:
				f.Page(297, 210)
			case 1:
				parts = append(parts, f.Element(f.Root(), "P"))
			case 2:
				f.Mark(rapid.SampledFrom(parts).Draw(t, "part"))
			case 3:
				f.Line(pdf.Pen{Width: 0.1, Colour: pdf.Colour{255, 0, 0}}, at, at, 10, 10)
			case 4:
				f.Fill(pdf.Colour{0, 0, 255}, at, at, 10, 10)
			default:
				f.Text(face(at > 100, at > 200), 10, pdf.Colour{}, at, at, "x")
				want++
			}
		}
		var b bytes.Buffer
		if _, err := f.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		ctx, err := api.ReadAndValidate(bytes.NewReader(b.Bytes()), model.NewDefaultConfiguration())
		if err != nil {
			t.Fatal(err)
		}
		if ctx.PageCount != f.Pages() {
			t.Fatalf("%d pages, want %d", ctx.PageCount, f.Pages())
		}
	})
}

func TestFile_isTheSameBytesFromSeveralAtOnce(t *testing.T) {
	made := make([][]byte, 4)
	var all sync.WaitGroup
	for i := range made {
		all.Go(func() {
			f := pdf.New(info)
			f.Page(210, 297)
			for n := range 200 {
				f.Text(face(n%2 == 0, n%3 == 0), 13, pdf.Colour{}, 30, float64(n), fmt.Sprintf("dòng %d %c 昆", n, 'À'+rune(n)))
			}
			made[i] = bytesOf(t, f)
		})
	}
	all.Wait()
	for _, file := range made[1:] {
		if !bytes.Equal(file, made[0]) {
			t.Fatal("the same calls gave other bytes")
		}
	}
}

func TestPicture_standsInItsPlaceAndLetsThePaperShineThrough(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 10, 10)) // the left half is clear, the right half blue
	for y := range 10 {
		for x := 5; x < 10; x++ {
			img.Set(x, y, color.NRGBA{0, 0, 255, 255})
		}
	}
	var asPNG, asJPEG bytes.Buffer
	grey := image.NewGray(image.Rect(0, 0, 8, 8))
	if err := png.Encode(&asPNG, img); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&asJPEG, grey, nil); err != nil {
		t.Fatal(err)
	}
	f := pdf.New(info)
	f.Page(100, 100)
	for i, file := range [][]byte{asPNG.Bytes(), asJPEG.Bytes()} {
		p, err := pdf.NewPicture(file)
		if err != nil {
			t.Fatal(err)
		}
		f.Mark(f.Figure(f.Root(), "Ảnh"))
		f.Picture(p, 10+50*float64(i), 10, 20, 20)
	}
	page, _, err := image.Decode(strings.NewReader(said(t, bytesOf(t, f), "pdftoppm", "-r", "25.4", "-png", "-"))) // a pixel a millimetre
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[image.Point]string{{13, 20}: "ffffff", {26, 20}: "0000ff", {70, 20}: "000000", {40, 20}: "ffffff", {26, 40}: "ffffff"} {
		r, g, b, _ := page.At(at.X, at.Y).RGBA()
		if got := fmt.Sprintf("%02x%02x%02x", r>>8, g>>8, b>>8); got != want {
			t.Errorf("at %v mm stands %s, want %s", at, got, want)
		}
	}
}

func TestNewPicture_refusesWhatIsNoneOrTooLarge(t *testing.T) {
	var small bytes.Buffer
	if err := png.Encode(&small, image.NewGray(image.Rect(0, 0, 1, 1))); err != nil {
		t.Fatal(err)
	}
	huge := bytes.Clone(small.Bytes())
	copy(huge[16:], []byte{0, 1, 0, 0, 0, 1, 0, 0}) // 65,536 pixels by as many
	for name, file := range map[string][]byte{"nothing": nil, "text": []byte("Con Cuông"), "cut short": small.Bytes()[:20], "huge": huge} {
		if p, err := pdf.NewPicture(file); err == nil {
			t.Errorf("%s: %+v", name, p)
		}
	}
}

func FuzzNewPicture(f *testing.F) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 2, 2))); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	b.Reset()
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 2, 2)), nil); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Fuzz(func(t *testing.T, file []byte) {
		if p, err := pdf.NewPicture(file); err == nil && (p.Width <= 0 || p.Height <= 0) {
			t.Errorf("a picture of %d × %d", p.Width, p.Height)
		}
	})
}
