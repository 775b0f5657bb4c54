package scoring

import (
	"context"

	"github.com/a-h/templ"

	"thidua/scoring"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

var questionsTitle = ui.Words{Vietnamese: "Hỏi, đáp về phiếu chấm", English: "Questions and answers"}

// questionsRead lists what the visitor's unit asked and was asked.
func questionsRead(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (templ.Component, error) {
	conflicts, err := scoring.Conflicts(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	all, err := scoring.Questions(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	seen := scoring.VisibleQuestions(v.By, v.Season, conflicts, all)
	view := questionTable(v).Of(v.Here(), seen)
	if view.Excel() {
		return view.File(v.Name(), remarksOf(v.Season)...), nil
	}
	var waiting []scoring.Question
	for _, q := range seen {
		if q.Unit == v.By.Unit && q.Answer == "" {
			waiting = append(waiting, q)
		}
	}
	return questionsPage(v, f, waiting, view), nil
}

func questionTable(v work.Visit) list.Table[scoring.Question] {
	column := func(key, vietnamese, english string, text func(scoring.Question) string) list.Column[scoring.Question] {
		return list.Column[scoring.Question]{Key: key, Words: ui.Words{Vietnamese: vietnamese, English: english}, Text: text, Width: 30}
	}
	t := list.Table[scoring.Question]{
		Name: questionsTitle, File: "hoi-dap",
		Empty:  ui.Words{Vietnamese: "Chưa có câu hỏi nào.", English: "No questions yet."},
		Search: func(q scoring.Question) string { return q.Criterion + " " + q.Text + " " + q.Answer },
		Columns: []list.Column[scoring.Question]{
			column("ngay", "Ngày hỏi", "Asked on", func(q scoring.Question) string { return q.AskedOn.Short() }),
			column("noi-hoi", "Nơi hỏi", "Asked by", func(q scoring.Question) string { return askerName(v, q.Asker) }),
			column("don-vi", "Đơn vị được hỏi", "Unit", func(q scoring.Question) string { return v.Unit(q.Unit) }),
			column("tieu-chi", "Tiêu chí", "Criterion", func(q scoring.Question) string { return q.Criterion }),
			column("cau-hoi", "Câu hỏi", "Question", func(q scoring.Question) string { return q.Text }),
			column("tra-loi", "Trả lời", "Answer", func(q scoring.Question) string { return q.Answer }),
		},
	}
	t.Columns[0].Order = func(a, b scoring.Question) int { return a.AskedOn.Compare(b.AskedOn) }
	t.Columns[4].Wide, t.Columns[5].Wide = true, true
	return t
}

func askerName(v work.Visit, unit string) string {
	if unit == "" {
		return "Cơ quan thường trực"
	}
	return v.Unit(unit)
}

// answerQuestion keeps the answer to the question that the form is of.
func answerQuestion(ctx context.Context, tx *store.Tx, v work.Visit, f work.Form) (work.Done, error) {
	id := f.Get("question")
	return work.Done{Say: ui.Words{Vietnamese: "Đã trả lời.", English: "Answered."}},
		scoring.AnswerQuestion(ctx, tx, v.By, v.Today, v.Season.ID, id, f.Get("answer."+id))
}
