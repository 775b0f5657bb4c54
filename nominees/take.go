package nominees

import (
	"context"
	"errors"
	"slices"

	"thidua/access"
	"thidua/dossier"
	"thidua/intake"
	"thidua/org"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// mostSaid is how many refused rows are told at once.
const mostSaid = 10

// Take puts every row of a list that is not left out on record as a nomination,
// by dossier.NominateAll, and forgets the list; with one row at fault none is taken.
// It returns how many there are.
func Take(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s season.Season, l intake.List) (int, error) {
	if err := access.Check(by, access.Nominate, ""); err != nil {
		return 0, err
	}
	if lack := Form.Missing(l.Part().Fields); len(lack) > 0 {
		return 0, refusal.New(refusal.Invalid, "Chưa rõ cột nào là "+lack[0]+".")
	}
	rows, quota, err := Preview(ctx, tx, s, l)
	if err != nil {
		return 0, err
	}
	if quota != "" {
		return 0, refusal.New(refusal.Unsatisfied, quota)
	}
	if err := faulty(l, rows); err != nil {
		return 0, err
	}
	taken := slices.DeleteFunc(rows, func(r Row) bool { return r.LeftOut })
	if len(taken) == 0 {
		return 0, refusal.New(refusal.Invalid, "Không còn dòng nào để ghi.")
	}
	if err := nominate(ctx, tx, by, day, s, l, taken); err != nil {
		return 0, err
	}
	return len(taken), l.Finish(ctx, tx)
}

// faulty tells the rows that must first be put right.
func faulty(l intake.List, rows []Row) error {
	var refused []error
	for _, r := range rows {
		if !r.LeftOut && len(r.Faults) > 0 && len(refused) < mostSaid {
			refused = append(refused, atRow(l, r, refusal.Invalid, r.Faults[0].Sentence))
		}
	}
	return errors.Join(refused...)
}

func atRow(l intake.List, r Row, kind refusal.Kind, sentence string) error {
	return refusal.New(kind, l.Where(r.Key())+": "+sentence)
}

// nominate makes nominations of the rows, or tells which of them cannot be.
func nominate(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, s season.Season, l intake.List, rows []Row) error {
	if err := recognise(ctx, tx, rows); err != nil {
		return err
	}
	list := make([]dossier.Nomination, len(rows))
	for i, r := range rows {
		list[i] = r.Nomination
	}
	_, refused, err := dossier.NominateAll(ctx, tx, by, day, s.ID, list)
	if err != nil {
		return err
	}
	var said []error
	for i, err := range refused {
		if e := refusal.Of(err); e != nil && len(said) < mostSaid {
			said = append(said, atRow(l, rows[i], e.Kind, e.Sentence))
		}
	}
	return errors.Join(said...)
}

// recognise finds the units on record that names with their kind mean, where
// each means exactly one: a candidate need not be a member.
func recognise(ctx context.Context, tx *store.Tx, rows []Row) error {
	var names []string
	for _, r := range rows {
		if n := r.Nomination; unknownUnit(n) {
			names = append(names, n.CandidateName)
		}
	}
	if len(names) == 0 {
		return nil
	}
	found, err := org.FindAll(ctx, tx, names)
	for i := range rows {
		if n := &rows[i].Nomination; unknownUnit(*n) && len(found[n.CandidateName]) == 1 {
			n.CandidateUnit = found[n.CandidateName][0].ID
		}
	}
	return err
}

func unknownUnit(n dossier.Nomination) bool {
	kind, _ := vi.SplitUnitName(n.CandidateName)
	return n.CandidateKind == dossier.Collective && n.CandidateUnit == "" && kind != ""
}
