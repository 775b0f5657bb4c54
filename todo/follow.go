package todo

import (
	"context"
	"fmt"

	"thidua/access"
	"thidua/account"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// What is asked for about findings and next year's tasks.
const (
	FollowingUp Kind = "follow_up"
	Confirming  Kind = "confirm"
)

// followUps are the findings and tasks for which a person's unit answers and
// on which it has not reported that they are done; they outlive their year.
func followUps(ctx context.Context, tx *store.Tx, grants []account.Grant) (all []Item, err error) {
	units := map[string]bool{}
	for _, g := range grants {
		if g.Role == access.EmulationOfficer || g.Role == access.Leader {
			units[g.Unit] = true
		}
	}
	if len(units) == 0 {
		return nil, nil
	}
	type row struct {
		season.Season
		note, cluster, body string
		kind                season.NoteKind
		due                 vi.Day
		sample              bool
	}
	rows, err := store.All(ctx, tx, func(r *row) []any {
		return []any{&r.ID, &r.Slug, &r.Label, &r.Sample, &r.note, &r.cluster, &r.kind, &r.body, &r.due, &r.sample}
	}, `SELECT s.id, s.slug, s.label, s.illustrative, n.id, c.name, n.kind, n.body, n.due, n.illustrative
		FROM season_note n JOIN season s ON s.id = n.season_id JOIN cluster c ON c.id = s.cluster_id
		WHERE n.kind IN ('finding', 'task') AND n.owner_unit IN (SELECT j.key FROM json_each($1) AS j)
			AND COALESCE((SELECT x.state FROM season_note_step x WHERE x.note_id = n.id ORDER BY x.id DESC LIMIT 1), 'open') IN ('open', 'working')
		ORDER BY n.position`, store.Text(units))
	for _, r := range rows {
		y := Year{Season: r.Season}
		y.Cluster.Name = r.cluster
		say := Words{"Thực hiện nhiệm vụ", "Do a task"}
		if r.kind == season.Finding {
			say = Words{"Khắc phục hạn chế", "Mend a finding"}
		}
		more := first(r.body, 120)
		all = append(all, Item{Kind: FollowingUp, Subject: r.note, Season: r.Season, Of: y.Name(), Say: say, More: Words{more, more}, Link: y.Lam("han-che"), Due: r.due, Sample: r.sample})
	}
	return all, err
}

// first is the beginning of a text, in letters.
func first(s string, most int) string {
	letters := []rune(s)
	if len(letters) <= most {
		return s
	}
	return string(letters[:most]) + "…"
}

// notes counts the findings and tasks that were reported done and wait for
// somebody to confirm it.
func notes() number {
	return number{`SELECT n.season_id, '', count(*), 0 FROM season_note n WHERE n.season_id` + ours + `
		AND (SELECT x.state FROM season_note_step x WHERE x.note_id = n.id ORDER BY x.id DESC LIMIT 1) = 'reported' GROUP BY n.season_id`,
		func(y *Year, p pair) { y.reportedDone = p.n }}
}

func confirm(y Year, _ who) []Item {
	if y.reportedDone == 0 {
		return nil
	}
	t := y.undated(Confirming, "Xác nhận hạn chế đã khắc phục, nhiệm vụ đã xong", "Confirm what is reported done", "han-che")
	t.More = Words{fmt.Sprintf("%d việc báo đã xong", y.reportedDone), fmt.Sprintf("%d reported done", y.reportedDone)}
	return []Item{t}
}
