package target_test

import (
	"testing"

	"thidua/exact"
	"thidua/target"
)

// poverty is "hộ nghèo dưới 20 %" of the term 2010–2015, with the figures given
// for 2010, 2011, …; "" leaves a year out.
func poverty(figures ...string) (target.Indicator, target.Target) {
	i := target.Indicator{Code: "ct1", Name: "Tỷ lệ hộ nghèo", Measure: "%", Direction: target.Less}
	return i, term("20", figures...)
}

// communes is "xã đạt chuẩn nông thôn mới" of the term 2010–2015.
func communes(due string, figures ...string) (target.Indicator, target.Target) {
	i := target.Indicator{Code: "ct2", Name: "Số xã đạt chuẩn nông thôn mới", Measure: "xã", Direction: target.More}
	return i, term(due, figures...)
}

func term(due string, figures ...string) target.Target {
	t := target.Target{TermFrom: 2010, TermTo: 2015, TermValue: exact.Must(due)}
	for n, f := range figures {
		switch {
		case f == "":
		case n == 0:
			t.BaseYear, t.BaseValue = 2010, exact.Must(f)
		default:
			t.Actuals = append(t.Actuals, target.Actual{Year: 2010 + n, Value: exact.Must(f)})
		}
	}
	return t
}

func TestAssess_saysWhereATermTargetStandsAndWhy(t *testing.T) {
	type assessed func() (target.Indicator, target.Target)
	less := func(figures ...string) assessed {
		return func() (target.Indicator, target.Target) { return poverty(figures...) }
	}
	more := func(due string, figures ...string) assessed {
		return func() (target.Indicator, target.Target) { return communes(due, figures...) }
	}
	for _, c := range []struct {
		name      string
		of        assessed
		year      int
		class     target.Class
		result    string
		otherwise string
	}{
		{"falling fast enough", less("31.4", "27.1", "25.3", "22.8", "20.8"), 2014, target.NearMet,
			"Năm 2014 thực hiện 20,8 %, chỉ tiêu đến năm 2015 là 20 %; từ năm 2011 đến năm 2014 mỗi năm giảm bình quân 2,1 điểm phần trăm; dự báo đạt tháng 5/2015.",
			"Nếu số liệu năm 2014 trên 21,78 % thì khó đạt."},
		{"falling too slowly", less("23", "22.3", "", "", "20.8"), 2014, target.Hard,
			"Năm 2014 thực hiện 20,8 %, chỉ tiêu đến năm 2015 là 20 %; từ năm 2011 đến năm 2014 mỗi năm giảm bình quân 0,5 điểm phần trăm, cần giảm 0,8 điểm phần trăm mỗi năm; dự báo đến hết năm 2015 là 20,3 %, chưa đạt.",
			"Nếu số liệu năm 2014 từ 20,57 % trở xuống thì gần đạt."},
		{"going the wrong way", less("19", "19.5", "20", "20.5", "21"), 2014, target.Hard,
			"Năm 2014 thực hiện 21 %, chỉ tiêu đến năm 2015 là 20 %; từ năm 2011 đến năm 2014 mỗi năm tăng bình quân 0,5 điểm phần trăm, cần giảm 1 điểm phần trăm mỗi năm; dự báo đến hết năm 2015 là 21,5 %, chưa đạt.",
			"Nếu số liệu năm 2014 từ 20 % trở xuống thì đã đạt."},
		{"standing still", more("9", "4", "4", "4", "4", "4"), 2014, target.Hard,
			"Năm 2014 thực hiện 4 xã, chỉ tiêu đến năm 2015 là 9 xã; từ năm 2011 đến năm 2014 không thay đổi, cần tăng 5 xã mỗi năm; dự báo đến hết năm 2015 là 4 xã, chưa đạt.",
			"Nếu số liệu năm 2014 từ 7,75 xã trở lên thì gần đạt."},
		{"just in time", more("10", "2", "", "", "", "8.4"), 2014, target.NearMet,
			"Năm 2014 thực hiện 8,4 xã, chỉ tiêu đến năm 2015 là 10 xã; từ năm 2010 đến năm 2014 mỗi năm tăng bình quân 1,6 xã; dự báo đạt tháng 12/2015.",
			"Nếu số liệu năm 2014 dưới 8,4 xã thì khó đạt."},
		{"two years only", more("10", "", "", "", "6", "8"), 2014, target.NearMet,
			"Năm 2014 thực hiện 8 xã, chỉ tiêu đến năm 2015 là 10 xã; so với năm 2013 tăng 2 xã; dự báo đạt tháng 12/2015.",
			"Nếu số liệu năm 2014 dưới 8 xã thì khó đạt."},
		{"this year's figure not yet in", more("10", "2", "4", "6", "8"), 2014, target.NearMet,
			"Năm 2013 thực hiện 8 xã, chỉ tiêu đến năm 2015 là 10 xã; từ năm 2010 đến năm 2013 mỗi năm tăng bình quân 2 xã; dự báo đạt tháng 12/2014.",
			"Nếu số liệu năm 2013 dưới 6,8 xã thì khó đạt."},
		{"a shortfall smaller than two decimals", more("10", "2", "", "", "", "8.399"), 2014, target.Hard,
			"Năm 2014 thực hiện 8,399 xã, chỉ tiêu đến năm 2015 là 10 xã; từ năm 2010 đến năm 2014 mỗi năm tăng bình quân 1,6 xã, cần tăng 1,601 xã mỗi năm; dự báo đến hết năm 2015 là 9,999 xã, chưa đạt.",
			"Nếu số liệu năm 2014 từ 8,4 xã trở lên thì gần đạt."},
		{"reached exactly", more("10", "2", "10"), 2011, target.Done,
			"Năm 2011 thực hiện 10 xã, chỉ tiêu đến năm 2015 là 10 xã: đã đạt.", "Nếu số liệu năm 2011 dưới 10 xã thì chưa đạt."},
		{"passed", less("31", "", "", "", "19.2"), 2014, target.Done,
			"Năm 2014 thực hiện 19,2 %, chỉ tiêu đến năm 2015 là 20 %: đã đạt, vượt 0,8 điểm phần trăm.", "Nếu số liệu năm 2014 trên 20 % thì chưa đạt."},
		{"the term is over", less("31", "", "", "", "21", "20.4"), 2015, target.Missed,
			"Năm 2015 thực hiện 20,4 %, chỉ tiêu đến năm 2015 là 20 %: không đạt, còn cách chỉ tiêu 0,4 điểm phần trăm.", "Nếu số liệu năm 2015 từ 20 % trở xuống thì đã đạt."},
		{"no figure", less("31"), 2014, target.Unknown,
			"Chưa có số liệu thực hiện, chỉ tiêu đến năm 2015 là 20 %; chưa đủ số liệu để dự báo.", "Khi đơn vị báo cáo số liệu năm 2014 thì xem xét lại được."},
		{"one figure and no baseline", less("", "", "", "", "21"), 2014, target.Unknown,
			"Năm 2014 thực hiện 21 %, chỉ tiêu đến năm 2015 là 20 %; chưa đủ số liệu để dự báo, cần số liệu của ít nhất hai năm.", "Khi có số liệu của một năm trước năm 2014 hoặc của năm 2015 thì dự báo được."},
		{"figures too old", less("31", "29", "26"), 2014, target.Unknown,
			"Năm 2012 thực hiện 26 %, chỉ tiêu đến năm 2015 là 20 %; chưa có số liệu năm 2013 và năm 2014 nên chưa đủ số liệu để dự báo.", "Khi đơn vị báo cáo số liệu năm 2014 thì xem xét lại được."},
		{"later figures are left aside", more("10", "2", "4", "6", "8", "10"), 2013, target.NearMet,
			"Năm 2013 thực hiện 8 xã, chỉ tiêu đến năm 2015 là 10 xã; từ năm 2010 đến năm 2013 mỗi năm tăng bình quân 2 xã; dự báo đạt tháng 12/2014.",
			"Nếu số liệu năm 2013 dưới 6,8 xã thì khó đạt."},
	} {
		t.Run(c.name, func(t *testing.T) {
			i, tt := c.of()
			a := i.Assess(tt, c.year)
			if a.Class != c.class {
				t.Errorf("class %s, want %s", a.Class.Label(), c.class.Label())
			}
			if a.Why.Result != c.result {
				t.Errorf("says\n%s\nwant\n%s", a.Why.Result, c.result)
			}
			if a.Why.Otherwise != c.otherwise {
				t.Errorf("otherwise\n%s\nwant\n%s", a.Why.Otherwise, c.otherwise)
			}
		})
	}
}

func TestAssess_showsItsInputsAndSteps(t *testing.T) {
	i, tt := poverty("31.4", "27.1", "25.3", "22.8", "20.8")
	tt.Actuals[3].Sample = true
	a := i.Assess(tt, 2014)
	want := []target.Line{
		{"Chỉ tiêu đến năm 2015", "20 %", false},
		{"Thực hiện năm 2014", "20,8 %", true},
		{"Thực hiện năm 2011", "27,1 %", false},
		{"Còn cách chỉ tiêu", "0,8 điểm phần trăm", true},
		{"Số năm còn lại", "1 năm", false},
		{"Nhịp cần mỗi năm", "0,8 điểm phần trăm", true},
		{"Nhịp bình quân mỗi năm", "2,1 điểm phần trăm", true},
		{"Dự báo đến hết năm 2015", "18,7 %", true},
		{"Nhịp cần so với nhịp bình quân", "38,1 %", true},
		{"Dự báo đạt", "tháng 5/2015", true},
	}
	got := append(a.Why.Inputs, a.Why.Steps...)
	if len(got) != len(want) {
		t.Fatalf("%d lines, want %d: %v", len(got), len(want), got)
	}
	for n := range want {
		if got[n] != want[n] {
			t.Errorf("line %d is %v, want %v", n+1, got[n], want[n])
		}
	}
	if !a.Sample || a.Why.Rule != target.Rule {
		t.Error("an assessment resting on one illustrative figure must be marked, and carry its rule")
	}
}

func TestNear_putsTheHardestPushFirst(t *testing.T) {
	var season []target.Indicator
	add := func(code string, i target.Indicator, targets ...target.Target) {
		i.Code, i.Targets = code, targets
		season = append(season, i)
	}
	in := func(unit string, t target.Target) target.Target { t.Unit = unit; return t }
	i, easy := communes("10", "0", "", "", "", "8")  // needs 2 of its pace 2
	_, tight := communes("10", "4", "", "", "", "8") // needs 2 of its pace 1: hard
	_, light := communes("9", "0", "", "", "", "8")  // needs 1 of its pace 2
	_, done := communes("8", "0", "", "", "", "8")
	add("ct2", i, in("b", easy), in("a", easy), in("c", tight))
	add("ct1", i, in("a", light), in("b", done), in("c", term("10")))
	add("ct3", i, target.Target{Unit: "a", Yearly: map[int]exact.Number{2014: exact.Int(1)}})
	var got []string
	for _, a := range target.Near(target.AssessAll(season, 2014)) {
		got = append(got, a.Indicator.Code+" "+a.Target.Unit)
	}
	want := []string{"ct2 a", "ct2 b", "ct1 a"}
	if len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("the list is %q, want %q", got, want)
	}
}
