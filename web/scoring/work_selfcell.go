package scoring

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"strings"

	"github.com/a-h/templ"

	"thidua/refusal"
	"thidua/scoring"
	"thidua/store"
	"thidua/web/work"
	"thidua/web/year"
)

// SelfRaws are the addresses that the sheet's script and its Excel file go to.
var SelfRaws = []work.Raw{
	{Pattern: "POST " + selfPath + "/o", Serve: selfCell},
	{Pattern: "POST " + selfPath + "/nap", Serve: selfUpload},
}

// cellAnswer is what the script hears of one cell it sent.
type cellAnswer struct {
	Said   string            `json:"said"`             // beside the table: saved when, or why not
	Read   string            `json:"read,omitempty"`   // what the cell's form carries from now on
	Parts  map[string]string `json:"parts,omitempty"`  // HTML by the id it stands under
	Errors map[string]string `json:"errors,omitempty"` // sentences by field name
	Clash  *clashAnswer      `json:"clash,omitempty"`
	Stop   bool              `json:"stop,omitempty"` // nothing more can be saved from this page
}

// clashAnswer sets both values of a cell side by side.
type clashAnswer struct {
	Read string `json:"read"` // as if theirs had been read
	HTML string `json:"html"`
}

// selfCell saves one cell as it is typed.
func selfCell(desk work.Desk) work.Handler {
	return func(w http.ResponseWriter, r *http.Request) error {
		var a cellAnswer
		err := desk.Writing(w, r, ownPeople, 0, func(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (err error) {
			a, err = saveCell(ctx, tx, v, f)
			return err
		})
		status := http.StatusOK
		if all := refusal.All(err); len(all) > 0 {
			status = year.Status(all[0].Kind)
			a = refusedCell(r.Context(), err, all)
		} else if err != nil {
			return err
		}
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("Cache-Control", "no-store")
		w.WriteHeader(status)
		return json.NewEncoder(w).Encode(a)
	}
}

func saveCell(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (cellAnswer, error) {
	turn, err := turnOf(f)
	if err != nil {
		return cellAnswer{}, err
	}
	rules, err := scoring.RulesOf(ctx, tx, v.Season.ID)
	if err != nil {
		return cellAnswer{}, err
	}
	code := f.Get("criterion")
	c, known := rules.Find(code)
	x, posted := typedInto(f, c)
	if !known || !posted {
		return cellAnswer{}, refusal.New(refusal.Invalid, "Bộ quy tắc không có tiêu chí này; hãy mở lại phiếu.")
	}
	entry := scoring.Entry{Criterion: code, Typed: x.typed, Read: x.revision}
	filled, err := scoring.FillCells(ctx, tx, v.By, v.Today, v.Season.ID, v.By.Unit, turn, []scoring.Entry{entry})
	if err != nil {
		return cellAnswer{}, err
	}
	return savedCell(ctx, v, filled, code), nil
}

// savedCell tells the script what changed on the page with one cell.
func savedCell(ctx context.Context, v work.Visit, filled scoring.Filled, code string) cellAnswer {
	p := &selfView{Visit: v, Rules: filled.Rules, Sheet: filled.Sheet, Assigned: filled.Assigned}
	for _, m := range v.Members {
		if m.Unit == v.By.Unit {
			p.Member = m
		}
	}
	p.compute()
	a := cellAnswer{Said: p.kept(ctx), Errors: map[string]string{}, Parts: map[string]string{
		"con-lai":   part(ctx, selfLeft(p)),
		"t-tong":    points(p.Rules, p.Score.Max),
		"d-tong":    points(p.Rules, p.Score.Points),
		"d-ty-le":   percent(p.Score.Percent),
		"x-" + code: "",
	}}
	around := map[string]bool{code: true}
	for _, l := range p.Lines {
		if l.Code == code {
			a.Read = l.Read
			for _, group := range l.Path {
				around[group] = true
			}
		}
	}
	for _, l := range p.Lines {
		if around[l.Code] {
			a.Parts["d-"+l.Code], a.Parts["t-"+l.Code] = part(ctx, selfPoints(p, l)), l.maximum()
		}
	}
	return a
}

// refusedCell tells the script why a cell was not saved.
func refusedCell(ctx context.Context, err error, all []*refusal.Error) cellAnswer {
	a := cellAnswer{Said: all[0].Sentence, Errors: map[string]string{}}
	var clashes scoring.Clashes
	if errors.As(err, &clashes) {
		c := clashes[0]
		l := &selfLine{Cell: c.Theirs, Typed: c.Mine.Typed()}
		l.Criterion.Code, l.Kind = c.Mine.Criterion, c.Kind
		a.Clash = &clashAnswer{Read: read(c.Theirs.Revision, l.Criterion, c.Theirs.Mark.Typed()), HTML: part(ctx, selfClash(l))}
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

// part sets a piece of a page.
func part(ctx context.Context, c templ.Component) string {
	var b strings.Builder
	if err := c.Render(ctx, &b); err != nil {
		return ""
	}
	return strings.TrimSpace(b.String())
}
