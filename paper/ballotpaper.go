package paper

import (
	"fmt"

	"thidua/document"
	"thidua/voting"
)

// writeBallotPaper is the phiếu bầu: what is asked, and a box for each answer.
// It bears neither number nor name, so that nobody can tell whose it was.
func writeBallotPaper(o occasion) draft {
	v := o.vote
	blank := v.Body == voting.Cluster // a council's ballot without a mark is invalid
	return draft{from: o.clusterOffice(), day: o.conference.Day, place: o.venue(), typeName: "PHIẾU BẦU", subject: bare(v.Question) + roundText(v),
		body: append(howToMark(v.Seats, len(v.Options), blank), boxes(texts(v.Options, func(c voting.Option) string { return c.Label }), blank)), sample: v.Sample || o.sample()}
}

// howToMark tells how the paper is filled in.
func howToMark(seats, lines int, blank bool) (blocks []document.Block) {
	text := "Người bỏ phiếu đánh dấu (X) vào một ô ở mỗi dòng; không ghi tên, không ký tên vào phiếu."
	if !blank {
		text += " Dòng không đánh dấu hoặc đánh dấu cả hai ô là không hợp lệ."
	}
	blocks = append(blocks, document.Paragraph{Runs: []document.Run{{Text: text, Italic: true}}})
	if seats > 0 && seats < lines {
		blocks = append(blocks, document.Text(fmt.Sprintf("Chọn không quá %s trong %s nội dung dưới đây.", count(seats), count(lines))))
	}
	return blocks
}

// boxes are the lines of the ballot with their empty boxes.
func boxes(labels []string, blank bool) document.Table {
	t := document.Table{Columns: []document.Column{{Width: 1.2, Align: document.AlignCentre}, {Width: 8}}, Head: [][]document.Cell{document.Row("TT", "Nội dung lấy phiếu")}}
	answers := []string{"Đồng ý", "Không đồng ý"}
	if blank {
		answers = append(answers, "Không có ý kiến")
	}
	for _, a := range answers {
		t.Columns = append(t.Columns, document.Column{Width: 2.2, Align: document.AlignCentre})
		t.Head[0] = append(t.Head[0], document.Row(a)...)
	}
	for i, label := range labels {
		row := document.Row(fmt.Sprint(i+1), label)
		for range answers {
			row = append(row, document.Cell{})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
