package dossier

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"thidua/access"
	"thidua/evidence"
	"thidua/exact"
	"thidua/journal"
	"thidua/refusal"
	"thidua/rulebook"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// StatedFact is a fact of a candidate that no record holds, stated by an
// officer on a document.
type StatedFact struct {
	ID       string
	Dossier  string // nomination id
	Name     string // of the rulebook's facts
	Value    string // as the rulebook writes values
	Document string // what proves it: number, day and issuer in words
	Proof    string // evidence id of the document in a library; may be empty
	On       vi.Day
	Actor    string
	Person   string // person id
	Sample   bool
}

// StateFact records a fact that no record holds. The newest of a name counts;
// older ones stay on record. A record goes before a statement.
func StateFact(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, f StatedFact) error {
	n, err := ByID(ctx, tx, f.Dossier)
	if err != nil {
		return err
	}
	s, err := season.ByID(ctx, tx, n.Season)
	if err != nil {
		return err
	}
	if err := season.Permit(by, access.StateFact, "", s); err != nil {
		return err
	}
	if !n.UnderWay() {
		return notNow(n)
	}
	if by.Role != access.StandingBody {
		if err := n.open(FactsPart); err != nil {
			return err
		}
	}
	if err := f.check(); err != nil {
		return err
	}
	if f.Proof != "" {
		if err := evidence.CheckCited(ctx, tx, by.Unit, "proof", []string{evidence.Ref(f.Proof)}, nil); err != nil {
			return err
		}
	}
	f.ID = store.NewID()
	if _, err := tx.Exec(ctx, `INSERT INTO stated_fact (id, nomination_id, name, value, document, proof, stated_on, actor, person_id, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, f.ID, f.Dossier, f.Name, f.Value, f.Document, f.Proof, day, by.Name, by.Person, n.Sample); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.StateFact, "nomination:"+n.ID, map[string]string{"fact": f.Name, "value": f.Value, "document": f.Document, "proof": f.Proof})
}

// check tidies the fact and refuses one that the rulebook does not know, of the
// wrong kind, or without a document.
func (f *StatedFact) check() error {
	faults := []error{refusal.Texts(refusal.Text{Field: "value", Value: &f.Value}, refusal.Text{Field: "document", Value: &f.Document})}
	if f.Document == "" {
		faults = append(faults, refusal.Field("document", "Ghi văn bản chứng minh: số, ngày, cơ quan ban hành."))
	}
	return errors.Join(append(faults, f.readable())...)
}

// StatedFacts are the facts stated of the dossier, the oldest first.
func StatedFacts(ctx context.Context, tx *store.Tx, id string) ([]StatedFact, error) {
	return store.All(ctx, tx, func(f *StatedFact) []any {
		return []any{&f.ID, &f.Dossier, &f.Name, &f.Value, &f.Document, &f.Proof, &f.On, &f.Actor, &f.Person, &f.Sample}
	}, `SELECT id, nomination_id, name, value, document, proof, stated_on, actor, person_id, illustrative FROM stated_fact WHERE nomination_id = $1 ORDER BY id`, id)
}

// readable refuses a fact that the rulebook does not know, or a value that is
// none of its kind.
func (f *StatedFact) readable() error {
	t, known := rulebook.TermOf(f.Name)
	if !known {
		return refusal.Field("name", "Chọn dữ kiện trong danh sách.")
	}
	_, err := f.read(t)
	return err
}

// read is the stated value as the rulebook takes it.
func (f StatedFact) read(t rulebook.Term) (rulebook.Fact, error) {
	from := f.Document + " (" + f.Actor + " ghi)"
	wrong := func(hint string) (rulebook.Fact, error) {
		return rulebook.Fact{}, refusal.Field("value", t.Label+": "+hint)
	}
	switch t.Kind {
	case rulebook.YesNo:
		if f.Value != "có" && f.Value != "không" {
			return wrong("ghi có hoặc không.")
		}
		return rulebook.Truth(f.Value == "có", from), nil
	case rulebook.Count:
		n, err := vi.ParseNumber(f.Value)
		if err != nil {
			return wrong("ghi một số.")
		}
		return rulebook.Amount(exact.Of(n), from), nil
	case rulebook.Years:
		return f.readYears(from)
	}
	if !slices.Contains(t.Words, f.Value) {
		return wrong("chọn một trong: " + strings.Join(t.Words, "; ") + ".")
	}
	return rulebook.Fact{Word: f.Value, From: from}, nil
}

func (f StatedFact) readYears(from string) (rulebook.Fact, error) {
	var years []int
	for _, word := range strings.FieldsFunc(f.Value, func(c rune) bool { return c == ',' || c == ' ' || c == ';' }) {
		y, err := strconv.Atoi(word)
		if err != nil || y < 1945 || y > 2999 {
			return rulebook.Fact{}, refusal.Field("value", "Ghi các năm, cách nhau bằng dấu phẩy: 2012, 2013.")
		}
		years = append(years, y)
	}
	return rulebook.InYears(years, from), nil
}
