package paper

import (
	"fmt"
	"strings"

	"thidua/document"
	"thidua/exact"
	"thidua/vi"
)

// said is a run of text, marked when it is of no source.
func said(sample bool, text string) document.Run {
	return document.Run{Text: text, Illustrative: sample}
}

// paragraph is a paragraph of runs.
func paragraph(runs ...document.Run) document.Block { return document.Paragraph{Runs: runs} }

// bullet is one line of a list, ended like a sentence.
func bullet(sample bool, text string) document.Block {
	return document.Bullet{Runs: marked(sample, ended(text))}
}

// marked is a sentence with its mark before the full stop.
func marked(sample bool, sentence string) []document.Run {
	if rest, ok := strings.CutSuffix(sentence, "."); ok && sample {
		return []document.Run{said(true, rest), said(false, ".")}
	}
	return []document.Run{said(sample, sentence)}
}

// ended puts a full stop after a text that has no mark at its end.
func ended(text string) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".;:!?") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}

// bare takes the full stop off a text that goes on.
func bare(text string) string { return strings.TrimRight(text, ".; ") }

// count writes a number of things, with a 0 before a single digit as papers do.
func count(n int) string {
	if n > 0 && n < 10 {
		return fmt.Sprintf("%02d", n)
	}
	return vi.FormatInt(int64(n))
}

// figure writes a measured number as its record gives it.
func figure(n exact.Number) string { return n.Figure(exact.HalfUp, 6) }

// joined puts the parts that say something together.
func joined(separator string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, separator)
}

// section is a titled part of a paper. One without blocks is left out, its
// number too.
type section struct {
	title  string
	blocks []document.Block
}

// chapters sets sections under Roman numerals, in capitals.
func chapters(sections ...section) []document.Block {
	return numbered(1, func(n int) string { return roman[n-1] }, vi.Upper, sections)
}

// points sets sections under Arabic numerals.
func points(sections ...section) []document.Block {
	return numbered(2, func(n int) string { return fmt.Sprint(n) }, func(s string) string { return s }, sections)
}

var roman = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"}

func numbered(level int, number func(int) string, title func(string) string, sections []section) (blocks []document.Block) {
	n := 0
	for _, s := range sections {
		if len(s.blocks) == 0 {
			continue
		}
		n++
		blocks = append(blocks, document.Heading{Level: level, Text: number(n) + ". " + title(s.title)})
		blocks = append(blocks, s.blocks...)
	}
	return blocks
}

// closed puts the mark of the end, "./.", after the last line of a paper.
func closed(blocks []document.Block) []document.Block {
	if len(blocks) == 0 {
		return blocks
	}
	blocks = append([]document.Block(nil), blocks...)
	last := len(blocks) - 1
	switch b := blocks[last].(type) {
	case document.Paragraph:
		b.Runs = closedRuns(b.Runs)
		blocks[last] = b
	case document.Bullet:
		b.Runs = closedRuns(b.Runs)
		blocks[last] = b
	}
	return blocks
}

func closedRuns(runs []document.Run) []document.Run {
	runs = append([]document.Run(nil), runs...)
	end := &runs[len(runs)-1]
	end.Text = bare(end.Text) + "./."
	return runs
}

var hundred = exact.Int(100)

// dotted is a line to be written on by hand: what the records do not know.
func dotted() document.Block {
	return document.Paragraph{Runs: document.Plain(strings.Repeat(toFillIn, 28))}
}
