package evidence_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"strings"
	"testing"
)

// Small files of every kind, made here: nothing in them is a person's.

var pdf = []byte("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n")

// webpDot is a picture of one point.
var webpDot, _ = base64.StdEncoding.DecodeString("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA")

const (
	wordMain  = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	excelMain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
)

// part is one part of a package.
type part struct{ name, body string }

func types(overrides ...string) part {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>`)
	for i := 0; i < len(overrides); i += 2 {
		b.WriteString(`<Override PartName="` + overrides[i] + `" ContentType="` + overrides[i+1] + `"/>`)
	}
	return part{"[Content_Types].xml", b.String() + `</Types>`}
}

// pack makes a zip of the parts.
func pack(t testing.TB, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, p := range parts {
		f, err := w.Create(p.name)
		if err == nil {
			_, err = io.WriteString(f, p.body)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func docx(t testing.TB, more ...part) []byte {
	return pack(t, append([]part{types("/word/document.xml", wordMain), {"word/document.xml", "<document/>"}}, more...)...)
}

func xlsx(t testing.TB) []byte {
	return pack(t, types("/xl/workbook.xml", excelMain), part{"xl/workbook.xml", "<workbook/>"})
}

// bombed is a document of which one part unpacks to a hundred million zeros.
func bombed(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	w.RegisterCompressor(zip.Deflate, func(out io.Writer) (io.WriteCloser, error) { return flate.NewWriter(out, flate.BestSpeed) })
	contents := types("/word/document.xml", wordMain)
	f, err := w.Create(contents.name)
	if err == nil {
		_, err = io.WriteString(f, contents.body)
	}
	if err == nil {
		f, err = w.Create("word/document.xml")
	}
	for range 100 {
		if err == nil {
			_, err = f.Write(make([]byte, 1_000_000))
		}
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// picture is red on its left half and blue on its right.
func picture(w, h int) image.Image {
	p := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{R: 255, A: 255}
			if x >= w/2 {
				c = color.RGBA{B: 255, A: 255}
			}
			p.SetRGBA(x, y, c)
		}
	}
	return p
}

func pngOf(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, picture(w, h)); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// blank is a grey PNG of that size.
func blank(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture(w, h), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// held is a JPEG as a camera held sideways writes it, with a place in words
// where its GPS would stand.
func held(t testing.TB, orientation uint16, place string) []byte {
	t.Helper()
	var exif bytes.Buffer
	exif.WriteString("Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00")
	_ = binary.Write(&exif, binary.LittleEndian, []uint16{0x0112, 3, 1, 0, orientation, 0, 0, 0})
	exif.WriteString(place)
	plain := jpegOf(t, 80, 40)
	length := make([]byte, 2)
	binary.BigEndian.PutUint16(length, uint16(exif.Len()+2))
	return bytes.Join([][]byte{plain[:2], {0xFF, 0xE1}, length, exif.Bytes(), plain[2:]}, nil)
}

// hugePNG says it is 60,000 points wide and high, in a hundred bytes.
func hugePNG(t testing.TB) []byte {
	t.Helper()
	b := pngOf(t, 1, 1)
	binary.BigEndian.PutUint32(b[16:], 60_000)
	binary.BigEndian.PutUint32(b[20:], 60_000)
	binary.BigEndian.PutUint32(b[29:], crcOf(b[12:29]))
	return b
}
