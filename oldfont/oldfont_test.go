package oldfont

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"thidua/internal/testkit"
)

func TestDecode_agreesWithThePublishedTablesLetterByLetter(t *testing.T) {
	for file, e := range map[string]Encoding{"legacy/tcvn3_table.json": TCVN3, "legacy/vni_table.json": VNI} {
		var published struct{ Table map[string]string }
		if err := json.Unmarshal(testkit.Shared(t, file), &published); err != nil {
			t.Fatal(err)
		}
		if len(published.Table) < 70 {
			t.Fatalf("%s has %d letters", file, len(published.Table))
		}
		for coded, letter := range published.Table {
			if got := Decode(coded, e); got != letter {
				t.Errorf("%s: %q is %q, the table says %q", e, coded, got, letter)
			}
			if got, lost := Encode(letter, e); strings.EqualFold(coded, "yï") { // beside î, the letter's own code
				continue
			} else if got != coded || lost != nil {
				t.Errorf("%s: %q is written %q (lost %q), the table says %q", e, letter, got, lost, coded)
			}
		}
	}
}

// TCVN3 without its font has no capitals with a tone: only these may differ.
func TestText_readsTheEmulationLinesByteForByte(t *testing.T) {
	truth := strings.TrimSuffix(string(testkit.Shared(t, "legacy/emulation_lines.utf8.txt")), "\n")
	for file, want := range map[string]struct{ name, differ string }{
		"tcvn3.cp1252": {"TCVN3", "ỦỆỦ"}, "vni.cp1252": {"VNI", ""}, "utf8": {"UTF-8", ""},
	} {
		got, name, err := Text(testkit.Shared(t, "legacy/emulation_lines."+file+".txt"))
		if err != nil || name != want.name {
			t.Fatalf("%s: taken for %q, %v", file, name, err)
		}
		got = strings.TrimSuffix(strings.ReplaceAll(got, "\r\n", "\n"), "\n") // the old files end their lines in two bytes
		if diff := differing(got, truth); diff != want.differ {
			t.Errorf("%s: the letters %q differ\n%s", file, diff, got)
		}
	}
}

// differing are the letters of the truth at the places where the text has
// another case.
func differing(text, truth string) string {
	x, y := []rune(text), []rune(truth)
	if len(x) != len(y) {
		return "all: the lengths differ"
	}
	var out strings.Builder
	for i := range x {
		if x[i] != y[i] {
			out.WriteRune(y[i])
		}
	}
	return out.String()
}

// letters are all Vietnamese letters above ASCII.
const letters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"

func TestDecode_takesBackWhatWasEncoded(t *testing.T) {
	small := []rune(letters + "abcdeghiklmnopqrstuvxy 0123456789.,-/()")
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(rapid.SampledFrom(small), 0, 60).Draw(t, "text"))
		for _, e := range []Encoding{Unicode, TCVN3, VNI} {
			for _, variant := range []string{text, strings.ToUpper(text)} {
				coded, lost := Encode(variant, e)
				if e == TCVN3 && variant != text {
					continue // its capitals are in the font
				}
				if back := Decode(coded, e); len(lost) > 0 || back != variant {
					t.Fatalf("%s: %q became %q and came back as %q (lost %q)", e, variant, coded, back, lost)
				}
			}
		}
	})
}

func TestDecode_composesAccentsThatStandApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOfN(rapid.SampledFrom([]rune(letters+strings.ToUpper(letters))), 1, 20).Draw(t, "text"))
		if got := Join([]Run{{Text: norm.NFD.String(text), Font: "Times New Roman"}}, ""); got != text {
			t.Fatalf("%q came as %q", text, got)
		}
	})
}

func TestEncode_namesTheCapitalsThatTCVN3DoesNotHave(t *testing.T) {
	coded, lost := Encode("ĐƠN VỊ: Ủy ban", TCVN3)
	if string(lost) != "ỊỦ" || !strings.HasPrefix(coded, "§¥N V") {
		t.Errorf("%q, lost %q", coded, lost)
	}
}

func TestFontOf_knowsTheOldFamilies(t *testing.T) {
	for name, want := range map[string]Font{
		".VnTime": {TCVN3, false}, ".VnTimeH": {TCVN3, true}, ".VnArialH": {TCVN3, true}, ".vnTime": {TCVN3, false}, ".VnCentury SchoolbookH": {TCVN3, true},
		"VNI-Times": {VNI, false}, "VNI-Helve": {VNI, false}, "VNI": {VNI, false},
	} {
		if f, known := FontOf(name); !known || f != want {
			t.Errorf("%s: %v, %v", name, f, known)
		}
	}
	for _, name := range []string{"", "Times New Roman", "Arial", "UVN Van", "SVN-Times", "Vnesans"} {
		if f, known := FontOf(name); known {
			t.Errorf("%q was taken for %v", name, f)
		}
	}
}

func TestDetect_tellsSingleCells(t *testing.T) {
	for _, text := range []string{"Lương Văn Hòa", "Hà", "Lê Thành", "hò", "Ủy ban", "Nguyễn Thị Thùy Dương", "Résumé général", "5 m²", "São Paulo", "", "UBND", "Số: 15/QĐ-UBND", "“Thi đua” – đợt 2", "Wörterbuch"} {
		if e := Detect(text, ""); e != Unicode {
			t.Errorf("%q was taken for %s: %q", text, e, Decode(text, e))
		}
	}
	for _, text := range []string{"Lương Văn Hòa", "Hà Nội", "Công ty", "Phó Chủ tịch", "Bằng khen", "xã Thanh Lĩnh", "chiến sĩ thi đua cơ sở", "Kỳ Sơn"} {
		for _, e := range []Encoding{TCVN3, VNI} {
			if coded, _ := Encode(text, e); Detect(coded, "") != e {
				t.Errorf("%q in %s was taken for %s", coded, e, Detect(coded, ""))
			}
		}
	}
}

func TestDetect_letsTheTextAroundDecideWhereBothFit(t *testing.T) {
	if e := Detect("hò", TCVN3); e != TCVN3 { // hũ in TCVN3
		t.Errorf("taken for %s", e)
	}
	if e := Detect("Kỳ Sơn", TCVN3); e != Unicode {
		t.Errorf("Unicode was taken for %s", e)
	}
}

func TestJoin_readsEachRunByItsFont(t *testing.T) {
	for name, c := range map[string]struct {
		runs []Run
		want string
	}{
		"two fonts, one in capitals":        {[]Run{{"Uû ban nh©n d©n", ".VnTimeH"}, {" x· Thanh LÜnh", ".VnTime"}}, "UỶ BAN NHÂN DÂN xã Thanh Lĩnh"},
		"plain letters in a capital font":   {[]Run{{"cong van", ".VnTimeH"}}, "CONG VAN"},
		"a letter cut from its mark":        {[]Run{{"To", "VNI-Times"}, {"ån thaát", "VNI-Times"}}, "Tổn thất"},
		"an accent cut from its letter":     {[]Run{{"Ho", ""}, {"\u0300a", ""}}, "Hòa"},
		"Unicode typed in an old font":      {[]Run{{"Ủy ban nhân dân", ".VnTime"}}, "Ủy ban nhân dân"},
		"old text moved to a new font":      {[]Run{{"C«ng viÖc", "Times New Roman"}}, "Công việc"},
		"Latin letters in Unicode, old run": {[]Run{{"Hà Long", ".VnTimeH"}}, "Hà Long"},
		"words retyped in an old text":      {[]Run{{"M¸y mãc thiết bÞ, phụ tïng", ".VnArial"}}, "Máy móc thiết bị, phụ tùng"},
		"a sign of the font Symbol":         {[]Run{{"N ", ".VnTime"}, {"\u00a3", "Symbol"}, {" 0,5 ®", ".VnTime"}}, "N ≤ 0,5 đ"},
		"a word cut in one font":            {[]Run{{"th\u00ad", ".VnTime"}, {"êng tró", ".VnTime"}}, "thường trú"},
		"the soft hyphen that is ư":         {[]Run{{"t\u00ad", ".VnTime"}, {"\u00adîng", ".VnTime"}}, "tưượng"},
		"new and old side by side":          {[]Run{{"Số 5 – ", "Arial"}, {"QuyÕt ®Þnh", ".VnTime"}}, "Số 5 – Quyết định"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Join(c.runs, ""); got != c.want {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
}

func TestText_refusesWhatIsNoText(t *testing.T) {
	if _, _, err := Text(testkit.Shared(t, "legacy/vni_2006-Mau21_CKTC_NSH.xls")); err == nil {
		t.Error("an Excel file was read as text")
	}
}

func FuzzJoin(f *testing.F) {
	f.Add("t\u00adîng", ".VnTime", "Hoa\u0300", "")
	f.Add("Toå", "VNI-Times", "\xff", ".VnTimeH")
	f.Fuzz(func(t *testing.T, a, fontA, b, fontB string) {
		got := Join([]Run{{a, fontA}, {b, fontB}}, "")
		if again := norm.NFC.String(got); again != got {
			t.Errorf("%q is not composed", got)
		}
		if len(got) > 12*(len(a)+len(b))+12 {
			t.Errorf("%d bytes grew to %d", len(a)+len(b), len(got))
		}
	})
}

func FuzzText(f *testing.F) {
	f.Add([]byte("S\xe8 Q\xa7"))
	f.Add([]byte("\xFF\xFEa\x00"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if text, _, err := Text(file); err == nil && len(text) > 8*len(file)+8 {
			t.Errorf("%d bytes grew to %d", len(file), len(text))
		}
	})
}
