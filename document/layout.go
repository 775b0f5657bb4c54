package document

import "time"

// Layout names the presentation rules a paper follows.
type Layout int

// The two sets of rules.
const (
	Circular01 Layout = iota + 1 // Thông tư 01/2011/TT-BNV, papers dated before 5/3/2020
	Decree30                     // Nghị định 30/2020/NĐ-CP, Phụ lục I, papers from 5/3/2020 on
)

// LayoutOn returns the rules in force on the day of the paper: NĐ 30/2020/NĐ-CP is in force from 5/3/2020.
func LayoutOn(day time.Time) Layout {
	year, month, date := day.Date()
	if year*10000+int(month)*100+date < 20200305 {
		return Circular01
	}
	return Decree30
}
