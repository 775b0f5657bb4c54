// Package bonus is the money that comes with an award: the multiplier of its
// title times the base salary of the day it was decided, which of several
// awards at once are paid, and the fund it is paid from.
package bonus

import (
	"fmt"

	"thidua/exact"
	"thidua/rulebook"
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

// Code is a title's code in the rulebook.
type Code = rulebook.Code

// Recipient is to whom an award is given.
type Recipient = rulebook.Recipient

// Of computes the money of a title on the day of its decision.
func Of(code Code, to Recipient, day vi.Day) Amount {
	times, article, ok := multiplier(code, to, day)
	if !ok {
		return Amount{Words: fmt.Sprintf("Chưa tính: chưa kiểm chứng được văn bản quy định mức tiền thưởng của danh hiệu này cho %s vào ngày %s.", to.Label(), day.Short())}
	}
	salary, ok := rulebook.BaseSalary(day)
	if !ok || !salary.Enforced() {
		return Amount{Words: fmt.Sprintf("Chưa tính: chưa kiểm chứng được mức lương cơ sở ngày %s.", day.Short())}
	}
	product := times.Mul(salary.Month)
	words := fmt.Sprintf("%s × %s đồng = %s đồng", vi.FormatRatTrim(times.Rat(), 4, vi.HalfUp), money(salary.Month), money(product))
	sources := fmt.Sprintf(" (%s; lương cơ sở: %s)", article, trusted(salary.Cite.String(), salary.Known))
	up := RoundUp(product)
	switch {
	case product.Cmp(exact.Int(up)) == 0:
		return Amount{up, true, words + sources}
	case rulesSource(day) == "":
		return Amount{Words: "Chưa tính: " + words + sources + "; quy tắc làm tròn ở thời điểm này chưa kiểm chứng."}
	}
	return Amount{up, true, fmt.Sprintf("%s, làm tròn lên đến chục nghìn thành %s đồng%s", words, vi.FormatInt(up), sources)}
}

// multiplier is the title's multiplier of the base salary with its source; false
// where no text that was read says one. A household is given 1.5 times an
// individual's (by a secondary source).
func multiplier(code Code, to Recipient, day vi.Day) (exact.Number, string, bool) {
	times, known, ok := rulebook.Multiplier(code, to, day)
	switch {
	case ok && known.Enforced():
		return times, trusted(known.Cite.String(), known), true
	case !ok && to == rulebook.Household:
		times, source, ok := multiplier(code, rulebook.Individual, day)
		return times.Mul(exact.Ratio(3, 2)), source + ", hộ gia đình bằng 1,5 lần cá nhân, theo nguồn thứ cấp", ok && rulesSource(day) != ""
	}
	return exact.Number{}, "", false
}

// trusted is a source with how far it can be vouched for.
func trusted(source string, k rulebook.Known) string {
	if t := k.Trust(); t != "" {
		source += ", " + t
	}
	return source
}

// RoundUp is the smallest multiple of Step that is not below n.
func RoundUp(n exact.Number) int64 {
	return n.Quo(exact.Int(Step)).Ceil() * Step
}

func money(n exact.Number) string { return vi.FormatRatTrim(n.Rat(), 2, vi.HalfUp) }

// rulesSource is where the rules of rounding, of several awards at once and of
// households stand on the day; "" where their text was not read.
func rulesSource(day vi.Day) string {
	switch r, _ := rulebook.RegimeOn(day); r.ID {
	case "B":
		return "Nghị định 98/2023/NĐ-CP, theo nguồn thứ cấp"
	case "C":
		return "Nghị định 152/2025/NĐ-CP, Điều 49"
	}
	return ""
}
