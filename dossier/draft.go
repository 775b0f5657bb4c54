package dossier

import (
	"context"
	"errors"

	"thidua/access"
	"thidua/cluster"
	"thidua/journal"
	"thidua/org"
	"thidua/store"
	"thidua/vi"
)

// draft is nominations on their way onto the record, with what each is held
// against.
type draft struct {
	tx    *store.Tx
	by    access.Actor
	day   vi.Day
	year  year
	units map[string]org.Unit // candidates as they were in the year
	holds []Hold
	list  []Nomination // on record, and then the new ones
	had   int          // how many of them are on record
	among among
}

func newDraft(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, y year, list []Nomination) (*draft, error) {
	d := &draft{tx: tx, by: by, day: day, year: y, among: among{}}
	label, err := cluster.ParseYear(y.Label)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, n := range list {
		if n.CandidateUnit != "" {
			ids = append(ids, n.CandidateUnit)
		}
	}
	if len(ids) > 0 {
		if d.units, err = org.ByIDs(ctx, tx, ids, label.NamingDay()); err != nil {
			return nil, err
		}
	}
	if by.Desk() {
		if d.holds, err = Holds(ctx, tx); err != nil {
			return nil, err
		}
	}
	d.list, err = OfSeason(ctx, tx, y.ID)
	d.had = len(d.list)
	for _, n := range d.list {
		d.among.add(n)
	}
	return d, err
}

// add checks a nomination against the year, what is on record and those before
// it in the list.
func (d *draft) add(ctx context.Context, n Nomination) error {
	n.Season = d.year.ID
	n, err := n.cleaned()
	if err != nil {
		return err
	}
	if d.by.Desk() {
		n = n.proposal(d.year.Season)
	}
	if err := Check(n); err != nil {
		return err
	}
	if err := n.byItself(ctx, d.tx, d.by); err != nil {
		return err
	}
	if err := n.identify(d.year, d.units); err != nil {
		return err
	}
	if err := n.place(d.year); err != nil {
		return err
	}
	if err := n.endorse(ctx, d.tx); err != nil {
		return err
	}
	if x, twice := d.among.find(n); twice {
		return proposedTwice(x)
	}
	law := d.day
	if d.by.Desk() {
		if err := standStill(n, d.holds, d.day); err != nil {
			return err
		}
		law = received(d.year.Season, d.day)
	}
	n.Findings = append(n.Findings, FindingsOf(n, law)...)
	n.ID = store.NewID()
	d.list = append(d.list, n)
	d.among.add(n)
	return nil
}

// record writes the new nominations, unless they are more than the quota of the
// signed rules.
func (d *draft) record(ctx context.Context) (ids []string, err error) {
	y := d.year
	if err := CheckQuota(y.rules.Quotas, y.Members(len(y.roster)), y.whole(), d.list); err != nil {
		return nil, err
	}
	var entries []journal.Done
	for _, n := range d.list[d.had:] {
		ids = append(ids, n.ID)
		entries = append(entries, journal.Done{Object: "nomination:" + n.ID, Detail: n})
	}
	return ids, errors.Join(insert(ctx, d.tx, d.list[d.had:]), journal.RecordAll(ctx, d.tx, d.by, d.day, access.Nominate, entries))
}
