package org

import (
	"context"
	"fmt"
	"io"

	"thidua/access"
	"thidua/journal"
	"thidua/store"
	"thidua/vi"
)

// Report says what an import did. A unit that was renamed and moved counts in
// both.
type Report struct {
	AsOf     vi.Day
	Rows     int
	Country  bool // the list was taken as covering the whole country
	Added    int
	Renamed  int // name or kind
	Moved    int // to another unit above
	Ended    int
	Returned int // ended by an earlier reading of the list of the same day, but in this one
	Same     int
	Linked   int     // successions recorded (ImportChanges)
	Notes    []Fault // slips that were taken in spite of themselves
	SHA256   string  // of the file, hex
}

// Changed reports whether anything was written.
func (r Report) Changed() bool {
	return r.Added+r.Renamed+r.Moved+r.Ended+r.Returned+r.Linked > 0
}

// Lines is the report as it is printed.
func (r Report) Lines() []string {
	lines := []string{fmt.Sprintf("Đã đọc %s dòng, theo danh mục ngày %s.", vi.FormatInt(int64(r.Rows)), r.AsOf.Short())}
	for _, count := range []struct {
		n    int
		what string
	}{
		{r.Added, "đơn vị mới"}, {r.Renamed, "đơn vị đổi tên hoặc loại"}, {r.Moved, "đơn vị đổi cấp trên trực tiếp"},
		{r.Ended, "đơn vị kết thúc"}, {r.Returned, "đơn vị được ghi lại"}, {r.Linked, "quan hệ sáp nhập, chia tách"}, {r.Same, "đơn vị không đổi"},
	} {
		if count.n > 0 {
			lines = append(lines, fmt.Sprintf("%s %s.", vi.FormatInt(int64(count.n)), count.what))
		}
	}
	if !r.Changed() {
		lines = append(lines, "Không có gì phải ghi thêm.")
	}
	for _, note := range r.Notes {
		lines = append(lines, "Lưu ý: "+note.String())
	}
	return lines
}

// Import brings the units to an official list as it stood on a day: CSV with
// the columns code, full_name, level, parent_code, type. Codes that are new
// begin on that day (with an open beginning when no official unit was known
// yet), other names, kinds and parents hold from that day, and units that the
// list covers but no longer has end on it. A list covers the levels it has, in
// the provinces it names; with more than half of all known provinces it covers
// the whole country. A change of tone placement or spacing only is no change.
//
// The faults of a bad file come all at once as Faults, and nothing is written.
// The same list again changes nothing and leaves no entry.
func Import(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, list io.Reader, asOf vi.Day) (Report, error) {
	if err := access.Check(by, access.ImportUnits, ""); err != nil {
		return Report{}, err
	}
	p, report, err := planned(ctx, tx, list, asOf)
	if err != nil || !report.Changed() {
		return report, err
	}
	if err := p.write(ctx, tx); err != nil {
		return Report{}, err
	}
	return report, journal.Record(ctx, tx, by, day, access.ImportUnits, "unit_list:"+asOf.String(), report)
}

// Preview is the report that Import would make, without recording anything.
func Preview(ctx context.Context, tx *store.Tx, list io.Reader, asOf vi.Day) (Report, error) {
	_, report, err := planned(ctx, tx, list, asOf)
	return report, err
}

func planned(ctx context.Context, tx *store.Tx, list io.Reader, asOf vi.Day) (plan, Report, error) {
	read, err := readList(list, asOf)
	if err != nil {
		return plan{}, Report{}, err
	}
	was, err := officialUnits(ctx, tx)
	if err != nil {
		return plan{}, Report{}, err
	}
	p, err := compare(was, read, asOf)
	if err != nil {
		return plan{}, Report{}, err
	}
	return p, p.report(read, asOf), nil
}

// recorded is an official unit as the tables know it last.
type recorded struct {
	Unit
	nameFrom vi.Day // first day of its newest name
}

func officialUnits(ctx context.Context, tx *store.Tx) ([]recorded, error) {
	return store.All(ctx, tx, func(r *recorded) []any { return append(intoUnit(&r.Unit), &r.nameFrom) },
		`SELECT u.id, u.code, u.level, u.valid_from, u.valid_until, u.illustrative,
			n.name, n.short_name, n.kind, COALESCE(n.parent_id, ''), n.from_day
		FROM unit u JOIN unit_name n ON n.unit_id = u.id AND n.until_day = ''
		WHERE u.code <> '' AND u.level IN ('province', 'district', 'commune') ORDER BY u.code, u.valid_from`)
}
