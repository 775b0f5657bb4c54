package seasonfile_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf16"

	"thidua/internal/testkit"
	"thidua/seasonfile"
)

func TestLoad_refusesOtherEncodingsByName(t *testing.T) {
	text := strings.Repeat("# Cụm thi đua đường số bảy; huyện Con Cuông đạt thành tích xuất sắc\n", 4) + smallYear
	for _, c := range []struct {
		name string
		raw  []byte
	}{
		{"TCVN3", recoded(text, tcvn3)},
		{"VNI", recoded(text, vni)},
		{"Windows-1258", recoded(text, windows1258)},
		{"UTF-16", wide(text)},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := seasonfile.Fault{Line: 1, Column: 1, Sentence: "Tệp này có vẻ dùng mã " + c.name + "; hãy chuyển sang Unicode rồi lưu lại bằng UTF-8."}
			if got := first(t, c.raw); got != want {
				t.Errorf("got  %v\nwant %v", got, want)
			}
		})
	}
	t.Run("UTF-8 with a byte order mark is read", func(t *testing.T) {
		db := testkit.SQLite(t)
		if _, faults, err := seasonfile.Load(context.Background(), db, []byte("\uFEFF"+smallYear)); err != nil || len(faults) > 0 {
			t.Fatal(faults, err)
		}
	})
}

// The bytes that each old encoding has for some of the letters; the others are
// left out of the samples.
var (
	tcvn3 = map[rune]string{'ụ': "\xf4", 'đ': "\xae", 'ư': "\xad", 'ờ': "\xea", 'ố': "\xe8", 'ả': "\xb6", 'ệ': "\xd6", 'ô': "\xab", 'ạ': "\xb9", 'à': "\xb5",
		'í': "\xdd", 'ấ': "\xca", 'ắ': "\xbe", 'á': "\xb8", 'ê': "\xaa", 'ủ': "\xf1", 'ă': "\xa8", 'ơ': "\xac", 'ì': "\xd7", 'â': "\xa9", 'ế': "\xd5"}
	vni = map[rune]string{'ụ': "u\xef", 'đ': "\xf1", 'ư': "\xf6", 'ờ': "\xf4\xf8", 'ố': "o\xe1", 'ả': "a\xfb", 'ệ': "e\xe4", 'ô': "o\xe2", 'ạ': "a\xef", 'à': "a\xf8",
		'í': "\xed", 'ấ': "a\xe1", 'ắ': "a\xe9", 'á': "a\xf9", 'ê': "e\xe2", 'ủ': "u\xfb", 'ă': "a\xea", 'ơ': "\xf4", 'ì': "\xec", 'â': "a\xe2", 'ế': "e\xe1"}
	windows1258 = map[rune]string{'ụ': "u\xf2", 'đ': "\xf0", 'ư': "\xfd", 'ờ': "\xf5\xcc", 'ố': "\xf4\xec", 'ả': "a\xd2", 'ệ': "\xea\xf2", 'ô': "\xf4", 'ạ': "a\xf2",
		'à': "a\xcc", 'í': "i\xec", 'ấ': "\xe2\xec", 'ắ': "\xe3\xec", 'á': "a\xec", 'ê': "\xea", 'ủ': "u\xd2", 'ă': "\xe3", 'ơ': "\xf5", 'ì': "i\xcc", 'â': "\xe2", 'ế': "\xea\xec"}
)

func recoded(text string, letters map[rune]string) []byte {
	var b strings.Builder
	for _, r := range text {
		if r < 0x80 {
			b.WriteRune(r)
		} else {
			b.WriteString(letters[r])
		}
	}
	return []byte(b.String())
}

// wide is the text as Windows' Notepad saves "Unicode": UTF-16 with its mark.
func wide(text string) []byte {
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(text)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}
