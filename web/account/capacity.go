package account

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/account"
	"thidua/cluster"
	"thidua/org"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// dayOf reads a day as typed; the zero day when the field is empty.
func dayOf(f work.Form, field string) (vi.Day, error) {
	if strings.TrimSpace(f.Get(field)) == "" {
		return vi.Day{}, nil
	}
	day, err := vi.ParseDay(f.Get(field))
	if err != nil {
		return vi.Day{}, refusal.Field(field, err.Error())
	}
	return day, nil
}

// lastDay reads the last day on which something holds, and returns the first on
// which it no longer does.
func lastDay(f work.Form, field string) (vi.Day, error) {
	day, err := dayOf(f, field)
	if err != nil || day.IsZero() {
		return day, err
	}
	return day.AddDays(1), nil
}

// unitOf finds the unit that was typed by its code or its name.
func unitOf(ctx context.Context, tx *store.Tx, typed string, today vi.Day) (string, error) {
	typed = vi.Clean(typed)
	if typed == "" {
		return "", nil
	}
	if u, err := org.ByCode(ctx, tx, typed, today); err == nil {
		return u.ID, nil
	} else if !refusal.Is(err, refusal.NotFound) {
		return "", err
	}
	found, err := org.Find(ctx, tx, typed, today)
	switch {
	case err != nil:
		return "", err
	case len(found) == 0:
		return "", refusal.Field("unit", fmt.Sprintf("Không có đơn vị nào tên hoặc mã là “%s”.", typed))
	case len(found) > 1:
		var names []string
		for _, u := range found[:min(len(found), 5)] {
			names = append(names, u.Name+" (mã "+u.Code+")")
		}
		return "", refusal.Field("unit", "Nhiều đơn vị cùng tên; xin gõ mã: "+strings.Join(names, ", ")+".")
	}
	return found[0].ID, nil
}

func readGive(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p, err := account.ByID(ctx, tx, v.Asked("id"))
	if err != nil {
		return nil, err
	}
	clusters, err := cluster.All(ctx, tx)
	return givePage(v, p, clusters, f), err
}

func giveGrant(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	from, badFrom := dayOf(f, "from")
	until, badUntil := lastDay(f, "until")
	unit, badUnit := unitOf(ctx, tx, f.Get("unit"), v.Today)
	document := f.Get("document")
	if err := errors.Join(badFrom, badUntil, badUnit, refusal.Texts(refusal.Text{Field: "document", Value: &document})); err != nil {
		return work.Done{}, err
	}
	if from.IsZero() {
		from = v.Today
	}
	person := v.Asked("id")
	_, err := account.Give(ctx, tx, v.By, v.Today, account.Grant{Person: person, Role: access.Role(f.Get("role")), Unit: unit,
		Cluster: f.Get("cluster"), From: from, Until: until, Document: document})
	return work.Done{To: peoplePath + "/" + person, Say: ui.Words{Vietnamese: "Đã giao vai trò.", English: "The capacity is given."}}, err
}

func revokeGrant(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	until, err := lastDay(f, "last")
	if err != nil {
		return work.Done{}, err
	}
	if until.IsZero() {
		until = v.Today
	}
	g, err := account.GrantByID(ctx, tx, f.Get("grant"))
	if err != nil {
		return work.Done{}, err
	}
	if g.Person != v.Asked("id") {
		return work.Done{}, refusal.New(refusal.NotFound, "Không có vai trò này.")
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã thu hồi vai trò.", English: "The capacity is revoked."}},
		account.Revoke(ctx, tx, v.By, v.Today, g.ID, until)
}

func readAppoint(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	g, err := account.GrantByID(ctx, tx, v.Asked("id"))
	if err != nil {
		return nil, err
	}
	holder, err := account.ByID(ctx, tx, g.Person)
	if err != nil {
		return nil, err
	}
	all, err := account.Everyone(ctx, tx)
	return appointPage(v, g, holder, all, f), err
}

func appoint(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	from, badFrom := dayOf(f, "from")
	until, badUntil := lastDay(f, "until")
	document := f.Get("document")
	if err := errors.Join(badFrom, badUntil, refusal.Texts(refusal.Text{Field: "document", Value: &document})); err != nil {
		return work.Done{}, err
	}
	_, err := account.Appoint(ctx, tx, v.By, v.Today, account.StandIn{Grant: v.Asked("id"), Person: f.Get("person"), How: account.How(f.Get("how")),
		From: from, Until: until, Document: document})
	return work.Done{To: peoplePath + "/" + f.Get("person"), Say: ui.Words{Vietnamese: "Đã giao người làm thay.", English: "The stand-in is appointed."}}, err
}
