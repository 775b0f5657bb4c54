package seasonfile

import (
	"context"

	"thidua/access"
	"thidua/bulletin"
	"thidua/paper"
	"thidua/season"
	"thidua/store"
	"thidua/template"
	"thidua/vi"
	"thidua/yearbook"
)

// Outcome is what came of a file: the year's result, and its papers as files.
type Outcome struct {
	Result Result
	Files  []paper.File
}

// Run records the year as Load does, and draws up its papers and public report,
// all in one transaction: there is no year on record without its papers. The
// same file gives the same result and the same bytes.
func Run(ctx context.Context, db *store.DB, raw []byte) (o Outcome, faults []Fault, err error) {
	_, faults, err = transact(ctx, db, raw, func(tx *store.Tx, seasonID string) (err error) {
		o, err = Finish(ctx, tx, seasonID)
		return err
	})
	return o, faults, err
}

// Finish draws up and keeps the papers and the public report of a year on
// record.
func Finish(ctx context.Context, tx *store.Tx, seasonID string) (Outcome, error) {
	s, err := season.ByID(ctx, tx, seasonID)
	if err != nil {
		return Outcome{}, err
	}
	y, err := yearbook.Load(ctx, tx, s)
	if err != nil {
		return Outcome{}, err
	}
	papers, err := issued(ctx, tx, y)
	if err != nil {
		return Outcome{}, err
	}
	o := Outcome{Result: ResultOf(y)}
	for _, p := range papers {
		for _, f := range p.Files {
			o.Files = append(o.Files, f)
			o.Result.Documents = append(o.Result.Documents, Document{Kind: string(p.Kind), File: f.Name})
		}
	}
	return o, keep(ctx, tx, y, papers)
}

// issued are the year's papers with their files, each in the template in force for
// it.
func issued(ctx context.Context, tx *store.Tx, y yearbook.Year) (all []paper.Issued, err error) {
	for _, p := range paper.Compose(y) {
		draft, err := template.For(ctx, tx, y.Cluster.ID, p, closingDay(y))
		if err != nil {
			return nil, err
		}
		ready, err := draft.Issued()
		if err != nil {
			return nil, err
		}
		all = append(all, ready)
	}
	return all, nil
}

func keep(ctx context.Context, tx *store.Tx, y yearbook.Year, papers []paper.Issued) error {
	by := access.Actor{Name: access.StandingBody.Label(), Role: access.StandingBody}
	day := closingDay(y)
	if len(papers) > 0 {
		if err := paper.Issue(ctx, tx, by, day, y.Season.ID, papers); err != nil {
			return err
		}
	}
	return bulletin.Publish(ctx, tx, by, day, y.Season.ID, bulletin.Write(y))
}

// closingDay is the day the year's papers are dated to in the journal: that of
// the closing conference, or the last day of the year.
func closingDay(y yearbook.Year) vi.Day {
	if i := y.Closing(); i >= 0 && !y.Conferences[i].Day.IsZero() {
		return y.Conferences[i].Day
	}
	day, _ := vi.NewDay(y.Season.Year, 12, 31)
	return day
}
