package paper

import (
	"bytes"
	"strings"

	"thidua/document"
	"thidua/paper"
)

// blockKind is how a piece of a paper is set on a page.
type blockKind int

const (
	text blockKind = iota
	heading
	bullets
	table
)

// block is a piece of a paper as its page sets it: what the PDF shows by its
// look stands here as headings, lists and tables, for readers by ear.
type block struct {
	kind    blockKind
	level   int      // of a heading, 2 to 6, never skipping one
	lines   []string // of a text or heading broken in lines; of bullets one each
	caption string   // of a table
	part    document.Part
}

// Names of parts that are not plain text on the page (see document.Part).
const (
	typeName      = "Tên loại"
	letterSubject = "Trích yếu công văn"
	appendix      = "Phụ lục"
	tableName     = "Tên bảng"
)

// blocksOf reads a paper from its Word file.
func blocksOf(docx []byte) ([]block, error) {
	parts, err := document.ReadDOCX(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		return nil, err
	}
	return arranged(parts), nil
}

// ofDraft is the same for a paper that is not kept.
func ofDraft(p paper.Paper) ([]block, error) {
	file, err := paper.RenderAs(p, paper.DOCX)
	if err != nil {
		return nil, err
	}
	return blocksOf(file.Bytes)
}

func arranged(parts []document.Part) (blocks []block) {
	above, caption := 1, ""
	for _, p := range parts {
		item, listed := strings.CutPrefix(p.Text, "- ")
		last := len(blocks) - 1
		switch {
		case p.Name == tableName:
			caption = p.Text
		case p.Table():
			blocks = append(blocks, block{kind: table, part: p, caption: caption})
			caption = ""
		case levelOf(p) > 0:
			above = min(levelOf(p), above+1)
			blocks = append(blocks, block{kind: heading, level: above, lines: strings.Split(p.Text, "\n")})
		case listed && last >= 0 && blocks[last].kind == bullets:
			blocks[last].lines = append(blocks[last].lines, item)
		case listed:
			blocks = append(blocks, block{kind: bullets, lines: []string{item}})
		default:
			blocks = append(blocks, block{lines: strings.Split(p.Text, "\n")})
		}
	}
	return blocks
}

// levelOf is the level of a heading on the page, whose own title is of level 1;
// 0 for what is none.
func levelOf(p document.Part) int {
	switch {
	case p.Name == typeName, p.Name == letterSubject, p.Name == appendix:
		return 2
	case p.Level > 0:
		return p.Level + 2
	}
	return 0
}

// blank reports a line that is there to be written on by hand.
func blank(line string) bool { return strings.Trim(line, "… ") == "" }

// called names a table for readers by ear.
func (b block) called() string {
	if b.caption != "" {
		return b.caption
	}
	return "Bảng"
}

// first reports the cell that names its row: the one behind the ordinal.
func first(column int, row document.PartRow) bool { return column == min(1, len(row.Cells)-1) }

// scopeOf says of how many columns the cell of a head is the head.
func scopeOf(c document.PartCell) string {
	if c.ColSpan > 1 {
		return "colgroup"
	}
	return "col"
}
