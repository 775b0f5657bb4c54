// Package council shows the Council for Emulation and Commendation at work: who
// sits on it, its meetings, the ballot on each dossier, and the decisions.
package council

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"thidua/access"
	"thidua/council"
	"thidua/exact"
	"thidua/refusal"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

// readers may open the council's pages.
var readers = []access.Role{access.StandingBody, access.CouncilSecretary, access.CouncilMember, access.Decider}

// Desk are the working pages of the council.
var Desk = []work.Page{
	{Path: "/hoi-dong", Title: ui.Words{Vietnamese: "Hội đồng Thi đua - Khen thưởng", English: "Councils"}, Who: readers, Read: councils, Acts: map[string]work.Act{"lap": found}},
	{Path: "/hoi-dong/{council}", Title: ui.Words{Vietnamese: "Hội đồng", English: "Council"}, Who: readers, Read: one,
		Acts: map[string]work.Act{"trieu-tap": call, "quy-che": changeRules}},
	{Path: "/hoi-dong/{council}/kien-toan", Title: ui.Words{Vietnamese: "Kiện toàn Hội đồng", English: "Renew the council"}, Who: rolesOf(access.EstablishCouncil),
		Read: renewal, Acts: map[string]work.Act{"ghi": establish}},
	{Path: "/hoi-dong/{council}/cuoc-hop/{meeting}", Title: ui.Words{Vietnamese: "Cuộc họp của Hội đồng", English: "Meeting of the council"}, Who: readers, Read: meeting,
		Acts: map[string]work.Act{"dua-vao": putOn, "dua-ra": takeOff, "diem-danh": roll, "xung-dot": declare, "mo": open, "dem": count,
			"ket-thuc": end, "ghi-lai": carry, "huy": cancel, "co-so-co": flagBase, "quyet-dinh": draw, "thong-bao": refuse}},
	{Path: "/hoi-dong/{council}/cuoc-hop/{meeting}/van-ban/{file}", Title: ui.Words{Vietnamese: "Văn bản của cuộc họp", English: "Papers of the meeting"}, Who: readers, Read: readPaper},
}

func rolesOf(act access.Act) []access.Role {
	rule, _ := access.Of(act)
	return rule.Roles
}

// capacity is the first of the reader's capacities in which they may do the act
// for a council; without any it is the one they act in, whose refusal tells why.
func capacity(v work.Visit, act access.Act) (access.Actor, bool) {
	if access.Check(v.By, act, "") == nil && v.By.Cluster == "" {
		return v.By, true
	}
	for _, g := range v.Grants {
		if by := g.Actor(v.Person, ""); access.Check(by, act, "") == nil && by.Cluster == "" {
			return by, true
		}
	}
	return v.By, false
}

// reaches reports whether the reader works for the council: in a capacity that
// is bound to no cluster, and to no other standing body.
func reaches(v work.Visit, c council.Council) bool {
	for _, g := range v.Grants {
		if slices.Contains(readers, g.Role) && g.Cluster == "" && (g.Unit == "" || c.Body == "" || g.Unit == c.Body) {
			return true
		}
	}
	return false
}

// councilOf is the council of the address; one out of reach is as if it were
// not there.
func councilOf(ctx context.Context, tx *store.Tx, v work.Visit) (council.Council, error) {
	c, err := council.ByID(ctx, tx, v.Asked("council"))
	if err == nil && !reaches(v, c) {
		return council.Council{}, refusal.New(refusal.NotFound, "Không có Hội đồng này.")
	}
	return c, err
}

// bodyOf is the standing body the reader works for; empty when bound to none.
func bodyOf(v work.Visit) string {
	for _, g := range v.Grants {
		if g.Role == access.StandingBody && g.Unit != "" {
			return g.Unit
		}
	}
	return ""
}

// integer reads a count; nil when the field was left empty.
func integer(f work.Form, name string) (*int, error) {
	text := strings.ReplaceAll(vi.Clean(f.Get(name)), ".", "")
	if text == "" {
		return nil, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return nil, refusal.Field(name, "Ghi một số nguyên, ví dụ 15.")
	}
	return &n, nil
}

// share reads a share as people write it: "80", "80 %" or "2/3".
func share(f work.Form, name string) (exact.Number, error) {
	text := strings.TrimSpace(strings.TrimSuffix(vi.Clean(f.Get(name)), "%"))
	if text == "" {
		return exact.Number{}, nil
	}
	wrong := refusal.Field(name, "Ghi tỷ lệ phần trăm, ví dụ 80, hoặc phân số, ví dụ 2/3.")
	if over, under, ok := strings.Cut(text, "/"); ok {
		a, err := strconv.ParseInt(strings.TrimSpace(over), 10, 32)
		b, err2 := strconv.ParseInt(strings.TrimSpace(under), 10, 32)
		if errors.Join(err, err2) != nil || b <= 0 {
			return exact.Number{}, wrong
		}
		return exact.Ratio(a, b), nil
	}
	n, err := vi.ParseNumber(text)
	if err != nil {
		return exact.Number{}, wrong
	}
	return exact.Of(n).Quo(exact.Int(100)), nil
}

// field is a form's field with what was typed into that act's form.
func field(f work.Form, act, name, label, recorded string) ui.Field {
	if f.Get("viec") != act {
		return ui.Field{Name: name, Label: label, Value: recorded}
	}
	return ui.Field{Name: name, Label: label, Value: f.Value(name, recorded), Error: f.Err(name)}
}

func required(f ui.Field) ui.Field { f.Required = true; return f }

func narrow(f ui.Field) ui.Field { f.Narrow = true; return f }

func hinted(f ui.Field, hint string) ui.Field { f.Hint = hint; return f }

func has(all []string, one string) bool { return slices.Contains(all, one) }
