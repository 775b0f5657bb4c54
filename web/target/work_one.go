package target

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/cluster"
	"thidua/exact"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/target"
	"thidua/vi"
	"thidua/web/evidence"
	"thidua/web/ui"
	"thidua/web/work"
)

func deskNew(_ context.Context, _ *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	return newPage(v, f), nil
}

func define(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	i := target.Indicator{Season: v.Season.ID, Code: f.Get("code"), Name: f.Get("name"), Measure: f.Get("measure"),
		Direction: target.Direction(f.Get("direction")), AssignedBy: f.Get("assigned_by")}
	if code := vi.Clean(i.Code); code == "moi" || code == "bang" {
		return work.Done{}, refusal.Field("code", "Mã này là tên của một trang khác; hãy chọn mã khác.")
	}
	_, err := target.Define(ctx, tx, v.By, v.Today, i)
	return work.Done{To: v.Lam("chi-tieu", vi.Clean(i.Code)), Say: ui.Words{Vietnamese: "Đã thêm chỉ tiêu. Tiếp theo: giao cho từng đơn vị.", English: "Added. Next: set it for each unit."}}, err
}

// line is one member on the indicator's page.
type line struct {
	cluster.Member
	Target target.Target
	Has    bool
	Status target.Status
	Cited  []string // what proves the year's figure
}

// oneView is one indicator with every member's target, and how targets changed.
type oneView struct {
	work.Visit
	form  work.Form
	I     target.Indicator
	Lines []line
	Log   []journal.Entry
	// What the reader's unit may cite, and the files that the figures cite.
	picker evidence.Picker
	shelf  evidence.Shelf
}

// indicatorAsked is the year's indicator of the address.
func indicatorAsked(ctx context.Context, tx *store.Tx, v work.Visit) (target.Indicator, error) {
	all, err := target.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return target.Indicator{}, err
	}
	for _, i := range all {
		if i.Code == v.Asked("code") {
			return i, nil
		}
	}
	return target.Indicator{}, refusal.New(refusal.NotFound, "Không có chỉ tiêu này.")
}

// changesShown is how many changes the page lists, newest first.
const changesShown = 50

func deskOne(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	i, err := indicatorAsked(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	p := oneView{Visit: v, form: f, I: i}
	objects := []string{"indicator:" + i.ID}
	for _, m := range v.Members {
		x := line{Member: m}
		for _, t := range i.Targets {
			if t.Unit == m.Unit {
				x.Target, x.Has, x.Status = t, true, i.YearStatus(t, v.Season.Year)
				x.Cited = cited(t, v.Season.Year)
				objects = append(objects, "target:"+t.ID)
			}
		}
		p.Lines = append(p.Lines, x)
	}
	if err := p.readEvidence(ctx, tx); err != nil {
		return nil, err
	}
	p.Log, _, err = journal.Search(ctx, tx, journal.Filter{Objects: objects}, changesShown, 0)
	return onePage(p), err
}

// readEvidence reads what the figures cite and what the reader's unit may cite.
func (p *oneView) readEvidence(ctx context.Context, tx *store.Tx) (err error) {
	var entries [][]string
	for _, x := range p.Lines {
		entries = append(entries, x.Cited)
	}
	if p.shelf, err = evidence.ShelfOf(ctx, tx, entries...); err != nil {
		return err
	}
	if mine, ok := p.mine(); ok {
		p.picker, err = evidence.PickerOf(ctx, tx, p.Visit, p.form, mine.Unit, mine.Cited)
	}
	return err
}

// cited is what proves the figure of the year.
func cited(t target.Target, year int) []string {
	for _, a := range t.Actuals {
		if a.Year == year {
			return a.Evidence
		}
	}
	return nil
}

// assign sets or changes the targets of all units at once. Changing one that was
// set needs a reason; a unit whose fields stay as they were is left alone.
func assign(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	i, err := indicatorAsked(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	if err := stillAs(i, f); err != nil {
		return work.Done{}, err
	}
	var faults []error
	changed := 0
	for _, m := range v.Members {
		t, was, err := typed(v, f, i, m.Unit)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		switch {
		case same(t, was, v.Season.Year):
			continue
		case was.ID == "":
			_, err = target.Assign(ctx, tx, v.By, v.Today, t)
		default:
			err = target.Adjust(ctx, tx, v.By, v.Today, t, f.Get("reason"))
		}
		if err != nil {
			faults = append(faults, err)
		}
		changed++
	}
	if err := errors.Join(faults...); err != nil {
		return work.Done{}, err
	}
	if changed == 0 {
		return work.Done{}, refusal.New(refusal.Invalid, "Chưa có chỉ tiêu nào thay đổi.")
	}
	return work.Done{Say: ui.Words{Vietnamese: fmt.Sprintf("Đã ghi chỉ tiêu của %d đơn vị.", changed), English: fmt.Sprintf("Recorded for %d units.", changed)}}, nil
}

// typed is the unit's target as the form has it, and as it stands on record.
func typed(v work.Visit, f work.Form, i target.Indicator, unit string) (t, was target.Target, err error) {
	for _, x := range i.Targets {
		if x.Unit == unit {
			was = x
		}
	}
	t = target.Target{Indicator: i.ID, Unit: unit, Yearly: map[int]exact.Number{}, Sample: was.Sample}
	for year, n := range was.Yearly {
		t.Yearly[year] = n
	}
	var faults []error
	number := func(name string) (n exact.Number) {
		text := strings.TrimSpace(f.Get(name + "." + v.Slug(unit)))
		if text == "" {
			return n
		}
		r, err := vi.ParseNumber(text)
		if err != nil {
			faults = append(faults, refusal.Field(name+"."+v.Slug(unit), v.Unit(unit)+": "+err.Error()))
			return n
		}
		return exact.Of(r)
	}
	year := func(name string) int {
		text := strings.TrimSpace(f.Get(name))
		if text == "" {
			return 0
		}
		n, err := strconv.Atoi(text)
		if err != nil {
			faults = append(faults, refusal.Field(name, "Năm viết như 2015."))
		}
		return n
	}
	if n := number("yearly"); n.Known() {
		t.Yearly[v.Season.Year] = n
	} else {
		delete(t.Yearly, v.Season.Year)
	}
	t.TermValue, t.BaseValue = number("term"), number("base")
	if t.TermValue.Known() {
		t.TermFrom, t.TermTo = year("term_from"), year("term_to")
	}
	if t.BaseValue.Known() {
		t.BaseYear = year("base_year")
	}
	return t, was, errors.Join(faults...)
}

// same reports whether the form changes nothing of the target, or sets nothing
// where nothing was.
func same(t, was target.Target, year int) bool {
	return equal(t.Yearly[year], was.Yearly[year]) && equal(t.TermValue, was.TermValue) && equal(t.BaseValue, was.BaseValue) &&
		t.TermFrom == was.TermFrom && t.TermTo == was.TermTo && t.BaseYear == was.BaseYear
}

func equal(a, b exact.Number) bool {
	return a.Known() == b.Known() && (!a.Known() || a.Cmp(b) == 0)
}

// report records what the actor's own unit reached this year.
func report(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	i, err := indicatorAsked(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	var own target.Target
	for _, t := range i.Targets {
		if t.Unit == v.By.Unit {
			own = t
		}
	}
	if own.ID == "" {
		return work.Done{}, refusal.New(refusal.NotFound, "Đơn vị chưa được giao chỉ tiêu này.")
	}
	a := target.Actual{Year: v.Season.Year}
	if text := strings.TrimSpace(f.Get("value")); text != "" {
		r, err := vi.ParseNumber(text)
		if err != nil {
			return work.Done{}, refusal.Field("value", err.Error())
		}
		a.Value = exact.Of(r)
	}
	if text := strings.TrimSpace(f.Get("as_of")); text != "" {
		if a.AsOf, err = vi.ParseDay(text); err != nil {
			return work.Done{}, refusal.Field("as_of", "Ngày viết như 22/11/2014.")
		}
	}
	a.Evidence = evidence.Picked(f)
	return work.Done{Say: ui.Words{Vietnamese: "Đã báo cáo kết quả.", English: "Reported."}}, target.Report(ctx, tx, v.By, v.Today, own.ID, a)
}

// mine is the reader's own unit's line, if it has a target to report on.
func (p oneView) mine() (line, bool) {
	for _, x := range p.Lines {
		if x.Unit == p.By.Unit && x.Has && p.Has(access.EmulationOfficer, access.Leader) {
			return x, true
		}
	}
	return line{}, false
}

// shared is a value that all targets of the indicator have in common: the years
// of the term.
func (p oneView) shared(of func(target.Target) int) string {
	for _, x := range p.Lines {
		if n := of(x.Target); x.Has && n != 0 {
			return strconv.Itoa(n)
		}
	}
	return ""
}

// input is a number as it is typed again.
func input(n exact.Number) string { return n.Typed(6) }
