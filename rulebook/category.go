package rulebook

import (
	"slices"
	"strings"

	"thidua/vi"
)

// Category is what kind of achievement an award is for: loại hình khen thưởng, of
// the forms of statistics phương thức khen thưởng. No source at hand keeps a title
// to some of them.
type Category string

// The six categories of Law 06/2022/QH15, Article 8. From 1 October 2026 it is amended
// by Law 06/2026/QH16, whose text was not read and which may have more.
const (
	Merit       Category = "merit"        // công trạng, in older texts thường xuyên: the usual one
	AdHoc       Category = "ad_hoc"       // đột xuất
	Thematic    Category = "thematic"     // phong trào thi đua, theo đợt hoặc chuyên đề
	Dedication  Category = "dedication"   // quá trình cống hiến
	LongService Category = "long_service" // niên hạn
	Foreign     Category = "foreign"      // đối ngoại
)

// Resistance is for merit in the wars of resistance (kháng chiến), which the forms
// of Circular 02/2023/TT-BNV still count.
const Resistance Category = "resistance"

// Categories lists those that are proposed today, in the law's order.
var Categories = []Category{Merit, AdHoc, Thematic, Dedication, LongService, Foreign}

// AllCategories lists those that awards on record are for.
var AllCategories = append(slices.Clone(Categories), Resistance)

var categoryLabels = map[Category]string{Merit: "Công trạng", AdHoc: "Đột xuất", Thematic: "Phong trào thi đua, chuyên đề", Dedication: "Quá trình cống hiến",
	LongService: "Niên hạn", Foreign: "Đối ngoại", Resistance: "Kháng chiến"}

// Label is the category's Vietnamese name; "" for an unknown word.
func (c Category) Label() string { return categoryLabels[c] }

// CategoryNames lists the names of the categories in a sentence.
func CategoryNames(all []Category) string {
	names := make([]string, len(all))
	for i, c := range all {
		names[i] = vi.LowerFirst(c.Label())
	}
	return strings.Join(names, "; ")
}

// categoryWords are what lists in use call them by, without accents.
var categoryWords = map[Category][]string{Merit: {"cong trang", "thuong xuyen"}, AdHoc: {"dot xuat"}, Thematic: {"chuyen de", "theo dot", "phong trao"},
	Dedication: {"cong hien"}, LongService: {"nien han"}, Foreign: {"doi ngoai"}, Resistance: {"khang chien"}}

// CategoryNamed is the one category that a text names in any writing
// ("Thường xuyên (công trạng)"); false when it names none or several.
func CategoryNamed(text string) (named Category, ok bool) {
	folded := " " + vi.Fold(text) + " "
	for _, c := range AllCategories {
		for _, word := range categoryWords[c] {
			if !strings.Contains(folded, " "+word+" ") {
				continue
			}
			if ok && named != c {
				return "", false
			}
			named, ok = c, true
		}
	}
	return named, ok
}
