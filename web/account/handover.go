package account

import (
	"context"

	"github.com/a-h/templ"

	"thidua/account"
	"thidua/cluster"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// headed is what the page of a handover tells of the cluster that was chosen.
type headed struct {
	cluster.Cluster
	years   []cluster.Enrolled
	label   string
	members []cluster.Member
	people  map[string][]account.Person // officers and leaders by unit id
	heads   []cluster.Headship
}

func readHandOver(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	clusters, err := cluster.All(ctx, tx)
	if err != nil {
		return nil, err
	}
	var chosen headed
	if id := f.Value("cluster", v.Request().URL.Query().Get("cum")); id != "" {
		if chosen, err = readHeaded(ctx, tx, v, id, f.Value("label", v.Request().URL.Query().Get("nam"))); err != nil {
			return nil, err
		}
	}
	return handOverPage(v, clusters, chosen, f), nil
}

func readHeaded(ctx context.Context, tx *store.Tx, v work.Visit, id, label string) (h headed, err error) {
	if h.Cluster, err = cluster.ByID(ctx, tx, id); err != nil {
		return h, err
	}
	if h.years, err = cluster.EnrolledYears(ctx, tx, id); err != nil {
		return h, err
	}
	if h.heads, err = cluster.Headships(ctx, tx, id); err != nil {
		return h, err
	}
	for _, y := range h.years {
		if h.label == "" || y.Label == label {
			h.label = y.Label
		}
	}
	if h.label == "" {
		return h, nil
	}
	if h.members, err = cluster.Roster(ctx, tx, id, h.label); err != nil {
		return h, err
	}
	h.people = map[string][]account.Person{}
	for _, m := range h.members {
		if h.people[m.Unit], err = account.WorkFor(ctx, tx, m.Unit, v.Today); err != nil {
			return h, err
		}
	}
	return h, nil
}

func handOver(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	on, err := dayOf(f, "on")
	if err != nil {
		return work.Done{}, err
	}
	id := f.Get("cluster")
	return work.Done{To: handOverPath + "?cum=" + id, Say: ui.Words{Vietnamese: "Đã bàn giao trưởng cụm.", English: "The cluster is handed over."}},
		account.HandOver(ctx, tx, v.By, v.Today, cluster.Handover{Cluster: id, Label: f.Get("label"), Unit: f.Get("unit"), On: on, Document: f.Get("document")}, f.All("people"))
}
