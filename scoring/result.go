package scoring

import (
	"context"
	"fmt"
	"slices"

	"thidua/access"
	"thidua/exact"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Recompute computes the whole cluster from the sheets sent and keeps every
// stage's ranking in place of the one before, in one transaction: one
// correction can move every member. It refuses where a report's ranking stands.
func Recompute(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, ties Ties) (Result, error) {
	year, before, err := ofResult(ctx, tx, by, seasonID)
	if err != nil {
		return Result{}, err
	}
	if slices.ContainsFunc(before, func(s Standing) bool { return s.Stated }) {
		return Result{}, refusal.New(refusal.Conflict, "Thứ hạng năm này ghi theo báo cáo, không tính lại từ phiếu chấm.")
	}
	r, err := Of(ctx, tx, year)
	if err != nil {
		return Result{}, err
	}
	if _, err := tx.Exec(ctx, `DELETE FROM standing WHERE season_id = $1`, seasonID); err != nil {
		return Result{}, err
	}
	for _, stage := range []season.Stage{season.Self, season.Cross, season.Appraised, season.Final} {
		if err := putStandings(ctx, tx, seasonID, r.Standings(stage, ties)); err != nil {
			return Result{}, err
		}
	}
	return r, record(ctx, tx, by, day, seasonID, r.Standings(season.Final, ties))
}

// StateRanking records a final ranking as a report gives it, without sheets:
// rank, or points, or both, of all members or only of those it names. Where it
// gives points and no ranks, the ranks are worked out.
func StateRanking(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, rows []Standing) error {
	year, before, err := ofResult(ctx, tx, by, seasonID)
	if err != nil {
		return err
	}
	if len(before) > 0 {
		return refusal.New(refusal.Conflict, "Năm thi đua này đã có thứ hạng.")
	}
	rules, roster, err := ground(ctx, tx, year)
	if err != nil {
		return err
	}
	rows = completed(rules, rows)
	for i, s := range rows {
		if !isMember(roster, s.Unit) {
			return refusal.Field(fmt.Sprintf("ranking.%d.unit", i), "Đơn vị được xếp hạng không phải là thành viên của cụm trong năm này.")
		}
		if err := checkStated(rows, i, year.Members(len(roster))); err != nil {
			return err
		}
	}
	if err := putStandings(ctx, tx, seasonID, ordered(rules, rows)); err != nil {
		return err
	}
	return record(ctx, tx, by, day, seasonID, rows)
}

// ofResult opens the season's results to whoever may state them, as long as
// they are not published.
func ofResult(ctx context.Context, tx *store.Tx, by access.Actor, seasonID string) (season.Season, []Standing, error) {
	if err := access.Check(by, access.StateResult, ""); err != nil {
		return season.Season{}, nil, err
	}
	year, err := season.ByID(ctx, tx, seasonID)
	if err != nil {
		return season.Season{}, nil, err
	}
	if !year.PublishedOn.IsZero() {
		return season.Season{}, nil, refusal.New(refusal.Closed, fmt.Sprintf("Kết quả đã công bố ngày %s, không sửa được nữa.", year.PublishedOn.Short()))
	}
	if err := year.NotClosed("kết quả"); err != nil {
		return season.Season{}, nil, err
	}
	before, err := Standings(ctx, tx, seasonID)
	return year, before, err
}

func record(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID string, rows []Standing) error {
	type line struct {
		Unit   string       `json:"unit"`
		Rank   int          `json:"rank"`
		Points exact.Number `json:"points,omitzero"`
	}
	var lines []line
	for _, s := range rows {
		lines = append(lines, line{s.Unit, s.Rank, s.Points})
	}
	return journal.Record(ctx, tx, by, day, access.StateResult, "ranking:"+seasonID, lines)
}
