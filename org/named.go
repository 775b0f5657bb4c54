package org

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Named returns the one unit that somebody means on a day (zero: at any time)
// by its code, its name, its name with its code ("Xã Hoa Sơn (17384)") or its
// name with that of the unit above ("Xã Hoa Sơn, huyện Anh Sơn"). Where several
// are called so, the refusal names them with what tells them apart. field names
// the form's field.
func Named(ctx context.Context, tx *store.Tx, field, written string, day vi.Day) (Unit, error) {
	name := vi.Clean(written)
	if err := vi.ValidText(name); err != nil {
		return Unit{}, refusal.Field(field, err.Error())
	}
	if code := codeIn(name); code != "" {
		u, err := ByCode(ctx, tx, code, day)
		if refusal.Is(err, refusal.NotFound) {
			return Unit{}, refusal.Field(field, fmt.Sprintf("Không có đơn vị nào mang mã “%s” vào ngày này.", code))
		}
		return u, err
	}
	found, err := namedWithin(ctx, tx, name, day)
	if err != nil || len(found) == 1 {
		return first(found), err
	}
	if len(found) == 0 {
		return Unit{}, refusal.Field(field, fmt.Sprintf("Không có đơn vị nào tên “%s” trong danh mục.", name))
	}
	return Unit{}, ambiguous(ctx, tx, field, name, found)
}

var (
	bareCode  = regexp.MustCompile(`^\d{2,5}$`)
	codeAfter = regexp.MustCompile(`\((\d{2,5})\)$`)
)

func codeIn(name string) string {
	if bareCode.MatchString(name) {
		return name
	}
	if m := codeAfter.FindStringSubmatch(name); m != nil {
		return m[1]
	}
	return ""
}

// namedWithin finds by the whole writing, else by what stands before one of its
// commas under a unit named after it.
func namedWithin(ctx context.Context, tx *store.Tx, name string, day vi.Day) ([]Unit, error) {
	found, err := Find(ctx, tx, name, day)
	if found = distinct(found); err != nil || len(found) > 0 {
		return found, err
	}
	for at := strings.LastIndexByte(name, ','); at > 0; at = strings.LastIndexByte(name[:at], ',') {
		below, err := Find(ctx, tx, name[:at], day)
		if err != nil || len(below) == 0 {
			if err != nil {
				return nil, err
			}
			continue
		}
		above, err := Find(ctx, tx, name[at+1:], day)
		if err != nil {
			return nil, err
		}
		return within(distinct(below), above), nil
	}
	return nil, nil
}

// distinct leaves one of each unit, which may have been found by several names.
func distinct(units []Unit) (all []Unit) {
	seen := map[string]bool{}
	for _, u := range units {
		if !seen[u.ID] {
			all = append(all, u)
		}
		seen[u.ID] = true
	}
	return all
}

func within(units, parents []Unit) (all []Unit) {
	for _, u := range units {
		for _, p := range distinct(parents) {
			if u.Parent == p.ID {
				all = append(all, u)
			}
		}
	}
	return all
}

// ambiguous names the first few of several units of one name.
func ambiguous(ctx context.Context, tx *store.Tx, field, name string, found []Unit) error {
	const few = 4
	ids := make([]string, len(found))
	for i, u := range found {
		ids[i] = u.Parent
	}
	parents, err := ByIDs(ctx, tx, ids, vi.Day{})
	if err != nil {
		return err
	}
	var each []string
	for _, u := range found[:min(few, len(found))] {
		each = append(each, described(u, parents[u.Parent]))
	}
	more := ""
	if len(found) > few {
		more = fmt.Sprintf(" và %d đơn vị khác", len(found)-few)
	}
	return refusal.Field(field, fmt.Sprintf("Có %d đơn vị tên “%s”: %s%s. Xin ghi kèm mã hoặc tên đơn vị cấp trên.", len(found), name, strings.Join(each, "; "), more))
}

func described(u, parent Unit) string {
	words := u.Name
	if parent.Name != "" {
		words += ", " + vi.LowerFirst(parent.Name)
	}
	if u.Code != "" {
		words += " (" + u.Code + ")"
	}
	return words
}
