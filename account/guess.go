package account

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"time"

	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// subject is what somebody guesses at, or from where.
type subject struct {
	name string
	free int // guesses that may fail before it closes
}

// How many guesses may fail at one account, at one second factor, and from one
// address (a whole office often shares one), before the door closes.
const (
	freeByName    = 5
	freeBySecond  = 5
	freeByAddress = 30
	freeMails     = 3
)

// forgetAfter is how long a failed guess is remembered.
const forgetAfter = time.Hour

// byName is guessing at one account, whether or not there is one of that name.
func byName(typed string) subject {
	return subject{"login:" + hashed(strings.ToLower(vi.Clean(typed))), freeByName}
}

func bySecond(person string) subject { return subject{"second:" + person, freeBySecond} }

// byAddress is guessing from one machine or office. IPv6 gives everybody a
// network of /64 to choose addresses from, so that is counted.
func byAddress(address string) subject {
	if a, err := netip.ParseAddr(address); err == nil && a.Is6() && !a.Is4In6() {
		if p, err := a.Prefix(64); err == nil {
			address = p.String()
		}
	}
	return subject{"address:" + hashed(address), freeByAddress}
}

func byMail(typed string) subject {
	return subject{"mail:" + hashed(strings.ToLower(vi.Clean(typed))), freeMails}
}

// closedFor is how long the door stays closed after so many failures: not at
// all while they are free, then one minute, two, four, eight, and never more
// than a quarter of an hour, so that nobody can lock somebody else out for good.
func (s subject) closedFor(failures int) time.Duration {
	if failures < s.free {
		return 0
	}
	return min(time.Minute<<min(failures-s.free, 4), 15*time.Minute)
}

type failure struct {
	count    int
	last     store.Time
	closedTo string
}

// takeGuess counts a guess before it is looked at, so that many at once are not
// more than one after another; it refuses while the door is closed. A guess that
// was right is given back by forgive.
func takeGuess(ctx context.Context, tx *store.Tx, subjects ...subject) error {
	for _, s := range subjects {
		f, err := store.One(ctx, tx, func(f *failure) []any { return []any{&f.count, &f.last, &f.closedTo} },
			`SELECT failures, last_at, closed_to FROM failed_guess WHERE subject = $1`, s.name)
		if err != nil && !errors.Is(err, store.ErrNone) {
			return err
		}
		if f.closedTo > tx.Now.String() {
			return refusal.New(refusal.Closed, closedSentence(f.closedTo))
		}
		if tx.Now.Sub(f.last.Time) > forgetAfter {
			f.count = 0
		}
		closed := ""
		if wait := s.closedFor(f.count + 1); wait > 0 {
			closed = store.At(tx.Now.Add(wait)).String()
		}
		if _, err := tx.Exec(ctx, `INSERT INTO failed_guess (subject, failures, last_at, closed_to) VALUES ($1, $2, $3, $4)
			ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at, closed_to = excluded.closed_to`,
			s.name, f.count+1, tx.Now, closed); err != nil {
			return err
		}
	}
	return nil
}

// closedSentence says until when, in the time of Việt Nam.
func closedSentence(to string) string {
	var until store.Time
	if err := until.Scan(to); err != nil {
		return "Đã thử quá nhiều lần. Xin đợi ít phút rồi thử lại."
	}
	return fmt.Sprintf("Đã thử quá nhiều lần. Xin đợi đến %s rồi thử lại.", until.Add(59*time.Second).In(vi.Location).Format("15:04"))
}

// forgive takes the guesses at an account back after the right one, and one of
// those from the address: whoever has an account of their own must not be able
// to clear the way for guessing at others.
func forgive(ctx context.Context, tx *store.Tx, account subject, address string) error {
	if _, err := tx.Exec(ctx, `DELETE FROM failed_guess WHERE subject = $1`, account.name); err != nil || address == "" {
		return err
	}
	_, err := tx.Exec(ctx, `UPDATE failed_guess SET failures = failures - 1, closed_to = '' WHERE subject = $1`, byAddress(address).name)
	return err
}
