package cluster

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"thidua/account"
	"thidua/cluster"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

func setUpPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	body, err := ownBody(ctx, tx, v.Grant)
	if err != nil {
		return nil, err
	}
	return setUpForm(v, f, body), nil
}

// ownBody is the unit whose standing body the capacity is; zero for one that is
// not bound to a unit.
func ownBody(ctx context.Context, tx *store.Tx, g account.Grant) (org.Unit, error) {
	if g.Unit == "" {
		return org.Unit{}, nil
	}
	return org.ByID(ctx, tx, g.Unit, vi.Day{})
}

// setUp records a cluster. Whoever stands for one body sets up its clusters
// only; a capacity for a single cluster sets up none.
func setUp(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c := typed(f, cluster.Cluster{})
	body, err := ownBody(ctx, tx, v.Grant)
	if err != nil {
		return work.Done{}, err
	}
	if c.StandingBody = body.ID; body.ID == "" && strings.TrimSpace(f.Get("standing_body")) != "" {
		named, err := org.Named(ctx, tx, "standing_body", f.Get("standing_body"), v.Today)
		if err != nil {
			return work.Done{}, err
		}
		c.StandingBody = named.ID
	}
	if !v.Grant.Reaches(account.Reach{StandingBody: c.StandingBody}) {
		return work.Done{}, refusal.By("cluster", "Đồng chí chỉ làm việc cho một cụm, không lập cụm khác.")
	}
	id, err := cluster.SetUp(ctx, tx, v.By, v.Today, c)
	return work.Done{To: address(id), Say: ui.Words{Vietnamese: "Đã lập cụm. Tiếp theo: ghi thành viên rồi mở năm thi đua.", English: "The cluster is set up. Next: its members, then its year."}}, err
}

// typed is the cluster with what the form says of it.
func typed(f work.Form, c cluster.Cluster) cluster.Cluster {
	c.Name, c.Kind, c.Level = f.Get("name"), cluster.Kind(f.Get("kind")), f.Get("level")
	c.Province, c.Organisation, c.About = f.Get("province"), f.Get("organisation"), f.Get("about")
	return c
}

func amendPage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	c, _, err := mine(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	return amendForm(v, f, c), nil
}

func amend(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	c, by, err := mine(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	err = cluster.Amend(ctx, tx, by, v.Today, typed(f, c))
	return work.Done{To: address(c.ID), Say: ui.Words{Vietnamese: "Đã sửa thông tin cụm.", English: "Corrected."}}, err
}
