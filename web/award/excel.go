package award

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"strconv"

	"thidua/access"
	"thidua/award"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/roundtrip"
	"thidua/web/ui"
	"thidua/web/work"
)

// mostAmended is how many awards a decision has at most to be amended as one
// Excel file.
const mostAmended = 2000

// byExcel lets the awards of one decision be amended as an Excel file. An award
// stays as it was decided: a changed cell is an amendment, with the decision
// that makes it and the reason in the same line.
var byExcel = roundtrip.Table{Path: listPath + "{decision}", Title: ui.Words{Vietnamese: "Điều chỉnh danh sách khen thưởng", English: "Amend a list of awards"}, Who: revokers,
	File: "danh-sach-khen-thuong", Sheet: awardSheet, Record: amendByExcel}

// Raws are the addresses that are no pages.
var Raws = []work.Raw{byExcel.Raw()}

func listAt(decision string) string { return listPath + url.PathEscape(decision) }

// listed are the decision's awards as they read today, as far as the reader may
// see and amend them.
func listed(ctx context.Context, tx *store.Tx, v work.Visit) (award.Decision, []award.Standing, error) {
	if err := access.Check(v.By, access.RevokeAward, ""); err != nil {
		return award.Decision{}, nil, err
	}
	sc, err := scope(ctx, tx, v)
	if err != nil {
		return award.Decision{}, nil, err
	}
	d, all, err := award.AsAmended(ctx, tx, v.Asked("decision"), sc)
	if err == nil && len(all) > mostAmended {
		err = refusal.New(refusal.Invalid, fmt.Sprintf("Quyết định có hơn %d khen thưởng: hãy điều chỉnh ở trang của từng khen thưởng.", mostAmended))
	}
	return d, all, err
}

func awardSheet(ctx context.Context, tx *store.Tx, v work.Visit) (roundtrip.Sheet, error) {
	d, all, err := listed(ctx, tx, v)
	if err != nil {
		return roundtrip.Sheet{}, err
	}
	s := roundtrip.Sheet{Of: "khen-thuong " + d.ID, Back: registerPath + "?" + queryOf(decisionKey, d.Number), At: listAt(d.ID),
		Columns: []roundtrip.Column{{Name: "Số sổ vàng", Width: 10}, {Name: "Danh hiệu, hình thức", Width: 32}, {Name: "Tình trạng", Width: 16}, {Name: "Tên", Width: 30}, {Name: "Đơn vị khi ấy", Width: 30}, {Name: "Thành tích", Width: 40},
			{Name: "Số quyết định điều chỉnh", Width: 20}, {Name: "Ngày quyết định", Width: 14}, {Name: "Cơ quan, người quyết định", Width: 30}, {Name: "Lý do điều chỉnh", Width: 40}},
		Remarks: []string{fmt.Sprintf("Quyết định số %s ngày %s của %s", d.Number, d.Day.Short(), d.Authority),
			"Nội dung đã quyết định vẫn đứng trong sổ. Dòng nào đổi tên, đơn vị, thành tích thì ghi đủ quyết định điều chỉnh và lý do ngay ở dòng ấy.",
			"Danh hiệu, hình thức không điều chỉnh ở đây; khen thưởng đã thu hồi thì khóa."}}
	for _, a := range all {
		s.Rows = append(s.Rows, awardRow(a))
		if a.Sample && len(s.Remarks) == 3 {
			s.Remarks = append(s.Remarks, "Có số liệu minh họa")
		}
	}
	return s, nil
}

// awardRow is an award as it reads today, with the decision that last amended it.
func awardRow(a award.Standing) roundtrip.Row {
	last := a.Last.By
	cells := []roundtrip.Cell{{Text: strconv.Itoa(a.Place)}, {Text: a.TitleName}, {Text: a.State.Label()},
		{Field: awardField(a, "name"), Text: a.Name}, {Field: awardField(a, "unit"), Text: a.UnitName}, {Field: awardField(a, "achievement"), Text: a.Achievement},
		{Field: awardField(a, "number"), Text: last.Number}, {Field: awardField(a, "day"), Text: last.Day.Short(), Day: true}, {Field: awardField(a, "authority"), Text: last.Authority}, {Field: awardField(a, "reason"), Text: a.Last.Reason}}
	if a.State == award.Revoked {
		for i := range cells {
			cells[i].Field = ""
		}
	}
	return roundtrip.Row{Key: a.ID, Name: fmt.Sprintf("%d. %s", a.Place, a.Name), Cells: cells}
}

func underAward(a award.Standing) string { return "kt." + a.ID }

func awardField(a award.Standing, part string) string { return underAward(a) + "." + part }

// amendByExcel amends the awards that stand in the form, all or none.
func amendByExcel(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	_, all, err := listed(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	var faults []error
	n := 0
	for _, a := range all {
		if f.Has(awardField(a, "name")) {
			n, faults = n+1, append(faults, amendLine(ctx, tx, v, f, a))
		}
	}
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã ghi điều chỉnh %d khen thưởng.", n), English: fmt.Sprintf("%d awards were amended.", n)}}, errors.Join(faults...)
}

func amendLine(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form, a award.Standing) error {
	get := func(part string) string { return f.Get(awardField(a, part)) }
	m, err := amendmentTyped(get, a)
	if err != nil {
		return refusal.Under(underAward(a), err)
	}
	if m.Decision.Day, err = f.Day(awardField(a, "day")); err != nil {
		return err
	}
	return refusal.Under(underAward(a), award.Adjust(ctx, tx, v.By, v.Today, m))
}

// amendmentTyped is what a line changes, by a decision that is not the one that
// amended the award before.
func amendmentTyped(get func(part string) string, a award.Standing) (award.Amendment, error) {
	m := award.Amendment{Award: a.ID, Reason: get("reason"), Decision: award.Decision{Number: get("number"), Authority: get("authority")}}
	if a.Last.Kind != "" && m.Decision.Number == a.Last.By.Number && m.Reason == a.Last.Reason {
		return m, refusal.Field("number", fmt.Sprintf("Quyết định số %s là của lần điều chỉnh trước: ghi quyết định và lý do của lần này.", m.Decision.Number))
	}
	for _, t := range []struct {
		part, was string
		now       *string
	}{{"name", a.Name, &m.Name}, {"unit", a.UnitName, &m.UnitName}, {"achievement", a.Achievement, &m.Achievement}} {
		switch now := get(t.part); {
		case now == t.was:
		case now == "":
			return m, refusal.Field(t.part, "Điều chỉnh thì ghi nội dung mới, không để trống.")
		default:
			*t.now = now
		}
	}
	return m, nil
}
