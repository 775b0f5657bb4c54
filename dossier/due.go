package dossier

import (
	"fmt"
	"strings"

	"thidua/refusal"
	"thidua/rulebook"
	"thidua/vi"
)

// statedLimit is where a limit comes from that no verified text sets.
const statedLimit = "do người thực hiện bước này ấn định"

// due is until when whoever has the dossier after the step must act, and where
// that limit comes from.
func (n Nomination) due(row Step, m Move) (vi.Day, string, error) {
	if row.Limit == "" {
		if m.DueOn.IsZero() {
			return vi.Day{}, "", nil
		}
		return m.DueOn, statedLimit, nil
	}
	return limited(n, row.Limit, m.On, m.DueOn)
}

// limited counts the limit of that name from the day by the dossier's law. Where
// no verified text sets one, or the year's days off are not at hand, the stated
// day holds; zero for none.
func limited(n Nomination, limit string, from, stated vi.Day) (vi.Day, string, error) {
	d, ok := n.deadline(limit, from)
	if !ok || !d.Enforced() || d.Work == 0 {
		if stated.IsZero() {
			return stated, "", nil
		}
		return stated, statedLimit, nil
	}
	due, err := rulebook.WorkDays(from, d.Work)
	source := fmt.Sprintf("%d ngày làm việc, %s", d.Work, d.Cite)
	switch {
	case refusal.Of(err) == nil && err != nil:
		return vi.Day{}, "", err
	case err != nil && stated.IsZero():
		return vi.Day{}, source + ". " + err.Error(), nil
	case err != nil:
		return stated, statedLimit, nil
	}
	return due, source, nil
}

// deadline is the limit of the dossier's regime once it is fixed, else of the
// day's.
func (n Nomination) deadline(limit string, day vi.Day) (rulebook.Deadline, bool) {
	r, ok := rulebook.RegimeByID(n.Regime)
	if !ok {
		return rulebook.DeadlineFor(n.TitleCode, limit, day)
	}
	t, _ := r.Title(n.TitleCode)
	for _, d := range t.Deadlines {
		if d.Step == limit {
			return d, true
		}
	}
	return rulebook.Deadline{}, false
}

// province reports whether the title is the province's own to decide on that
// day, as far as a source tells.
func (n Nomination) province(on vi.Day) bool {
	d, ok := rulebook.DeciderOn(n.TitleCode, on)
	return ok && strings.Contains(vi.Fold(d.Who), "tinh")
}

// LimitWords is the limit of that name in every regime whose verified text sets
// one, with its source, for the tables; "" where no limit runs.
func LimitWords(limit string) string {
	var all []string
	for _, r := range rulebook.Regimes() {
		seen := map[string]bool{}
		for _, t := range r.Titles {
			for _, d := range t.Deadlines {
				words := fmt.Sprintf("%s: %d (%s)", r.ID, d.Work, d.Cite)
				if d.Step == limit && d.Work > 0 && d.Enforced() && !seen[words] {
					seen[words] = true
					all = append(all, words)
				}
			}
		}
	}
	if limit != "" {
		all = append(all, "else: "+statedLimit)
	}
	return strings.Join(all, "; ")
}
