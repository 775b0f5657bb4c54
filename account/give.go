package account

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

// Enter puts a person on record and returns their id. The login must be new;
// it is kept in lower case without accents.
func Enter(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, p Person) (string, error) {
	if err := access.Check(by, access.ManagePeople, ""); err != nil {
		return "", err
	}
	if err := p.clean(); err != nil {
		return "", err
	}
	taken, err := store.One(ctx, tx, func(n *int) []any { return []any{n} },
		`SELECT count(*) FROM person WHERE login = $1 OR (mail <> '' AND mail = $2)`, p.Login, p.Mail)
	if err != nil {
		return "", err
	}
	if taken > 0 {
		return "", &refusal.Error{Kind: refusal.Conflict, Field: "login", Sentence: "Tên đăng nhập hoặc thư điện tử này đã có người dùng."}
	}
	p.ID, p.State = store.NewID(), Active
	if _, err := tx.Exec(ctx, `INSERT INTO person (id, name, fold, sort_key, login, mail, state, post, made_at, illustrative)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		p.ID, p.Name, vi.Fold(p.Name), vi.SortKey(p.Name), p.Login, p.Mail, p.State, p.Post, tx.Now, p.Sample); err != nil {
		return "", err
	}
	return p.ID, journal.Record(ctx, tx, by, day, access.ManagePeople, "person:"+p.ID, p)
}

// Give gives a capacity and returns its id. A role of a unit needs the unit,
// that of head or deputy the cluster too. Nobody gives a capacity to themselves.
func Give(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, g Grant) (string, error) {
	if err := access.Check(by, access.GrantRole, ""); err != nil {
		return "", err
	}
	if by.Desk() && by.Person == g.Person {
		return "", refusal.By("own_grant", "Không ai tự giao vai trò cho chính mình.")
	}
	if err := g.check(); err != nil {
		return "", err
	}
	if _, err := ByID(ctx, tx, g.Person); err != nil {
		return "", err
	}
	if g.How == "" {
		g.How = Own
	}
	g.ID, g.GivenBy = store.NewID(), by.Name
	if err := insertGrant(ctx, tx, g); err != nil {
		return "", err
	}
	return g.ID, journal.Record(ctx, tx, by, day, access.GrantRole, "person:"+g.Person, g)
}

func (g Grant) check() error {
	var faults []error
	if g.Role.Label() == "" {
		faults = append(faults, refusal.Field("role", fmt.Sprintf("Không có vai trò “%s”.", string(g.Role))))
	}
	if g.Role.OfUnit() && g.Unit == "" {
		faults = append(faults, refusal.Field("unit", "Vai trò này phải gắn với một đơn vị."))
	}
	if (g.Role == access.ClusterHead || g.Role == access.ClusterDeputy) && g.Cluster == "" {
		faults = append(faults, refusal.Field("cluster", "Trưởng cụm, phó trưởng cụm phải gắn với một cụm."))
	}
	if !g.Until.IsZero() && !g.From.Before(g.Until) {
		faults = append(faults, refusal.Field("until", "Ngày kết thúc phải sau ngày bắt đầu."))
	}
	return errors.Join(faults...)
}
