package rulebook

import "thidua/vi"

// Regime is a stretch of time under one set of law, as the program's sources
// name them.
type Regime struct {
	ID    string
	From  vi.Day
	Until vi.Day // the last day; zero for the one that goes on
	Law   string // what it rests on, in a few words
	Mark  Mark   // how sure its first day is
}

// Regimes are all of them in order. A2 is counted from the decree of its law,
// A3 from the issue of its decree: the days on which they took effect were not
// verified.
var Regimes = []Regime{
	{"A1", day("2004-07-01"), day("2014-06-30"), "Luật Thi đua, Khen thưởng năm 2003", Secondary},
	{"A2", day("2014-07-01"), day("2017-07-30"), "Luật Thi đua, Khen thưởng năm 2003, sửa đổi năm 2013; Nghị định 65/2014/NĐ-CP", Recalled},
	{"A3", day("2017-07-31"), day("2023-12-31"), "Luật Thi đua, Khen thưởng năm 2003, sửa đổi năm 2013; Nghị định 91/2017/NĐ-CP", Recalled},
	{"B", day("2024-01-01"), day("2025-06-30"), "Luật Thi đua, khen thưởng năm 2022; Nghị định 98/2023/NĐ-CP", Read},
	{"C", day("2025-07-01"), day("2026-09-30"), "Luật Thi đua, khen thưởng năm 2022; Nghị định 152/2025/NĐ-CP", Read},
	{"D", day("2026-10-01"), vi.Day{}, "Luật Thi đua, khen thưởng năm 2022, sửa đổi năm 2026 (chưa có nguyên văn)", Secondary},
}

// RegimeOn is the regime of the day; false for an unknown day and before the
// first of them.
func RegimeOn(d vi.Day) (Regime, bool) {
	for _, r := range Regimes {
		if !d.IsZero() && !d.Before(r.From) && !d.After(r.Until) {
			return r, true
		}
	}
	return Regime{}, false
}
