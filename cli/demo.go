package cli

import (
	"context"
	"strings"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/season"
	"thidua/seasonfile"
	"thidua/store"
	"thidua/vi"
)

// demoLink sits somebody down at one desk of the demonstration.
type demoLink struct{ role, path string }

// desk is somebody in the demonstration: a post, not a person, and tagged as
// illustrative wherever it shows.
type desk struct {
	login, name string
	grant       account.Grant
	shown       bool // its link is printed: one for each role
}

// demoLinks seats the demonstration's people, once, and makes a link for each
// role.
func demoLinks(con console, db *store.DB) (links []demoLink, err error) {
	err = db.Write(con, func(tx *store.Tx) error {
		links = nil
		day := vi.DayOf(tx.Now.Time)
		desks, err := demoDesks(con, tx)
		if err != nil {
			return err
		}
		for _, d := range desks {
			person, err := d.enter(con, tx, day)
			if err != nil {
				return err
			}
			if !d.shown {
				continue
			}
			token, err := account.DemoLink(con, tx, operator, day, person)
			if err != nil {
				return err
			}
			links = append(links, demoLink{d.grant.Role.Label(), account.LinkPath + token})
		}
		return nil
	})
	return links, err
}

// enter puts the desk's person on record, unless an earlier run did, and returns
// their id.
func (d desk) enter(ctx context.Context, tx *store.Tx, day vi.Day) (string, error) {
	p, err := account.ByLogin(ctx, tx, d.login)
	if !refusal.Is(err, refusal.NotFound) {
		return p.ID, err
	}
	id, err := account.Enter(ctx, tx, operator, day, account.Person{Name: d.name, Login: d.login, Sample: true})
	if err != nil {
		return "", err
	}
	d.grant.Person = id
	_, err = account.Give(ctx, tx, operator, day, d.grant)
	return id, err
}

// demoDesks are the desks of the year: an officer and a leader for each member,
// the head and the deputy, three of the standing body (whose duties lie in
// different hands), the council, and those who keep the system.
func demoDesks(ctx context.Context, tx *store.Tx) ([]desk, error) {
	s, err := season.BySlug(ctx, tx, seasonfile.Demo)
	if err != nil {
		return nil, err
	}
	c, err := cluster.ByID(ctx, tx, s.Cluster)
	if err != nil {
		return nil, err
	}
	members, err := cluster.Roster(ctx, tx, s.Cluster, s.Label)
	if err != nil {
		return nil, err
	}
	var all []desk
	for i, m := range members {
		short := strings.ReplaceAll(vi.Fold(m.ShortName), " ", "")
		unit := strings.ToLower(m.Name[:1]) + m.Name[1:]
		all = append(all, desk{"canbo." + short, "Cán bộ TĐKT " + unit, account.Grant{Role: access.EmulationOfficer, Unit: m.Unit}, i == 0},
			desk{"lanhdao." + short, "Lãnh đạo " + unit, account.Grant{Role: access.Leader, Unit: m.Unit}, i == 0})
		switch m.Role {
		case cluster.Head:
			all = append(all, desk{"truongcum", "Trưởng cụm, " + unit, account.Grant{Role: access.ClusterHead, Unit: m.Unit, Cluster: c.ID}, true})
		case cluster.Deputy:
			all = append(all, desk{"photruongcum", "Phó trưởng cụm, " + unit, account.Grant{Role: access.ClusterDeputy, Unit: m.Unit, Cluster: c.ID}, true})
		}
	}
	for i, n := range []string{"1", "2", "3"} {
		all = append(all, desk{"thuongtruc." + n, "Chuyên viên cơ quan thường trực (" + n + ")", account.Grant{Role: access.StandingBody, Unit: c.StandingBody}, i == 0})
	}
	return append(all,
		desk{"uyvien", "Ủy viên Hội đồng TĐKT", account.Grant{Role: access.CouncilMember}, true},
		desk{"thuky", "Thư ký Hội đồng TĐKT", account.Grant{Role: access.CouncilSecretary}, true},
		desk{"quyetdinh", "Người có thẩm quyền quyết định", account.Grant{Role: access.Decider}, true},
		desk{"quantri", "Quản trị", account.Grant{Role: access.Admin}, true},
		desk{"thanhtra", "Thanh tra, kiểm tra", account.Grant{Role: access.Inspector}, true}), nil
}
