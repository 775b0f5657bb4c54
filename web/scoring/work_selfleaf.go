package scoring

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua/evidence"
	"thidua/refusal"
	"thidua/scoring"
	"thidua/season"
	"thidua/store"
	"thidua/web/ui"
	"thidua/web/work"
)

// leafView is one criterion of the unit's own sheet: what proves it, how the
// unit explains it, what scorers ask, and why it has its points.
type leafView struct {
	*selfView
	Line      *selfLine
	Library   []evidence.Evidence
	Questions []scoring.Question
	Why       scoring.Explanation
}

func selfLeaf(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	p, err := readSelf(ctx, tx, v, work.Form{})
	if err != nil {
		return nil, err
	}
	p.Form = f
	at := slices.IndexFunc(p.Lines, func(l *selfLine) bool { return l.Leaf() && l.Code == v.Asked("criterion") })
	if at < 0 {
		return nil, refusal.New(refusal.NotFound, "Bộ quy tắc không có tiêu chí này.")
	}
	x := leafView{selfView: p, Line: p.Lines[at]}
	x.Why, _ = p.Result.Explain(p.Member.Unit, x.Line.Code, season.Self)
	if x.Library, err = evidence.OfUnit(ctx, tx, p.Member.Unit, ""); err != nil {
		return nil, err
	}
	all, err := scoring.Questions(ctx, tx, v.Season.ID)
	for _, q := range scoring.VisibleQuestions(v.By, v.Season, nil, all) {
		if q.Unit == p.Member.Unit && q.Criterion == x.Line.Code {
			x.Questions = append(x.Questions, q)
		}
	}
	return selfLeafPage(x), err
}

// cites reports whether the leaf cites the file, as ticked or as on record.
func (x leafView) cites(id string) bool {
	refs := x.Line.files()
	if x.Form.Posted() && x.Form.Get("viec") == "luu" {
		refs = x.Form.All(filesField)
	}
	return slices.Contains(refs, evidence.Ref(id))
}

// selfLeafSave keeps what proves and explains one leaf; its figures stay.
func selfLeafSave(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	sheet, err := scoring.SelfSheetOf(ctx, tx, v.Season.ID, v.By.Unit)
	if err != nil {
		return work.Done{}, err
	}
	turn, err := turnOf(f)
	if err != nil {
		return work.Done{}, err
	}
	code := v.Asked("criterion")
	revision, err := strconv.ParseInt(f.Get("revision"), 10, 64)
	if err != nil {
		return work.Done{}, refusal.New(refusal.Invalid, "Trang gửi lên không đủ; hãy mở lại tiêu chí.")
	}
	typed := sheet.Cell(code).Mark.Typed()
	typed[scoring.EvidenceField] = strings.Join(append(slices.Clone(f.All(filesField)), f.Get(field(code, scoring.EvidenceField))), "; ")
	typed[scoring.ExplanationField] = f.Get(field(code, scoring.ExplanationField))
	entry := scoring.Entry{Criterion: code, Typed: typed, Read: revision}
	if _, err := scoring.FillCells(ctx, tx, v.By, v.Today, v.Season.ID, v.By.Unit, turn, []scoring.Entry{entry}); err != nil {
		return work.Done{}, err
	}
	return work.Done{To: v.Lam("tu-cham") + "#" + ui.FieldID("marks."+code),
		Say: ui.Words{Vietnamese: "Đã lưu minh chứng, giải trình tiêu chí " + code + ".", English: "Evidence and explanation of criterion " + code + " were saved."}}, nil
}

// selfAnswer answers a scorer's question.
func selfAnswer(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	id := f.Get("question")
	if err := scoring.AnswerQuestion(ctx, tx, v.By, v.Today, v.Season.ID, id, f.Get("answer."+id)); err != nil {
		return work.Done{}, err
	}
	return work.Done{Say: ui.Words{Vietnamese: "Đã ghi câu trả lời.", English: "The answer was recorded."}}, nil
}
