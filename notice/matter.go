package notice

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"thidua/account"
	"thidua/cluster"
	"thidua/journal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/todo"
	"thidua/vi"
)

// matter is a journal entry with what it is about.
type matter struct {
	journal.Entry
	year   todo.Year // its season, cluster and members only
	id     string    // of the object
	unit   string    // whose matter it is: a unit id; may be empty
	other  string    // the unit on the other side: who scores, who asks; may be empty
	name   string    // the object's own name; may be empty
	detail map[string]any
}

// said is the detail's text of that name; empty when it has none.
func (m matter) said(name string) string {
	s, _ := m.detail[name].(string)
	return s
}

func (m matter) unitName() string { return m.year.Unit(m.unit) }

// lookups find the season, the unit, the other unit and the name of an object
// by its id.
var lookups = map[string]string{
	"season":            `SELECT id, '', '', '' FROM season WHERE id = $1`,
	"cross_plan":        `SELECT id, '', '', '' FROM season WHERE id = $1`,
	"reminder":          `SELECT id, '', '', '' FROM season WHERE id = $1`,
	"bulletin":          `SELECT id, '', '', '' FROM season WHERE id = $1`,
	"cluster":           `SELECT id, '', '', '' FROM season WHERE cluster_id = $1 ORDER BY year DESC LIMIT 1`,
	"movement":          `SELECT season_id, '', '', name FROM movement WHERE id = $1`,
	"movement_response": `SELECT season_id, '', '', name FROM movement WHERE id = $1`,
	"target":            `SELECT i.season_id, t.unit_id, '', i.name FROM target t JOIN indicator i ON i.id = t.indicator_id WHERE t.id = $1`,
	"exemplar":          `SELECT season_id, COALESCE(unit_id, ''), '', name FROM exemplar WHERE id = $1`,
	"score_sheet":       `SELECT season_id, unit_id, scorer, stage FROM score_sheet WHERE id = $1`,
	"question":          `SELECT season_id, unit_id, asker, criterion FROM score_question WHERE id = $1`,
	"conference":        `SELECT season_id, '', '', title FROM conference WHERE id = $1`,
	"issued_paper":      `SELECT season_id, '', '', title FROM issued_paper WHERE id = $1`,
	"poll":              `SELECT season_id, '', '', body FROM poll WHERE id = $1`,
	"vote":              `SELECT season_id, '', '', question FROM vote WHERE id = $1`,
	"nomination":        `SELECT season_id, COALESCE(candidate_unit, ''), COALESCE(proposed_by, ''), candidate_name FROM nomination WHERE id = $1`,
}

// reader finds matters, and keeps what several of them share.
type reader struct {
	ctx       context.Context
	tx        *store.Tx
	years     map[string]todo.Year
	holders   map[string][]account.Holder
	conflicts map[string][]scoring.Conflict
}

func newReader(ctx context.Context, tx *store.Tx) *reader {
	return &reader{ctx, tx, map[string]todo.Year{}, map[string][]account.Holder{}, map[string][]scoring.Conflict{}}
}

// matter finds what an entry is about; false when it is nothing of a year.
func (r *reader) matter(e journal.Entry) (m matter, found bool, err error) {
	kind, id, _ := strings.Cut(e.Object, ":")
	query, known := lookups[kind]
	if !known {
		return m, false, nil
	}
	m = matter{Entry: e, id: id}
	_ = json.Unmarshal([]byte(e.Detail), &m.detail) // a detail that is no object says nothing by name
	key, unit, _ := strings.Cut(id, ":")            // "movement_response:<movement>:<unit>", "reminder:<season>:<unit>"
	seasonID := ""
	_, err = store.One(r.ctx, r.tx, func(*struct{}) []any { return []any{&seasonID, &m.unit, &m.other, &m.name} }, query, key)
	if errors.Is(err, store.ErrNone) {
		return m, false, nil
	}
	if err == nil {
		m.year, err = r.year(seasonID)
	}
	if unit != "" {
		m.unit = unit
	}
	return m, err == nil, err
}

func (r *reader) year(id string) (todo.Year, error) {
	if y, known := r.years[id]; known {
		return y, nil
	}
	var y todo.Year
	var err error
	if y.Season, err = season.ByID(r.ctx, r.tx, id); err != nil {
		return y, err
	}
	if y.Cluster, err = cluster.ByID(r.ctx, r.tx, y.Season.Cluster); err != nil {
		return y, err
	}
	y.Members, err = cluster.Roster(r.ctx, r.tx, y.Season.Cluster, y.Season.Label)
	r.years[id] = y
	return y, err
}

// of returns everybody who works in the year today.
func (r *reader) of(y todo.Year) ([]account.Holder, error) {
	if all, known := r.holders[y.Season.ID]; known {
		return all, nil
	}
	all, err := account.Holders(r.ctx, r.tx, y.Reach(), vi.DayOf(r.tx.Now.Time))
	r.holders[y.Season.ID] = all
	return all, err
}

// parted reports whether a conflict of interest that still lasts parts the
// person from the matter of a unit's score.
func (r *reader) parted(m matter, person string) (bool, error) {
	kind, _, _ := strings.Cut(m.Object, ":")
	if kind != "score_sheet" && kind != "question" {
		return false, nil
	}
	all, known := r.conflicts[m.year.Season.ID]
	if !known {
		var err error
		if all, err = scoring.Conflicts(r.ctx, r.tx, m.year.Season.ID); err != nil {
			return false, err
		}
		r.conflicts[m.year.Season.ID] = all
	}
	return slices.ContainsFunc(all, func(c scoring.Conflict) bool {
		return c.Person == person && c.EndedOn.IsZero() && (c.Unit == "" || c.Unit == m.unit || c.Unit == m.other)
	}), nil
}
