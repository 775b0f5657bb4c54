package scoring

import (
	"context"
	"fmt"
	"strings"

	"thidua/cluster"
	"thidua/season"
	"thidua/store"
)

const sheetColumns = `id, season_id, unit_id, stage, scorer, scorer_name, rules_version, day, state, marks, total, bonus, max_points, explanation, illustrative`

// sheetRow is a Sheet as its columns hold it.
type sheetRow struct {
	Sheet
	marks store.JSON[[]Mark]
}

func (r *sheetRow) into() []any {
	return []any{&r.ID, &r.Season, &r.Unit, &r.Stage, &r.Scorer, &r.ScorerName, &r.RulesVersion, &r.On, &r.State, &r.marks, &r.Total, &r.Bonus, &r.Max, &r.Explanation, &r.Sample}
}

// Sheets returns every sheet of the season, drafts too, in one statement.
func Sheets(ctx context.Context, tx *store.Tx, seasonID string) ([]Sheet, error) {
	return sheets(ctx, tx, `season_id = $1`, seasonID)
}

// sheetsAround are the sheets on one unit and, where withSelf, the
// self-scoring sheets of all, which a later stage is compared with.
func sheetsAround(ctx context.Context, tx *store.Tx, seasonID, unit string, withSelf bool) ([]Sheet, error) {
	if withSelf {
		return sheets(ctx, tx, `season_id = $1 AND (unit_id = $2 OR stage = 'self')`, seasonID, unit)
	}
	return sheets(ctx, tx, `season_id = $1 AND unit_id = $2`, seasonID, unit)
}

func sheets(ctx context.Context, tx *store.Tx, where string, args ...any) ([]Sheet, error) {
	rows, err := store.All(ctx, tx, (*sheetRow).into, `SELECT `+sheetColumns+` FROM score_sheet WHERE `+where+` ORDER BY id`, args...)
	all := make([]Sheet, len(rows))
	for i, r := range rows {
		all[i] = r.Sheet
		all[i].Marks = r.marks.V
	}
	return all, err
}

// put writes a sheet, in the place of the scorer's own draft if there is one.
func put(ctx context.Context, tx *store.Tx, s Sheet) error {
	_, err := tx.Exec(ctx, `INSERT INTO score_sheet (`+sheetColumns+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
		ON CONFLICT (season_id, unit_id, stage, scorer) DO UPDATE SET scorer_name = excluded.scorer_name,
			rules_version = excluded.rules_version, day = excluded.day, state = excluded.state, marks = excluded.marks,
			total = excluded.total, bonus = excluded.bonus, max_points = excluded.max_points,
			explanation = excluded.explanation, illustrative = excluded.illustrative`,
		s.ID, s.Season, s.Unit, s.Stage, s.Scorer, s.ScorerName, s.RulesVersion, s.On, s.State, store.Text(s.Marks),
		s.Total, s.Bonus, s.Max, s.Explanation, s.Sample)
	return err
}

const standingColumns = `unit_id, stage, place, points, max_points, share, band, decided, stated, illustrative`

// Standings returns the season's rankings, stage by stage and in order, in one
// statement.
func Standings(ctx context.Context, tx *store.Tx, seasonID string) ([]Standing, error) {
	return store.All(ctx, tx, func(s *Standing) []any {
		return []any{&s.Unit, &s.Stage, &s.Rank, &s.Points, &s.Max, &s.Percent, &s.Band, &s.Decided, &s.Stated, &s.Sample}
	}, `SELECT `+standingColumns+` FROM standing WHERE season_id = $1
		ORDER BY CASE stage WHEN 'self' THEN 1 WHEN 'cross' THEN 2 WHEN 'appraised' THEN 3 ELSE 4 END, position`, seasonID)
}

// putStandings writes one stage's ranking in its order.
func putStandings(ctx context.Context, tx *store.Tx, seasonID string, rows []Standing) error {
	if len(rows) == 0 {
		return nil
	}
	const columns = 12
	var values []string
	var args []any
	for i, s := range rows {
		places := make([]string, columns)
		for j := range places {
			places[j] = fmt.Sprintf("$%d", i*columns+j+1)
		}
		values = append(values, "("+strings.Join(places, ", ")+")")
		args = append(args, seasonID, i+1, s.Unit, s.Stage, s.Rank, s.Points, s.Max, s.Percent, s.Band, s.Decided, s.Stated, s.Sample)
	}
	_, err := tx.Exec(ctx, `INSERT INTO standing (season_id, position, `+standingColumns+`) VALUES `+strings.Join(values, ", "), args...)
	return err
}

// Of computes the season's scores from its sheets, in three statements beside
// the season itself. A ranking that a report stated is not among them: see
// Standings.
func Of(ctx context.Context, tx *store.Tx, s season.Season) (Result, error) {
	rules, roster, err := ground(ctx, tx, s)
	if err != nil {
		return Result{}, err
	}
	all, err := Sheets(ctx, tx, s.ID)
	if err != nil {
		return Result{}, err
	}
	return Compute(rules, roster, all), nil
}

// ground is what scores of a season rest on.
func ground(ctx context.Context, tx *store.Tx, s season.Season) (season.Rules, []cluster.Member, error) {
	rules, err := RulesOf(ctx, tx, s.ID)
	if err != nil {
		return season.Rules{}, nil, err
	}
	roster, err := cluster.Roster(ctx, tx, s.Cluster, s.Label)
	return rules, roster, err
}
