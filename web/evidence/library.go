// Package evidence sets the pages of a unit's minh chứng: its library, what is
// brought to it, one file with where it is cited, and the way by which those
// who may see a sheet read what it cites.
package evidence

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/dossier"
	"thidua/evidence"
	"thidua/movement"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/target"
	"thidua/vi"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// Desk are the working pages of evidence.
var Desk = []work.Page{
	{Path: "/minh-chung", Title: ui.Words{Vietnamese: "Minh chứng của đơn vị", English: "Our evidence"}, Who: keepers, Read: library},
	{Path: "/minh-chung/them", Title: ui.Words{Vietnamese: "Tải minh chứng lên", English: "Bring evidence"}, Who: keepers, Read: bringing,
		Acts: map[string]work.Act{"tai-len": bring}, Files: maxFiles * evidence.MaxSize / 2},
	{Path: "/minh-chung/{id}", Title: oneTitle, Who: keepers, Read: own,
		Acts: map[string]work.Act{"ghi": describe, "ngung": retire, "dung-lai": useAgain}},
	{Path: "/lam/{slug}/minh-chung/{id}", Title: oneTitle, Read: cited},
}

// Raw are its files and previews: one's own, and those that a year's sheets
// cite.
var Raw = []work.Raw{
	{Pattern: "GET /minh-chung/{id}/tep", Serve: download},
	{Pattern: "GET /minh-chung/{id}/xem", Serve: preview},
	{Pattern: "GET /lam/{slug}/minh-chung/{id}/tep", Serve: download},
	{Pattern: "GET /lam/{slug}/minh-chung/{id}/xem", Serve: preview},
}

var (
	keepers  = []access.Role{access.EmulationOfficer, access.Leader}
	oneTitle = ui.Words{Vietnamese: "Minh chứng", English: "Evidence"}
)

// line is one file in the library's list.
type line struct {
	evidence.Evidence
	uses []evidence.Use
	here string // the list's address, to come back to
}

var table = list.Table[line]{
	Name:   ui.Words{Vietnamese: "Minh chứng của đơn vị", English: "Our evidence"},
	File:   "minh-chung",
	Search: func(l line) string { return l.Name + " " + l.Description + " " + l.usedIn() },
	Columns: []list.Column[line]{
		{Key: "ten", Words: ui.Words{Vietnamese: "Tệp", English: "File"}, Text: func(l line) string { return l.Name }, Cell: nameCell, Wide: true, Width: 40},
		{Key: "mo-ta", Words: ui.Words{Vietnamese: "Chứng minh điều gì", English: "What it proves"}, Text: func(l line) string { return l.Description }, Wide: true, Width: 50},
		{Key: "loai", Words: ui.Words{Vietnamese: "Loại", English: "Kind"}, Text: func(l line) string { return l.Kind.Label() }, Width: 20},
		{Key: "ngay", Words: ui.Words{Vietnamese: "Ngày văn bản", English: "Dated"}, Text: func(l line) string { return l.Day.Short() }, Order: func(a, b line) int { return a.Day.Compare(b.Day) }, Width: 14},
		{Key: "co", Words: ui.Words{Vietnamese: "Cỡ", English: "Size"}, Text: func(l line) string { return sizeOf(l.Size) }, Order: func(a, b line) int { return cmp.Compare(a.Size, b.Size) }, Num: true, Value: func(l line) any { return float64(l.Size) / (1 << 10) }, Width: 10},
		{Key: "tai-len", Words: ui.Words{Vietnamese: "Tải lên", English: "Brought"}, Text: func(l line) string { return l.AddedOn.Short() }, Order: func(a, b line) int { return cmp.Compare(a.ID, b.ID) }, Width: 14},
		{Key: "dung", Words: ui.Words{Vietnamese: "Dùng ở", English: "Used in"}, Text: line.usedIn, Wide: true, Width: 50},
	},
	Filters: []list.Filter[line]{
		{Key: "loai", Words: ui.Words{Vietnamese: "Loại", English: "Kind"}, Options: kindOptions(), Keep: func(l line, k string) bool { return string(l.Kind) == k }},
		{Key: "tt", Words: ui.Words{Vietnamese: "Tình trạng", English: "State"}, Options: []ui.Option{{Value: "ngung", Label: "Đã ngừng dùng"}, {Value: "dung", Label: "Đang được trích dẫn"}, {Value: "chua", Label: "Chưa dùng ở đâu"}}, Keep: inState},
	},
	Sort: "tai-len", Desc: true,
	Empty: ui.Words{Vietnamese: "Đơn vị chưa tải minh chứng nào lên.", English: "Your unit has brought no evidence yet."},
}

// inState keeps what the reader asked for. Retired files show only when they are
// asked for: see library.
func inState(l line, state string) bool {
	switch state {
	case "ngung":
		return l.Retired()
	case "dung":
		return len(l.uses) > 0
	}
	return len(l.uses) == 0
}

func kindOptions() (all []ui.Option) {
	for _, k := range evidence.Kinds {
		all = append(all, ui.Option{Value: string(k), Label: k.Label()})
	}
	return all
}

// usedIn says where the unit cites the file: "2014: tiêu chí 1.1, tiêu chí 2.3".
func (l line) usedIn() string {
	var words []string
	year := ""
	for _, u := range l.uses {
		where := u.Where
		if u.Label != year {
			where = u.Label + ": " + where
		}
		year = u.Label
		words = append(words, where)
	}
	return strings.Join(words, "; ")
}

// sizeOf is a number of bytes as people read it: "340 kB", "2,1 MB".
func sizeOf(n int64) string {
	if n < 1<<20 {
		return vi.FormatInt(max(1, n>>10)) + " kB"
	}
	tenths := (n*10 + 1<<19) >> 20
	return fmt.Sprintf("%d,%d MB", tenths/10, tenths%10)
}

func library(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := evidence.Library(ctx, tx, v.By.Unit)
	if err != nil {
		return nil, err
	}
	uses, err := usesOf(ctx, tx, v.By.Unit)
	if err != nil {
		return nil, err
	}
	here := v.Request().URL
	chosen := table.Query(here).Chosen["tt"]
	var rows []line
	var used int64
	for _, e := range all {
		used += e.Size
		if !e.Retired() || chosen == "ngung" {
			rows = append(rows, line{e, uses[e.ID], v.HereAgain()})
		}
	}
	view := table.Of(here, rows)
	if view.Excel() {
		return view.File(v.Grant.UnitName), nil
	}
	return libraryPage(v, view, used), nil
}

// usesOf is where the unit cites each of its files, by id, year by year.
func usesOf(ctx context.Context, tx *store.Tx, unit string) (map[string][]evidence.Use, error) {
	by := map[string][]evidence.Use{}
	for _, uses := range []func(context.Context, *store.Tx, string) ([]evidence.Use, error){scoring.Uses, target.Uses, movement.Uses, season.Uses, dossier.Uses} {
		all, err := uses(ctx, tx, unit)
		if err != nil {
			return nil, err
		}
		for _, u := range all {
			if id, isFile := evidence.ParseRef(u.Entry); isFile {
				by[id] = append(by[id], u)
			}
		}
	}
	for _, all := range by {
		slices.SortStableFunc(all, func(a, b evidence.Use) int { return cmp.Compare(a.Label, b.Label) })
	}
	return by, nil
}

// ownFile is the file of the address, if it is the reader's own unit's.
func ownFile(ctx context.Context, tx *store.Tx, v work.Visit) (evidence.Evidence, error) {
	e, err := evidence.ByID(ctx, tx, v.Asked("id"))
	if err == nil && !evidence.MayRead(v.By, e) {
		return e, evidence.NotFound()
	}
	return e, err
}

func refused(sentence string) error { return refusal.Field("tep", sentence) }
