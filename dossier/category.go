package dossier

import (
	"cmp"
	"fmt"
	"slices"

	"thidua/refusal"
	"thidua/rulebook"
	"thidua/vi"
)

// checkCategory refuses a word that names no category of today.
func checkCategory(c rulebook.Category) error {
	if slices.Contains(rulebook.Categories, c) {
		return nil
	}
	return refusal.Field("category", fmt.Sprintf("Không có loại hình khen thưởng tên “%s” để đề nghị; chỉ có: %s.", cmp.Or(c.Label(), string(c)), rulebook.CategoryNames(rulebook.Categories)))
}

// notByMerit tells, of a nomination that is not for merit, that it rests no
// merit on sudden or thematic achievements; of others no record tells.
func (r records) notByMerit() (rulebook.Fact, bool) {
	from := "Loại hình khen thưởng của đề nghị: " + vi.LowerFirst(r.Category.Label()) + ", không phải công trạng"
	return drawnFrom(NominationRecord+r.ID, rulebook.Truth(false, from), r.Sample), r.Category != rulebook.Merit
}
