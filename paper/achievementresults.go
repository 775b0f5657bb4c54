package paper

import (
	"fmt"
	"maps"
	"slices"

	"thidua/document"
	"thidua/dossier"
	"thidua/exact"
	"thidua/target"
	"thidua/vi"
)

// compared is how many years stand side by side, the latest on record; a report
// that needs more has the others written in by hand.
const compared = 5

// achieved is what the records tell of the candidate's work, then what only
// people can write.
func (r Reported) achieved(o occasion) (blocks []document.Block) {
	unit := r.Nomination.CandidateUnit
	if r.Nomination.CandidateKind != dossier.Collective {
		unit = ""
	}
	blocks = append(blocks, r.standing(o, unit)...)
	if table, any := comparison(o, unit); any {
		blocks = append(blocks, table)
	} else {
		blocks = append(blocks, prompts("Kết quả thực hiện các chỉ tiêu đã đăng ký, so sánh với các năm trước theo số năm mà quy định yêu cầu")...)
	}
	blocks = append(blocks, o.answers(unit)...)
	return append(blocks, prompts("Các biện pháp, giải pháp đã thực hiện", "Sáng kiến, phạm vi áp dụng", "Thực hiện chủ trương của Đảng, chính sách, pháp luật của Nhà nước",
		"Công tác xây dựng đảng, đoàn thể")...)
}

// standing tells the published points and rank of a unit.
func (r Reported) standing(o occasion, unit string) []document.Block {
	if !r.Published || unit == "" {
		return nil
	}
	ranking := o.Ranking()
	for _, s := range ranking {
		if s.Unit != unit || s.Rank == 0 {
			continue
		}
		text := fmt.Sprintf("Kết quả chấm điểm thi đua năm %s của %s: xếp thứ %d trên %d đơn vị", o.Season.Label, o.Cluster.Name, s.Rank, len(ranking))
		if s.Points.Known() {
			text += ", " + figure(s.Points) + " điểm"
		}
		return []document.Block{bullet(s.Sample, text)}
	}
	return nil
}

// indicated is one indicator of a unit with what it was to reach and reached.
type indicated struct {
	indicator target.Indicator
	target    target.Target
}

func (x indicated) sample() bool {
	return x.indicator.Sample || x.target.Sample || slices.ContainsFunc(x.target.Actuals, func(a target.Actual) bool { return a.Sample })
}

func (x indicated) reached(year int) string {
	for _, a := range x.target.Actuals {
		if a.Year == year {
			return known(a.Value)
		}
	}
	if year == x.target.BaseYear {
		return known(x.target.BaseValue)
	}
	return ""
}

func known(n exact.Number) string {
	if !n.Known() {
		return ""
	}
	return figure(n)
}

// comparison sets the year's targets of a unit beside what it reached in the
// years on record; false when there is nothing to compare.
func comparison(o occasion, unit string) (document.Table, bool) {
	var rows []indicated
	years := map[int]bool{}
	for _, i := range o.Indicators {
		for _, t := range i.Targets {
			if t.Unit != unit || unit == "" {
				continue
			}
			rows = append(rows, indicated{i, t})
			for _, a := range t.Actuals {
				years[a.Year] = a.Year <= o.Season.Year
			}
			if t.BaseYear > 0 && t.BaseValue.Known() {
				years[t.BaseYear] = true
			}
		}
	}
	maps.DeleteFunc(years, func(_ int, counts bool) bool { return !counts })
	if len(rows) == 0 {
		return document.Table{}, false
	}
	columns := []column{ordinals(len(rows)), {head: "Chỉ tiêu", width: 5, marked: true, cells: texts(rows, func(x indicated) string { return joined(", ", x.indicator.Name, x.indicator.Measure) })}}
	for _, year := range latest(years) {
		columns = append(columns, column{head: fmt.Sprintf("Thực hiện %d", year), width: 2, align: document.AlignRight, cells: texts(rows, func(x indicated) string { return x.reached(year) })})
	}
	columns = append(columns, column{head: "Chỉ tiêu " + fmt.Sprint(o.Season.Year), width: 2, align: document.AlignRight,
		cells: texts(rows, func(x indicated) string { return known(x.target.Yearly[o.Season.Year]) })})
	return list("Kết quả thực hiện chỉ tiêu so với các năm trước", samples(rows, indicated.sample), columns...), true
}

func latest(years map[int]bool) []int {
	all := slices.Sorted(maps.Keys(years))
	return all[max(0, len(all)-compared):]
}

// answers are the movements that the unit answered, one sentence each.
func (o occasion) answers(unit string) (blocks []document.Block) {
	for _, a := range o.answeredBy(unit) {
		text := "Hưởng ứng phong trào “" + bare(a.Name) + "”"
		if came := a.came(); came != "" {
			text += ": " + vi.LowerFirst(came)
		}
		blocks = append(blocks, bullet(a.sample(), text))
	}
	return blocks
}
