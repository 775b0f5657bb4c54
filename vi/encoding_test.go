package vi

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"thidua/internal/testkit"
)

func TestDetectEncoding_namesTheOldEncodingsOfRealLines(t *testing.T) {
	utf8 := testkit.Shared(t, "legacy/emulation_lines.utf8.txt")
	files := map[string][]byte{
		"UTF-8":        utf8,
		"TCVN3":        testkit.Shared(t, "legacy/emulation_lines.tcvn3.cp1252.txt"),
		"VNI":          testkit.Shared(t, "legacy/emulation_lines.vni.cp1252.txt"),
		"Windows-1258": inWindows1258(t, utf8),
		"UTF-16":       inUTF16(t, utf8, unicode.UseBOM),
	}
	for want, file := range files {
		checkEncoding(t, file, want)
		for _, line := range bytes.Split(file, []byte("\n")) {
			if want != "UTF-16" && len(line) > 10 {
				checkEncoding(t, line, want)
			}
		}
	}
	checkEncoding(t, inUTF16(t, utf8, unicode.IgnoreBOM), "UTF-16")
}

func checkEncoding(t *testing.T, file []byte, want string) {
	t.Helper()
	name, isUTF8 := DetectEncoding(file)
	if name != want || isUTF8 != (want == "UTF-8") {
		t.Errorf("%q: got %q, %v; want %q", file, name, isUTF8, want)
	}
}

func TestDetectEncoding_guessesNothingWithoutASign(t *testing.T) {
	for why, file := range map[string][]byte{
		"French in Latin-1": []byte("R\xE9sum\xE9 g\xE9n\xE9ral"),
		"a picture":         append([]byte("\x89PNG\r\n\x1a\n"), bytes.Repeat([]byte{0xAE, 0x01, 0xB8, 0xF1}, 100)...),
		"an old Excel file": testkit.Shared(t, "legacy/vni_2006-Mau21_CKTC_NSH.xls"),
	} {
		if name, isUTF8 := DetectEncoding(file); name != "" || isUTF8 {
			t.Errorf("%s: got %q, %v", why, name, isUTF8)
		}
	}
	for _, file := range []string{"", "thi dua", "\uFEFFCụm thi đua"} {
		checkEncoding(t, []byte(file), "UTF-8")
	}
}

func TestCheckUTF8_saysHowToSaveTheFile(t *testing.T) {
	for file, advice := range map[string]string{
		"legacy/emulation_lines.tcvn3.cp1252.txt": "có vẻ dùng mã TCVN3; hãy chuyển sang Unicode rồi lưu lại bằng UTF-8",
		"legacy/emulation_lines.vni.cp1252.txt":   "có vẻ dùng mã VNI",
		"legacy/vni_2006-Mau21_CKTC_NSH.xls":      "không phải mã UTF-8",
	} {
		if sentence := sentenceOf(t, CheckUTF8(testkit.Shared(t, file))); !strings.Contains(sentence, advice) {
			t.Errorf("%s: %q does not say %q", file, sentence, advice)
		}
	}
	if err := CheckUTF8(testkit.Shared(t, "legacy/emulation_lines.utf8.txt")); err != nil {
		t.Errorf("UTF-8 was refused: %v", err)
	}
}

func TestValidText_refusesWhatCannotHaveBeenMeant(t *testing.T) {
	for why, text := range map[string]string{
		"a control character":       "Kỳ\x00 Sơn",
		"an escape sequence":        "\x1b[31mđỏ",
		"a letter lost in copying":  "K\uFFFD Sơn",
		"bytes that are no letters": "K\xfa S\xacn",
		"a private letter":          "Kỳ\uE000",
		"text turned round":         "ab\u202Ecd",
		"a code that means nothing": "a\uFFFE",
	} {
		if ValidText(text) == nil {
			t.Errorf("%s was let through: %+q", why, text)
			continue
		}
		sentenceOf(t, ValidText(text))
	}
	if sentence := sentenceOf(t, ValidText("Kỳ Sơn\x07")); !strings.Contains(sentence, "thứ 7 (U+0007)") {
		t.Errorf("the place is not named: %q", sentence)
	}
	for _, text := range []string{"", "Hội nghị giao ban:\r\n\t“Học tập và làm theo” – 100 %, 5 m², Ea H’leo", "Ho\u0300a", "🏆"} {
		if err := ValidText(text); err != nil {
			t.Errorf("%q was refused: %v", text, err)
		}
	}
}

func inUTF16(t *testing.T, utf8 []byte, bom unicode.BOMPolicy) []byte {
	t.Helper()
	out, err := unicode.UTF16(unicode.LittleEndian, bom).NewEncoder().Bytes(utf8)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// inWindows1258 writes each letter with its circumflex, breve or horn as one
// byte and its tone as the next.
func inWindows1258(t *testing.T, utf8 []byte) []byte {
	t.Helper()
	var text strings.Builder
	for _, r := range string(utf8) {
		var letter, tone strings.Builder
		for _, part := range norm.NFD.String(string(r)) {
			if strings.ContainsRune(toneMarks, part) {
				tone.WriteRune(part)
			} else {
				letter.WriteRune(part)
			}
		}
		text.WriteString(norm.NFC.String(letter.String()) + tone.String())
	}
	out, err := charmap.Windows1258.NewEncoder().String(text.String())
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}
