package vi

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// encodingSample is how much of a file is looked at to guess its encoding.
const encodingSample = 64 << 10

// DetectEncoding says whether bytes are UTF-8 and, where they are not, which
// old encoding they look like: "UTF-16", "TCVN3", "VNI", "Windows-1258", or ""
// when nothing is likely. It is a guess good enough for advice, never for
// converting.
func DetectEncoding(b []byte) (name string, isUTF8 bool) {
	sample := b[:min(len(b), encodingSample)]
	if looksUTF16(sample) {
		return "UTF-16", false
	}
	if utf8.Valid(b) {
		return "UTF-8", true
	}
	return oldEncoding(sample), false
}

// CheckUTF8 refuses a file in another encoding, naming the likely one and what
// to do. The error is an *InputError.
func CheckUTF8(b []byte) error {
	name, ok := DetectEncoding(b)
	switch {
	case ok:
		return nil
	case name == "":
		return refuse("", "Tệp này không phải mã UTF-8; hãy mở bằng chương trình đã soạn rồi lưu lại bằng UTF-8.")
	}
	return refuse("", "Tệp này có vẻ dùng mã %s; hãy chuyển sang Unicode rồi lưu lại bằng UTF-8.", name)
}

// looksUTF16 finds the byte order mark, or the zero that every second byte of
// Latin letters is in UTF-16.
func looksUTF16(b []byte) bool {
	if bytes.HasPrefix(b, []byte{0xFF, 0xFE}) || bytes.HasPrefix(b, []byte{0xFE, 0xFF}) {
		return true
	}
	var zeros [2]int
	for i, c := range b {
		zeros[i%2] += count(c == 0)
	}
	return min(zeros[0], zeros[1]) == 0 && max(zeros[0], zeros[1])*8 > len(b)
}

// oldEncoding weighs the bytes above ASCII. TCVN3 alone has letters from A1 to
// BE. VNI and Windows-1258 write a tone after its vowel, each with its own
// bytes. A file with control bytes is no text at all.
func oldEncoding(b []byte) string {
	var high, tcvn3, vni, windows int
	var before byte
	for _, c := range b {
		switch {
		case c >= 0x80:
			high++
			tcvn3 += count(0xA1 <= c && c <= 0xBE)
			vni += count(isVNI(before, c))
			windows += count(isWindows1258(before, c))
		case c < ' ' && c != '\n' && c != '\r' && c != '\t':
			return ""
		}
		before = c
	}
	switch {
	case tcvn3*4 > high:
		return "TCVN3"
	case vni*2 > high && vni >= windows:
		return "VNI"
	case windows*2 > high:
		return "Windows-1258"
	}
	return ""
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// isVNI: đ ư ơ stand alone, every other mark follows the letter it belongs to.
func isVNI(before, c byte) bool {
	if strings.IndexByte("\xF1\xD1\xF6\xD6\xF4\xD4\xE6\xF3\xF2\xC6\xD3\xD2", c) >= 0 {
		return true
	}
	lower := c | 0x20
	return strings.IndexByte("aeouyAEOUY\xF4\xF6\xD4\xD6", before) >= 0 &&
		strings.IndexByte("\xF9\xF8\xFB\xF5\xEF\xE1\xE0\xE5\xE3\xE4\xE2\xE9\xE8\xFA\xFC\xEB\xEA", lower) >= 0
}

// isWindows1258: five tones follow a vowel; ă â ê ô ơ ư đ have bytes of their own.
func isWindows1258(before, c byte) bool {
	if strings.IndexByte("\xE3\xC3\xE2\xC2\xEA\xCA\xF4\xD4\xF5\xD5\xFD\xDD\xF0\xD0", c) >= 0 {
		return true
	}
	return strings.IndexByte("aeiouyAEIOUY\xE3\xC3\xE2\xC2\xEA\xCA\xF4\xD4\xF5\xD5\xFD\xDD", before) >= 0 &&
		strings.IndexByte("\xCC\xD2\xDE\xEC\xF2", c) >= 0
}
