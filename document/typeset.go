package document

import (
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// What figures without a source carry wherever they show.
const (
	illustrativeTag  = "số liệu minh họa"
	illustrativeMark = "(*)"
)

// typeset sets a paper: letterhead, title, addressees, body, footnote, signatures and recipients.
func typeset(d *Doc) (*sheet, error) {
	if err := check(d); err != nil {
		return nil, err
	}
	s := &sheet{page: layouts[d.Layout], author: clean(d.Author), subject: clean(d.Subject), kind: clean(d.Kind)}
	if d.Landscape {
		s.page = s.page.turned()
	}
	if d.Illustrative {
		s.tag = illustrativeTag
	}
	s.title, s.created = fileTitle(d), fileTime(d)
	width := s.page.textWidth()
	s.items = append(s.items, letterhead(d, width))
	s.items = append(s.items, title(d, width)...)
	s.items = append(s.items, addressees(d.To, width)...)
	main, appendixes := apart(d.Body)
	s.items = append(s.items, explained(main, width)...)
	if end := closing(d, width); end != nil {
		s.items = append(s.items, &gap{height: tableGap})
		keepLastLines(s.items, width)
		s.items = append(s.items, end...)
	}
	s.items = append(s.items, explained(appendixes, width)...)
	s.items = separate(s.items)
	return s, nil
}

// apart cuts a body before its first appendix: the signatures stand between.
func apart(body []Block) (main, appendixes []Block) {
	for i, b := range body {
		if _, begins := b.(Appendix); begins {
			return body[:i], body[i:]
		}
	}
	return body, nil
}

// explained sets blocks, with a footnote where they show illustrative figures.
func explained(blocks []Block, width float64) []item {
	items := matter(blocks, width)
	if hasMarks(blocks) {
		items = append(items, newPara(footnote, Run{Text: illustrativeMark + " " + illustrativeTag}))
	}
	return items
}

// tableGap is the space in points between a table and what follows, and before the signatures.
const tableGap = 8

// separate puts a gap below each grid, unless what follows brings its own space.
func separate(items []item) []item {
	var apart []item
	for i, it := range items {
		apart = append(apart, it)
		table, isGrid := it.(*grid)
		if !isGrid || i == len(items)-1 {
			continue
		}
		switch next := items[i+1].(type) {
		case *para:
			if next.style.before == 0 {
				apart = append(apart, &gap{height: tableGap, keepNext: table.keepNext})
			}
		case *grid:
			apart = append(apart, &gap{height: tableGap, keepNext: table.keepNext})
		}
	}
	return apart
}

// clean puts a text in NFC and turns characters that are not of a text (tabs, carriage returns, controls) into spaces.
func clean(text string) string {
	text = strings.ReplaceAll(norm.NFC.String(text), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || r == 0x7F {
			return ' '
		}
		return r
	}, text)
}

// cleanRuns cleans runs and puts the mark behind illustrative ones; nil when there is nothing to show.
func cleanRuns(runs []Run) []Run {
	var kept []Run
	for _, run := range runs {
		run.Text = clean(run.Text)
		if run.Illustrative {
			run.Text += illustrativeMark
		}
		if run.Text != "" {
			kept = append(kept, run)
		}
	}
	return kept
}

func fileTitle(d *Doc) string {
	if d.Title != "" {
		return clean(d.Title)
	}
	return strings.ReplaceAll(clean(strings.TrimSpace(d.TypeName+" "+d.Subject)), "\n", " ")
}

// fileTime never looks at the clock: without Created it is the day of the paper, without that a fixed day.
func fileTime(d *Doc) time.Time {
	for _, t := range []time.Time{d.Created, d.Day} {
		if !t.IsZero() {
			return t.UTC().Truncate(time.Second)
		}
	}
	return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
}

// keepLastLines ties at least two lines before the signatures to them, so that no page holds signatures alone.
func keepLastLines(items []item, width float64) {
	for lines, i := 0, len(items)-1; i >= 0 && lines < 2; i-- {
		switch it := items[i].(type) {
		case *para:
			it.keepNext = true
			lines += it.lineCount(width)
		case *gap:
			it.keepNext = true
		case *grid:
			it.keepNext = true
			return
		case newPage:
			return
		}
	}
}
