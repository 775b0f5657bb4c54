package scoring

import (
	"context"
	"errors"
	"slices"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// DeclareConflict records a conflict of interest and returns its id. People
// declare their own; the standing body may declare another's. It holds at once.
func DeclareConflict(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, c Conflict) (string, error) {
	year, err := season.ByID(ctx, tx, c.Season)
	if err != nil {
		return "", err
	}
	if err := season.Permit(by, access.DeclareConflict, "", year); err != nil {
		return "", err
	}
	if c.Person == "" {
		c.Person = by.Person
	}
	if c.Person != by.Person && by.Role != access.StandingBody {
		return "", refusal.By(string(access.DeclareConflict), "Mỗi người tự khai xung đột lợi ích của mình; chỉ cơ quan thường trực khai thay.")
	}
	if err := checkConflict(by, c); err != nil {
		return "", err
	}
	if err := refusal.Texts(refusal.Text{Field: "note", Value: &c.Note}); err != nil {
		return "", err
	}
	known, err := known(ctx, tx, year, c)
	if err != nil {
		return "", err
	}
	if known {
		return "", refusal.New(refusal.Conflict, "Xung đột lợi ích này đã được khai.")
	}
	c.ID, c.DeclaredOn, c.DeclaredBy, c.EndedOn, c.EndedWhy = store.NewID(), day, by.Name, vi.Day{}, ""
	if err := putConflict(ctx, tx, c); err != nil {
		return "", err
	}
	return c.ID, journal.Record(ctx, tx, by, day, access.DeclareConflict, "conflict:"+c.ID, c)
}

func checkConflict(by access.Actor, c Conflict) error {
	switch {
	case !slices.Contains(ConflictKinds, c.Kind):
		return refusal.Field("kind", "Chọn loại xung đột lợi ích.")
	case c.Kind == Other && c.Note == "":
		return refusal.Field("note", "Ghi rõ lý do.")
	case c.Person == "":
		return refusal.Field("person", "Chọn người có xung đột lợi ích.")
	case c.Person == by.Person && c.Unit != "" && c.Unit == by.Unit:
		return refusal.Field("unit", "Xung đột lợi ích là với đơn vị khác, không phải với chính đơn vị mình.")
	}
	return nil
}

// known reports whether the same conflict already lasts, and refuses a unit
// that is none of the year's or a person who is not on record.
func known(ctx context.Context, tx *store.Tx, year season.Season, c Conflict) (bool, error) {
	_, roster, err := ground(ctx, tx, year)
	if err != nil {
		return false, err
	}
	if c.Unit != "" && !isMember(roster, c.Unit) {
		return false, refusal.Field("unit", "Đơn vị này không phải là thành viên của cụm trong năm này.")
	}
	people, err := store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*) FROM person WHERE id = $1`, c.Person)
	if err != nil {
		return false, err
	}
	if people == 0 {
		return false, refusal.Field("person", "Không có người này trong sổ.")
	}
	all, err := Conflicts(ctx, tx, year.ID)
	return slices.ContainsFunc(all, func(o Conflict) bool {
		return o.Person == c.Person && o.Unit == c.Unit && o.Kind == c.Kind && o.EndedOn.IsZero()
	}), err
}

// EndConflict records that a conflict no longer lasts, and why. The standing
// body does it, and never for the one who decides it.
func EndConflict(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, seasonID, id, why string) error {
	year, err := season.ByID(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	if err := season.Permit(by, access.DeclareConflict, "", year); err != nil {
		return err
	}
	all, err := Conflicts(ctx, tx, seasonID)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(c Conflict) bool { return c.ID == id })
	switch {
	case at < 0:
		return refusal.New(refusal.NotFound, "Không có bản khai này.")
	case by.Role != access.StandingBody || all[at].Person == by.Person:
		return refusal.By(string(access.DeclareConflict), "Xung đột lợi ích do cơ quan thường trực kết luận đã hết, không do chính người khai.")
	case !all[at].EndedOn.IsZero():
		return refusal.New(refusal.Conflict, "Xung đột lợi ích này đã được kết luận là hết.")
	}
	c := all[at]
	c.EndedOn, c.EndedWhy = day, why
	if err := errors.Join(refusal.Texts(refusal.Text{Field: "why", Value: &c.EndedWhy}), reasoned("why", why)); err != nil {
		return err
	}
	if err := putConflict(ctx, tx, c); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.DeclareConflict, "conflict:"+id, c)
}

// reasoned refuses an empty reason.
func reasoned(field, text string) error {
	if vi.Clean(text) == "" {
		return refusal.Field(field, "Phải ghi lý do.")
	}
	return nil
}
