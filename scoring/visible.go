package scoring

import (
	"context"

	"thidua/access"
	"thidua/cluster"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Visible returns the sheets the actor may see on the day, in their order.
// Every working page asks it, and computes from its answer alone: points by
// comparison would tell of sheets that are hidden.
//
//   - A draft is seen by whoever scores with it, nobody else. A unit sees its
//     own self-scoring sheet and its own cross sheets at all times.
//   - From the day of publication everybody sees what was sent.
//   - Whoever declared a conflict of interest sees nothing of
//     that unit before; of a whole year, only their own unit's self-scoring sheet.
//   - The standing body sees what was sent; the council from the conference on,
//     the decider from the council on.
//   - A unit sees others' self-scoring sheets once cross-scoring has begun, its
//     own is sent, and only of the units assigned to it; and others' cross
//     sheets once all of its own are sent, on itself and the units it scored.
//   - Head and deputy speak for competing units: only from the appraisal on they
//     see what the others sent, and an appraisal by somebody else once their own
//     of that unit is sent, that of their own unit at the conference.
//
// A capacity of another cluster sees nothing.
func Visible(by access.Actor, s season.Season, day vi.Day, roster []cluster.Member, plan Plan, conflicts []Conflict, sheets []Sheet) []Sheet {
	v := sight{by, s, day, roster, plan, conflicts, sheets}
	var seen []Sheet
	for _, x := range sheets {
		if v.sees(x) {
			seen = append(seen, x)
		}
	}
	return seen
}

// VisibleSheets reads the season's sheets that the actor may see on the day, in
// four statements.
func VisibleSheets(ctx context.Context, tx *store.Tx, by access.Actor, s season.Season, day vi.Day) ([]Sheet, error) {
	roster, err := cluster.Roster(ctx, tx, s.Cluster, s.Label)
	if err != nil {
		return nil, err
	}
	plan, err := PlanOf(ctx, tx, s.ID)
	if err != nil {
		return nil, err
	}
	conflicts, err := Conflicts(ctx, tx, s.ID)
	if err != nil {
		return nil, err
	}
	all, err := Sheets(ctx, tx, s.ID)
	return Visible(by, s, day, roster, plan, conflicts, all), err
}

// sight is one actor's view of a season on a day.
type sight struct {
	by        access.Actor
	season    season.Season
	day       vi.Day
	roster    []cluster.Member
	plan      Plan
	conflicts []Conflict
	sheets    []Sheet
}

func (v sight) sees(x Sheet) bool {
	switch {
	case v.season.Within(v.by) != nil:
		return false
	case x.State == Submitted && v.season.Public(v.day):
		return true
	case x.Stage == season.Self && v.wrote(x):
		return true
	case conflicted(v.conflicts, v.by.Person, x.Unit) || conflicted(v.conflicts, v.by.Person, x.Scorer):
		return false
	case v.wrote(x):
		return true
	case x.State != Submitted:
		return false
	}
	switch v.by.Role {
	case access.StandingBody:
		return true
	case access.CouncilMember, access.CouncilSecretary:
		return v.from(season.Conferring)
	case access.Decider:
		return v.from(season.Council)
	case access.ClusterHead, access.ClusterDeputy:
		return v.memberSees(x) || v.appraiserSees(x)
	case access.EmulationOfficer, access.Leader:
		return v.memberSees(x)
	}
	return false
}

// from reports whether the year has come to the phase.
func (v sight) from(p season.Phase) bool { return v.season.Phase.Index() >= p.Index() }

// wrote reports whether the sheet is the actor's own. An appraisal is the
// head's, the deputy's or the standing body's, not their officers'.
func (v sight) wrote(x Sheet) bool {
	leads := v.by.Role == access.ClusterHead || v.by.Role == access.ClusterDeputy
	switch x.Stage {
	case season.Self, season.Cross:
		return v.by.Role.OfUnit() && v.by.Unit != "" && x.Scorer == v.by.Unit
	case season.Appraised:
		return leads && x.Scorer == v.by.Unit || v.by.Role == access.StandingBody && x.Scorer == ""
	}
	return false
}

// memberSees is what a unit that competes itself sees of the others.
func (v sight) memberSees(x Sheet) bool {
	_, mine := v.plan.Find(v.by.Unit, x.Unit)
	mine = mine && v.plan.Confirmed()
	switch x.Stage {
	case season.Self:
		return mine && v.from(season.CrossScoring) && v.sentSelf()
	case season.Cross:
		return (mine || x.Unit == v.by.Unit) && v.from(season.CrossScoring) && v.sentSelf() && v.sentCross()
	}
	return false
}

// appraiserSees is what head and deputy see besides, to appraise the others.
func (v sight) appraiserSees(x Sheet) bool {
	if !v.from(season.Appraisal) || !isMember(v.roster, v.by.Unit) || !v.sentSelf() {
		return false
	}
	if x.Stage != season.Appraised || v.from(season.Conferring) {
		return true
	}
	return x.Unit != v.by.Unit && v.sent(x.Unit, season.Appraised)
}

// sentSelf: the unit sent its own self-scoring sheet, has none to send, or can
// no longer send it.
func (v sight) sentSelf() bool {
	return !isMember(v.roster, v.by.Unit) || v.from(season.Conferring) || v.sent(v.by.Unit, season.Self)
}

// sentCross: the unit sent every cross sheet assigned to it, or no longer can.
func (v sight) sentCross() bool {
	if v.from(season.Appraisal) {
		return true
	}
	for _, a := range v.plan.Of(v.by.Unit) {
		if !v.sent(a.Unit, season.Cross) {
			return false
		}
	}
	return true
}

// sent reports whether the actor's unit sent its sheet on a unit at the stage.
func (v sight) sent(unit string, stage season.Stage) bool {
	for _, x := range v.sheets {
		if x.Unit == unit && x.Stage == stage && x.Scorer == v.by.Unit && x.State == Submitted {
			return true
		}
	}
	return false
}
