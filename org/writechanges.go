package org

import (
	"context"
	"fmt"

	"thidua/store"
	"thidua/vi"
)

// writeChanges writes links, ends and names of changes that were resolved.
func writeChanges(ctx context.Context, tx *store.Tx, changes []change, on vi.Day, act string, report *Report) error {
	links := make([]link, len(changes))
	for i, c := range changes {
		links[i] = link{From: c.from.ID, To: c.to.ID, On: on, Act: act, Share: c.share, Note: c.note}
		if !vi.SameName(c.from.Name, c.oldName) {
			report.Notes = append(report.Notes, Fault{Line: c.line, Column: "old_name", Sentence: fmt.Sprintf("ghi “%s”, đơn vị mã %s tên là “%s”.", c.oldName, c.oldCode, c.from.Name)})
		}
	}
	report.Linked = len(links)
	if err := insertLinks(ctx, tx, links); err != nil {
		return err
	}
	ended := takenIn(changes, on)
	report.Ended = len(ended)
	if err := setUntil(ctx, tx, on, ended); err != nil {
		return err
	}
	return nameSuccessors(ctx, tx, changes, on, report)
}

// takenIn are the units that end: fully taken in, and their code not going on.
func takenIn(changes []change, on vi.Day) (ended []string) {
	goesOn := make(map[string]bool)
	for _, c := range changes {
		goesOn[c.newCode] = true
	}
	seen := make(map[string]bool)
	for _, c := range changes {
		if c.share == Full && !goesOn[c.oldCode] && !seen[c.from.ID] && c.from.outlives(on) {
			seen[c.from.ID] = true
			ended = append(ended, c.from.ID)
		}
	}
	return ended
}

// nameSuccessors gives the successors the names they took on the day, where the
// lists have not done so.
func nameSuccessors(ctx context.Context, tx *store.Tx, changes []change, on vi.Day, report *Report) error {
	seen := make(map[string]bool)
	for _, c := range changes {
		if seen[c.to.ID] || sameSpelling(c.to.Name, c.newName) {
			continue
		}
		seen[c.to.ID] = true
		names, err := Names(ctx, tx, c.to.ID)
		if err != nil {
			return err
		}
		if newest := names[len(names)-1]; newest.From.Before(on) || newest.From.IsZero() || newest.From.After(on) && sameSpelling(newest.Name, c.newName) {
			n := NewName{Unit: c.to.ID, On: on, Name: c.newName}
			report.Renamed++
			if err := n.write(ctx, tx, n.apply(c.to), newest); err != nil {
				return err
			}
			continue
		}
		report.Notes = append(report.Notes, Fault{Line: c.line, Column: "new_name", Sentence: fmt.Sprintf("ghi “%s”, danh mục ghi đơn vị mã %s là “%s”.", c.newName, c.newCode, c.to.Name)})
	}
	return nil
}
