package vi

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestFold_findsANameHoweverItWasTyped(t *testing.T) {
	cases := []struct{ in, want string }{
		{"Huyện Con Cuông", "huyen con cuong"},
		{"Đường 7", "duong 7"},
		{"Anh Ðức", "anh duc"},
		{"ĐẶNG THỊ ÁNH", "dang thi anh"},
		{"Ea H’leo", "ea h leo"},
		{"Ea H'leo", "ea h leo"},
		{"Đạ M'ri", "da m ri"},
		{"Phan Rang-Tháp Chàm", "phan rang thap cham"},
		{"  Văn Miếu – Quốc Tử Giám. ", "van mieu quoc tu giam"},
		{"Thanh\u200B Lĩnh", "thanh linh"},
		{"m²", "m2"},
		{"…", ""},
	}
	for _, c := range cases {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestFold_unitesYAndIOnlyWhereWritersDiffer(t *testing.T) {
	same := [][2]string{{"Kỳ Sơn", "Kì Sơn"}, {"Lý", "Lí"}, {"Sỹ", "Sĩ"}, {"Mỹ Lý", "Mĩ Lí"}, {"Quý", "Quí"},
		{"Quỳnh Lưu", "Quình Lưu"}, {"tỷ", "tỉ"}, {"Hy", "Hi"}, {"Thủy", "Thuỷ"}, {"Hòa", "Hoà"}, {"Thúy", "Thuý"}}
	for _, pair := range same {
		if Fold(pair[0]) != Fold(pair[1]) {
			t.Errorf("%s and %s should be found as one: %q, %q", pair[0], pair[1], Fold(pair[0]), Fold(pair[1]))
		}
	}
	different := [][2]string{{"tay", "tai"}, {"thúy", "thúi"}, {"Y tế", "I tế"}, {"mây", "mâi"}, {"yên", "iên"}, {"Nguyên", "Nguiên"}}
	for _, pair := range different {
		if Fold(pair[0]) == Fold(pair[1]) {
			t.Errorf("%s and %s are different, both give %q", pair[0], pair[1], Fold(pair[0]))
		}
	}
}

func TestFold_ofAnOfficialUnitIsTheSameInBothTonePlacements(t *testing.T) {
	for _, row := range sharedTable(t, "admin/tone_placement_variants.csv") {
		old, current := row["old_style_name"], row["new_style_name"]
		if old == current {
			t.Errorf("row %s does not vary", row["code"])
		}
		if Fold(old) != Fold(current) || SpellingKey(old) != SpellingKey(current) || !SameName(old, current) {
			t.Errorf("%s and %s are one unit: keys %q and %q", old, current, SpellingKey(old), SpellingKey(current))
		}
	}
}

func TestSpellingKey_keepsNamesApartThatDifferInAccents(t *testing.T) {
	for _, pair := range [][2]string{{"Hoa Sơn", "Hòa Sơn"}, {"Diễn Hoa", "Diên Hoa"}, {"Lưỡng Minh", "Lượng Minh"},
		{"Phó Bảng", "Phố Bảng"}, {"Đa", "Da"}, {"Sơn", "Son"}, {"Cân", "Căn"}} {
		if SpellingKey(pair[0]) == SpellingKey(pair[1]) {
			t.Errorf("%s and %s are two names, both give %q", pair[0], pair[1], SpellingKey(pair[0]))
		}
	}
	for _, pair := range [][2]string{{"KỲ  SƠN", "Kì Sơn"}, {"Anh Ðức", "anh đức"}, {"Hoà Bình", "Hòa Bình"}, {"Quý", "Quí"}} {
		if SpellingKey(pair[0]) != SpellingKey(pair[1]) {
			t.Errorf("%s and %s are one name: %q, %q", pair[0], pair[1], SpellingKey(pair[0]), SpellingKey(pair[1]))
		}
	}
}

func TestFold_rulesThatHoldForEveryText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkFold(t, anyText().Draw(t, "text")) })
}

func TestFold_ofTheBeginningIsTheBeginningOfTheFold(t *testing.T) {
	words := rapid.StringOfN(rapid.SampledFrom([]rune("aăâbcdđeêghiklmnoôơpqrstuưvxyỳýấệợữỷỹùà ")), 0, 20, -1)
	rapid.Check(t, func(t *rapid.T) {
		whole := []rune(words.Draw(t, "text"))
		typed := whole[:rapid.IntRange(0, len(whole)).Draw(t, "typed")]
		if !strings.HasPrefix(Fold(string(whole)), Fold(string(typed))) {
			t.Fatalf("typing %q does not find %q: %q, %q", string(typed), string(whole), Fold(string(typed)), Fold(string(whole)))
		}
	})
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"Kỳ Sơn", "Ho\u0300a", "Anh Ðức", "Ea H’leo", "quyết", "\xff", "\xf1Ä", "a\u034F\u0301", "İ", "ﬁ", "각"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkFold(t, s) })
}

// checkFold states what holds for any text at all.
func checkFold(t interface {
	Fatalf(string, ...any)
}, s string) {
	key, spelling := Fold(s), SpellingKey(s)
	if again := Fold(key); again != key {
		t.Fatalf("Fold(%+q) = %+q, again %+q", s, key, again)
	}
	if again := SpellingKey(spelling); again != spelling {
		t.Fatalf("SpellingKey(%+q) = %+q, again %+q", s, spelling, again)
	}
	if apart := Fold(norm.NFD.String(s)); apart != Fold(norm.NFC.String(s)) || apart != key {
		t.Fatalf("composed and decomposed %+q give %+q and %+q", s, key, apart)
	}
	if viaSpelling := Fold(spelling); viaSpelling != key {
		t.Fatalf("accents matter twice in %+q: %+q, %+q", s, viaSpelling, key)
	}
	if strings.TrimSpace(key) != key || strings.Contains(key, "  ") {
		t.Fatalf("spaces left in %+q", key)
	}
}
