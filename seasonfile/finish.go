package seasonfile

import (
	"context"

	"thidua/access"
	"thidua/bulletin"
	"thidua/paper"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/yearbook"
)

// Finish draws up and keeps the papers and the public report of a year that
// Load recorded, and returns the year's result with the papers' files. The same year gives the
// same result and the same bytes.
func Finish(ctx context.Context, db *store.DB, seasonID string) (Result, []paper.File, error) {
	y, err := yearOf(ctx, db, seasonID)
	if err != nil {
		return Result{}, nil, err
	}
	papers, err := paper.RenderAll(paper.Compose(y))
	if err != nil {
		return Result{}, nil, err
	}
	if err := db.Write(ctx, func(tx *store.Tx) error { return keep(ctx, tx, y, papers) }); err != nil {
		return Result{}, nil, err
	}
	result := ResultOf(y)
	var files []paper.File
	for _, p := range papers {
		for _, f := range p.Files {
			files = append(files, f)
			result.Documents = append(result.Documents, Document{Kind: string(p.Kind), File: f.Name})
		}
	}
	return result, files, nil
}

func yearOf(ctx context.Context, db *store.DB, seasonID string) (y yearbook.Year, err error) {
	err = db.Read(ctx, func(tx *store.Tx) error {
		s, err := season.ByID(ctx, tx, seasonID)
		if err != nil {
			return err
		}
		y, err = yearbook.Load(ctx, tx, s)
		return err
	})
	return y, err
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
