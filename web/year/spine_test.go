package year

import (
	"context"
	"testing"

	"thidua/season"
	"thidua/vi"
)

func TestWhen_saysAPhasesDaysInFewWords(t *testing.T) {
	day := vi.MustDay
	v := Visit{Season: season.Season{Year: 2014}, Today: day("2014-11-10")}
	for _, c := range []struct {
		name string
		span season.Span
		now  bool
		want string
	}{
		{"nothing is stated", season.Span{}, false, ""},
		{"one day with its place", season.Span{From: day("2014-11-22"), To: day("2014-11-22"), Place: "Thanh Chương"}, false, "22/11 tại Thanh Chương"},
		{"a span", season.Span{From: day("2014-11-13"), To: day("2014-11-17")}, false, "13/11 – 17/11"},
		{"a last day in another year", season.Span{To: day("2015-01-10")}, false, "đến 10/01/2015"},
		{"a first day alone", season.Span{From: day("2014-03-01")}, false, "từ 01/03"},
		{"a place alone", season.Span{Place: "Anh Sơn"}, false, "Anh Sơn"},
		{"now, with days left", season.Span{From: day("2014-11-03"), To: day("2014-11-12")}, true, "còn 2 ngày, đến 12/11"},
		{"now, on the last day", season.Span{To: day("2014-11-10")}, true, "hạn hôm nay, 10/11"},
		{"now, past its last day", season.Span{From: day("2014-11-03"), To: day("2014-11-09")}, true, "03/11 – 09/11"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := v.when(context.Background(), c.span, c.now); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestSteps_leaveOutWhatTheYearPassedOver(t *testing.T) {
	v := Visit{Season: season.Season{Slug: "x", Phase: season.Nomination, Calendar: season.Calendar{{Phase: season.SelfScoring, From: vi.MustDay("2014-11-03")}}}}
	var got []season.Phase
	for _, s := range v.steps(context.Background()) {
		got = append(got, s.Phase)
	}
	want := []season.Phase{season.Work, season.SelfScoring, season.Conferring, season.Nomination, season.Council, season.Awarding}
	if len(got) != len(want) {
		t.Fatalf("the steps are %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("step %d is %s, want %s", i, got[i], want[i])
		}
	}
}
