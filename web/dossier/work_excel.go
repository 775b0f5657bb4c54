package dossier

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/dossier"
	"thidua/season"
	"thidua/store"
	"thidua/web/roundtrip"
	"thidua/web/ui"
	"thidua/web/work"
)

// roomForNominations is how many empty lines the file has for new nominations;
// longer lists come by package nominees.
const roomForNominations = 30

// byExcel lets the reasons, kinds of achievement and papers of all nominations be filled in as an Excel
// file, nominations be withdrawn there, and new ones be added at its end. Who is
// proposed for what is never rewritten.
var byExcel = roundtrip.Table{Path: "/lam/{slug}/de-nghi", Title: ui.Words{Vietnamese: "Đề nghị khen thưởng", English: "Nominations"}, Who: rolesOf(access.Nominate),
	File: "de-nghi-khen-thuong", Sheet: nominationSheet, Record: recordNominations}

// Raws are the addresses that are no pages.
var Raws = []work.Raw{byExcel.Raw()}

// had stands for a paper that the dossier holds.
const had = "co"

func nominationSheet(ctx context.Context, tx *store.Tx, v work.Visit) (s roundtrip.Sheet, err error) {
	by, _ := v.Capacity(access.Nominate)
	if err := season.Permit(by, access.Nominate, "", v.Season); err != nil {
		return s, err
	}
	all, err := dossier.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return s, err
	}
	filed, err := dossier.AttachedAcross(ctx, tx, v.Season.ID)
	if err != nil {
		return s, err
	}
	if v.Visit, err = v.Knows(ctx, tx, proposersOf(all)); err != nil {
		return s, err
	}
	s = roundtrip.Sheet{Of: "de-nghi " + v.Season.ID, Back: v.Lam("de-nghi"), Columns: nominationColumns(), Remarks: append([]string{
		"Giấy tờ đã có trong hồ sơ thì chọn “có”; giấy tờ đã đính kèm tệp hoặc không thuộc hồ sơ của danh hiệu ấy thì khóa. Rút đề nghị thì ghi lý do ở cột cuối.",
		"Thêm đề nghị: ghi vào các dòng trống ở cuối; danh sách dài hơn thì dùng trang Nạp danh sách. Người, tập thể và danh hiệu đã đề nghị không sửa ở đây."}, remarks(all)...)}
	for _, n := range all {
		s.Rows = append(s.Rows, nominationRow(v, n, filed[n.ID]))
	}
	for i := range roomForNominations {
		s.Rows = append(s.Rows, roomRow(v, i))
	}
	return s, nil
}

func nominationColumns() []roundtrip.Column {
	all := []roundtrip.Column{{Name: "Được đề nghị", Width: 30}, {Name: "Đối tượng", Width: 12}, {Name: "Danh hiệu, hình thức", Width: 36}, {Name: "Loại hình khen thưởng", Width: 26},
		{Name: "Lý do đề nghị", Width: 40}, {Name: "Đơn vị giới thiệu", Width: 24}, {Name: "Trạng thái", Width: 20}}
	for _, k := range dossier.PaperKinds {
		all = append(all, roundtrip.Column{Name: k.Label(), Width: 13})
	}
	return append(all, roundtrip.Column{Name: "Lý do rút đề nghị", Width: 34})
}

func proposersOf(all []dossier.Nomination) (units []string) {
	for _, n := range all {
		units = append(units, n.ProposedBy)
	}
	return units
}

// nominationRow is a nomination on record: open is what may still become of it.
func nominationRow(v work.Visit, n dossier.Nomination, filed []dossier.Attached) roundtrip.Row {
	reason, category, back := roundtrip.Cell{Text: n.Reason}, roundtrip.Cell{Text: n.Category.Label()}, roundtrip.Cell{}
	if n.MayChange(dossier.FactsPart) {
		reason.Field = nominationField(n.ID, "reason")
		category = roundtrip.Cell{Text: string(n.Category), Field: nominationField(n.ID, "category"), Options: categoryOptions()}
	}
	if n.Status.MayBecome(dossier.Withdrawn) {
		back.Field = nominationField(n.ID, "withdrawn")
	}
	cells := []roundtrip.Cell{{Text: n.CandidateName}, {Text: n.CandidateKind.Label()}, {Text: n.Title}, category, reason, {Text: v.Unit(n.ProposedBy)}, {Text: n.Status.Label()}}
	asked := checklist(v.Visit, n)
	for _, k := range dossier.PaperKinds {
		c := roundtrip.Cell{Options: []ui.Option{{Value: ""}, {Value: had, Label: "có"}}}
		if slices.Contains(n.Papers, k) {
			c.Text = had
		}
		named := slices.ContainsFunc(asked, func(r dossier.Requirement) bool { return r.Kind == k })
		attached := slices.ContainsFunc(filed, func(a dossier.Attached) bool { return a.Kind == k })
		if named && !attached && n.MayChange(dossier.Part(k)) {
			c.Field = nominationField(n.ID, string(k))
		}
		cells = append(cells, c)
	}
	return roundtrip.Row{Key: n.ID, Name: n.CandidateName + " – " + n.Title, Cells: append(cells, back)}
}

// roomRow is an empty line for a new nomination.
func roomRow(v work.Visit, i int) roundtrip.Row {
	key := newNomination(i)
	open := func(part string, options ...ui.Option) roundtrip.Cell {
		return roundtrip.Cell{Field: nominationField(key, part), Options: options}
	}
	cells := []roundtrip.Cell{open("candidate"), open("candidate_kind", kindOptions()...), open("title"), open("category", categoryOptions()...), open("reason"), open("proposed_by", proposers(v)...)}
	for len(cells) < len(nominationColumns()) {
		cells = append(cells, roundtrip.Cell{})
	}
	return roundtrip.Row{Key: key, Name: fmt.Sprintf("Đề nghị thêm, dòng %d", i+1), Cells: cells}
}

func newNomination(i int) string { return fmt.Sprintf("moi-%d", i+1) }

func underNomination(key string) string { return "dn." + key }

func nominationField(key, part string) string { return underNomination(key) + "." + part }

// recordNominations changes the nominations that stand in the form and makes the
// new ones, all or none.
func recordNominations(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	all, err := dossier.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return work.Done{}, err
	}
	by, _ := v.Capacity(access.Nominate)
	var faults []error
	changed := 0
	for _, n := range all {
		did, err := changeByExcel(ctx, tx, by, v.Today, n, f)
		if faults = append(faults, err); did {
			changed++
		}
	}
	added, err := nominateByExcel(ctx, tx, by, v, f)
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã ghi thay đổi của %d đề nghị, lập %d đề nghị.", changed, added),
		English: fmt.Sprintf("%d nominations changed, %d made.", changed, added)}}, errors.Join(append(faults, err)...)
}
