package document

import "strings"

// matter sets the body.
func matter(blocks []Block, width float64) []item {
	var items []item
	for _, b := range blocks {
		items = append(items, setBlock(b, width)...)
	}
	return items
}

func setBlock(b Block, width float64) []item {
	switch b := b.(type) {
	case Paragraph:
		return setParagraph(b)
	case Heading:
		return setHeading(b)
	case LegalBases:
		return setBases(b.Lines)
	case Bullet:
		return setParagraph(Paragraph{Runs: append(Plain("- "), b.Runs...)})
	case Table:
		return setTable(b, width)
	case Appendix:
		return setAppendix(b, width)
	default: // PageBreak; check has refused anything else
		return []item{newPage{}}
	}
}

func setParagraph(p Paragraph) []item {
	runs := cleanRuns(p.Runs)
	if blank(runs) {
		return nil
	}
	set := newPara(body, runs...)
	if p.Align != AlignUsual {
		set.style.align = p.Align
	}
	if p.NoIndent || p.Align == AlignCentre || p.Align == AlignRight {
		set.style.firstLine = 0
	}
	set.keepNext = p.KeepNext
	return []item{set}
}

func setHeading(h Heading) []item {
	runs := cleanRuns(Plain(h.Text))
	if blank(runs) {
		return nil
	}
	set := newPara(heading, runs...)
	set.keepNext, set.level = true, h.Level
	set.style.italic = h.Level == 3
	return []item{set}
}

func setBases(lines []string) []item {
	items := make([]item, len(lines))
	for i, text := range lines {
		items[i] = newPara(basis, Run{Text: ended(text, i == len(lines)-1)})
	}
	return items
}

// setAppendix sets the head of an appendix, which stays with its matter.
func setAppendix(a Appendix, width float64) []item {
	items := []item{newPage{}}
	items = append(items, optional(appendixLabel, a.Label, width)...)
	items = append(items, optional(appendixTitle, a.Title, width)...)
	items = append(items, optional(appendixWith, a.With, width)...)
	for _, it := range items[1:] {
		it.(*para).keepNext = true
	}
	return items
}

// blank tells whether runs show nothing.
func blank(runs []Run) bool {
	for _, run := range runs {
		if strings.TrimSpace(run.Text) != "" {
			return false
		}
	}
	return true
}

// hasMarks tells whether the body shows an illustrative figure.
func hasMarks(blocks []Block) bool {
	for _, b := range blocks {
		for _, runs := range runsOf(b) {
			for _, run := range runs {
				if run.Illustrative {
					return true
				}
			}
		}
	}
	return false
}

// runsOf lists the runs of a block.
func runsOf(b Block) [][]Run {
	switch b := b.(type) {
	case Paragraph:
		return [][]Run{b.Runs}
	case Bullet:
		return [][]Run{b.Runs}
	case Table:
		var all [][]Run
		for _, rows := range [][][]Cell{b.Head, b.Rows} {
			for _, row := range rows {
				for _, cell := range row {
					all = append(all, cell.Runs)
				}
			}
		}
		return all
	}
	return nil
}
