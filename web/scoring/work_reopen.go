package scoring

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/cluster"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/vi"
	"thidua/web/ui"
	"thidua/web/work"
)

var reopenTitle = ui.Words{Vietnamese: "Mở lại tiêu chí", English: "Reopening"}

// reopenPages are where the standing body and the head let a unit change
// criteria of its sheet once more.
var reopenPages = []work.Page{
	{Path: "/lam/{slug}/mo-lai", Title: reopenTitle, Who: rolesFor(access.ReopenSheet), Read: reopenList},
	{Path: "/lam/{slug}/mo-lai/{unit}", Title: reopenTitle, Who: rolesFor(access.ReopenSheet), Read: reopenRead, Acts: map[string]work.Act{"mo-lai": reopenAct}},
}

// rolesFor are the roles that the permission matrix lets do the act.
func rolesFor(act access.Act) []access.Role {
	rule, _ := access.Of(act)
	return rule.Roles
}

// reopenList lists the members whose sheets the visitor may reopen.
func reopenList(_ context.Context, _ *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	var members []cluster.Member
	for _, m := range v.Members {
		if season.Permit(v.By, access.ReopenSheet, m.Unit, v.Season) == nil {
			members = append(members, m)
		}
	}
	return reopenListPage(v, members), nil
}

// reopenView is one unit's sheet as whoever may reopen it sees it: its criteria
// and what was reopened, no marks.
type reopenView struct {
	work.Visit
	Member cluster.Member
	Rules  season.Rules
	Sheet  scoring.SelfSheet
	Form   work.Form
}

func reopenRead(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p := reopenView{Visit: v, Form: f}
	var err error
	if p.Member, err = v.MemberAsked(); err != nil {
		return nil, err
	}
	if err := access.Check(v.By, access.ReopenSheet, p.Member.Unit); err != nil {
		return nil, err
	}
	if p.Rules, err = scoring.RulesOf(ctx, tx, v.Season.ID); err != nil {
		return nil, err
	}
	p.Sheet, err = scoring.SelfSheetOf(ctx, tx, v.Season.ID, p.Member.Unit)
	return reopenPage(p), err
}

func reopenAct(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	m, err := v.MemberAsked()
	if err != nil {
		return work.Done{}, err
	}
	turn, err := turnOf(f)
	if err != nil {
		return work.Done{}, err
	}
	until, err := vi.ParseDay(f.Get("until"))
	var wrong *vi.InputError
	if errors.As(err, &wrong) && f.Get("until") != "" {
		return work.Done{}, refusal.Field("until", wrong.Sentence)
	}
	o := scoring.Opening{Criteria: f.All("criteria"), Reason: f.Get("reason"), Until: until}
	if err := scoring.ReopenSelf(ctx, tx, v.By, v.Today, v.Season.ID, m.Unit, turn, o); err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã mở lại cho " + m.Name + ".", English: "Reopened for " + m.Name + "."}}, nil
}

// ticked reports whether the criterion is chosen to be reopened.
func (p reopenView) ticked(code string) bool { return slices.Contains(p.Form.All("criteria"), code) }

// turn is the sheet's turn that the form is read in.
func (p reopenView) turn() string {
	return p.Form.Value("turn", strconv.FormatInt(p.Sheet.Turn, 10))
}
