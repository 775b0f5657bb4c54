// Package bonus is the money that comes with an award: the multiplier of its
// title times the base salary of the day it was decided, which of several
// awards at once are paid, and the fund it is paid from.
package bonus

import (
	"fmt"

	"thidua/exact"
	"thidua/vi"
)

// Amount is the money of one award by itself, and how it was found.
type Amount struct {
	VND   int64  // in VND; meaningless unless Known
	Known bool   // false when a text it rests on was not verified
	Words string // the arithmetic with its sources, or which text is missing
}

// Step is what amounts are rounded up to, in VND (Decree 152/2025/NĐ-CP,
// Article 49; Decree 98/2023/NĐ-CP by a secondary source).
const Step = 10_000

// Of computes the money of a title on the day of its decision.
func Of(code Code, to Recipient, day vi.Day) Amount {
	times, article, m, ok := multiplier(code, to, day)
	if !ok {
		return Amount{Words: fmt.Sprintf("Chưa tính: chưa kiểm chứng được văn bản quy định mức tiền thưởng của danh hiệu này cho %s vào ngày %s.", recipientWords[to], day.Short())}
	}
	salary, decree, salaryMark, ok := baseSalary(day)
	if !ok {
		return Amount{Words: fmt.Sprintf("Chưa tính: chưa kiểm chứng được mức lương cơ sở ngày %s.", day.Short())}
	}
	product := times.Mul(salary)
	words := fmt.Sprintf("%s × %s đồng = %s đồng", vi.FormatRatTrim(times.Rat(), 4, vi.HalfUp), money(salary), money(product))
	sources := fmt.Sprintf(" (%s; lương cơ sở: %s%s)", article, decree, bySecondary(m, salaryMark))
	up := RoundUp(product)
	switch {
	case product.Cmp(exact.Int(up)) == 0:
		return Amount{up, true, words + sources}
	case !rulesKnown(day):
		return Amount{Words: "Chưa tính: " + words + sources + "; quy tắc làm tròn ở thời điểm này chưa kiểm chứng."}
	}
	return Amount{up, true, fmt.Sprintf("%s, làm tròn lên đến chục nghìn thành %s đồng%s", words, vi.FormatInt(up), sources)}
}

var recipientWords = map[Recipient]string{"individual": "cá nhân", "collective": "tập thể", "household": "hộ gia đình"}

// RoundUp is the smallest multiple of Step that is not below n.
func RoundUp(n exact.Number) int64 {
	return n.Quo(exact.Int(Step)).Ceil() * Step
}

func money(n exact.Number) string { return vi.FormatRatTrim(n.Rat(), 2, vi.HalfUp) }

func bySecondary(marks ...mark) string {
	for _, m := range marks {
		if m == secondary {
			return "; theo nguồn thứ cấp"
		}
	}
	return ""
}

// The decrees whose rules of bonus money were read: Decree 98/2023 (by a
// secondary source) and 152/2025 (Article 49), which has an end.
var (
	rulesFrom  = vi.MustDay("2024-01-01")
	rulesUntil = vi.MustDay("2027-02-28")
)

func rulesKnown(day vi.Day) bool { return !day.Before(rulesFrom) && !day.After(rulesUntil) }

// rulesSource is where the rules of rounding and of several awards stand.
func rulesSource(day vi.Day) string {
	if day.Before(vi.MustDay("2025-07-01")) {
		return "Nghị định 98/2023/NĐ-CP, theo nguồn thứ cấp"
	}
	return "Nghị định 152/2025/NĐ-CP, Điều 49"
}
