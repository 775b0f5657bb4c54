package rulebook_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"thidua/rulebook"
	"thidua/vi"
)

func numbers(day string) (list []string) {
	for _, d := range rulebook.BasesOn(vi.MustDay(day)) {
		list = append(list, d.Number)
	}
	return list
}

func TestBasesOn_isTheLawOfTheDay(t *testing.T) {
	law2003 := []string{"15/2003/QH11", "47/2005/QH11", "39/2013/QH13"}
	for name, c := range map[string]struct {
		day  string
		want []string
	}{
		"before the law":                 {"2004-06-30", nil},
		"the day of the seed article":    {"2014-11-22", append(law2003, "42/2010/NĐ-CP", "39/2012/NĐ-CP", "65/2014/NĐ-CP", "07/2014/TT-BNV")},
		"a decree issued, not yet sure":  {"2017-10-01", law2003},
		"under Decree 91":                {"2022-12-29", append(law2003, "91/2017/NĐ-CP", "12/2019/TT-BNV", "05/2020/TT-BNV")},
		"a law passed, not yet in force": {"2023-12-31", append(law2003, "91/2017/NĐ-CP", "12/2019/TT-BNV", "05/2020/TT-BNV")},
		"under the law of 2022":          {"2024-12-20", []string{"06/2022/QH15", "98/2023/NĐ-CP", "01/2024/TT-BNV"}},
		"before the circular of 2025":    {"2025-07-15", []string{"06/2022/QH15", "152/2025/NĐ-CP", "01/2024/TT-BNV"}},
		"two levels of government":       {"2025-12-26", []string{"06/2022/QH15", "152/2025/NĐ-CP", "15/2025/TT-BNV"}},
		"the amendment of 2026":          {"2026-11-22", []string{"06/2022/QH15", "06/2026/QH16", "152/2025/NĐ-CP", "15/2025/TT-BNV"}},
		"after a decree with an end":     {"2027-03-01", []string{"06/2022/QH15", "06/2026/QH16", "15/2025/TT-BNV"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := numbers(c.day); !slices.Equal(got, c.want) {
				t.Errorf("on %s: %v, want %v", c.day, got, c.want)
			}
		})
	}
	if len(rulebook.BasesOn(vi.Day{})) > 0 {
		t.Error("an unknown day has law")
	}
}

func TestBasesOn_citesNothingBeforeItsIssueOrUnverified(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		on := vi.MustDay("2003-01-01").AddDays(rapid.IntRange(0, 365*25).Draw(t, "days"))
		for _, d := range rulebook.BasesOn(on) {
			if !d.Mark.Citable() || on.Before(d.Issued) || on.After(d.Until) {
				t.Fatalf("%s is cited on %s", d.Number, on)
			}
		}
	})
}

func TestCitation_readsAsPreamblesWriteIt(t *testing.T) {
	var lines []string
	for _, d := range rulebook.BasesOn(vi.MustDay("2014-11-22")) {
		lines = append(lines, d.Citation())
	}
	text := strings.Join(lines, "\n")
	for _, want := range []string{
		"Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003\n",
		"Luật sửa đổi, bổ sung một số điều của Luật Thi đua, Khen thưởng ngày 16 tháng 11 năm 2013\n",
		"Nghị định số 65/2014/NĐ-CP ngày 01 tháng 7 năm 2014 của Chính phủ quy định chi tiết thi hành Luật sửa đổi, bổ sung",
		"Thông tư số 07/2014/TT-BNV ngày 29 tháng 8 năm 2014 của Bộ trưởng Bộ Nội vụ",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
}
