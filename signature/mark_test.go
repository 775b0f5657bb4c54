package signature_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/document"
	"thidua/internal/testkit"
	"thidua/pdf"
	"thidua/refusal"
	"thidua/signature"
)

var (
	blue = color.NRGBA{20, 40, 200, 255}
	red  = color.NRGBA{210, 20, 30, 255}
)

var request = signature.Request{Name: "Vi Văn Sơn", Reason: "Ký ban hành", Place: "Con Cuông", At: day}

// inkOf is a PNG of that size with a frame in the colour and a clear middle, as a
// signature or a stamp has.
func inkOf(t testing.TB, width, height int, ink color.NRGBA) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			if x < 4 || y < 4 || x >= width-4 || y >= height-4 {
				img.Set(x, y, ink)
			}
		}
	}
	return pngOf(t, img)
}

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// measured adds to a PNG how many pixels it has to the metre.
func measured(file []byte, perMetre uint32) []byte {
	chunk := append([]byte("pHYs"), binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, perMetre), perMetre)...)
	chunk = append(chunk, 1)
	whole := binary.BigEndian.AppendUint32(nil, 9)
	whole = append(whole, chunk...)
	whole = binary.BigEndian.AppendUint32(whole, crc32.ChecksumIEEE(chunk))
	const afterHead = 8 + 25
	return append(append(bytes.Clone(file[:afterHead]), whole...), file[afterHead:]...)
}

// letter is a paper with one who signs it.
func letter(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	d := &document.Doc{Layout: document.Decree30, Kind: "to_trinh", TypeName: "TỜ TRÌNH", Day: testkit.Today, Letterhead: document.Letterhead{Issuer: "CỤM THI ĐUA"},
		Body: []document.Block{document.Text("Kính trình.")}, Signatures: []document.Signature{{Post: "TRƯỞNG CỤM", Name: "Họ và tên"}}, Recipients: []string{"Như trên;"}}
	if err := document.WritePDF(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func marked(t testing.TB, file []byte, h holder, m signature.Mark) []byte {
	t.Helper()
	r := request
	r.Mark = m
	p, err := signature.Prepare(file, r)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := p.Complete(h.cert, nil, h.signs(t, p))
	if err != nil {
		t.Fatal(err)
	}
	return whole
}

// inked is where a colour stands on a page: millimetres from its upper left
// corner. It is told by what a reader sees.
func inked(t testing.TB, file []byte, page int, ink color.NRGBA) (left, top, right, bottom float64) {
	t.Helper()
	const perInch = 150
	dir := t.TempDir()
	path := filepath.Join(dir, "signed.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdftoppm", "-r", fmt.Sprint(perInch), "-png", "-f", fmt.Sprint(page), "-l", fmt.Sprint(page), path).Output()
	if err != nil {
		t.Fatalf("pdftoppm (Debian package poppler-utils) is needed: %v", err)
	}
	if folder := os.Getenv("THIDUA_PICTURES"); folder != "" {
		_ = os.WriteFile(filepath.Join(folder, strings.ReplaceAll(t.Name(), "/", "-")+".png"), out, 0o600)
	}
	img, err := png.Decode(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	left, top = math.Inf(1), math.Inf(1)
	b := img.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			r, g, blue, _ := img.At(x, y).RGBA()
			if far(int(r>>8), int(ink.R)) || far(int(g>>8), int(ink.G)) || far(int(blue>>8), int(ink.B)) {
				continue
			}
			const mm = 25.4 / perInch
			left, top = min(left, float64(x)*mm), min(top, float64(y)*mm)
			right, bottom = max(right, float64(x+1)*mm), max(bottom, float64(y+1)*mm)
		}
	}
	return left, top, right, bottom
}

func far(a, b int) bool { return a-b > 60 || b-a > 60 }

func near(t testing.TB, what string, got, want float64) {
	t.Helper()
	if math.Abs(got-want) > 0.5 {
		t.Errorf("%s is at %.2f mm, want %.2f", what, got, want)
	}
}

func TestMark_standsWhereItWasPut(t *testing.T) {
	h := ecHolder(t)
	file := marked(t, letter(t), h, signature.Mark{Kind: signature.Person, Image: inkOf(t, 400, 200, blue), Page: 1, Left: 30, Top: 200, Width: 40})
	left, top, right, bottom := inked(t, file, 1, blue)
	near(t, "left", left, 30)
	near(t, "top", top, 200)
	near(t, "right", right, 70)
	near(t, "bottom", bottom, 220)
	if said := pdfsig(t, file); strings.Count(said, "Signature is Valid") != 1 || !strings.Contains(said, "Total document signed") {
		t.Errorf("another reader says: %s", said)
	}
}

func TestMark_ofAPersonStandsInTheRoomForTheHandAndTheStampOverAThirdOfItAtItsLeft(t *testing.T) {
	person, body := ecHolder(t), rsaHolder(t)
	one := marked(t, letter(t), person, signature.Mark{Kind: signature.Person, Image: inkOf(t, 400, 200, blue)})
	left, top, right, bottom := inked(t, one, 1, blue)
	post, name := printed(t, one, "TRƯỞNG CỤM"), printed(t, one, "Họ và tên")
	if top < post.Bottom-0.5 || bottom > name.Top+0.5 {
		t.Errorf("the signature stands from %.1f to %.1f mm, between %.1f and %.1f", top, bottom, post.Bottom, name.Top)
	}
	near(t, "its middle", (left+right)/2, (post.Left+post.Right)/2)
	near(t, "its width", right-left, 44) // 22 mm high

	stamp := measured(inkOf(t, 360, 360, red), 10_000) // 36 mm
	both := marked(t, one, body, signature.Mark{Kind: signature.Agency, Image: stamp})
	l, u, r, b := inked(t, both, 1, red)
	near(t, "the stamp's width", r-l, 36)
	near(t, "the stamp's right edge", r, left+(right-left)/3)
	near(t, "the stamp's middle", (u+b)/2, (top+bottom)/2)
	if !bytes.HasPrefix(both, one) {
		t.Error("what was signed first was changed")
	}
	if said := pdfsig(t, both); strings.Count(said, "Signature is Valid") != 2 {
		t.Errorf("another reader says: %s", said)
	}
}

func printed(t testing.TB, file []byte, text string) testkit.Printed {
	t.Helper()
	for _, p := range testkit.PrintedOf(t, file) {
		if p.Text == text {
			return p
		}
	}
	t.Fatalf("%q is not printed", text)
	return testkit.Printed{}
}

func TestMark_ofDataTellsTheMomentOfTheSignatureAtTheUpperRightInSizeTen(t *testing.T) {
	file := marked(t, letter(t), ecHolder(t), signature.Mark{Kind: signature.Data, Number: "05/TTr-CTĐ"})
	zone := day.UTC().Add(7*3600*1e9).Format("2006-01-02T15:04:05") + "+07:00"
	for _, text := range []string{"05/TTr-CTĐ", zone} {
		p := printed(t, file, text)
		if p.Page != 1 || p.Size != 10 || p.Bold || p.Italic || p.Colour != "#000000" || p.Top < 5 || p.Bottom > 25 {
			t.Errorf("%+v", p)
		}
		near(t, "its right edge", p.Right, 195)
	}
	if !bytes.Contains(file, []byte(day.UTC().Format("D:20060102150405"))) {
		t.Error("the signature states another moment")
	}
}

func TestMark_standsRightOnAPageThatDoesNotBeginAtZero(t *testing.T) {
	whole := letter(t)
	moved := bytes.Replace(whole, []byte("/MediaBox [0 0 595.28 841.89]"), []byte("/MediaBox [5 7 600.28 848.89]"), 1)
	if len(moved) != len(whole) {
		t.Fatal("the file's places have moved")
	}
	file := marked(t, moved, ecHolder(t), signature.Mark{Kind: signature.Person, Image: inkOf(t, 400, 200, blue), Page: 1, Left: 30, Top: 200, Width: 40})
	left, top, _, _ := inked(t, file, 1, blue)
	near(t, "left", left, 30)
	near(t, "top", top, 200)
}

func TestMark_refusesBesideItsField(t *testing.T) {
	opaque := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	for i := range opaque.Pix {
		opaque.Pix[i] = 255
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, opaque, nil); err != nil {
		t.Fatal(err)
	}
	huge := inkOf(t, 10, 10, blue)
	copy(huge[16:], []byte{0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff})
	good, stamp := inkOf(t, 400, 200, blue), inkOf(t, 200, 200, red)
	var plain bytes.Buffer
	f := pdf.New(pdf.Info{})
	f.Page(210, 297)
	if _, err := f.WriteTo(&plain); err != nil {
		t.Fatal(err)
	}
	turned := bytes.Replace(letter(t), []byte("/StructParents 0>>"), []byte("/Rotate 90      >>"), 1)
	for name, c := range map[string]struct {
		file  []byte
		mark  signature.Mark
		field string
	}{
		"no image":                     {nil, signature.Mark{Kind: signature.Person}, "image"},
		"a photograph":                 {nil, signature.Mark{Kind: signature.Person, Image: photo.Bytes()}, "image"},
		"a PNG cut short":              {nil, signature.Mark{Kind: signature.Person, Image: good[:len(good)/2]}, "image"},
		"a ground that is not clear":   {nil, signature.Mark{Kind: signature.Person, Image: pngOf(t, opaque)}, "image"},
		"nothing drawn":                {nil, signature.Mark{Kind: signature.Person, Image: pngOf(t, image.NewNRGBA(image.Rect(0, 0, 9, 9)))}, "image"},
		"a red signature":              {nil, signature.Mark{Kind: signature.Person, Image: stamp}, "image"},
		"a blue stamp":                 {nil, signature.Mark{Kind: signature.Agency, Image: good, Width: 36}, "image"},
		"an image of billions of dots": {nil, signature.Mark{Kind: signature.Person, Image: huge}, "image"},
		"a stamp of unknown size":      {nil, signature.Mark{Kind: signature.Agency, Image: stamp}, "width"},
		"a stamp as wide as the page":  {nil, signature.Mark{Kind: signature.Agency, Image: stamp, Width: 200, Page: 1}, "width"},
		"a page that is not there":     {nil, signature.Mark{Kind: signature.Person, Image: good, Page: 2}, "page"},
		"left of the page":             {nil, signature.Mark{Kind: signature.Person, Image: good, Page: 1, Left: -1}, "left"},
		"over its right edge":          {nil, signature.Mark{Kind: signature.Person, Image: good, Page: 1, Left: 190, Width: 40}, "left"},
		"below the page":               {nil, signature.Mark{Kind: signature.Person, Image: good, Page: 1, Top: 290, Width: 40}, "top"},
		"a file that names no place":   {plain.Bytes(), signature.Mark{Kind: signature.Person, Image: good}, "page"},
		"a page that is turned":        {turned, signature.Mark{Kind: signature.Person, Image: good, Page: 1}, "file"},
		"a kind that there is not":     {nil, signature.Mark{Kind: "vân tay"}, "mark"},
	} {
		t.Run(name, func(t *testing.T) {
			file := c.file
			if file == nil {
				file = letter(t)
			}
			r := request
			r.Mark = c.mark
			_, err := signature.Prepare(file, r)
			if x := refusal.Of(err); x == nil || x.Field != c.field {
				t.Errorf("%v, want a refusal beside %q", err, c.field)
			}
		})
	}
}

// Whatever place is asked for: it is refused, or the file is signed as a whole, its
// bytes before are as they were, and it can be signed again.
func TestMark_neverSpoilsTheFile(t *testing.T) {
	h, file, ink := ecHolder(t), letter(t), inkOf(t, 60, 30, blue)
	rapid.Check(t, func(rt *rapid.T) {
		r := request
		r.Mark = signature.Mark{Kind: signature.Person, Image: ink, Page: rapid.IntRange(-1, 3).Draw(rt, "page"), Left: rapid.Float64Range(-50, 250).Draw(rt, "left"),
			Top: rapid.Float64Range(-50, 320).Draw(rt, "top"), Width: rapid.Float64Range(0, 150).Draw(rt, "width")}
		p, err := signature.Prepare(file, r)
		if err != nil {
			if !refusal.Is(err, refusal.Invalid) {
				rt.Fatal(err)
			}
			return
		}
		whole, err := p.Complete(h.cert, nil, h.signs(t, p))
		if err != nil || !bytes.HasPrefix(whole, file) {
			rt.Fatalf("%v", err)
		}
		if _, err := signature.Prepare(whole, r); err != nil {
			rt.Fatalf("not signed again: %v", err)
		}
	})
}
