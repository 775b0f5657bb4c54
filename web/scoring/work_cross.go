package scoring

import (
	"context"
	"fmt"
	"net/url"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// JudgeDesk are the pages on which others than the unit score it, the
// standing body looks over the round, and the results are published.
var JudgeDesk = []work.Page{
	{Path: "/lam/{slug}/cham-cheo", Title: crossTitle, Who: crossers, Read: crossList},
	{Path: "/lam/{slug}/cham-cheo/{unit}", Title: crossTitle, Who: crossers, Read: readCross,
		Acts: map[string]work.Act{"luu": saveJudged(season.Cross), "gui": sendJudged(season.Cross), "hoi": askJudged(season.Cross)}},
	{Path: "/lam/{slug}/hoi-dap", Title: questionsTitle, Who: crossers, Read: questionsRead, Acts: map[string]work.Act{"tra-loi": answerQuestion}},
	{Path: "/lam/{slug}/phan-cong", Title: planTitle, Who: planners, Read: planRead, Acts: map[string]work.Act{"xac-nhan": confirmPlan}},
	{Path: "/lam/{slug}/xung-dot", Title: conflictTitle, Who: rolesOf(access.DeclareConflict), Read: conflictRead, Acts: map[string]work.Act{"khai": declareConflict, "het": endConflict}},
	{Path: "/lam/{slug}/tham-dinh", Title: appraiseTitle, Who: appraisers, Read: appraiseList, Acts: map[string]work.Act{"dong-y": agreeAll}},
	{Path: "/lam/{slug}/tham-dinh/{unit}", Title: appraiseTitle, Who: appraisers, Read: readAppraisal,
		Acts: map[string]work.Act{"luu": saveJudged(season.Appraised), "gui": sendJudged(season.Appraised), "hoi": askJudged(season.Appraised)}},
	{Path: "/lam/{slug}/doi-chieu", Title: reconcileTitle, Who: overseers, Keep: true, Read: matrixRead},
	{Path: "/lam/{slug}/doi-chieu/{unit}", Title: reconcileTitle, Who: readers, Read: reconcileRead},
	{Path: "/lam/{slug}/doi-chieu/{unit}/{criterion}", Title: reconcileWhyTitle, Who: readers, Read: reconcileWhy},
	{Path: "/lam/{slug}/thay-doi", Title: movesTitle, Who: overseers, Read: movesRead},
	{Path: "/lam/{slug}/co-bao", Title: flagsTitle, Who: []access.Role{access.StandingBody}, Read: flagsRead},
	{Path: "/lam/{slug}/cong-bo", Title: publishTitle, Who: publishers, Read: publishRead},
	{Path: "/lam/{slug}/cong-bo/xac-nhan", Title: publishTitle, Who: publishers, Read: publishConfirm, Acts: map[string]work.Act{"cong-bo": publishAct}},
}

var (
	crossers   = rolesOf(access.CrossScore)
	appraisers = rolesOf(access.Appraise)
	publishers = rolesOf(access.PublishResult)
	planners   = []access.Role{access.StandingBody, access.ClusterHead, access.ClusterDeputy, access.EmulationOfficer, access.Leader}
	overseers  = []access.Role{access.StandingBody, access.ClusterHead, access.ClusterDeputy, access.CouncilSecretary, access.CouncilMember, access.Decider}
	readers    = append([]access.Role{access.EmulationOfficer, access.Leader}, overseers...)
	crossTitle = ui.Words{Vietnamese: "Chấm chéo", English: "Cross-scoring"}
)

// rolesOf are the roles the permission matrix lets do the act.
func rolesOf(act access.Act) []access.Role {
	rule, _ := access.Of(act)
	return rule.Roles
}

// see reads the year as the visitor may see it.
func see(ctx context.Context, tx *store.Tx, v work.Visit) (scoring.Seen, error) {
	return scoring.See(ctx, tx, v.By, v.Season, v.Members, v.Today)
}

// back is the address of a working page that knows the way back to this one.
func back(v work.Visit, parts ...string) string {
	return v.Lam(parts...) + "?ve=" + url.QueryEscape(v.HereAgain())
}

// judging is one unit on the list of those the visitor is to score.
type judging struct {
	Unit, Name string
	Fields     string // the groups assigned; empty for the whole sheet
	Own        scoring.Sheet
	Begun      bool // the visitor's sheet on it exists
	Ready      bool // its self-scoring sheet can be seen
	Sample     bool
}

// state is where the visitor's sheet on the unit stands, in words.
func (j judging) state() string {
	switch {
	case j.Own.State == scoring.Submitted:
		return "Đã gửi ngày " + j.Own.On.Short()
	case !j.Ready:
		return "Chưa xem được phiếu tự chấm"
	case j.Begun:
		return "Đang chấm, chưa gửi"
	}
	return "Chưa chấm"
}

func (j judging) tone() ui.Tone {
	switch {
	case j.Own.State == scoring.Submitted:
		return ui.Done
	case j.Ready:
		return ui.Due
	}
	return ui.Plain
}

// crossList lists the units the visitor's unit scores.
func crossList(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	seen, err := see(ctx, tx, v)
	if err != nil {
		return nil, err
	}
	questions, err := scoring.Questions(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	var rows []judging
	if seen.Plan.Confirmed() {
		for _, a := range seen.Plan.Of(v.By.Unit) {
			rows = append(rows, judgingOf(v, seen, a, season.Cross))
		}
	}
	view := judgingTable(v, "cham-cheo").Of(v.Here(), rows)
	if view.Excel() {
		return view.File(v.Name(), remarksOf(v.Season)...), nil
	}
	asked := 0
	for _, q := range scoring.VisibleQuestions(v.By, v.Season, seen.Conflicts, questions) {
		if q.Unit == v.By.Unit && q.Answer == "" {
			asked++
		}
	}
	return crossListPage(v, seen, view, asked), nil
}

func judgingOf(v work.Visit, seen scoring.Seen, a scoring.Assignment, stage season.Stage) judging {
	j := judging{Unit: a.Unit, Name: v.Unit(a.Unit), Fields: fieldNames(a.Groups)}
	self, ready := seen.Head(a.Unit, season.Self, a.Unit)
	j.Ready, j.Sample = ready, self.Sample
	j.Own, j.Begun = seen.Head(a.Unit, stage, v.By.Unit)
	return j
}

func fieldNames(groups []string) string {
	words := ""
	for i, g := range groups {
		if i > 0 {
			words += ", "
		}
		words += g
	}
	return words
}

func judgingTable(v work.Visit, page string) list.Table[judging] {
	return list.Table[judging]{
		Name: ui.Words{Vietnamese: "Đơn vị phải chấm", English: "Units to score"}, File: page,
		Empty: ui.Words{Vietnamese: "Chưa có đơn vị nào để chấm.", English: "No unit to score yet."},
		Columns: []list.Column[judging]{
			{Key: "don-vi", Words: ui.Words{Vietnamese: "Đơn vị", English: "Unit"}, Width: 28, Text: func(j judging) string { return j.Name },
				Cell: func(j judging) templ.Component { return judgingLink(v, page, j) }},
			{Key: "linh-vuc", Words: ui.Words{Vietnamese: "Phần chấm", English: "Part"}, Text: func(j judging) string {
				if j.Fields == "" {
					return "Cả phiếu"
				}
				return "Nhóm " + j.Fields
			}},
			{Key: "trang-thai", Words: ui.Words{Vietnamese: "Phiếu của tôi", English: "My sheet"}, Width: 30, Text: judging.state,
				Cell: func(j judging) templ.Component { return ui.Tag(j.tone(), j.state()) }},
		},
	}
}

func remarksOf(s season.Season) []string { return remarksIf(s.Sample) }

// remarksIf is the line of an Excel file whose figures no source gives.
func remarksIf(sample bool) []string {
	if sample {
		return []string{"Số liệu minh họa"}
	}
	return nil
}

// whyNotYet says in a sentence why nothing can be cross-scored; empty when it
// can.
func whyNotYet(v work.Visit, seen scoring.Seen) string {
	self, own := seen.Head(v.By.Unit, season.Self, v.By.Unit)
	span, stated := v.Season.Calendar.Of(season.CrossScoring)
	switch {
	case !seen.Plan.Confirmed():
		return "Chưa có phân công chấm chéo được xác nhận."
	case v.Season.Phase.Index() < season.CrossScoring.Index() && stated && !span.From.IsZero():
		return fmt.Sprintf("Chấm chéo chưa mở; theo lịch mở từ %s.", span.From.Short())
	case v.Season.Phase.Index() < season.CrossScoring.Index():
		return "Chấm chéo chưa mở."
	case v.Season.Phase != season.CrossScoring:
		return "Chấm chéo đã kết thúc."
	case !own || self.State != scoring.Submitted:
		return "Đơn vị phải nộp phiếu tự chấm của mình trước, rồi mới xem và chấm được đơn vị khác."
	}
	return ""
}
