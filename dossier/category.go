package dossier

import (
	"fmt"
	"strings"

	"thidua/refusal"
	"thidua/rulebook"
	"thidua/vi"
)

// Category is what kind of achievement an award is for (loại hình khen thưởng):
// the six of Law 06/2022/QH15, Article 8. No source at hand keeps a title to
// some of them.
type Category string

// The categories.
const (
	Merit       Category = "merit"        // công trạng: the usual one
	AdHoc       Category = "ad_hoc"       // đột xuất
	Thematic    Category = "thematic"     // phong trào thi đua, theo đợt hoặc chuyên đề
	Dedication  Category = "dedication"   // quá trình cống hiến
	LongService Category = "long_service" // niên hạn
	Foreign     Category = "foreign"      // đối ngoại
)

// Categories lists them in the law's order.
var Categories = []Category{Merit, AdHoc, Thematic, Dedication, LongService, Foreign}

var categoryLabels = map[Category]string{Merit: "Công trạng", AdHoc: "Đột xuất", Thematic: "Phong trào thi đua, chuyên đề", Dedication: "Quá trình cống hiến",
	LongService: "Niên hạn", Foreign: "Đối ngoại"}

// Label is the category's Vietnamese name; "" for an unknown word.
func (c Category) Label() string { return categoryLabels[c] }

// categoryWords are what lists in use call them by, without accents.
var categoryWords = map[Category][]string{Merit: {"cong trang", "thuong xuyen"}, AdHoc: {"dot xuat"}, Thematic: {"chuyen de", "theo dot", "phong trao"},
	Dedication: {"cong hien"}, LongService: {"nien han"}, Foreign: {"doi ngoai"}}

// CategoryNamed is the one category that a text names in any writing
// ("Thường xuyên (công trạng)"); false when it names none or several.
func CategoryNamed(text string) (named Category, ok bool) {
	folded := " " + vi.Fold(text) + " "
	for _, c := range Categories {
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

// check refuses a word that names no category.
func (c Category) check() error {
	if c.Label() != "" {
		return nil
	}
	var names []string
	for _, known := range Categories {
		names = append(names, vi.LowerFirst(known.Label()))
	}
	return refusal.Field("category", fmt.Sprintf("Không có loại hình khen thưởng tên “%s”; chỉ có: %s.", c, strings.Join(names, "; ")))
}

// notByMerit tells, of a nomination that is not for merit, that it rests no
// merit on sudden or thematic achievements; of others no record tells.
func (r records) notByMerit() (rulebook.Fact, bool) {
	from := "Loại hình khen thưởng của đề nghị: " + vi.LowerFirst(r.Category.Label()) + ", không phải công trạng"
	return drawnFrom(NominationRecord+r.ID, rulebook.Truth(false, from), r.Sample), r.Category != Merit
}
