package scoring

import (
	"context"

	"github.com/a-h/templ"

	"thidua/scoring"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

var movesTitle = ui.Words{Vietnamese: "Ai đổi điểm, đổi hạng, vì sao", English: "Who moved, and why"}

// moved is one change of the records and whom it moved.
type moved struct {
	Words string
	Moves []scoring.Move
}

// movesRead tells whom the appraisal and every correction moved, from the
// sheets that the visitor sees.
func movesRead(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	seen, err := see(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	corrections, err := scoring.Corrections(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	ties, err := tiesOf(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	parts := []moved{{"Thẩm định làm đổi những gì", seen.MovedByAppraisal(ties)}}
	for _, c := range corrections {
		if moves := seen.MovedBy(c, ties); len(moves) > 0 {
			parts = append(parts, moved{"Phiếu tự chấm của " + v.Unit(c.Unit) + " nộp lại ngày " + c.On.Short() + ", người nộp: " + c.By, moves})
		}
	}
	return movesPage(v, seen, parts), nil
}
