package org

import (
	"context"
	"errors"
	"fmt"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// Add records a unit that no official list gives, a department or an
// association say, and returns its new id. Kind and level are guessed from the
// name where they are empty; the end that the law gives its kind is filled in.
func Add(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, u Unit) (id string, err error) {
	if err := access.Check(by, access.ImportUnits, ""); err != nil {
		return "", err
	}
	u = completed(u)
	if err := errors.Join(u.check(), checkPlace(ctx, tx, u)); err != nil {
		return "", err
	}
	u.ID = store.NewID()
	if err := insertUnits(ctx, tx, []Unit{u}); err != nil {
		return "", err
	}
	return u.ID, journal.Record(ctx, tx, by, day, access.ImportUnits, "unit:"+u.ID, u)
}

func completed(u Unit) Unit {
	guess := Guess(u.Name)
	u.Name = guess.Name
	if u.Kind == "" {
		u.Kind = guess.Kind
	}
	if u.Level == "" {
		u.Level = guess.Level
	}
	if u.ShortName = vi.Clean(u.ShortName); u.ShortName == "" {
		u.ShortName = shortName(u.Kind, u.Name)
	}
	if u.Until.IsZero() {
		u.Until = ValidityOf(u.Kind, u.Level).Until
	}
	return u
}

// check refuses what a unit cannot be, whatever else is recorded.
func (u Unit) check() error {
	if sentence := checkName(u.Name); sentence != "" {
		return refusal.Field("name", vi.UpperFirst(sentence))
	}
	if sentence := checkName(u.ShortName); sentence != "" {
		return refusal.Field("short_name", vi.UpperFirst(sentence))
	}
	if u.Kind.Label() == "" {
		return refusal.Field("kind", fmt.Sprintf("Không có loại đơn vị “%s”.", u.Kind))
	}
	if u.Level != "" && u.Level.Label() == "" {
		return refusal.Field("level", fmt.Sprintf("Không có cấp “%s”.", u.Level))
	}
	if own := u.Kind.administrativeLevel(); own != "" && own != u.Level {
		return refusal.Field("level", fmt.Sprintf("%s là đơn vị %s.", u.title(), vi.LowerFirst(own.Label())))
	}
	return u.checkDays()
}

func (u Unit) checkDays() error {
	end := ValidityOf(u.Kind, u.Level)
	if !end.Until.IsZero() && u.Until.After(end.Until) {
		return refusal.Field("until", fmt.Sprintf("%s không thể còn sau ngày này: %s.", u.title(), end.Because))
	}
	if !u.From.IsZero() && !u.Until.IsZero() && !u.From.Before(u.Until) {
		if end.Until.Equal(u.Until) {
			return refusal.Field("from", fmt.Sprintf("%s không thể có từ ngày %s: %s.", u.title(), u.From.Short(), end.Because))
		}
		return refusal.Field("from", fmt.Sprintf("Ngày bắt đầu (%s) phải trước ngày kết thúc (%s).", u.From.Short(), u.Until.Short()))
	}
	return nil
}

// checkPlace refuses an unknown parent, and a code that another unit bears.
func checkPlace(ctx context.Context, tx *store.Tx, u Unit) error {
	if u.Parent != "" {
		if _, err := ByID(ctx, tx, u.Parent, u.From); refusal.Is(err, refusal.NotFound) {
			return refusal.Field("parent", "Không có đơn vị cấp trên này.")
		} else if err != nil {
			return err
		}
	}
	if u.Code == "" {
		return nil
	}
	taken, err := store.All(ctx, tx, func(name *string) []any { return []any{name} },
		`SELECT n.name FROM unit u JOIN unit_name n ON n.unit_id = u.id AND n.until_day = ''
		WHERE u.code = $1 AND (u.valid_until = '' OR u.valid_until > $2) AND ($3 = '' OR u.valid_from < $3)`,
		u.Code, u.From, u.Until)
	if err != nil || len(taken) == 0 {
		return err
	}
	return &refusal.Error{Kind: refusal.Conflict, Field: "code", Sentence: fmt.Sprintf("Mã “%s” là của %s.", u.Code, vi.LowerFirst(taken[0]))}
}
