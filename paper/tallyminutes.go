package paper

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thidua/document"
	"thidua/vi"
	"thidua/voting"
	"thidua/yearbook"
)

// writeTallyMinutes is the biên bản kiểm phiếu: the tally board, the ballots
// handed out and collected, and the votes of each option, most first.
func writeTallyMinutes(o occasion) draft {
	v := o.vote
	body := append([]document.Block{o.tallyOpening()}, chapters(
		section{"Ban kiểm phiếu", lines(v.TallyBoard)},
		section{"Số thành viên và số phiếu", o.ballotCounts()},
		section{"Kết quả kiểm phiếu", o.ballotResults()},
	)...)
	return draft{from: o.clusterOffice(), day: o.conference.Day, place: o.venue(), typeName: "BIÊN BẢN KIỂM PHIẾU", subject: bare(v.Question) + roundText(v), body: closed(body),
		signatures: []document.Signature{
			{Authority: "TM. BAN KIỂM PHIẾU", Post: "TRƯỞNG BAN", Note: "(Ký, ghi rõ họ tên)"},
			{Post: "CHỦ TỌA", Note: "(Ký, ghi rõ họ tên)", Name: personName(o.conference.Chair)},
		}, sample: v.Sample || o.sample()}
}

func (o occasion) tallyOpening() document.Block {
	what := "tiến hành kiểm phiếu về việc: " + vi.LowerFirst(bare(o.vote.Question)) + "."
	c := o.conference
	if c.Day.IsZero() {
		return document.Text("Ban kiểm phiếu " + what)
	}
	when := "Hôm nay, " + yearbook.When(c)
	if where := o.Where(c); where != "" {
		when += ", tại " + where
	}
	return document.Text(when + ", ban kiểm phiếu của " + o.CalledInFull(c) + " " + what)
}

func lines(list []string) (blocks []document.Block) {
	for _, text := range list {
		blocks = append(blocks, bullet(false, text))
	}
	return blocks
}

// ballotCounts are the numbers on record, in the order of the form: the
// members on one line, the ballots on the next.
func (o occasion) ballotCounts() (blocks []document.Block) {
	v := o.vote
	var absent *int
	if v.Establishment != nil && v.Present != nil {
		absent = new(*v.Establishment - *v.Present)
	}
	for _, row := range [][]tallied{
		{{"tổng số thành viên", v.Establishment}, {"có mặt", v.Present}, {"vắng mặt", absent}, {"vắng mặt gửi ý kiến bằng văn bản", v.AbsentInWriting}},
		{{"số phiếu phát ra", v.Issued}, {"thu về", v.Returned}, {"hợp lệ", v.Valid}, {"không hợp lệ", v.Invalid}},
	} {
		var parts []string
		for _, x := range row {
			if x.count != nil {
				parts = append(parts, x.label+" "+count(*x.count))
			}
		}
		if len(parts) > 0 {
			blocks = append(blocks, bullet(false, vi.UpperFirst(strings.Join(parts, "; "))))
		}
	}
	return blocks
}

// tallied is a number of the form with its label; nil when not on record.
type tallied struct {
	label string
	count *int
}

// ballotResults is the table of options, and the rule that decides.
func (o occasion) ballotResults() (blocks []document.Block) {
	r := o.vote.Result()
	rows := slices.Clone(r.Options)
	votes := map[string]voting.Option{}
	for _, c := range o.vote.Options {
		votes[c.Label] = c
	}
	slices.SortStableFunc(rows, func(a, b voting.OptionResult) int { return cmp.Compare(value(b.For), value(a.For)) })
	if len(rows) > 0 {
		blocks = append(blocks, o.optionTable(rows, votes))
	}
	if text := o.mark(r); text != "" {
		blocks = append(blocks, document.Text(text))
	}
	if o.vote.Tie.Reason != "" {
		blocks = append(blocks, document.Text("Bằng phiếu: lấy "+vi.JoinAnd(o.vote.Tie.Chosen)+"; "+ended(o.vote.Tie.Reason)))
	}
	if text := verdict(o.vote, r); text != "" {
		blocks = append(blocks, document.Text(text))
	}
	return blocks
}

func (o occasion) optionTable(rows []voting.OptionResult, votes map[string]voting.Option) document.Table {
	number := func(of func(voting.Option) *int) []string {
		return texts(rows, func(r voting.OptionResult) string {
			if n := of(votes[r.Label]); n != nil {
				return count(*n)
			}
			return ""
		})
	}
	return list("", make([]bool, len(rows)),
		ordinals(len(rows)),
		column{head: "Nội dung lấy phiếu", width: 6, cells: texts(rows, func(r voting.OptionResult) string { return r.Label })},
		column{head: "Đồng ý", width: 2, align: document.AlignRight, cells: number(func(c voting.Option) *int { return c.For })},
		column{head: "Không đồng ý", width: 2, align: document.AlignRight, cells: number(func(c voting.Option) *int { return c.Against })},
		column{head: "Không có ý kiến", width: 2, align: document.AlignRight, cells: number(func(c voting.Option) *int { return c.Blank })},
		column{head: "Tỷ lệ đồng ý (%)", width: 2, align: document.AlignRight, cells: texts(rows, func(r voting.OptionResult) string {
			if !r.Percent.Known() {
				return ""
			}
			return strings.TrimSuffix(voting.PercentWords(r.Percent.Quo(hundred)), " %")
		})},
		column{head: "Kết quả", width: 2.2, align: document.AlignCentre, cells: texts(rows, func(r voting.OptionResult) string { return reached(r.Passed) })})
}

func reached(passed *bool) string {
	switch {
	case passed == nil:
		return ""
	case *passed:
		return "Đạt"
	}
	return "Không đạt"
}

// mark says of what the shares are taken and what is needed.
func (o occasion) mark(r voting.Result) string {
	v := o.vote
	if r.Base == nil || v.Denominator.Label() == "" {
		return ""
	}
	text := fmt.Sprintf("Tỷ lệ tính trên tổng số %s %s", count(*r.Base), v.Denominator.Label())
	if needed := voting.Needed(*r.Base, v.Threshold, v.Strict); needed > 0 {
		how := "từ " + voting.ShareWords(v.Threshold) + " trở lên"
		if v.Strict {
			how = "trên " + voting.ShareWords(v.Threshold)
		}
		text += fmt.Sprintf("; đạt khi có %s, tức ít nhất %s phiếu", how, count(needed))
	}
	return text + "."
}

func value(n *int) int {
	if n == nil {
		return -1
	}
	return *n
}
