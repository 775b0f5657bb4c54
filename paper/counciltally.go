package paper

import (
	"strings"

	"thidua/council"
	"thidua/document"
	"thidua/voting"
)

// tallyMinutes are the biên bản kiểm phiếu of a council: the board, the members,
// and each dossier's votes out of all members.
func (m CouncilMeeting) tallyMinutes() draft {
	var board []document.Block
	for _, t := range m.Board {
		board = append(board, bullet(m.Sample, t.Name))
	}
	body := append([]document.Block{m.opening("kiểm phiếu xét khen thưởng.")}, chapters(
		section{"Ban kiểm phiếu", board},
		section{"Số thành viên", []document.Block{bullet(m.Sample, joined("; ", "Tổng số thành viên "+count(m.Sat.Members()), "có mặt "+count(m.Present()), "vắng mặt gửi ý kiến bằng văn bản "+count(m.Wrote())))}},
		section{"Kết quả kiểm phiếu", []document.Block{m.results()}},
	)...)
	return draft{from: m.office(), day: m.Day, typeName: "BIÊN BẢN KIỂM PHIẾU", subject: m.called(), body: body, sample: m.Sample,
		signatures: []document.Signature{{Authority: "TM. BAN KIỂM PHIẾU", Post: "TRƯỞNG BAN", Note: "(Ký, ghi rõ họ tên)"},
			{Post: "CHỦ TỌA", Note: "(Ký, ghi rõ họ tên)", Name: m.seated(council.Chair)}}}
}

// results is one line a dossier; a vote that was cancelled has no numbers.
func (m CouncilMeeting) results() document.Table {
	number := func(of func(voting.Vote) *int) []string {
		return texts(m.Lines, func(l council.Line) string {
			if n := of(l.Poll.Vote); n != nil && l.Passed(m.Meeting) != nil {
				return count(*n)
			}
			return ""
		})
	}
	option := func(of func(voting.Option) *int) func(voting.Vote) *int {
		return func(v voting.Vote) *int {
			if len(v.Options) == 0 {
				return nil
			}
			return of(v.Options[0])
		}
	}
	return list("", samples(m.Lines, func(l council.Line) bool { return m.Sample || l.Nomination.Sample }),
		ordinals(len(m.Lines)),
		column{head: "Tập thể, cá nhân", width: 4, cells: texts(m.Lines, func(l council.Line) string { return l.Nomination.CandidateName })},
		column{head: "Danh hiệu, hình thức", width: 4, cells: texts(m.Lines, func(l council.Line) string { return bare(l.Nomination.Title) })},
		column{head: "Đồng ý", width: 1.7, align: document.AlignRight, cells: number(option(func(o voting.Option) *int { return o.For }))},
		column{head: "Không đồng ý", width: 1.8, align: document.AlignRight, cells: number(option(func(o voting.Option) *int { return o.Against }))},
		column{head: "Không hợp lệ", width: 2, align: document.AlignRight, cells: number(func(v voting.Vote) *int { return v.Invalid })},
		column{head: "Tỷ lệ (%)", width: 1.6, align: document.AlignRight, cells: texts(m.Lines, m.share)},
		column{head: "Kết quả", width: 2, align: document.AlignCentre, cells: texts(m.Lines, func(l council.Line) string { return reached(l.Passed(m.Meeting)) })})
}

// share is the dossier's votes in percent of all members.
func (m CouncilMeeting) share(l council.Line) string {
	if l.Passed(m.Meeting) == nil {
		return ""
	}
	if r := l.Poll.Result(); len(r.Options) > 0 && r.Options[0].Percent.Known() {
		return strings.TrimSuffix(voting.PercentWords(r.Options[0].Percent.Quo(hundred)), " %")
	}
	return ""
}
