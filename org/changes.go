package org

import (
	"context"
	"fmt"
	"io"
	"slices"

	"thidua/access"
	"thidua/journal"
	"thidua/store"
	"thidua/vi"
)

// change is one line of a list of successions.
type change struct {
	line             int
	oldCode, oldName string
	newCode, newName string
	share            Share
	note             string
	from, to         Unit // as the day before and as on the day
}

// ImportChanges records who became whom on a day: CSV with the columns
// old_code, old_name, new_code, new_name, share (full, partial or empty), note.
// The units must be known already, from the lists around that day. A unit that
// was taken in fully ends on the day unless its code goes on; a successor whose
// new name is not recorded for the day yet bears it from the day. Lines in which
// nothing happens (same code, same name, nobody joining) are passed over. act
// is the document, such as "1678/NQ-UBTVQH15".
//
// The faults of a bad file come all at once as Faults, and nothing is written.
func ImportChanges(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, list io.Reader, on vi.Day, act string) (Report, error) {
	if err := access.Check(by, access.ImportUnits, ""); err != nil {
		return Report{}, err
	}
	t, err := readTable(list, "old_code", "old_name", "new_code", "new_name", "share", "note")
	if err != nil {
		return Report{}, err
	}
	all, faults := readChanges(t)
	changes := happened(all)
	report := Report{AsOf: on, Rows: len(t.rows), Same: len(all) - len(changes), SHA256: t.sum}
	wrong, err := resolve(ctx, tx, changes, on)
	if err != nil {
		return Report{}, err
	}
	if faults = append(faults, wrong...); len(faults) > 0 {
		slices.SortStableFunc(faults, func(a, b Fault) int { return a.Line - b.Line })
		return Report{}, faults
	}
	if err := writeChanges(ctx, tx, changes, on, vi.Clean(act), &report); err != nil {
		return Report{}, err
	}
	return report, journal.Record(ctx, tx, by, day, access.ImportUnits, "unit_changes:"+on.String(), report)
}

func readChanges(t table) (changes []change, faults Faults) {
	faults = t.faults
	for _, row := range t.rows {
		c := change{line: row.line, oldCode: row.cells[0], oldName: row.cells[1], newCode: row.cells[2], newName: row.cells[3],
			share: Share(row.cells[4]), note: row.cells[5]}
		for _, cell := range []struct{ column, code string }{{"old_code", c.oldCode}, {"new_code", c.newCode}} {
			if digits(cell.code) == 0 {
				faults = append(faults, Fault{Line: c.line, Column: cell.column, Sentence: fmt.Sprintf("mã “%s” không phải mã đơn vị hành chính.", cell.code)})
			}
		}
		if c.share != Full && c.share != Partial && c.share != ShareUnknown {
			faults = append(faults, Fault{Line: c.line, Column: "share", Sentence: fmt.Sprintf("“%s” phải là full (toàn bộ), partial (một phần) hoặc để trống.", c.share)})
		}
		changes = append(changes, c)
	}
	return changes, faults
}

// happened leaves out the lines in which a unit merely goes on as it was.
func happened(changes []change) (left []change) {
	joining := make(map[string]int)
	for _, c := range changes {
		joining[c.newCode]++
	}
	for _, c := range changes {
		goesOn := c.oldCode == c.newCode && joining[c.newCode] == 1 && sameSpelling(c.oldName, c.newName)
		if !goesOn {
			left = append(left, c)
		}
	}
	return left
}

// sameSpelling is vi.SameName with accents.
func sameSpelling(a, b string) bool {
	_, shortA := vi.SplitUnitName(a)
	_, shortB := vi.SplitUnitName(b)
	return vi.SameName(a, b) && vi.SpellingKey(shortA) == vi.SpellingKey(shortB)
}

// resolve finds the units of each change: the old one as it was the day before
// (or, for one that ended earlier, as it was last), the new one on the day.
func resolve(ctx context.Context, tx *store.Tx, changes []change, on vi.Day) (Faults, error) {
	before, err := codedUnits(ctx, tx, on.AddDays(-1))
	if err != nil {
		return nil, err
	}
	after, err := codedUnits(ctx, tx, on)
	if err != nil {
		return nil, err
	}
	var faults Faults
	for i := range changes {
		c := &changes[i]
		var hasOld, hasNew bool
		if c.from, hasOld = lastBefore(before[c.oldCode], on); !hasOld {
			faults = append(faults, Fault{Line: c.line, Column: "old_code", Sentence: fmt.Sprintf("chưa có đơn vị nào mang mã “%s” (%s) trước ngày %s; hãy nạp danh mục trước ngày đó.", c.oldCode, c.oldName, on.Short())})
		}
		if c.to, hasNew = existingOn(after[c.newCode], on); !hasNew {
			faults = append(faults, Fault{Line: c.line, Column: "new_code", Sentence: fmt.Sprintf("không có đơn vị nào mang mã “%s” (%s) vào ngày %s; hãy nạp danh mục của ngày đó.", c.newCode, c.newName, on.Short())})
		}
	}
	return faults, nil
}

func codedUnits(ctx context.Context, tx *store.Tx, day vi.Day) (map[string][]Unit, error) {
	units, err := store.All(ctx, tx, intoUnit, selectUnit+` WHERE u.code <> '' ORDER BY u.valid_from`, day)
	if err != nil {
		return nil, err
	}
	byCode := make(map[string][]Unit, len(units))
	for _, u := range units {
		byCode[u.Code] = append(byCode[u.Code], u)
	}
	return byCode, nil
}

func lastBefore(units []Unit, on vi.Day) (last Unit, found bool) {
	for _, u := range units {
		if u.From.Before(on) || u.From.IsZero() {
			last, found = u, true
		}
	}
	return last, found
}

func existingOn(units []Unit, day vi.Day) (Unit, bool) {
	for _, u := range units {
		if u.ExistsOn(day) {
			return u, true
		}
	}
	return Unit{}, false
}
