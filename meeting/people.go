package meeting

import (
	"context"
	"slices"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
)

// Signer is somebody who may chair a conference of the year or write it down.
type Signer struct {
	Person string // person id
	Name   string
	Post   string      // chức vụ, may be empty
	Role   access.Role // the first capacity that lets them
	Unit   string      // unit id of that capacity; may be empty
}

// Signers are the people at work in the year on the day whose capacity may sign
// minutes, by name, each once.
func Signers(ctx context.Context, tx *store.Tx, s season.Season, day vi.Day) (all []Signer, err error) {
	reach, err := reachOf(ctx, tx, s)
	if err != nil {
		return nil, err
	}
	type holding struct {
		Signer
		cluster string
	}
	rows, err := store.All(ctx, tx, func(h *holding) []any { return []any{&h.Person, &h.Name, &h.Post, &h.Role, &h.Unit, &h.cluster} },
		`SELECT p.id, p.name, p.post, g.role, COALESCE(g.unit_id, ''), COALESCE(g.cluster_id, '') FROM role_grant g
		JOIN person p ON p.id = g.person_id AND p.state = 'active'
		WHERE g.from_day <= $1 AND (g.until_day = '' OR g.until_day > $2) ORDER BY p.sort_key, p.id, g.id`, day, day)
	for _, h := range rows {
		g := account.Grant{Role: h.Role, Unit: h.Unit, Cluster: h.cluster}
		known := slices.ContainsFunc(all, func(x Signer) bool { return x.Person == h.Person })
		if !known && g.Reaches(reach) && access.Check(g.Actor(account.Person{ID: h.Person}, s.Cluster), access.SignMinutes, "") == nil {
			all = append(all, h.Signer)
		}
	}
	return all, err
}

func reachOf(ctx context.Context, tx *store.Tx, s season.Season) (account.Reach, error) {
	home, err := cluster.ByID(ctx, tx, s.Cluster)
	if err != nil {
		return account.Reach{}, err
	}
	roster, err := cluster.Roster(ctx, tx, s.Cluster, s.Label)
	reach := account.Reach{Cluster: s.Cluster, StandingBody: home.StandingBody}
	for _, m := range roster {
		reach.Members = append(reach.Members, m.Unit)
	}
	return reach, err
}

// checkPeople refuses one person as chair and secretary both, and anybody who
// does not work for the year. It names the two in words where nobody did.
func (c *Conference) checkPeople(ctx context.Context, tx *store.Tx, s season.Season, day vi.Day) error {
	if c.ChairPerson == "" && c.SecretaryPerson == "" {
		return nil
	}
	if c.ChairPerson == c.SecretaryPerson {
		return refusal.Field("secretary_person", "Thư ký phải là người khác chủ tọa: biên bản cần hai chữ ký của hai người.")
	}
	known, err := Signers(ctx, tx, s, day)
	if err != nil {
		return err
	}
	for _, x := range []struct {
		person, field string
		words         *string
	}{{c.ChairPerson, "chair_person", &c.Chair}, {c.SecretaryPerson, "secretary_person", &c.Secretary}} {
		i := slices.IndexFunc(known, func(k Signer) bool { return k.Person == x.person })
		switch {
		case x.person == "":
		case i < 0:
			return refusal.Field(x.field, "Người này không làm việc cho cụm trong năm.")
		case *x.words == "":
			*x.words = joined(known[i].Name, known[i].Post)
		}
	}
	return nil
}
