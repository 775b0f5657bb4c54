package signature_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"thidua/document"
	"thidua/refusal"
	"thidua/signature"
)

var day = time.Date(2014, 11, 22, 9, 30, 0, 0, time.UTC)

// holder is somebody with a key and a certificate that the program never sees
// but for the certificate.
type holder struct {
	key  crypto.Signer
	cert *x509.Certificate
}

func holderOf(t testing.TB, name string, key crypto.Signer) holder {
	t.Helper()
	c := &x509.Certificate{SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: name}, NotBefore: day.AddDate(-1, 0, 0), NotAfter: day.AddDate(30, 0, 0),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageContentCommitment}
	raw, err := x509.CreateCertificate(rand.Reader, c, c, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(raw)
	if err != nil {
		t.Fatal(err)
	}
	return holder{key, cert}
}

func rsaHolder(t testing.TB) holder {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return holderOf(t, "Vi Văn Sơn", key)
}

func ecHolder(t testing.TB) holder {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return holderOf(t, "Lô Thị Hoa", key)
}

// signs is what happens outside: the token signs the bytes it is given.
func (h holder) signs(t testing.TB, p signature.Prepared) []byte {
	t.Helper()
	text, err := p.ToSign(h.cert)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(text)
	s, err := h.key.Sign(rand.Reader, sum[:], signature.Hash)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func paper(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := document.WritePDF(&b, &document.Doc{Layout: document.Decree30, Kind: "to_trinh", TypeName: "TỜ TRÌNH", Day: day, Place: "Con Cuông", Letterhead: document.Letterhead{Issuer: "CỤM THI ĐUA ĐƯỜNG 7"}, Body: []document.Block{document.Text("Kính trình Ủy ban nhân dân tỉnh.")}}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func prepared(t testing.TB, pdf []byte) signature.Prepared {
	t.Helper()
	p, err := signature.Prepare(pdf, signature.Request{Name: "Vi Văn Sơn", Reason: "Ký ban hành", Place: "Con Cuông", At: day})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func signed(t testing.TB, pdf []byte, h holder) []byte {
	t.Helper()
	p := prepared(t, pdf)
	file, err := p.Complete(h.cert, nil, h.signs(t, p))
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestSign_aPaperIsReadBackAsSignedWhole(t *testing.T) {
	for name, h := range map[string]holder{"RSA": rsaHolder(t), "ECDSA": ecHolder(t)} {
		t.Run(name, func(t *testing.T) {
			file := signed(t, paper(t), h)
			all, err := signature.Check(file)
			if err != nil || len(all) != 1 {
				t.Fatalf("%+v %v", all, err)
			}
			if f := all[0]; !f.Valid || !f.Whole || f.Signer != h.cert.Subject.CommonName || !f.At.Equal(day) {
				t.Errorf("%+v", f)
			}
			if said := pdfsig(t, file); strings.Count(said, "Signature is Valid") != 1 || !strings.Contains(said, "Total document signed") || !strings.Contains(said, "ETSI.CAdES.detached") {
				t.Errorf("another reader says: %s", said)
			}
		})
	}
}

func TestSign_aSecondSignatureLeavesTheFirstAsItWas(t *testing.T) {
	first, second := rsaHolder(t), ecHolder(t)
	one := signed(t, paper(t), first)
	both := signed(t, one, second)
	if !bytes.HasPrefix(both, one) {
		t.Error("what was signed first was changed")
	}
	all, err := signature.Check(both)
	if err != nil || len(all) != 2 || !all[0].Valid || all[0].Whole || !all[1].Valid || !all[1].Whole {
		t.Errorf("%+v %v", all, err)
	}
	if said := pdfsig(t, both); strings.Count(said, "Signature is Valid") != 2 {
		t.Errorf("another reader says: %s", said)
	}
}

func TestCheck_tellsWhatWasDoneToASignedFile(t *testing.T) {
	file := signed(t, paper(t), rsaHolder(t))
	at := bytes.Index(file, []byte("/Producer"))
	altered := bytes.Clone(file)
	altered[at+14] ^= 1
	cut := file[:len(file)-40]
	added := append(bytes.Clone(file), []byte("\n7 0 obj\n<< >>\nendobj\n")...)
	spoilt := bytes.Clone(file)
	copy(spoilt[bytes.LastIndex(file, []byte("/Contents <"))+11:], "00000000")
	for name, c := range map[string]struct {
		file         []byte
		valid, whole bool
		says         string
	}{
		"as it was signed":            {file, true, true, "không bị sửa"},
		"one letter altered":          {altered, false, true, "đã bị sửa"},
		"its end cut off":             {cut, false, false, "vùng ký ghi trong tệp không có thật"},
		"something added behind it":   {added, true, false, "có được ghi thêm"},
		"the signature itself spoilt": {spoilt, false, true, "không đọc được"},
	} {
		all, err := signature.Check(c.file)
		if err != nil || len(all) != 1 {
			t.Errorf("%s: %v %v", name, all, err)
			continue
		}
		if f := all[0]; f.Valid != c.valid || f.Whole != c.whole || !strings.Contains(f.Words(), c.says) {
			t.Errorf("%s: %+v %s", name, f, f.Words())
		}
	}
	if all, err := signature.Check(paper(t)); err != nil || len(all) != 0 {
		t.Errorf("a paper nobody signed: %v %v", all, err)
	}
}

func TestComplete_refusesASignatureThatIsNotOverThisPaper(t *testing.T) {
	h, other := rsaHolder(t), rsaHolder(t)
	p := prepared(t, paper(t))
	q := prepared(t, signed(t, paper(t), other))
	for name, s := range map[string][]byte{"of another paper": h.signs(t, q), "of another key": other.signs(t, p), "of nothing": nil, "rubbish": []byte("chữ ký")} {
		if _, err := p.Complete(h.cert, nil, s); !refusal.Is(err, refusal.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, cms := range map[string][]byte{"rubbish": []byte("chữ ký"), "too long": bytes.Repeat([]byte{1}, 40_000)} {
		if _, err := p.Attach(cms); !refusal.Is(err, refusal.Invalid) {
			t.Errorf("a finished signature that is %s: %v", name, err)
		}
	}
}

func TestPrepare_refusesWhatItCannotSign(t *testing.T) {
	good := paper(t)
	for name, c := range map[string]struct {
		file []byte
		says string
	}{
		"no PDF":            {[]byte("PK\x03\x04"), "không phải tệp PDF"},
		"nothing":           {nil, "không phải tệp PDF"},
		"cut in half":       {good[:len(good)/2], "cắt cụt"},
		"a packed table":    {append(bytes.Clone(good[:9]), []byte("\n1 0 obj\n<< /Type /XRef >>\nendobj\nstartxref\n10\n%%EOF")...), "được nén"},
		"a table in a loop": {[]byte("%PDF-1.4\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF"), "bị hỏng"},
		"a locked file":     {bytes.Replace(good, []byte("trailer\n<<"), []byte("trailer\n<< /Encrypt 9 0 R"), 1), "mật khẩu"},
	} {
		if _, err := signature.Prepare(c.file, signature.Request{}); !refusal.Is(err, refusal.Invalid) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzCheck(f *testing.F) {
	file := signed(f, paper(f), ecHolder(f))
	f.Add(file)
	f.Add(file[:len(file)/2])
	f.Add([]byte("%PDF-1.4\n/ByteRange [0 10 5 9999999999] /Contents <30>"))
	f.Fuzz(func(t *testing.T, pdf []byte) {
		all, _ := signature.Check(pdf)
		for _, x := range all {
			_ = x.Words()
		}
	})
}

func FuzzPrepare(f *testing.F) {
	f.Add(paper(f))
	f.Add([]byte("%PDF-1.4\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF"))
	f.Fuzz(func(t *testing.T, pdf []byte) {
		if p, err := signature.Prepare(pdf, signature.Request{Name: "A", At: day}); err == nil && !bytes.HasPrefix(p.File, pdf) {
			t.Error("what was there is changed")
		}
	})
}

// pdfsig is what poppler's reader says of the file.
func pdfsig(t testing.TB, file []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("pdfsig", path).CombinedOutput()
	if len(out) == 0 {
		t.Fatal(err)
	}
	return string(out)
}
