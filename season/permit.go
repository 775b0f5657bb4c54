package season

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
)

// When says in which phases a person may do an act of the year. An act that is
// not in the table may be done in every phase until the year is closed. A
// season file tells of a year gone by and is not bound to it: there the phases'
// dates alone decide.
var When = map[access.Act][]Phase{
	access.DraftRules:      {SetUp, Pledging, Work, InterimReview, SelfScoring},
	access.SignRules:       {SetUp, Pledging, Work, InterimReview, SelfScoring},
	access.DraftPledge:     {SetUp, Pledging},
	access.SignPledge:      {Pledging},
	access.JoinPledge:      {Pledging},
	access.Register:        {Pledging},
	access.LaunchMovement:  {Pledging, Work, InterimReview},
	access.RespondMovement: {Pledging, Work, InterimReview, SelfScoring},
	access.ReviewMovement:  {Work, InterimReview, SelfScoring, CrossScoring, Appraisal, Conferring},
	access.AssignTarget:    {SetUp, Pledging, Work, InterimReview},
	access.ReportActual:    {Pledging, Work, InterimReview, SelfScoring, CrossScoring, Appraisal},
	access.SelfScore:       {SelfScoring, CrossScoring, Appraisal},
	access.ReopenSheet:     {SelfScoring, CrossScoring, Appraisal},
	access.AssignCross:     {SetUp, Pledging, Work, InterimReview, SelfScoring},
	access.CrossScore:      {CrossScoring},
	access.Appraise:        {Appraisal},
	access.PublishResult:   {Appraisal, Conferring, Nomination, Council, Awarding},
	access.RecordVote:      {Conferring, Nomination, Council},
	access.CountBallots:    {Conferring, Nomination, Council},
	access.Nominate:        {Conferring, Nomination},
	access.SendDossier:     {Conferring, Nomination, Council},
	access.ReceiveDossier:  {Conferring, Nomination, Council},
	access.ForwardDossier:  {Nomination, Council, Awarding},
	access.AskOpinion:      {Conferring, Nomination, Council, Awarding},
	access.StateFact:       {Conferring, Nomination, Council},
	access.RecordCouncil:   {Nomination, Council},
	access.RecordDecision:  {Council, Awarding},
	access.FollowUp:        Phases, // a task for next year is done when this one has ended
}

// MayWhen reports whether the act may be done while the year stands in the
// phase.
func MayWhen(act access.Act, p Phase) bool {
	phases, bound := When[act]
	if !bound {
		return p != Closed
	}
	return slices.Contains(phases, p)
}

// Permit is the one check at the head of every act of a season: the role may
// do it for that unit (an id, empty when the act is of no single unit), the
// capacity reaches this season's cluster, and, for a person at a desk, the year
// stands in a phase in which it is done. Deadlines are the calendar's:
// Calendar.Open.
func Permit(by access.Actor, act access.Act, unit string, s Season) error {
	if err := access.Check(by, act, unit); err != nil {
		return err
	}
	if err := s.Within(by); err != nil {
		return err
	}
	if !by.Desk() || MayWhen(act, s.Phase) {
		return nil
	}
	return &refusal.Error{Kind: refusal.Closed, Rule: string(act), Sentence: notNow(act, s.Phase)}
}

// Within refuses a capacity that was given for another cluster.
func (s Season) Within(by access.Actor) error {
	if by.Cluster != "" && by.Cluster != s.Cluster {
		return refusal.By("cluster", "Đồng chí không làm việc cho cụm này, nên không đọc, không ghi gì của cụm.")
	}
	return nil
}

func notNow(act access.Act, now Phase) string {
	phases := When[act]
	if len(phases) == 0 || now == Closed {
		return "Năm thi đua đã kết thúc, không ghi thêm, không sửa nữa."
	}
	var names []string
	for _, p := range phases {
		names = append(names, "“"+p.Label()+"”")
	}
	return fmt.Sprintf("Năm thi đua đang ở bước “%s”; việc này chỉ làm ở bước %s.", now.Label(), strings.Join(names, ", "))
}

// TakeDuty records that the actor does the duty for a unit of the season, and
// refuses a person who did another of the five duties for it, which must be in
// other hands. A publication is of all units: unit is "". Nothing is recorded
// for a season file.
func TakeDuty(ctx context.Context, tx *store.Tx, by access.Actor, seasonID, unit string, d access.Duty) error {
	if !by.Desk() {
		return nil
	}
	done, err := store.All(ctx, tx, func(d *access.Duty) []any { return []any{d} },
		`SELECT DISTINCT duty FROM duty WHERE season_id = $1 AND person_id = $2 AND (unit_id = $3 OR unit_id = '' OR CAST($4 AS text) = '') ORDER BY duty`,
		seasonID, by.Person, unit, unit)
	if err != nil {
		return err
	}
	for _, other := range done {
		if s, parted := access.Between(d, other); parted {
			return refusal.By(s.Name(), s.Says())
		}
	}
	_, err = tx.Exec(ctx, `INSERT INTO duty (season_id, unit_id, duty, person_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
		seasonID, unit, d, by.Person)
	return err
}
