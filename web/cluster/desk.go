// Package cluster sets the pages of the clusters: the list of those one works
// for, each with its years, how one is set up, and who its members are in a
// year.
package cluster

import (
	"context"
	"net/url"

	"thidua/access"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// readers see clusters; only a standing body sets its own up (access.SetUpCluster).
var (
	readers = []access.Role{access.StandingBody, access.Admin, access.Inspector}
	bodies  = []access.Role{access.StandingBody}
)

// Desk are the working pages of the clusters.
var Desk = []work.Page{
	{Path: "/cum", Title: ui.Words{Vietnamese: "Cụm, khối thi đua", English: "Clusters"}, Who: readers, Read: clusters},
	{Path: "/cum/lap", Title: ui.Words{Vietnamese: "Lập cụm, khối thi đua", English: "Set up a cluster"}, Who: bodies, Read: setUpPage, Acts: map[string]work.Act{"lap": setUp}},
	{Path: "/cum/{cum}", Title: ui.Words{Vietnamese: "Cụm thi đua", English: "Cluster"}, Who: readers, Read: one},
	{Path: "/cum/{cum}/sua", Title: ui.Words{Vietnamese: "Sửa thông tin cụm", English: "Correct a cluster"}, Who: bodies, Read: amendPage, Acts: map[string]work.Act{"sua": amend}},
	{Path: "/cum/{cum}/thanh-vien", Title: ui.Words{Vietnamese: "Thành viên của năm khác", English: "Members of another year"}, Who: bodies, Read: yearPage, Acts: map[string]work.Act{"chon": chooseYear}},
	{Path: "/cum/{cum}/thanh-vien/{nam}", Title: ui.Words{Vietnamese: "Thành viên của cụm", English: "Members"}, Who: bodies, Read: rosterPage, Acts: map[string]work.Act{"ghi": enrol}},
}

func address(id string, parts ...string) string {
	a := "/cum/" + url.PathEscape(id)
	for _, p := range parts {
		a += "/" + url.PathEscape(p)
	}
	return a
}

// asked is the cluster of the address, to whoever may see it.
func asked(ctx context.Context, tx *store.Tx, v work.Visit) (cluster.Cluster, error) {
	c, err := cluster.ByID(ctx, tx, v.Asked("cum"))
	if err == nil && !sees(v, c) {
		err = refusal.New(refusal.NotFound, "Không có cụm thi đua này.")
	}
	return c, err
}

// mine is the cluster of the address and who acts for it.
func mine(ctx context.Context, tx *store.Tx, v work.Visit) (cluster.Cluster, access.Actor, error) {
	c, err := cluster.ByID(ctx, tx, v.Asked("cum"))
	if err != nil {
		return c, access.Actor{}, err
	}
	by, err := v.For(c, bodies...)
	return c, by, err
}

// sees reports whether the reader may know of the cluster: its standing body,
// the administrator and the inspector do.
func sees(v work.Visit, c cluster.Cluster) bool {
	_, err := v.For(c, bodies...)
	return err == nil || v.Holds(access.Admin, access.Inspector)
}

func runs(v work.Visit, c cluster.Cluster) bool {
	_, err := v.For(c, bodies...)
	return err == nil
}
