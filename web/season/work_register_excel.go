package season

import (
	"context"
	"fmt"
	"net/url"
	"strconv"

	"thidua/access"
	"thidua/season"
	"thidua/store"
	"thidua/web/roundtrip"
	"thidua/web/work"
)

// registerByExcel lets a unit's registration be filled in as an Excel file, one
// title a line.
var registerByExcel = roundtrip.Table{Path: "/lam/{slug}/dang-ky", Title: words("Đăng ký thi đua", "Registration"),
	File: "dang-ky-thi-dua", Sheet: registerSheet, Record: registerLines}

// roomForTitles is how many more lines the file has than there are titles.
const roomForTitles = 10

// registeredHere is what the reader's own unit registered.
func registeredHere(ctx context.Context, tx *store.Tx, v work.Visit) (own season.Registration, done bool, err error) {
	all, err := season.Registrations(ctx, tx, v.Season.ID)
	for _, r := range all {
		if r.Unit == v.UnitHere() {
			own, done = r, true
		}
	}
	return own, done, err
}

func registerSheet(ctx context.Context, tx *store.Tx, v work.Visit) (s roundtrip.Sheet, err error) {
	by, _ := v.OwnCapacity(access.Register)
	if err := season.Permit(by, access.Register, by.Unit, v.Season); err != nil {
		return s, err
	}
	own, _, err := registeredHere(ctx, tx, v)
	s = roundtrip.Sheet{Of: "dang-ky " + v.Season.ID + " " + by.Unit, Back: v.Lam("dang-ky"), Remarks: append([]string{v.Unit(by.Unit)}, remarks(v.Season)...),
		Columns: []roundtrip.Column{{Name: "Số", Width: 6}, {Name: "Danh hiệu, hình thức khen thưởng đơn vị phấn đấu", Width: 70}}}
	for i := range len(own.Titles) + roomForTitles {
		c := roundtrip.Cell{Field: titleField(i)}
		if i < len(own.Titles) {
			c.Text = own.Titles[i]
		}
		s.Rows = append(s.Rows, roundtrip.Row{Key: strconv.Itoa(i), Name: fmt.Sprintf("Danh hiệu %d", i+1), Cells: []roundtrip.Cell{{Text: strconv.Itoa(i + 1)}, c}})
	}
	return s, err
}

// registerLines puts the lines of the form among those that stand, and registers
// the whole.
func registerLines(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	own, done, err := registeredHere(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	whole := url.Values{"da-xem": own.Titles}
	if done {
		whole.Set("sua", "co")
	}
	for i := range len(own.Titles) + roomForTitles {
		stands := ""
		if i < len(own.Titles) {
			stands = own.Titles[i]
		}
		whole.Set(titleField(i), f.Value(titleField(i), stands))
	}
	return register(ctx, tx, v, f.With(whole))
}

// Raws are the addresses that are no pages.
var Raws = []work.Raw{registerByExcel.Raw()}
