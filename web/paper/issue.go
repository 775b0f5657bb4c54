package paper

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/paper"
	"thidua/refusal"
	"thidua/store"
	"thidua/template"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
	"thidua/yearbook"
)

// issuePart ends the address of the page on which a draft is issued.
const issuePart = "/ban-hanh"

var issuers = rolesOf(access.IssuePaper)

func rolesOf(act access.Act) []access.Role {
	rule, _ := access.Of(act)
	return rule.Roles
}

// issuing is a draft about to be issued.
type issuing struct {
	paper.Paper
	year yearbook.Year
	next int  // the number after the last of its series
	own  bool // in the locality's own template
}

// issuable reports whether papers of the kind are issued by themselves: a ballot
// paper is handed out, not issued.
func issuable(p paper.Paper) bool { return p.Kind != paper.BallotPaper }

func aboutToIssue(ctx context.Context, tx *store.Tx, v work.Visit) (d issuing, err error) {
	if d.year, err = yearbook.Load(ctx, tx, v.Season); err != nil {
		return d, err
	}
	if d.Paper, err = paper.Named(paper.Offers(d.year, v.Published()), v.Asked("file")); err != nil {
		return d, err
	}
	if !issuable(d.Paper) {
		return d, errNone
	}
	day := v.Today
	if known := d.DayKnown(); !known.IsZero() {
		day = known
	}
	if d.next, err = paper.Next(ctx, tx, d.Issuer, day.Year()); err != nil {
		return d, err
	}
	held, err := template.For(ctx, tx, v.Season.Cluster, d.Paper, v.Today)
	d.own = held.Own()
	return d, err
}

func askIssue(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	d, err := aboutToIssue(ctx, tx, v)
	return issuePage(v, f, d), err
}

// issue keeps the paper as the form numbers and dates it.
func issue(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	d, err := aboutToIssue(ctx, tx, v)
	if err != nil {
		return work.Done{}, err
	}
	number, day, err := asIssued(f, d.Paper)
	if err != nil {
		return work.Done{}, err
	}
	p, err := d.As(number, day, v.Today)
	if err != nil {
		return work.Done{}, err
	}
	p = stamped(p, f.Get(urgencyKey))
	held, err := template.For(ctx, tx, v.Season.Cluster, p, v.Today)
	if err != nil {
		return work.Done{}, err
	}
	ready, err := held.Issued()
	if err != nil {
		return work.Done{}, err
	}
	return work.Done{To: v.Lam(BookPart), Say: ui.Words{Vietnamese: "Đã ban hành: " + p.Title + ".", English: "Issued: " + p.Title + "."}},
		paper.IssueOne(ctx, tx, v.By, v.Today, v.Season, p, ready.Files)
}

// asIssued reads number and day as far as the paper asks for them.
func asIssued(f work.Form, p paper.Paper) (number int, day vi.Day, err error) {
	var dayErr, numberErr error
	if p.DayKnown().IsZero() {
		day, dayErr = f.Day("day")
	}
	if p.Numbered() {
		if number, numberErr = strconv.Atoi(strings.TrimSpace(f.Get("number"))); numberErr != nil {
			numberErr = refusal.Field("number", "Ghi số văn bản bằng chữ số, ví dụ 05.")
		}
	}
	return number, day, errors.Join(dayErr, numberErr)
}

// toIssue are drafts as links, with the page on which each is issued by those who
// may.
func toIssue(v work.Visit, holds template.Holds, papers []paper.Paper) []Link {
	links := Drafts(v.Lam("van-ban")+"/", holds, papers...)
	for i, p := range papers {
		if issuable(p) && slices.Contains(issuers, v.By.Role) {
			links[i].Issue = v.Lam("van-ban", p.File) + issuePart
		}
	}
	return links
}
