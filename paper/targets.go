package paper

import (
	"fmt"
	"strings"

	"thidua/document"
	"thidua/exact"
	"thidua/target"
	"thidua/vi"
)

// targets count the targets of the year and of the term, and list those nearly
// met, the hardest push first.
func (o occasion) targets() (blocks []document.Block) {
	year := o.Season.Year
	all := target.AssessAll(o.Indicators, year)
	p := target.ProgressOf(o.Indicators, "", year)
	sample := o.sampleTargets()
	if p.Year > 0 {
		blocks = append(blocks, bullet(sample, fmt.Sprintf("Chỉ tiêu năm %s: giao %s, đã có số liệu %s, đạt và vượt %s",
			o.Season.Label, count(p.Year), count(p.YearReported), count(p.YearMet))))
	}
	if p.Term > 0 {
		blocks = append(blocks, bullet(sample, fmt.Sprintf("Chỉ tiêu của cả nhiệm kỳ%s: %s; %s", term(all), count(p.Term), classes(all))))
	}
	if near := target.Near(all); len(near) > 0 {
		blocks = append(blocks, o.nearTable(near))
	}
	return blocks
}

func (o occasion) sampleTargets() bool {
	for _, i := range o.Indicators {
		for _, t := range i.Targets {
			if !i.Sample && !t.Sample {
				return false
			}
		}
	}
	return true
}

// term is the years of the targets' common term: " 2010 - 2015".
func term(all []target.Assessment) string {
	first := all[0].Target
	for _, a := range all {
		if a.Target.TermFrom != first.TermFrom || a.Target.TermTo != first.TermTo {
			return ""
		}
	}
	if first.TermFrom == 0 {
		return fmt.Sprintf(" đến năm %d", first.TermTo)
	}
	return fmt.Sprintf(" %d - %d", first.TermFrom, first.TermTo)
}

// classes count the targets by where they stand: "đã đạt 06, gần đạt 20".
func classes(all []target.Assessment) string {
	var parts []string
	for _, class := range []target.Class{target.Done, target.NearMet, target.Hard, target.Missed, target.Unknown} {
		n := 0
		for _, a := range all {
			if a.Class == class {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, vi.LowerFirst(class.Label())+" "+count(n))
		}
	}
	return strings.Join(parts, ", ")
}

func (o occasion) nearTable(near []target.Assessment) document.Table {
	cells := func(text func(target.Assessment) string) []string { return texts(near, text) }
	done := func(a target.Assessment) int { return a.Last.Year }
	due := func(a target.Assessment) int { return a.Target.TermTo }
	return list("Các chỉ tiêu gần đạt cần đẩy mạnh thực hiện", samples(near, func(a target.Assessment) bool { return a.Sample }),
		ordinals(len(near)),
		column{head: "Đơn vị", width: 4.4, cells: cells(func(a target.Assessment) string { return o.Name(a.Target.Unit) })},
		column{head: "Chỉ tiêu", width: 5.6, cells: cells(func(a target.Assessment) string { return a.Indicator.Name })},
		column{head: "Thực hiện" + common(near, done), width: 3, align: document.AlignRight, marked: true,
			cells: cells(func(a target.Assessment) string { return amount(near, a, a.Last.Value, done) })},
		column{head: "Chỉ tiêu" + common(near, due), width: 3, align: document.AlignRight, marked: true,
			cells: cells(func(a target.Assessment) string { return amount(near, a, a.Target.TermValue, due) })},
		column{head: "Tháng dự báo đạt", width: 2.6, align: document.AlignCentre, marked: true,
			cells: cells(func(a target.Assessment) string { return strings.TrimPrefix(a.Projection.Reach().String(), "tháng ") })})
}

// common is the year that all rows share, for the head of their column: " năm
// 2015"; "" when they differ, and then each cell bears its own.
func common(rows []target.Assessment, year func(target.Assessment) int) string {
	for _, a := range rows {
		if year(a) != year(rows[0]) {
			return ""
		}
	}
	return fmt.Sprintf(" năm %d", year(rows[0]))
}

func amount(rows []target.Assessment, a target.Assessment, n exact.Number, year func(target.Assessment) int) string {
	text := joined(" ", figure(n), a.Indicator.Measure)
	if common(rows, year) == "" {
		text += fmt.Sprintf(" (%d)", year(a))
	}
	return text
}
