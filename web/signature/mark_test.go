package signature_test

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"thidua/document"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
)

// beginMarked sends a file, a certificate and how the signature shows.
func beginMarked(t *testing.T, d province.Desk, pdf, cert, image []byte, fields map[string]string) *httptest.ResponseRecorder {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	_ = w.WriteField("viec", "chuan-bi")
	for name, value := range fields {
		_ = w.WriteField(name, value)
	}
	for name, raw := range map[string][]byte{"file": pdf, "certificate": cert, "image": image} {
		if raw == nil {
			continue
		}
		part, _ := w.CreateFormFile(name, name)
		_, _ = part.Write(raw)
	}
	_ = w.Close()
	r := httptest.NewRequest(http.MethodPost, "/ky-so", &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return d.Do(r)
}

// signedBy is a paper with one who signs it.
func signedBy(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	d := &document.Doc{Layout: document.Decree30, Kind: "to_trinh", TypeName: "TỜ TRÌNH", Day: testkit.Today, Letterhead: document.Letterhead{Issuer: "CỤM THI ĐUA"},
		Body: []document.Block{document.Text("Kính trình.")}, Signatures: []document.Signature{{Post: "TRƯỞNG CỤM", Name: "Họ và tên"}}}
	if err := document.WritePDF(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// ink is a transparent image with a stroke in the colour.
func ink(t testing.TB, c color.NRGBA) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, 200, 100))
	for x := range 200 {
		for y := 40; y < 60; y++ {
			img.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestBegin_preparesASignatureThatShows(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Conferring))
	_, cert := keyAndCertificate(t, testkit.Today.AddDate(-1, 0, 0), testkit.Today.AddDate(1, 0, 0))
	blue, red := ink(t, color.NRGBA{20, 40, 200, 255}), ink(t, color.NRGBA{210, 20, 30, 255})
	for name, c := range map[string]struct {
		image  []byte
		fields map[string]string
	}{
		"a person where the paper says": {blue, map[string]string{"mark": "person"}},
		"a stamp in a place":            {red, map[string]string{"mark": "agency", "page": "1", "left": "100,5", "top": "80", "width": "36"}},
		"the data":                      {nil, map[string]string{"mark": "data", "number": "05/TTr-CTĐ"}},
	} {
		w := beginMarked(t, p.As("head"), signedBy(t), cert, c.image, c.fields)
		if w.Code != http.StatusSeeOther {
			t.Errorf("%s: %d %s", name, w.Code, province.Page(t, w, w.Code).Only(t, "main").Text())
			continue
		}
		if file := p.As("head").Get(w.Header().Get("Location") + "?tep=chuan-bi").Body.String(); !strings.Contains(file, "/AP << /N ") {
			t.Errorf("%s: nothing shows", name)
		}
	}
}

func TestBegin_refusesAMarkBesideItsFieldAndKeepsWhatWasTyped(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Conferring))
	_, cert := keyAndCertificate(t, testkit.Today.AddDate(-1, 0, 0), testkit.Today.AddDate(1, 0, 0))
	blue := ink(t, color.NRGBA{20, 40, 200, 255})
	for name, c := range map[string]struct {
		pdf, image []byte
		fields     map[string]string
		field      string
	}{
		"no image":                     {signedBy(t), nil, map[string]string{"mark": "person"}, "image"},
		"an image in the wrong colour": {signedBy(t), blue, map[string]string{"mark": "agency", "width": "36"}, "image"},
		"a page in words":              {signedBy(t), blue, map[string]string{"mark": "person", "page": "cuối"}, "page"},
		"half a page":                  {signedBy(t), blue, map[string]string{"mark": "person", "page": "1,5"}, "page"},
		"a place without its page":     {signedBy(t), blue, map[string]string{"mark": "person", "left": "20"}, "page"},
		"a page beyond the file":       {signedBy(t), blue, map[string]string{"mark": "person", "page": "9"}, "page"},
		"a page of very many digits":   {signedBy(t), blue, map[string]string{"mark": "person", "page": strings.Repeat("9", 40)}, "page"},
		"a width that is no number":    {signedBy(t), blue, map[string]string{"mark": "person", "width": "NaN"}, "width"},
		"a place outside the paper":    {signedBy(t), blue, map[string]string{"mark": "person", "page": "1", "left": "205"}, "left"},
		"a kind that there is not":     {signedBy(t), blue, map[string]string{"mark": "vân tay"}, "mark"},
		"a paper that names no place":  {paper(t), blue, map[string]string{"mark": "person"}, "page"},
		"a number with an unseen sign": {signedBy(t), nil, map[string]string{"mark": "data", "number": "05\u202e/TTr"}, "number"},
	} {
		w := beginMarked(t, p.As("head"), c.pdf, cert, c.image, c.fields)
		if w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", name, w.Code)
			continue
		}
		page := province.Page(t, w, w.Code)
		if page.Only(t, "[name="+c.field+"]").Attr("aria-invalid") != "true" {
			t.Errorf("%s: nothing is wrong beside %s: %s", name, c.field, page.Only(t, "main").Text())
		}
		for typed, value := range c.fields {
			if got := page.Only(t, "[name="+typed+"]"); typed != "mark" && typed != "number" && got.Attr("value") != value {
				t.Errorf("%s: %s is now %q", name, typed, got.Attr("value"))
			}
		}
	}
}
