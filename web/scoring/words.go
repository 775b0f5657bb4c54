package scoring

import (
	"context"
	"fmt"

	"thidua/exact"
	"thidua/season"
	"thidua/web/ui"
	"thidua/web/year"
)

var stageWords = map[season.Stage]ui.Words{
	season.Self:      {Vietnamese: "Tự chấm", English: "Self"},
	season.Cross:     {Vietnamese: "Chấm chéo", English: "Cross"},
	season.Appraised: {Vietnamese: "Thẩm định", English: "Appraised"},
	season.Final:     {Vietnamese: "Cuối cùng", English: "Final"},
}

// tieWords say which step of the rules parted units of one percentage.
var tieWords = map[season.TieStep]string{
	season.TieVotes:   "nhiều phiếu hơn",
	season.TieEarlier: "thành tích những năm trước cao hơn",
	season.TieHead:    "trưởng cụm, phó trưởng cụm quyết định",
	season.TieWomen:   "tập thể có từ 70 % là nữ",
	season.TieEqual:   "đồng hạng",
}

// points prints points as the rules round them; a dash where there are none.
func points(rules season.Rules, n exact.Number) string {
	if !n.Known() {
		return "–"
	}
	return n.FixedFigure(mode(rules), decimals(rules))
}

// decimals are those the rules keep; two where they do not say.
func decimals(rules season.Rules) int {
	if m := rules.Rounding.Mode; m == "" || m == exact.None {
		return 2
	}
	return rules.Rounding.Decimals
}

func mode(rules season.Rules) exact.Mode {
	if rules.Rounding.Mode == exact.Cut {
		return exact.Cut
	}
	return exact.HalfUp
}

// percent prints a share with two decimals: "92,76 %".
func percent(n exact.Number) string {
	if !n.Known() {
		return "–"
	}
	return n.FixedFigure(exact.HalfUp, 2) + " %"
}

// place prints a rank; a dash for a unit that could not be ranked.
func place(rank int) string {
	if rank == 0 {
		return "–"
	}
	return fmt.Sprint(rank)
}

// basis says what the shares are taken of and when they became public.
func basis(ctx context.Context, v year.Visit, r ranking) string {
	words := ui.T(ctx, "Công bố ngày ", "Published on ") + v.Season.PublishedOn.Short()
	if r.Share {
		words = ui.T(ctx, "Tỷ lệ trên điểm tối đa của từng đơn vị · công bố ngày ", "Share of each unit's own maximum · published on ") + v.Season.PublishedOn.Short()
	}
	return words
}

// stated reports whether the ranking stands as a report gives it.
func (r ranking) stated() bool { return len(r.Rows) > 0 && r.Rows[0].Stated }
