package scoring

import (
	"context"
	"slices"

	"thidua/exact"
	"thidua/fairness"
	"thidua/season"
	"thidua/store"
)

// JudgedSheet is a cross sheet or an appraisal with what its scorer is still
// writing: only the leaves on which they differ from the stage before.
type JudgedSheet struct {
	Sheet
	Cells []Cell // by criterion
}

// JudgedSheetOf returns the scorer's sheet on a unit at a stage, in two
// statements; an empty draft without an id when nobody has begun it.
func JudgedSheetOf(ctx context.Context, tx *store.Tx, seasonID, unit string, stage season.Stage, scorer string) (JudgedSheet, error) {
	all, err := sheets(ctx, tx, `season_id = $1 AND unit_id = $2 AND stage = $3 AND scorer = $4`, seasonID, unit, stage, scorer)
	if err != nil || len(all) == 0 {
		return JudgedSheet{Sheet: Sheet{Season: seasonID, Unit: unit, Stage: stage, Scorer: scorer, State: Draft}}, err
	}
	s := JudgedSheet{Sheet: all[0]}
	s.Cells, err = cellsOf(ctx, tx, s.ID)
	return s, err
}

// Cell is the leaf as it stands at the desk, empty where nothing was written.
func (s JudgedSheet) Cell(code string) Cell {
	for _, c := range s.Cells {
		if c.Criterion == code {
			return c
		}
	}
	m, _ := s.mark(code)
	m.Criterion = code
	return Cell{Criterion: code, Mark: m}
}

// Changed is on how many leaves the scorer wrote something.
func (s JudgedSheet) Changed() (count int) {
	for _, c := range s.Cells {
		if c.Mark.says() {
			count++
		}
	}
	return count
}

// Judges are the fields in which a scorer changes a leaf of that kind: those of
// its rule but the target, which nobody sets while scoring.
func Judges(kind season.LeafKind) []string {
	return slices.DeleteFunc(slices.Clone(fieldsOf[kind]), func(field string) bool { return field == "target" })
}

// ToSend is the sheet as it would be sent now. A cross sheet marks every leaf
// assigned to its scorer: where they wrote nothing they keep what the unit gave
// itself. An appraisal lists only what it changes. before is the cluster as its
// scorer sees it.
func (s JudgedSheet) ToSend(before Result, a Assignment) Sheet {
	sent := s.Sheet
	sent.Marks = nil
	own, _ := before.oneSheet(s.Unit, season.Self)
	for _, c := range before.leaves {
		m := s.Cell(c.Code).Mark
		kept, marked := own.mark(c.Code)
		switch {
		case m.hasFigures():
			m.Target = kept.Target
		case m.Points.Known():
		case s.Stage == season.Cross && marked && a.Covers(before.Rules, c.Code):
			kept.Explanation, kept.Evidence = m.Explanation, nil
			m = kept
		case s.Stage == season.Appraised && m.Explanation != "":
			m.Points = before.PointsBefore(s.Unit, c.Code, season.Appraised)
		}
		if m.hasFigures() || m.Points.Known() || m.Unassigned {
			m.Criterion = c.Code
			sent.Marks = append(sent.Marks, m)
		}
	}
	return sent
}

// oneSheet is the unit's only sheet of the stage among those that count.
func (r Result) oneSheet(unit string, stage season.Stage) (Sheet, bool) {
	held := r.sheetsOf(unit, stage)
	if len(held) == 0 {
		return Sheet{}, false
	}
	return held[0], true
}

// PointsBefore is what counts for a leaf of a unit at the stage before.
func (r Result) PointsBefore(unit, code string, stage season.Stage) exact.Number {
	i := slices.Index(stages, stage)
	member, known := r.memberAt[unit]
	leaf, found := r.leafAt[code]
	if i < 1 || !known || !found {
		return exact.Number{}
	}
	return r.stages[i-1].values[member][leaf].points
}

// SheetScore is what one sheet alone gives its unit, down to every criterion;
// where it does not mark a leaf, the stage before counts.
func (r Result) SheetScore(s Sheet) Score {
	i, member := slices.Index(stages, s.Stage), r.memberAt[s.Unit]
	readings := make([]reading, len(r.leaves))
	if i > 0 {
		copy(readings, r.stages[i-1].readings[member])
	}
	for _, m := range s.Marks {
		if leaf, ok := r.leafAt[m.Criterion]; ok {
			readings[leaf] = reading{from: s.Stage, marks: []Mark{m}}
		}
	}
	own := Score{Unit: s.Unit, Stage: s.Stage}
	r.scoreTree(&own, r.values(readings, r.stages[i].fields), readings)
	own.Percent = own.Points.Mul(exact.Int(100)).Quo(own.Max)
	return own
}

// putDraft begins a judged sheet, of which the cells hold everything.
func putDraft(ctx context.Context, tx *store.Tx, s *JudgedSheet) error {
	s.ID = store.NewID()
	return put(ctx, tx, s.Sheet)
}

// Inputs are the figures the sheet gives for the leaf, named.
func (s Sheet) Inputs(c season.Criterion) []Input {
	m, _ := s.mark(c.Code)
	return inputs(c, m)
}

// Said is what the sheet says on the leaf, if anything.
func (s Sheet) Said(code string) (Mark, bool) { return s.mark(code) }

// GapPercent is how far the points lie from those of the stage before, in
// percent of the leaf's range; unknown when one of them is.
func GapPercent(c season.Criterion, before, after exact.Number) exact.Number {
	return fairness.Gap(before, after, span(c)).Mul(exact.Int(100))
}
