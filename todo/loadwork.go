package todo

import (
	"thidua/dossier"
	"thidua/meeting"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/voting"
)

type countByStatus = map[dossier.Status]int

// rules reads the newest signed rules of each year.
func (l *loading) rules() error {
	type row struct {
		season string
		body   store.JSON[season.Rules]
	}
	rows, err := of(l, func(r *row) []any { return []any{&r.season, &r.body} },
		`SELECT r.season_id, r.body FROM season_rules r WHERE r.season_id`+ours+`
			AND r.version = (SELECT max(x.version) FROM season_rules x WHERE x.season_id = r.season_id)`)
	for _, r := range rows {
		y := l.at[r.season]
		y.RulesKnown, y.Cross, y.Leaves = true, r.body.V.Scoring.Cross, len(r.body.V.Leaves())
	}
	return err
}

func (l *loading) movements() error {
	rows, err := of(l, func(m *movement) []any { return []any{&m.ID, &m.Season, &m.EndsOn} },
		`SELECT id, season_id, ends_on FROM movement WHERE season_id`+ours+` ORDER BY id`)
	for _, m := range rows {
		l.at[m.Season].movements = append(l.at[m.Season].movements, m)
	}
	return err
}

func (l *loading) responses() error {
	type row struct{ season, movement, unit string }
	rows, err := of(l, func(r *row) []any { return []any{&r.season, &r.movement, &r.unit} },
		`SELECT m.season_id, r.movement_id, r.unit_id FROM movement_response r JOIN movement m ON m.id = r.movement_id WHERE m.season_id`+ours)
	for _, r := range rows {
		l.at[r.season].responses[[2]string{r.movement, r.unit}] = true
	}
	return err
}

func (l *loading) plans() error {
	type row struct {
		season string
		scoring.Plan
		pairs store.JSON[[]scoring.Assignment]
	}
	rows, err := of(l, func(r *row) []any { return []any{&r.season, &r.pairs, &r.ConfirmedOn} },
		`SELECT season_id, pairs, confirmed_on FROM cross_plan WHERE season_id`+ours)
	for _, r := range rows {
		r.Assignments = r.pairs.V
		l.at[r.season].plan = r.Plan
	}
	return err
}

// sheets reads where each sheet stands; its marks are nobody's item.
func (l *loading) sheets() error {
	type row struct {
		sheet
		opened store.JSON[[]scoring.Opening]
	}
	rows, err := of(l, func(r *row) []any { return []any{&r.Season, &r.Unit, &r.Stage, &r.Scorer, &r.State, &r.opened} },
		`SELECT season_id, unit_id, stage, scorer, state, openings FROM score_sheet WHERE season_id`+ours)
	for _, r := range rows {
		r.openings = r.opened.V
		l.at[r.Season].sheets = append(l.at[r.Season].sheets, r.sheet)
	}
	return err
}

// cells counts the leaves that a unit has filled in on its own sheet.
func cells() number {
	return number{`SELECT s.season_id, s.unit_id, count(*), 0 FROM score_cell c JOIN score_sheet s ON s.id = c.sheet_id
		WHERE s.season_id` + ours + ` AND s.stage = 'self' AND c.mark <> '{"criterion":"' || c.criterion || '"}' GROUP BY s.season_id, s.unit_id`, func(y *Year, p pair) { y.filled[p.unit] = p.n }}
}

func (l *loading) conferences() error {
	type row struct {
		conference
		attendance store.JSON[meeting.Attendance]
	}
	rows, err := of(l, func(r *row) []any {
		return []any{&r.ID, &r.Season, &r.Kind, &r.Title, &r.Day, &r.Stage, &r.Version, &r.ChairPerson, &r.SecretaryPerson, &r.attendance}
	}, `SELECT id, season_id, kind, title, on_day, stage, version, chair_person, secretary_person, attendance
		FROM conference WHERE season_id`+ours+` ORDER BY id`)
	for _, r := range rows {
		r.present = presentAt(r.attendance.V)
		l.at[r.Season].conferences = append(l.at[r.Season].conferences, r.conference)
	}
	return err
}

// minutes reads who signed minutes that wait for signatures.
func (l *loading) minutes() error {
	type row struct {
		season, conference string
		signatures         store.JSON[[]meeting.Signature]
	}
	rows, err := of(l, func(r *row) []any { return []any{&r.season, &r.conference, &r.signatures} },
		`SELECT c.season_id, m.conference_id, m.signatures FROM conference_minutes m JOIN conference c ON c.id = m.conference_id
		WHERE c.season_id`+ours+` AND c.stage = 'frozen' ORDER BY m.number`)
	for _, r := range rows {
		for i, c := range l.at[r.season].conferences {
			if c.ID != r.conference {
				continue
			}
			l.at[r.season].conferences[i].signed = nil
			for _, s := range r.signatures.V {
				l.at[r.season].conferences[i].signed = append(l.at[r.season].conferences[i].signed, s.Seat)
			}
		}
	}
	return err
}

func (l *loading) polls() error {
	type row struct {
		poll
		body  store.JSON[voting.Vote]
		board store.JSON[[]voting.Teller]
	}
	rows, err := of(l, func(r *row) []any { return []any{&r.ID, &r.Season, &r.State, &r.Attempt, &r.body, &r.board} },
		`SELECT id, season_id, state, attempt, body, board FROM poll WHERE season_id`+ours+` AND state IN ('prepared', 'opened', 'tied') ORDER BY id`)
	for _, r := range rows {
		r.Question, r.Method, r.Body, r.Board = r.body.V.Question, r.body.V.Method, r.body.V.Body, r.board.V
		l.at[r.Season].polls = append(l.at[r.Season].polls, r.poll)
	}
	return err
}

// entries reads who of a tally board entered a count; the counts are sealed.
func (l *loading) entries() error {
	type row struct{ season, poll, person string }
	rows, err := of(l, func(r *row) []any { return []any{&r.season, &r.poll, &r.person} },
		`SELECT p.season_id, e.poll_id, e.person_id FROM poll_entry e JOIN poll p ON p.id = e.poll_id AND p.attempt = e.attempt
		WHERE p.season_id`+ours+` AND p.state = 'opened'`)
	for _, r := range rows {
		for i, p := range l.at[r.season].polls {
			if p.ID == r.poll {
				l.at[r.season].polls[i].entered = append(p.entered, r.person)
			}
		}
	}
	return err
}

func nominations() number {
	return number{`SELECT season_id, status, count(*), 0 FROM nomination WHERE season_id` + ours + ` GROUP BY season_id, status`,
		func(y *Year, p pair) { y.nominations[dossier.Status(p.unit)] = p.n }}
}
