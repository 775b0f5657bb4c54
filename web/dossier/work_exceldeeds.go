package dossier

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"thidua/access"
	"thidua/dossier"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/store"
	"thidua/vi"
	"thidua/web/work"
)

// changeByExcel does what the form says of one nomination, and tells whether it
// says anything.
func changeByExcel(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, n dossier.Nomination, f work.Form) (did bool, err error) {
	var faults []error
	if have := papersTyped(n, f); !slices.Equal(have, slices.Sorted(slices.Values(n.Papers))) {
		did, faults = true, append(faults, dossier.KeepPapers(ctx, tx, by, day, n.ID, have))
	}
	said := dossier.Wording{Reason: f.Value(nominationField(n.ID, "reason"), n.Reason), Category: cmp.Or(rulebook.Category(f.Get(nominationField(n.ID, "category"))), n.Category)}
	if vi.Clean(said.Reason) != n.Reason || said.Category != n.Category {
		did, faults = true, append(faults, dossier.Reword(ctx, tx, by, day, n.ID, said))
	}
	if reason := f.Get(nominationField(n.ID, "withdrawn")); reason != "" {
		did, faults = true, append(faults, renamed(dossier.Withdraw(ctx, tx, by, day, n.ID, reason), "reason", "withdrawn"))
	}
	return did, atLine(n.ID, "reason", errors.Join(faults...))
}

// papersTyped are the papers the dossier holds by the form; those the form does
// not name stay.
func papersTyped(n dossier.Nomination, f work.Form) (have []dossier.PaperKind) {
	for _, k := range dossier.PaperKinds {
		field, is := nominationField(n.ID, string(k)), slices.Contains(n.Papers, k)
		if f.Has(field) {
			is = f.Get(field) == had
		}
		if is {
			have = append(have, k)
		}
	}
	slices.Sort(have)
	return have
}

// nominateByExcel makes nominations of the new lines in the form, and tells how
// many they are.
func nominateByExcel(ctx context.Context, tx *store.Tx, by access.Actor, v work.Visit, f work.Form) (int, error) {
	var list []dossier.Nomination
	var keys []string
	for i := range roomForNominations {
		key := newNomination(i)
		if !f.Has(nominationField(key, "candidate")) {
			continue
		}
		n := lineTyped(key, v, f)
		if err := recognise(ctx, tx, &n); err != nil {
			return 0, err
		}
		list, keys = append(list, n), append(keys, key)
	}
	if len(list) == 0 {
		return 0, nil
	}
	_, refused, err := dossier.NominateAll(ctx, tx, by, v.Today, v.Season.ID, list)
	faults := []error{atLine(keys[0], "candidate", err)} // what concerns the whole list
	for i, err := range refused {
		faults = append(faults, atLine(keys[i], "candidate", err))
	}
	return len(list), errors.Join(faults...)
}

// lineTyped is a new line as a nomination; a member is known by its name, as it
// is in the page's own list.
func lineTyped(key string, v work.Visit, f work.Form) dossier.Nomination {
	get := func(part string) string { return f.Get(nominationField(key, part)) }
	n := dossier.Nomination{Season: v.Season.ID, CandidateName: get("candidate"), CandidateKind: dossier.CandidateKind(get("candidate_kind")), Title: get("title"),
		Category: rulebook.Category(get("category")), Reason: get("reason"), ProposedBy: get("proposed_by")}
	if n.CandidateKind == "" {
		n.CandidateKind = dossier.Collective
	}
	for _, m := range v.Members {
		if n.CandidateKind == dossier.Collective && vi.Fold(m.Name) == vi.Fold(n.CandidateName) {
			n.CandidateUnit = m.Unit
		}
	}
	return n
}

// atLine names refusals by the fields of a line; what concerns the whole line
// stands at one of them.
func atLine(key, field string, err error) error {
	all := refusal.All(err)
	if all == nil {
		return err
	}
	var faults []error
	for _, e := range all {
		one := *e
		one.Field = nominationField(key, cmp.Or(e.Field, field))
		faults = append(faults, &one)
	}
	return errors.Join(faults...)
}
