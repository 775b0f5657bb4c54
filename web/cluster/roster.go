package cluster

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/cluster"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

func yearPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	c, _, err := mine(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return yearForm(v, f, c), nil
}

func chooseYear(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c, _, err := mine(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	year, err := cluster.ParseYear(f.Get("label"))
	return work.Done{To: address(c.ID, "thanh-vien", year.String())}, err
}

// roster is a year's members as the form shows them.
type roster struct {
	Cluster cluster.Cluster
	Year    cluster.Year
	Members []cluster.Member
	Fixed   bool // who is a member stands still: the year is being scored, or over
}

func rosterOf(ctx context.Context, tx *store.Tx, v work.Visit) (r roster, err error) {
	if r.Cluster, _, err = mine(ctx, tx, v); err != nil {
		return r, err
	}
	if r.Year, err = cluster.ParseYear(v.Asked("nam")); err != nil {
		return r, refusal.New(refusal.NotFound, "Không có năm này.")
	}
	if r.Members, err = cluster.Roster(ctx, tx, r.Cluster.ID, r.Year.String()); err != nil {
		return r, err
	}
	open, err := season.OfCluster(ctx, tx, r.Cluster.ID)
	for _, s := range open {
		if s.Label == r.Year.String() {
			r.Fixed = s.Phase.Index() >= season.SelfScoring.Index() || s.Public(v.Today)
		}
	}
	return r, err
}

func rosterPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	r, err := rosterOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return rosterForm(v, f, r), nil
}

// enrol records the members that stay, in their order, and those that were
// added.
func enrol(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c, by, err := mine(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	year, err := cluster.ParseYear(v.Asked("nam"))
	if err != nil {
		return work.Done{}, err
	}
	e := cluster.Enrolment{Cluster: c.ID, Label: year.String(), Head: f.Get("head"), Deputy: f.Get("deputy")}
	kept, err1 := staying(f)
	added, err2 := joining(ctx, tx, f, year)
	if err := errors.Join(err1, err2); err != nil {
		return work.Done{}, err
	}
	e.Members = append(kept, added...)
	if err := season.Enrol(ctx, tx, by, v.Today, e, f.Get("seen")); err != nil {
		return work.Done{}, err
	}
	said := ui.Words{Vietnamese: fmt.Sprintf("Đã ghi %d thành viên năm %s.", len(e.Members), year), English: fmt.Sprintf("%d members of %s are on record.", len(e.Members), year)}
	return work.Done{Say: said}, nil
}

// staying are the members that were not ticked out, by the numbers typed beside
// them.
func staying(f work.Form) (ids []string, err error) {
	type placed struct {
		unit string
		at   int
	}
	var all []placed
	places := f.All("position")
	for i, unit := range f.All("unit") {
		if slices.Contains(f.All("out"), unit) {
			continue
		}
		at, err := strconv.Atoi(strings.TrimSpace(get(places, i)))
		if err != nil || at < 1 || at > 1000 {
			return nil, refusal.Field("members", fmt.Sprintf("Thứ tự “%s” phải là số từ 1 đến 1000.", get(places, i)))
		}
		all = append(all, placed{unit, at})
	}
	slices.SortStableFunc(all, func(a, b placed) int { return a.at - b.at })
	for _, p := range all {
		ids = append(ids, p.unit)
	}
	return ids, nil
}

func get(list []string, i int) string {
	if i < len(list) {
		return list[i]
	}
	return ""
}

// mostAdded is how many members one form may add.
const mostAdded = 200

// joining are the units named to be added, one a line.
func joining(ctx context.Context, tx *store.Tx, f work.Form, year cluster.Year) (ids []string, err error) {
	var faults []error
	for _, line := range strings.Split(f.Get("members"), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		if len(ids)+len(faults) == mostAdded {
			return nil, refusal.Field("members", fmt.Sprintf("Mỗi lần thêm nhiều nhất %d đơn vị.", mostAdded))
		}
		u, err := named(ctx, tx, line, year)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		ids = append(ids, u.ID)
	}
	return ids, errors.Join(faults...)
}

// named is the unit as it is called in the year: on its last day, or else, for
// one that ended within it, on its first.
func named(ctx context.Context, tx *store.Tx, line string, year cluster.Year) (org.Unit, error) {
	u, err := org.Named(ctx, tx, "members", line, year.NamingDay())
	if !refusal.Is(err, refusal.Invalid) {
		return u, err
	}
	first, dayErr := vi.NewDay(year.First, 1, 1)
	if dayErr != nil {
		return u, err
	}
	if early, earlyErr := org.Named(ctx, tx, "members", line, first); earlyErr == nil {
		return early, nil
	}
	return u, err
}

// units are the choices of a head or deputy.
func (r roster) units(nobody string) []ui.Option {
	all := []ui.Option{{Value: "", Label: nobody}}
	for _, m := range r.Members {
		all = append(all, ui.Option{Value: m.Unit, Label: m.Name})
	}
	return all
}

// holder is who holds the role on record.
func (r roster) holder(role cluster.Role) string {
	for _, m := range r.Members {
		if m.Role == role {
			return m.Unit
		}
	}
	return ""
}

// position is the number typed beside the member, else its place on record.
func position(f work.Form, m cluster.Member) string {
	if at := slices.Index(f.All("unit"), m.Unit); at >= 0 {
		return get(f.All("position"), at)
	}
	return strconv.Itoa(m.Position)
}
