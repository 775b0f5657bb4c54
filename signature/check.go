package signature

import (
	"bytes"
	"encoding/hex"
	"regexp"
	"strconv"
	"time"

	"github.com/smallstep/pkcs7"

	"thidua/refusal"
)

// Found is one signature of a PDF that came in.
type Found struct {
	Signer string    // whose certificate it is, as the certificate says
	Issuer string    // who issued the certificate
	At     time.Time // as the signer says; zero when not said
	Valid  bool      // the part of the file it is over is as it was signed
	Whole  bool      // it is over the whole file: nothing was added behind it
	Fault  string    // why it is not valid, in words
}

// Words is the finding in one sentence.
func (f Found) Words() string {
	switch {
	case !f.Valid:
		return "Chữ ký không hợp lệ: " + f.Fault
	case !f.Whole:
		return "Phần đã ký không bị sửa; sau khi ký, tệp có được ghi thêm."
	}
	return "Tệp không bị sửa sau khi ký; chữ ký trên toàn bộ tệp."
}

// mostSignatures bounds how many signatures of a file are looked at, longest the
// bytes of one: those with whole lists of revoked certificates in them take some hundred
// thousand.
const (
	mostSignatures = 50
	longest        = 4 << 20
)

var (
	ranges = regexp.MustCompile(`/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]`)
	said   = regexp.MustCompile(`/M\s*\(D:(\d{14})(?:Z|([+-]\d{2})'(\d{2})'?)?`)
)

// Check looks at every signature of a PDF, in the order of the file. It says
// whether the bytes are those that were signed, not whether the certificate is to
// be trusted: that is the State's list to say. A file without signatures has
// none; what is no PDF is refused.
func Check(pdf []byte) (all []Found, err error) {
	if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		return nil, refusal.Field("file", "Đây không phải tệp PDF.")
	}
	for _, m := range ranges.FindAllSubmatchIndex(pdf, mostSignatures) {
		var r [4]int
		for i := range r {
			r[i], _ = strconv.Atoi(string(pdf[m[2+2*i]:m[3+2*i]]))
		}
		all = append(all, check(pdf, m[0], r))
	}
	return all, nil
}

func check(pdf []byte, at int, r [4]int) Found {
	f := Found{At: timeNear(pdf, at)}
	if r[0] != 0 || r[1] > r[2] || r[2]+r[3] > len(pdf) || r[2]-r[1] < 4 {
		f.Fault = "vùng ký ghi trong tệp không có thật."
		return f
	}
	f.Whole = len(bytes.Trim(pdf[r[2]+r[3]:], "\r\n ")) == 0
	cms, ok := contents(pdf[r[1]:r[2]])
	if !ok {
		f.Fault = "chỗ ghi chữ ký không đọc được."
		return f
	}
	if _, ok := (&ber{raw: cms}).valueEnd(0, 0); !ok {
		f.Fault = "chữ ký không đúng dạng CMS."
		return f
	}
	p, err := pkcs7.Parse(cms)
	if err != nil || len(p.Signers) != 1 {
		f.Fault = "chữ ký không đúng dạng CMS."
		return f
	}
	if c := p.GetOnlySigner(); c != nil {
		f.Signer, f.Issuer = c.Subject.CommonName, c.Issuer.CommonName
	}
	p.Content = append(bytes.Clone(pdf[:r[1]]), pdf[r[2]:r[2]+r[3]]...)
	if err := p.Verify(); err != nil {
		f.Fault = "tệp đã bị sửa sau khi ký, hoặc chữ ký không phải của chứng thư số ghi trong đó."
		return f
	}
	f.Valid = true
	return f
}

// contents is the signature in the gap of the byte range, without the zeros that
// fill its place.
func contents(gap []byte) ([]byte, bool) {
	gap = bytes.Trim(gap, " \r\n\t")
	if len(gap) < 2 || len(gap) > hex.EncodedLen(longest) || gap[0] != '<' || gap[len(gap)-1] != '>' {
		return nil, false
	}
	raw := make([]byte, hex.DecodedLen(len(gap)-2))
	if _, err := hex.Decode(raw, gap[1:len(gap)-1]); err != nil || len(raw) < 4 {
		return nil, false
	}
	return der(raw)
}

// der is the one value that a text of DER begins with.
func der(raw []byte) ([]byte, bool) {
	if raw[0] != 0x30 {
		return nil, false
	}
	size, head := int(raw[1]), 2
	if n := size & 0x7f; size > 0x7f && n >= 1 && n <= 3 && len(raw) > 2+n {
		size, head = 0, 2+n
		for _, b := range raw[2 : 2+n] {
			size = size<<8 | int(b)
		}
	} else if size == 0x80 { // of no stated length: the zeros behind it are passed over by its reader
		return raw, true
	}
	return raw[:min(head+size, len(raw))], head+size <= len(raw)
}

// timeNear is when the signer says to have signed, in the dictionary around a
// place of the file.
func timeNear(pdf []byte, at int) time.Time {
	from := max(0, bytes.LastIndex(pdf[:at], []byte("obj")))
	from = max(from, at-hex.EncodedLen(longest))
	end := bytes.Index(pdf[at:min(len(pdf), at+2*hex.EncodedLen(longest))], []byte("endobj"))
	if end < 0 {
		return time.Time{}
	}
	m := said.FindSubmatch(pdf[from : at+end])
	if m == nil {
		return time.Time{}
	}
	zone := "+0000"
	if len(m[2]) > 0 {
		zone = string(m[2]) + string(m[3])
	}
	t, _ := time.Parse("20060102150405-0700", string(m[1])+zone)
	return t
}
