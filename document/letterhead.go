package document

import (
	"fmt"
	"strings"
	"time"
)

const (
	nationalName  = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	nationalMotto = "Độc lập - Tự do - Hạnh phúc"
	// The issuer's side takes 44 parts of a hundred of the width, which leaves Quốc hiệu on one line.
	issuerShare = 0.44
	// A rule under the issuer or the trích yếu is a third to a half of the line (NĐ 30/2020/NĐ-CP, Phụ lục I).
	shortRule = 0.4
)

// letterhead sets the head of page 1: issuer, number and công văn subject at left; national name, place and date at right.
func letterhead(d *Doc, width float64) *grid {
	left := width * issuerShare
	right := width - left
	g := &grid{widths: []float64{left, right}, together: true}
	g.rows = append(g.rows, pair(issuerSide(d.Letterhead, left), nationalSide(d.Letterhead, right)))
	below := pair(numberSide(d, left), placeSide(d))
	if len(below[0].items)+len(below[1].items) > 0 {
		g.rows = append(g.rows, below)
	}
	return g
}

func pair(left, right []item) []gridCell {
	return []gridCell{
		{items: left, column: 0, colSpan: 1, rowSpan: 1},
		{items: right, column: 1, colSpan: 1, rowSpan: 1},
	}
}

func issuerSide(l Letterhead, width float64) []item {
	items := optional(superior, l.Superior, width)
	if name := optional(issuer, l.Issuer, width); name != nil {
		items = append(items, name[0], ruleUnder(name[0].(*para), shortRule, ruleBelow, width))
	}
	return items
}

func nationalSide(l Letterhead, width float64) []item {
	if own := optional(motto, l.National, width); own != nil {
		return []item{own[0], ruleUnder(own[0].(*para), 1, ruleBelow, width)}
	}
	line := newPara(motto, Run{Text: nationalMotto})
	return []item{newPara(national, Run{Text: nationalName}), line, ruleUnder(line, 1, ruleBelow, width)}
}

func numberSide(d *Doc, width float64) []item {
	items := optional(number, d.Number, width)
	if d.TypeName == "" {
		items = append(items, optional(letterSubject, d.Subject, width)...)
	}
	return append(items, stamped(d.Urgency)...)
}

func placeSide(d *Doc) []item {
	if strings.TrimSpace(d.Place) == "" {
		return nil
	}
	return []item{newPara(placeDate, Run{Text: clean(d.Place) + ", " + dateLine(d.Day)})}
}

// dateLine writes a day as papers do: days below 10 and months 1 and 2 with a 0 before them
// (NĐ 30/2020/NĐ-CP, Phụ lục I); an unknown day as dots to fill in.
func dateLine(day time.Time) string {
	if day.IsZero() {
		return "ngày … tháng … năm …"
	}
	month := fmt.Sprint(int(day.Month()))
	if day.Month() <= 2 {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", day.Day(), month, day.Year())
}

// title sets the name of the type with its trích yếu and rule.
func title(d *Doc, width float64) []item {
	items := optional(typeName, d.TypeName, width)
	if items == nil {
		return nil
	}
	if about := optional(subject, d.Subject, width); about != nil {
		items = append(items, about[0], ruleUnder(about[0].(*para), shortRule, titleBelow, width))
	}
	return items
}

// addressees sets "Kính gửi": one on the same line, several below one another.
func addressees(to []string, width float64) []item {
	const label = "Kính gửi:"
	switch len(to) {
	case 0:
		return nil
	case 1:
		return []item{newPara(addressee, Run{Text: label + " " + clean(to[0])}).balance(width)}
	}
	head := newPara(addressee, Run{Text: label})
	head.style.align, head.style.left, head.style.after, head.keepNext = AlignLeft, 30, 2, true
	items := []item{head}
	for i, name := range to {
		items = append(items, newPara(addresseeItem, Run{Text: "- " + ended(name, i == len(to)-1)}))
	}
	items[len(items)-1].(*para).style.after = components[addressee].after
	return items
}

// ended gives a line of a list its mark: ";" or, at the end, ".".
func ended(text string, last bool) string {
	text = strings.TrimRight(clean(text), " ;.\n")
	if last {
		return text + "."
	}
	return text + ";"
}

// optional sets a text as a component, or nothing when there is none.
func optional(c component, text string, width float64) []item {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	return []item{newPara(c, Run{Text: clean(text)}).balance(width)}
}

// ruleUnder is a rule as long as a part of the longest line above it.
func ruleUnder(p *para, part, below, width float64) *rule {
	return &rule{width: part * p.longestLine(width), below: below}
}
