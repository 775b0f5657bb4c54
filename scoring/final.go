package scoring

import "thidua/season"

// decide takes the final scores from the stage the rules name: a unit has one
// when it has a sheet of that stage. Where the rules name none, it is the latest
// stage at which every scored unit has a sheet.
func (r *Result) decide() {
	r.decides = r.Rules.Scoring.Decides
	if r.decides == "" {
		r.decides = r.latestComplete()
	}
	for _, s := range r.Scores {
		if s.Stage == r.decides {
			s.Stage = season.Final
			r.Scores = append(r.Scores, s)
		}
	}
}

func (r *Result) latestComplete() (latest season.Stage) {
	for i, stage := range stages {
		complete, some := true, false
		for member := range r.Roster {
			some = some || r.stages[i].held[member]
			complete = complete && (r.stages[i].held[member] || !r.scored(member))
		}
		if some && complete {
			latest = stage
		}
	}
	return latest
}

// scored reports whether the member has any sheet.
func (r *Result) scored(member int) bool {
	return r.stages[0].held[member] || r.stages[1].held[member] || r.stages[2].held[member]
}

// viewed is the number of the stage a score was computed at; the final score's
// is that of the deciding stage.
func (r Result) viewed(stage season.Stage) int {
	if stage == season.Final {
		stage = r.decides
	}
	for i, s := range stages {
		if s == stage {
			return i
		}
	}
	return -1
}
