package year

import (
	"context"

	"thidua/season"
	"thidua/web/ui"
)

var phasesInEnglish = map[season.Phase]string{
	season.SetUp:         "Set-up",
	season.Pledging:      "Pledge, registration",
	season.Work:          "Movements, targets",
	season.InterimReview: "Interim review",
	season.SelfScoring:   "Self-scoring",
	season.CrossScoring:  "Cross-scoring",
	season.Appraisal:     "Appraisal",
	season.Conferring:    "Conference, endorsement",
	season.Nomination:    "Nomination dossiers",
	season.Council:       "Council, decision",
	season.Awarding:      "Award, publication",
	season.Closed:        "Closed",
}

// PhaseName is the phase in the reader's language.
func PhaseName(ctx context.Context, p season.Phase) string {
	return ui.T(ctx, p.Label(), phasesInEnglish[p])
}

// stateName says a step's state for readers who do not see its colour.
func stateName(ctx context.Context, state string) string {
	switch state {
	case "done":
		return ui.T(ctx, "đã xong", "done")
	case "now":
		return ui.T(ctx, "đang ở bước này", "now")
	}
	return ui.T(ctx, "chưa đến", "to come")
}
