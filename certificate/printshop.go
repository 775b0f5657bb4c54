package certificate

import (
	"context"
	"strconv"
	"strings"

	"thidua/award"
	"thidua/oldfont"
	"thidua/store"
)

// printshopColumns head the columns of the file for print shops.
var printshopColumns = []string{"số sổ vàng", "đối tượng", "tên", "chức vụ, đơn vị", "danh hiệu, hình thức", "thành tích", "quyết định", "ngày", "thẩm quyền", "người ký"}

// Printshop is a decision's certificates as text for the fonts of print shops
// (.VnTime and the like): TCVN3 in the bytes of Windows-1252, a line a
// certificate, a tab between its fields. changed are the letters that TCVN3 does
// not have: capitals with a tone, written small.
func Printshop(awards []award.Award) (file []byte, changed []rune) {
	var text strings.Builder
	text.WriteString(strings.Join(printshopColumns, "\t") + "\r\n")
	for _, a := range awards {
		if a.State == award.Revoked {
			continue
		}
		fields := []string{strconv.Itoa(a.Place), a.Kind.Label(), a.Name, post(a), a.TitleName, a.Achievement, a.By.Number, a.By.Day.Long(), a.By.Authority, a.By.Signer}
		for i, f := range fields {
			fields[i] = strings.Join(strings.Fields(f), " ") // no tab, no end of line inside a field
		}
		text.WriteString(strings.Join(fields, "\t") + "\r\n")
	}
	return oldfont.TCVN3File(text.String())
}

// ToPrint are the decision and its awards as their certificates say them, within
// the scope.
func ToPrint(ctx context.Context, tx *store.Tx, decision string, s award.Scope) (award.Decision, []award.Award, error) {
	d, all, err := award.Of(ctx, tx, decision, s)
	if err != nil {
		return d, nil, err
	}
	all, err = current(ctx, tx, all)
	return d, all, err
}
