// Package notice tells people what happened that concerns them and what falls
// due: in the page, and by letter as each of them wishes. It reads the journal
// after the acts are done, so no act needs to know who is told; and it tells
// nobody what they may not see themselves.
package notice

import (
	"context"
	"errors"
	"strings"

	"thidua/refusal"
	"thidua/store"
	"thidua/todo"
	"thidua/vi"
)

// Kind is why somebody is told.
type Kind string

// The kinds.
const (
	Happened Kind = "happened" // việc đã diễn ra
	Due      Kind = "due"      // nhắc hạn
	Urgent   Kind = "urgent"   // nhắc việc, việc của tài khoản: goes out at once
)

// Label is the kind in Vietnamese.
func (k Kind) Label() string {
	switch k {
	case Due:
		return "Nhắc hạn"
	case Urgent:
		return "Nhắc việc"
	}
	return "Việc mới"
}

// Notice is one thing a person is told.
type Notice struct {
	ID     string
	Person string // person id
	Key    string // one notice for a person and key
	Say    todo.Words
	Link   string // the page it is about; may be empty
	Kind   Kind
	At     store.Time
	ReadAt store.Time // zero while unread
}

// Unread reports whether its reader has not read it.
func (n Notice) Unread() bool { return n.ReadAt.IsZero() }

// put tells a person something, once for each key.
func put(ctx context.Context, tx *store.Tx, n Notice) error {
	_, err := tx.Exec(ctx, `INSERT INTO notice (id, person_id, notice_key, said_vi, said_en, fold, link, kind, at, read_at, mailed_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (person_id, notice_key) DO NOTHING`,
		store.NewID(), n.Person, n.Key, n.Say.Vietnamese, n.Say.English, vi.Fold(n.Say.Vietnamese+" "+n.Say.English), n.Link, n.Kind, tx.Now, store.Time{}, store.Time{})
	return err
}

const columns = `n.id, n.person_id, n.notice_key, n.said_vi, n.said_en, n.link, n.kind, n.at, n.read_at`

func (n *Notice) into() []any {
	return []any{&n.ID, &n.Person, &n.Key, &n.Say.Vietnamese, &n.Say.English, &n.Link, &n.Kind, &n.At, &n.ReadAt}
}

// Asked narrows a person's notices.
type Asked struct {
	Search string // words, with or without accents; empty = all
	Unread bool   // only those not read
	Kind   Kind   // empty = all
	Oldest bool   // oldest first
	Limit  int
	Offset int
}

// Of returns a page of the person's notices, newest first, and how many there
// are in all, in two statements.
func Of(ctx context.Context, tx *store.Tx, person string, a Asked) (page []Notice, total int, err error) {
	where := ` FROM notice n WHERE n.person_id = $1 AND (CAST($2 AS text) = '' OR n.kind = $3) AND (CAST($4 AS text) = '' OR n.read_at = $5) AND n.fold LIKE $6 ESCAPE '\'`
	unread, back := "", " DESC"
	if a.Unread {
		unread = "unread"
	}
	if a.Oldest {
		back = ""
	}
	args := []any{person, a.Kind, a.Kind, unread, store.Time{}, like(a.Search)}
	if total, err = store.One(ctx, tx, func(n *int) []any { return []any{n} }, `SELECT count(*)`+where, args...); err != nil {
		return nil, 0, err
	}
	page, err = store.All(ctx, tx, (*Notice).into, `SELECT `+columns+where+` ORDER BY n.at`+back+`, n.id`+back+` LIMIT $7 OFFSET $8`,
		append(args, a.Limit, a.Offset)...)
	return page, total, err
}

// like is the search as a pattern over the folded text.
func like(search string) string {
	escaped := strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`).Replace(strings.TrimSpace(vi.Fold(search)))
	return "%" + escaped + "%"
}

// CountUnread counts what the person has not read.
func CountUnread(ctx context.Context, tx *store.Tx, person string) (int, error) {
	return store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM notice WHERE person_id = $1 AND read_at = $2`, person, store.Time{})
}

// Read marks one of the person's own notices as read, or all of them when id is
// empty.
func Read(ctx context.Context, tx *store.Tx, person, id string) error {
	_, err := tx.Exec(ctx, `UPDATE notice SET read_at = $1 WHERE person_id = $2 AND read_at = $3 AND (CAST($4 AS text) = '' OR id = $5)`,
		tx.Now, person, store.Time{}, id, id)
	return err
}

// Follow marks one of the person's own notices as read and returns where it
// leads.
func Follow(ctx context.Context, tx *store.Tx, person, id string) (link string, err error) {
	link, err = store.One(ctx, tx, func(s *string) []any { return []any{s} }, `SELECT link FROM notice WHERE person_id = $1 AND id = $2`, person, id)
	if errors.Is(err, store.ErrNone) {
		return "", refusal.New(refusal.NotFound, "Không có thông báo này.")
	}
	if err != nil {
		return "", err
	}
	return link, Read(ctx, tx, person, id)
}
