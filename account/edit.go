package account

import (
	"context"
	"strings"

	"thidua/access"
	"thidua/journal"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
)

// errTaken refuses a login or mail that somebody else has.
func errTaken(field string) error {
	return &refusal.Error{Kind: refusal.Conflict, Field: field, Sentence: "Tên đăng nhập hoặc thư điện tử này đã có người dùng."}
}

// Edit changes a person's name, post and mail. Papers and journal entries keep
// the name that stood when they were made.
func Edit(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, p Person) error {
	if err := access.Check(by, access.ManagePeople, ""); err != nil {
		return err
	}
	now, err := ByID(ctx, tx, p.ID)
	if err != nil {
		return err
	}
	p.Login = now.Login
	if err := p.clean(); err != nil {
		return err
	}
	if err := free(ctx, tx, p.ID, p.Mail); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE person SET name = $1, fold = $2, sort_key = $3, post = $4, mail = $5 WHERE id = $6`,
		p.Name, vi.Fold(p.Name), vi.SortKey(p.Name), p.Post, p.Mail, p.ID); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.ManagePeople, "person:"+p.ID, p)
}

// ChangeMail changes a person's own mail address; "" takes it away.
func ChangeMail(ctx context.Context, tx *store.Tx, day vi.Day, p Person, mail string) error {
	p.Mail = strings.ToLower(vi.Clean(mail))
	if err := p.clean(); err != nil {
		return err
	}
	if err := free(ctx, tx, p.ID, p.Mail); err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, `UPDATE person SET mail = $1 WHERE id = $2`, p.Mail, p.ID); err != nil {
		return err
	}
	return journal.Record(ctx, tx, self(p), day, access.ChangeMail, "person:"+p.ID, map[string]string{"mail": p.Mail})
}

// free refuses a mail address that is another person's.
func free(ctx context.Context, tx *store.Tx, person, mail string) error {
	taken, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM person WHERE mail <> '' AND mail = $1 AND id <> $2`, mail, person)
	if err == nil && taken > 0 {
		return errTaken("mail")
	}
	return err
}
