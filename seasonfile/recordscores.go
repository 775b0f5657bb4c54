package seasonfile

import (
	"slices"

	"thidua/access"
	"thidua/cluster"
	"thidua/exact"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/vi"
	"thidua/yamlfile"
)

// stageOrder is the order in which sheets are sent, whatever their order in the
// file: a later stage is compared with the one before.
var stageOrder = []season.Stage{season.Self, season.Cross, season.Appraised}

// recordScores sends each score sheet in its scorer's name.
func (r *recorder) recordScores() {
	r.sheets = map[string]string{}
	for _, stage := range stageOrder {
		for i, x := range r.file.Scores {
			if x.Stage == string(stage) {
				r.submit(yamlfile.Item("scores", i), x, stage)
			}
		}
	}
}

func (r *recorder) submit(path string, x Sheet, stage season.Stage) {
	unit := r.unit(yamlfile.Join(path, "unit"), x.Unit)
	by, ok := r.scorer(path, x, stage, unit)
	if unit == "" || !ok || r.sentBefore(path, unit, string(stage), by.Unit) {
		return
	}
	sheet := scoring.Sheet{Season: r.season.ID, Unit: unit, Stage: stage, Scorer: by.Unit, ScorerName: by.Name, Total: x.Total, Bonus: x.Bonus, Max: x.Max,
		Explanation: x.Explanation, Sample: r.sample(x.Sample)}
	for _, code := range sortedKeys(x.Marks) {
		m := x.Marks[code]
		sheet.Marks = append(sheet.Marks, scoring.Mark{Criterion: code, Unassigned: m.Unassigned, Target: m.Target, Actual: m.Actual, Count: m.Count, Bonus: m.Bonus, Penalty: m.Penalty,
			Met: m.Met, Ranks: m.Ranks, Figure: m.Figure, Word: m.Word, Points: m.Points, Explanation: m.Explanation, Evidence: m.Evidence, Sample: r.sample(m.Sample) || sheet.Sample})
	}
	if r.unsigned != nil {
		r.tryUnsigned(path, sheet)
		return
	}
	_, err := scoring.SubmitSheet(r.ctx, r.tx, by, r.on(r.sheetDay(x, stage)), sheet)
	if refusal.Is(err, refusal.Closed) && !x.Date.IsZero() {
		path = yamlfile.Join(path, "date")
	}
	r.try(path, err)
}

// sentBefore reports a second sheet of the same scorer on the same unit.
func (r *recorder) sentBefore(path, unit, stage, by string) bool {
	key := unit + " " + stage + " " + by
	first, sent := r.sheets[key]
	if sent {
		r.fault(path, "%s đã có phiếu cùng bước, cùng người chấm ở dòng %d; mỗi nơi chấm gửi một phiếu.", r.nameOf(unit), r.Decoder.Find(first)[0])
		return true
	}
	r.sheets[key] = path
	return false
}

// tryUnsigned holds a sheet to rules that were refused, as far as they go.
func (r *recorder) tryUnsigned(path string, sheet scoring.Sheet) {
	if slices.ContainsFunc(r.unsigned.Leaves(), func(c season.Criterion) bool { return !c.Max.Known() || c.Kind == "" }) {
		return
	}
	roster, err := cluster.Roster(r.ctx, r.tx, r.cluster, r.label)
	r.try(path, err)
	for _, e := range scoring.Check(*r.unsigned, roster, sheet) {
		r.try(path, e)
	}
}

// scorer is whoever sends the sheet: the unit itself, the unit that cross-scores
// it, or the standing body.
func (r *recorder) scorer(path string, x Sheet, stage season.Stage, unit string) (access.Actor, bool) {
	switch {
	case stage == season.Self && x.By == "":
		return r.officer(unit), true
	case stage == season.Cross && x.By == "":
		r.fault(path, "Phiếu chấm chéo phải nêu đơn vị chấm (by).")
		return access.Actor{}, false
	case x.By == "":
		return r.standingBody(), true
	}
	by := r.unit(yamlfile.Join(path, "by"), x.By)
	if stage != season.Self && by != "" && by == unit {
		r.fault(yamlfile.Join(path, "by"), "%s không được chấm điểm cho chính mình ở bước này; by phải là đơn vị khác.", r.nameOf(by))
		return access.Actor{}, false
	}
	if stage == season.Appraised && by != "" {
		role := access.ClusterDeputy
		if by == r.head {
			role = access.ClusterHead
		}
		return access.Actor{Name: r.nameOf(by), Role: role, Unit: by}, true
	}
	return r.officer(by), by != ""
}

// sheetDay is the sheet's date, or the last day of its phase when it has none.
func (r *recorder) sheetDay(x Sheet, stage season.Stage) vi.Day {
	phases := map[season.Stage]season.Phase{season.Self: season.SelfScoring, season.Cross: season.CrossScoring, season.Appraised: season.Appraisal}
	if span, stated := r.season.Calendar.Of(phases[stage]); x.Date.IsZero() && stated {
		return span.To
	}
	return x.Date
}

func sortedKeys(marks map[string]Mark) []string {
	var codes []string
	for code := range marks {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// recordRanking computes the ranking from the sheets, or records the one the
// source states.
func (r *recorder) recordRanking() {
	if len(r.file.Ranking) > 0 && len(r.file.Scores) > 0 {
		r.fault("ranking", "Thứ hạng được tính từ phiếu chấm (scores); bỏ mục ranking, hoặc bỏ mục scores.")
		return
	}
	if len(r.file.Scores) > 0 && len(r.Faults) == 0 {
		_, err := scoring.Recompute(r.ctx, r.tx, r.clusterHead(), r.day, r.season.ID, r.ties())
		r.try("scores", err)
	}
	if len(r.file.Ranking) > 0 {
		r.stateRanking()
	}
}

func (r *recorder) stateRanking() {
	var rows []scoring.Standing
	numbered := slices.ContainsFunc(r.file.Ranking, func(x Rank) bool { return x.Rank != 0 || x.Points.Known() })
	for i, x := range r.file.Ranking {
		row := scoring.Standing{Unit: r.unit(yamlfile.Join(yamlfile.Item("ranking", i), "unit"), x.Unit), Stage: season.Final, Rank: x.Rank, Points: x.Points, Max: x.Max, Band: x.Band, Stated: true, Sample: r.sample(x.Sample)}
		if !numbered {
			row.Rank = i + 1
		}
		if row.Unit == "" {
			return
		}
		rows = append(rows, row)
	}
	r.try("", scoring.StateRanking(r.ctx, r.tx, r.clusterHead(), r.day, r.season.ID, rows))
}

// ties gathers what the tie chain looks at: votes from the ballots, the rest
// from tie_data.
func (r *recorder) ties() scoring.Ties {
	t := scoring.Ties{Votes: map[string]int{}, Earlier: map[string]exact.Number{}, Women: map[string]exact.Number{}}
	for _, v := range r.votes {
		for _, o := range v.Options {
			if o.Candidate != "" && o.For != nil {
				t.Votes[o.Candidate] = *o.For
			}
		}
	}
	if r.file.TieData == nil {
		return t
	}
	for i, u := range r.file.TieData.HeadAndDeputy {
		t.Head = append(t.Head, r.unit(yamlfile.Item("tie_data.head_and_deputy", i), u))
	}
	for name, n := range r.file.TieData.Earlier {
		t.Earlier[r.unit(yamlfile.Join("tie_data.earlier_awards", name), name)] = n
	}
	for name, n := range r.file.TieData.Women {
		t.Women[r.unit(yamlfile.Join("tie_data.women", name), name)] = n
	}
	return t
}
