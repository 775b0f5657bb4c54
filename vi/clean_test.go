package vi

import (
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestClean_mendsWhatKeyboardsAndListsLeave(t *testing.T) {
	cases := []struct{ why, in, want string }{
		{"Icelandic letter in a name", "Anh Ðức", "Anh Đức"},
		{"Icelandic letter in an abbreviation", "HÐND, QÐ-UBND", "HĐND, QĐ-UBND"},
		{"its lower case", "ðường", "đường"},
		{"its decomposed neighbour", "Bùi Ði\u0300nh", "Bùi Đình"},
		{"a real Icelandic word", "Þórður, Ægisíðu", "Þórður, Ægisíðu"},
		{"decomposed letters", "Ho\u0300a", "Hòa"},
		{"marks in the wrong order", "e\u0323\u0302", "ệ"},
		{"a tone after a composed letter", "â\u0301", "ấ"},
		{"two spaces in the official list", "Xã  Mỹ Lộc", "Xã Mỹ Lộc"},
		{"spaces that do not break, and tabs", "\u00A0Kỳ\u202FSơn\t", "Kỳ Sơn"},
		{"a zero-width space inside a word", "Thanh\u200B Lĩ\u00ADnh\uFEFF", "Thanh Lĩnh"},
		{"a joiner between a letter and its tone", "a\u200D\u0301", "á"},
		{"nothing but spaces", " \u00A0 ", ""},
	}
	for _, c := range cases {
		if got := Clean(c.in); got != c.want {
			t.Errorf("%s: Clean(%+q) = %+q, want %+q", c.why, c.in, got, c.want)
		}
	}
}

func TestClean_changesNothingTheSecondTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := Clean(anyText().Draw(t, "text"))
		if twice := Clean(once); twice != once {
			t.Fatalf("once %+q, twice %+q", once, twice)
		}
		if !norm.NFC.IsNormalString(once) {
			t.Fatalf("%+q is not composed", once)
		}
	})
}
