package voting

import (
	"context"
	"fmt"

	"github.com/a-h/templ"

	"thidua/access"
	"thidua/season"
	"thidua/store"
	"thidua/voting"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// Desk are the working pages of votes.
var Desk = []work.Page{
	{Path: "/lam/{slug}/bieu-quyet", Title: ui.Words{Vietnamese: "Biểu quyết, bỏ phiếu", English: "Votes"}, Read: votes},
	{Path: "/lam/{slug}/bieu-quyet/moi", Title: ui.Words{Vietnamese: "Chuẩn bị biểu quyết", English: "Prepare a vote"}, Who: recorders,
		Read: question, Acts: map[string]work.Act{"luu": prepare}},
	{Path: "/lam/{slug}/bieu-quyet/{vote}", Title: ui.Words{Vietnamese: "Cuộc biểu quyết", English: "Vote"}, Read: one, Acts: map[string]work.Act{
		"mo": open, "goi": call, "dem": count, "phan-dinh": breakTie, "huy": cancel}},
	{Path: papersPath, Title: ui.Words{Vietnamese: "Văn bản của cuộc bỏ phiếu", English: "Papers of the vote"}, Who: recorders, Read: readPaper},
}

var recorders = rolesOf(access.RecordVote)

func rolesOf(act access.Act) []access.Role {
	rule, _ := access.Of(act)
	return rule.Roles
}

// votes lists the year's votes: those of the desk, then those that a file brought.
func votes(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	all, err := allPolls(ctx, tx, v.Season.ID)
	if err != nil {
		return nil, err
	}
	view := table(v).Of(v.Request().URL, all)
	if view.Excel() {
		return view.File(v.Name(), remarks(v.Season)...), nil
	}
	return votesPage(v, view), nil
}

func remarks(s season.Season) []string {
	if s.Sample {
		return []string{"Số liệu minh họa"}
	}
	return nil
}

// allPolls are the season's votes, each once; one that only a file knows is
// closed.
func allPolls(ctx context.Context, tx *store.Tx, seasonID string) ([]voting.Poll, error) {
	all, err := voting.Polls(ctx, tx, seasonID)
	if err != nil {
		return nil, err
	}
	here := map[string]bool{}
	for _, p := range all {
		here[p.ID] = true
	}
	recorded, err := voting.OfSeason(ctx, tx, seasonID)
	for _, v := range recorded {
		if !here[v.ID] {
			all = append(all, voting.Poll{Vote: v, State: voting.Closed})
		}
	}
	return all, err
}

// table is the list of votes. Nothing of a vote that is not over is counted.
func table(v work.Visit) list.Table[voting.Poll] {
	return list.Table[voting.Poll]{
		Name: ui.Words{Vietnamese: "Các cuộc biểu quyết", English: "Votes"}, File: "bieu-quyet",
		Search: func(p voting.Poll) string { return p.Question },
		Filters: []list.Filter[voting.Poll]{{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"}, Options: stateOptions(),
			Keep: func(p voting.Poll, chosen string) bool { return string(p.State) == chosen }}},
		Empty: ui.Words{Vietnamese: "Năm này chưa có cuộc biểu quyết nào.", English: "No vote yet this year."},
		Columns: []list.Column[voting.Poll]{
			{Key: "noi-dung", Words: ui.Words{Vietnamese: "Nội dung", English: "Question"}, Wide: true, Width: 40,
				Text: func(p voting.Poll) string { return p.Question }, Cell: func(p voting.Poll) templ.Component { return toVote(v, p) }},
			{Key: "vong", Words: ui.Words{Vietnamese: "Vòng", English: "Round"}, Num: true, Text: func(p voting.Poll) string { return fmt.Sprint(p.Round) },
				Order: func(a, b voting.Poll) int { return a.Round - b.Round }, Value: func(p voting.Poll) any { return p.Round }},
			{Key: "co-quan", Words: ui.Words{Vietnamese: "Cơ quan", English: "Body"}, Text: func(p voting.Poll) string { return bodyWords(p.Body) }, Width: 24},
			{Key: "hinh-thuc", Words: ui.Words{Vietnamese: "Hình thức", English: "Method"}, Text: func(p voting.Poll) string { return p.Method.Label() }, Width: 24},
			{Key: "trang-thai", Words: ui.Words{Vietnamese: "Trạng thái", English: "State"}, Width: 24,
				Text: func(p voting.Poll) string { return p.State.Label() }, Cell: stateTag},
			{Key: "ket-qua", Words: ui.Words{Vietnamese: "Kết quả", English: "Result"}, Width: 60, Wide: true, Text: resultWords},
		},
	}
}

// resultWords is the outcome of a vote that is over; of any other nothing.
func resultWords(p voting.Poll) string {
	if !p.State.Over() {
		return ""
	}
	return p.Result().Words
}

func stateOptions() (all []ui.Option) {
	for _, s := range []voting.State{voting.Prepared, voting.Opened, voting.Tied, voting.Closed, voting.Cancelled} {
		all = append(all, ui.Option{Value: string(s), Label: s.Label()})
	}
	return all
}

func bodyWords(b voting.Body) string {
	if b == voting.Council {
		return "Hội đồng TĐKT"
	}
	return "Cụm"
}

// stateTone is the colour of a state.
func stateTone(s voting.State) ui.Tone {
	switch s {
	case voting.Opened, voting.Tied:
		return ui.Due
	case voting.Closed:
		return ui.Done
	case voting.Cancelled:
		return ui.Late
	}
	return ui.Plain
}
