package signature_test

import (
	"bytes"
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"encoding/pem"
	"math/big"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"thidua/document"
	"thidua/internal/province"
	"thidua/internal/testkit"
	"thidua/season"
	"thidua/signature"
	"thidua/store"
)

func keyAndCertificate(t testing.TB, from, until time.Time) (*ecdsa.PrivateKey, []byte) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	c := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Vi Văn Sơn"}, NotBefore: from, NotAfter: until}
	raw, err := x509.CreateCertificate(rand.Reader, c, c, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	return key, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: raw})
}

func paper(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	d := &document.Doc{Layout: document.Circular01, Kind: "to_trinh", TypeName: "TỜ TRÌNH", Day: testkit.Today, Letterhead: document.Letterhead{Issuer: "CỤM THI ĐUA"}, Body: []document.Block{document.Text("Kính trình.")}}
	if err := document.WritePDF(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// begin sends a file and a certificate.
func begin(d province.Desk, pdf, cert []byte) *httptest.ResponseRecorder {
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	_ = w.WriteField("viec", "chuan-bi")
	_ = w.WriteField("reason", "Ký ban hành")
	for name, raw := range map[string][]byte{"file": pdf, "certificate": cert} {
		part, _ := w.CreateFormFile(name, name+".pdf")
		_, _ = part.Write(raw)
	}
	_ = w.Close()
	r := httptest.NewRequest(http.MethodPost, "/ky-so", &body)
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	return d.Do(r)
}

func TestSign_aFileGoesOutIsSignedAndComesBack(t *testing.T) {
	testkit.OnBothEngines(t, func(t *testing.T, db *store.DB) {
		p := province.New(t, db, province.Phase(season.Conferring))
		d := p.As("head")
		key, cert := keyAndCertificate(t, testkit.Today.AddDate(-1, 0, 0), testkit.Today.AddDate(1, 0, 0))
		w := begin(d, paper(t), cert)
		if w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		at := w.Header().Get("Location")
		if text := province.Page(t, d.Get(at), http.StatusOK).Only(t, "main").Text(); !strings.Contains(text, "Vi Văn Sơn") || !strings.Contains(text, "SHA-256") {
			t.Error(text)
		}
		if w := d.Get(at + "?tep=da-ky"); w.Code != http.StatusNotFound {
			t.Errorf("a signed file before it is signed: %d", w.Code)
		}
		sum := sha256.Sum256(d.Get(at + "?tep=can-ky").Body.Bytes())
		mine, err := key.Sign(rand.Reader, sum[:], crypto.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		bring := func(d province.Desk, text string) *httptest.ResponseRecorder {
			return d.Post(at, map[string][]string{"viec": {"hoan-tat"}, "signature": {text}})
		}
		for text, says := range map[string]string{"": "Chưa có chữ ký", "YWJj": "không phải của chứng thư số này"} {
			if w := bring(d, text); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), says) {
				t.Errorf("%q: %d", text, w.Code)
			}
		}
		good := base64.StdEncoding.EncodeToString(mine)
		for who, code := range map[string]int{"deputy": 404, "admin": 403, "inspector": 403, "": 401} {
			if w := bring(p.As(who), good); w.Code != code {
				t.Errorf("%q brings it for another: %d", who, w.Code)
			}
			if w := p.As(who).Get(at + "?tep=can-ky"); w.Code == http.StatusOK {
				t.Errorf("%q takes another's", who)
			}
		}
		if w := bring(d, good); w.Code != http.StatusSeeOther {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		if w := bring(d, good); w.Code != http.StatusConflict {
			t.Errorf("signed twice: %d", w.Code)
		}
		file := d.Get(at + "?tep=da-ky").Body.Bytes()
		if all, err := signature.Check(file); err != nil || len(all) != 1 || !all[0].Valid || !all[0].Whole {
			t.Errorf("%+v %v", all, err)
		}
		for name, c := range map[string]struct {
			file []byte
			code int
			says string
		}{
			"as it was signed": {file, http.StatusOK, "toàn vẹn"},
			"altered":          {bytes.Replace(file, []byte("/Producer"), []byte("/producer"), 1), http.StatusOK, "không hợp lệ"},
			"not signed":       {paper(t), http.StatusOK, "không có chữ ký số nào"},
			"no PDF":           {[]byte("PK"), http.StatusBadRequest, "không phải tệp PDF"},
		} {
			w := p.As("inspector").Send("/ky-so/kiem-tra", nil, "file", "a.pdf", c.file)
			if text := province.Page(t, w, c.code).Only(t, "main").Text(); !strings.Contains(text, c.says) {
				t.Errorf("%s: %s", name, text)
			}
		}
		if w := d.Post(at, map[string][]string{"viec": {"bo"}}); w.Code != http.StatusSeeOther || d.Get(at).Code != http.StatusNotFound {
			t.Errorf("taken off: %d", w.Code)
		}
	})
}

func TestBegin_refusesBesideTheFileThatIsWrong(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Conferring))
	_, good := keyAndCertificate(t, testkit.Today.AddDate(-1, 0, 0), testkit.Today.AddDate(1, 0, 0))
	_, old := keyAndCertificate(t, testkit.Today.AddDate(-3, 0, 0), testkit.Today.AddDate(-1, 0, 0))
	for name, c := range map[string]struct {
		pdf, cert []byte
		field     string
	}{
		"no PDF":                {[]byte("PK"), good, "#o-file"},
		"no certificate":        {paper(t), []byte("x"), "#o-certificate"},
		"a certificate run out": {paper(t), old, "#o-certificate"},
	} {
		if w := begin(p.As("head"), c.pdf, c.cert); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), c.field) {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	for _, who := range []string{"admin", "inspector"} {
		if w := begin(p.As(who), paper(t), good); w.Code != http.StatusForbidden {
			t.Errorf("%s signs: %d", who, w.Code)
		}
	}
}

func TestBegin_keepsTheLastTwentyOfAPerson(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Conferring))
	_, cert := keyAndCertificate(t, testkit.Today.AddDate(-1, 0, 0), testkit.Today.AddDate(1, 0, 0))
	first := begin(p.As("head"), paper(t), cert).Header().Get("Location")
	theirs := begin(p.As("deputy"), paper(t), cert).Header().Get("Location")
	for range 20 {
		begin(p.As("head"), paper(t), cert)
	}
	var all []signature.Signing
	testkit.Write(t, p.DB, func(ctx context.Context, tx *store.Tx) (err error) {
		all, err = signature.Of(ctx, tx, p.People["head"].ID)
		return err
	})
	if len(all) != 20 || p.As("head").Get(first).Code != http.StatusNotFound || p.As("deputy").Get(theirs).Code != http.StatusOK {
		t.Errorf("%d are kept", len(all))
	}
}

func TestBrowser_thePagesServeEveryReader(t *testing.T) {
	p := province.New(t, testkit.SQLite(t), province.Phase(season.Conferring))
	_, cert := keyAndCertificate(t, testkit.Today.AddDate(-1, 0, 0), testkit.Today.AddDate(1, 0, 0))
	at := begin(p.As("head"), paper(t), cert).Header().Get("Location")
	site, page := p.Serve(), testkit.Browser(t)
	page.SignIn(p.Cookie("head"), site+"/ky-so")
	for name, address := range map[string]string{"ky-so": "/ky-so", "ky-so-mot-tep": at, "ky-so-kiem-tra": "/ky-so/kiem-tra"} {
		page.Open(site + address)
		page.Look(name)
	}
}
