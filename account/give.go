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
		return "", errTaken("login")
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
	return g.ID, keep(ctx, tx, by, day, g)
}

// keep writes a capacity down. The administrator keeps the accounts and sees no
// marks, so nobody is both that and somebody who scores, at the same time.
func keep(ctx context.Context, tx *store.Tx, by access.Actor, day vi.Day, g Grant) error {
	all, err := GrantsOf(ctx, tx, g.Person)
	if err != nil {
		return err
	}
	for _, other := range all {
		if other.overlaps(g) && other.Role != g.Role && (other.Role == access.Admin || g.Role == access.Admin) &&
			other.Role != access.Inspector && g.Role != access.Inspector {
			return refusal.By("admin_apart", "Quản trị giữ tài khoản và không xem điểm, nên một người không vừa là quản trị vừa giữ vai trò trong năm thi đua.")
		}
	}
	if err := insertGrant(ctx, tx, g); err != nil {
		return err
	}
	return journal.Record(ctx, tx, by, day, access.GrantRole, "person:"+g.Person, g)
}

// overlaps reports whether there is a day on which both hold.
func (g Grant) overlaps(other Grant) bool {
	return (g.Until.IsZero() || other.From.Before(g.Until)) && (other.Until.IsZero() || g.From.Before(other.Until)) &&
		(g.Until.IsZero() || g.From.Before(g.Until))
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
