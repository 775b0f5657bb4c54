package target

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/target"
	"thidua/vi"
	"thidua/web/roundtrip"
	"thidua/web/ui"
	"thidua/web/work"
)

// resultsByExcel lets a unit report what it reached on all its targets in one
// Excel file.
var resultsByExcel = roundtrip.Table{Path: "/lam/{slug}/chi-tieu/ket-qua", Title: ui.Words{Vietnamese: "Báo cáo kết quả chỉ tiêu", English: "Results on targets"},
	File: "ket-qua-chi-tieu", Sheet: resultsSheet, Record: reportAll}

// ownTargets are the reader's own unit's targets of the year, each with its
// indicator and what was reported.
func ownTargets(ctx context.Context, tx *store.Tx, v work.Visit) (by access.Actor, all []target.Indicator, err error) {
	by, _ = v.OwnCapacity(access.ReportActual)
	if err := season.Permit(by, access.ReportActual, by.Unit, v.Season); err != nil {
		return by, nil, err
	}
	year, err := target.OfSeason(ctx, tx, v.Season.ID)
	for _, i := range year {
		if t, given := targetOf(i, by.Unit); given {
			i.Targets = []target.Target{t}
			all = append(all, i)
		}
	}
	return by, all, err
}

// reported is what the unit reported for the year.
func reported(t target.Target, year int) target.Actual {
	for _, a := range t.Actuals {
		if a.Year == year {
			return a
		}
	}
	return target.Actual{Year: year}
}

func resultField(i target.Indicator, part string) string { return "kq." + i.Code + "." + part }

func resultsSheet(ctx context.Context, tx *store.Tx, v work.Visit) (roundtrip.Sheet, error) {
	by, all, err := ownTargets(ctx, tx, v)
	if err != nil {
		return roundtrip.Sheet{}, err
	}
	s := roundtrip.Sheet{Of: "ket-qua " + v.Season.ID + " " + by.Unit, Back: v.Lam("chi-tieu"), At: v.Lam("chi-tieu", "ket-qua"), Remarks: []string{v.Unit(by.Unit)},
		Columns: []roundtrip.Column{{Name: "Chỉ tiêu", Width: 50}, {Name: "Đơn vị tính", Width: 14}, {Name: "Được giao", Width: 14}, {Name: "Kết quả", Width: 14}, {Name: "Số liệu đến ngày", Width: 18}}}
	for _, i := range all {
		t := i.Targets[0]
		a := reported(t, v.Season.Year)
		s.Rows = append(s.Rows, roundtrip.Row{Key: i.Code, Name: i.Name, Cells: []roundtrip.Cell{{Text: i.Name}, {Text: i.Measure}, {Text: input(t.Yearly[v.Season.Year]), Number: true},
			{Field: resultField(i, "value"), Text: input(a.Value), Number: true}, {Field: resultField(i, "as_of"), Text: a.AsOf.Short()}}})
		if sampled(i) && len(s.Remarks) == 1 {
			s.Remarks = append(s.Remarks, "Có số liệu minh họa")
		}
	}
	return s, nil
}

// reportAll reports every target that stands in the form, all or none. The files
// cited stay.
func reportAll(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	by, all, err := ownTargets(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	var faults []error
	n := 0
	for _, i := range all {
		if !f.Has(resultField(i, "value")) {
			continue
		}
		a, err := typedResult(f, i, reported(i.Targets[0], v.Season.Year))
		if err == nil {
			err = refusal.Under("kq."+i.Code, target.Report(ctx, tx, by, v.Today, i.Targets[0].ID, a))
		}
		n, faults = n+1, append(faults, err)
	}
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã báo cáo %d chỉ tiêu.", n), English: fmt.Sprintf("%d results were reported.", n)}}, errors.Join(faults...)
}

// typedResult is what was reported with the figure and the day typed anew.
func typedResult(f work.Form, i target.Indicator, a target.Actual) (target.Actual, error) {
	n, err := f.Number(resultField(i, "value"))
	if err != nil {
		return a, err
	}
	a.Value, a.AsOf = n, vi.Day{}
	if text := f.Get(resultField(i, "as_of")); text != "" {
		if a.AsOf, err = vi.ParseDay(text); err != nil {
			return a, refusal.Field(resultField(i, "as_of"), "Ngày viết như 22/11/2014.")
		}
	}
	return a, nil
}
