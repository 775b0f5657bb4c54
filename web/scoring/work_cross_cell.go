package scoring

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"thidua/access"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/work"
	"thidua/web/year"
)

// JudgeRaws are the addresses to which a judged sheet's script sends its cells.
var JudgeRaws = []work.Raw{
	{Pattern: "POST /lam/{slug}/cham-cheo/{unit}/o", Serve: judgedCell(season.Cross, crossers)},
	{Pattern: "POST /lam/{slug}/tham-dinh/{unit}/o", Serve: judgedCell(season.Appraised, appraisers)},
}

// judgedCell saves one cell as it is typed.
func judgedCell(stage season.Stage, who []access.Role) func(work.Desk) work.Handler {
	return func(desk work.Desk) work.Handler {
		return func(w http.ResponseWriter, r *http.Request) error {
			var a cellAnswer
			err := desk.Writing(w, r, who, 0, func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) error {
				if _, err := fillJudged(ctx, tx, v, f, stage); err != nil {
					return err
				}
				p, err := viewJudged(ctx, tx, v, work.Form{}, stage)
				a = p.saved(ctx, f.Get("criterion"))
				return err
			})
			status := http.StatusOK
			if all := refusal.All(err); len(all) > 0 {
				status, a = year.Status(all[0].Kind), refusedJudged(r.Context(), err, all)
			} else if err != nil {
				return err
			}
			w.Header().Set("Content-Type", "application/json")
			w.Header().Set("Cache-Control", "no-store")
			w.WriteHeader(status)
			return json.NewEncoder(w).Encode(a)
		}
	}
}

// saved tells the script what changed on the page with one cell: its points,
// those of the groups around it, and the totals.
func (p judgedView) saved(ctx context.Context, code string) cellAnswer {
	a := cellAnswer{Errors: map[string]string{}, Parts: map[string]string{
		"tong": points(p.Seen.Rules, p.Own.Points), "ty-le": percent(p.Own.Percent), "giu": strconv.Itoa(p.kept()), "x-" + code: "",
	}}
	for _, x := range p.Lines {
		if x.Code == code {
			a.Read = x.read()
			a.Said = "Đã lưu lúc " + scoring.Clock(x.Cell.SavedAt) + "; phiếu chưa gửi."
		}
		if x.Code == code || !x.Leaf() {
			a.Parts["d-"+x.Code] = part(ctx, judgedPoints(p, x))
		}
	}
	return a
}

// refusedJudged tells the script why a cell was not saved.
func refusedJudged(ctx context.Context, err error, all []*refusal.Error) cellAnswer {
	a := cellAnswer{Said: all[0].Sentence, Errors: map[string]string{}}
	var clashes scoring.Clashes
	if errors.As(err, &clashes) {
		c := clashes[0]
		l := &selfLine{Cell: c.Theirs, Typed: c.Mine.Typed()}
		l.Criterion.Code, l.Kind = c.Mine.Criterion, c.Kind
		a.Clash = &clashAnswer{Read: strconv.FormatInt(c.Theirs.Revision, 10), HTML: part(ctx, selfClash(l))}
		return a
	}
	for _, e := range all {
		if e.Field == "" {
			a.Stop = true
		}
		a.Errors[e.Field] = e.Sentence
	}
	return a
}
