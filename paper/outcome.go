package paper

import (
	"fmt"
	"strings"

	"thidua/document"
	"thidua/dossier"
	"thidua/exact"
	"thidua/scoring"
	"thidua/vi"
)

// ranking is the table of places, with points where they are known.
func (o occasion) ranking() []document.Block {
	rows := o.Ranking()
	if len(rows) == 0 {
		return nil
	}
	s := o.scores()
	cells := func(text func(scoring.Standing) string) []string { return texts(rows, text) }
	points := func(n exact.Number) string { return n.FixedFigure(exact.HalfUp, s.decimals) }
	t := list("Kết quả xếp hạng năm "+o.Season.Label, samples(rows, func(r scoring.Standing) bool { return r.Sample }),
		column{head: "Xếp thứ", width: 1.5, align: document.AlignCentre, cells: cells(rank)},
		column{head: "Đơn vị", width: 5, cells: cells(func(r scoring.Standing) string { return o.Name(r.Unit) })},
		column{head: "Điểm", width: 2, align: document.AlignRight, marked: true, cells: cells(func(r scoring.Standing) string { return points(r.Points) })},
		column{head: "Điểm tối đa", width: 2, align: document.AlignRight, cells: cells(func(r scoring.Standing) string { return figure(r.Max) })},
		column{head: "Tỷ lệ (%)", width: 2, align: document.AlignRight, cells: cells(func(r scoring.Standing) string { return s.percent(r.Percent) })},
		column{head: "Xếp loại", width: 4, cells: cells(func(r scoring.Standing) string { return r.Band })})
	blocks := []document.Block{t}
	for _, text := range s.tieNotes() {
		blocks = append(blocks, document.Text(text))
	}
	return blocks
}

// nominations list who is proposed for what; a council's mere numbers follow.
func (o occasion) nominations() (blocks []document.Block) {
	for _, n := range o.Nominations {
		blocks = append(blocks, bullet(n.Sample, o.nomination(n)+"; "+vi.LowerFirst(n.Status.Label())))
	}
	if len(o.Tallies) > 0 {
		blocks = append(blocks, o.tallyTable())
	}
	return blocks
}

// nomination is "Huyện Con Cuông: Cờ thi đua của Chính phủ; lý do: …". Of a
// candidate from outside it says so, and by which way the proposal goes.
func (o occasion) nomination(n dossier.Nomination) string {
	text := vi.UpperFirst(o.Candidate(n))
	outside := o.Outside(n)
	if outside {
		text += ", không phải đơn vị thành viên của " + o.shortWord()
	}
	text += ": " + bare(n.Title)
	if by := o.InSentence(n.ProposedBy); by != "" {
		text += "; do " + by + " giới thiệu"
	}
	if n.Reason != "" {
		text += "; lý do: " + vi.LowerFirst(bare(n.Reason))
	}
	if outside && len(n.Path) > 0 {
		text += "; đường đề nghị: " + strings.Join(n.Path, " – ")
	}
	return text
}

func (o occasion) tallyTable() document.Table {
	number := func(n *int) string {
		if n == nil {
			return ""
		}
		return vi.FormatInt(int64(*n))
	}
	rows := o.Tallies
	return list("Tổng hợp số lượng đề nghị khen thưởng", samples(rows, func(t dossier.Tally) bool { return t.Sample }),
		ordinals(len(rows)),
		column{head: "Danh hiệu, hình thức khen thưởng", width: 7, cells: texts(rows, func(t dossier.Tally) string { return t.Title })},
		column{head: "Đối tượng", width: 2.5, cells: texts(rows, func(t dossier.Tally) string { return t.CandidateKind.Label() })},
		column{head: "Đề nghị", width: 2, align: document.AlignRight, marked: true, cells: texts(rows, func(t dossier.Tally) string { return number(t.Proposed) })},
		column{head: "Thông qua", width: 2, align: document.AlignRight, marked: true, cells: texts(rows, func(t dossier.Tally) string { return number(t.Passed) })})
}

func (o occasion) electionTitle() string {
	title := "Trưởng " + o.shortWord()
	if o.Season.Elected.Deputy != "" {
		title += ", phó trưởng " + o.shortWord()
	}
	return title + " năm " + o.NextLabel()
}

// election is whom the members chose to lead next year.
func (o occasion) election() (blocks []document.Block) {
	e := o.Season.Elected
	for _, x := range []struct{ post, unit string }{{"Trưởng", e.Head}, {"Phó trưởng", e.Deputy}} {
		if x.unit != "" {
			blocks = append(blocks, bullet(e.Sample, fmt.Sprintf("%s %s: %s", x.post, o.shortWord(), o.InSentence(x.unit))))
		}
	}
	if len(blocks) > 0 && e.Method != "" {
		blocks = append(blocks, bullet(e.Sample, "Hình thức: "+vi.LowerFirst(e.Method)))
	}
	return blocks
}
