package notice

import (
	"context"
	"fmt"

	"thidua/account"
	"thidua/season"
	"thidua/store"
	"thidua/todo"
	"thidua/vi"
)

// Falling tells everybody what falls due for them and what is late, of all
// running years: once when seven days are left, once when three, once when one
// or none, once when it is late. A day that is put off is told anew.
func Falling(ctx context.Context, tx *store.Tx) (Told, error) {
	day, told := vi.DayOf(tx.Now.Time), Told{}
	years, err := todo.Years(ctx, tx, season.Reach{All: true})
	if err != nil {
		return nil, err
	}
	for _, y := range years {
		holders, err := account.Holders(ctx, tx, y.Reach(), day)
		if err != nil {
			return nil, err
		}
		for _, h := range holders {
			for _, t := range y.Items(h, day) {
				n, due := falling(h.Person.ID, t, day)
				if !due {
					continue
				}
				told.add(n)
				if err := put(ctx, tx, n); err != nil {
					return nil, err
				}
			}
		}
	}
	return told, nil
}

// falling is the notice of a item that falls due, if it is near enough.
func falling(person string, t todo.Item, day vi.Day) (n Notice, due bool) {
	mark, due := markOf(t.Due, day)
	if !due {
		return n, false
	}
	left := todo.DueWords(t.Due, day)
	return Notice{Person: person, Key: fmt.Sprintf("due:%s:%s:%s", t.Key(), t.Due, mark), Link: t.Link, Kind: Due, Say: todo.Words{
		Vietnamese: fmt.Sprintf("%s: %s (hạn %s), %s.", vi.UpperFirst(left.Vietnamese), t.Say.Vietnamese, t.Due.Short(), t.Of),
		English:    fmt.Sprintf("%s: %s (due %s), %s.", vi.UpperFirst(left.English), t.Say.English, t.Due.Short(), t.Of),
	}}, true
}

// markOf is the mark that a day due has passed: "7", "3", "1" days left, or
// "late"; false while there is more time.
func markOf(due, day vi.Day) (mark string, passed bool) {
	left := day.DaysUntil(due)
	switch {
	case due.IsZero() || left > 7:
		return "", false
	case left < 0:
		return "late", true
	case left <= 1:
		return "1", true
	case left <= 3:
		return "3", true
	}
	return "7", true
}
