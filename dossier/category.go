package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua/refusal"
	"thidua/rulebook"
	"thidua/vi"
)

// checkCategory refuses a word that names no category of today.
func checkCategory(c rulebook.Category) error {
	if slices.Contains(rulebook.Categories, c) {
		return nil
	}
	var names []string
	for _, known := range rulebook.Categories {
		names = append(names, vi.LowerFirst(known.Label()))
	}
	return refusal.Field("category", fmt.Sprintf("Không có loại hình khen thưởng tên “%s” để đề nghị; chỉ có: %s.", cmp.Or(c.Label(), string(c)), strings.Join(names, "; ")))
}

// notByMerit tells, of a nomination that is not for merit, that it rests no
// merit on sudden or thematic achievements; of others no record tells.
func (r records) notByMerit() (rulebook.Fact, bool) {
	from := "Loại hình khen thưởng của đề nghị: " + vi.LowerFirst(r.Category.Label()) + ", không phải công trạng"
	return drawnFrom(NominationRecord+r.ID, rulebook.Truth(false, from), r.Sample), r.Category != rulebook.Merit
}
