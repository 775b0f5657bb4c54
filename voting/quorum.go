package voting

import (
	"fmt"

	"thidua/exact"
	"thidua/vi"
)

// Turnout is how many of a body were present, and whether that is enough.
type Turnout struct {
	Known  bool   // false when the rule or a figure is missing: then Met says nothing
	Met    bool   //
	Needed int    // the smallest number present that is enough; 0 when not known
	Words  string // the arithmetic as a Vietnamese sentence; "" when not even the figures are known
}

// Quorum applies the rule "at least share of the establishment must be
// present". A nil figure is unknown, and so is a share nobody stated.
func Quorum(present, establishment *int, share exact.Number) Turnout {
	if present == nil || establishment == nil || *establishment <= 0 {
		return Turnout{}
	}
	words := fmt.Sprintf("%d trên tổng số %d thành viên có mặt, bằng %s", *present, *establishment, PercentWords(exact.Ratio(int64(*present), int64(*establishment))))
	if !share.Known() {
		return Turnout{Words: words + "."}
	}
	needed := int(share.Mul(exact.Int(int64(*establishment))).Ceil())
	met, verdict := *present >= needed, "chưa đủ số thành viên"
	if met {
		verdict = "đủ số thành viên"
	}
	return Turnout{true, met, needed, fmt.Sprintf("%s; cần từ %s trở lên, tức ít nhất %d: %s.", words, ShareWords(share), needed, verdict)}
}

// PercentWords writes a share as a percent with two decimals: "66,67 %".
func PercentWords(share exact.Number) string {
	return vi.FormatRat(share.Mul(exact.Int(100)).Rat(), 2, vi.HalfUp) + " %"
}

// ShareWords writes the share a rule demands, exactly: "80 %" when the percent
// has an end, else the fraction, "2/3".
func ShareWords(share exact.Number) string {
	percent := share.Mul(exact.Int(100)).Rat()
	if digits, ends := percent.FloatPrec(); ends {
		return vi.FormatRat(percent, digits, vi.HalfUp) + " %"
	}
	return share.String()
}
