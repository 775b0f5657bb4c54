package dossier

import (
	"context"
	"strconv"

	"github.com/a-h/templ"

	"thidua/dossier"
	"thidua/store"
	"thidua/web/list"
	"thidua/web/ui"
	"thidua/web/work"
)

// orderPath is the page of who comes before whom when there are fewer places
// than candidates.
const orderPath = "/lam/{slug}/de-nghi/thu-tu"

// rivals is one line of that page.
type rivals struct {
	dossier.Placed
	title  string
	places string
}

func order(ctx context.Context, tx *store.Tx, v work.Visit, _ work.Form) (templ.Component, error) {
	contests, err := dossier.ContestsOf(ctx, tx, v.Season, v.Today)
	if err != nil {
		return nil, err
	}
	var all []rivals
	for _, c := range contests {
		for _, p := range c.Rivals {
			all = append(all, rivals{p, c.Title, c.Places})
		}
	}
	view := orderTable().Of(v.Request().URL, all)
	if view.Excel() {
		return view.File(v.Name()), nil
	}
	return orderPage(v, view, contests), nil
}

func orderTable() list.Table[rivals] {
	return list.Table[rivals]{
		Name: ui.Words{Vietnamese: "Thứ tự khi vượt số lượng", English: "Order when places are few"}, File: "thu-tu-de-nghi",
		Search: func(r rivals) string { return r.CandidateName + " " + r.title },
		Empty:  ui.Words{Vietnamese: "Không danh hiệu nào có từ hai đề nghị trở lên.", English: "No title has two candidates."},
		Columns: []list.Column[rivals]{
			{Key: "danh-hieu", Words: ui.Words{Vietnamese: "Danh hiệu, hình thức", English: "Title"}, Width: 34, Wide: true, Text: func(r rivals) string { return r.title }},
			{Key: "thu", Words: ui.Words{Vietnamese: "Thứ tự", English: "Place"}, Width: 8, Num: true, Text: func(r rivals) string { return strconv.Itoa(r.Place) }, Value: func(r rivals) any { return r.Place }},
			{Key: "ten", Words: ui.Words{Vietnamese: "Đơn vị, người", English: "Who"}, Width: 30, Text: func(r rivals) string { return r.CandidateName }},
			{Key: "ket-luan", Words: ui.Words{Vietnamese: "Theo quy định", English: "By the law"}, Width: 20, Text: func(r rivals) string { return r.Verdict.Answer.Whole() },
				Cell: func(r rivals) templ.Component {
					return ui.Tag(answerTone(r.Verdict.Answer), r.Verdict.Answer.Whole())
				}},
			{Key: "phieu", Words: ui.Words{Vietnamese: "Số phiếu đồng ý", English: "Votes for"}, Width: 12, Num: true, Text: votesWords},
			{Key: "uu-tien", Words: ui.Words{Vietnamese: "Ưu tiên khi như nhau", English: "Preferred among equals"}, Width: 50, Wide: true, Text: preferenceWords},
		},
	}
}

func votesWords(r rivals) string {
	if !r.Votes.Known() {
		return "chưa có số phiếu"
	}
	return r.Votes.Figure("half_up", 0)
}

func preferenceWords(r rivals) string {
	switch {
	case r.By != "":
		return r.By
	case r.Lacks != "":
		return "Chưa có dữ kiện để áp dụng: " + r.Lacks
	}
	return ""
}
