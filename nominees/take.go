package nominees

import (
	"context"
	"errors"
	"fmt"

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
// by dossier.Nominate, and forgets the list; with one row at fault none is taken.
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
	if err := faulty(rows); err != nil {
		return 0, err
	}
	taken, refused := 0, []error(nil)
	for _, r := range rows {
		if r.LeftOut {
			continue
		}
		err := nominate(ctx, tx, by, day, r.Nomination)
		if e := refusal.Of(err); e != nil {
			refused = append(refused, atRow(r, e.Kind, e.Sentence))
		} else if err != nil {
			return 0, err
		}
		taken++
	}
	switch {
	case len(refused) > 0:
		return 0, errors.Join(refused[:min(len(refused), mostSaid)]...)
	case taken == 0:
		return 0, refusal.New(refusal.Invalid, "Không còn dòng nào để ghi.")
	}
	return taken, l.Finish(ctx, tx)
}

// faulty tells the rows that must first be put right.
func faulty(rows []Row) error {
	var refused []error
	for _, r := range rows {
		if !r.LeftOut && len(r.Faults) > 0 && len(refused) < mostSaid {
			refused = append(refused, atRow(r, refusal.Invalid, r.Faults[0].Sentence))
		}
	}
	return errors.Join(refused...)
}

func atRow(r Row, kind refusal.Kind, sentence string) error {
	return refusal.New(kind, fmt.Sprintf("Dòng %d: %s", r.N, sentence))
}

func nominate(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, n dossier.Nomination) error {
	if n.CandidateKind == dossier.Collective && n.CandidateUnit == "" {
		if err := recognise(ctx, tx, &n); err != nil {
			return err
		}
	}
	_, err := dossier.Nominate(ctx, tx, by, day, n)
	return err
}

// recognise finds the unit on record that a name with its kind means, when it
// means exactly one: a candidate need not be a member.
func recognise(ctx context.Context, tx *store.Tx, n *dossier.Nomination) error {
	if kind, _ := vi.SplitUnitName(n.CandidateName); kind == "" {
		return nil
	}
	units, err := org.Find(ctx, tx, n.CandidateName, vi.Day{})
	if err == nil && len(units) == 1 {
		n.CandidateUnit = units[0].ID
	}
	return err
}
