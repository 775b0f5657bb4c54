package evidence

import (
	"context"
	"fmt"

	"thidua/refusal"
	"thidua/store"
)

// longestList bounds what one criterion, result or response cites.
const longestList = 50

// CheckCited refuses, under the field, entries that cite a file which is not in
// the unit's own library, and entries beyond fifty. before are the entries that
// stood there: a file retired since may stay cited, but is not cited anew.
func CheckCited(ctx context.Context, tx *store.Tx, unit, field string, entries, before []string) error {
	if len(entries) > longestList {
		return refusal.Field(field, fmt.Sprintf("Mỗi mục trích dẫn nhiều nhất %d minh chứng.", longestList))
	}
	asked := Cited(entries)
	files, err := ByIDs(ctx, tx, asked)
	if err != nil {
		return err
	}
	stood := map[string]bool{}
	for _, id := range Cited(before) {
		stood[id] = true
	}
	for _, id := range asked {
		e, there := files[id]
		switch {
		case !there || e.Unit != unit:
			return refusal.Field(field, "Chỉ trích dẫn được minh chứng trong kho của đơn vị mình.")
		case e.Retired() && !stood[id]:
			return refusal.Field(field, fmt.Sprintf("Minh chứng “%s” đã ngừng dùng, không trích dẫn thêm được.", e.Name))
		}
	}
	return nil
}
