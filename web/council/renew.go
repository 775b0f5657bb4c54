package council

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/account"
	"thidua/council"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// spare is how many empty lines a renewal is offered, and fresh a first list.
const (
	spare = 5
	fresh = 15
)

// mostLines bounds the form.
const mostLines = 100

// renew is the renewal's form.
type renew struct {
	council.Council
	form   work.Form
	last   council.Establishment // what is in force, to begin from
	people []account.Person      // who have accounts and sit on councils
	units  map[string]string     // names of the seats' units by id
	lines  int
}

func renewal(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	c, err := councilOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	r := renew{Council: c, form: f, units: map[string]string{}}
	all, err := council.Establishments(ctx, tx, c.ID)
	if err != nil {
		return nil, err
	}
	r.lines = fresh
	if len(all) > 0 {
		r.last = all[0]
		r.lines = len(r.last.Seats) + spare
	}
	r.lines = min(mostLines, max(r.lines, lines(f), asked(v)))
	if r.people, err = seatable(ctx, tx, v.Today); err != nil {
		return nil, err
	}
	var ids []string
	for _, s := range r.last.Seats {
		ids = append(ids, s.Unit)
	}
	units, err := org.ByIDs(ctx, tx, ids, v.Today)
	for id, u := range units {
		r.units[id] = u.Name
	}
	return renewalPage(v, r), err
}

// asked is how many lines the address asks for.
func asked(v work.Visit) int {
	n, _ := strconv.Atoi(v.Request().URL.Query().Get("dong"))
	return n
}

// lines is how many lines were sent.
func lines(f work.Form) (n int) {
	for n < mostLines && f.Has(seat(n, "name")) {
		n++
	}
	return n
}

func seat(i int, name string) string { return fmt.Sprintf("seats[%d].%s", i, name) }

// seatable are the people with a capacity of the council or the decider's.
func seatable(ctx context.Context, tx *store.Tx, day vi.Day) ([]account.Person, error) {
	return store.All(ctx, tx, func(p *account.Person) []any { return []any{&p.ID, &p.Name} },
		`SELECT id, name FROM person WHERE state = 'active' AND id IN (SELECT person_id FROM role_grant
		WHERE role IN ('council_member', 'council_secretary', 'decider', 'standing_body') AND from_day <= $1 AND (until_day = '' OR until_day > $2)) ORDER BY sort_key, id`, day, day)
}

// recorded is what stands in the line now.
func (r renew) recorded(i int) council.Seat {
	if i < len(r.last.Seats) {
		return r.last.Seats[i]
	}
	return council.Seat{}
}

func (r renew) cell(i int, name, label, recorded string) ui.Field {
	return ui.Field{Name: seat(i, name), Label: label, Value: r.form.Value(seat(i, name), recorded), Error: r.form.Err(seat(i, name))}
}

func (r renew) personOptions() []ui.Option {
	all := []ui.Option{{Label: "không có tài khoản"}}
	for _, p := range r.people {
		all = append(all, ui.Option{Value: p.ID, Label: p.Name})
	}
	return all
}

func officeOptions() []ui.Option {
	all := []ui.Option{{Label: "chọn"}}
	for _, o := range council.Offices {
		all = append(all, ui.Option{Value: string(o), Label: o.Label()})
	}
	return all
}

// establish records the renewal. Lines without a name are left out.
func establish(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c, err := councilOf(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	e := council.Establishment{Council: c.ID, Document: f.Get("document")}
	var faults []error
	for name, day := range map[string]*vi.Day{"day": &e.Day, "from": &e.From, "until": &e.Until} {
		*day, err = f.Day(name)
		faults = append(faults, err)
	}
	var from []int // the form's line of each seat
	for i := range lines(f) {
		if vi.Clean(f.Get(seat(i, "name"))) == "" {
			continue
		}
		s := council.Seat{Name: f.Get(seat(i, "name")), Post: f.Get(seat(i, "post")), Office: council.Office(f.Get(seat(i, "office"))), Person: f.Get(seat(i, "person"))}
		if text := vi.Clean(f.Get(seat(i, "unit"))); text != "" {
			unit, err := org.Named(ctx, tx, seat(i, "unit"), text, v.Today)
			s.Unit = unit.ID
			faults = append(faults, err)
		}
		e.Seats, from = append(e.Seats, s), append(from, i)
	}
	if err := errors.Join(faults...); err != nil {
		return work.Done{}, err
	}
	by, _ := capacity(v, access.EstablishCouncil)
	_, err = council.Establish(ctx, tx, by, v.Today, e)
	return work.Done{To: "/hoi-dong/" + c.ID, Say: ui.Words{Vietnamese: "Đã ghi danh sách thành viên mới.", English: "The new list of members is on record."}}, inLines(err, from)
}

// inLines names refusals of a seat by the form's line.
func inLines(err error, from []int) error {
	var all []error
	for _, e := range refusal.All(err) {
		for i := len(from) - 1; i >= 0; i-- {
			for _, name := range []string{"name", "post", "office", "person", "unit"} {
				if e.Field == seat(i, name) {
					all = append(all, &refusal.Error{Kind: e.Kind, Field: seat(from[i], name), Rule: e.Rule, Sentence: e.Sentence})
				}
			}
		}
		if len(all) == 0 || refusal.Of(all[len(all)-1]).Sentence != e.Sentence {
			all = append(all, e)
		}
	}
	if all == nil {
		return err
	}
	return errors.Join(all...)
}

func (r renew) top(name, label string) ui.Field { return field(r.form, "ghi", name, label, "") }
