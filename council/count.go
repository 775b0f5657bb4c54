package council

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/voting"
)

// Sheet is what one member of the tally board counted: the ballot papers once
// for all, and each dossier's line on them. A line without a choice, or with
// both, is an invalid vote on that dossier.
type Sheet struct {
	Issued, Returned *int
	Rows             map[string]Row // by nomination id
	Reason           string         // a third person's: why a third count was needed
}

// Row is one dossier's counts.
type Row struct{ For, Against, Invalid *int }

// Progress is what an entry led to, dossier by dossier.
type Progress struct{ First, Differing, Settled int }

// Count takes one teller's sheet. A dossier's vote is over once two different
// people of the board counted the same for it; until then nobody reads a count.
// Dossiers in which two entries differ stay open and are counted again.
func Count(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, meeting string, sheet Sheet) (done Progress, err error) {
	m, c, _, err := at(ctx, tx, by, meeting, access.CountBallots, Counting)
	if err != nil {
		return done, err
	}
	items, err := Items(ctx, tx, m.ID)
	if err != nil {
		return done, err
	}
	if !m.Counts(by.Person) {
		return done, refusal.By("tally_board", "Chỉ người trong ban kiểm phiếu của cuộc họp này được nhập số phiếu.")
	}
	var faults []error
	entered := 0
	for _, x := range items {
		open, err := awaits(ctx, tx, x, by.Person)
		if err != nil {
			return done, err
		}
		if !open {
			continue
		}
		entered++
		tally, err := sheet.tally(x, m.recused(c, x))
		if err == nil {
			var outcome voting.Counted
			outcome, err = voting.Count(ctx, tx, by, day, x.Poll, tally)
			done.add(outcome)
		}
		if refusal.Of(err) == nil && err != nil {
			return done, err
		}
		faults = append(faults, inRow(x, err)...)
	}
	if entered == 0 {
		return done, refusal.New(refusal.Conflict, "Đồng chí đã nhập đủ; phải chờ người thứ hai của ban kiểm phiếu nhập.")
	}
	return done, errors.Join(unique(faults)...)
}

// Counts reports whether the person is on the tally board.
func (m Meeting) Counts(person string) bool {
	for _, t := range m.Board {
		if person != "" && t.Person == person {
			return true
		}
	}
	return false
}

// awaits reports whether the dossier's vote is open and this person has not
// just counted it alone.
func awaits(ctx context.Context, tx *store.Tx, x Item, person string) (bool, error) {
	p, err := voting.PollByID(ctx, tx, x.Poll)
	if err != nil || p.State != voting.Opened {
		return false, err
	}
	entered, err := voting.Entered(ctx, tx, p)
	return len(entered) != 1 || entered[0] != person, err
}

// tally is the dossier's part of the sheet. recused members hold a paper but do
// not vote on this dossier, so their papers are none of its ballots.
func (s Sheet) tally(x Item, recused int) (voting.Tally, error) {
	row := s.Rows[x.Nomination]
	var faults []error
	for _, n := range []struct {
		count *int
		field string
		words string
	}{{s.Issued, "issued", "phiếu phát ra"}, {s.Returned, "returned", "phiếu thu về"}, {row.For, "for", "đồng ý"}, {row.Against, "against", "không đồng ý"}, {row.Invalid, "invalid", "phiếu không hợp lệ"}} {
		if n.count == nil {
			faults = append(faults, refusal.Field(n.field, fmt.Sprintf("Chưa ghi số %s.", n.words)))
		}
	}
	if len(faults) > 0 {
		return voting.Tally{}, errors.Join(faults...)
	}
	issued, returned := *s.Issued-recused, *s.Returned-recused
	return voting.Tally{Issued: &issued, Returned: &returned, Valid: new(returned - *row.Invalid), Invalid: row.Invalid,
		Options: []voting.Option{{For: row.For, Against: row.Against, Blank: new(0)}}, Reason: s.Reason}, nil
}

// RowField is the form's name of a dossier's count: "rows[01J…].for".
func RowField(nomination, count string) string { return fmt.Sprintf("rows[%s].%s", nomination, count) }

// rowFields tell which count of a row a refusal of its vote speaks of.
var rowFields = map[string]string{"valid": "for", "invalid": "invalid", "options[0]": "for", "options[0].for": "for", "options[0].against": "against", "for": "for", "against": "against"}

// inRow names refusals of a dossier's vote by the fields of the sheet.
func inRow(x Item, err error) (all []error) {
	for _, e := range refusal.All(err) {
		field := e.Field
		if name := rowFields[field]; name != "" {
			field = RowField(x.Nomination, name)
		}
		all = append(all, &refusal.Error{Kind: e.Kind, Field: field, Rule: e.Rule, Sentence: e.Sentence})
	}
	return all
}

// unique says what is wrong with the whole sheet once, not for every dossier.
func unique(faults []error) (all []error) {
	seen := map[refusal.Error]bool{}
	for _, f := range faults {
		if e := refusal.Of(f); e == nil || !seen[*e] {
			all = append(all, f)
			if e != nil {
				seen[*e] = true
			}
		}
	}
	return all
}

func (p *Progress) add(outcome voting.Counted) {
	switch outcome {
	case voting.FirstCount:
		p.First++
	case voting.Differing:
		p.Differing++
	case voting.Settled:
		p.Settled++
	}
}
