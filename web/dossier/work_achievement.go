package dossier

import (
	"context"
	"net/http"

	"thidua/dossier"
	"thidua/paper"
	"thidua/store"
	webpaper "thidua/web/paper"
	"thidua/web/work"
	"thidua/yearbook"
)

// achievementIn sends the draft of the candidate's achievement report, drawn up
// anew from the records each time, as a file of that format.
func achievementIn(format string) func(work.Desk) work.Handler {
	return func(d work.Desk) work.Handler {
		return func(w http.ResponseWriter, r *http.Request) error {
			var file work.Download
			err := d.Exporting(r, verdictReaders, func(ctx context.Context, tx *store.Tx, v work.Visit) error {
				x, err := reportedOf(ctx, tx, v)
				if err != nil {
					return err
				}
				p := paper.Achievement(x)
				file, err = webpaper.Taken(ctx, tx, v, v.Season.Cluster, p, webpaper.DraftName(p), format)
				return err
			})
			if err != nil {
				return err
			}
			work.SendFile(w, r, d, file.FileName(), file.Write)
			return nil
		}
	}
}

// reportedOf reads what the report is drawn up from, for those who may read the
// candidate's conditions.
func reportedOf(ctx context.Context, tx *store.Tx, v work.Visit) (x paper.Reported, err error) {
	if x.Nomination, err = nominationOf(ctx, tx, v); err != nil {
		return x, err
	}
	if err := mayReadConditions(v, x.Nomination); err != nil {
		return x, err
	}
	law, _ := dossier.LawOf(x.Nomination, v.Season, v.Today)
	x.Regime, x.Published = law.ID, v.Season.Public(v.Today)
	if x.Awards, x.Namesakes, err = dossier.AwardHistory(ctx, tx, x.Nomination); err != nil {
		return x, err
	}
	x.Year, err = yearbook.Load(ctx, tx, v.Season)
	return x, err
}
