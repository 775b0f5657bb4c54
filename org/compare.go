package org

import (
	"context"
	"fmt"

	"thidua/store"
	"thidua/vi"
)

// plan is what has to be written so that the tables agree with a list.
type plan struct {
	asOf    vi.Day
	country bool
	add     []Unit
	change  []Unit // with their new names, kinds, parents
	end     []string
	back    map[vi.Day][]string // units to bring back, by the end they then have
	renamed int
	moved   int
	same    int
	byCode  map[string]recorded // units that exist on the day, or ended on it
	idOf    map[string]string   // of every code of the list
	covered map[string]bool     // ids of the provinces that the list names
}

// compare finds the difference between what is recorded and the list.
func compare(was []recorded, list officialList, asOf vi.Day) (plan, error) {
	p := plan{asOf: asOf, byCode: living(was, asOf), idOf: make(map[string]string, len(list.units)), back: make(map[vi.Day][]string)}
	for _, u := range list.units {
		if r, ok := p.byCode[u.code]; ok {
			p.idOf[u.code] = r.ID
		} else {
			p.idOf[u.code] = store.NewID()
		}
	}
	p.cover(was, list)
	if err := p.checkOrder(was, list); err != nil {
		return plan{}, err
	}
	var faults Faults
	for _, u := range list.units {
		parent, known := p.parentOf(u)
		if !known {
			faults = append(faults, Fault{Line: u.line, Column: "parent_code", Sentence: fmt.Sprintf("mã cấp trên “%s” không có trong danh mục.", u.parent)})
		}
		p.place(u, parent, len(was) == 0)
	}
	if len(faults) > 0 {
		return plan{}, faults
	}
	p.endMissing(was, list)
	return p, nil
}

// living are the units of each code on the day. One that ended on that very day
// counts too: an earlier reading of the same list may have missed it.
func living(was []recorded, day vi.Day) map[string]recorded {
	byCode := make(map[string]recorded, len(was))
	for _, r := range was {
		_, taken := byCode[r.Code]
		if r.ExistsOn(day) || r.Until.Equal(day) && !taken {
			byCode[r.Code] = r
		}
	}
	return byCode
}

func (p *plan) parentOf(u listed) (id string, known bool) {
	if u.parent == "" {
		return "", true
	}
	if id, ok := p.idOf[u.parent]; ok {
		return id, true
	}
	r, ok := p.byCode[u.parent]
	return r.ID, ok && r.ExistsOn(p.asOf)
}

// place finds what one unit of the list means for the tables.
func (p *plan) place(u listed, parent string, first bool) {
	now := Unit{ID: p.idOf[u.code], Code: u.code, Level: u.level, Name: u.name, ShortName: u.short, Kind: u.kind, Parent: parent}
	r, ok := p.byCode[u.code]
	if !ok {
		if !first {
			now.From = p.asOf
		}
		now.Until = ValidityOf(u.kind, u.level).Until
		p.add = append(p.add, now)
		return
	}
	if !r.ExistsOn(p.asOf) {
		end := ValidityOf(u.kind, u.level).Until
		p.back[end] = append(p.back[end], r.ID)
	}
	renamed := r.Kind != u.kind || vi.SpellingKey(r.ShortName) != vi.SpellingKey(u.short)
	moved := r.Parent != parent
	p.renamed += count(renamed)
	p.moved += count(moved)
	p.same += count(!renamed && !moved && r.ExistsOn(p.asOf))
	if renamed || moved {
		if !renamed {
			now.Name, now.ShortName = r.Name, r.ShortName
		}
		p.change = append(p.change, now)
	}
}

// endMissing ends what the list covers but does not have.
func (p *plan) endMissing(was []recorded, list officialList) {
	levels, province := levelsOf(list), provinces(was)
	for _, r := range was {
		_, listed := p.idOf[r.Code]
		if !listed && r.ExistsOn(p.asOf) && levels[r.Level] && p.covers(province[r.ID]) {
			p.end = append(p.end, r.ID)
		}
	}
}

func (p *plan) report(list officialList, asOf vi.Day) Report {
	report := Report{AsOf: asOf, Rows: len(list.units), Country: p.country, Added: len(p.add), Renamed: p.renamed, Moved: p.moved,
		Ended: len(p.end), Same: p.same, Notes: list.notes, SHA256: list.sum}
	for _, ids := range p.back {
		report.Returned += len(ids)
	}
	return report
}

func (p *plan) write(ctx context.Context, tx *store.Tx) error {
	if err := setUntil(ctx, tx, p.asOf, p.end); err != nil {
		return err
	}
	for end, ids := range p.back {
		if err := setUntil(ctx, tx, end, ids); err != nil {
			return err
		}
	}
	if err := insertUnits(ctx, tx, p.add); err != nil {
		return err
	}
	return replaceNames(ctx, tx, p.asOf, p.change)
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
