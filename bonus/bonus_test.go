package bonus

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/exact"
	"thidua/vi"
)

func TestOf_isMultiplierTimesBaseSalaryRoundedUp(t *testing.T) {
	for name, c := range map[string]struct {
		code Code
		to   Recipient
		day  string
		want int64
		says string
	}{
		"Lao động tiên tiến":                  {"advanced_worker", "individual", "2026-08-01", 760_000, "0,3 × 2.530.000 đồng = 759.000 đồng, làm tròn lên đến chục nghìn thành 760.000 đồng (Nghị định 152/2025/NĐ-CP, Điều 50; lương cơ sở: Nghị định 161/2026/NĐ-CP, Điều 3 khoản 2)"},
		"thôn văn hóa":                        {"cultural_village", "collective", "2026-08-01", 3_800_000, "làm tròn lên đến chục nghìn thành 3.800.000 đồng"},
		"Cờ thi đua của Chính phủ":            {"government_flag", "collective", "2026-08-01", 30_360_000, "12 × 2.530.000 đồng = 30.360.000 đồng (Nghị định 152/2025"},
		"cờ thi đua của tỉnh":                 {"province_flag", "collective", "2026-08-01", 20_240_000, "8 × 2.530.000"},
		"the last day of the old salary":      {"province_flag", "collective", "2026-06-30", 18_720_000, "8 × 2.340.000"},
		"under Decree 98":                     {"province_flag", "collective", "2024-06-30", 14_400_000, "Nghị định 98/2023/NĐ-CP, Điều 54; lương cơ sở: Nghị định 24/2023/NĐ-CP, theo nguồn thứ cấp"},
		"a household":                         {"province_certificate_of_merit", "household", "2026-08-01", 5_700_000, "2,25 × 2.530.000 đồng = 5.692.500 đồng, làm tròn lên"},
		"under Decree 91, no rounding needed": {"government_flag", "collective", "2020-01-01", 17_880_000, "Nghị định 91/2017/NĐ-CP, Điều 69"},
	} {
		t.Run(name, func(t *testing.T) {
			got := Of(c.code, c.to, vi.MustDay(c.day))
			if !got.Known || got.VND != c.want || !strings.Contains(got.Words, c.says) {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestOf_computesNothingWithoutAVerifiedText(t *testing.T) {
	for name, c := range map[string]struct {
		code Code
		to   Recipient
		day  string
		want string
	}{
		"the seed's year":                       {"government_flag", "collective", "2014-11-22", "chưa kiểm chứng được văn bản quy định mức tiền thưởng của danh hiệu này cho tập thể vào ngày 22/11/2014"},
		"a title without a rate":                {"labour_order", "individual", "2026-08-01", "chưa kiểm chứng được văn bản quy định mức tiền thưởng"},
		"a collective's title for a person":     {"government_flag", "individual", "2026-08-01", "cho cá nhân"},
		"a salary that is only recalled":        {"government_flag", "collective", "2018-06-01", "chưa kiểm chứng được mức lương cơ sở ngày 01/06/2018"},
		"rounding that was not read":            {"advanced_worker", "individual", "2020-01-01", "0,3 × 1.490.000 đồng = 447.000 đồng"},
		"after the end of the decree":           {"government_flag", "collective", "2027-03-01", "chưa kiểm chứng"},
		"between Decree 91's issue and its day": {"government_flag", "collective", "2017-09-01", "chưa kiểm chứng"},
	} {
		t.Run(name, func(t *testing.T) {
			got := Of(c.code, c.to, vi.MustDay(c.day))
			if got.Known || !strings.HasPrefix(got.Words, "Chưa tính: ") || !strings.Contains(got.Words, c.want) {
				t.Errorf("%+v", got)
			}
		})
	}
}

func TestRoundUp_neverBelowAndLessThanAStepAbove(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		product := exact.Ratio(rapid.Int64Range(1, 1_000_000_000_000).Draw(t, "numerator"), rapid.Int64Range(1, 1000).Draw(t, "denominator"))
		up := RoundUp(product)
		if up%Step != 0 || exact.Int(up).Cmp(product) < 0 || exact.Int(up-Step).Cmp(product) >= 0 {
			t.Fatalf("%s is rounded up to %d", product, up)
		}
	})
}

var decisionDay = vi.MustDay("2026-08-01")

// given is an award of one person decided on decisionDay; a code that begins
// with "khen:" is a commendation for that achievement.
func given(id, code string, period int, vnd int64) Given {
	g := Given{Award: id, Recipient: "p", Title: code, Code: Code(code), Day: decisionDay, Period: period, Amount: Amount{VND: vnd, Known: vnd > 0, Words: "tính"}}
	g.Achievement, g.Commends = strings.CutPrefix(code, "khen:")
	return g
}

func TestSettle_severalAwardsAtOnce(t *testing.T) {
	elsewhere := given("c", "cờ", 2025, 100)
	elsewhere.Recipient = "another"
	later := given("c", "cờ", 2025, 100)
	later.Day = decisionDay.AddDays(1)
	old := []Given{given("a", "LĐTT", 2019, 10), given("b", "CSTĐ", 2019, 30)}
	for i := range old {
		old[i].Day = vi.MustDay("2020-01-01")
	}
	for name, c := range map[string]struct {
		all  []Given
		want []int64 // −1: not known
	}{
		"titles of different periods are each paid":            {[]Given{given("a", "LĐTT", 2024, 10), given("b", "LĐTT", 2025, 10)}, []int64{10, 10}},
		"titles of one period: only the highest":               {[]Given{given("a", "LĐTT", 2025, 10), given("b", "CSTĐ", 2025, 30)}, []int64{0, 30}},
		"two equal titles of one period: one of them":          {[]Given{given("a", "x", 2025, 10), given("b", "y", 2025, 10)}, []int64{10, 0}},
		"commendations for different achievements each":        {[]Given{given("a", "khen:một", 2025, 10), given("b", "khen:hai", 2025, 30)}, []int64{10, 30}},
		"two commendations for one achievement are a question": {[]Given{given("a", "khen:một", 2025, 10), given("b", "khen:Một", 2025, 30)}, []int64{-1, -1}},
		"a title and a commendation both":                      {[]Given{given("a", "CSTĐ", 2025, 30), given("b", "khen:một", 2025, 10)}, []int64{30, 10}},
		"one of them not known: the highest is not":            {[]Given{given("a", "CSTĐ", 2025, 30), given("b", "khác", 2025, 0)}, []int64{-1, -1}},
		"another recipient":                                    {[]Given{given("a", "CSTĐ", 2025, 30), elsewhere}, []int64{30, 100}},
		"another day":                                          {[]Given{given("a", "CSTĐ", 2025, 30), later}, []int64{30, 100}},
		"a day whose rule was not read":                        {old, []int64{-1, -1}},
	} {
		t.Run(name, func(t *testing.T) {
			for i, d := range Settle(c.all) {
				got := d.VND
				if d.State == Unknown {
					got = -1
				}
				if got != c.want[i] || d.Words == "" || d.Award != c.all[i].Award {
					t.Errorf("%s: %d %s (%s)", d.Award, got, d.State, d.Words)
				}
			}
		})
	}
}

func TestSettle_paysEachPeriodOnceAndNeverMoreThanTheParts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []Given
		for i := range rapid.IntRange(1, 8).Draw(t, "n") {
			g := given(string(rune('a'+i)), "t", rapid.IntRange(2020, 2022).Draw(t, "period"), rapid.Int64Range(1, 50).Draw(t, "vnd"))
			all = append(all, g)
		}
		paid, highest := map[int]int{}, map[int]int64{}
		for _, g := range all {
			highest[g.Period] = max(highest[g.Period], g.Amount.VND)
		}
		for _, d := range Settle(all) {
			if d.State == ToPay {
				paid[d.Period]++
				if d.VND != highest[d.Period] {
					t.Fatalf("period %d is paid %d, the highest is %d", d.Period, d.VND, highest[d.Period])
				}
			}
		}
		for period := range highest {
			if paid[period] != 1 {
				t.Fatalf("period %d is paid %d times", period, paid[period])
			}
		}
	})
}

func TestFund_theShareOfOrganisingBindsNoYearBeforeIt(t *testing.T) {
	b := Balance{In: 100, Out: 50, Organising: 50}
	if words, over := b.OrganisingWords(2024); words != "" || over {
		t.Errorf("a fund of 2024 is held to a circular of 2025: %q", words)
	}
	if words, over := b.OrganisingWords(2026); !over || !strings.Contains(words, "Thông tư 28/2025/TT-BTC") {
		t.Errorf("a fund of 2026: %q %v", words, over)
	}
}
