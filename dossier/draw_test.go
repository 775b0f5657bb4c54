package dossier

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"thidua/award"
	"thidua/exact"
	"thidua/scoring"
	"thidua/season"
	"thidua/target"
	"thidua/vi"
)

// recorded is what is on record of Con Cuông in 2014, with flags of the province
// in these years.
func recorded(years ...int) records {
	r := records{Nomination: Nomination{CandidateKind: Collective, CandidateUnit: "u", CandidateName: "Huyện Con Cuông", Title: "Cờ thi đua của Chính phủ"},
		year: season.Season{Year: 2014, Label: "2014"}, today: seedDay}
	for _, y := range years {
		r.awards = append(r.awards, award.Award{Title: award.Code(ProvinceFlag), Year: y, Kind: award.Collective})
	}
	return r
}

func TestGiven_areTheYearsOfTheTitleInForce(t *testing.T) {
	for name, c := range map[string]struct {
		years, want []int
		known       bool
	}{
		"an empty register says nothing": {nil, nil, false},
		"the years":                      {[]int{2012, 2014}, []int{2012, 2014}, true},
		"two flags of one year are one":  {[]int{2013, 2013}, []int{2013}, true},
		"the register has other awards":  {[]int{2013}, []int{2013}, true},
	} {
		if f, known := recorded(c.years...).given(ProvinceFlag); !slices.Equal(f.Years, c.want) && known || known != c.known {
			t.Errorf("%s: %v %v", name, f.Years, known)
		}
	}
	if f, known := recorded(2013).given(GovernmentFlag); len(f.Years) > 0 || !known {
		t.Error("awards of another title tell that there is none of this one")
	}
}

func TestGiven_neverReachesAcrossADiscipline(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := recorded(rapid.SliceOfN(rapid.IntRange(2004, 2014), 0, 12).Draw(t, "years")...)
		before, _ := r.given(ProvinceFlag)
		end := rapid.IntRange(2005, 2014).Draw(t, "discipline ends")
		day, _ := vi.NewDay(end, 6, 1)
		r.holds = []Hold{{Unit: "u", Subject: "Huyện Con Cuông", Outcome: Violation, From: day.AddDays(-400), ConcludedOn: day.AddDays(-365), CountsFrom: day}}
		after, _ := r.given(ProvinceFlag)
		for _, y := range before.Years {
			if kept := slices.Contains(after.Years, y); kept != (y >= end) {
				t.Fatalf("%d kept: %v, after a discipline that ended in %d", y, kept, end)
			}
		}
	})
}

func TestLeads_onlyByThePublishedRanking(t *testing.T) {
	r := recorded()
	if _, known := r.leads(); known {
		t.Error("a rank out of nothing")
	}
	r.ranking = []scoring.Standing{{Unit: "v", Rank: 1}, {Unit: "u", Rank: 2}}
	if f, known := r.leads(); *f.Yes || !known || f.From != "Kết quả xếp hạng năm 2014 của cụm: hạng 2 trên 2 đơn vị" {
		t.Errorf("%+v", f)
	}
}

func TestExceeds_asksEveryTargetOfTheYear(t *testing.T) {
	of := func(due, actual int64) target.Indicator {
		x := target.Target{Unit: "u", Yearly: map[int]exact.Number{2014: exact.Int(due)}}
		if actual >= 0 {
			x.Actuals = []target.Actual{{Year: 2014, Value: exact.Int(actual)}}
		}
		return target.Indicator{Direction: target.More, Targets: []target.Target{x}}
	}
	for name, c := range map[string]struct {
		all        []target.Indicator
		yes, known bool
	}{
		"none was set":                  {nil, false, false},
		"one exceeded":                  {[]target.Indicator{of(10, 12)}, true, true},
		"one met to the point":          {[]target.Indicator{of(10, 10)}, false, true},
		"one exceeded, one just met":    {[]target.Indicator{of(10, 12), of(5, 5)}, true, true},
		"one exceeded, one missed":      {[]target.Indicator{of(10, 12), of(5, 4)}, false, true},
		"one exceeded, one unreported":  {[]target.Indicator{of(10, 12), of(5, -1)}, false, false},
		"one missed and one unreported": {[]target.Indicator{of(10, 9), of(5, -1)}, false, true},
	} {
		r := recorded()
		r.targets = c.all
		if f, known := r.exceeds(); *f.Yes != c.yes || known != c.known {
			t.Errorf("%s: %v %v (%s)", name, *f.Yes, known, f.From)
		}
	}
}
