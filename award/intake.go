package award

import (
	"context"
	"fmt"
	"hash/maphash"
	"strconv"

	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
)

// intake takes understood rows into the register, and sees that they agree with
// one another and with what is there.
type intake struct {
	pen     *pen
	batch   string
	seat    string              // province of the body that imports; empty for none
	entries map[string]*opened  // by the decisions' keys
	said    map[uint64]struct{} // what each row of this list says
	lines   map[uint64]int      // where those before, as far as remembered, stood
	seed    maphash.Seed
	faults  Faults
	report  Report
	dry     bool // only looks, writes nothing
}

// opened is a decision that the list names.
type opened struct {
	id       int
	line     int // where it came first
	day      vi.Day
	kind     Kind
	awards   int
	met      int                         // of those in the register, how many the list has too
	numbered bool                        // its rows name their places
	there    map[string]recalled         // what the register has of it; nil when it is new
	tells    map[rulebook.Category][]int // places of those that the list tells the kind of, and the register does not
}

// recalled is an award that the register has.
type recalled struct {
	row
	birth, province string
}

func newIntake(p *pen, batch string) *intake {
	return &intake{pen: p, batch: batch, entries: map[string]*opened{}, said: map[uint64]struct{}{}, lines: map[uint64]int{}, seed: maphash.MakeSeed()}
}

// row takes one row, or adds it to the faults. After the first fault the rest
// is only looked through.
func (in *intake) row(ctx context.Context, r *parsed) error {
	in.report.Rows++
	if len(r.faults) > 0 {
		in.faults.add(r.faults...)
		return nil
	}
	d, err := in.opened(ctx, r)
	if err != nil {
		return err
	}
	if sentence := in.repeats(r, d); sentence != "" {
		in.faults.add(Fault{Line: r.line, Sentence: sentence})
		return nil
	}
	if was, there := d.there[r.row]; there {
		if sentence := differs(was.award(), r.award); sentence != "" {
			in.faults.add(Fault{Line: r.line, Sentence: sentence})
		}
		in.report.Same++
		in.complete(d, was, r.award)
		if d.met++; d.met < d.awards {
			return nil
		}
		d.there = map[string]recalled{} // all of it was seen: no need to remember
		return in.tell(ctx, d)
	}
	if sentence := d.place(r); sentence != "" {
		in.faults.add(Fault{Line: r.line, Sentence: sentence})
		return nil
	}
	if in.report.Added++; in.faults.Rows > 0 || in.dry {
		return nil
	}
	return in.pen.add(ctx, d.id, d.day, r.award)
}

// complete notes what kind of achievement an award of the register is for, where
// only the list tells: no decision is contradicted by it. Awards of other
// provinces are left as they are.
func (in *intake) complete(d *opened, was recalled, now Award) {
	ours := in.seat == "" || was.province == "" || was.province == in.seat
	if was.Category != "" || now.Category == "" || !ours {
		return
	}
	if d.tells == nil {
		d.tells = map[rulebook.Category][]int{}
	}
	d.tells[now.Category] = append(d.tells[now.Category], was.Place)
	in.report.Completed++
}

// tell writes what complete has noted of a decision.
func (in *intake) tell(ctx context.Context, d *opened) error {
	told := d.tells
	d.tells = nil
	if in.dry || in.faults.Rows > 0 {
		return nil
	}
	for category, places := range told {
		if _, err := in.pen.tx.Exec(ctx, `UPDATE award SET category = $1 WHERE decision_id = $2 AND place IN (SELECT CAST(j.key AS integer) FROM json_each($3) AS j)`,
			category, d.id, numbers(places)); err != nil {
			return err
		}
	}
	return nil
}

// opened is the row's decision, entered when it is new.
func (in *intake) opened(ctx context.Context, r *parsed) (*opened, error) {
	if d, known := in.entries[r.key]; known {
		return d, nil
	}
	d := &opened{line: r.line, day: r.decision.Day, kind: r.decision.Kind, numbered: r.award.Place > 0}
	in.entries[r.key] = d
	var err error
	if d.id, err = r.decision.registered(ctx, in.pen.tx); err != nil {
		return nil, err
	}
	if d.id != 0 {
		return d, in.recall(ctx, d)
	}
	if in.report.Decisions++; in.dry {
		return d, nil
	}
	r.decision.Batch = in.batch
	d.id, err = in.pen.open(ctx, r.decision)
	return d, err
}

// recall reads what the register has of a decision.
func (in *intake) recall(ctx context.Context, d *opened) error {
	rows, err := store.All(ctx, in.pen.tx, func(k *recalled) []any { return append(k.into(), &k.birth, &k.province) },
		`SELECT `+columns+`, COALESCE(r.birth, ''), COALESCE(w.province_id, '') FROM award a`+joins+` LEFT JOIN recipient r ON r.id = a.recipient_id WHERE a.decision_id = $1 ORDER BY a.place`, d.id)
	if err != nil {
		return err
	}
	d.there = make(map[string]recalled, len(rows))
	for _, k := range rows {
		k.Birth = k.birth
		d.there[rowKey(k.Award, vi.SpellingKey(k.UnitName))] = k
		d.awards, d.day, d.kind = len(rows), k.By.Day, k.By.Kind
	}
	return nil
}

// rowKey is what makes a row of a decision the same award, however it is
// written.
func rowKey(a Award, unit string) string {
	if a.Kind == Collective && unit == a.spelled() {
		unit = ""
	}
	return string(a.Kind) + "\x00" + a.spelled() + "\x00" + unit + "\x00" + a.Birth + "\x00" + string(a.Title) + "\x00" + strconv.Itoa(a.Year)
}

// repeats is what is wrong between this row and those before it.
func (in *intake) repeats(r *parsed, d *opened) string {
	switch {
	case d.day != r.decision.Day:
		return fmt.Sprintf("Quyết định số %s ghi ngày %s, nhưng %s ghi ngày %s.", r.decision.Number, r.decision.Day.Short(), d.where(), d.day.Short())
	case d.kind != r.decision.Kind:
		return fmt.Sprintf("Quyết định số %s là %s, nhưng %s là %s.", r.decision.Number, vi.LowerFirst(r.decision.Kind.Label()), d.where(), vi.LowerFirst(d.kind.Label()))
	}
	key := maphash.String(in.seed, r.key+"\x00"+r.row)
	if _, seen := in.said[key]; seen {
		before := "một dòng ở trên"
		if line, remembered := in.lines[key]; remembered {
			before = fmt.Sprintf("dòng %d", line)
		}
		return "Trùng với " + before + ": cùng quyết định, cùng người, cùng danh hiệu và năm."
	}
	in.said[key] = struct{}{}
	remember(in.lines, key, r.line)
	return ""
}

func (d *opened) where() string {
	if d.there != nil {
		return "trong sổ"
	}
	return fmt.Sprintf("dòng %d", d.line)
}

// differs says how a row contradicts the award in the register that it is.
func differs(was, now Award) string {
	const advice = " Khen thưởng đã có trong sổ chỉ được điều chỉnh bằng một quyết định khác."
	switch {
	case now.Place != 0 && now.Place != was.Place:
		return fmt.Sprintf("Sổ ghi số sổ vàng %d, danh sách ghi %d.", was.Place, now.Place) + advice
	case now.Achievement != "" && vi.SpellingKey(now.Achievement) != vi.SpellingKey(was.Achievement):
		return "Thành tích khác với sổ." + advice
	case now.Category != "" && was.Category != "" && now.Category != was.Category:
		return fmt.Sprintf("Sổ ghi loại hình khen thưởng là %s, danh sách ghi %s.", vi.LowerFirst(was.Category.Label()), vi.LowerFirst(now.Category.Label())) + advice
	case now.Money.Known() && (!was.Money.Known() || now.Money.Cmp(was.Money) != 0):
		return "Tiền thưởng khác với sổ." + advice
	}
	return ""
}

// place gives the row its place in its decision, without gaps.
func (d *opened) place(r *parsed) string {
	switch {
	case d.there != nil:
		return fmt.Sprintf("Quyết định số %s đã có trong sổ với %d khen thưởng, không có dòng này; nếu lần nạp trước thiếu thì bỏ lần nạp ấy rồi nạp danh sách đủ.", r.decision.Number, d.awards)
	case d.numbered != (r.award.Place > 0):
		return fmt.Sprintf("Số sổ vàng phải ghi ở mọi dòng của quyết định số %s, hoặc không dòng nào.", r.decision.Number)
	case r.award.Place > 0 && r.award.Place != d.awards+1:
		return fmt.Sprintf("Số sổ vàng phải theo thứ tự 1, 2, 3… trong quyết định; ở đây phải là %d, danh sách ghi %d.", d.awards+1, r.award.Place)
	}
	d.awards++
	r.award.Place = d.awards
	return ""
}
