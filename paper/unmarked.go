package paper

import (
	"strings"

	"thidua/document"
)

// unmarked takes the single marks out of a paper that carries "số liệu minh
// họa" on every page.
func unmarked(blocks []document.Block) []document.Block {
	plain := make([]document.Block, len(blocks))
	for i, b := range blocks {
		switch b := b.(type) {
		case document.Paragraph:
			b.Runs = unmarkedRuns(b.Runs)
			plain[i] = b
		case document.Bullet:
			b.Runs = unmarkedRuns(b.Runs)
			plain[i] = b
		case document.Table:
			b.Caption = strings.TrimSuffix(b.Caption, sampleCaption)
			b.Head, b.Rows = unmarkedRows(b.Head), unmarkedRows(b.Rows)
			plain[i] = b
		default:
			plain[i] = b
		}
	}
	return plain
}

func unmarkedRuns(runs []document.Run) []document.Run {
	plain := make([]document.Run, len(runs))
	for i, r := range runs {
		r.Illustrative = false
		plain[i] = r
	}
	return plain
}

func unmarkedRows(rows [][]document.Cell) [][]document.Cell {
	plain := make([][]document.Cell, len(rows))
	for i, row := range rows {
		plain[i] = make([]document.Cell, len(row))
		for j, cell := range row {
			cell.Runs = unmarkedRuns(cell.Runs)
			plain[i][j] = cell
		}
	}
	return plain
}
