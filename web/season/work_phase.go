package season

import (
	"context"
	"fmt"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/meeting"
	"thidua/movement"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/target"
	"thidua/web/ui"
	"thidua/web/work"
)

// need is one thing that a step of the year leaves behind: how much of it there
// is. Counts only; whose is missing stands on its own page.
type need struct {
	What ui.Words
	Have int
	Of   int    // 0 = not so many, just some
	To   string // the page about it; may be empty
}

// Done reports whether nothing is missing.
func (n need) Done() bool { return n.Have > 0 && n.Have >= n.Of }

// Count prints "3/5", or "3".
func (n need) Count() string {
	if n.Of == 0 {
		return fmt.Sprint(n.Have)
	}
	return fmt.Sprintf("%d/%d", n.Have, n.Of)
}

// phases is what the page of the next step shows.
type phases struct {
	Steps []season.Transition // from here
	Needs []need
	Blind bool // its reader speaks for a competing unit and is not told how many sheets others sent
}

func phasePage(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p := phases{Blind: !v.Has(access.StandingBody)}
	for _, t := range season.Transitions {
		if t.From == v.Season.Phase {
			p.Steps = append(p.Steps, t)
		}
	}
	var err error
	if p.Needs, err = needsOf(ctx, tx, v, p.Blind); err != nil {
		return nil, err
	}
	return phaseForm(v, f, p), nil
}

// movePhase takes the year on from the step that the page showed.
func movePhase(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	if f.Get("from") != string(v.Season.Phase) {
		return work.Done{}, refusal.New(refusal.Conflict, fmt.Sprintf("Có người vừa chuyển bước: năm thi đua nay ở bước “%s”. Chưa ghi gì.", v.Season.Phase.Label()))
	}
	t, known := season.Step(v.Season.Phase, f.Get("act"))
	if !known {
		return work.Done{}, refusal.Field("act", "Chọn bước chuyển đến.")
	}
	if err := season.Move(ctx, tx, v.By, v.Today, v.Season.ID, t.Act); err != nil {
		return work.Done{}, err
	}
	return work.Done{To: v.Lam("thiet-lap"), Say: words(fmt.Sprintf("Đã chuyển sang bước “%s”.", t.To.Label()), "The year has moved on.")}, nil
}

// needsOf counts what the present step leaves behind.
func needsOf(ctx context.Context, tx *store.Tx, v work.Visit, blind bool) ([]need, error) {
	switch v.Season.Phase {
	case season.SetUp:
		return setUpNeeds(ctx, tx, v)
	case season.Pledging:
		return pledgeNeeds(ctx, tx, v)
	case season.Work, season.InterimReview:
		return workNeeds(ctx, tx, v)
	case season.SelfScoring, season.CrossScoring, season.Appraisal:
		if blind {
			return nil, nil
		}
		return sheetNeeds(ctx, tx, v)
	case season.Conferring:
		held, err := meeting.OfSeason(ctx, tx, v.Season.ID)
		return []need{{words("Hội nghị đã ghi", "Conferences on record"), len(held), 0, v.Lam("hoi-nghi")}}, err
	}
	return nil, nil
}

func setUpNeeds(ctx context.Context, tx *store.Tx, v work.Visit) ([]need, error) {
	rules, err := season.RulesOf(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	signed, dates := 0, 0
	if rules.Version > 0 {
		signed = 1
	}
	for _, s := range v.Season.Calendar {
		if !s.To.IsZero() {
			dates++
		}
	}
	return []need{
		{words("Thành viên", "Members"), len(v.Members), v.Season.Members(len(v.Members)), roster(v)},
		{words("Trưởng cụm", "Head"), headsOf(v), 1, roster(v)},
		{words("Bộ quy tắc đã ký", "Signed rules"), signed, 1, criteria(v)},
		{words("Bước đã định hạn", "Steps with a deadline"), dates, 0, v.Lam("lich")},
	}, nil
}

func headsOf(v work.Visit) (n int) {
	for _, m := range v.Members {
		if m.Role == "head" {
			n++
		}
	}
	return n
}

func pledgeNeeds(ctx context.Context, tx *store.Tx, v work.Visit) ([]need, error) {
	registered, err := season.Registrations(ctx, tx, v.Season.ID)
	return []need{
		{words("Đơn vị ký giao ước", "Units that signed the pledge"), len(v.Season.Pledge.Units), len(v.Members), v.Lam("giao-uoc")},
		{words("Đơn vị đăng ký thi đua", "Units that registered"), len(registered), len(v.Members), v.Lam("dang-ky")},
	}, err
}

func workNeeds(ctx context.Context, tx *store.Tx, v work.Visit) ([]need, error) {
	movements, err := movement.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	answered := 0
	for _, m := range movements {
		answered += len(m.Responses)
	}
	indicators, err := target.OfSeason(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	targets := 0
	for _, i := range indicators {
		targets += len(i.Targets)
	}
	return []need{
		{words("Phong trào đã phát động", "Movements launched"), len(movements), 0, v.Lam("phong-trao")},
		{words("Lượt hưởng ứng phong trào", "Responses"), answered, len(movements) * len(v.Members), v.Lam("phong-trao")},
		{words("Chỉ tiêu đã giao cho đơn vị", "Targets assigned"), targets, len(indicators) * len(v.Members), v.Lam("chi-tieu")},
	}, nil
}

// sheetNeeds counts the sheets that were sent, as far as the reader may see
// them.
func sheetNeeds(ctx context.Context, tx *store.Tx, v work.Visit) ([]need, error) {
	sheets, err := scoring.VisibleSheets(ctx, tx, v.By, v.Season, v.Today)
	if err != nil {
		return nil, err
	}
	plan, err := scoring.PlanOf(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	sent := map[season.Stage]int{}
	for _, s := range sheets {
		if s.State == scoring.Submitted {
			sent[s.Stage]++
		}
	}
	all := map[season.Phase]need{
		season.SelfScoring:  {words("Phiếu tự chấm đã nộp", "Self-scoring sheets sent"), sent[season.Self], len(v.Members), v.Lam("chua-nop")},
		season.CrossScoring: {words("Phiếu chấm chéo đã gửi", "Cross-scoring sheets sent"), sent[season.Cross], len(plan.Assignments), v.Lam("phan-cong")},
		season.Appraisal:    {words("Đơn vị đã thẩm định", "Units appraised"), sent[season.Appraised], len(v.Members), v.Lam("tham-dinh")},
	}
	return []need{all[v.Season.Phase]}, nil
}

// roster is the page of the year's members, for whoever may open it.
func roster(v work.Visit) string {
	if !v.CanOpen("/cum/{cum}/thanh-vien/{nam}") {
		return ""
	}
	return "/cum/" + v.Cluster.ID + "/thanh-vien/" + v.Season.Label
}
