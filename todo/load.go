package todo

import (
	"context"
	"fmt"
	"strings"

	"thidua/cluster"
	"thidua/season"
	"thidua/store"
)

// Years reads the running years within reach, in a fixed number of statements
// however many there are.
func Years(ctx context.Context, tx *store.Tx, r season.Reach) ([]Year, error) {
	seasons, err := season.Running(ctx, tx, r)
	if err != nil || len(seasons) == 0 {
		return nil, err
	}
	return Load(ctx, tx, seasons)
}

// Load reads what items follow from, of these years.
func Load(ctx context.Context, tx *store.Tx, seasons []season.Season) ([]Year, error) {
	l := loading{ctx: ctx, tx: tx, years: make([]Year, len(seasons)), at: map[string]*Year{}}
	ids := map[string]bool{}
	for i, s := range seasons {
		l.years[i] = Year{Season: s, registered: map[string]bool{}, responses: map[[2]string]bool{}, targets: map[string]reported{},
			filled: map[string]int{}, asked: map[string]int{}, nominations: countByStatus{}, exemplars: map[string]int{}, joined: map[string]bool{}}
		l.at[s.ID], ids[s.ID] = &l.years[i], true
	}
	l.ids = store.Text(ids)
	for _, step := range []func() error{l.clusters, l.rules, l.movements, l.responses, l.plans, l.sheets, l.conferences, l.minutes, l.polls, l.entries, l.numbers} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return l.years, nil
}

// loading is the reading of several years at once.
type loading struct {
	ctx   context.Context
	tx    *store.Tx
	ids   string // season ids, as json_each reads them
	years []Year
	at    map[string]*Year // by season id
}

// of reads rows of the years; within ends with "IN (…)".
func of[T any](l *loading, into func(*T) []any, query string, args ...any) ([]T, error) {
	return store.All(l.ctx, l.tx, into, query, append([]any{l.ids}, args...)...)
}

const ours = ` IN (SELECT j.key FROM json_each($1) AS j)`

func (l *loading) clusters() error {
	var ids []string
	var keys []cluster.YearKey
	for _, y := range l.years {
		ids = append(ids, y.Season.Cluster)
		keys = append(keys, cluster.YearKey{Cluster: y.Season.Cluster, Label: y.Season.Label})
	}
	all, err := cluster.ByIDs(l.ctx, l.tx, ids)
	if err != nil {
		return err
	}
	rosters, err := cluster.RostersOf(l.ctx, l.tx, keys)
	for i := range l.years {
		l.years[i].Cluster, l.years[i].Members = all[ids[i]], rosters[keys[i]]
	}
	return err
}

// pair is a season with a unit, and a number that belongs to both.
type pair struct {
	season, unit string
	n, done      int
}

// number is a question of which the answer is such numbers.
type number struct {
	query string // "SELECT season, unit, n, done FROM …"
	keep  func(y *Year, p pair)
}

// numbers asks all of them in one statement.
func (l *loading) numbers() error {
	all := []number{registrations(), pledges(), indicators(), targets(), questions(), exemplars(), samples(), cells(), nominations(), notes()}
	queries := make([]string, len(all))
	for i, c := range all {
		queries[i] = strings.Replace(c.query, "SELECT ", fmt.Sprintf("SELECT %d, ", i), 1)
	}
	type row struct {
		of int
		pair
	}
	rows, err := of(l, func(r *row) []any { return []any{&r.of, &r.season, &r.unit, &r.n, &r.done} }, strings.Join(queries, "\nUNION ALL "))
	for _, r := range rows {
		all[r.of].keep(l.at[r.season], r.pair)
	}
	return err
}

func registrations() number {
	return number{`SELECT season_id, unit_id, 0, 0 FROM registration WHERE season_id` + ours,
		func(y *Year, p pair) { y.registered[p.unit] = true }}
}

// pledges reads which units signed the pledge as it stands to be signed.
func pledges() number {
	return number{`SELECT d.season_id, COALESCE(s.unit_id, ''), 0, 0 FROM pledge_draft d
		LEFT JOIN pledge_signature s ON s.season_id = d.season_id AND s.revision = d.revision WHERE d.season_id` + ours,
		func(y *Year, p pair) { y.drafted, y.joined[p.unit] = true, true }}
}

func indicators() number {
	return number{`SELECT season_id, '', count(*), 0 FROM indicator WHERE season_id` + ours + ` GROUP BY season_id`,
		func(y *Year, p pair) { y.indicators = p.n }}
}

func targets() number {
	return number{`SELECT i.season_id, t.unit_id, count(*), count(a.target_id)
		FROM target t JOIN indicator i ON i.id = t.indicator_id JOIN season s ON s.id = i.season_id
			LEFT JOIN target_actual a ON a.target_id = t.id AND a.of_year = s.year
		WHERE i.season_id` + ours + ` GROUP BY i.season_id, t.unit_id`,
		func(y *Year, p pair) { y.targets[p.unit] = reported{all: p.n, done: p.done} }}
}

func questions() number {
	return number{`SELECT season_id, unit_id, count(*), 0 FROM score_question WHERE answer = '' AND season_id` + ours + ` GROUP BY season_id, unit_id`,
		func(y *Year, p pair) { y.asked[p.unit] = p.n }}
}

func exemplars() number {
	return number{`SELECT season_id, COALESCE(unit_id, ''), count(*), sum(CASE WHEN state IN ('discovered', 'verified', 'recognised') THEN 1 ELSE 0 END)
		FROM exemplar WHERE season_id` + ours + ` GROUP BY season_id, unit_id`,
		func(y *Year, p pair) {
			y.exemplars[p.unit] += p.n
			y.waiting += p.done
		}}
}

// samples reads which years rest on figures that no source gives.
func samples() number {
	return number{`SELECT s.id, '', 0, 0 FROM season s WHERE s.id` + ours + ` AND (s.illustrative
			OR EXISTS (SELECT 1 FROM indicator i JOIN target t ON t.indicator_id = i.id WHERE i.season_id = s.id AND (i.illustrative OR t.illustrative))
			OR EXISTS (SELECT 1 FROM movement m JOIN movement_response r ON r.movement_id = m.id WHERE m.season_id = s.id AND (m.illustrative OR r.illustrative))
			OR EXISTS (SELECT 1 FROM score_sheet x WHERE x.season_id = s.id AND x.illustrative)
			OR EXISTS (SELECT 1 FROM exemplar x WHERE x.season_id = s.id AND x.illustrative))`,
		func(y *Year, _ pair) { y.Sample = true }}
}
